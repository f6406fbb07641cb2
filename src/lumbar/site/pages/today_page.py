"""Today's session as a page: its values, made from the session and what surrounds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext

from lumbar.app.low_back import Stature
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import SessionStarted
from lumbar.journal.prescription import Reason, SessionPlan
from lumbar.site.pages.session_view import Chapter, chapters, is_changed, things_needed, title
from lumbar.site.pages.shown import Shown

SHORT_MINUTES: Final = 10
OF_THE_DAY: Final = frozenset(
    {"light-block", "light-pain", "light-today", "light-dips", "break-week", "break-fortnight", "break-month"}
)
"""The rules that change a whole day; they are said once, not for every exercise."""


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Today's session as it is shown."""

    title: str
    minutes: int
    count: int
    get_ups: int
    start_url: str
    first_name: str
    resuming: bool
    part: str
    morning_url: str
    place: str
    notes: tuple[str, ...]
    can_shorten: bool
    is_short: bool
    chapters: tuple[Chapter, ...]
    load: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session's page depends on besides the session: the day's other sessions, and what is due.

    `stature` is the body whose loads are shown, `load` the day's sum in words.
    """

    sessions: int
    run: SessionStarted | None
    morning_url: str
    is_short: bool
    owned: frozenset[Equipment]
    advice: tuple[Reason, ...] = ()
    stature: Stature | None = None
    load: str = ""


def page_of(plan: SessionPlan, shown: Shown, setting: Setting) -> TodayPage:
    """Return the page of a session that is to be done, or that is under way."""
    run = setting.run
    return TodayPage(
        title=title(plan, shown),
        minutes=plan.minutes,
        count=len(plan.items),
        get_ups=plan.get_ups,
        start_url=reverse("session", args=[str(run.session)]) if run else reverse("ready"),
        first_name=shown.name(plan.items[0].exercise),
        resuming=run is not None,
        part=_part(plan, setting.sessions),
        morning_url=setting.morning_url,
        place=plan.place,
        notes=tuple(_notes(plan, shown, setting)),
        can_shorten=plan.minutes > SHORT_MINUTES and not setting.is_short,
        is_short=setting.is_short,
        chapters=chapters(plan, shown, setting.stature),
        load=setting.load,
    )


def _part(plan: SessionPlan, of: int) -> str:
    if of == 1:
        return ""
    return gettext("Session {number} of {of} today. They share one day’s work.").format(number=plan.number, of=of)


def _notes(plan: SessionPlan, shown: Shown, setting: Setting) -> Iterator[str]:
    """Yield what to know before starting: where it belongs, what is needed, what changed, what was left out."""
    yield from dict.fromkeys(shown.sentence(reason) for reason in setting.advice)
    if plan.place == "assistance":
        yield gettext("Your main lifts come first. The low-back work follows when they are done.")
    yield things_needed(plan, shown, setting.owned)
    every = (reason for item in plan.items for reason in item.why)
    yield from dict.fromkeys(shown.sentence(reason) for reason in every if reason.rule in OF_THE_DAY)
    for item in plan.items:
        for reason in item.why:
            if is_changed(item, reason.rule):
                yield f"{shown.name(item.exercise)}: {shown.sentence(reason)}"
    for reason in plan.relaxed:
        yield shown.sentence(reason)
