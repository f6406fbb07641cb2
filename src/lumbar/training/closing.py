"""Closing a training day: its sets are judged against their recorded targets, and its consequences drawn.

This runs once for every training day of a journal, so it looks before it computes: the usual day, all in the
green, takes the shortest way.
"""

from datetime import date, timedelta
from typing import Final

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import Hurt, SessionStarted, SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.deload import LEAST_SORE, next_block, note_pain, weekly_mean
from lumbar.training.draft import Day, Draft, Facts
from lumbar.training.judge import judge, side_total
from lumbar.training.ladder import Context, move
from lumbar.training.pain import hurt_zone, morning_colour, zone
from lumbar.training.place import Place
from lumbar.training.rules import reason
from lumbar.training.stages import BEFORE_BARBELL, is_ready, offers, set_stage
from lumbar.training.standing import Colour, TrainingDay
from lumbar.training.thresholds import (
    DEMOTE_PAIN_RISE,
    HIGHEST_STAGE,
    RECENT_DAYS,
    RED_RISE,
    RESCREEN_RED_DAYS,
    RESCREEN_RED_WINDOW_DAYS,
    SIDE_DIFFERENCE,
)
from lumbar.training.unplanned import asked_of

WEEK: Final = 7
ORDER: Final[dict[Colour, int]] = {"green": 0, "amber": 1, "red": 2}


def close_day(draft: Draft, day: Day) -> None:
    """Judge `day` and draw its consequences; an unanswered morning counts as amber."""
    groups, colours, pain, rir = read_sets(draft, day)
    morning = morning_of(draft, day)
    colour = worst(morning, *colours.values()) if colours else morning
    facts = move_places(draft, day, groups, colours, morning, colour)
    remember(draft, day, groups, colour, pain, rir, facts)
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


def read_sets(
    draft: Draft, day: Day
) -> tuple[dict[ExerciseId, list[SetDone]], dict[ExerciseId, Colour], float, float]:
    """Return the day's sets by exercise, the exercises that are not green, and the mean pain and reserve."""
    groups: dict[ExerciseId, list[SetDone]] = {}
    colours: dict[ExerciseId, Colour] = {}
    pain = rir = 0
    previous: SetDone | None = None
    for done in day.sets:
        name = done.exercise
        group = groups.get(name)
        if group is None:
            groups[name] = [done]
        else:
            group.append(done)
        rir += done.rir
        if done.pain:
            pain += done.pain
            if done.pain >= RED_RISE:  # below this nothing can be amber or red
                before = pain_before(day, done, previous)
                grade(colours, name, zone(done.pain, before, draft.usual_pain))
        previous = done
    for hurt in day.hurts:
        grade(colours, hurt.exercise, hurt_zone(hurt.feel, hurt.pain, draft.usual_pain))
        groups.setdefault(hurt.exercise, [])
    count = len(day.sets)
    return (groups, colours, pain / count, rir / count) if count else (groups, colours, hurt_pain(day.hurts), 0.0)


def hurt_pain(hurts: list[Hurt]) -> float:
    """Return the highest pain that was named with “this hurts”; 0 where none was."""
    return max((hurt.pain or 0 for hurt in hurts), default=0)


def pain_before(day: Day, done: SetDone, previous: SetDone | None) -> int:
    """Return the pain before a set: of the set before it in its session, else of the session's start."""
    if previous is not None and previous.session == done.session:
        return previous.pain
    return next((start.pain for start in day.starts if start.session == done.session), 0)


def grade(colours: dict[ExerciseId, Colour], name: ExerciseId, colour: Colour) -> None:
    """Keep the worst colour of an exercise; green ones are not kept."""
    if colour != "green":
        colours[name] = worst(colour, colours.get(name, "green"))


