"""Read ahead: let a thread of its own bring what comes next while this one works."""

from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, TypeVar

T = TypeVar("T")
WAIT_S: Final = 0.1  # between two looks at whether anybody still wants more


class _End:
    """What stands at the end: the error that ended it, or none."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def read_ahead(source: Iterable[T], most: int = 8) -> Iterator[T]:
    """Yield what `source` yields, in order, with up to `most` of it brought before it is asked for.

    An error of `source` is raised here, in its place. Closing this closes the thread.
    """
    waiting: Queue[T | _End] = Queue(most)
    enough = Event()
    reader = Thread(target=_bring, args=(source, waiting, enough), name="read ahead", daemon=True)
    reader.start()
    try:
        while not isinstance(item := waiting.get(), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        enough.set()
        _empty(waiting)
        reader.join()


def _bring(source: Iterable[T], waiting: "Queue[T | _End]", enough: Event) -> None:
    error: BaseException | None = None
    try:
        for item in source:
            if not _put(item, waiting, enough):
                return
    except BaseException as raised:  # noqa: BLE001 - it is raised again where it is read
        error = raised
    finally:
        if isinstance(source, Iterator) and hasattr(source, "close"):
            source.close()
    _put(_End(error), waiting, enough)


def _put(item: "T | _End", waiting: "Queue[T | _End]", enough: Event) -> bool:
    while not enough.is_set():
        try:
            waiting.put(item, timeout=WAIT_S)
        except Full:
            continue
        return True
    return False


def _empty(waiting: "Queue[T | _End]") -> None:
    try:
        while True:
            waiting.get_nowait()
    except Empty:
        return
