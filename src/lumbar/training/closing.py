"""Closing a training day: its sets are judged against their recorded targets, and its consequences drawn.

This runs once for every training day of a journal, so it looks before it computes: the usual day, all in the
green, takes the shortest way.
"""

from datetime import date, timedelta
from typing import Final

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import Hurt, SessionStarted, SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.attempt import Attempt
from lumbar.training.deload import BLOCK_DAYS, LEAST_SORE, next_block, note_pain, weekly_mean
from lumbar.training.draft import Day, Draft, Facts
from lumbar.training.judge import judge, side_seconds
from lumbar.training.ladder import move
from lumbar.training.pain import hurt_zone, morning_colour, zone
from lumbar.training.promotion import BEFORE_BARBELL, is_ready, offers
from lumbar.training.rules import reason
from lumbar.training.stages import set_stage
from lumbar.training.standing import Colour, TrainingDay
from lumbar.training.thresholds import (
    DEMOTE_PAIN_RISE,
    HIGHEST_STAGE,
    RECENT_DAYS,
    RESCREEN_RED_DAYS,
    RESCREEN_RED_WINDOW_DAYS,
    SIDE_DIFFERENCE,
)
from lumbar.training.unplanned import asked_of

WEEK: Final = 7
ORDER: Final[dict[Colour, int]] = {"green": 0, "amber": 1, "red": 2}


def close_day(draft: Draft, day: Day) -> None:
    """Judge `day` and draw its consequences; an unanswered morning counts as amber."""
    colours = grade_day(day, draft.usual_pain) if day.sore or day.hurts else {}
    morning = morning_of(draft, day)
    colour = worst(morning, *colours.values()) if colours else morning
    for hurt in day.hurts:
        day.groups.setdefault(hurt.exercise, [])  # an exercise that was stopped before its first set was over
    attempt = new_attempt(day, day_red=colour == "red")
    planned, hinge, heavy = move_places(draft, day, attempt, colours, morning)
    pain = remember(draft, day, attempt, colour, planned, hinge=hinge, heavy=heavy)
    if colour == "red":
        note_red(draft, day.on)
    if pain >= LEAST_SORE:
        note_sore(draft, day.on)
    promote(draft, day.on)


def worst(*colours: Colour) -> Colour:
    """Return the worst of `colours`."""
    return max(colours, key=ORDER.__getitem__)


def morning_of(draft: Draft, day: Day) -> Colour:
    """Return the colour of the morning after `day`."""
    answer = day.morning
    if answer is None:
        return "amber"
    return morning_colour(answer.pain, draft.usual_pain, woke=answer.woke, settled=answer.settled)


def grade_day(day: Day, usual: int) -> dict[ExerciseId, Colour]:
    """Return the colours of the exercises that were not green while they were done."""
    colours: dict[ExerciseId, Colour] = {}
    for done in day.sore:
        grade(colours, done.exercise, zone(done.pain, pain_before(day, done), usual))
    for hurt in day.hurts:
        grade(colours, hurt.exercise, hurt_zone(hurt.feel, hurt.pain, usual))
    return colours


def grade(colours: dict[ExerciseId, Colour], name: ExerciseId, colour: Colour) -> None:
    """Keep the worst colour of an exercise; green ones are not kept."""
    if colour != "green":
        colours[name] = worst(colour, colours.get(name, "green"))


def pain_before(day: Day, done: SetDone) -> int:
    """Return the pain before a set: of the set before it in its session, else of the session's start."""
    at, session = done.at, done.session
    latest: SetDone | None = None
    for sets in day.groups.values():
        for one in sets:
            if one.at < at and (latest is None or one.at >= latest.at) and one.session == session:
                latest = one
    if latest is not None:
        return latest.pain
    return next((start.pain for start in day.starts if start.session == session), 0)


def new_attempt(day: Day, *, day_red: bool) -> Attempt:
    """Return an attempt of the day, whose exercise is still to be filled in."""
    attempt: Attempt = Attempt.__new__(Attempt)
    attempt.on, attempt.day_red, attempt.answered = day.on, day_red, day.morning is not None
    attempt.low_day = any(start.readiness != "usual" for start in day.starts)
    attempt.tries = ()
    attempt.pain_sum = attempt.rir_sum = 0
    return attempt


