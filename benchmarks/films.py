"""How right the camera coach is about drawn films of every exercise it counts, as BlazePose (full) saw them.

The landmarks are kept beside the tests (`tests/coach/landmarks`); `python -m tests.coach.filming` draws the films anew.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lumbar.app.shelf import load_catalogue
from lumbar.coach.angles import table_of
from lumbar.coach.events import RepetitionDone
from lumbar.coach.reading import TRUNK, mark, read_body
from lumbar.coach.tracker import watch
from tests.coach.filmed import Filmed, films, read


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the coach said of a film, beside what is true.

    `angles_off_deg` [deg] and `holds_off_s` [s] are what was told less the truth, for films counted right; only holds
    of exercises that are held at their peak. `refusals` are codes; `made_up` counts what nobody did.
    """

    name: str
    count: int
    true_count: int
    sides: tuple[str | None, ...]
    true_sides: tuple[str | None, ...]
    angles_off_deg: Mapping[str, tuple[float, ...]]
    holds_off_s: tuple[float, ...]
    refusals: tuple[str, ...]
    made_up: int

    @property
    def exact(self) -> bool:
        """Return whether the count is that of the truth."""
        return self.count == self.true_count


def verdict_of(film: Filmed) -> Verdict:
    """Let the coach watch a film's landmarks, and compare."""
    exercise = load_catalogue().exercise(film.truth["exercise"])
    seen = watch(exercise, film.track)
    done, true = [one for one in seen.repetitions if one.full], film.truth["repetitions"]
    right = len(done) == len(true)
    lasted = [one["peak_to_s"] - one["peak_from_s"] for one in true]
    timed = right and film.truth["held"]
    return Verdict(
        film.name,
        len(done),
        len(true),
        tuple(one.side for one in done),
        tuple(one["side"] for one in true),
        _angles_off(film, done) if right else {},
        tuple(one.hold_s - true_s for one, true_s in zip(done, lasted, strict=True)) if timed else (),
        tuple(dict.fromkeys(one.code for one in seen.refusals)),
        sum(not any(rep["start_s"] < one.peak_s < rep["end_s"] for rep in true) for one in done),
    )


def _angles_off(film: Filmed, done: list[RepetitionDone]) -> dict[str, tuple[float, ...]]:
    """Return how far the angles told of each peak are off those of the body that was drawn [deg]."""
    coaching = load_catalogue().exercise(film.truth["exercise"]).camera
    names = tuple(one.angle for one in coaching.judged if one.at == "peak") if coaching else ()
    if coaching is None or not names:
        return {}
    body = read_body(mark(film.peaks_px))
    evidence = body.faces_right if coaching.view == "side" else -np.cos(body.directions_rad[:, TRUNK])
    facing = np.where(evidence >= 0.0, 1.0, -1.0)
    leads = [{"left": 0, "right": 1, None: int(face > 0)}[one.side] for one, face in zip(done, facing, strict=True)]
    true = table_of(names).read(body.directions_rad, facing)[np.arange(len(done)), leads]
    told = np.array([[one.angles[name] for name in names] for one in done])
    off = (told - true + 180.0) % 360.0 - 180.0
    return {name: tuple(off[:, place].tolist()) for place, name in enumerate(names)}


def run() -> Mapping[str, float | str]:
    """Return how many films are counted exactly, how far angles and holds are off, and what elsewhere is said."""
    side = [verdict_of(read(path)) for path in films("side")]
    elsewhere = [verdict_of(read(path)) for path in films("elsewhere")]
    off: dict[str, list[float]] = defaultdict(list)
    for one in side:
        for name, angles in one.angles_off_deg.items():
            off[f"{one.name.split('.')[0]} {name}"] += angles
    holds = np.abs([seconds for one in side for seconds in one.holds_off_s])
    return {
        "from the side: films": float(len(side)),
        "counted exactly [%]": 100.0 * float(np.mean([one.exact for one in side])),
        "sides as they were [%]": 100.0 * float(np.mean([one.sides == one.true_sides for one in side if one.exact])),
        "judged angles off, mean [degrees]": float(np.mean(np.abs(np.concatenate(list(map(np.array, off.values())))))),
        "holds off, mean [s]": float(holds.mean()),
        "holds within 0.5 s [%]": 100.0 * float((holds <= 0.5).mean()),
        "from elsewhere: refused, nothing miscounted": _share(
            [bool(one.refusals) and not one.made_up and one.count < one.true_count for one in elsewhere]
        ),
        **{
            f"not exact: {one.name}": f"{one.count} of {one.true_count} {one.refusals}" for one in side if not one.exact
        },
        **{
            f"elsewhere: {one.name}": f"{one.count}, {one.refusals}"
            for one in elsewhere
            if one.count or not one.refusals
        },
        **{
            name: f"{np.mean(angles):+.1f} degrees, {np.mean(np.abs(angles)):.1f} absolute"
            for name, angles in off.items()
        },
    }


def _share(found: list[bool]) -> str:
    return f"{sum(found)} of {len(found)}"
