"""The report of a set: one page that needs nothing else, to read and to show."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from html import escape
from importlib.resources import files
from typing import Final

from lumbar.app.watch import Outcome, cue_text, pace_s, refusal_text, refused_s
from lumbar.app.watch_chart import chart
from lumbar.app.watch_pictures import MOST, Box, Moment, box_around, moments, picture
from lumbar.catalogue.coaching import OTHER
from lumbar.catalogue.exercise import Exercise, Language
from lumbar.coach.events import CueGiven
from lumbar.coach.expectation import expect

_BARS = "M2 0h9v3.6H2zM.8 5.3h10.4v3.6H.8zM1 10.6h11.6v3.6H1zM2.2 15.9h12.6v3.6H2.2zM3.6 21.2h12v3.6h-12z"
_MARK = f'<svg viewBox="0 0 16 25" aria-hidden="true"><path d="{_BARS}"/></svg>'

FROM_UPRIGHT: Final = frozenset({"thigh", "shank", "foot", "arm", "trunk", "head"})
FEW: Final = 2  # pictures that may be large


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a report is for: the language, its translations, and the typeface [woff2] where there is one."""

    language: Language
    words: NullTranslations
    typeface: bytes | None = None

    def say(self, text: str, **values: object) -> str:
        """Return a translated text with its values in place, ready to stand in a page."""
        return escape(text.format(**values))

    def number(self, value: float, digits: int = 1) -> str:
        """Return a number as the language writes it."""
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if self.language == "es" else text


def report_page(outcome: Outcome, film: str, reader: Reader, photo: Callable[[int, Box], bytes | None]) -> str:
    """Return the page.

    Args:
        outcome: What came of the set.
        film: The name of the film, for the head of the page.
        reader: Whom it is for.
        photo: Returns what a box of a frame shows, as JPEG; nothing where there is no film.
    """
    title = _title(outcome, reader)
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{reader.language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title} · {escape(film)} · Lumbar</title>",
            f"<style>\n{_typeface(reader)}{_style()}</style>\n</head>\n<body>",
            _head(film),
            "<main>",
            *_opening(outcome, reader, title),
            *_parts(outcome, reader, photo),
            "</main>\n</body>\n</html>\n",
        )
    )


def _head(film: str) -> str:
    named = f'<span class="note">{escape(film)}</span>'
    return f'<header class="head"><span class="mark">{_MARK}Lumbar</span>{named}</header>'


def _parts(outcome: Outcome, reader: Reader, photo: Callable[[int, Box], bytes | None]) -> Iterator[str]:
    if outcome.exercise is None:
        return
    yield from _curve(outcome, outcome.exercise, reader)
    yield from _pictures(outcome, reader, photo)
    yield from _repetitions(outcome, outcome.exercise, reader)
    if outcome.watched.repetitions or outcome.watched.holds:
        yield '<div class="pair">'
        yield from _cues(outcome, reader)
        yield from _refusals(outcome, reader)
        yield "</div>"
    else:
        yield from _refusals(outcome, reader)
    yield from _about(outcome, outcome.exercise, reader)


def _title(outcome: Outcome, reader: Reader) -> str:
    if outcome.exercise is None:
        return reader.say(reader.words.gettext("I cannot tell which exercise this is"))
    return escape(outcome.exercise.texts[reader.language].name)


def _opening(outcome: Outcome, reader: Reader, title: str) -> Iterator[str]:
    yield f'<div class="opening"><h1>{title}</h1>'
    yield f'<p class="lede">{_summary(outcome, reader)}</p>'
    facts = list(_facts(outcome, reader))
    if facts:
        yield '<dl class="facts">'
        yield from (f"<div><dt>{name}</dt><dd>{value}</dd></div>" for value, name in facts)
        yield "</dl>"
    yield "</div>"


def _summary(outcome: Outcome, reader: Reader) -> str:
    words, count = reader.words, outcome.watched.count
    partial = len(outcome.watched.repetitions) - count
    if outcome.exercise is None:
        return reader.say(words.gettext("Nothing was counted. Name the exercise and watch the film again."))
    if outcome.watched.holds and not count:
        return reader.say(words.gettext("One position, held. The clock ran only while it was right."))
    if not count and partial:
        return reader.say(words.gettext("No repetition went all the way to the peak, so none was counted."))
    if not count:
        return reader.say(words.gettext("Nothing was counted. What follows says why."))
    if partial:
        told = words.ngettext("{count} went all the way to the peak", "{count} went all the way to the peak", count)
        rest = words.ngettext("{count} did not", "{count} did not", partial)
        return reader.say("{told}, {rest}.", told=told.format(count=count), rest=rest.format(count=partial))
    text = words.ngettext("It went all the way to the peak.", "Every repetition went all the way to the peak.", count)
    return reader.say(text)


