"""The command line: `lumbar serve | today | plan | exercises | exercise | figure | film | handout | load | log | ...`.

A command imports what it needs when it runs: `lumbar --help` loads neither Django nor a solver.
"""

import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command that was typed and leave with its exit code."""
    from lumbar.cli.program import run

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without × shows ? instead of a traceback
    sys.exit(run(sys.argv[1:]))