def move_places(
    draft: Draft,
    day: Day,
    groups: dict[ExerciseId, list[SetDone]],
    colours: dict[ExerciseId, Colour],
    morning: Colour,
    day_colour: Colour,
) -> list[Facts]:
    """Move every exercise of the day on its ladder; return the facts of those that were done."""
    items = items_of(day.starts)
    places, known = draft.places, draft.facts
    low = any(start.readiness != "usual" for start in day.starts)
    context = Context.of_day(day.on, day_red=day_colour == "red", answered=day.morning is not None)
    found: list[Facts] = []
    for name, sets in groups.items():
        facts = known[name] if name in known else draft.find_facts(name)
        if facts is None:
            continue
        item = items.get(name)
        place = places.get(name)
        if item is None:
            item = asked_of(facts.exercise, sets, place)
        if place is None:
            rung = min(item.rung, len(facts.rungs) - 1)
            places[name] = place = Place(rung, facts.rungs[rung].reps)
        fill(context, facts, item, place, sets)
        context.light = low
        context.colour = worst(morning, colours[name]) if name in colours else morning
        move(place, context)
        found.append(facts)
    return found


def fill(context: Context, facts: Facts, item: Prescription, place: Place, sets: list[SetDone]) -> None:
    """Put one exercise's target and effort into `context`."""
    if place.rung >= len(facts.rungs):  # the ladder has become shorter since
        place.rung = len(facts.rungs) - 1
    context.exercise = facts.exercise
    context.asked = item
    context.effort = judge(sets, item.reps, facts.rungs[place.rung].reps, item.hold_s)
    if item.comfortable:
        context.tries = tuple(s.load_kg for s in sets if s.load_kg is not None)


def items_of(starts: list[SessionStarted]) -> dict[ExerciseId, Prescription]:
    """Return the day's recorded targets by exercise; of an exercise asked twice, a light one wins."""
    if len(starts) == 1:
        return {item.exercise: item for item in starts[0].plan.items}
    items: dict[ExerciseId, Prescription] = {}
    for start in starts:
        for item in start.plan.items:
            if item.light or item.exercise not in items:
                items[item.exercise] = item
    return items


def remember(
    draft: Draft,
    day: Day,
    groups: dict[ExerciseId, list[SetDone]],
    colour: Colour,
    pain: float,
    rir: float,
    facts: list[Facts],
) -> None:
    """Enter the day among the recent ones and forget those of more than eight weeks ago."""
    heavy = hinge = False
    for one in facts:
        if one.hinge:
            hinge = True
        if one.is_heavy or (one.is_heavy_loaded and any(s.load_kg for s in groups[one.exercise.id])):
            heavy = True
        if draft.stage == BEFORE_BARBELL and (one.extensor or one.side):
            note_holds(draft, one, groups[one.exercise.id])
    planned = 0
    for start in day.starts:
        for item in start.plan.items:
            planned += item.sets
    done = len(day.sets)
    share = done / planned if done < planned else 1.0
    recent = draft.recent
    counts = tuple(map(len, groups.values()))
    recent.append(TrainingDay(day.on, colour, pain, share, heavy, tuple(groups), done, hinge, rir, counts))
    oldest = date.fromordinal(day.on.toordinal() - RECENT_DAYS)
    while recent[0].on < oldest:
        del recent[0]
    draft.stage_days += 1
    draft.block_since = next_block(draft.block_since, day.on)


def note_holds(draft: Draft, facts: Facts, sets: list[SetDone]) -> None:
    """Keep the longest holds of this stage: of the back in a whole set, of the side the shorter one."""
    for done in sets:
        if facts.extensor and done.target_hold_s:
            left, right = side_total(done, 0.0)
            whole = left if done.both is not None else left + right
            draft.extensor_s = max(draft.extensor_s, whole)
        if facts.side:
            left, right = side_total(done, facts.exercise.tempo.cycle_s)
            if abs(left - right) <= SIDE_DIFFERENCE * max(left, right):
                draft.side_s = max(draft.side_s, min(left, right))


def note_red(draft: Draft, on: date) -> None:
    """Go down a stage and ask the health questions again after the second red day within a week."""
    first = on - timedelta(days=RESCREEN_RED_WINDOW_DAYS - 1)
    since = first if draft.stage_since is None else max(first, draft.stage_since)
    if sum(d.colour == "red" and d.on >= since for d in draft.recent) < RESCREEN_RED_DAYS:
        return
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
