"""Boxes: what .mp4 and .avif files are built of (ISO/IEC 14496-12): a length, four letters, and what is inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import pack, unpack_from
from typing import BinaryIO, Final

_LEAST: Final = 8  # bytes of a box with nothing in it
_PIECE: Final = 2**20
_HOLDS_BOXES_AFTER: Final = {  # bytes before the first box inside; other boxes hold values
    b"moov": 8,
    b"trak": 8,
    b"mdia": 8,
    b"minf": 8,
    b"stbl": 8,
    b"stsd": 16,
    b"av01": 86,
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box at `begins` in its file, with its whole content."""

    kind: bytes
    begins: int
    data: bytes

    def numbers(self, at: int, count: int) -> tuple[int, ...]:
        """Return `count` whole numbers of four bytes, the first at byte `at` of the box."""
        return unpack_from(f">{count}I", self.data, at)


def boxes_in(data: bytes, begins: int = 0) -> Iterator[Box]:
    """Yield the boxes that lie one after the other in `data`, which is at `begins` in its file.

    Raises:
        ValueError: If what is there is no box.
    """
    at = 0
    while at + _LEAST <= len(data):
        (length,), kind = unpack_from(">I", data, at), data[at + 4 : at + 8]
        if length == 1 and at + 16 <= len(data):
            (length,) = unpack_from(">Q", data, at + 8)
        if not _LEAST <= length <= len(data) - at:
            message = f"no box at byte {begins + at}"
            raise ValueError(message)
        yield Box(kind, begins + at, data[at : at + length])
        at += length


def find_box(data: bytes, *path: bytes) -> Box:
    """Return the first box at `path`, each of its kinds inside the one before.

    Raises:
        ValueError: If there is none.
    """
    begins = 0
    for step, kind in enumerate(path):
        found = next((box for box in boxes_in(data, begins) if box.kind == kind), None)
        if found is None:
            message = f"no box {b'/'.join(path).decode()}"
            raise ValueError(message)
        if step == len(path) - 1:
            return found
        skipped = _HOLDS_BOXES_AFTER[kind]
        data, begins = found.data[skipped:], found.begins + skipped
    message = "no path"
    raise ValueError(message)


def last_box(path: Path) -> Box:
    """Return the last box of the file at `path`, without reading those before it.

    Raises:
        ValueError: If it does not end in a whole box.
        OSError: If it cannot be read.
    """
    at, whole = 0, path.stat().st_size
    with path.open("rb") as file:
        while True:
            file.seek(at)
            head = file.read(2 * _LEAST)
            (length,) = unpack_from(">I", head) if len(head) >= _LEAST else (0,)
            if length == 1 and len(head) == 2 * _LEAST:
                (length,) = unpack_from(">Q", head, _LEAST)
            if not _LEAST <= length <= whole - at:
                message = f"no box at byte {at}"
                raise ValueError(message)
            if at + length == whole:
                file.seek(at)
                return Box(head[4:8], at, file.read())
            at += length


def copy_part(source: BinaryIO, target: BinaryIO, size: int) -> None:
    """Copy the first `size` bytes, a piece at a time."""
    target.writelines(source.read(min(_PIECE, size - source.tell())) for _ in range(0, size, _PIECE))


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of `parts`."""
    inside = b"".join(parts)
    return pack(">I4s", 8 + len(inside), kind) + inside


def table(kind: bytes, *numbers: int) -> bytes:
    """Return a box of whole numbers of four bytes; version and flags are zero."""
    return box(kind, bytes(4), pack(f">{len(numbers)}I", *numbers))
