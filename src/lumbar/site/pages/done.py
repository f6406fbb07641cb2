"""A finished session: what was done, in words, and who counted it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from lumbar.journal.event import RIR_MOST, AnyEvent, Counter, SessionEnded, SetDone, Work
from lumbar.site.pages.shown import Shown, number


@dataclass(frozen=True, slots=True)
class DoneRow:
    """One exercise of a finished session, in words."""

    name: str
    done: str
    counted: str
    reserve: str
    pain: str


@dataclass(frozen=True, slots=True)
class DonePage:
    """A finished session."""

    title: str
    minutes: int
    sets: int
    pain: str
    lines: tuple[str, ...]
    rows: tuple[DoneRow, ...]


def done_page(events: tuple[AnyEvent, ...], shown: Shown) -> DonePage:
    """Return a finished session as it is shown; corrections stand already in the place of what they correct."""
    sets = [event for event in events if isinstance(event, SetDone)]
    times = [e.at for e in events]
    seconds = (max(times) - min(times)).total_seconds()
    by_exercise: dict[str, list[SetDone]] = {}
    for one in sets:
        by_exercise.setdefault(one.exercise, []).append(one)
    stopped = any(isinstance(e, SessionEnded) and e.reason == "pain" for e in events)
    return DonePage(
        title=gettext("Done") if sets and not stopped else gettext("Ended"),
        minutes=max(1, round(seconds / 60)),
        sets=len(sets),
        pain=str(max((s.pain for s in sets), default=0)),
        lines=tuple(_done_lines(any_sets=bool(sets), stopped=stopped)),
        rows=tuple(_row(name, done_sets, shown) for name, done_sets in by_exercise.items()),
    )


def _done_lines(*, any_sets: bool, stopped: bool) -> Iterator[str]:
    if any_sets:
        yield gettext(
            "Every set is saved. Tomorrow morning you are asked how your back is; the next dose follows from that."
        )
    else:
        yield gettext("Nothing was logged. That is fine; the plan simply goes on from where it was.")
    if stopped:
        yield gettext("You stopped because of pain. If it was new, sharp or down a leg, talk to a doctor first.")


def _row(name: str, sets: list[SetDone], shown: Shown) -> DoneRow:
    least = min(s.rir for s in sets)
    return DoneRow(
        name=shown.name(name),
        done="; ".join(_set_words(s, shown) for s in sets),
        counted=_counted(sets),
        reserve=f"{least}+" if least == RIR_MOST else str(least),
        pain=str(max(s.pain for s in sets)),
    )


def _set_words(one: SetDone, shown: Shown) -> str:
    def work(side: Work) -> str:
        held = gettext("{n} s").format(n=number(side.hold_s, 0)) if side.hold_s else ""
        return f"{side.reps} × {held}" if held else str(side.reps)

    if one.both is not None:
        told = work(one.both)
    else:
        sides: Mapping[str, Work | None] = {gettext("left"): one.left, gettext("right"): one.right}
        told = ", ".join(f"{name} {work(side)}" for name, side in sides.items() if side is not None)
    return told if one.load_kg is None else gettext("{work} at {load}").format(work=told, load=shown.load(one.load_kg))


def _counted(sets: list[SetDone]) -> str:
    """Return who counted: once where it was always the same, else for each set; nothing where nobody said."""
    words: Mapping[Counter, str] = {
        "camera": gettext("counted by the camera"),
        "timer": gettext("counted by the timer"),
        "person": gettext("put right by you"),
    }
    told = [(n, words[s.counted_by]) for n, s in enumerate(sets, 1) if s.counted_by is not None]
    if len({how for _, how in told}) == 1 and len(told) == len(sets):
        return told[0][1]
    return ", ".join(gettext("set {n} {how}").format(n=n, how=how) for n, how in told)
