"""The page of the camera coach, made from the exercise files and the coach's own texts."""

from collections.abc import Iterator
from typing import Final

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.coaching import Coaching, Judged
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.expectation import Expectation, expect
from lumbar.coach.texts import CUES, REFUSALS
from tools.markdown import table

HEAD: Final = """\
# The camera coach

What a single camera sees of each exercise, what it cannot, and how close it judges. This page is made from the exercise
files (`[camera]`), their key poses, and the coach's own sentences; the degrees are those of an average body (1.70 m).

A pose model finds 33 points of the body in each picture. The coach reads angles between them in the picture's plane,
in pixels, and never uses the model's guess of depth. A repetition counts when its peak is reached after a rest. Coming
back to rest, or the end of the film, completes it. One that is under way when the film begins does not count; one that
stops short of the peak is partial. Whoever is not in the exercise's position does nothing that counts.

## How close it is

A model's landmarks bend some angles for good, by 8 degrees in the middle of what was measured on drawn films. At 30
degrees off the side a count is still right, but an angle may be off by 15. So none is judged closer than 10 degrees, a
person's own rest is learned in the first repetition, and beyond about 43 degrees off the side the coach refuses. A body
must fill about 40 % of the picture's width, lying, or of its shorter side, standing. The back between shoulders and
hips has no landmark: what is said of it is read from trunk and hips, and is a proxy.

Every exercise that is counted was filmed from the side as a drawing, with three bodies, each film with its own light,
room and tempo. Of these 59 films at least 98 in 100 are counted exactly, and one may have a leg's side wrong; what is
judged is off by less than 5 degrees in the mean over all of them, but a lifted, straight knee by about 12 and a hip in
a bridge, a back extension or a knee drawn up by about 8; at least 85 in 100 holds are timed within half a second, the
rest mostly because one leg hides the other. Of 17 films from ahead, from above or at a slant none is miscounted. Tests
hold this (`tests/coach/test_filmed.py`); `python -m benchmarks films` prints it. Real people vary more.

## The angles

| name | what it is | zero |
| --- | --- | --- |
| `hip` | from the line of the trunk to the thigh | straight; flexion above |
| `knee` | from thigh to shank | straight; flexion above |
| `ankle` | from the shank to the line from heel to toe, less a right angle | foot square to the shank; toes up above |
| `shoulder` | from the line of the trunk to the upper arm | hanging; forward and up above |
| `elbow` | from upper arm to forearm | straight; flexion above |
| `neck` | from the line of the trunk to that from shoulders to ears | in line; forward above |
| `trunk`, `thigh`, `shank`, `foot`, `arm` | from straight up to the part | up; towards the front above, 180 is down |
| `head` | from straight up to the line from shoulders to ears | up; towards the front above |

`_other` behind a name means the side that does not lead, or the far side where both work together.
"""


def camera_page() -> str:
    """Return the page in Markdown, a section for each exercise."""
    found = "\n".join("\n".join(_section(exercise)) for exercise in load_catalogue() if exercise.camera)
    refusals = table(("code", "what is said"), [(f"`{code}`", text) for code, text in sorted(REFUSALS.items())])
    cues = table(("code", "what is said"), [(f"`{code}`", text) for code, text in sorted(CUES.items())])
    told = "While one of these holds, nothing is counted. Visibility alone never decides.\n"
    said = "One at a time, the worst first, never in the last second of a hold.\n"
    return f"{HEAD}\n## When it refuses\n\n{told}\n{refusals}\n## What it says\n\n{said}\n{cues}\n{found}"


def _section(exercise: Exercise) -> Iterator[str]:
    camera = exercise.camera
    if camera is None:
        return
    yield f"## {exercise.texts['en'].name} (`{exercise.id}`)\n"
    expected = expect(exercise)
    if expected is None:
        yield "A camera cannot count this: timer and voice lead.\n"
    else:
        yield f"Watched from {'the side' if camera.view == 'side' else 'ahead'}.\n"
        yield table(("angle", "rest", "peak", "what it does"), list(_rows(camera, expected)))
    if camera.unseen:
        yield f"It cannot see {'; '.join(camera.unseen)}.\n"


def _rows(camera: Coaching, expected: Expectation) -> Iterator[tuple[str, str, str, str]]:
    for name, rest, peak in zip(expected.table.names, expected.rest_deg, expected.peak_deg, strict=True):
        does = [
            *(["makes the repetition"] if name in camera.moves else []),
            *([f"stays within {camera.steady[name]:g}° of the way"] if name in camera.steady else []),
            *(_judged(one) for one in camera.judged if one.angle == name),
        ]
        if does:
            yield f"`{name}`", f"{round(rest)}°", f"{round(peak)}°", "; ".join(does)


def _judged(one: Judged) -> str:
    cues = " or ".join(f"`{code}`" for code in dict.fromkeys((one.over, one.under)) if code)
    return f"judged at {'the peak' if one.at == 'peak' else 'rest'} to ±{one.tolerance_deg:g}° ({cues})"
