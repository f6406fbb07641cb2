"""The second track of an .mp4: the same pictures in AV1, for browsers.

OpenCV writes MPEG-4 part 2 into an .mp4: players and programs read it, and OpenCV does, but no browser. So the pictures
are coded once more, in AV1, by Pillow. The two tracks are alternatives to each other (ISO/IEC 14496-12, 8.3.2): whoever
plays the film takes the one that can be decoded. Both have the same time stamps, since these are copied.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from struct import pack, pack_into
from typing import Final

import cv2
from PIL import Image as Pillow
from PIL import features

from lumbar.app.watch_words import NOT_WRITTEN, Told, why
from lumbar.errors import UnavailableError
from lumbar.vision.boxes import Box, box, boxes_in, copy_part, find_box, last_box, table
from lumbar.vision.film import frames_of, open_film
from lumbar.vision.region import Image

SPEED: Final = 9  # of 10: the quickest that libaom has for what moves
QUALITY: Final = 70  # of 100: closer to the pictures than the first track, in fewer bytes; ours
TOGETHER: Final = 48  # pictures from one that stands alone to the next: where a player can jump to; ours
LEAST: Final = 2  # pictures that make a sequence; a single one would be a still
_TABLES: Final = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
_MOST_BYTES: Final = 2**32  # of a film whose places are told in four bytes
_TKHD_ID, _TKHD_GROUP = 20, 42  # bytes before the track's number and its alternate group (version 0)


@dataclass(frozen=True, slots=True)
class _Coded:
    """Pictures coded: the bytes of each, and the boxes that tell how to decode them."""

    pictures: list[bytes]
    how: bytes


class BrowserTrack:
    """Codes pictures as they come, and joins them to a film that OpenCV has written of the same pictures."""

    def __init__(self) -> None:
        """Begin without any."""
        self._waiting: list[Pillow.Image] = []
        self._pictures: list[bytes] = []
        self._alone: list[int] = []  # numbers, from 1, of the pictures that stand alone
        self._how = b""
        self._size = (0, 0)

    def add(self, image: Image) -> None:
        """Add a picture."""
        self._waiting.append(Pillow.fromarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB)))
        self._size = self._waiting[-1].size
        if len(self._waiting) == TOGETHER + LEAST:
            self._code(TOGETHER)

    def join(self, path: Path) -> None:
        """Put the track into the film at `path`, whole or not at all.

        Raises:
            UnavailableError: If it cannot be written.
            ValueError: If the film is not one that OpenCV wrote of as many pictures.
        """
        if self._waiting:
            self._code(len(self._waiting))
        beside = path.with_name(f"{path.name}.new")
        try:
            old = last_box(path)
            new = self._contents(old)
            with path.open("rb") as film, beside.open("wb") as both:
                copy_part(film, both, old.begins)
                both.write(pack(">I4s", 8 + sum(map(len, self._pictures)), b"mdat"))
                both.writelines(self._pictures)
                both.write(new)
            beside.replace(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None

    def _code(self, count: int) -> None:
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        coded = _coded(now if len(now) >= LEAST else now * LEAST)
        self._alone.append(len(self._pictures) + 1)
        self._pictures += coded.pictures[:count]
        self._how = coded.how

    def _contents(self, moov: Box) -> bytes:
        """Return the table of contents `moov`, where it was the film's last box, with this track too."""
        head, first = find_box(moov.data, b"moov", b"mvhd"), find_box(moov.data, b"moov", b"trak")
        count = find_box(moov.data, *_TABLES, b"stsz").numbers(16, 1)
        ends = moov.begins + sum(map(len, self._pictures))
        if moov.kind != b"moov" or count != (len(self._pictures),) or ends >= _MOST_BYTES:
            message = "not a film that OpenCV wrote of these pictures"
            raise ValueError(message)
        (number,) = head.numbers(len(head.data) - 4, 1)
        both = (_alternative(first.data, number - 1), _alternative(self._track(moov, first), number))
        rest = (part.data for part in boxes_in(moov.data[8:]) if part.kind not in {b"mvhd", b"trak"})
        return box(b"moov", head.data[:-4], pack(">I", number + 1), *both, *rest)

    def _track(self, moov: Box, first: Box) -> bytes:
        """Return a track like the `first`, with these pictures, which begin where `moov` was."""
        wide, high = self._size
        entry = box(
            b"av01",
            pack(">6xH16xHHIIIH32sHh", 1, wide, high, 72 << 16, 72 << 16, 0, 1, b"", 24, -1),
            self._how,
        )
        count = len(self._pictures)
        tables = (
            box(b"stsd", bytes(4), pack(">I", 1), entry),
            find_box(moov.data, *_TABLES, b"stts").data,
            table(b"stss", len(self._alone), *self._alone),
            table(b"stsc", 1, 1, count, 1),
            table(b"stsz", 0, count, *map(len, self._pictures)),
            table(b"stco", 1, moov.begins + 8),
        )
        return _with(first.data, (b"mdia", b"minf", b"stbl"), box(b"stbl", *tables))


def add_browser_track(path: Path) -> None:
    """Give the .mp4 at `path`, which OpenCV wrote, its second track; without Pillow's AV1, leave it as it is.

    Raises:
        InputError: If it cannot be read again.
        UnavailableError: If it cannot be written.
    """
    if not can_code():
        return
    track = BrowserTrack()
    for _, image in frames_of(open_film(path)):
        track.add(image)
    with suppress(ValueError):  # an OpenCV that builds its films otherwise: players play it all the same
        track.join(path)


def can_code() -> bool:
    """Return whether this Pillow codes AV1."""
    return bool(features.check("avif"))


def _coded(pictures: list[Pillow.Image]) -> _Coded:
    """Return `pictures`, at least two, coded one upon the other."""
    file = BytesIO()
    pictures[0].save(
        file,
        "AVIF",
        save_all=True,
        append_images=pictures[1:],
        speed=SPEED,
        quality=QUALITY,
        range="limited",
        duration=40,  # ms; the film has its own times
        max_threads=1,  # the same bytes on every machine
        autotiling=False,
    )
    data = file.getvalue()
    sizes, place = (find_box(data, *_TABLES, kind) for kind in (b"stsz", b"stco"))
    (at,) = place.numbers(16, 1)
    return _Coded(list(_cut(data, at, sizes.numbers(20, len(pictures)))), _how(data))


def _cut(data: bytes, at: int, sizes: tuple[int, ...]) -> Iterator[bytes]:
    for size in sizes:
        yield data[at : at + size]
        at += size


def _how(data: bytes) -> bytes:
    """Return the boxes that say how AV1 is decoded, and in which colours."""
    return b"".join(find_box(data, *_TABLES, b"stsd", b"av01", kind).data for kind in (b"av1C", b"colr"))


def _alternative(track: bytes, number: int) -> bytes:
    """Return `track` with its `number`, as one of the alternatives of group 1."""
    head = bytearray(find_box(track, b"trak", b"tkhd").data)
    pack_into(">I", head, _TKHD_ID, number)
    pack_into(">H", head, _TKHD_GROUP, 1)
    return _with(track, (b"tkhd",), bytes(head))


def _with(holder: bytes, path: tuple[bytes, ...], new: bytes) -> bytes:
    """Return the box `holder` with `new` in the place of the box at `path`."""
    inside = (
        (new if len(path) == 1 else _with(part.data, path[1:], new)) if part.kind == path[0] else part.data
        for part in boxes_in(holder[8:])
    )
    return box(holder[4:8], *inside)
