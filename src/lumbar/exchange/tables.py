"""The journal as CSV tables, for a spreadsheet or a notebook.

Times are UTC in ISO 8601 and say so in their column; every quantity has its unit in the name of its column; a set
has a row for each side, with what was asked beside what was done. A corrected entry stands as corrected: the
archive beside the tables keeps both. Text is quoted after RFC 4180.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lumbar.exchange.to_plain import utc_text
from lumbar.journal.corrections import resolve
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    Hurt,
    MorningAnswered,
    ProfileSaved,
    Screened,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
)
from lumbar.journal.profile import Lifts, RepSet

Cell = str | int | float | None
Row = dict[str, Cell]


def build_tables(events: Iterable[AnyEvent]) -> dict[str, str]:
    """Return the CSV text of every table by its file name, rows in the order of their days."""
    standing = resolve(events)
    return {f"{name}.csv": _csv(columns, rows(standing)) for name, (columns, rows) in TABLES.items()}


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _head(event: AnyEvent) -> Row:
    return {"at_utc": utc_text(event.at), "day": event.on.isoformat()}


def _sets(events: Sequence[AnyEvent]) -> Iterable[Row]:
    for event in events:
        if not isinstance(event, SetDone):
            continue
        for side, work in (("both", event.both), ("left", event.left), ("right", event.right)):
            if work is not None:
                yield {
                    **_head(event),
                    "session": str(event.session),
                    "exercise": event.exercise,
                    "set_number": event.number,
                    "side": side,
                    "target_reps": event.target_reps,
                    "reps": work.reps,
                    "target_hold_s": event.target_hold_s,
                    "hold_s": work.hold_s,
                    "target_load_kg": event.target_load_kg,
                    "load_kg": event.load_kg,
                    "reps_in_reserve": event.rir,
                    "pain_0_to_10": event.pain,
                }


def _sessions(events: Sequence[AnyEvent]) -> Iterable[Row]:
    ended = {event.session: event for event in events if isinstance(event, SessionEnded)}
    done: dict[SessionId, int] = {}
    for event in events:
        if isinstance(event, SetDone):
            done[event.session] = done.get(event.session, 0) + 1
    for event in events:
        if isinstance(event, SessionStarted):
            end = ended.get(event.session)
            yield {
                **_head(event),
                "ended_at_utc": utc_text(end.at) if end else None,
                "session": str(event.session),
                "number_of_day": event.plan.number,
                "place": event.plan.place,
                "stage": event.plan.stage,
                "planned_minutes": event.plan.minutes,
                "planned_sets": sum(item.sets for item in event.plan.items),
                "sets": done.get(event.session, 0),
                "pain_before_0_to_10": event.pain,
                "readiness": event.readiness,
                "new_symptom": _yes(event.new_symptom),
                "ended": end.reason if end else None,
            }


def _mornings(events: Sequence[AnyEvent]) -> Iterable[Row]:
    for event in events:
        if isinstance(event, MorningAnswered):
            yield {
                **_head(event),
                "about_day": event.about.isoformat(),
                "pain_0_to_10": event.pain,
                "woke": _yes(event.woke),
                "settled": _yes(event.settled),
            }


def _screenings(events: Sequence[AnyEvent]) -> Iterable[Row]:
    for event in events:
        if isinstance(event, Screened):
            cleared = event.screening.cleared_on
            yield {
                **_head(event),
                "flags": " ".join(sorted(event.screening.flags)),
                "cleared_on": cleared.isoformat() if cleared else None,
            }


def _profiles(events: Sequence[AnyEvent]) -> Iterable[Row]:
    for event in events:
        if isinstance(event, ProfileSaved):
            profile, weights = event.profile, event.profile.weights
            yield {
                **_head(event),
                "experience": profile.experience,
                "age_years": profile.age,
                "days_per_week": profile.days_per_week,
                "minutes": profile.minutes,
                "sessions_per_day": profile.sessions_per_day,
                "equipment": " ".join(sorted(profile.equipment)),
                "height_m": profile.height_m,
                "mass_kg": profile.mass_kg,
                "sex": profile.sex,
                "usual_pain_0_to_10": profile.usual_pain,
                "bar_kg": weights.bar_kg,
                "plates_kg": _numbers(weights.plates_kg),
                "dumbbells_kg": _numbers(weights.dumbbells_kg),
                "smallest_step_kg": weights.step_kg,
                **_lifts(profile.lifts or Lifts()),
            }


def _lifts(lifts: Lifts) -> Row:
    clean, deadlift = lifts.clean_set or _NO_SET, lifts.deadlift_set or _NO_SET
    return {
        "clean_kg": lifts.clean_kg,
        "clean_set_kg": clean.kg or None,
        "clean_set_reps": clean.reps or None,
        "deadlift_kg": lifts.deadlift_kg,
        "deadlift_set_kg": deadlift.kg or None,
        "deadlift_set_reps": deadlift.reps or None,
        "main_days": " ".join(lifts.main_days),
    }


def _changes(events: Sequence[AnyEvent]) -> Iterable[Row]:
    for event in events:
        match event:
            case Hurt():
                what: Row = {"what": "hurt", "detail": event.feel, "pain_0_to_10": event.pain}
            case Skipped():
                what = {"what": "skipped"}
            case Swapped():
                what = {"what": "swapped", "exercise": event.old, "new_exercise": event.new, "detail": event.kind}
            case DayChosen():
                what = {"what": "day-chosen", "detail": event.choice}
            case _:
                continue
        if isinstance(event, Hurt | Skipped):
            what |= {"session": str(event.session), "exercise": event.exercise}
        yield {**_head(event), **what}


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:g}" for value in values)


def _yes(value: bool) -> str:  # noqa: FBT001 -- a truth becomes a word
    return "yes" if value else "no"


_NO_SET: Final = RepSet(0, 0)
_ENTRY: Final = ("at_utc", "day")
TABLES: Final[dict[str, tuple[tuple[str, ...], Callable[[Sequence[AnyEvent]], Iterable[Row]]]]] = {
    "sets": (
        (
            *_ENTRY,
            *("session", "exercise", "set_number", "side", "target_reps", "reps", "target_hold_s", "hold_s"),
            *("target_load_kg", "load_kg", "reps_in_reserve", "pain_0_to_10"),
        ),
        _sets,
    ),
    "sessions": (
        (
            *_ENTRY,
            *("ended_at_utc", "session", "number_of_day", "place", "stage", "planned_minutes", "planned_sets", "sets"),
            *("pain_before_0_to_10", "readiness", "new_symptom", "ended"),
        ),
        _sessions,
    ),
    "changes": (
        (*_ENTRY, "what", "session", "exercise", "new_exercise", "detail", "pain_0_to_10"),
        _changes,
    ),
    "mornings": ((*_ENTRY, "about_day", "pain_0_to_10", "woke", "settled"), _mornings),
    "screenings": ((*_ENTRY, "flags", "cleared_on"), _screenings),
    "profile": (
        (
            *_ENTRY,
            *("experience", "age_years", "days_per_week", "minutes", "sessions_per_day", "equipment", "height_m"),
            *("mass_kg", "sex", "usual_pain_0_to_10", "bar_kg", "plates_kg", "dumbbells_kg", "smallest_step_kg"),
            *("clean_kg", "clean_set_kg", "clean_set_reps"),
            *("deadlift_kg", "deadlift_set_kg", "deadlift_set_reps", "main_days"),
        ),
        _profiles,
    ),
}
"""Every table by its name: its columns, and what makes its rows."""
