"""Lifting a cloth off the body, smoother than the body is, with a lip along its hems."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray
from tools.body_mesh.cut import Surface
from tools.body_mesh.surface import border_of, normals_of, smoothed

_FLARES_OVER_M: Final = 0.12


@dataclass(frozen=True, slots=True)
class Lift:
    """How a cloth stands off: at least `thick_m` [m], after `loose` rounds of smoothing.

    Towards the hem at the height `hem_m` [m] it is wider by `flare_m` [m], and it hangs lower there by `hangs_m` [m].
    At its very edge it is `edge` times as thick.
    """

    thick_m: float
    loose: int
    flare_m: float = 0.0
    hem_m: float = 0.0
    hangs_m: float = 0.0
    edge: float = 1.0


def put_on(surface: Surface, ink: int, lift: Lift) -> Surface:
    """Return the surface with the triangles of one ink lifted off the body; the body ends at the hem."""
    own = surface.inks == ink
    inner, border = surface.triangles[own], border_of(surface.triangles[own])
    inside, hem = np.unique(inner), np.unique(border)
    values = surface.values.copy()
    values[inside, :3] = _lifted(surface, inner, hem, lift)[inside]
    copies = np.arange(len(values))
    copies[hem] = len(values) + np.arange(len(hem))
    values = np.concatenate([values, values[hem]])
    values[hem] = surface.values[hem]
    triangles = surface.triangles.copy()
    triangles[own] = copies[inner]
    one, two = border.T
    lip = np.concatenate([np.column_stack([one, two, copies[two]]), np.column_stack([one, copies[two], copies[one]])])
    return Surface(values, np.concatenate([triangles, lip]), np.concatenate([surface.inks, np.full(len(lip), ink)]))


def _lifted(surface: Surface, inner: IntArray, hem: IntArray, lift: Lift) -> FloatArray:
    places = surface.places_m
    held = np.ones(len(places), dtype=bool)
    held[np.setdiff1d(inner, hem)] = False
    normals = smoothed(normals_of(places, inner), inner, np.zeros(len(places), dtype=bool), 2)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    loose = smoothed(places, inner, held, lift.loose)
    near_hem = np.clip(1 - np.abs(places[:, 2] - lift.hem_m) / _FLARES_OVER_M, 0, 1)
    thick = (lift.thick_m + lift.flare_m * near_hem**2)[:, np.newaxis]
    thick[hem] *= lift.edge
    out = ((loose - places) * normals).sum(axis=1, keepdims=True)
    lifted = places + normals * (np.maximum(out, 0) + thick)
    at_hem = np.clip(1 - np.abs(places[:, 2] - lift.hem_m) / 0.03, 0, 1)
    lifted[:, 2] -= lift.hangs_m * at_hem
    return np.asarray(lifted)
