"""Splitting: one day's volume over two or three sessions.

The sets of the one session that the day would have are dealt out, none added. A heavy hinge stays whole, and so
does anything with warm-up sets. Every session holds at least two exercises; where the day has too few sets for as
many sessions as were asked for, there are fewer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.prescription import Prescription
from lumbar.training.candidates import Candidate
from lumbar.training.duration import item_s
from lumbar.training.rules import reason
from lumbar.training.thresholds import EXERCISES_LEAST

Deal = list[dict[ExerciseId, int]]


def split(
    items: Sequence[Prescription], found: Mapping[ExerciseId, Candidate], wanted: int
) -> tuple[tuple[Prescription, ...], ...]:
    """Return the day's items dealt over `wanted` sessions, or over as many as they fill."""
    for count in range(wanted, 1, -1):
        deal = _deal(items, found, count)
        if all(len(session) >= EXERCISES_LEAST for session in deal):
            by_id = {item.exercise: item for item in items}
            return tuple(
                tuple(_part(by_id[name], found[name], sets, count) for name, sets in session.items())
                for session in deal
            )
    return (tuple(items),)


def _deal(items: Sequence[Prescription], found: Mapping[ExerciseId, Candidate], count: int) -> Deal:
    """Deal set by set to the session that has fewest exercises, whole items first."""
    deal: Deal = [{} for _ in range(count)]
    for item in sorted(items, key=lambda one: (not _is_whole(one, found), -one.sets, one.exercise)):
        whole = _is_whole(item, found)
        for _ in range(1 if whole else item.sets):
            to = min(deal, key=lambda one: (item.exercise in one, len(one), sum(one.values())))
            to[item.exercise] = to.get(item.exercise, 0) + (item.sets if whole else 1)
    return deal


def _is_whole(item: Prescription, found: Mapping[ExerciseId, Candidate]) -> bool:
    return found[item.exercise].heavy or bool(item.warm_up)


def _part(item: Prescription, one: Candidate, sets: int, count: int) -> Prescription:
    if sets == item.sets:
        return item
    seconds = item_s(one.exercise, sets, item.reps, item.hold_s, warm_up=item.warm_up)
    why = (*item.why, reason("dose-split", "dose", sessions=count))
    return replace(item, sets=sets, seconds=seconds, why=why)
