"""The screening: four pages of questions, the signs that everyone sees, and what an answer leads to.

Answers travel with the form from page to page and are written once, at the end, as one event. Nothing is chosen
beforehand, and a page without an answer is asked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from lumbar.catalogue.exercise import FlagId
from lumbar.journal.event import Screened
from lumbar.journal.profile import Screening
from lumbar.site.pages.request import record, stamp
from lumbar.site.request import OwnedRequest
from lumbar.training.flags import FLAGS, UNDER_18, Flag

NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """One page: its question, why we ask, and the flags a yes can be. `single` allows one answer only."""

    slug: str
    title: str
    hint: str
    why: str
    flags: tuple[Flag, ...]
    none: str
    single: bool = False


def _of_tier(tier: str) -> tuple[Flag, ...]:
    return tuple(
        f for f in FLAGS if f.tier == tier and f.id != UNDER_18
    )  # known from the profile's age; not asked twice


STEPS: Final[tuple[Step, ...]] = (
    Step(
        "now",
        gettext_noop("Is any of this true for you now?"),
        gettext_noop("Tick all that are. They are rare."),
        gettext_noop(
            "These signs need people who can look at you at once. Nothing here decides what you have; "
            "it only keeps you from training when you should be seen."
        ),
        _of_tier("emergency"),
        gettext_noop("None of these"),
    ),
    Step(
        "lately",
        gettext_noop("And any of this, lately or ever?"),
        gettext_noop("Tick all that are."),
        gettext_noop("With one of these, a doctor should look first. Your plan opens on the day they say yes."),
        _of_tier("urgent"),
        gettext_noop("None of these"),
    ),
    Step(
        "ask-first",
        gettext_noop("Does any of this describe you?"),
        gettext_noop("Tick all that do."),
        gettext_noop(
            "Many people in these groups train and are glad of it. They should ask someone who knows them first; "
            "pregnant, lately given birth, getting over an injury, or with a spine or disc problem above all."
        ),
        _of_tier("clearance"),
        gettext_noop("None of these"),
    ),
    Step(
        "back",
        gettext_noop("How is your back these weeks?"),
        gettext_noop("Tick all that are true."),
        gettext_noop("With more discomfort the plan starts gently and stays there until things are calmer."),
        _of_tier("gentle"),
        gettext_noop("None of these"),
    ),
)
BY_SLUG: Final = {step.slug: number for number, step in enumerate(STEPS)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one page's form said: the flags ticked on it, or why it must be asked again."""

    flags: frozenset[FlagId]
    fault: str


def read_answer(step: Step, ticked: Sequence[str]) -> Answer:
    """Return what was answered on a page, from the values of its boxes."""
    known = {str(f.id) for f in step.flags}
    flags = frozenset(FlagId(name) for name in ticked if name in known)
    if flags and NONE in ticked:
        return Answer(flags, gettext("Either “None of these” or what is true: not both."))
    if not flags and NONE not in ticked:
        return Answer(flags, gettext("Tick what is true, or “None of these”."))
    return Answer(flags, "")


def carried(ticked: Sequence[str]) -> frozenset[FlagId]:
    """Return the flags of earlier pages that a form carries along; unknown ones are dropped."""
    known = {f.id for f in FLAGS}
    return frozenset(FlagId(name) for name in ticked) & known


def question(request: OwnedRequest, slug: str) -> HttpResponse:
    """Ask one page of questions; the last one writes the answers down."""
    number = BY_SLUG.get(slug)
    if number is None or (number and request.method != "POST"):  # a later page knows nothing of the earlier answers
        return redirect("screening")
    step = STEPS[number]
    before = carried(request.POST.getlist("before"))
    if "back" in request.POST:
        before |= carried(request.POST.getlist("answer"))
    if request.method != "POST" or "back" in request.POST:
        return _ask(request, number, before - {f.id for f in step.flags}, ticked=before, fault="")
    answer = read_answer(step, request.POST.getlist("answer"))
    if answer.fault:
        return _ask(request, number, before, ticked=answer.flags, fault=answer.fault)
    flags = before | answer.flags
    if number + 1 < len(STEPS) and not (number == 0 and answer.flags):  # an emergency is not asked further
        return _ask(request, number + 1, flags, ticked=flags, fault="")
    record(request, Screened(screening=Screening(flags), **stamp()))
    return HttpResponseRedirect(reverse("today"))


def _ask(
    request: OwnedRequest, number: int, before: frozenset[FlagId], *, ticked: frozenset[FlagId], fault: str
) -> HttpResponse:
    step = STEPS[number]
    context = {
        "step": step,
        "title": gettext(step.title),
        "hint": gettext(step.hint),
        "why": gettext(step.why),
        "none": gettext(step.none),
        "options": [(f.id, gettext(f.question), f.id in ticked) for f in step.flags],
        "number": number + 1,
        "count": len(STEPS),
        "back": STEPS[number - 1].slug if number else "",
        "before": sorted(before - {f.id for f in step.flags}),
        "fault": fault,
    }
    return render(request, "lumbar/screening.html", context, status=422 if fault else 200)


def begin(request: OwnedRequest) -> HttpResponse:
    """Begin with the signs, which everyone reads before the first question."""
    return render(request, "lumbar/signs.html", {"tiers": sign_tiers(), "first": True})


def signs(request: OwnedRequest) -> HttpResponse:
    """Show every warning sign to everyone, in its three tiers."""
    return render(request, "lumbar/signs.html", {"tiers": sign_tiers()})


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of signs: what to do, and the signs."""

    id: str
    heading: str
    doing: str
    signs: tuple[str, ...]


_TIERS: Final = (
    ("emergency", gettext_noop("Call emergency services now"), gettext_noop("Do not train. Do not wait for tomorrow.")),
    ("urgent", gettext_noop("See a doctor in the next days"), gettext_noop("No plan until you have been checked.")),
    (
        "clearance",
        gettext_noop("Ask first, then start"),
        gettext_noop("A professional says yes, and you enter the date."),
    ),
)


def sign_tiers() -> tuple[Tier, ...]:
    """Return the three tiers of signs in the active language."""
    return tuple(
        Tier(tier, gettext(heading), gettext(doing), tuple(gettext(f.sign) for f in FLAGS if f.tier == tier))
        for tier, heading, doing in _TIERS
    )
