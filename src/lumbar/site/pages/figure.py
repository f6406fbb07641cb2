"""What a page tells its moving figure: where its clip and its body are, who it is, and how it works."""

from dataclasses import dataclass
from typing import Final

from django.templatetags.static import static
from django.urls import reverse

from lumbar.app.clips import is_made
from lumbar.body.anthropometry import Sex
from lumbar.catalogue.exercise import Exercise

EXERCISE: Final = "EXERCISE"  # in an address: the id of an exercise comes here
BODY: Final = "BODY"  # and here the name of a body


@dataclass(frozen=True, slots=True)
class MovingFigure:
    """The figure of one exercise. `clip` and `bodies` are addresses with `BODY` in them; `hold_s` is held [s]."""

    exercise: str
    clip: str
    bodies: str
    body: str
    side: str
    hold_s: float


def figure_of(exercise: Exercise, hold_s: float, sex: Sex | None) -> MovingFigure | None:
    """Return the figure of an exercise; nothing where its file has no key poses, or the body was not made."""
    found = figure_addresses(sex)
    if exercise.motion is None or found is None:
        return None
    clip = found["clip"].replace(EXERCISE, exercise.id)
    return MovingFigure(exercise.id, clip, found["bodies"], found["body"], exercise.side.value, hold_s)


def figure_addresses(sex: Sex | None) -> dict[str, str] | None:
    """Return where clips and bodies are, and who shows an exercise to a person; nothing where none was made.

    It is someone like them, or a woman where they did not say.
    """
    body = "man" if sex == "male" else "woman"
    if not is_made(body):
        return None
    return {"clip": reverse("figure", args=[EXERCISE, BODY]), "bodies": static(f"figures/{BODY}.glb"), "body": body}
