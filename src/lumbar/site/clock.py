"""The clock of the site: the only place of the pages that asks what time it is.

`LUMBAR_TODAY=2026-01-05` sets the day, so that a person or a test can look at another one.
"""

import os
from datetime import UTC, date, datetime

from django.utils import timezone

from lumbar.errors import InputError


def now() -> datetime:
    """Return the time now, aware and in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the local day.

    Raises:
        InputError: If LUMBAR_TODAY is no date.
    """
    told = os.environ.get("LUMBAR_TODAY", "").strip()
    if not told:
        return timezone.localdate()
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise InputError([f"LUMBAR_TODAY is “{told}”; write it as 2026-01-05, or unset it."]) from None
