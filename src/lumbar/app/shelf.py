"""The shelf: where the exercise files lie, shipped with the package or in a folder of one's own."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.check import SOURCES_FILE, build_catalogue
from lumbar.catalogue.fault import Fault
from lumbar.errors import CatalogueError, UnavailableError

EXERCISES: Final = "exercises"


@cache
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Return the catalogue of the files in `folder`, or of those shipped; it is read once.

    Raises:
        CatalogueError: If any file has a fault; all of them are told.
        UnavailableError: If `folder` cannot be read.
    """
    catalogue, faults = check_shelf(folder)
    if faults:
        raise CatalogueError([str(fault) for fault in faults])
    return catalogue


def check_shelf(folder: Path | None = None) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return what can be read of `folder`, or of the shipped files, and every fault that was found.

    Raises:
        UnavailableError: If `folder` cannot be read.
    """
    return build_catalogue(read_files(folder), read_sources(folder))


def read_files(folder: Path | None = None) -> Mapping[str, str]:
    """Return the text of every exercise file by its name, in order of name.

    Raises:
        UnavailableError: If the folder is not there, holds no such file, or one of them cannot be read.
    """
    place = _shipped() / EXERCISES if folder is None else folder
    if not place.is_dir():
        raise UnavailableError(f"There is no folder {place}. Name one that holds exercise files (*.toml).")
    named = sorted((item.name, item) for item in place.iterdir() if item.name.endswith(".toml"))
    texts = {name: _read(item) for name, item in named if name != SOURCES_FILE}
    if not texts:
        raise UnavailableError(f"The folder {place} holds no exercise file (*.toml).")
    return texts


def read_sources(folder: Path | None = None) -> str:
    """Return the text of the sources: the folder's own `sources.toml` where it has one, else the shipped one."""
    own = folder / SOURCES_FILE if folder is not None else None
    return _read(own if own is not None and own.is_file() else _shipped() / SOURCES_FILE)


def _shipped() -> Traversable:
    return files("lumbar.catalogue")


def _read(item: Traversable) -> str:
    try:
        return item.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnavailableError(f"{item} cannot be read as UTF-8 text: {error}") from error
