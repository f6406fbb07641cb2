"""The results of a folder of films: one JSON file a film, so that what is done is not done again."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lumbar.app.watch import Plain, said_again
from lumbar.app.watch_words import NO_FILMS, NOT_WRITTEN, Told, why, words_in
from lumbar.errors import InputError, UnavailableError
from lumbar.vision.film import SUFFIXES
from lumbar.vision.job import Done, Job

ENDING: Final = ".watched.json"
ASKED: Final = "asked"


@dataclass(frozen=True, slots=True)
class Results:
    """The results kept in `folder`."""

    folder: Path

    def path(self, film: Path) -> Path:
        """Return where the result of `film` is kept."""
        return self.folder / f"{film.name}{ENDING}"

    def check(self) -> None:
        """Hold the folder to what can be written, before the slow work.

        Raises:
            UnavailableError: If no result can be written there; says why.
        """
        probe = self.folder / f".{os.getpid()}{ENDING}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise UnavailableError(Told(NOT_WRITTEN, path=self.folder, why=why(error))) from None

    def read(self, job: Job) -> Plain | None:
        """Return the result of `job`; nothing where it is not done, or was asked differently, or the film changed."""
        try:
            kept = json.loads(self.path(job.film).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(kept, dict) or kept.get(ASKED) != _asked(job) or "error" in kept:
            return None
        return said_again(kept, words_in(job.language))

    def write(self, job: Job, done: Done) -> Plain:
        """Keep how `job` ended and return it; what failed is kept with its error, and will be tried again.

        Raises:
            UnavailableError: If it cannot be written.
        """
        told = {"error": done.error} if done.told is None else done.told
        kept: Plain = {"film": job.film.name, **told, ASKED: _asked(job)}
        path = self.path(job.film)
        beside = path.with_name(f"{path.name}.new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            beside.replace(path)  # whole or not at all, whenever it is stopped
        except OSError as error:
            raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None
        return kept


def films_in(folder: Path) -> list[Path]:
    """Return the films of `folder`, the largest first: what takes longest is begun first.

    Raises:
        InputError: If there is none.
    """
    found = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    if not found:
        raise InputError([Told(NO_FILMS, path=folder, kinds=", ".join(sorted(SUFFIXES)))])
    return sorted(found, key=lambda path: (-path.stat().st_size, path.name))


def _asked(job: Job) -> Plain:
    """Return what decides the result: what was asked, and which bytes the film had."""
    about = job.film.stat()
    return {
        "exercise": job.exercise,
        "side": job.side,
        "model": job.model,
        "bytes": about.st_size,
        "changed_ns": about.st_mtime_ns,
    }
