"""Watch a set: a track and the exercise asked for become what was counted, timed, said and refused."""

from dataclasses import dataclass, replace
from gettext import NullTranslations
from hashlib import sha256
from typing import Final, Literal

import numpy as np

from lumbar.app.content_key import code_key, content_key
from lumbar.app.watch_unknown import why_unknown
from lumbar.body.physique import Physique
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.coach.events import CueGiven, RefusalEnded, RepetitionDone, Watched
from lumbar.coach.frame import Track
from lumbar.coach.recognise import recognise
from lumbar.coach.texts import CUES, REFUSALS
from lumbar.coach.tracker import watch

Side = Literal["left", "right", "auto"]
Plain = dict[str, object]
AUTO: Final = "auto"
NOBODY: Final = "nobody"
_ENGINE: Final = ("lumbar.coach", "lumbar.vision", "lumbar.body")
ENGLISH: Final = NullTranslations()


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What came of watching a set.

    `exercise` is missing where it was to be recognised and could not be; nothing is counted then. `model` is the
    pose model that made the track, missing where the track was read from a recording. `of_frames` is how many frames
    the film says it has; 0 where it says nothing, or nothing was lost.
    """

    exercise: Exercise | None
    watched: Watched
    track: Track
    model: str | None
    of_frames: int = 0

    @property
    def hold_s(self) -> float:
        """Return how long the target was held in all [s]."""
        return sum((hold.seconds for hold in self.watched.holds), 0.0)


def watch_track(  # noqa: PLR0913, PLR0917 - a set is watched once, with everything that is known of it
    catalogue: Catalogue,
    name: str,
    track: Track,
    side: Side = "auto",
    person: Physique | None = None,
    model: str | None = None,
) -> Outcome:
    """Return what the exercise `name`, or the one that is recognised where that is `auto`, comes to in `track`.

    Raises:
        NotFoundError: If there is no such exercise; it names the nearest.
    """
    chosen = named(catalogue, name, track)
    if chosen is None:
        why = _absence(track) or why_unknown(catalogue, track)
        return Outcome(None, Watched((), (), (), why, len(track)), track, model)
    watched = watch(chosen, track, side, person)
    if not watched.refusals:
        watched = replace(watched, refusals=_absence(track))  # a film may be too short for the coach to say so
    return Outcome(chosen, watched, track, model)


def named(catalogue: Catalogue, name: str, track: Track) -> Exercise | None:
    """Return the exercise `name`; for `auto` the one that `track` shows, or nothing where that cannot be said.

    Raises:
        NotFoundError: If there is no such exercise.
    """
    found = recognise(catalogue, track) if name == AUTO else ExerciseId(name)
    return None if found is None else catalogue.exercise(found)


def engine_key(catalogue: Catalogue, name: str) -> str:
    """Return a short word for what decides a count beside the film: the code that watches, and the exercise's file."""
    chosen = [catalogue.exercise(ExerciseId(name))] if name != AUTO else list(catalogue)
    told = [content_key(exercise, ("motion", "camera"), code_key(*_ENGINE)) for exercise in chosen]
    return sha256("".join(told).encode()).hexdigest()[:16]


def outcome_to_plain(outcome: Outcome, words: NullTranslations = ENGLISH) -> Plain:
    """Return `outcome` as `lumbar watch --json` prints it: seconds to the hundredth, degrees to the tenth."""
    watched = outcome.watched
    return {
        "exercise": outcome.exercise.id if outcome.exercise else None,
        "count": watched.count,
        "reps": [_repetition(one) for one in watched.repetitions],
        "hold_s": round(outcome.hold_s, 2),
        "cues": [
            {"at_s": round(cue.at_s, 2), "code": cue.code, "text": cue_text(cue.code, words)}
            for cue in watched.cues
            if isinstance(cue, CueGiven)
        ],
        "refusals": [
            {
                "from_s": round(refusal.from_s, 2),
                "to_s": round(refusal.to_s, 2),
                "code": refusal.code,
                "text": refusal_text(refusal.code, words),
            }
            for refusal in watched.refusals
        ],
        "frames": watched.frames,
        "model": outcome.model,
        **({"of_frames": outcome.of_frames} if outcome.of_frames else {}),
    }


def said_again(told: Plain, words: NullTranslations) -> Plain:
    """Return what `outcome_to_plain` told once, with its texts in the language of `words`."""
    again = dict(told)
    for name, text in (("cues", cue_text), ("refusals", refusal_text)):
        rows = told.get(name)
        if isinstance(rows, list):
            again[name] = [{**row, "text": text(str(row["code"]), words)} for row in rows]
    return again


def cut_text(frames: int, of_frames: int, words: NullTranslations = ENGLISH) -> str:
    """Return that a film was cut short."""
    return words.gettext("Only {count} of {frames} frames could be read. The film may be cut short or damaged.").format(
        count=frames, frames=of_frames
    )


def cue_text(code: str, words: NullTranslations = ENGLISH) -> str:
    """Return what is said to have `code` put right."""
    return words.gettext(CUES[code]) if code in CUES else code


def refusal_text(code: str, words: NullTranslations = ENGLISH) -> str:
    """Return what to change so that the coach sees."""
    return words.gettext(REFUSALS[code]) if code in REFUSALS else code


def how_to_film(words: NullTranslations = ENGLISH) -> str:
    """Return how to film so that the coach sees."""
    return words.gettext("Film the whole body from the side, in a lit room, at least half as wide as the picture.")


def somebody_is_seen(track: Track) -> bool:
    """Return whether there is anybody in any frame."""
    return bool(np.isfinite(track.points_px).any())


def refused_s(outcome: Outcome) -> float:
    """Return for how long the coach could not see [s], each moment once."""
    spans = sorted((refusal.from_s, refusal.to_s) for refusal in outcome.watched.refusals)
    ends = [max(to_s for _, to_s in spans[: place + 1]) for place in range(len(spans))]
    return sum(
        max(0.0, to_s - max(from_s, ended))
        for (from_s, to_s), ended in zip(spans, [float("-inf"), *ends], strict=False)
    )


def pace_s(outcome: Outcome) -> float | None:
    """Return the mean time [s] from one peak to the next, or nothing where there are not two."""
    peaks = sorted(one.peak_s for one in outcome.watched.repetitions if one.full)
    return (peaks[-1] - peaks[0]) / (len(peaks) - 1) if len(peaks) > 1 else None


def _absence(track: Track) -> tuple[RefusalEnded, ...]:
    """Return the refusal of a film in which nobody is seen; nothing where there is somebody."""
    if not len(track) or somebody_is_seen(track):
        return ()
    return (RefusalEnded(float(track.times_s[0]), float(track.times_s[-1]), NOBODY),)


def _repetition(one: RepetitionDone) -> Plain:
    return {
        "start_s": round(one.start_s, 2),
        "peak_s": round(one.peak_s, 2),
        "end_s": None if one.end_s is None else round(one.end_s, 2),
        "side": one.side,
        "full": one.full,
        "hold_s": round(one.hold_s, 2),
        "angles": {name: round(value, 1) for name, value in one.angles.items()},
    }
