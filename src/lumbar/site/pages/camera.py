"""What the player needs to watch a set: where its parts are, what the coach says, and which exercises it can judge."""

from typing import Final

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext

from lumbar.catalogue.exercise import Exercise
from lumbar.coach.texts import CUES, PRAISE, REFUSALS

WORKER: Final = "built/watching.js"
"""The script that runs the pose model; its answer carries the same policy as the player's page."""
LOADER: Final = "pose/vision_wasm_module_internal.js"
BINARY: Final = "pose/vision_wasm_module_internal.wasm"
MODEL: Final = "pose/pose_landmarker_lite.task"
LIVE: Final = "/live"


def camera_addresses() -> dict[str, str] | None:
    """Return where the parts are; nothing where the pose model was not built."""
    if not all((settings.STATIC_ROOT / name).is_file() for name in (LOADER, BINARY, MODEL)):
        return None
    parts = {"worker": WORKER, "loader": LOADER, "binary": BINARY, "model": MODEL}
    return {name: static(path) for name, path in parts.items()} | {"live": LIVE}


def watched_of(exercise: Exercise) -> str | None:
    """Return from where a camera watches an exercise, `side` or `front`; nothing where it can count nothing of it."""
    coaching = exercise.camera
    return coaching.view if coaching is not None and coaching.counts and exercise.motion is not None else None


def coach_words() -> dict[str, object]:
    """Return what the coach says, by its codes."""
    return {
        "cues": {code: gettext(text) for code, text in CUES.items()},
        "refusals": {code: gettext(text) for code, text in REFUSALS.items()},
        "praise": gettext(PRAISE),
    }
