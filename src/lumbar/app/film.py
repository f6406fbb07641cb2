"""A film as a file, and beside it what is true in every frame: exact material to try a coach on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol, Self

from lumbar.app.figures import hold_s, stage_of
from lumbar.catalogue.exercise import Exercise, SideMode
from lumbar.errors import InputError, UnavailableError

if TYPE_CHECKING:
    from numpy.random import Generator

    from lumbar.figure.draw import Picture
    from lumbar.figure.film import Film, Frame
    from lumbar.figure.shot import ViewName

CODECS: Final[Mapping[str, str]] = {".mp4": "vp09", ".webm": "VP80", ".avi": "MJPG"}
ENDINGS: Final = (*CODECS, ".y4m")
Side = Literal["left", "right"]
_YUV_OF_RGB: Final = (  # ITU-R BT.601, in the range of television
    (0.257, 0.504, 0.098),
    (-0.148, -0.291, 0.439),
    (0.439, -0.368, -0.071),
)


@dataclass(frozen=True, slots=True)
class FilmWish:
    """What is filmed; everything that is not said here follows from the seed.

    `partial` lets some repetitions turn half-way.
    """

    view: "ViewName" = "side"
    body: str = "woman"
    seed: int = 1
    reps: int = 3
    size_px: tuple[int, int] = (640, 480)
    frames_per_s: float = 30
    partial: bool = False


def write_film(exercise: Exercise, wish: FilmWish, path: Path) -> Path:
    """Write a film, and beside it a .json of what is true in it; return where that is.

    Raises:
        InputError: If a film cannot have this ending.
        NotFoundError: If there is no such body.
        UnavailableError: If a file cannot be written, the package that writes films is not there, the build has made no
            body, or the exercise has no key poses.
    """
    import numpy as np

    if path.suffix.lower() not in ENDINGS:
        raise InputError([f"--output: a film must end in one of {', '.join(ENDINGS)}, not in “{path.suffix}”."])
    chance = np.random.default_rng(wish.seed)
    film, length = _planned(exercise, wish, chance)
    times = np.arange(round(length * wish.frames_per_s)) / wish.frames_per_s
    told = []
    try:
        with _writer(path, wish) as file:
            for frame in film.frames(times, chance):
                file.add(frame.picture)
                told.append(_row(frame))
        truth = path.with_suffix(".json")
        truth.write_text(json.dumps({**_about(exercise, wish, film), "frames": told}), encoding="utf-8")
    except OSError as error:
        raise UnavailableError(f"{path} cannot be written: {error.strerror or error}.") from error
    return truth


def _planned(exercise: Exercise, wish: FilmWish, chance: "Generator") -> tuple["Film", float]:
    from lumbar.figure.film import Film
    from lumbar.figure.reel import Tempo, choose_reel, length_s
    from lumbar.figure.shot import choose_shot

    stage = stage_of(exercise, wish.body)
    clip = stage.clip
    shot = choose_shot(chance, wish.view, stage.view, 1 if stage.view.azimuth_deg >= 0 else -1)
    sides = list(_sides(exercise, clip.leads, wish.reps))
    reel = choose_reel(chance, Tempo(clip.phases, hold_s(exercise)), sides, partial=wish.partial)
    return Film(clip, stage.mesh, shot, reel, wish.size_px), length_s(reel)


def _sides(exercise: Exercise, leads: Side | None, reps: int) -> Iterator[Side | None]:
    """Yield the side that works in each repetition: in turn where they alternate, else that of the file."""
    other: Side | None = None if leads is None else "right" if leads == "left" else "left"
    for place in range(reps):
        yield other if exercise.side is SideMode.ALTERNATING and place % 2 else leads


def _about(exercise: Exercise, wish: FilmWish, film: "Film") -> dict[str, object]:
    from lumbar.body.tree import JOINTS
    from lumbar.figure.film import POINTS

    view = film.shot.view
    return {
        "exercise": exercise.id,
        **{key: value for key, value in asdict(wish).items() if key != "size_px"},
        "size_px": list(wish.size_px),
        "height_m": film.mesh.physique.height_m,
        "joints": [joint.name for joint in JOINTS],
        "points": list(POINTS),
        "camera": {
            "eye_m": [round(float(part), 4) for part in view.eye_m()],
            "axes": [[round(float(part), 6) for part in axis] for axis in view.axes()],
            "focal_px": round(view.focal_px(*wish.size_px), 3),
            "azimuth_deg": round(view.azimuth_deg, 2),
            "elevation_deg": round(view.elevation_deg, 2),
        },
        "repetitions": [
            {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(one).items()}
            for one in film.reel
        ],
    }


def _row(frame: "Frame") -> dict[str, object]:
    return {
        "t_s": round(frame.time_s, 4),
        "share": round(frame.share, 5),
        "side": frame.side,
        "angles_deg": frame.angles_deg.round(2).tolist(),
        "points_m": frame.points_m.round(4).tolist(),
        "points_px": frame.points_px.round(2).tolist(),
    }


class _Writer(Protocol):
    """What takes the pictures of a film; leaving it ends the file."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    def add(self, picture: "Picture") -> None: ...


def _writer(path: Path, wish: FilmWish) -> _Writer:
    return _Y4m(path, wish) if path.suffix.lower() == ".y4m" else _Coded(path, wish)


class _Coded:
    """A film that OpenCV writes."""

    def __init__(self, path: Path, wish: FilmWish) -> None:
        try:
            import cv2
        except ImportError as error:
            raise UnavailableError(
                "Films are written by OpenCV. Install Lumbar's extra “film” (pip install opencv-python-headless), "
                "or write a .y4m, which needs nothing."
            ) from error
        self._cv2 = cv2
        self._file = cv2.VideoWriter()
        code = cv2.VideoWriter.fourcc(*CODECS[path.suffix.lower()])
        if not (path.parent.is_dir() and self._file.open(str(path), code, wish.frames_per_s, wish.size_px)):
            raise UnavailableError(f"{path} cannot be written.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.release()

    def add(self, picture: "Picture") -> None:
        self._file.write(self._cv2.cvtColor(picture, self._cv2.COLOR_RGB2BGR))


class _Y4m:
    """A film as plain frames, such as a browser takes for a camera: full colour (4:4:4), as large as it sounds."""

    def __init__(self, path: Path, wish: FilmWish) -> None:
        self._file = path.open("wb")
        wide, high = wish.size_px
        rate = round(wish.frames_per_s * 1000)
        self._file.write(f"YUV4MPEG2 W{wide} H{high} F{rate}:1000 Ip A1:1 C444\n".encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, picture: "Picture") -> None:
        import numpy as np

        planes = picture @ np.array(_YUV_OF_RGB).T + np.array([16.0, 128, 128])
        self._file.write(b"FRAME\n" + np.moveaxis(planes.round(), -1, 0).astype(np.uint8).tobytes())
