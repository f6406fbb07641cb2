"""A session as a page shows it: groups by position, each exercise with its picture, dose, and reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext

from lumbar.app.low_back import Stature
from lumbar.catalogue.exercise import Equipment, Exercise, Group, Position, SideMode
from lumbar.journal.prescription import Prescription, Reason, SessionPlan, Topic
from lumbar.site.pages.dose import Figure, dose_of
from lumbar.site.pages.low_back import LoadLine, load_line
from lumbar.site.pages.pictures import Picture, picture_of
from lumbar.site.pages.shown import Shown

CHANGES: Final = frozenset(
    {
        "reps-up",
        "rung-up",
        "load-up",
        "range-wider",
        "rung-up-at-cap",
        "load-down",
        "rung-down",
        "red-once",
        "tries-done",
    }
)
"""The rules whose sentence is worth saying before a session: the dose is not what it was."""
LOWERED: Final = frozenset({"load-down", "rung-down", "red-once"})
"""Those of them that are said on a lighter day as well."""


def is_changed(item: Prescription, rule: str) -> bool:
    """Return whether `rule` says that this dose is not what it was; a rise is not felt on a lighter day."""
    return rule in LOWERED or (rule in CHANGES and not item.light)


@dataclass(frozen=True, slots=True)
class Why:
    """One answer of “why this today”: the question, the sentences, and where they come from."""

    question: str
    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WarmUp:
    """One row of the warm-up table."""

    name: str
    load: str
    reps: str


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise of a session."""

    number: int
    id: str
    name: str
    note: str
    picture: Picture | None
    alt: str
    dose: tuple[Figure, ...]
    comfortable: bool
    warm_up: tuple[WarmUp, ...]
    why: tuple[Why, ...]
    changed: str
    is_stretch: bool
    load: LoadLine | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The exercises of one position: its heading, its minutes, and the number its list starts with."""

    heading: str
    minutes: int
    first: int
    cards: tuple[Card, ...]


def position_heading(position: Position) -> str:
    """Return what a position is called as a heading."""
    return {
        Position.SUPINE: gettext("On your back"),
        Position.SIDE_LYING: gettext("On your side"),
        Position.PRONE: gettext("Face down"),
        Position.QUADRUPED: gettext("On hands and knees"),
        Position.STANDING_AT_WALL: gettext("Standing at a wall"),
        Position.STANDING: gettext("Standing"),
        Position.ROMAN_CHAIR: gettext("At the Roman chair"),
    }[position]


def _heading(exercise: Exercise, plan: SessionPlan) -> str:
    if plan.place == "assistance" and exercise.group is Group.STRETCH:
        return gettext("Open")
    if any(Equipment.BARBELL in need for need in exercise.equipment):
        return gettext("At the bar")
    return position_heading(exercise.position)


def chapters(plan: SessionPlan, shown: Shown, stature: Stature | None = None) -> tuple[Chapter, ...]:
    """Return the session's exercises in order, neighbours of one position together, with loads for a `stature`."""
    numbered = [(n, item, shown.catalogue.exercise(item.exercise)) for n, item in enumerate(plan.items, 1)]
    made = []
    for heading, group in groupby(numbered, key=lambda entry: _heading(entry[2], plan)):
        entries = list(group)
        seconds = sum(item.seconds for _, item, _ in entries)
        cards = tuple(card(n, item, exercise, shown, stature) for n, item, exercise in entries)
        made.append(Chapter(heading, max(1, round(seconds / 60)), entries[0][0], cards))
    return tuple(made)


def card(place: int, item: Prescription, exercise: Exercise, shown: Shown, stature: Stature | None = None) -> Card:
    """Return one exercise as it is shown."""
    words = shown.text(exercise)
    return Card(
        number=place,
        id=item.exercise,
        name=words.name,
        note=words.summary,
        picture=picture_of(item.exercise),
        alt=words.picture,
        dose=dose_of(item, shown),
        comfortable=item.comfortable,
        warm_up=warm_up(item, shown),
        why=why(item.why, shown),
        changed=change(item, shown),
        is_stretch=exercise.group is Group.STRETCH,
        load=None if stature is None else load_line(exercise, stature, item.load_kg),
    )


