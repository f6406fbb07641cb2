"""The morning after: of which training day it can still be told."""

from datetime import date
from typing import Final

from lumbar.app.today import View
from lumbar.journal.event import MorningAnswered, SessionStarted

ASKED_FOR_DAYS: Final = 4  # our choice: a weekend away; later nobody remembers that morning


def morning_due(view: View) -> date | None:
    """Return the training day whose morning after can still be told, or None.

    It is asked until the next session begins: from then on the day is judged as it stands.
    """
    about = view.state.untold_morning
    if about is None or not 1 <= (view.day - about).days <= ASKED_FOR_DAYS:
        return None
    told = any(isinstance(event, MorningAnswered) and event.about == about for event in view.since)
    begun = any(isinstance(event, SessionStarted) and event.on == view.day for event in view.since)
    return None if told or begun else about
