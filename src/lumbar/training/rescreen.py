"""When the health questions are asked again.

After a year, after something new was noticed, after two red days within a week, and after four weeks off. The
last three are noted by the fold as they happen; answering the questions settles them all.
"""

from datetime import date

from lumbar.journal.prescription import Reason
from lumbar.training.rules import reason
from lumbar.training.thresholds import RESCREEN_AFTER_DAYS


def rescreen_due(noted: Reason | None, screened_on: date | None, day: date | None) -> Reason | None:
    """Return why the health questions are due on `day`, or None.

    Args:
        noted: What happened since they were last answered, if anything asks for them.
        screened_on: The day they were last answered, if ever.
        day: The day that is asked about; None before the first event.
    """
    if noted is not None or day is None:
        return noted
    if screened_on is None:
        return reason("rescreen-first", "today")
    if (day - screened_on).days >= RESCREEN_AFTER_DAYS:
        return reason("rescreen-year", "today")
    return None
