"""The easel: stills that are not there yet, drawn one after the other in the background, so that nobody waits for one.

A page asks, gets nothing, and shows an empty plate; when it is loaded again later, the picture is there.
"""

import logging
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

from lumbar.app.stills import KEPT, draw, is_kept, keep, still_key, still_name
from lumbar.catalogue.exercise import Exercise

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOG: Final = logging.getLogger(__name__)


class Easel:
    """Draws in one thread of its own; what cannot be kept in its folder it remembers."""

    def __init__(self, folder: Path = KEPT) -> None:
        """Keep what is drawn in `folder`."""
        self.folder = folder
        self._asked: SimpleQueue[tuple[Exercise, str]] = SimpleQueue()
        self._begun: set[str] = set()
        self._drawn: dict[str, Mapping[str, bytes]] = {}
        self._changed = Condition()
        self._thread: Thread | None = None

    def still(self, exercise: Exercise, name: str, body: str) -> bytes | None:
        """Return a still, one of `STILLS`, as a WebP file; nothing where it has to be drawn, which is begun.

        Raises:
            UnavailableError: If the build has made no body.
        """
        key = still_key(exercise, body)
        if key in self._drawn:
            return self._drawn[key][name]
        if is_kept(exercise, body, self.folder):
            with suppress(OSError):  # it was taken away meanwhile
                return (self.folder / still_name(exercise, name, body)).read_bytes()
        with self._changed:
            if key not in self._begun:
                self._begun.add(key)
                self._asked.put((exercise, body))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="lumbar-easel", daemon=True)  # it ends when we end
                self._thread.start()
        return None

    def wait(self) -> None:
        """Wait until everything that was asked for is drawn."""
        with self._changed:
            self._changed.wait_for(lambda: not self._begun)

    def _work(self) -> None:
        while True:
            exercise, body = self._asked.get()
            try:
                self._draw(exercise, body)
            except Exception:  # noqa: BLE001 -- whatever it is, the next one is drawn
                _LOG.exception("The stills of %s could not be drawn.", exercise.id)
            with self._changed:
                self._begun.discard(still_key(exercise, body))
                self._changed.notify_all()

    def _draw(self, exercise: Exercise, body: str) -> None:
        drawn = draw(exercise, body)
        try:
            keep(exercise, drawn, body, self.folder)
        except OSError:
            self._drawn[still_key(exercise, body)] = drawn
