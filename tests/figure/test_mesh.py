"""The baked bodies: whole, small, standing where the measured body stands."""

import gzip
from collections import Counter

import numpy as np
import pytest

from lumbar.body.names import PLACE, SEGMENTS, SIDES
from lumbar.body.physique import ANKLE_HEIGHT, HEEL_BEHIND
from lumbar.body.points import points_of
from lumbar.figure.glb import read_glb
from lumbar.figure.mesh import INKS, BodyMesh
from lumbar.figure.skin import rest_joints_m
from tests.figure.made import NAMES, body, data_of
from tools.body_mesh.hands import BAR_RADIUS_M
from tools.body_mesh.write import write_glb

MOST_BYTES = 160_000  # gzipped, of the 400,000 that figure and scripts may weigh in a browser


@pytest.mark.parametrize("name", NAMES)
def test_a_body_is_small_once_compressed(name: str) -> None:
    assert len(gzip.compress(data_of(name), 9)) <= MOST_BYTES


@pytest.mark.parametrize("name", NAMES)
def test_a_body_is_written_as_it_was_read_to_the_tenth_of_a_millimetre(name: str) -> None:
    mesh = body(name)
    again = read_glb(write_glb(mesh))
    assert np.abs(again.vertices_m - mesh.vertices_m).max() < 1e-4
    assert (again.triangles == mesh.triangles).all()
    assert (again.inks == mesh.inks).all()
    assert again.bones == mesh.bones
    assert (again.bone_index == mesh.bone_index).all()
    assert np.abs(again.bone_weight - mesh.bone_weight).max() < 0.01
    for hands, moves in mesh.hands.items():
        assert np.abs(again.hands[hands] - moves).max() < 1e-4


def test_what_is_no_body_is_refused() -> None:
    data = data_of("woman")
    for broken in (b"", b"glTF", data[:-4], b"x" + data[1:]):
        with pytest.raises(ValueError, match="not a whole GLB"):
            read_glb(broken)


@pytest.mark.parametrize("name", NAMES)
def test_every_vertex_hangs_on_bones_that_exist_with_weights_that_sum_to_one(name: str) -> None:
    mesh = body(name)
    assert mesh.bone_index.min() >= 0
    assert mesh.bone_index.max() < len(mesh.bones)
    assert mesh.bone_weight.min() >= 0
    assert np.abs(mesh.bone_weight.sum(axis=1) - 1).max() < 1e-9


@pytest.mark.parametrize("name", NAMES)
def test_every_vertex_is_used_and_no_triangle_names_another(name: str) -> None:
    mesh = body(name)
    assert set(mesh.triangles.ravel().tolist()) == set(range(len(mesh.vertices_m)))
    assert set(mesh.inks.tolist()) == set(range(len(INKS)))


@pytest.mark.parametrize("name", NAMES)
def test_a_body_is_closed_but_for_mouth_and_eyes_and_its_triangles_go_round_one_way(name: str) -> None:
    edges = Counter(_edges(body(name)))
    assert max(edges.values()) == 1, "two triangles go along an edge in the same direction"
    open_edges = [edge for edge in edges if edge[::-1] not in edges]
    places = body(name).vertices_m[np.unique(open_edges)]
    neck = rest_joints_m(body(name).physique)[PLACE["head"], 2]
    assert (places[:, 2] > neck).all(), "there is a hole below the head"
    assert _volume(body(name)) > 0, "inside out"


@pytest.mark.parametrize("name", NAMES)
def test_a_body_has_the_volume_of_one_that_weighs_what_it_weighs(name: str) -> None:
    litres = 1000 * _volume(body(name))
    assert 0.8 < litres / body(name).physique.mass_kg < 1.25


@pytest.mark.parametrize("name", NAMES)
def test_a_body_is_as_tall_as_it_says_and_stands_on_the_floor(name: str) -> None:
    mesh, physique = body(name), body(name).physique
    sole = rest_joints_m(physique)[PLACE["foot_left"], 2] - ANKLE_HEIGHT * physique.height_m
    assert mesh.vertices_m[:, 2].min() == pytest.approx(sole, abs=0.001)
    assert np.ptp(mesh.vertices_m[:, 2]) == pytest.approx(physique.height_m, abs=0.006)


