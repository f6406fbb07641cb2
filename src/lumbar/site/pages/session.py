"""The guided session: everything the player needs in one piece of data, and the page after it."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext

from lumbar.catalogue.exercise import Exercise
from lumbar.errors import NotFoundError
from lumbar.exchange.archive import event_to_dict
from lumbar.journal.event import AnyEvent, SessionEnded, SessionId, SessionStarted
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.site import clock
from lumbar.site.middleware import WATCHING
from lumbar.site.pages.camera import camera_addresses, coach_words, watched_of
from lumbar.site.pages.desk import desk, loads_of, state_of
from lumbar.site.pages.done import done_page
from lumbar.site.pages.figure import figure_addresses
from lumbar.site.pages.pictures import picture_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.shown import Shown
from lumbar.site.request import OwnedRequest
from lumbar.training.duration import CHANGE_SIDE_S, GET_READY_S, WARM_UP_REST_S
from lumbar.training.swap import stand_ins
from lumbar.training.thresholds import AMBER_FROM, RED_FROM, RED_RISE, USUAL_MARGIN

STRINGS = Path(__file__).parent.parent / "player_strings.json"


@cache
def _strings() -> dict[str, str]:
    found: dict[str, str] = json.loads(STRINGS.read_text(encoding="utf-8"))
    return found


def events_of(request: OwnedRequest, session: UUID) -> tuple[AnyEvent, ...]:
    """Return what holds of a session of this person, corrections made.

    Raises:
        NotFoundError: If this person never began it.
    """
    events = desk().session(request.owner.pk, clock.today(), SessionId(session))
    if not events:
        raise NotFoundError("session", str(session), ())
    return events


def player(request: OwnedRequest, session: UUID) -> HttpResponse:
    """Show the player of a session; an ended one shows what was done."""
    events = events_of(request, session)
    if any(isinstance(e, SessionEnded) for e in events):
        return redirect("done", str(session))
    started = next(e for e in events if isinstance(e, SessionStarted))
    boot = boot_of(request, started, events)
    page = render(request, "lumbar/player.html", {"boot": boot, "session": session})
    for name, value in WATCHING.items():
        page.headers[name] = value
    return page


def boot_of(request: OwnedRequest, started: SessionStarted, events: Iterable[AnyEvent]) -> dict[str, object]:
    """Return what the player begins with; its shape is held by contract/session.json."""
    shown, owner, state = shown_for(request), request.owner, state_of(request)
    person = state.person
    return {
        "session": str(started.session),
        "day": started.on.isoformat(),
        "language": shown.language,
        "csrf": get_token(request),
        "events_url": reverse("api-events"),
        "done_url": reverse("done", args=[str(started.session)]),
        "today_url": reverse("today"),
        "signs_url": reverse("signs"),
        "units": {"mass": shown.mass},
        "voice": owner.voice,
        "watches": owner.camera,
        "speed_allowed": settings.SPEED_ALLOWED,
        "camera": camera_addresses(),
        "figure": figure_addresses(None if person is None else person.profile.sex),
        "rules": {
            "pain_stop": RED_FROM,
            "pain_rise_stop": RED_RISE,
            "pain_amber": AMBER_FROM,
            "usual_pain": 0 if person is None else person.profile.usual_pain,
            "usual_margin": USUAL_MARGIN,
            "pain_before": started.pain,
            "get_ready_s": GET_READY_S,
            "change_side_s": CHANGE_SIDE_S,
            "warm_up_rest_s": WARM_UP_REST_S,
        },
        "items": items_of(started.plan, request, shown),
        "done": [event_to_dict(e) for e in events if not isinstance(e, SessionStarted)],
        "strings": {key: gettext(text) for key, text in _strings().items()},
        "coach": coach_words(),
    }


def items_of(plan: SessionPlan, request: OwnedRequest, shown: Shown) -> list[dict[str, object]]:
    """Return every exercise of the session with what may stand in for it."""
    state, made = state_of(request), []
    others = stand_ins(plan, state, shown.catalogue, loads=loads_of(request)) if state.person is not None else {}
    for item in plan.items:
        easier, equal = others.get(item.exercise, (None, None))
        made.append(
            {
                **item_dict(item, shown),
                "easier": item_dict(easier, shown) if easier else None,
                "equal": item_dict(equal, shown) if equal else None,
            }
        )
    return made


def item_dict(item: Prescription, shown: Shown) -> dict[str, object]:
    """Return one exercise as the player gets it."""
    exercise = shown.catalogue.exercise(item.exercise)
    words, tempo = shown.text(exercise), exercise.tempo
    return {
        "exercise": item.exercise,
        "name": words.name,
        "position": exercise.position.value,
        "set_up": words.set_up,
        "steps": list(words.steps),
        "cues": list(words.cues),
        "breathing": words.breathing,
        "picture": _picture(exercise, words.picture),
        "moves": exercise.motion is not None,
        "watched": watched_of(exercise),
        "sets": item.sets,
        "reps": item.reps,
        "hold_s": item.hold_s,
        "side": item.side.value,
        "load_kg": item.load_kg,
        "comfortable": item.comfortable,
        "rest_s": item.rest_s,
        "warm_up": [{"reps": w.reps, "load_kg": w.load_kg} for w in item.warm_up],
        "tempo": {
            "lower_s": tempo.lower_s,
            "bottom_s": tempo.bottom_s,
            "lift_s": tempo.lift_s,
            "top_s": tempo.top_s,
            "first": tempo.first,
            "hold_at": tempo.hold_at,
            "said": tempo.said,
        },
        "seconds": item.seconds,
    }


def _picture(exercise: Exercise, alt: str) -> dict[str, str] | None:
    picture = picture_of(exercise.id)
    return {"src": static(picture.picture), "alt": alt} if picture else None


def done(request: OwnedRequest, session: UUID) -> HttpResponse:
    """Show what was done in a session."""
    events = events_of(request, session)
    page = done_page(events, shown_for(request))
    return render(request, "lumbar/done.html", {"page": page, "section": "today", "day": events[0].on})
