"""The numbers of the rules: each one named, with its unit and where it comes from.

Nothing in `training` compares against a bare number; it compares against a name from here. `THRESHOLDS` is the
same list as data: the reference page is made from it, and a test holds the two equal. The source `ours` marks
a choice of our own.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

from lumbar.catalogue.exercise import SourceId

Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number of the rules: what it decides, its `value` in `unit`, and its source id."""

    name: str
    value: float
    unit: str
    source: SourceId


_registered: list[Threshold] = []


def threshold(name: str, value: Number, unit: str, source: str) -> Number:
    """Enter a number into the registry and return it, so that a constant is named where it is written."""
    _registered.append(Threshold(name, value, unit, SourceId(source)))
    return value


# Screening
RESCREEN_AFTER_DAYS: Final = threshold("Screening answers hold for", 365, "days", "readiness-practice")
RESCREEN_RED_DAYS: Final = threshold("Red days that ask for screening again", 2, "days", "ours")
RESCREEN_RED_WINDOW_DAYS: Final = threshold("Window in which red days are counted", 7, "days", "ours")
CLEARANCE_LASTS_DAYS: Final = threshold("A professional's yes holds for", 365, "days", "readiness-practice")
ADULT_YEARS: Final = threshold("Lowest age for a plan", 18, "years", "ours")
GENTLE_STAGE: Final = threshold("Highest stage while gentle", 1, "stage", "ours")
HIGHEST_STAGE: Final = threshold("Highest stage", 4, "stage", "ours")

# Pain during a session, 0 to 10
AMBER_FROM: Final = threshold("Amber from", 4, "0-10", "traffic-light")
RED_FROM: Final = threshold("Red from", 6, "0-10", "pain-monitoring")
RED_RISE: Final = threshold("Red at a rise within one set of", 3, "points", "ours")
USUAL_MARGIN: Final = threshold("Cuts move up to the usual discomfort plus", 2, "points", "nrs-change")

# The morning after, against the usual discomfort
MORNING_GREEN_OVER: Final = threshold("Morning is green up to the usual plus", 1, "points", "ours")
MORNING_RED_OVER: Final = threshold("Morning is red from the usual plus", 3, "points", "ours")
RED_SET_CUT: Final = threshold("Share of sets left out after a red day", 0.4, "ratio", "ours")
RED_SWAP_AT: Final = threshold("Red days in a row until the exercise is swapped", 2, "days", "ours")
RED_PAUSE_AT: Final = threshold("Red days in a row until the exercise is paused", 3, "days", "ours")
PAUSE_DAYS: Final = threshold("Length of a pause", 7, "days", "ours")
SWAP_LASTS_DAYS: Final = threshold("A swap after red days lasts", 28, "days", "ours")

# The ladder
RIR_TO_RAISE: Final = threshold("Repetitions in reserve needed to raise", 2, "repetitions", "double-progression")
GOOD_DAYS_TO_RAISE: Final = threshold("Good days in a row needed to raise", 2, "days", "ours")
REPS_STEP: Final = threshold("A target climbs inside its range by", 1, "repetitions", "double-progression")
LOAD_RISE_MAX_RATIO: Final = threshold("Largest rise of a load", 0.10, "ratio", "acsm-2009")
LOAD_DROP_RATIO: Final = threshold("Drop of a load after missed sessions", 0.10, "ratio", "ours")
MISSES_TO_LOWER: Final = threshold("Missed days in a row until the dose drops", 2, "days", "ours")
WIDEN_STEP: Final = threshold("A range widens, where the next weight is too far, by", 2, "repetitions", "ours")
WIDEN_MAX: Final = threshold("A range widens at most by", 4, "repetitions", "ours")
TRIES: Final = threshold("Comfortable first sets that set a load", 3, "sets", "graded-activity")
START_SHARE: Final = threshold("Share of their mean that is the start", 0.7, "ratio", "graded-activity")
HOLD_SLACK_S: Final = threshold("A hold counts as done if short by at most", 0.5, "s", "ours")

# Stages
PROMOTE_DAYS: Final = threshold("Days in a stage before the next", 14, "days", "ours")
PROMOTE_SESSIONS: Final = threshold("Training days in a stage before the next", 6, "days", "ours")
PROMOTE_SHARE: Final = threshold("Share of planned sets done", 0.8, "ratio", "ours")
PROMOTE_PAIN: Final = threshold("Mean discomfort at most", 3.0, "0-10", "ours")
PROMOTE_PAIN_BARBELL: Final = threshold("Mean discomfort at most, before stage 4", 2.0, "0-10", "ours")
PROMOTE_RIR: Final = threshold("Mean repetitions in reserve at least", 3.0, "repetitions", "ours")
PROMOTE_RED_FREE_DAYS: Final = threshold("Days without a red one", 7, "days", "ours")
EXTENSOR_HOLD_S: Final = threshold("Holds of one back-extensor set add up to", 60.0, "s", "ours")
SIDE_HOLD_S: Final = threshold("One side-plank set lasts, each side", 45.0, "s", "ours")
SIDE_DIFFERENCE: Final = threshold("Left and right differ by at most", 0.10, "ratio", "ours")
HINGE_WEEKS: Final = threshold("Clean weeks of hip hinging", 4, "weeks", "ours")
DEMOTE_PAIN_RISE: Final = threshold("A stage down when the week's mean is up by", 2.0, "points", "nrs-change")

