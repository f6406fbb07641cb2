"""The limits of what comes in: the range of every number of the journal, by its class and field.

They keep out slips of the finger and broken senders; they are no training advice. All ends are included.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from lumbar.journal.event import PAIN_MOST, RIR_MOST, Hurt, MorningAnswered, SessionStarted, SetDone, Work
from lumbar.journal.prescription import Prescription, SessionPlan, WarmUpSet
from lumbar.journal.profile import DAYS_PER_WEEK, MINUTES, SESSIONS_PER_DAY, Lifts, Profile, RepSet, Weights


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest value [in the field's own unit] that is taken."""

    low: float
    high: float

    def hold(self, value: float) -> bool:
        """Return whether `value` lies between the ends; False for NaN."""
        return self.low <= value <= self.high


PAIN: Final = Limits(0, PAIN_MOST)
RESERVE: Final = Limits(0, RIR_MOST)
REPS: Final = Limits(0, 200)
HOLD_S: Final = Limits(0, 3600)
LOAD_KG: Final = Limits(0, 500)
OWNED_KG: Final = Limits(0.1, 500)
SECONDS: Final = Limits(0, 86_400)
COUNT: Final = Limits(0, 99)
NUMBER: Final = Limits(1, 99)
ANY: Final = Limits(-1e9, 1e9)

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)

FIELD_LIMITS: Final[dict[tuple[type, str], Limits]] = {
    (SessionStarted, "pain"): PAIN,
    (Hurt, "pain"): PAIN,
    (MorningAnswered, "pain"): PAIN,
    (SetDone, "pain"): PAIN,
    (SetDone, "rir"): RESERVE,
    (SetDone, "number"): NUMBER,
    (SetDone, "target_reps"): REPS,
    (SetDone, "target_hold_s"): HOLD_S,
    (SetDone, "target_load_kg"): LOAD_KG,
    (SetDone, "load_kg"): LOAD_KG,
    (Work, "reps"): REPS,
    (Work, "hold_s"): HOLD_S,
    (Prescription, "rung"): COUNT,
    (Prescription, "sets"): NUMBER,
    (Prescription, "reps"): REPS,
    (Prescription, "reps_top"): REPS,
    (Prescription, "hold_s"): HOLD_S,
    (Prescription, "load_kg"): LOAD_KG,
    (Prescription, "rest_s"): HOLD_S,
    (Prescription, "seconds"): SECONDS,
    (WarmUpSet, "reps"): REPS,
    (WarmUpSet, "load_kg"): LOAD_KG,
    (WarmUpSet, "share"): Limits(0, 1),
    (SessionPlan, "number"): NUMBER,
    (SessionPlan, "seconds"): SECONDS,
    (SessionPlan, "get_ups"): COUNT,
    (Profile, "age"): Limits(1, 120),
    (Profile, "days_per_week"): Limits(*DAYS_PER_WEEK),
    (Profile, "minutes"): Limits(*MINUTES),
    (Profile, "sessions_per_day"): Limits(*SESSIONS_PER_DAY),
    (Profile, "height_m"): Limits(0.5, 2.6),
    (Profile, "mass_kg"): Limits(20, 400),
    (Profile, "usual_pain"): PAIN,
    (Weights, "bar_kg"): OWNED_KG,
    (Weights, "plates_kg"): OWNED_KG,
    (Weights, "dumbbells_kg"): OWNED_KG,
    (Weights, "step_kg"): Limits(0.1, 50),
    (Lifts, "clean_kg"): Limits(1, 500),
    (Lifts, "deadlift_kg"): Limits(1, 500),
    (RepSet, "kg"): Limits(1, 500),
    (RepSet, "reps"): Limits(1, 30),  # beyond that no estimate of one repetition is worth anything
}
"""Every numeric field of an event and of what is in it; a test holds that none is missing."""
