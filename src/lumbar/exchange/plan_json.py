"""A plan as plain data: the shape that `lumbar plan --json` prints and other programs read.

`reps` is one whole number a set: of each side, or over both sides where they alternate. Loads are rounded to 10 g,
tempo is [lower, pause, lift, pause] in seconds, and every reason names its rule, its sentence and its source.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Tempo
from lumbar.exchange.to_plain import Plain
from lumbar.journal.prescription import Prescription, Reason, SessionPlan

LOAD_DECIMALS: Final = 2  # 10 g, finer than any plate


def day_to_dict(day: date, sessions: Iterable[SessionPlan], catalogue: Catalogue) -> dict[str, Plain]:
    """Return a day's sessions as plain data."""
    return {"date": day.isoformat(), "sessions": [session_to_dict(session, catalogue) for session in sessions]}


def session_to_dict(session: SessionPlan, catalogue: Catalogue) -> dict[str, Plain]:
    """Return one session as plain data, its items in the order they are done."""
    return {
        "place": session.place,
        "minutes": session.minutes,
        "items": [item_to_dict(item, catalogue) for item in session.items],
    }


def item_to_dict(item: Prescription, catalogue: Catalogue) -> dict[str, Plain]:
    """Return what is asked of one exercise as plain data."""
    return {
        "exercise": item.exercise,
        "stage": item.stage,
        "sets": item.sets,
        "reps": item.reps_total,
        "hold_s": item.hold_s,
        "side": item.side.value,
        "load_kg": None if item.load_kg is None else round(item.load_kg, LOAD_DECIMALS),
        "rest_s": item.rest_s,
        "tempo": _tempo(catalogue.exercise(item.exercise).tempo),
        "why": reasons_to_list(item.why, catalogue),
    }


def reasons_to_list(reasons: Sequence[Reason], catalogue: Catalogue) -> list[Plain]:
    """Return each reason as its rule, its English sentence and the title of its source."""
    return [{"rule": told.rule, "text": str(told), "source": catalogue.source_title(told.source)} for told in reasons]


def _tempo(tempo: Tempo) -> list[Plain]:
    return [_short(seconds) for seconds in (tempo.lower_s, tempo.bottom_s, tempo.lift_s, tempo.top_s)]


def _short(number: float) -> float:
    """Return 2.0 as 2, so that whole seconds read as such."""
    return int(number) if number == int(number) else number
