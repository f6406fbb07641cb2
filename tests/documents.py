"""Pages that are run: their files are written, their commands given, and what is printed is held to what they say.

A fenced block `toml me.toml` is a file, a `console` block commands with what they print (`...` stands for anything),
a `python` block a program. Any other block without a file is only read.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.layout import ROOT
from tools.tracked import tracked_files

FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"([A-Z_]+)=(.*)")


def tracked(*endings: str) -> list[Path]:
    """Return the files of the project that end so: what git knows, or does not ignore."""
    return [ROOT / name for name in tracked_files() if name.endswith(endings)]


def agrees(printed: str, promised: str) -> bool:
    """Return whether what was printed is what was promised; `...` stands for anything, and spaces are not counted."""
    pattern = re.escape(" ".join(promised.split())).replace(r"\.\.\.", ".*")
    return re.fullmatch(pattern, " ".join(printed.split()), re.DOTALL) is not None


def run_page(page: Path, folder: Path, give: Callable[[str], str]) -> int:
    """Write, give and run everything in `page`; return how many commands were given.

    Args:
        page: The Markdown file.
        folder: Where its files go. The programs run in this process, so it must be the current folder.
        give: Runs a command as typed, and returns all that it prints.
    """
    given, names = 0, {"__name__": page.stem}
    for language, file, text in FENCE.findall(page.read_text(encoding="utf-8")):
        if file:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif language == "python":
            exec(compile(text, page.name, "exec"), names)  # noqa: S102 -- the page's own example
        elif language == "console":
            for typed, promised in _commands(text):
                printed = give(typed)
                assert agrees(printed, promised), f"$ {typed}\n{printed}"
                given += 1
    return given


def _commands(block: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, _, promised = part.partition("\n")
        yield typed, promised


def give_lumbar(typed: str, folder: Path) -> str:
    """Run `NAME=value lumbar ...` in `folder`, in a process of its own, with that folder's own journal."""
    settings, words = {"LUMBAR_HOME": str(folder / "home"), "NO_COLOR": "1", "COLUMNS": "100"}, shlex.split(typed)
    while setting := SETTING.fullmatch(words[0]):
        settings[setting[1]] = setting[2]
        words = words[1:]
    assert words[0] == "lumbar", typed
    ran = subprocess.run(
        [sys.executable, "-m", *words],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **settings},
    )
    assert "Traceback" not in ran.stdout, ran.stdout
    return ran.stdout.replace(str(folder) + os.sep, "")
