"""Clips: what a browser needs to move a figure through an exercise, as text."""

import json

from lumbar.app.figures import body_path, stage_of
from lumbar.catalogue.exercise import Exercise


def clip_text(exercise: Exercise, body: str) -> str:
    """Return the clip of an exercise for a body as JSON: the path, the things, the view of the still, the colours.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it, or the exercise has no key poses.
    """
    from lumbar.figure.clip import clip_json
    from lumbar.figure.palette import colours_of

    stage = stage_of(exercise, body)
    view = stage.view
    seen = {
        "azimuth_deg": round(view.azimuth_deg, 2),
        "elevation_deg": round(view.elevation_deg, 2),
        "target_m": [round(part, 4) for part in view.target_m],
        "span_m": round(view.span_m, 4),
    }
    clip = {**clip_json(stage.clip), "view": seen, "colours": dict(colours_of(body))}
    return json.dumps(clip, separators=(",", ":"))


def is_made(body: str) -> bool:
    """Return whether the build has made a body."""
    return body_path(body).is_file()