# Breaks and lighter weeks
BREAK_REPEAT_DAYS: Final = threshold("Days off after which the last dose is repeated", 7, "days", "ours")
BREAK_LOWER_DAYS: Final = threshold("Days off after which the dose drops", 14, "days", "ours")
BREAK_STAGE_DAYS: Final = threshold("Days off after which the stage drops", 28, "days", "ours")
BREAK_LOAD_DROP_RATIO: Final = threshold("Drop of a load after a break", 0.2, "ratio", "ours")
DELOAD_EVERY_WEEKS: Final = threshold("Weeks of training before a lighter week", 5, "weeks", "ours")
DELOAD_DAYS: Final = threshold("Length of a lighter week", 7, "days", "ours")
DELOAD_SET_CUT: Final = threshold("Share of sets left out in a lighter week", 0.4, "ratio", "ours")
DELOAD_PAIN_RISE: Final = threshold("A week counts as sorer when its mean is up by more than", 1.0, "points", "ours")
DELOAD_PAIN_WEEKS: Final = threshold("Sorer weeks in a row before a lighter week", 2, "weeks", "ours")
DIP_WINDOW_DAYS: Final = threshold("Two low days bring a lighter week if within", 7, "days", "ours")
PROMOTE_WINDOW: Final = threshold("Training days that the next stage looks back on", 6, "days", "ours")
RECENT_DAYS: Final = threshold("Training days are remembered for", 56, "days", "ours")

# The days of a week
MOST_IN_A_ROW_DAYS: Final = threshold("Training days in a row at the most", 6, "days", "ours")
MOVED_GAP_DAYS: Final = threshold("A missed session that moves stays before the next by", 2, "days", "ours")
SHORT_DAY_MINUTES: Final = threshold("A shortened day has", 10, "min", "text-2")

# The choice of a session
EXERCISES_LEAST: Final = threshold("Exercises in a session at the least", 2, "exercises", "ours")
EXERCISES_MOST: Final = threshold("Exercises in a session at the most", 6, "exercises", "ours")
NEW_A_WEEK: Final = threshold("New exercises within seven days, after the first week", 1, "exercises", "ours")
FORGOTTEN_DAYS: Final = threshold("An exercise is new again after", 28, "days", "ours")
COVER_DAYS: Final = threshold("Each kind of movement comes back within", 7, "days", "ours")
HINGE_GAP_DAYS: Final = threshold("Days from one heavy hinge to the next at the least", 2, "days", "ours")
HINGES_A_WEEK: Final = threshold("Heavy hinges within seven days at the most", 2, "days", "ours")
GROWTH_RATIO: Final = threshold("A day's sets of one kind of movement grow in a week by", 0.10, "ratio", "ours")
GROWTH_SETS: Final = threshold("or, where that is less than one, by", 1, "sets", "ours")
GROWTH_BASE_DAYS: Final = threshold("measured against the busiest day of the", 28, "days", "ours")

# The load on the low back
LOW_BACK_WAY_SHARE: Final = threshold("Of a repetition's way, beside its hold, the load counts", 0.5, "ratio", "ours")
LOW_BACK_GROWTH_RATIO: Final = threshold("The low back's load of a day and a week grows by", 0.10, "ratio", "ours")
LOW_BACK_GROWTH_SETS: Final = threshold("or, where that is less, for each training day by", 1, "sets", "ours")
LOW_BACK_BASE_DAYS: Final = threshold("measured against the busiest day and week of the", 28, "days", "ours")
LOW_BACK_LEAST_SETS: Final = threshold("A training day may always hold", 2, "sets", "ours")

# The stretch
STRETCH_PLAIN_MINUTES: Final = threshold("The stretch is done in full from", 15, "min", "ours")
STRETCH_LONG_MINUTES: Final = threshold("Both knees follow from", 25, "min", "ours")

# The load
LOAD_RISE_LEAST_RATIO: Final = threshold("Smallest rise of a load worth taking", 0.025, "ratio", "acsm-2009")
ESTIMATE_REPS_MOST: Final = threshold("A maximum is estimated from at most", 10, "repetitions", "ours")

THRESHOLDS: Final[tuple[Threshold, ...]] = tuple(_registered)
"""Every threshold in the order of this file."""
