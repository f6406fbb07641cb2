"""A drawing: ink where something is, nothing where there is none, and the same every time."""

from functools import cache

import numpy as np

from lumbar.body.kinematics import place
from lumbar.body.names import SEGMENTS
from lumbar.body.physique import measure
from lumbar.body.tree import JOINTS
from lumbar.figure.draw import Picture, Scene, draw
from lumbar.figure.palette import linear
from lumbar.figure.solid import ground, joined, solids_of
from lumbar.figure.things import Box, Fixed, Rod, Thing
from lumbar.figure.view import View

VIEW = View(azimuth_deg=90, elevation_deg=9, target_m=(0, 0, 0.4), span_m=2)
STANDING = place(measure(1.7, 65, "female"), np.zeros((1, len(JOINTS))), np.zeros((1, 3)))
BALL = Thing("ball", "shirt", Box(Fixed((0, 0, 0.4)), (0.41, 0.4, 0.4)))
WIDTH, HEIGHT = 240, 180


@cache
def drawn() -> Picture:
    """Return a blue box that hangs over the floor, in the middle of the picture."""
    box = joined([*solids_of([BALL], STANDING), ground((-1, -1), (1, 1), 0)])
    return draw(Scene(box, VIEW), WIDTH, HEIGHT)


def test_a_thing_is_drawn_in_its_ink_and_nothing_is_transparent() -> None:
    picture = drawn()
    assert picture.shape == (HEIGHT, WIDTH, 4)
    red, green, blue, opaque = (int(part) for part in picture[HEIGHT // 2, WIDTH // 2])
    assert opaque == 255
    assert blue > green > red
    assert (picture[0] == 0).all()
    assert picture[HEIGHT // 2, 5, 3] == 0


def test_edges_are_drawn_smoothly() -> None:
    opaque = drawn()[HEIGHT // 2, :, 3]
    assert ((opaque > 0) & (opaque < 255)).any()


def test_the_floor_shows_nothing_but_the_shadow_of_what_is_above() -> None:
    picture = drawn()
    below = View.project(VIEW, np.array([[0.0, 0, 0], [0.9, 0.5, 0]]), WIDTH, HEIGHT).round().astype(int)
    (x, y), (away_x, away_y) = below
    assert picture[y, x, 3] > 60
    assert picture[away_y, away_x, 3] < 5
    assert max(picture[y, x, :3]) < 60


def test_the_same_scene_gives_the_same_bytes() -> None:
    box = joined([*solids_of([BALL], STANDING), ground((-1, -1), (1, 1), 0)])
    assert draw(Scene(box, VIEW), WIDTH, HEIGHT).tobytes() == drawn().tobytes()


def test_what_is_seen_from_above_is_brighter_than_what_is_seen_from_below() -> None:
    box = joined(list(solids_of([BALL], STANDING)))
    above, below = (draw(Scene(box, View(90, way, (0, 0, 0.4), 2)), 60, 45)[22, 30, :3].sum() for way in (80, -80))
    assert int(above) > 1.5 * int(below)


def test_a_rod_ends_where_its_places_are() -> None:
    rod = Rod(Fixed((-0.5, 0, 0.4)), Fixed((0.5, 0, 0.4)), 0.02)
    picture = draw(Scene(joined(list(solids_of([Thing("bar", "steel", rod)], STANDING))), VIEW), WIDTH, HEIGHT)
    columns = np.flatnonzero(picture[:, :, 3].any(axis=0))
    ends = View.project(VIEW, np.array([[0.5, 0, 0.4], [-0.5, 0, 0.4]]), WIDTH, HEIGHT)[:, 0]
    assert abs(columns[0] - ends[0]) < 2
    assert abs(columns[-1] - ends[1]) < 2


def test_a_box_on_a_segment_turns_with_it() -> None:
    angles = np.zeros((1, len(JOINTS)))
    angles[0, [joint.name for joint in JOINTS].index("pelvis_tilt")] = 90
    lying = place(STANDING.physique, angles, np.zeros((1, 3)))
    box = Thing("bar", "steel", Box(Fixed((0, 0, 0)), (0.1, 0.1, 1), SEGMENTS[0]))
    size = np.ptp(next(solids_of([box], lying)).vertices_m, axis=0)
    assert np.allclose(size, [1, 0.1, 0.1], atol=1e-6)


def test_a_colour_is_light_and_back() -> None:
    assert linear("#ffffff").tolist() == [1, 1, 1]
    assert linear("#000000").tolist() == [0, 0, 0]
