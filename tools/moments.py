"""The moments on the low back: solved while setting up, so that no command has to."""

import sys

from tools.layout import BODIES, SOURCE, program
from tools.steps import Step, digest, quietly


def moments_step() -> Step:
    """Return the step that solves what is not solved yet."""
    files = [*(SOURCE / "catalogue" / "exercises").glob("*.toml"), SOURCE / "app" / "moments.py"]
    files += [path for room in ("body", "spine") for path in (SOURCE / room).glob("*.py")]
    return Step(
        name="moments",
        says="working out the loads on the low back",
        fingerprint=lambda: digest(files),
        do=lambda: quietly("Working out the loads", [program("python"), "-m", "tools.moments"]),
        makes=(BODIES / "moments.json",),
    )


def main() -> int:
    """Solve the moments of every exercise that has key poses, and keep them."""
    from lumbar.app.moments import keep  # noqa: PLC0415 - the step above is made before Lumbar is installed
    from lumbar.app.shelf import load_catalogue  # noqa: PLC0415 - the same

    keep(exercise for exercise in load_catalogue() if exercise.motion is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
