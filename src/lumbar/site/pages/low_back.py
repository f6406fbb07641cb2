"""The load on the low back in words: one line with its five bars, and what it is and is not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext, gettext_noop

from lumbar.app.low_back import Stature, load_of
from lumbar.catalogue.exercise import Exercise, SourceId
from lumbar.site.pages.shown import Shown, number
from lumbar.units import length_in

if TYPE_CHECKING:
    from lumbar.spine.load import Load

BANDS: Final = 5
WHOLE_FROM_NM: Final = 10  # from here on tenths of a moment say nothing
EVIDENCE: Final = {
    "model": gettext_noop("The band comes from a simple model of the body."),
    "model, at least": gettext_noop(
        "The band is the least it can be: lying down or on all fours, muscles that work against each other add to it."
    ),
    "measured": gettext_noop("The band comes from a figure that was measured."),
    "secondary": gettext_noop("The band comes from a published figure, told at second hand."),
}


@dataclass(frozen=True, slots=True)
class LoadLine:
    """What an exercise asks of the low back, in one line.

    `moment` and `times` are numbers as the language writes them; `band` is 1 to 5, `bars` says of each bar of its
    picture, from above, whether it is filled.
    """

    moment: str
    times: str
    band: int
    bars: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class LoadWords:
    """Everything an exercise's page says about its load: the line, for whom it is, its evidence and its source."""

    line: LoadLine | None
    sentences: tuple[str, ...]
    source: str


def moment(nm: float) -> str:
    """Return a moment [Nm] as the language writes it: whole, below ten with one decimal."""
    return number(nm, 0 if nm >= WHOLE_FROM_NM else 1)


def load_line(exercise: Exercise, stature: Stature, kg: float | None) -> LoadLine | None:
    """Return the line of an exercise for this body with `kg` [kg]; None where statics cannot say."""
    load = load_of(exercise, stature, kg)
    return None if load is None else _line(load)


def _line(load: "Load") -> LoadLine:
    bars = tuple(place <= load.band for place in range(BANDS, 0, -1))
    return LoadLine(moment(load.moment_nm), number(load.times_standing, 1), load.band, bars)


def load_words(exercise: Exercise, stature: Stature, kg: float | None, shown: Shown) -> LoadWords:
    """Return what an exercise's page says about its load."""
    load = load_of(exercise, stature, kg)
    if load is None:
        return LoadWords(None, (gettext("Statics cannot say what this asks of the low back."),), "")
    told = [
        body_words(stature, kg or 0.0 if takes_load(exercise) else None, shown),
        gettext("That is how hard the lower back has to hold at the peak, held still; give or take a fifth."),
        gettext("“× standing” is how hard its lowest joint is pressed, against standing still."),
    ]
    if load.compression_n is not None:
        told.append(_pressing(*(number(force / 1000, 1) for force in load.compression_n)))
    told += [gettext(EVIDENCE[load.evidence]), gettext("It compares exercises and loads. It says nothing about harm.")]
    return LoadWords(_line(load), tuple(told), shown.source(SourceId(load.source)))


def takes_load(exercise: Exercise) -> bool:
    """Return whether something is held, carried or pulled at that a load can be told of."""
    return exercise.load is not None or (exercise.motion is not None and bool(exercise.motion.pulls))


def _pressing(low: str, high: str) -> str:
    """Return the range of compression [kN]; one number where both ends round to it."""
    if low == high:
        return gettext("By a simple model {force} kN press on its lowest joint; others differ twofold.").format(
            force=low
        )
    said = gettext("By a simple model {low} to {high} kN press on its lowest joint; others differ twofold.")
    return said.format(low=low, high=high)


def body_words(stature: Stature, kg: float | None, shown: Shown) -> str:
    """Return for which body and load a number is; `kg` is None where no load is taken."""
    height = f"{number(length_in(stature.height_m, shown.length), 0)} {shown.length}"
    mass = shown.load(stature.mass_kg)
    if stature.told:
        said = gettext("For you, {height} and {mass}").format(height=height, mass=mass)
    else:
        said = gettext("For a body of {height} and {mass}, since your profile does not tell all of yours").format(
            height=height, mass=mass
        )
    if kg:
        return gettext("{body}, with {load}.").format(body=said, load=shown.load(kg))
    return f"{said}." if kg is None else gettext("{body}, without a load.").format(body=said)
