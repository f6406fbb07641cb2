"""Every kind of event and its codec."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lumbar.journal.event import DayChosen, Hurt, MorningAnswered, SessionEnded, Skipped, Swapped
from lumbar.site.models import (
    DayChosenRow,
    HurtRow,
    MorningAnsweredRow,
    SessionEndedRow,
    SkippedRow,
    SwappedRow,
)
from lumbar.site.rows.codec import Codec, plain_codec
from lumbar.site.rows.session import started_codec
from lumbar.site.rows.set_done import SET_DONE
from lumbar.site.rows.told import PROFILE_SAVED, SCREENED

CODECS: Final[Mapping[str, Codec]] = MappingProxyType(
    {
        "profile-saved": PROFILE_SAVED,
        "screened": SCREENED,
        "day-chosen": plain_codec(DayChosenRow, DayChosen),
        "swapped": plain_codec(SwappedRow, Swapped),
        "session-started": started_codec({}),
        "set-done": SET_DONE,
        "hurt": plain_codec(HurtRow, Hurt),
        "skipped": plain_codec(SkippedRow, Skipped),
        "session-ended": plain_codec(SessionEndedRow, SessionEnded),
        "morning-answered": plain_codec(MorningAnsweredRow, MorningAnswered),
    }
)
