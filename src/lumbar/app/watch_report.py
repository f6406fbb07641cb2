"""The report of a set: one page that needs nothing else, to read and to show."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from lumbar.app.watch import Outcome, cue_text, cut_text, how_to_film, refusal_text, somebody_is_seen
from lumbar.app.watch_chart import Level, chart
from lumbar.app.watch_opening import opening, title_of
from lumbar.app.watch_parts import begin, note, paragraph, rows_of
from lumbar.app.watch_pictures import MOST, Box, Moment, box_around, moments, picture
from lumbar.app.watch_reader import Reader, angle_name, degrees
from lumbar.app.watch_table import repetitions_table
from lumbar.app.watch_target import aim_text, targets_of
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.events import CueGiven
from lumbar.coach.expectation import expect

_BARS = "M2 0h9v3.6H2zM.8 5.3h10.4v3.6H.8zM1 10.6h11.6v3.6H1zM2.2 15.9h12.6v3.6H2.2zM3.6 21.2h12v3.6h-12z"
_MARK = f'<svg viewBox="0 0 16 25" aria-hidden="true"><path d="{_BARS}"/></svg>'

FEW: Final = 3  # pictures that may be large


def report_page(
    outcome: Outcome,
    film: str,
    reader: Reader,
    photo: Callable[[int, Box], bytes | None],
    known: Iterable[Exercise] = (),
) -> str:
    """Return the page.

    Args:
        outcome: What came of the set.
        film: The name of the film, for the head of the page.
        reader: Whom it is for.
        photo: Returns what a box of a frame shows, as JPEG; nothing where there is no film.
        known: The exercises there are, for a film whose exercise was not recognised.
    """
    title = title_of(outcome, reader)
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{reader.language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title} · {escape(film)} · Lumbar</title>",
            f"<style>\n{_typeface(reader)}{_style()}</style>\n</head>\n<body>",
            _head(film),
            "<main>",
            *opening(outcome, reader, title),
            *_parts(outcome, reader, photo, known),
            "</main>\n</body>\n</html>\n",
        )
    )


def _head(film: str) -> str:
    named = f'<span class="note">{escape(film)}</span>'
    return f'<header class="head"><span class="mark">{_MARK}Lumbar</span>{named}</header>'


def _parts(
    outcome: Outcome, reader: Reader, photo: Callable[[int, Box], bytes | None], known: Iterable[Exercise]
) -> Iterator[str]:
    exercise = outcome.exercise
    if exercise is not None:
        yield from _curve(outcome, exercise, reader)
    yield from _pictures(outcome, reader, photo)
    if exercise is not None:
        yield from repetitions_table(outcome, exercise, reader)
    if outcome.watched.repetitions or outcome.watched.holds:
        yield '<div class="pair">'
        yield from _cues(outcome, reader)
        yield from _refusals(outcome, reader)
        yield "</div>"
    elif exercise is not None or outcome.watched.refusals:
        yield from _refusals(outcome, reader)
    if exercise is None and somebody_is_seen(outcome.track):
        yield from _names(known, reader)
    yield from _about(outcome, reader)


def _curve(outcome: Outcome, exercise: Exercise, reader: Reader) -> Iterator[str]:
    words = reader.words
    rest, peak = _levels(exercise, reader)
    drawn = chart(outcome, rest, peak, words)
    if drawn:
        yield begin(words.gettext("From rest to the peak and back"))
        yield drawn
        yield f'<ul class="key">{"".join(_key(outcome, peak, reader))}</ul></section>'


def _levels(exercise: Exercise, reader: Reader) -> tuple[Level, Level]:
    """Return what the chart calls rest and peak, and how far from the peak its one angle may be."""
    words, expected = reader.words, expect(exercise)
    bold = words.pgettext("of a movement", "rest"), words.pgettext("of a movement", "peak")
    if expected is None:
        return Level(bold[0]), Level(bold[1])
    place = expected.moves[0]
    name = expected.table.names[place]
    ends = (float(expected.rest_deg[place]), float(expected.peak_deg[place]))
    rest, peak = (f"{angle_name(name, reader)} {degrees(name, deg)}" for deg in ends)
    target = targets_of(exercise).get(name)
    if target is None or len(expected.moves) > 1 or ends[0] == ends[1]:  # the curve is not that of one angle
        return Level(bold[0], rest), Level(bold[1], peak)
    way = abs(ends[1] - ends[0])
    short, beyond = (target.less, target.more) if target.rises else (target.more, target.less)
    return Level(bold[0], rest), Level(bold[1], peak, (short / way, beyond / way), aim_text(name, target, reader))


def _key(outcome: Outcome, peak: Level, reader: Reader) -> Iterator[str]:
    words, watched = reader.words, outcome.watched
    kinds = (
        ("full", words.gettext("counted"), any(one.full for one in watched.repetitions)),
        ("partial", words.gettext("not all the way"), any(not one.full for one in watched.repetitions)),
        ("aim", peak.aim, bool(peak.aim)),
        ("held", words.gettext("held"), bool(watched.holds)),
        ("cue", words.gettext("a cue"), any(isinstance(cue, CueGiven) for cue in watched.cues)),
        ("unseen", words.gettext("not counted: the camera could not see"), bool(watched.refusals)),
    )
    return (f'<li><i class="{kind}"></i>{escape(name)}</li>' for kind, name, is_there in kinds if is_there)


def _pictures(outcome: Outcome, reader: Reader, photo: Callable[[int, Box], bytes | None]) -> Iterator[str]:
    words, watched = reader.words, outcome.watched
    shown = moments(outcome, words)
    if not shown:
        return
    box = box_around(outcome.track, shown)
    title = words.gettext("At the peak") if watched.count else words.gettext("While holding")
    yield begin(title if watched.count or watched.holds else words.gettext("What the camera saw"))
    if watched.count > MOST:
        yield note(words.gettext("The first {number}.").format(number=MOST))
    yield f'<div class="peaks{" few" if len(shown) <= FEW else ""}{" tall" if box[3] > box[2] else ""}">'
    for moment in shown:
        yield _figure(outcome, moment, box, photo(moment.frame, box), reader)
    yield "</div></section>"


def _figure(outcome: Outcome, moment: Moment, box: Box, jpeg: bytes | None, reader: Reader) -> str:
    at = reader.number(moment.at_s)
    name = moment.caption or reader.words.gettext("The film")
    label = reader.words.gettext("{name}, at {seconds} seconds").format(name=name, seconds=at)
    drawn = picture(outcome.track, moment, box, jpeg, label)
    caption = f"<b>{escape(moment.caption)}</b>" if moment.caption else ""
    return f"<figure>{drawn}<figcaption>{caption}<span>{at} s</span></figcaption></figure>"


def _cues(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words = reader.words
    times: dict[str, list[float]] = {}
    for cue in outcome.watched.cues:
        if isinstance(cue, CueGiven):
            times.setdefault(cue.code, []).append(cue.at_s)
    yield begin(words.gettext("To work on"))
    if times:
        rows = ((_moments(at, reader), cue_text(code, words)) for code, at in times.items())
        yield rows_of(rows)
    else:
        yield paragraph(words.gettext("Nothing to put right was seen."))
    yield "</section>"


def _refusals(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words = reader.words
    yield begin(words.gettext("What the camera could not see"))
    if outcome.watched.refusals:
        yield rows_of(
            (f"{reader.number(one.from_s)}–{reader.number(one.to_s)} s", refusal_text(one.code, words))
            for one in outcome.watched.refusals
        )
    else:
        yield paragraph(words.gettext("You were in the picture all the time."))
    yield "</section>"


def _names(known: Iterable[Exercise], reader: Reader) -> Iterator[str]:
    """Yield what can be named."""
    counted = [one for one in known if one.camera is not None and one.camera.counts]
    if not counted:
        return
    yield begin(reader.words.gettext("What a camera can count"))
    yield '<ul class="names">'
    names = sorted((one.texts[reader.language].name, one.id) for one in counted)
    yield from (f"<li>{escape(name)}<code>--exercise {escape(id_)}</code></li>" for name, id_ in names)
    yield "</ul></section>"


def _about(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words = reader.words
    tolerance = words.gettext(
        "Counts and times come from the film’s own clock. Angles are read in the plane of the picture, "
        "filmed from the side, and are good to about 10°; where the picture did not allow that, nothing was counted."
    )
    proxy = words.gettext(
        "No point of the back between shoulder and hip is seen, so the shape of the back itself is not judged."
    )
    coaching = outcome.exercise.camera if outcome.exercise else None
    said = words.gettext("Nor does a camera see: {things}.")
    if coaching is not None and not coaching.counts:
        said = words.gettext("A camera does not see: {things}.")
    unseen = said.format(things=", ".join(words.gettext(thing) for thing in (coaching.unseen if coaching else ())))
    own = words.gettext("Made on this computer. The film never left it.")
    yield begin(words.gettext("How to read this"), "last")
    if coaching is not None and coaching.counts:
        yield paragraph(tolerance)
        yield paragraph(proxy)
    elif coaching is None and somebody_is_seen(outcome.track):
        yield paragraph(how_to_film(words))
    if coaching is not None and coaching.unseen:
        yield paragraph(unseen)
    yield f"<p><strong>{escape(own)}</strong></p>"
    if outcome.of_frames:
        yield paragraph(cut_text(outcome.watched.frames, outcome.of_frames, words))
    if outcome.model is not None:
        made = words.gettext("{frames} frames, read with the pose model BlazePose {model}.")
        yield note(made.format(frames=outcome.watched.frames, model=outcome.model))
    yield "</section>"


def _moments(times: Sequence[float], reader: Reader) -> str:
    few = 3
    shown = " · ".join(reader.number(time) for time in times[:few])
    return f"{shown} s" if len(times) <= few else f"{shown} · … s"


def _style() -> str:
    return (files("lumbar.app") / "watch_report.css").read_text(encoding="utf-8")


def _typeface(reader: Reader) -> str:
    if reader.typeface is None:
        return ""
    data = b64encode(reader.typeface).decode()
    return (
        '@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 200 800; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}\n'
    )
