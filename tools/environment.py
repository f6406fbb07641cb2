"""The Python environment: `.venv`, the locked packages in it, Lumbar itself, and its compiled translations."""

import importlib.util
import json
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Final

from tools.faults import SetupError
from tools.layout import LOCALE, REQUIREMENTS, ROOT, VENV, program
from tools.steps import Step, digest, quietly

# The Python that made the environment we may be running in: making `.venv` anew must not use `.venv` itself.
_BASE_PYTHON: Final[str] = getattr(sys, "_base_executable", sys.executable)
_UNFINISHED: Final = VENV / ".lumbar-unfinished"


def _make_venv() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    if importlib.util.find_spec("ensurepip"):
        quietly("Making the Python environment", [_BASE_PYTHON, "-m", "venv", VENV])
    elif importlib.util.find_spec("pip"):  # Debian without python3-venv: the pip outside installs into it
        quietly("Making the Python environment", [_BASE_PYTHON, "-m", "venv", "--without-pip", VENV])
    else:
        message = (
            "This Python can neither make virtual environments nor install packages.\n"
            "Debian, Ubuntu: apt install python3-venv. Then run the same command again."
        )
        raise SetupError(message)


def pip_install(what: str, *arguments: str | Path) -> None:
    """Install into `.venv`, with its own pip or, where it has none, with the pip of the Python outside."""
    inside = program("python")
    if program("pip").exists():
        pip: list[str | Path] = [inside, "-m", "pip"]
    else:
        pip = [_BASE_PYTHON, "-m", "pip", "--python", inside]
    quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--no-warn-script-location"]
    quietly(what, [*pip, "install", *quiet, *arguments])


def _locked(name: str) -> Path:
    return REQUIREMENTS / f"{name}.txt"


def _install_locked(name: str) -> None:
    """Install, marked as unfinished meanwhile: pip takes a package that is half there for one that is there."""
    _UNFINISHED.touch()
    pip_install("Installing Python packages", "--require-hashes", "-r", _locked(name))
    _UNFINISHED.unlink()


def _venv_fingerprint() -> str:
    """Its programs name the folder they lie in, so a moved checkout needs a new one; so does a stopped installation."""
    return "unfinished" if _UNFINISHED.exists() else str(ROOT)


def locked_packages(name: str, says: str, *, also_does: tuple[Step, ...] = ()) -> Step:
    """Return the step that installs what `requirements/{name}.txt` locks."""
    return Step(
        name=f"packages-{name}",
        says=says,
        fingerprint=lambda: digest([_locked(name)]),
        do=lambda: _install_locked(name),
        makes=(program("python"),),
        stamps=VENV,
        also_does=also_does,
    )


def _lumbar_fingerprint() -> str:
    """Only these tables decide how Lumbar is installed; a new lint rule does not install it again."""
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return digest([], json.dumps([tables["build-system"], tables["project"], tables["tool"]["hatch"]], sort_keys=True))


def _translations() -> list[Path]:
    return list(LOCALE.glob("*/LC_MESSAGES/django.po"))


def _compile_translations() -> None:
    for source in _translations():
        target = source.with_suffix(".mo")
        files: list[str | Path] = ["--input-file", source, "--output-file", target]
        quietly("Compiling the translations", [program("pybabel"), "compile", *files])


VENV_STEP: Final = Step(
    name="venv",
    says="making a Python environment in .venv",
    fingerprint=_venv_fingerprint,
    do=_make_venv,
    makes=(program("python"),),
    stamps=VENV,
)
RUN_PACKAGES: Final = locked_packages("run", "installing Python packages")
TEST_PACKAGES: Final = locked_packages("test", "installing Python packages, tests included", also_does=(RUN_PACKAGES,))
NODE_WHEEL: Final = locked_packages("node", "installing Node.js")
LOCK_PACKAGES: Final = locked_packages("lock", "installing uv")
LUMBAR: Final = Step(
    name="lumbar",
    says="installing Lumbar in place",
    fingerprint=_lumbar_fingerprint,
    do=lambda: pip_install("Installing Lumbar", "--no-deps", "--no-build-isolation", "--editable", ROOT),
    makes=(program("lumbar"),),
    stamps=VENV,
)


def translations() -> Step:
    """Return the step that compiles the translations there are."""
    sources = _translations()
    return Step(
        name="translations",
        says="compiling the translations",
        fingerprint=lambda: digest(sources),
        do=_compile_translations,
        makes=tuple(source.with_suffix(".mo") for source in sources),
    )