def _facts(outcome: Outcome, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield a large figure and the word below it."""
    words, watched = reader.words, outcome.watched
    if outcome.exercise is None:
        return
    sides = [one.side for one in watched.repetitions if one.full]
    if "left" in sides or "right" in sides:
        yield str(sides.count("left")), reader.say(words.gettext("left"))
        yield str(sides.count("right")), reader.say(words.gettext("right"))
    else:
        yield str(watched.count), reader.say(words.ngettext("repetition", "repetitions", watched.count))
    partial = sum(not one.full for one in watched.repetitions)
    if partial:
        yield str(partial), reader.say(words.gettext("not all the way"))
    pace = pace_s(outcome)
    if pace is not None:
        yield f"{reader.number(pace)}<small> s</small>", reader.say(words.gettext("from one to the next"))
    if watched.holds:
        yield f"{reader.number(outcome.hold_s)}<small> s</small>", reader.say(words.gettext("held"))
    away = refused_s(outcome)
    if away >= 1:
        yield f"{reader.number(away, 0)}<small> s</small>", reader.say(words.gettext("not seen"))


def _curve(outcome: Outcome, exercise: Exercise, reader: Reader) -> Iterator[str]:
    expected = expect(exercise)
    at_rest = at_peak = ""
    if expected is not None:
        place = expected.moves[0]
        name = _angle(expected.table.names[place], reader)
        at_rest, at_peak = (
            f"{name} {_degrees(expected.table.names[place], float(deg[place]))}"
            for deg in (expected.rest_deg, expected.peak_deg)
        )
    words = reader.words
    drawn = chart(
        outcome,
        (words.pgettext("of a movement", "rest"), at_rest),
        (words.pgettext("of a movement", "peak"), at_peak),
        words,
    )
    if drawn:
        yield _begin(words.gettext("From rest to the peak and back"))
        yield drawn
        yield f'<ul class="key">{"".join(_key(outcome, reader))}</ul></section>'


def _key(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words, watched = reader.words, outcome.watched
    kinds = (
        ("full", words.gettext("counted"), any(one.full for one in watched.repetitions)),
        ("partial", words.gettext("not all the way"), any(not one.full for one in watched.repetitions)),
        ("held", words.gettext("held"), bool(watched.holds)),
        ("cue", words.gettext("a cue"), any(isinstance(cue, CueGiven) for cue in watched.cues)),
        ("unseen", words.gettext("not counted: the camera could not see"), bool(watched.refusals)),
    )
    return (f'<li><i class="{kind}"></i>{escape(name)}</li>' for kind, name, is_there in kinds if is_there)


def _pictures(outcome: Outcome, reader: Reader, photo: Callable[[int, Box], bytes | None]) -> Iterator[str]:
    words = reader.words
    shown = moments(outcome, {"left": words.gettext("left"), "right": words.gettext("right")})
    if not shown:
        return
    box = box_around(outcome.track, shown)
    counted = bool(outcome.watched.count)
    yield _begin(words.gettext("At the peak") if counted else words.gettext("While holding"))
    if outcome.watched.count > MOST:
        yield _note(words.gettext("The first {number}.").format(number=MOST))
    yield '<div class="peaks few">' if len(shown) <= FEW else '<div class="peaks">'
    for moment in shown:
        yield _figure(outcome, moment, box, photo(moment.frame, box), reader)
    yield "</div></section>"


def _figure(outcome: Outcome, moment: Moment, box: Box, jpeg: bytes | None, reader: Reader) -> str:
    at = reader.number(moment.at_s)
    label = reader.words.gettext("{name}, at {seconds} seconds").format(name=moment.caption, seconds=at)
    drawn = picture(outcome.track, moment, box, jpeg, label)
    return f"<figure>{drawn}<figcaption><b>{escape(moment.caption)}</b>{at} s</figcaption></figure>"


def _repetitions(outcome: Outcome, exercise: Exercise, reader: Reader) -> Iterator[str]:
    words, told = reader.words, sorted(outcome.watched.repetitions, key=lambda one: one.peak_s)
    if not told:
        return
    targets = _targets(exercise)
    names = list(dict.fromkeys(name for one in told for name in one.angles))
    sided, held = any(one.side for one in told), any(one.hold_s for one in told)
    head = [
        "",
        *([words.gettext("side")] if sided else []),
        words.gettext("peak at"),
        words.gettext("took"),
        *([words.gettext("held")] if held else []),
    ]
    judged = [f"{_angle(name, reader)}{_target(name, targets.get(name), reader)}" for name in names]
    title = words.gettext("Each repetition")
    yield _begin(title)
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(title)}"><table><thead><tr>'
    yield "".join(f"<th>{escape(text)}</th>" if text else "<td></td>" for text in head)
    yield "".join(f'<th class="judged">{escape(text)}</th>' for text in judged)
    yield "</tr></thead><tbody>"
    number = 0
    for one in told:
        number += one.full
        took = (
            words.gettext("still up at the end") if one.end_s is None else f"{reader.number(one.end_s - one.start_s)} s"
        )
        cells = [
            str(number) if one.full else words.gettext("partial"),
            *([words.gettext(one.side) if one.side else ""] if sided else []),
            f"{reader.number(one.peak_s)} s",
            took,
            *([f"{reader.number(one.hold_s)} s"] if held else []),
        ]
        angles = "".join(_cell(name, one.angles.get(name), targets.get(name)) for name in names)
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}{angles}</tr>"
    yield "</tbody></table></div>"
    if names:
        yield _note(words.gettext("› is further from its target than the margin that is left to it."))
    yield "</section>"


def _cues(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words = reader.words
    times: dict[str, list[float]] = {}
    for cue in outcome.watched.cues:
        if isinstance(cue, CueGiven):
            times.setdefault(cue.code, []).append(cue.at_s)
    yield _begin(words.gettext("To work on"))
    if times:
        rows = ((_moments(at, reader), cue_text(code, words)) for code, at in times.items())
        yield _list(rows)
    else:
        yield _paragraph(words.gettext("Nothing to put right was seen."))
    yield "</section>"


def _refusals(outcome: Outcome, reader: Reader) -> Iterator[str]:
    words = reader.words
    yield _begin(words.gettext("What the camera could not see"))
    if outcome.watched.refusals:
        yield _list(
            (f"{reader.number(one.from_s)}–{reader.number(one.to_s)} s", refusal_text(one.code, words))
            for one in outcome.watched.refusals
        )
    else:
        yield _paragraph(words.gettext("You were in the picture all the time."))
    yield "</section>"


def _about(outcome: Outcome, exercise: Exercise, reader: Reader) -> Iterator[str]:
    words = reader.words
    tolerance = words.gettext(
        "Counts and times come from the film’s own clock. Angles are read in the plane of the picture, "
        "filmed from the side, and are good to about 10°; where the picture did not allow that, nothing was counted."
    )
    proxy = words.gettext(
        "No point of the back between shoulder and hip is seen, so the shape of the back itself is not judged."
    )
    coaching = exercise.camera
    unseen = words.gettext("Nor does a camera see: {things}.").format(
        things=", ".join(words.gettext(thing) for thing in (coaching.unseen if coaching else ()))
    )
    own = words.gettext("Made on this computer. The film never left it.")
    yield _begin(words.gettext("How to read this"), "last")
    yield _paragraph(tolerance)
    yield _paragraph(proxy)
    if coaching is not None and coaching.unseen:
        yield _paragraph(unseen)
    yield f"<p><strong>{escape(own)}</strong></p>"
    if outcome.model is not None:
        made = words.gettext("{frames} frames, read with the pose model BlazePose {model}.")
        yield _note(made.format(frames=outcome.watched.frames, model=outcome.model))
    yield "</section>"


def _begin(title: str, kind: str = "part") -> str:
    return f'<section class="{kind}"><h2>{escape(title)}</h2>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _note(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def _list(rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"<li><span>{escape(when)}</span>{escape(what)}</li>" for when, what in rows)
    return f'<ul class="list">{lines}</ul>'


def _moments(times: Sequence[float], reader: Reader) -> str:
    few = 3
    shown = " · ".join(reader.number(time) for time in times[:few])
    return f"{shown} s" if len(times) <= few else f"{shown} · … s"


def _targets(exercise: Exercise) -> Mapping[str, tuple[float, float]]:
    """Return the target [deg] and its tolerance [deg] of every angle that is judged at the peak."""
    expected = expect(exercise)
    if expected is None or exercise.camera is None:
        return {}
    names = expected.table.names
    return {
        one.angle: (float(expected.peak_deg[names.index(one.angle)]), one.tolerance_deg)
        for one in exercise.camera.judged
        if one.at == "peak"
    }


def _target(name: str, target: tuple[float, float] | None, reader: Reader) -> str:
    if target is None:
        return ""
    said = reader.words.gettext(", aim {target} ± {tolerance}°")
    return said.format(target=_degrees(name, target[0]), tolerance=f"{target[1]:.0f}")


def _cell(name: str, value: float | None, target: tuple[float, float] | None) -> str:
    if value is None:
        return "<td></td>"
    is_off = target is not None and abs(value - target[0]) > target[1]
    return f"<td{' class=off' if is_off else ''}>{_degrees(name, value)}</td>"


def _degrees(name: str, deg: float) -> str:
    """Return an angle as it is read: within half a turn, and from upright without saying to which side."""
    turned = round((deg + 180) % 360 - 180)
    return f"{abs(turned) if name.removesuffix(OTHER) in FROM_UPRIGHT else turned}°".replace("-", "−")


def _angle(name: str, reader: Reader) -> str:
    words = reader.words
    names = {
        "hip": words.gettext("hip"),
        "knee": words.gettext("knee"),
        "ankle": words.gettext("ankle"),
        "shoulder": words.gettext("shoulder"),
        "elbow": words.gettext("elbow"),
        "thigh": words.gettext("thigh to upright"),
        "shank": words.gettext("shin to upright"),
        "foot": words.gettext("foot to upright"),
        "arm": words.gettext("arm to upright"),
        "trunk": words.gettext("trunk to upright"),
        "neck": words.gettext("neck"),
        "head": words.gettext("head to upright"),
    }
    plain = names.get(name.removesuffix(OTHER), name)
    return words.gettext("other {angle}").format(angle=plain) if name.endswith(OTHER) else plain


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
