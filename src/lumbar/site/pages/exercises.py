"""The library: every exercise, found by words and filters, and each one's own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from unicodedata import combining, normalize

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop

from lumbar.body.anthropometry import Sex
from lumbar.catalogue.exercise import Equipment, Exercise, Group, Position, SourceId
from lumbar.catalogue.muscles import MUSCLES
from lumbar.site.pages.desk import plan_of, state_of, stature_here
from lumbar.site.pages.dose import Figure, reps_word, rung_words
from lumbar.site.pages.figure import MovingFigure, figure_of
from lumbar.site.pages.levers import levers, untold_way
from lumbar.site.pages.low_back import load_words
from lumbar.site.pages.pictures import Picture, picture_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.session_view import either_of, position_heading, side_words
from lumbar.site.pages.shown import Shown
from lumbar.site.request import OwnedRequest

GROUPS: Final[Mapping[Group, str]] = {
    Group.STRETCH: gettext_noop("Stretches"),
    Group.INITIAL: gettext_noop("First exercises"),
    Group.ADVANCED: gettext_noop("More advanced"),
    Group.BAND_DUMBBELL: gettext_noop("Band and dumbbell"),
    Group.BARBELL: gettext_noop("Barbell assistance"),
}
NOTHING: Final = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One exercise in the library's list."""

    id: str
    name: str
    summary: str
    picture: Picture | None
    alt: str
    stage: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The exercises of one group that pass the filters."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for: words, a stage (0 for any), equipment ("" for any, `none` for nothing at all)."""

    words: str
    stage: int
    equipment: str


def folded(text: str) -> str:
    """Return text for comparing: lower case, without accents."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def passes(exercise: Exercise, wanted: Wanted, shown: Shown) -> bool:
    """Return whether an exercise is what was looked for; every word must occur somewhere in its texts."""
    words = shown.text(exercise)
    muscles = (gettext(MUSCLES[m]) for m in (*exercise.muscles.most, *exercise.muscles.also))
    place = position_heading(exercise.position)
    text = folded(" ".join((words.name, words.also_called, words.summary, words.benefit, place, exercise.id, *muscles)))
    return (
        all(word in text for word in folded(wanted.words).split())
        and wanted.stage in {0, exercise.stage}
        and _can_use(exercise, wanted.equipment)
    )


def _can_use(exercise: Exercise, equipment: str) -> bool:
    if not equipment:
        return True
    if equipment == NOTHING:
        return not exercise.equipment
    return any(equipment in need for need in exercise.equipment)


def shelves(wanted: Wanted, shown: Shown) -> tuple[Shelf, ...]:
    """Return the groups with what passes; groups without any are left out."""
    found = [e for e in shown.catalogue if passes(e, wanted, shown)]
    found.sort(key=lambda e: (e.stage, folded(shown.text(e).name)))
    made = (
        Shelf(gettext(title), tuple(_entry(e, shown) for e in found if e.group is group))
        for group, title in GROUPS.items()
    )
    return tuple(shelf for shelf in made if shelf.entries)


def _entry(exercise: Exercise, shown: Shown) -> Entry:
    words = shown.text(exercise)
    return Entry(exercise.id, words.name, words.summary, picture_of(exercise.id), words.picture, exercise.stage)


def library(request: OwnedRequest) -> HttpResponse:
    """Show the library."""
    shown = shown_for(request)
    stage = request.GET.get("stage", "")
    wanted = Wanted(
        request.GET.get("q", "")[:80],
        int(stage) if stage in {"1", "2", "3", "4"} else 0,
        request.GET.get("equipment", ""),
    )
    found = shelves(wanted, shown)
    names = equipment_names()
    context = {
        "section": "exercises",
        "shelves": found,
        "count": sum(len(shelf.entries) for shelf in found),
        "wanted": wanted,
        "stages": [("", gettext("All")), *((str(n), str(n)) for n in range(1, 5))],
        "stage": stage if wanted.stage else "",
        "equipment": [("", gettext("Any")), (NOTHING, gettext("None needed")), *names.items()],
    }
    return render(request, "lumbar/exercises.html", context)


def equipment_names() -> dict[str, str]:
    """Return what each piece of equipment is called."""
    return {
        Equipment.BAND.value: gettext("Resistance band"),
        Equipment.CABLE.value: gettext("Cable machine"),
        Equipment.DUMBBELL.value: gettext("Dumbbells"),
        Equipment.PLATE.value: gettext("Weight plate"),
        Equipment.STAND_IN.value: gettext("A heavy book or a filled milk carton"),
        Equipment.ROMAN_CHAIR.value: gettext("Roman chair"),
        Equipment.BARBELL.value: gettext("Barbell"),
    }


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder as it is shown; `where` is past, here, or empty."""

    number: int
    dose: str
    sides: str
    rest: str
    where: str
    published: bool


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """One exercise, whole."""

    exercise: Exercise
    name: str
    facts: str
    benefit: str
    dose: tuple[Figure, ...]
    picture: Picture | None
    figure: MovingFigure | None
    words: object
    ladder: tuple[Step, ...]
    easier: tuple[Entry, ...]
    equal: tuple[Entry, ...]
    harder: tuple[Entry, ...]
    muscles: tuple[tuple[str, str], ...]
    equipment: str
    sides: str
    sources: tuple[tuple[str, str, str], ...]
    is_upright: bool


