"""How a report opens: what was done, in one sentence, and its figures."""

from collections.abc import Iterator
from gettext import NullTranslations
from html import escape

from lumbar.app.watch import Outcome, how_to_film, pace_s, refused_s, somebody_is_seen
from lumbar.app.watch_reader import Reader
from lumbar.app.watch_words import NO_REPETITION, NOBODY_SEEN, UNRECOGNISED


def title_of(outcome: Outcome, reader: Reader) -> str:
    """Return what the page is called."""
    if not somebody_is_seen(outcome.track):
        return reader.say(reader.words.gettext(NOBODY_SEEN))
    if outcome.exercise is None:
        return reader.say(reader.words.gettext(UNRECOGNISED))
    return escape(outcome.exercise.texts[reader.language].name)


def opening(outcome: Outcome, reader: Reader, title: str) -> Iterator[str]:
    """Yield the title, one sentence and the large figures."""
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
    if not count and not partial and (outcome.exercise is None or not outcome.watched.holds):
        return reader.say(_why_nothing(outcome, words))
    if not count and outcome.watched.holds:
        return reader.say(words.gettext("One position, held. The clock ran only while it was right."))
    if not count:
        return reader.say(words.gettext("No repetition went all the way to the peak, so none was counted."))
    if partial:
        told = words.ngettext("{count} went all the way to the peak", "{count} went all the way to the peak", count)
        rest = words.ngettext("{count} did not", "{count} did not", partial)
        return reader.say("{told}, {rest}.", told=told.format(count=count), rest=rest.format(count=partial))
    text = words.ngettext("It went all the way to the peak.", "Every repetition went all the way to the peak.", count)
    return reader.say(text)


def _why_nothing(outcome: Outcome, words: NullTranslations) -> str:
    """Return what to do where nothing was seen to be done."""
    if not somebody_is_seen(outcome.track):
        return how_to_film(words)
    if outcome.watched.refusals:
        return words.gettext("Nothing was counted. What follows says why.")
    if outcome.exercise is None:
        return words.gettext("Nothing was counted. Name the exercise and watch the film again.")
    return f"{words.gettext(NO_REPETITION)} {how_to_film(words)}"


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
