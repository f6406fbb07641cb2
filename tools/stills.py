"""The library's stills: drawn while setting up, on every core, and only those whose exercise, body or code changed."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from tools.layout import BODIES, REQUIREMENTS, ROOT, SOURCE, program
from tools.steps import Step, digest, quietly

_STILLS: Final = BODIES / "stills"


def stills_step() -> Step:
    """Return the step that draws what is not drawn yet."""
    files = [*(SOURCE / "catalogue" / "exercises").glob("*.toml"), *(ROOT / "tools" / "body_mesh").glob("*.py")]
    files += [path for room in ("body", "figure") for path in (SOURCE / room).glob("*.py")]
    return Step(
        name="stills",
        says="drawing the exercises",
        fingerprint=lambda: digest([*files, REQUIREMENTS / "figure.txt"]),
        do=lambda: quietly("Drawing the exercises", [program("python"), "-m", "tools.stills"]),
        makes=(_STILLS,),
    )


def main() -> int:
    """Draw the stills of every exercise that has key poses."""
    from lumbar.app.shelf import load_catalogue  # noqa: PLC0415 - the step above is made before Lumbar is installed
    from lumbar.app.stills import forget_others  # noqa: PLC0415 - the same

    exercises = [exercise for exercise in load_catalogue() if exercise.motion is not None]
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        list(pool.map(_draw, [exercise.id for exercise in exercises]))
    forget_others(exercises)
    return 0


def _draw(name: str) -> None:
    from lumbar.app.shelf import load_catalogue  # noqa: PLC0415 - as above
    from lumbar.app.stills import ensure  # noqa: PLC0415 - as above

    ensure(load_catalogue().exercise(name))


if __name__ == "__main__":
    sys.exit(main())
