"""The time zone of the machine: the local day is what a person means by today."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def machine_zone() -> str:
    """Return the name of this machine's time zone, or the nearest whole-hour one when it has no name."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked(), _written()):
        if name and _is_known(name):
            return name
    return offset_zone(datetime.now(UTC).astimezone())


def offset_zone(now: datetime) -> str:
    """Return the zone of a fixed offset nearest to that of `now`; its sign is turned, as POSIX has it."""
    offset = now.utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset is not None else 0
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


def _linked() -> str:
    path = str(Path("/etc/localtime").resolve())
    return path.partition("zoneinfo/")[2].removeprefix("posix/")


def _written() -> str:
    path = Path("/etc/timezone")
    return path.read_text().strip() if path.is_file() else ""


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
