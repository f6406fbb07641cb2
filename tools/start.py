"""The door: `python3 tools/start.py run` sets Lumbar up and starts it; nothing but Python is needed.

`make run` does the same. This file keeps to the grammar of old Pythons, so that one of them can look for a newer
Python here and, where there is none, say so. The commands are in `tasks.py`.
"""

import os
import shutil
import sys

OLDEST = (3, 11)
NEWEST_KNOWN = (3, 15)


def go_on_with_a_newer_python() -> None:
    """Start again under the newest Python >= 3.11 on PATH, or say which one is needed."""
    for minor in range(NEWEST_KNOWN[1], OLDEST[1] - 1, -1):
        newer = shutil.which("python3.{}".format(minor))  # noqa: UP032 - an old Python reads this
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - a Python, found on PATH
    sys.exit(
        "Lumbar needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Install a newer one beside it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python;\n"
        "Windows: winget install Python.Python.3.13) and run the same command again.".format(*sys.version_info)
    )


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        go_on_with_a_newer_python()
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - as above
    from tools.tasks import main

    sys.exit(main(sys.argv[1:]))
