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

    def read(self, job: Job, asked: Plain) -> Plain | None:
        """Return the result of `job`; nothing where it is not done, or `asked` about it was something else."""
        try:
            kept = json.loads(self.path(job.film).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(kept, dict) or kept.get(ASKED) != asked or "error" in kept:
            return None
        return said_again(kept, words_in(job.language))

    def write(self, job: Job, done: Done, asked: Plain) -> Plain:
        """Keep how `job` ended, and what was `asked`, and return it; what failed will be tried again.

        Raises:
            UnavailableError: If it cannot be written.
        """
        told = {"error": done.error} if done.told is None else done.told
        kept: Plain = {"film": job.film.name, **told, ASKED: asked}
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
    return sorted(found, key=lambda path: (-_size(path), path.name))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def asked_about(job: Job, watched_by: str) -> Plain:
    """Return what decides the result of `job`: what was asked, which bytes the film has now, and who watches.

    It is taken before the work, so that a film that changes meanwhile is watched again.
    """
    try:
        about = job.film.stat()
        bytes_, changed_ns = about.st_size, about.st_mtime_ns
    except OSError:  # it was there a moment ago; the job will say that it is not
        bytes_ = changed_ns = 0
    return {
        "exercise": job.exercise,
        "side": job.side,
        "model": job.model,
        "bytes": bytes_,
        "changed_ns": changed_ns,
        "watched_by": watched_by,
    }
