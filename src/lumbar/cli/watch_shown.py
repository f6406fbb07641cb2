"""What came of a film, printed for a person in their language."""

from lumbar.app.watch import Outcome, cue_text, cut_text, how_to_film, refusal_text, somebody_is_seen
from lumbar.app.watch_reader import Reader
from lumbar.app.watch_words import (
    HELD_IN_ALL,
    NAME_IT,
    NO_REPETITION,
    NOBODY_SEEN,
    NOT_COUNTED,
    PARTIAL_TOO,
    repetitions,
)
from lumbar.cli.ink import STRONG, paper, table
from lumbar.cli.watch_asked import Asked
from lumbar.coach.events import CueGiven


def show(outcome: Outcome, asked: Asked) -> None:
    """Print what came of a film."""
    out, words, reader = paper(), asked.words, Reader(asked.language, asked.words)
    if outcome.exercise is None:
        seen = somebody_is_seen(outcome.track)
        out.print(words.gettext(NAME_IT) if seen else words.gettext(NOBODY_SEEN) + ".", style=STRONG, soft_wrap=True)
    else:
        out.print(f"{outcome.exercise.texts[asked.language].name}: {_count(outcome, reader)}", style=STRONG)
    if outcome.watched.repetitions:
        out.print(table(_heads(reader), _rows(outcome, reader)))
    elif outcome.exercise is not None and not (outcome.watched.holds or outcome.watched.refusals):
        out.print(f"{words.gettext(NO_REPETITION)} {how_to_film(words)}", soft_wrap=True)
    for cue in outcome.watched.cues:
        if isinstance(cue, CueGiven):
            out.print(f"{reader.number(cue.at_s)} s  {cue_text(cue.code, words)}", soft_wrap=True)
    for refusal in outcome.watched.refusals:
        span = f"{reader.number(refusal.from_s)}–{reader.number(refusal.to_s)} s"
        told = words.gettext(NOT_COUNTED).format(why=refusal_text(refusal.code, words))
        out.print(f"{span}  {told}", soft_wrap=True)
    if outcome.of_frames:
        out.print(cut_text(outcome.watched.frames, outcome.of_frames, words), soft_wrap=True)


def _count(outcome: Outcome, reader: Reader) -> str:
    """Return how many repetitions, how many of them partial, and for how long the target was held."""
    words, watched = reader.words, outcome.watched
    parts = [repetitions(watched.count, words)]
    partial = len(watched.repetitions) - watched.count
    if partial:
        parts.append(words.gettext(PARTIAL_TOO).format(count=partial))
    if watched.holds:
        parts.append(words.gettext(HELD_IN_ALL).format(seconds=reader.number(outcome.hold_s)))
    return ", ".join(parts)


def _heads(reader: Reader) -> list[str]:
    words = reader.words
    return ["", words.gettext("peak at"), words.gettext("side"), words.gettext("took"), words.gettext("held")]


def _rows(outcome: Outcome, reader: Reader) -> list[tuple[str, ...]]:
    words, number = reader.words, 0
    rows: list[tuple[str, ...]] = []
    for one in sorted(outcome.watched.repetitions, key=lambda one: one.peak_s):
        number += one.full
        rows.append(
            (
                f"{number}" if one.full else words.gettext("partial"),
                f"{reader.number(one.peak_s)} s",
                words.gettext(one.side) if one.side else "",
                "" if one.end_s is None else f"{reader.number(one.end_s - one.start_s)} s",
                f"{reader.number(one.hold_s)} s",
            )
        )
    return rows