@pytest.mark.parametrize("name", NAMES)
def test_heels_and_toes_are_where_the_measured_foot_ends(name: str) -> None:
    mesh, physique = body(name), body(name).physique
    low = mesh.vertices_m[mesh.vertices_m[:, 2] < rest_joints_m(physique)[PLACE["foot_left"], 2]]
    foot = physique.lengths_m["foot"]
    assert low[:, 0].min() == pytest.approx(-HEEL_BEHIND * foot, abs=0.003)
    assert low[:, 0].max() == pytest.approx((1 - HEEL_BEHIND) * foot, abs=0.003)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("segment", ["forearm", "hand", "shank", "foot"])
def test_the_skin_goes_round_the_joints_of_the_limbs(name: str, segment: str) -> None:
    mesh = body(name)
    for side in SIDES:
        joint = rest_joints_m(mesh.physique)[PLACE[f"{segment}_{side}"]]
        ring = mesh.vertices_m[_near(mesh, f"{segment}_{side}") & (np.abs(mesh.vertices_m[:, 2] - joint[2]) < 0.015)]
        low, high = ring[:, :2].min(axis=0), ring[:, :2].max(axis=0)
        assert (low < joint[:2]).all()
        assert (joint[:2] < high).all()
        assert np.abs((low + high) / 2 - joint[:2]).max() < 0.03


@pytest.mark.parametrize("name", ["woman", "man"])
def test_palms_are_where_the_body_has_them(name: str) -> None:
    mesh = body(name)
    point = points_of(mesh.physique)["palm_left"]
    at = rest_joints_m(mesh.physique)[PLACE[point.segment]] + point.offset_m
    flat = (mesh.vertices_m + mesh.hands["flat"])[_near(mesh, "hand_left")]
    palm = flat[np.linalg.norm(flat[:, 1:] - at[1:], axis=1) < 0.015]
    assert palm[:, 0].min() == pytest.approx(at[0], abs=0.006)


@pytest.mark.parametrize("name", NAMES)
def test_a_closed_hand_goes_round_a_bar_whose_middle_is_the_grip(name: str) -> None:
    mesh = body(name)
    grip = rest_joints_m(mesh.physique)[PLACE["hand_left"]] - [0, 0, mesh.physique.lengths_m["hand"]]
    closed = (mesh.vertices_m + mesh.hands["grip"])[_near(mesh, "hand_left")] - grip
    from_middle = np.linalg.norm(closed[:, [0, 2]], axis=1)
    assert from_middle.min() > BAR_RADIUS_M - 0.0015, "a finger is in the bar"
    round_it = np.degrees(np.arctan2(closed[:, 2], closed[:, 0]))[from_middle < 0.04]
    assert (np.diff(np.sort(round_it)) < 60).all(), "the fingers leave a side of the bar open"


def test_hands_move_nothing_but_hands() -> None:
    mesh = body("woman")
    wrist = rest_joints_m(mesh.physique)[PLACE["hand_left"], 2]
    far = mesh.vertices_m[:, 2] > wrist + 0.08
    assert all(np.abs(moves[far]).max() < 1e-3 for moves in mesh.hands.values())


def _near(mesh: BodyMesh, segment: str) -> np.ndarray:
    """Tell which vertices hang mostly on the bones of a segment, or of one that hangs on it or it hangs on."""
    stem, _, side = segment.rpartition("_")
    chains = (("upper_arm", "forearm", "hand"), ("thigh", "shank", "foot", "toes"))
    chain = next(names for names in chains if stem in names)
    own = [PLACE[f"{name}_{side}"] for name in chain]
    of_bone = np.array([PLACE[bone.segment] for bone in mesh.bones])
    return np.asarray((np.isin(of_bone[mesh.bone_index], own) * mesh.bone_weight).sum(axis=1) > 0.5)


def _edges(mesh: BodyMesh) -> list[tuple[int, int]]:
    return [(a, b) for one in mesh.triangles.tolist() for a, b in zip(one, (*one[1:], one[0]), strict=True)]


def _volume(mesh: BodyMesh) -> float:
    one, two, three = (mesh.vertices_m[mesh.triangles[:, corner]] for corner in range(3))
    return float(np.einsum("ti,ti->", one, np.cross(two, three)) / 6)


def test_the_file_says_the_joint_tree_to_those_who_cannot_ask_python() -> None:
    data = data_of("man")
    assert all(f'"name":"{segment}"'.encode() in data for segment in SEGMENTS)
