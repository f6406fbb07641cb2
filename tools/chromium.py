"""Find a Chromium for the browser tests, and install one where there is none.

Looked for in this order: the program LUMBAR_CHROMIUM names, `chromium` and Chrome on PATH, Playwright's own.
Installed with apt on Debian as root, otherwise with `playwright install`.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tools.faults import SetupError
from tools.layout import program
from tools.steps import Step, bring_up, quietly

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_IN_PLAYWRIGHT: Final = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
# Without these Chromium looks up hosts of its maker at every start. Tests talk to this machine alone.
QUIET_ARGUMENTS: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
)


def launch_arguments() -> list[str]:
    """Return the arguments to start Chromium with; root may only start it without its sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET_ARGUMENTS, *(["--no-sandbox"] if as_root else [])]


def find_chromium() -> Path | None:
    """Return the Chromium to test with; None where there is none.

    Raises:
        SetupError: If LUMBAR_CHROMIUM names nothing that can be started.
    """
    asked = os.environ.get("LUMBAR_CHROMIUM")
    if asked:
        named = shutil.which(asked)
        if named is None:
            message = f"LUMBAR_CHROMIUM is {asked}, which cannot be started. Unset it to have one found or installed."
            raise SetupError(message)
        return Path(named)
    on_path = (shutil.which(name) for name in _NAMES)
    return next((Path(found) for found in on_path if found), None) or _playwright_own()


def ensure_chromium() -> Path:
    """Return a Chromium, installed first if need be.

    Raises:
        SetupError: If there is none and none could be installed.
    """
    yourself = "Or install Chromium or Chrome yourself, or set LUMBAR_CHROMIUM to one."
    found = find_chromium()
    if found is None:
        try:
            bring_up([_INSTALLATION])
        except SetupError as error:
            message = f"{error}\n{yourself}"
            raise SetupError(message) from error
        found = find_chromium()
    if found is None:
        message = f"Chromium was installed for the browser tests and yet is not found.\n{yourself}"
        raise SetupError(message)
    return found


def _install() -> None:
    if _is_debian() and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=600"]
        quietly("Updating apt's lists", [*apt, "update"], env=quiet)
        quietly("Installing Chromium", [*apt, "install", "--yes", "--no-install-recommends", "chromium"], env=quiet)
    else:
        quietly("Installing Chromium", [program("playwright"), "install", "chromium"])


def _is_debian() -> bool:
    """Tell Debian from Ubuntu, whose package of that name only fetches a snap."""
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return "ID=debian" in lines


def _playwright_own() -> Path | None:
    found = [path for folder in _playwright_folders() for name in _IN_PLAYWRIGHT for path in folder.glob(name)]
    return max((path for path in found if os.access(path, os.X_OK)), default=None)


def _playwright_folders() -> Iterable[Path]:
    asked = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if asked and asked != "0":
        return [Path(asked)]
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library" / "Caches" / "ms-playwright"]
    if sys.platform == "win32":
        return [home / "AppData" / "Local" / "ms-playwright"]
    return [home / ".cache" / "ms-playwright"]


_INSTALLATION: Final = Step(
    name="chromium", says="installing Chromium", fingerprint=lambda: str(find_chromium()), do=_install, makes=()
)
