"""The tables: the owner, and the journal as typed rows that are only ever added to.

Every event is one `Entry` (what all events have) and one row in the table of its kind (what this kind has).
`Entry.id` is the event's sequence number: it only grows and is never used again, not even after an erasure.
"""

from lumbar.site.models.entry import Entry, Erasing, Row
from lumbar.site.models.exercise import HurtRow, SetDoneRow, SkippedRow
from lumbar.site.models.owner import Owner
from lumbar.site.models.session import SessionEndedRow, SessionItem, SessionStartedRow
from lumbar.site.models.told import DayChosenRow, MorningAnsweredRow, ProfileSavedRow, ScreenedRow, SwappedRow

__all__ = [
    "DayChosenRow",
    "Entry",
    "Erasing",
    "HurtRow",
    "MorningAnsweredRow",
    "Owner",
    "ProfileSavedRow",
    "Row",
    "ScreenedRow",
    "SessionEndedRow",
    "SessionItem",
    "SessionStartedRow",
    "SetDoneRow",
    "SkippedRow",
    "SwappedRow",
]
