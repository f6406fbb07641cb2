"""What is true in a film, as JSON can carry it; docs/reference/film-truth.md tells what each part means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from lumbar.app.film_wish import FilmWish
from lumbar.catalogue.exercise import Exercise

if TYPE_CHECKING:
    from lumbar.figure.film import Film, Frame
    from lumbar.figure.shot import Shot

LANDMARKS: Final[Mapping[str, int]] = {
    name: first + place
    for stem, first in {
        "ear": 7, "shoulder": 11, "elbow": 13, "wrist": 15, "hip": 23, "knee": 25, "ankle": 27, "heel": 29, "toe": 31,
    }.items()
    for place, name in enumerate((f"{stem}_left", f"{stem}_right"))
} | {"nose": 0, "eye_left": 2, "eye_right": 5}  # fmt: skip
"""The number of each point among the 33 landmarks of BlazePose."""


def truth(exercise: Exercise, wish: FilmWish, film: "Film", frames: Iterable["Frame"]) -> dict[str, object]:
    """Return what is true in a film."""
    from lumbar.body.tree import JOINTS
    from lumbar.figure.film import POINTS

    return {
        "exercise": exercise.id,
        **{key: value for key, value in asdict(wish).items() if key not in {"size_px", "side"}},
        "size_px": list(wish.size_px),
        "side": _side(exercise, film),
        "person": {"sex": film.mesh.physique.sex, "height_m": film.mesh.physique.height_m},
        "tempo": [
            {"phase": part.name, "to": part.to, "moves": part.moves, "s": part.seconds, "held": part.held}
            for part in film.clip.phases
        ],
        "joints": [joint.name for joint in JOINTS],
        "points": list(POINTS),
        "landmarks": [LANDMARKS[name] for name in POINTS],
        "camera": _camera(film, wish.size_px),
        "room": _room(film.shot),
        "repetitions": [_rounded(asdict(one)) for one in film.reel],
        "holds": list(_holds(film)),
        "frames": [_row(frame) for frame in frames],
    }


def _side(exercise: Exercise, film: "Film") -> str | None:
    sides = {one.side for one in film.reel}
    return "both" if len(sides) > 1 or exercise.side == "both" else next(iter(sides), None)


def _rounded(told: Mapping[str, object]) -> dict[str, object]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in told.items()}


def _camera(film: "Film", size_px: tuple[int, int]) -> dict[str, object]:
    view = film.shot.view
    return {
        "eye_m": [round(float(part), 4) for part in view.eye_m()],
        "axes": [[round(float(part), 6) for part in axis] for axis in view.axes()],
        "focal_px": round(view.focal_px(*size_px), 3),
        "azimuth_deg": round(view.azimuth_deg, 2),
        "elevation_deg": round(view.elevation_deg, 2),
        "distance_m": round(view.distance_m, 3),
    }


def _room(shot: "Shot") -> dict[str, object]:
    light = shot.lighting
    return {
        "sun": round(max(light.sun.light), 3),
        "sky": round(max(light.sky), 3),
        "noise": round(shot.noise, 2),
        "colours": {ink: shot.colours[ink] for ink in ("skin", "hair", "shirt", "shorts", "room-wall", "room-floor")},
    }


def _holds(film: "Film") -> Iterator[Mapping[str, object]]:
    """Yield when a pose that is held begins and ends [s]: the peak of a repetition, or the rest before the next."""
    at = next((part.to for part in film.clip.phases if part.held), None)
    if at == "peak":
        ends = [(one.peak_from_s, one.peak_to_s, one.side) for one in film.reel]
    elif at == "rest":
        ends = [(one.end_s, after.start_s, one.side) for one, after in zip(film.reel, film.reel[1:], strict=False)]
    else:
        ends = []
    yield from ({"at": at, "from_s": round(one, 4), "to_s": round(other, 4), "side": side} for one, other, side in ends)


def _row(frame: "Frame") -> dict[str, object]:
    return {
        "t_s": round(frame.time_s, 4),
        "share": round(frame.share, 5),
        "side": frame.side,
        "angles_deg": frame.angles_deg.round(2).tolist(),
        "points_m": frame.points_m.round(4).tolist(),
        "points_px": frame.points_px.round(2).tolist(),
        "seen": frame.seen.tolist(),
    }
