"""Between a state and the fold's draft: thawing, freezing, and judging the waiting day for the eye."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import DayChoice, Hurt, MorningAnswered, SessionStarted, SetDone
from lumbar.training.closing import close_day
from lumbar.training.day import SORE_FROM, Day
from lumbar.training.deload import lightness, next_block
from lumbar.training.draft import NEVER, Draft
from lumbar.training.place import freeze_place, thaw_place
from lumbar.training.rescreen import rescreen_due
from lumbar.training.standing import Carry, Standing, State, TrainingDay
from lumbar.training.thresholds import SWAP_LASTS_DAYS

CHOICE_DAYS = 7  # a choice about a day is kept for a week, for the calendar


def thaw(state: State, catalogue: Catalogue) -> Draft:
    """Return `state` as a draft."""
    draft, carry = Draft(catalogue), state.carry
    draft.person, draft.screening, draft.screened_on = state.person, state.screening, state.screened_on
    draft.choices, draft.first_on = dict(state.choices), state.first_on
    if state.settled_to is not None:
        draft.opened = Day(state.settled_to, draft.facts)
        draft.swaps = dict(state.swaps)
    draft.places = {name: thaw_place(standing) for name, standing in carry.standings.items()}
    draft.closed.extend(carry.recent)
    draft.stage, draft.stage_since, draft.stage_days = carry.stage, carry.stage_since, carry.stage_days
    draft.trained_on, draft.break_level, draft.block_since = carry.trained_on, carry.break_level, carry.block_since
    draft.eased_until, draft.eased_because, draft.dipped_on = carry.eased_until, carry.eased_because, carry.dipped_on
    draft.extensor_s, draft.side_s = carry.extensor_s, carry.side_s
    draft.rescreen, draft.last_decision = carry.rescreen, carry.last_decision
    if carry.pending:
        draft.pending = _day_of(carry.pending, draft)
    for event in carry.opened:
        read_in(draft.opened, event)
    return draft


def read_in(day: Day, event: object) -> None:
    """Enter `event` into its training day, where its kind belongs to one."""
    if isinstance(event, SetDone):
        day.groups.setdefault(event.exercise, []).append(event)
        if event.pain >= SORE_FROM:
            day.sore.append(event)
    elif isinstance(event, SessionStarted):
        day.starts.append(event)
    elif isinstance(event, Hurt):
        day.hurts.append(event)
    elif isinstance(event, MorningAnswered):
        day.morning = event


def freeze(draft: Draft) -> State:
    """Return the draft as a state: what it carries on, and what a person sees, the waiting day judged."""
    carry = _carry(draft)
    opened, pending = draft.opened, draft.pending
    day = None if opened.on == NEVER else opened.on
    if pending is not None:
        close_day(draft, pending)
    until, because = (None, None) if day is None else lightness(draft, day)
    return State(
        settled_to=day,
        person=draft.person,
        screening=draft.screening,
        stage=draft.stage,
        stage_since=draft.stage_since,
        stage_days=draft.stage_days,
        standings=_standings(draft, day),
        recent=tuple(draft.recent) if pending is None else _with_open_colour(draft, pending),
        choices=MappingProxyType(_kept_choices(draft, day)),
        swaps=MappingProxyType(draft.swaps),
        swaps_on=day if draft.swaps else None,
        screened_on=draft.screened_on,
        rescreen=rescreen_due(draft.rescreen, draft.screened_on, day),
        light_until=until,
        light_because=because,
        first_on=draft.first_on,
        last_on=opened.on if opened.is_training else draft.trained_on,
        open_plans=tuple(start.plan for start in opened.starts),
        last_decision=draft.last_decision,
        stopped=frozenset(hurt.exercise for hurt in opened.hurts),
        extensor_s=draft.extensor_s,
        side_s=draft.side_s,
        carry=carry,
    )


def _carry(draft: Draft) -> Carry:
    return Carry(
        standings=MappingProxyType({name: freeze_place(place) for name, place in draft.places.items()}),
        recent=tuple(draft.recent),
        stage=draft.stage,
        stage_since=draft.stage_since,
        stage_days=draft.stage_days,
        trained_on=draft.trained_on,
        break_level=draft.break_level,
        block_since=None if draft.block_since is None else next_block(draft.block_since, draft.closed[-1].on),
        eased_until=draft.eased_until,
        eased_because=draft.eased_because,
        dipped_on=draft.dipped_on,
        extensor_s=draft.extensor_s,
        side_s=draft.side_s,
        rescreen=draft.rescreen,
        last_decision=draft.last_decision,
        pending=() if draft.pending is None else draft.pending.events(),
        opened=draft.opened.events(),
    )


def _day_of(events: tuple[object, ...], draft: Draft) -> Day:
    first = next(event for event in events if isinstance(event, SessionStarted | SetDone | Hurt))
    day = Day(first.on, draft.facts)
    for event in events:
        read_in(day, event)
    return day


def _with_open_colour(draft: Draft, pending: Day) -> tuple[TrainingDay, ...]:
    """Return the recent days, the last without a colour while its morning may still be answered."""
    opened, recent = draft.opened, draft.recent
    last = recent[-1]
    is_open = pending.morning is None and not opened.starts and opened.on <= pending.on + timedelta(days=1)
    if is_open and last.colour != "red":
        last = last._replace(colour=None)
    return (*recent[:-1], last)


def _standings(draft: Draft, day: date | None) -> Mapping[ExerciseId, Standing]:
    frozen: dict[ExerciseId, Standing] = {}
    for name, place in draft.places.items():
        if place.swap_due and day is not None and place.last_on is not None:
            place.swap_due = (day - place.last_on).days < SWAP_LASTS_DAYS
        frozen[name] = freeze_place(place)
    return MappingProxyType(frozen)


def _kept_choices(draft: Draft, day: date | None) -> dict[date, DayChoice]:
    if day is None:
        return draft.choices
    oldest = day - timedelta(days=CHOICE_DAYS)
    return {on: choice for on, choice in draft.choices.items() if on >= oldest}
