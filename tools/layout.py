"""Where things lie in a checkout. `SETUP`, `VENV`, `MODULES`, `BUILT`, `BODIES`, `POSE`, `WEIGHTS`: made, not kept."""

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SETUP: Final = ROOT / ".setup"
LOG: Final = SETUP / "log.txt"
VENV: Final = ROOT / ".venv"
REQUIREMENTS: Final = ROOT / "requirements"
SOURCE: Final = ROOT / "src" / "lumbar"
LOCALE: Final = SOURCE / "site" / "locale"
BODIES: Final = SOURCE / "figure" / "made"
BODY_PACKAGE: Final = SETUP / "body"
BUILT: Final = SOURCE / "site" / "static" / "built"
POSE: Final = SOURCE / "site" / "static" / "pose"
WEIGHTS: Final = SOURCE / "vision" / "made"
WEB: Final = ROOT / "web"
MODULES: Final = WEB / "node_modules"

_ON_WINDOWS: Final = os.name == "nt"


def program(name: str) -> Path:
    """Return where the environment keeps the program `name`."""
    return VENV / "Scripts" / f"{name}.exe" if _ON_WINDOWS else VENV / "bin" / name


def shown(path: Path) -> str:
    """Return `path` as a person in the checkout would type it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
