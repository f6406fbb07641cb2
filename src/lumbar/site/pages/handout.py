"""A session as a handout: its words in the language that is active, its drawings as they come."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from lumbar.catalogue.exercise import Equipment, Exercise
from lumbar.figure.handout import Handout, Item, Labels, Number
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.site.pages.dose import CHOSEN, dose_of
from lumbar.site.pages.session_view import WarmUp, is_changed, things_needed, title, warm_up
from lumbar.site.pages.shown import Shown, number

Drawings = Callable[[Exercise], tuple[str, str] | None]
"""Gives the markup of an exercise's start and peak, or nothing where it cannot be drawn."""
CUES = 2  # the others are on the exercise's page; our choice


def handout_of(plan: SessionPlan, shown: Shown, owned: frozenset[Equipment], drawings: Drawings) -> Handout:
    """Return the handout of a session.

    Args:
        plan: The session.
        shown: How things are shown to the person; its language is the one that is active.
        owned: What the person owns.
        drawings: Draws an exercise.
    """
    return Handout(
        language=shown.language,
        title=title(plan, shown),
        day=date_format(plan.day, gettext("l j F Y")),
        length=ngettext("{n} minute", "{n} minutes", plan.minutes).format(n=plan.minutes),
        needs=things_needed(plan, shown, owned),
        items=tuple(_item(item, shown, drawings) for item in plan.items),
        labels=Labels(gettext("At the start"), gettext("At the peak"), gettext("Sets"), gettext("Pain 0–10")),
        warning=gettext("New, sharp or leg pain: stop, and talk to a doctor before you go on."),
        about=gettext(
            "For generally healthy adults who want to get stronger. Not a medical device, and no substitute for "
            "someone who can examine you."
        ),
    )


def _item(item: Prescription, shown: Shown, drawings: Drawings) -> Item:
    exercise = shown.catalogue.exercise(item.exercise)
    words = shown.text(exercise)
    return Item(
        name=words.name,
        drawings=drawings(exercise),
        dose=_dose(item, shown),
        sets=item.sets,
        steps=words.steps,
        cues=words.cues[:CUES],
        caution=next(iter(words.cautions), ""),
        warm_up=_warm_up(warm_up(item, shown)),
        changed=_changed(item, shown),
    )


def _changed(item: Prescription, shown: Shown) -> str:
    """Return why the dose is not what it was; empty where it is."""
    said = (reason for reason in item.why if reason.topic == "dose" and is_changed(item, reason.rule))
    return next(map(shown.sentence, said), "")


def _dose(item: Prescription, shown: Shown) -> tuple[Number, ...]:
    """Return the dose, and the rest where there is another set to rest for."""
    told = [
        Number("", shown.mass, figure.word)
        if figure.value == CHOSEN
        else Number(figure.value, figure.unit, figure.word)
        for figure in dose_of(item, shown)
    ]
    if item.sets > 1 and item.rest_s:
        told.append(Number(number(item.rest_s), "s", gettext("rest")))
    return tuple(told)


def _warm_up(rows: tuple[WarmUp, ...]) -> str:
    """Return a warm-up as a line such as “Warm-up: 5 × 20 kg, 3 × 40 kg”; the row of the work itself is left out."""
    told = ", ".join(f"{row.reps} × {row.load}".replace(" ", "\N{NO-BREAK SPACE}") for row in rows[:-1])
    return f"{gettext('Warm-up')}: {told}" if told else ""