def move_places(
    draft: Draft, day: Day, attempt: Attempt, colours: dict[ExerciseId, Colour], morning: Colour
) -> tuple[int, bool, bool]:
    """Move every exercise of the day on its ladder; return the sets planned, whether it hinged, and heavily."""
    items, planned = items_of(day.starts)
    places, known = draft.places, draft.facts
    logs_holds = draft.stage == BEFORE_BARBELL
    hinge = heavy = False
    for name, sets in day.groups.items():
        facts = known[name] if name in known else draft.find_facts(name)
        if facts is None:
            continue
        place = places.get(name)
        item = items.get(name) or asked_of(facts.exercise, sets, place)
        if place is None:
            places[name] = place = facts.first_place(item.rung)
        attempt.exercise, attempt.asked = facts.exercise, item
        attempt.colour = worst(morning, colours[name]) if name in colours else morning
        judge(attempt, sets, facts.bottom_of(place))
        if item.comfortable:
            attempt.tries = tuple(done.load_kg for done in sets if done.load_kg is not None)
        move(place, attempt)
        if facts.is_plain:
            continue
        hinge = hinge or facts.hinge
        heavy = heavy or facts.is_heavy or (facts.is_heavy_loaded and bool(attempt.lightest_kg or item.comfortable))
        if logs_holds and (facts.extensor or facts.side):
            note_holds(draft, facts, item, sets)
    return planned, hinge, heavy


def items_of(starts: list[SessionStarted]) -> tuple[dict[ExerciseId, Prescription], int]:
    """Return the day's recorded targets by exercise, and their sets in all; of one asked twice, a light one wins."""
    items: dict[ExerciseId, Prescription] = {}
    planned = 0
    for start in starts:
        for item in start.plan.items:
            planned += item.sets
            if item.exercise not in items or item.light:
                items[item.exercise] = item
    return items, planned


def remember(  # noqa: PLR0913  the day in numbers
    draft: Draft, day: Day, attempt: Attempt, colour: Colour, planned: int, *, hinge: bool, heavy: bool
) -> float:
    """Enter the day among the recent ones, forget those of more than eight weeks ago, and return its mean pain."""
    counts = tuple([len(sets) for sets in day.groups.values()])
    done = sum(counts)
    pain, rir = (attempt.pain_sum / done, attempt.rir_sum / done) if done else (highest(day.hurts), 0.0)
    share = done / planned if done < planned else 1.0
    recent, on = draft.recent, day.on
    recent.append(TrainingDay(on, colour, pain, share, heavy, tuple(day.groups), done, hinge, rir, counts))
    while (on - recent[0].on).days > RECENT_DAYS:
        del recent[0]
    draft.stage_days += 1
    since = draft.block_since
    if since is None or (on - since).days >= BLOCK_DAYS:
        draft.block_since = next_block(since, on)
    return pain


def highest(hurts: list[Hurt]) -> float:
    """Return the highest pain that was named with “this hurts”; 0 where none was."""
    return max((hurt.pain or 0 for hurt in hurts), default=0)


def note_holds(draft: Draft, facts: Facts, item: Prescription, sets: list[SetDone]) -> None:
    """Keep the longest holds of this stage: of the back in a whole set, of the side the shorter one."""
    cycle_s = facts.exercise.tempo.cycle_s
    if facts.extensor and item.hold_s and item.reps * item.hold_s * item.side.sides > draft.extensor_s:
        for done in sets:
            left, right = side_seconds(done, 0.0)
            draft.extensor_s = max(draft.extensor_s, left if done.both is not None else left + right)
    if facts.side and item.reps * (item.hold_s + cycle_s) > draft.side_s:
        for done in sets:
            left, right = side_seconds(done, cycle_s)
            if abs(left - right) <= SIDE_DIFFERENCE * max(left, right):
                draft.side_s = max(draft.side_s, min(left, right))


def note_red(draft: Draft, on: date) -> None:
    """Go down a stage and ask the health questions again after the second red day within a week."""
    first = on - timedelta(days=RESCREEN_RED_WINDOW_DAYS - 1)
    since = first if draft.stage_since is None else max(first, draft.stage_since)
    if sum(d.colour == "red" and d.on >= since for d in draft.recent) < RESCREEN_RED_DAYS:
        return
    if draft.screened_on is None or draft.screened_on <= on:  # a day is judged late: they may have answered since
        draft.rescreen = reason("rescreen-red", "today")
    if draft.stage is not None:
        set_stage(draft, max(1, draft.stage - 1), on + timedelta(days=1), "stage-down-red")


def note_sore(draft: Draft, on: date) -> None:
    """Begin a lighter week, or go down a stage, where the weekly mean of discomfort has risen."""
    note_pain(draft, on)
    now, before = weekly_mean(draft.recent, on), weekly_mean(draft.recent, on - timedelta(days=WEEK))
    if now is None or before is None or now < before + DEMOTE_PAIN_RISE:
        return
    stage, since = draft.stage, draft.stage_since
    if stage is not None and stage > 1 and since is not None and (on - since).days >= WEEK:
        set_stage(draft, stage - 1, on + timedelta(days=1), "stage-down-pain")


def promote(draft: Draft, on: date) -> None:
    """Open the next stage where every condition is met."""
    stage = draft.stage
    if stage is None or stage >= HIGHEST_STAGE or draft.top_stage == stage:
        return
    if not offers(draft.catalogue, stage + 1, draft.owned):
        draft.top_stage = stage
    elif is_ready(draft, draft.catalogue, draft.owned, on):
        set_stage(draft, stage + 1, on + timedelta(days=1), "stage-up")
