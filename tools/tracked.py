"""The files that git tracks, or would track if everything were added."""

import subprocess

from tools.layout import ROOT


def tracked_files() -> list[str]:
    """Return their paths from the root, with slashes; files that are deleted but not yet committed are left out."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    printed = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({path for path in printed.split("\0") if path and (ROOT / path).is_file()})
