"""What can go wrong while setting up, in words that say what would have worked."""

import re
from pathlib import Path
from typing import Final, NamedTuple

from tools.layout import shown


class SetupError(Exception):
    """Say to a person what failed and what to do about it."""


class _Advice(NamedTuple):
    pattern: str
    words: str


# The first pattern found in what a program printed gives the advice. Disk before network: a full disk also breaks
# downloads; hashes before "no matching": pip says both.
_ADVICE: Final = (
    _Advice(
        r"No space left on device|ENOSPC|Errno 28|not enough space on the disk",
        "The disk is full. Setting up takes about 900 MB (with the tests 1.3 GB); make room and run the same command "
        "again.",
    ),
    _Advice(
        r"ensurepip is not available|No module named '?ensurepip|returned non-zero exit status.*ensurepip",
        "This Python cannot make virtual environments, because its package python3-venv is missing.\n"
        "Debian, Ubuntu: apt install python3-venv. Then run the same command again.",
    ),
    _Advice(
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        "A package that came is not the one that was locked, so it was not installed. A proxy or a mirror may have "
        "changed it;\ntry another network. If a lock file was edited by hand, `make lock` makes it again.",
    ),
    _Advice(
        r"Temporary failure in name resolution|Name or service not known|NewConnectionError|Failed to establish"
        r"|Max retries exceeded|ProxyError|ReadTimeoutError|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT"
        r"|ENETUNREACH|Could not resolve host|Temporary failure resolving|ERR_SOCKET|Could not connect to",
        "The package index could not be reached. Setting up needs the network once; connect and run the same command "
        "again.\nBehind a mirror or a proxy, pip and npm follow their usual settings (pip config, npm config, "
        "HTTPS_PROXY).",
    ),
    _Advice(
        r"No matching distribution found|Could not find a version",
        "A locked package has no build for this system or this Python. Python 3.11 to 3.14 on 64-bit Linux, macOS "
        "and Windows have one.",
    ),
    _Advice(
        r"EBADENGINE|Unsupported engine",
        "This Node.js is too old to build the pages. Install Node.js 22 or newer, or set LUMBAR_NODE=wheel and "
        "Lumbar brings its own.",
    ),
    _Advice(
        r"package\.json and package-lock\.json .* are in sync",
        "web/package.json and its lock differ; `make lock` makes the lock again.",
    ),
    _Advice(
        r"Permission denied|EACCES|EPERM|Read-only file system",
        "Something here cannot be written; check who owns this folder.",
    ),
)


def advice(printed: str) -> str | None:
    """Return what would have worked, from what a failed program printed; None where that is not known."""
    return next((known.words for known in _ADVICE if re.search(known.pattern, printed)), None)


def failure(what: str, printed: str, log: Path) -> SetupError:
    """Return the error for a program that failed while doing `what`; the log has everything it printed."""
    known = advice(printed)
    last = "\n".join(line for line in printed.splitlines()[-8:] if line.strip())
    return SetupError(f"{what} did not work.\n{known or last}\nEverything it printed: {shown(log)}")
