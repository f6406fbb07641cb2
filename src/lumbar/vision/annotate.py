"""An annotated film: the skeleton on the near side, and below the picture the count, the way, the hold and the cue."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from errno import EIO
from gettext import NullTranslations
from math import isfinite
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from lumbar.app.watch import Outcome
from lumbar.app.watch_skeleton import Line, across, joints, lines, near_is_left
from lumbar.app.watch_words import NOT_WRITTEN, UNRECOGNISED, Told, why
from lumbar.catalogue.exercise import Language
from lumbar.errors import UnavailableError
from lumbar.vision.album import Album
from lumbar.vision.browser_track import BrowserTrack, can_code
from lumbar.vision.film import USUAL_FPS
from lumbar.vision.lettering import Colour, Lettering
from lumbar.vision.moment import Now, Story
from lumbar.vision.quiet import quiet
from lumbar.vision.region import FloatArray, Image

PAPER: Final[Colour] = (230, 241, 246)  # blue first: the paper, inks and accent of the pages
INK: Final[Colour] = (22, 26, 29)
SECOND: Final[Colour] = (71, 83, 90)
HAIR: Final[Colour] = (180, 198, 207)
BLUE: Final[Colour] = (184, 65, 31)
LIGHT: Final[Colour] = (242, 251, 255)
LEAST_WIDTH: Final = 640  # px: a smaller film is enlarged, so that its words can be read; ours
SHIFT: Final = 4  # bits: OpenCV draws between pixels
CODECS: Final = {".mp4": "mp4v", ".webm": "VP80"}  # an .mp4 gets a second track, for browsers


def annotate(  # noqa: PLR0913, PLR0917 - everything that is drawn
    path: Path,
    outcome: Outcome,
    album: Album,
    language: Language,
    words: NullTranslations,
    typeface: bytes | None,
    tell: Callable[[int], None] = lambda _done: None,
) -> None:
    """Write the film in `album` to `path` with what came of it drawn upon it; `tell` how many frames are done.

    Raises:
        UnavailableError: If the film cannot be written.
    """
    name = outcome.exercise.texts[language].name if outcome.exercise else words.gettext(UNRECOGNISED)
    images = drawn_frames(outcome, album, name, words, Lettering(typeface))
    unfinished = path.with_name(f"{path.stem}.unfinished{path.suffix}")
    try:
        _write(unfinished, _counted(images, tell), _fps(outcome.track.times_s))
        unfinished.replace(path)
    except OSError as error:
        raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None
    finally:
        unfinished.unlink(missing_ok=True)


def _counted(images: Iterator[Image], tell: Callable[[int], None]) -> Iterator[Image]:
    for done, image in enumerate(images, start=1):
        yield image
        tell(done)


def _write(path: Path, images: Iterator[Image], fps: float) -> None:
    """Write `images` as a film; an .mp4 also for browsers."""
    writer: cv2.VideoWriter | None = None
    second = BrowserTrack() if path.suffix.lower() == ".mp4" and can_code() else None
    try:
        for image in images:
            if writer is None:
                writer = _writer(path, fps, image)
            writer.write(image)
            if second is not None:
                second.add(image)
    finally:
        if writer is not None:
            writer.release()
    if second is not None and writer is not None:
        with suppress(ValueError):  # an OpenCV that builds its films otherwise: players play it all the same
            second.join(path)


def drawn_frames(
    outcome: Outcome, album: Album, name: str, words: NullTranslations, lettering: Lettering
) -> Iterator[Image]:
    """Yield every frame with its skeleton and its strip."""
    story = Story(outcome, words)
    track = outcome.track
    share = album.size_px[0] / track.size_px[0]
    scale = max(1.0, LEAST_WIDTH / album.size_px[0])
    near = _near_sides(outcome)
    for number in range(min(len(album), len(track))):
        image = album.image(number)
        if scale > 1:
            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC).astype(np.uint8)
        now = story.at(number, float(track.times_s[number]))
        _draw_skeleton(image, track.points_px[number] * share * scale, left=near[number], faint=now.refuses)
        strip = _strip(image.shape[1], now, name, lettering)
        yield _even(np.vstack([image, strip]))


def _near_sides(outcome: Outcome) -> list[bool]:
    """Return for every frame whether the left side is near, decided once a second."""
    times = outcome.track.times_s
    by_second: dict[int, bool] = {}
    told = []
    for number, time in enumerate(times):
        second = int(time)
        if second not in by_second:
            by_second[second] = near_is_left(outcome.track, number)
        told.append(by_second[second])
    return told


def _draw_skeleton(image: Image, points: FloatArray, *, left: bool, faint: bool) -> None:
    thick = max(2, round(image.shape[1] / 200))
    _draw(image, (*lines(points, left=not left), *across(points)), LIGHT, max(1, thick // 2))
    _draw(image, lines(points, left=left), LIGHT, 2 * thick + 1)
    _draw(image, lines(points, left=left), SECOND if faint else BLUE, thick)
    for x, y in joints(points, left=left):
        if isfinite(x) and isfinite(y):
            at = (round(x * 2**SHIFT), round(y * 2**SHIFT))
            cv2.circle(image, at, (thick + 1) << SHIFT, LIGHT, cv2.FILLED, cv2.LINE_AA, SHIFT)
            cv2.circle(image, at, thick << SHIFT, SECOND if faint else BLUE, 2, cv2.LINE_AA, SHIFT)


def _draw(image: Image, ways: tuple[Line, ...], colour: Colour, thick: int) -> None:
    for way in ways:
        if np.isfinite(way).all():
            places = np.round(way * 2**SHIFT).astype(np.int32)
            cv2.polylines(image, [places], False, colour, thick, cv2.LINE_AA, SHIFT)  # noqa: FBT003 - OpenCV's order


def _strip(width: int, now: Now, name: str, lettering: Lettering) -> Image:
    """Return the strip below the picture: the count large at the left, beside it the name, the way and the words."""
    unit = max(16, round(width / 36))
    gap = unit // 2
    strip = np.full((5 * unit + gap, width, 3), PAPER, np.uint8)
    count = lettering.text(str(now.count), 4 * unit, "bold", (INK, PAPER), width)
    _put(strip, count, gap, gap // 2)
    left = gap + max(count.shape[1], 3 * unit) + gap
    if now.hold_s is not None:
        held = f"{int(now.hold_s) // 60}:{int(now.hold_s) % 60:02d}"
        clock = lettering.text(held, 2 * unit, "bold", (BLUE, PAPER), width)
        _put(strip, clock, width - gap - clock.shape[1], gap)
    room = width - left - gap - 6 * unit  # the clock's place is kept, so that nothing jumps when it comes
    _put(strip, lettering.text(name, unit, "plain", (SECOND, PAPER), room), left, gap)
    _bar(strip, (left, round(gap + 1.7 * unit), left + room, round(gap + 2.3 * unit)), now)
    ink = (SECOND if now.refuses else INK, PAPER)
    _put(strip, lettering.text(now.words, round(1.1 * unit), "bold", ink, width - left - gap), left, gap + 3 * unit)
    return strip


def _bar(strip: Image, place: tuple[int, int, int, int], now: Now) -> None:
    left, top, right, bottom = place
    cv2.rectangle(strip, (left, top), (right, bottom), HAIR, cv2.FILLED)
    if isfinite(now.phase) and not now.refuses:
        reached = left + round((right - left) * min(1.0, max(0.0, now.phase)))
        cv2.rectangle(strip, (left, top), (reached, bottom), BLUE, cv2.FILLED)


def _put(canvas: Image, part: Image, left: int, top: int) -> None:
    """Lay `part` upon `canvas`, as far as it fits."""
    here = canvas[top : top + part.shape[0], left : left + part.shape[1]]
    here[:] = part[: here.shape[0], : here.shape[1]]


def _even(image: Image) -> Image:
    """Return `image` with an even width and height, as films have them."""
    height, width = image.shape[:2]
    return np.ascontiguousarray(image[: height // 2 * 2, : width // 2 * 2])


def _fps(times_s: FloatArray) -> float:
    """Return at how many frames a second the film takes as long as the one it is drawn upon."""
    taken_s = float(times_s[-1] - times_s[0]) if len(times_s) else 0.0
    return round((len(times_s) - 1) / taken_s, 3) if taken_s > 0 else USUAL_FPS


def _writer(path: Path, fps: float, image: Image) -> cv2.VideoWriter:
    code = cv2.VideoWriter.fourcc(*CODECS[path.suffix.lower()])
    with quiet():
        writer = cv2.VideoWriter(str(path), code, fps, (image.shape[1], image.shape[0]))
    if not writer.isOpened():
        raise OSError(EIO, "OpenCV cannot code it. Name another folder, or a file that ends in .mp4 or .webm")
    return writer
