"""What `make check` holds the house to: each check is a program; all run, two at a time, and all are shown."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools.layout import ROOT, WEB, program
from tools.pages import node_command


@dataclass(frozen=True, slots=True)
class Check:
    """A named check and its command."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended."""

    check: Check
    status: int
    printed: str
    took_s: float


def checks() -> list[Check]:
    """Return every check, the slowest first."""
    python = str(program("python"))
    code = [folder for folder in ("src", "tests", "tools", "benchmarks") if any((ROOT / folder).rglob("*.py"))]
    return [
        Check("types (mypy)", (str(program("mypy")), *code)),
        Check("rules (ruff check)", (str(program("ruff")), "check", "--no-fix", "--output-format", "concise")),
        Check("format (ruff format)", (str(program("ruff")), "format", "--check", "--output-format", "concise")),
        Check("rooms (import-linter)", (str(program("lint-imports")), "--no-logo")),
        Check("exercises (lumbar check)", (str(program("lumbar")), "check")),
        Check("types of the pages (tsc)", tuple(node_command("typescript", "bin/tsc", "-p", str(WEB)))),
        Check("types of the pages' tests (tsc)", _tests_of_pages()),
        Check("translations", (python, "-m", "tools.messages", "--check")),
        Check("sizes", (python, "-m", "tools.size_limits")),
        Check("addresses", (python, "-m", "tools.registry_free")),
    ]


def run_checks(named: Sequence[str]) -> int:
    """Run every check, or those with one of `named` in their name; return 1 when one of them fails."""
    wanted = [check for check in checks() if not named or any(part in check.name for part in named)]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        outcomes = list(map(_show, pool.map(_run, wanted)))
    failed = [outcome.check.name for outcome in outcomes if outcome.status]
    print(f"Failed: {', '.join(failed)}." if failed else f"All {len(outcomes)} checks hold.", flush=True)
    return 1 if failed or not outcomes else 0


def _tests_of_pages() -> tuple[str, ...]:
    return tuple(node_command("typescript", "bin/tsc", "-p", str(WEB / "tsconfig.test.json")))


def _run(check: Check) -> Outcome:
    began = time.monotonic()
    ended = subprocess.run(
        check.command, cwd=ROOT, check=False, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return Outcome(check, ended.returncode, ended.stdout, time.monotonic() - began)


def _show(outcome: Outcome) -> Outcome:
    print(f"{'FAILED' if outcome.status else 'holds '}  {outcome.check.name}  {outcome.took_s:.1f} s", flush=True)
    if outcome.status:
        sys.stdout.write(outcome.printed)
        sys.stdout.flush()
    return outcome
