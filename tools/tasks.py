"""The commands of the house, as `make` calls them; each sets up what it needs first.

Without make: `python3 tools/start.py COMMAND`. What follows the command is handed on to the program behind it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from tools.bodies import bring_up_bodies
from tools.checks import run_checks
from tools.chromium import ensure_chromium
from tools.environment import LOCK_PACKAGES, LUMBAR, RUN_PACKAGES, TEST_PACKAGES, VENV_STEP, translations
from tools.faults import SetupError
from tools.layout import BODIES, BUILT, LOCALE, MODULES, POSE, REQUIREMENTS, ROOT, SETUP, VENV, WEB, WEIGHTS, program
from tools.models import MODELS
from tools.moments import moments_step
from tools.pages import ALL_PACKAGES, build, find_node, node_command, node_steps, page_steps
from tools.steps import bring_up

_LOCKS: Final = ("run", "test", "node", "lock", "figure")  # run before test, which keeps to its versions
_CACHES: Final = ("build", ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", "dist")


def main(arguments: Sequence[str]) -> int:
    """Run the command named first; return its exit status."""
    name, *rest = arguments or ("help",)
    command = _COMMANDS.get(name)
    if command is None:
        known = ", ".join(sorted(_COMMANDS))
        print(f"Lumbar has no command {name!r} here. There are: {known}.", file=sys.stderr)
        return 2
    try:
        return command(rest)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130


def set_up_to_run() -> None:
    """Bring up everything `lumbar serve` needs."""
    bring_up([VENV_STEP, RUN_PACKAGES, LUMBAR, translations(), *page_steps()])
    bring_up_bodies()
    bring_up([moments_step()])


def set_up_to_test() -> None:
    """Bring up everything the tests and checks need, but for the browser."""
    bring_up([VENV_STEP, TEST_PACKAGES, LUMBAR, translations(), *node_steps(), ALL_PACKAGES, MODELS, build()])
    bring_up_bodies()
    bring_up([moments_step()])


def _run(rest: Sequence[str]) -> int:
    set_up_to_run()
    serve = str(program("lumbar"))
    if os.name != "nt":  # on Windows, replacing this process would hand the terminal back
        os.execv(serve, [serve, "serve", *rest])  # noqa: S606 - Lumbar itself
    return _call([serve, "serve", *rest])


def _set_up(_rest: Sequence[str]) -> int:
    set_up_to_test()
    return 0


def _test(rest: Sequence[str]) -> int:
    set_up_to_test()
    browser = ensure_chromium()
    print("Testing the pages' scripts", flush=True)
    scripts = _call(node_command("vitest", "vitest.mjs", "run"), folder=WEB, env=_with_node())
    print("Testing Lumbar", flush=True)
    pytest = [str(program("python")), "-m", "pytest", *_workers(rest), *rest]
    return _call(pytest, env={"LUMBAR_CHROMIUM": str(browser)}) or scripts


def _workers(rest: Iterable[str]) -> list[str]:
    """Return pytest's arguments to test on every core; `LUMBAR_WORKERS=0` or `-n 0` tests on one, in one process."""
    if any(part.startswith(("-n", "--pdb")) for part in rest):
        return []
    return ["-n", os.environ.get("LUMBAR_WORKERS", "logical"), "--dist", "loadfile"]


def _check(rest: Sequence[str]) -> int:
    set_up_to_test()
    return run_checks(rest)


def _bench(rest: Sequence[str]) -> int:
    set_up_to_test()
    return _call([str(program("python")), "-m", "benchmarks", *rest])


def _fix(rest: Sequence[str]) -> int:
    set_up_to_test()
    ruff = str(program("ruff"))
    return max(_call([ruff, "check", "--fix", *rest]), _call([ruff, "format", *rest]))


def _messages(rest: Sequence[str]) -> int:
    set_up_to_test()
    return _call([str(program("python")), "-m", "tools.messages", *rest])


def _lock(rest: Sequence[str]) -> int:
    """Lock again, keeping the versions that still fit; `--upgrade` takes the newest that are a week old.

    A package that was taken over is usually noticed within days, and withdrawn.
    """
    bring_up([VENV_STEP, LOCK_PACKAGES, *node_steps()])
    options = ["--quiet", "--universal", "--generate-hashes", "--python-version", "3.11", "--exclude-newer", "7 days"]
    for name in _LOCKS:
        alone = ["--no-deps"] if name == "figure" else []
        files = ["--output-file", f"{name}.txt", f"{name}.in"]
        locking = [str(program("uv")), "pip", "compile", *options, *alone, *rest, *files]
        if _call(locking, folder=REQUIREMENTS, env={"UV_CUSTOM_COMPILE_COMMAND": "make lock"}):
            return 1
    node = find_node()
    if node is None:
        message = "Node.js is needed to lock the npm packages."
        raise SetupError(message)
    return _call([*node.npm, "update" if rest else "install", "--package-lock-only"], folder=WEB, env=_with_node())


def _clean(_rest: Sequence[str]) -> int:
    """Remove everything that was made here: what git ignores, by name, and nothing else."""
    for folder in (VENV, SETUP, MODULES, BODIES, BUILT, POSE, WEIGHTS, *(ROOT / name for name in _CACHES)):
        shutil.rmtree(folder, ignore_errors=True)
    for compiled in LOCALE.glob("*/LC_MESSAGES/*.mo"):
        compiled.unlink()
    return 0


def _help(_rest: Sequence[str]) -> int:
    """Print what the Makefile says about each target."""
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        target, marked, said = line.partition("## ")
        if marked:
            print(f"  make {target.split(':')[0]:<10} {said}")
    print("\nWithout make: python3 tools/start.py TARGET")
    return 0


def _with_node() -> Mapping[str, str]:
    node = find_node()
    return {} if node is None else {"PATH": node.environment()["PATH"]}


def _call(command: Sequence[str], *, folder: os.PathLike[str] = ROOT, env: Mapping[str, str] | None = None) -> int:
    """Run a program in the open and return its exit status; Ctrl-C goes to it as well, and it ends first."""
    plain = {} if sys.stdout.isatty() else {"NO_COLOR": "1"}
    with subprocess.Popen(command, cwd=folder, env={**os.environ, **plain, **(env or {})}) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                continue


_COMMANDS: Final[Mapping[str, Callable[[Sequence[str]], int]]] = {
    "run": _run,
    "setup": _set_up,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "fix": _fix,
    "lock": _lock,
    "messages": _messages,
    "clean": _clean,
    "help": _help,
}