def warm_up(item: Prescription, shown: Shown) -> tuple[WarmUp, ...]:
    """Return the sets to warm up with, and the work they lead to; nothing where there are none."""
    if not item.warm_up or item.load_kg is None:
        return ()
    rows = [WarmUp(str(n), shown.load(w.load_kg), str(w.reps)) for n, w in enumerate(item.warm_up, 1)]
    return (*rows, WarmUp(gettext("Work"), shown.load(item.load_kg), str(item.reps)))


def why(reasons: Iterable[Reason], shown: Shown) -> tuple[Why, ...]:
    """Return the reasons under their questions: why this, why today, why this dose."""
    questions: dict[Topic, str] = {
        "this": gettext("Why this"),
        "today": gettext("Why today"),
        "dose": gettext("Why this dose"),
    }
    told = list(reasons)
    return tuple(
        Why(asked, tuple((shown.sentence(r), shown.source(r.source)) for r in told if r.topic == topic))
        for topic, asked in questions.items()
        if any(r.topic == topic for r in told)
    )


def change(item: Prescription, shown: Shown) -> str:
    """Return the sentence that says why the dose is what it is: that it changed, else the last reason about it."""
    about = [r for r in item.why if r.topic == "dose"]
    said = next((r for r in about if is_changed(item, r.rule)), about[-1] if about else None)
    return shown.sentence(said) if said else ""


def title(plan: SessionPlan, shown: Shown) -> str:
    """Return what a session is like, in three or four words."""
    if plan.place == "assistance":
        return gettext("After your main lifts")
    floor = {Position.SUPINE, Position.SIDE_LYING, Position.PRONE, Position.QUADRUPED}
    low = sum(shown.catalogue.exercise(i.exercise).position in floor for i in plan.items)
    if low == len(plan.items):
        return gettext("All on the floor")
    return gettext("Mostly on the floor") if 2 * low > len(plan.items) else gettext("Mostly on your feet")


def things_needed(plan: SessionPlan, shown: Shown, owned: frozenset[Equipment]) -> str:
    """Return a sentence with what must be at hand: a mat, a wall, and the equipment of the exercises.

    Of alternatives, those that are owned are named.
    """
    exercises = [shown.catalogue.exercise(item.exercise) for item in plan.items]
    things = [gettext("a mat")]
    if any(e.position is Position.STANDING_AT_WALL for e in exercises):
        things.append(gettext("a wall"))
    needed = [_to_use(e, owned) for e in exercises if e.equipment]
    certain = {thing for needs in needed if len(needs) == 1 for thing in needs[0]}
    things += [name for equipment, name in equipment_things() if equipment in certain]
    open_choices = (needs for needs in needed if len(needs) > 1 and not any(need <= certain for need in needs))
    things += dict.fromkeys(either_of(needs) for needs in open_choices)
    first, last = ", ".join(things[:-1]), things[-1]
    listed = last if len(things) == 1 else gettext("{first} and {last}").format(first=first, last=last)
    return gettext("You need {things}.").format(things=listed)


def _to_use(exercise: Exercise, owned: frozenset[Equipment]) -> tuple[frozenset[Equipment], ...]:
    """Return the alternatives of an exercise that the person owns, or all of them where none is."""
    return tuple(need for need in exercise.equipment if need <= owned) or exercise.equipment


def equipment_things() -> tuple[tuple[Equipment, str], ...]:
    """Return each piece of equipment as a thing with its article."""
    return (
        (Equipment.BAND, gettext("a band")),
        (Equipment.CABLE, gettext("a cable machine")),
        (Equipment.DUMBBELL, gettext("a dumbbell")),
        (Equipment.PLATE, gettext("a weight plate")),
        (Equipment.STAND_IN, gettext("a heavy book or a filled milk carton")),
        (Equipment.BENCH, gettext("a bench")),
        (Equipment.ROMAN_CHAIR, gettext("a Roman chair")),
        (Equipment.BARBELL, gettext("a barbell")),
    )


def either_of(needs: Iterable[frozenset[Equipment]]) -> str:
    """Return alternatives of equipment in words."""
    names = dict(equipment_things())
    return gettext(" or ").join(" + ".join(names[e] for e in sorted(need)) for need in needs)


def side_words(side: SideMode) -> str:
    """Return how the sides share a set, in words."""
    return {
        SideMode.BOTH: gettext("Both sides together"),
        SideMode.LEFT_RIGHT: gettext("First the left side, then the right"),
        SideMode.ALTERNATING: gettext("Left and right in turn"),
    }[side]
