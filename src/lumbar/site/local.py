"""The journal of the one person of this machine, for programs that are no site: the command line, a script."""

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lumbar.app.store import JournalStore
    from lumbar.site.prepare import Say


class LocalJournal(NamedTuple):
    """A store and the number of the one owner in it."""

    store: "JournalStore"
    owner: int


def open_store(say: "Say | None" = None) -> LocalJournal:
    """Return the journal of this machine, made ready; `say` is told what is done to it (else: standard error).

    Raises:
        UnavailableError: If it cannot be used now; the message says what to do.
    """
    _set_up(say)
    from lumbar.site.models.owner import local_owner
    from lumbar.site.store import TableStore

    return LocalJournal(TableStore(), local_owner().pk)


@contextmanager
def words_in(language: str) -> "Iterator[None]":
    """Let every text be in this language for a while; no journal is opened, and none is made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbar.site.settings")
    import django
    from django.utils.translation import override

    django.setup()
    with override(language):
        yield


def export_everything() -> bytes:
    """Return the zip of everything that is kept on this machine."""
    _set_up(None)
    from lumbar.site.export import export_zip
    from lumbar.site.models.owner import local_owner

    return export_zip(local_owner())


def erase_everything() -> None:
    """Delete everything that is kept on this machine, for ever."""
    _set_up(None)
    from lumbar.site.erase import erase_everything as erase
    from lumbar.site.models.owner import local_owner

    erase(local_owner().pk)


def _set_up(say: "Say | None") -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbar.site.settings")
    from lumbar.site.prepare import prepare

    prepare(say or _say)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
