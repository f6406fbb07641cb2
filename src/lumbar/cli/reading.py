"""Reading what a command is given: files and days."""

import os
from datetime import date
from pathlib import Path

from lumbar.errors import InputError


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        InputError: If it is not there, cannot be read, or is no text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError([f"There is no file {path}."]) from None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InputError([f"The file {path} cannot be read: {why}."]) from None


def day_of(told: str | None) -> date:
    """Return the day that was told, else LUMBAR_TODAY, else the day it is here.

    Raises:
        InputError: If it is no day.
    """
    text = told if told is not None else os.environ.get("LUMBAR_TODAY", "").strip()
    if not text:
        return date.today()  # noqa: DTZ011 -- the day of the person at this machine
    try:
        return date.fromisoformat(text)
    except ValueError:
        name = "--day" if told is not None else "LUMBAR_TODAY"
        raise InputError([f"{name}: “{text[:40]}” is not a day such as 2026-01-05."]) from None
