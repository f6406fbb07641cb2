"""A dose as numbers above their words, the same on every page."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, ngettext

from lumbar.catalogue.exercise import Rung, SideMode
from lumbar.journal.prescription import Prescription
from lumbar.site.pages.shown import Shown, number

CHOSEN: Final = "?"
"""The value of a load that the person chooses."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, its small unit, and the word below it."""

    value: str
    unit: str
    word: str


def reps_word(side: SideMode) -> str:
    """Return what repetitions are called for this way of sharing sides."""
    return gettext("reps") if side is SideMode.BOTH else gettext("each side")


def dose_of(item: Prescription, shown: Shown) -> tuple[Figure, ...]:
    """Return the dose of a prescription: sets, repetitions, hold, load."""
    figures = [
        Figure(str(item.sets), "", ngettext("set", "sets", item.sets)),
        Figure(str(item.reps), "", reps_word(item.side)),
    ]
    if item.hold_s:
        figures.append(Figure(str(item.hold_s), "s", gettext("hold")))
    if item.load_kg is not None:
        figures.append(Figure(shown.load_value(item.load_kg), shown.mass, gettext("load")))
    elif item.comfortable:
        figures.append(Figure(CHOSEN, "", gettext("you choose")))
    return tuple(figures)


def rung_words(rung: Rung, side: SideMode) -> tuple[str, str, str]:
    """Return a rung as (“3 × 10”, “each side”, “hold 2 s”)."""
    reps = str(rung.reps) if rung.reps == rung.reps_top else f"{rung.reps}–{rung.reps_top}"
    rest = gettext("hold {seconds} s").format(seconds=number(rung.hold_s)) if rung.hold_s else ""
    if rung.loaded:
        rest = f"{rest}, {gettext('with load')}" if rest else gettext("with load")
    return f"{rung.sets} × {reps}", reps_word(side), rest
