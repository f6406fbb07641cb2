"""Closing a training day: its sets are judged against their recorded targets, and its consequences drawn.

This runs once for every training day of a journal, so it looks before it computes: the usual day, all in the
green, takes the shortest way.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.attempt import Attempt
from lumbar.training.day import LEAST_SORE, Day, asked_items
from lumbar.training.deload import note_pain, weekly_mean
from lumbar.training.draft import Draft
from lumbar.training.facts import Facts
from lumbar.training.history import WEEK_DAYS
from lumbar.training.judge import side_seconds
from lumbar.training.ladder import move
from lumbar.training.pain import hurt_zone, morning_colour, zone
from lumbar.training.promotion import BEFORE_BARBELL, is_ready, offers
from lumbar.training.rules import reason
from lumbar.training.stages import set_stage
from lumbar.training.standing import Colour
from lumbar.training.thresholds import (
    DEMOTE_PAIN_RISE,
    HIGHEST_STAGE,
    RED_RISE,
    RESCREEN_RED_DAYS,
    RESCREEN_RED_WINDOW_DAYS,
    SIDE_DIFFERENCE,
)
from lumbar.training.unplanned import asked_of

ORDER: Final[dict[Colour, int]] = {"green": 0, "amber": 1, "red": 2}
NOTHING_SORE: Final[Mapping[ExerciseId, Colour]] = {}


def close_day(draft: Draft, day: Day) -> None:
    """Judge `day` and draw its consequences; an unanswered morning counts as amber."""
    colours = grade_day(day, draft.usual_pain) if day.sore or day.hurts else NOTHING_SORE
    morning = morning_of(draft, day)
    colour = worst(morning, *colours.values()) if colours else morning
    for hurt in day.hurts:
        day.groups.setdefault(hurt.exercise, [])  # an exercise that was stopped before its first set was over
    attempt = new_attempt(day, day_red=colour == "red")
    move_places(draft, day, attempt, colours, morning)
    remember(draft, day, colour)
    if colour == "red":
        note_red(draft, day.on)
    if (day.sore or day.hurts) and day.pain >= LEAST_SORE:
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
        if done.pain >= RED_RISE and colours.get(done.exercise) != "red":
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
    attempt.tries, attempt.low_day = (), False
    for start in day.starts:
        if start.readiness != "usual":
            attempt.low_day = True
    return attempt


def move_places(
    draft: Draft, day: Day, attempt: Attempt, colours: Mapping[ExerciseId, Colour], morning: Colour
) -> None:
    """Move every exercise of the day on its ladder."""
    items, places, known = asked_items(day.starts), draft.places, draft.facts
    logs_holds = draft.stage == BEFORE_BARBELL
    attempt.colour = morning
    for name, sets in day.groups.items():
        facts = known[name] if name in known else draft.find_facts(name)
        if facts is None:
            continue
        place = places.get(name)
        item = items.get(name) or asked_of(facts.exercise, sets, place)
        if place is None:
            places[name] = place = facts.first_place(item.rung)
        attempt.exercise, attempt.asked = facts.exercise, item
        if colours:
            attempt.colour = worst(morning, colours.get(name, "green"))
        if item.comfortable:
            attempt.tries = tuple(done.load_kg for done in sets if done.load_kg is not None)
        move(place, attempt, sets)
        if logs_holds and facts.logs_holds:
            note_holds(draft, facts, item, sets)


def remember(draft: Draft, day: Day, colour: Colour) -> None:
    """Enter the judged day among the recent ones."""
    day.colour = colour
    draft.closed.append(day)
    draft.stage_days += 1
    if draft.block_since is None:
        draft.block_since = day.on


def note_holds(draft: Draft, facts: Facts, item: Prescription, sets: list[SetDone]) -> None:
    """Keep the longest holds of this stage: of the back in a whole set, of the side the shorter one."""
    cycle_s = facts.cycle_s
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
    lately = takewhile(lambda one: one.on >= since, reversed(draft.closed))
    if sum(one.colour == "red" for one in lately) < RESCREEN_RED_DAYS:
        return
    if draft.screened_on is None or draft.screened_on <= on:  # a day is judged late: they may have answered since
        draft.rescreen = reason("rescreen-red", "today")
    if draft.stage is not None:
        set_stage(draft, max(1, draft.stage - 1), on + timedelta(days=1), "stage-down-red")


def note_sore(draft: Draft, on: date) -> None:
    """Begin a lighter week, or go down a stage, where the weekly mean of discomfort has risen."""
    note_pain(draft, on)
    now = weekly_mean(draft.closed, on)
    if now is None or now < DEMOTE_PAIN_RISE:  # no mean is below 0, so it cannot have risen by as much
        return
    before = weekly_mean(draft.closed, on - timedelta(days=WEEK_DAYS))
    if before is None or now < before + DEMOTE_PAIN_RISE:
        return
    stage, since = draft.stage, draft.stage_since
    if stage is not None and stage > 1 and since is not None and (on - since).days >= WEEK_DAYS:
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
