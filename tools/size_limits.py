"""Hold the code to its sizes: a Python file has at most 400 lines, a function at most 60.

Run from the root: `python -m tools.size_limits`. A file that is longer on purpose is listed here with its reason and
its length, which may only go down.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.layout import ROOT
from tools.tracked import tracked_files

FILE_LINES: Final = 400
FUNCTION_LINES: Final = 60
# path -> (lines it has now, why it is one file)
LONGER_ON_PURPOSE: Final[dict[str, tuple[int, str]]] = {}


def faults_in(path: str, text: str) -> Iterator[str]:
    """Yield a sentence for every limit that `text`, the file at `path`, exceeds."""
    allowed, _why = LONGER_ON_PURPOSE.get(path, (FILE_LINES, ""))
    lines = len(text.splitlines())
    if lines > allowed:
        yield f"{path}:1 has {lines} lines; the limit is {allowed}. One file, one idea: split it."
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{path}:{node.lineno} {node.name} has {length} lines; the limit is {FUNCTION_LINES}."


def main() -> int:
    """Print every fault; return 1 when there is one."""
    faults = [
        fault
        for path in tracked_files()
        if path.endswith(".py") and "/migrations/" not in path  # Django writes those
        for fault in faults_in(path, Path(ROOT / path).read_text(encoding="utf-8"))
    ]
    print("\n".join(faults) or "Every file and function keeps to its size.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
