"""Steps of setting up, each done once and again only when what it is made from has changed.

A step leaves a stamp beside what it made: the fingerprint of its inputs. The stamp goes before the step begins
and comes back after it ended, so that whatever is interrupted half-way is redone; and it goes with the folder it
lies in, so that deleting a folder is enough to have it made again.
"""

import contextlib
import hashlib
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.faults import failure
from tools.layout import LOG, ROOT, SETUP


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: `says` is shown while it runs; `makes` must exist for it to count as done."""

    name: str
    says: str
    fingerprint: Callable[[], str]
    do: Callable[[], None]
    makes: tuple[Path, ...]
    stamps: Path = SETUP
    also_does: tuple["Step", ...] = ()

    @property
    def stamp(self) -> Path:
        """Where the fingerprint of the last success is kept."""
        return self.stamps / f".lumbar-{self.name}"

    def is_done(self) -> bool:
        """Tell whether nothing has changed since this step last succeeded."""
        try:
            kept = self.stamp.read_text(encoding="utf-8")
        except OSError:
            return False
        return kept == self.fingerprint() and all(path.exists() for path in self.makes)


def digest(files: Iterable[Path], *words: str) -> str:
    """Return one fingerprint of the names and contents of `files` and of `words`."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in sorted(files):
        content = hashlib.sha256(path.read_bytes()).digest()
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + content)
    return total.hexdigest()


def bring_up(steps: Iterable[Step]) -> None:
    """Do those of `steps` that are not done, in order, one setup at a time in a checkout."""
    wanted = tuple(steps)
    if all(step.is_done() for step in wanted):
        return
    try:
        SETUP.mkdir(exist_ok=True)
        with _alone():
            print("Setting up what is new or has changed:", flush=True)
            LOG.unlink(missing_ok=True)
            for step in wanted:
                if not step.is_done():
                    _do(step)
    except OSError as error:
        raise failure("Setting up", str(error), LOG) from error


def quietly(what: str, argv: Iterable[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Run a program with its output in the log.

    Raises:
        SetupError: If it cannot be started or fails; says what would have worked.
    """
    command = [str(part) for part in argv]
    plain = {**(os.environ if env is None else env), "NO_COLOR": "1"}
    try:
        ended = subprocess.run(
            command, cwd=cwd, env=plain, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
    except OSError as error:
        raise failure(what, str(error), LOG) from error
    with contextlib.suppress(OSError), LOG.open("a", encoding="utf-8") as log:  # a full disk must not hide the reason
        log.write(f"$ {' '.join(command)}\n{ended.stdout}\n")
    if ended.returncode != 0:
        raise failure(what, ended.stdout, LOG)


def _do(step: Step) -> None:
    print(f"  {step.says} ... ", end="", flush=True)
    began = time.monotonic()
    step.stamp.unlink(missing_ok=True)
    try:
        step.do()
        for done in (step, *step.also_does):
            done.stamp.write_text(done.fingerprint(), encoding="utf-8")
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - began:.0f} s", flush=True)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold the checkout's setup; wait while another command sets up. The system lets go of it if we die."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none; there, two setups at a time are not kept apart
    except ImportError:
        yield
        return
    with (SETUP / "lock").open("w", encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  waiting for another command that is setting up ...", flush=True)
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
