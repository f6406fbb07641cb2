"""The table of a report: every repetition with its times and its angles beside their targets."""

from collections.abc import Iterator
from html import escape

from lumbar.app.watch import Outcome
from lumbar.app.watch_parts import begin, note
from lumbar.app.watch_reader import Reader, angle_name, degrees
from lumbar.app.watch_target import Target, aim_text, targets_of
from lumbar.catalogue.exercise import Exercise


def repetitions_table(outcome: Outcome, exercise: Exercise, reader: Reader) -> Iterator[str]:
    """Yield the table; nothing where there is no repetition."""
    words, told = reader.words, sorted(outcome.watched.repetitions, key=lambda one: one.peak_s)
    if not told:
        return
    targets = targets_of(exercise)
    names = list(dict.fromkeys(name for one in told for name in one.angles))
    sided, held = any(one.side for one in told), any(one.hold_s for one in told)
    head = [
        "",
        *([words.gettext("side")] if sided else []),
        words.gettext("peak at"),
        words.gettext("took"),
        *([words.gettext("held")] if held else []),
    ]
    judged = [_head(name, targets.get(name), reader) for name in names]
    title = words.gettext("Each repetition")
    yield begin(title)
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
    if any(name in targets and targets[name].is_off(deg) for one in told for name, deg in one.angles.items()):
        yield note(words.gettext("› is further from its target than the margin that is left to it."))
    yield "</section>"


def _head(name: str, target: Target | None, reader: Reader) -> str:
    return ", ".join((angle_name(name, reader), *([] if target is None else [aim_text(name, target, reader)])))


def _cell(name: str, value: float | None, target: Target | None) -> str:
    if value is None:
        return "<td></td>"
    is_off = target is not None and target.is_off(value)
    return f"<td{' class=off' if is_off else ''}>{degrees(name, value)}</td>"
