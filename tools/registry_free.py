"""Hold the project to naming no package registry and no folder of anybody's machine.

Run from the root: `python -m tools.registry_free`. What a package is called and what it must hash to is committed;
where it comes from is the business of whoever installs it. The words are put together from pieces here, so that this
file may be checked like any other.
"""

import re
import sys
from collections.abc import Iterator
from typing import Final

from tools.layout import ROOT
from tools.tracked import tracked_files

_HOSTS: Final = (
    ("py", "pi.org"),
    ("python", "hosted"),
    ("registry.", "npm", "js"),
    ("registry.", "yarnpkg"),
    ("npm", "js.com"),
    ("deb.", "debian"),
    ("archive.", "ubuntu"),
    ("crates", ".io"),
    ("proxy.", "golang"),
)
_FOLDERS: Final = ("work", "root", "home", "Users", "farm")
_HOST: Final = re.compile("|".join(re.escape("".join(pieces)) for pieces in _HOSTS), re.IGNORECASE)
# A folder at the root of a machine, with something in it; not a part of a longer path or of a web address.
_FOLDER: Final = re.compile(rf"(?<![\w.~/)}}\]>*-])/(?:{'|'.join(_FOLDERS)})/[\w.-]")
_FILE_ADDRESS: Final = re.compile("file:" + "//" + "/")


def faults_in(path: str, text: str) -> Iterator[str]:
    """Yield a sentence for every line of `text`, the file at `path`, that names what it should not."""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _HOST.search(line):
            yield f"{path}:{number} names a package registry: {found.group()}"
        if found := _FOLDER.search(line) or _FILE_ADDRESS.search(line):
            yield f"{path}:{number} names a folder of somebody's machine: {found.group()}..."


def main() -> int:
    """Print every fault; return 1 when there is one."""
    faults = [fault for path in tracked_files() for fault in faults_in(path, _text(path))]
    print("\n".join(faults) or "No file names a registry or a folder of somebody's machine.")
    return 1 if faults else 0


def _text(path: str) -> str:
    """Return the file's text; what is not text names nothing."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
