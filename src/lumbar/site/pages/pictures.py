"""The picture of each exercise, by its id; what has none yet gets the plate alone."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "static" / "built" / "figures"


@dataclass(frozen=True, slots=True)
class Picture:
    """Static paths of one exercise's pictures: at the peak, small, and at the start (empty where there is none)."""

    picture: str
    small: str
    start: str


@cache
def _index() -> dict[str, dict[str, str | None]]:
    path = FIGURES / "index.json"
    found: dict[str, dict[str, str | None]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def picture_of(exercise: str) -> Picture | None:
    """Return the pictures of an exercise, or None."""
    found = _index().get(exercise)
    if found is None:
        return None

    def path(name: str) -> str:
        return f"built/figures/{found[name]}" if found.get(name) else ""

    return Picture(path("picture"), path("small") or path("picture"), path("start"))