UPRIGHT: Final = frozenset({Position.STANDING, Position.STANDING_AT_WALL, Position.ROMAN_CHAIR})
"""The positions whose figure is taller than wide, so that its picture is never cut."""


def page_of(exercise: Exercise, here: int | None, shown: Shown, sex: Sex | None = None) -> ExercisePage:
    """Return the page of an exercise.

    `here` is the rung the person stands on, None before the first time; `sex` is whose body shows it.
    """
    words = shown.text(exercise)
    rung = exercise.rungs[min(here or 0, len(exercise.rungs) - 1)]
    equipment = _needs(exercise)
    told = [words.also_called and gettext("Also called {name}.").format(name=words.also_called)]
    told.append(
        gettext("Stage {stage}, {place}, {equipment}.").format(
            stage=exercise.stage, place=position_heading(exercise.position).lower(), equipment=equipment
        )
    )
    figures = [Figure(str(rung.sets), "", gettext("sets") if rung.sets > 1 else gettext("set"))]
    reps = str(rung.reps) if rung.reps == rung.reps_top else f"{rung.reps}–{rung.reps_top}"
    figures.append(Figure(reps, "", reps_word(exercise.side)))
    if rung.hold_s:
        figures.append(Figure(str(rung.hold_s), "s", gettext("hold")))
    figures.append(Figure(str(exercise.rest_s), "s", gettext("rest")))
    near = exercise.neighbours
    return ExercisePage(
        exercise=exercise,
        name=words.name,
        facts=" ".join(filter(None, told)),
        benefit=words.benefit,
        dose=tuple(figures),
        picture=picture_of(exercise.id),
        figure=figure_of(exercise, rung.hold_s, sex),
        words=words,
        ladder=ladder(exercise, here),
        easier=tuple(_entry(shown.catalogue.exercise(n), shown) for n in near.easier),
        equal=tuple(_entry(shown.catalogue.exercise(n), shown) for n in near.equal),
        harder=tuple(_entry(shown.catalogue.exercise(n), shown) for n in near.harder),
        muscles=tuple(
            (question, ", ".join(gettext(MUSCLES[m]) for m in names))
            for question, names in (
                (gettext("Most"), exercise.muscles.most),
                (gettext("Also"), exercise.muscles.also),
                (gettext("Steadying"), exercise.muscles.steadying),
            )
            if names
        ),
        equipment=equipment,
        sides=side_words(exercise.side),
        sources=tuple((claim.what, shown.source(claim.source), _url(claim.source, shown)) for claim in exercise.claims),
        is_upright=exercise.position in UPRIGHT,
    )


def _needs(exercise: Exercise) -> str:
    if exercise.equipment:
        return either_of(exercise.equipment)
    stands = exercise.position is Position.STANDING_AT_WALL
    return gettext("nothing but a wall") if stands else gettext("nothing but a mat")


def _url(source: SourceId, shown: Shown) -> str:
    known = shown.catalogue.sources.get(source)
    return "" if known is None else known.url


def ladder(exercise: Exercise, here: int | None) -> tuple[Step, ...]:
    """Return the rungs, the highest first, as a ladder stands."""

    def where(index: int) -> str:
        if here is None or index > here:
            return ""
        return "here" if index == here else "past"

    steps = []
    for index, rung in enumerate(exercise.rungs):
        dose, sides, rest = rung_words(rung, exercise.side)
        steps.append(Step(index + 1, dose, sides, rest, where(index), rung.published))
    return tuple(reversed(steps))


def exercise(request: OwnedRequest, name: str) -> HttpResponse:
    """Show one exercise."""
    shown = shown_for(request)
    found = shown.catalogue.exercise(name)
    state = state_of(request)
    standing, person = state.standings.get(found.id), state.person
    sex = None if person is None else person.profile.sex
    page = page_of(found, None if standing is None else standing.rung, shown, sex)
    stature, kg = stature_here(request), _kg_of(request, found)
    context = {
        "page": page,
        "section": "exercises",
        "low_back": load_words(found, stature, kg, shown),
        "levers": levers(found, stature, kg, shown),
        "untold_way": untold_way(found, stature, kg),
    }
    return render(request, "lumbar/exercise.html", context)


def _kg_of(request: OwnedRequest, exercise: Exercise) -> float | None:
    """Return the load [kg] that today asks for, else the last one asked for; None where there is none."""
    plan, standing = plan_of(request), state_of(request).standings.get(exercise.id)
    items = (item for session in (plan.sessions if plan else ()) for item in session.items)
    today = next((item.load_kg for item in items if item.exercise == exercise.id), None)
    return today if today is not None or standing is None else standing.load_kg
