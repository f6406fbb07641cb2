"""The clip of an exercise: everything a browser needs to move the figure, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lumbar.body.motion import Motion, Side
from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique
from lumbar.body.points import points_of
from lumbar.body.tree import JOINTS
from lumbar.catalogue.exercise import Exercise, Tempo
from lumbar.figure.things import Thing, things_of
from lumbar.figure.view import View, best_view

Hand = Literal["flat", "relaxed", "grip"]


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a repetition: its name in the tempo, where it leads or stays, its seconds, and if the hold is here."""

    name: Literal["lift", "top", "lower", "bottom"]
    to: Literal["peak", "rest"]
    moves: bool
    seconds: float
    held: bool


@dataclass(frozen=True, slots=True)
class Clip:
    """An exercise for one body, ready to be shown.

    `phases` are the parts of a repetition in order, beginning at rest. `hands` says how each hand is shaped. `view` is
    the side from which it is seen best.
    """

    exercise: str
    path: Path
    leads: Side | None
    hands: Mapping[Side, Hand]
    things: tuple[Thing, ...]
    phases: tuple[Phase, ...]
    view: View


def clip_of(exercise: Exercise, physique: Physique, implement: str | None = None) -> Clip:
    """Return the clip of an exercise for a body.

    Args:
        exercise: The exercise, with key poses.
        physique: The body.
        implement: What is held or pulled, an `Equipment` value; nothing for the first that the file names.

    Raises:
        ValueError: If the exercise has no key poses.
    """
    motion = exercise.motion
    if motion is None:
        raise ValueError(f"{exercise.id} has no key poses.")
    path = solve_path(physique, motion)
    things = things_of(exercise, implement, path)
    hands, phases = hands_of(motion, physique), phases_of(exercise.tempo)
    return Clip(exercise.id, path, motion.leads, hands, things, phases, best_view(path, things))


def hands_of(motion: Motion, physique: Physique) -> Mapping[Side, Hand]:
    """Return how each hand is shaped: closed where it holds, flat where its palm lies on floor or trunk."""
    holding = {point for pull in motion.pulls for point in pull.points}
    holding |= {contact.point for contact in motion.contacts if contact.on.startswith("bar")}
    table = points_of(physique)
    resting = {
        contact.point
        for contact in motion.contacts
        if contact.surface or table[contact.on].segment in ("abdomen", "thorax")
    }

    def shaped(side: Side) -> Hand:
        if f"grip_{side}" in holding:
            return "grip"
        return "flat" if f"palm_{side}" in resting else "relaxed"

    return {"left": shaped("left"), "right": shaped("right")}


def phases_of(tempo: Tempo) -> tuple[Phase, ...]:
    """Return the parts of a repetition in order, beginning at rest: to the peak, there, back, at rest."""
    lifts_first = tempo.first == "lift"
    peak: Literal["top", "bottom"] = "top" if lifts_first else "bottom"
    moves = (("lift", tempo.lift_s), ("lower", tempo.lower_s))
    stays = {"top": tempo.top_s, "bottom": tempo.bottom_s}
    there, back = moves if lifts_first else moves[::-1]
    rest: Literal["top", "bottom"] = "bottom" if lifts_first else "top"
    return (
        Phase(_moving(there[0]), "peak", moves=True, seconds=there[1], held=False),
        Phase(peak, "peak", moves=False, seconds=stays[peak], held=tempo.hold_at == peak),
        Phase(_moving(back[0]), "rest", moves=True, seconds=back[1], held=False),
        Phase(rest, "rest", moves=False, seconds=stays[rest], held=tempo.hold_at == rest),
    )


def _moving(name: str) -> Literal["lift", "lower"]:
    return "lift" if name == "lift" else "lower"


def clip_json(clip: Clip) -> dict[str, object]:
    """Return a clip as JSON can carry it: angles to 0.1 degrees, places to a millimetre, joints at rest left out."""
    path = clip.path
    moved = [place for place, column in enumerate(np.abs(path.angles_deg).max(axis=0)) if column > 0]
    return {
        "exercise": clip.exercise,
        "body": {"sex": path.physique.sex, "height_m": path.physique.height_m},
        "joints": [JOINTS[place].name for place in moved],
        "angles_deg": path.angles_deg[:, moved].round(1).tolist(),
        "roots_m": path.roots_m.round(3).tolist(),
        "shares": path.shares.round(4).tolist(),
        "leads": clip.leads,
        "hands": dict(clip.hands),
        "things": [thing.to_plain() for thing in clip.things],
        "view": {
            "azimuth_deg": round(clip.view.azimuth_deg, 1),
            "elevation_deg": round(clip.view.elevation_deg, 1),
            "target_m": [round(value, 3) for value in clip.view.target_m],
            "span_m": round(clip.view.span_m, 3),
        },
        "tempo": [
            {"phase": part.name, "to": part.to, "moves": part.moves, "s": part.seconds, "held": part.held}
            for part in clip.phases
        ],
    }
