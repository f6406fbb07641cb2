"""Read the `Motion` of an exercise: its key poses, contacts, alignments and loads.

What a pose does not name stays as it was in the pose before it; a name without a side means both sides.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from lumbar.body.motion import SURFACES, Alignment, Contact, KeyPose, Motion, Pull, Side
from lumbar.body.points import POINT_NAMES
from lumbar.body.pose import Pose, sided_names
from lumbar.body.tree import JOINT_PLACE
from lumbar.catalogue.kind import FLAG, NUMBER, TEXT
from lumbar.catalogue.near import hint
from lumbar.catalogue.reader import Reader
from lumbar.catalogue.reading import UNKNOWN_WORD

_SIDES: Final[tuple[Side, ...]] = ("left", "right")
_SAME: Final[tuple[Literal["height", "depth", "side"], ...]] = ("height", "depth", "side")
_DOWN: Final = [0.0, 0.0, -1.0]


def read_motion(reader: Reader) -> Motion:
    """Read a motion; meaningless once `reader` has noted faults."""
    key_poses = tuple(_key_poses(reader.tables("poses")))
    names = tuple(key.name for key in key_poses)
    return Motion(
        key_poses=key_poses,
        contacts=tuple(found for part in reader.tables("contacts") for found in _contacts(part, names)),
        alignments=tuple(found for part in reader.tables("aligned", required=False) for found in _aligned(part, names)),
        pulls=tuple(_pull(part) for part in reader.tables("loads", required=False)),
        leads=reader.word("leads", _SIDES) if reader.has("leads") else None,
        fits=frozenset(_sided(reader, "fits", reader.texts("fits", ()), sided_names, JOINT_PLACE)),
        balanced=reader.read("balanced", FLAG, default=False),
        source=reader.read("source", TEXT),
    )


def _key_poses(readers: tuple[Reader, ...]) -> Iterator[KeyPose]:
    angles: dict[str, float] = {}
    for place, reader in enumerate(readers):
        share = place / max(len(readers) - 1, 1)
        told = reader.numbers("angles") if reader.has("angles") else {}
        for name in _sided(reader, "angles", told, lambda name: (name,) if sided_names(name) else (), JOINT_PLACE):
            angles |= Pose.of(**{name: told[name]}).angles_deg
        yield KeyPose(reader.read("name", TEXT), reader.read("at", NUMBER, share), Pose.of(**angles))


def _contacts(reader: Reader, names: tuple[str, ...]) -> Iterator[Contact]:
    on = reader.word("on", (*SURFACES, *sorted(POINT_NAMES)))
    poses = _poses(reader, names)
    slides = reader.read("slides", FLAG, default=False)
    light = reader.read("light", FLAG, default=False)
    ahead_m = reader.read("ahead_m", NUMBER) if reader.has("ahead_m") else None
    for point in _sided(reader, "point", (reader.read("point", TEXT),), _points, POINT_NAMES):
        yield Contact(point, on, poses, slides, ahead_m, light)


def _aligned(reader: Reader, names: tuple[str, ...]) -> Iterator[Alignment]:
    points = tuple(_sided(reader, "points", reader.texts("points"), _own, POINT_NAMES))
    same, poses = reader.word("same", _SAME), _poses(reader, names)
    for one, other in zip(points[::2], points[1::2], strict=False):
        yield Alignment((one, other), same, poses)


def _pull(reader: Reader) -> Pull:
    points = tuple(_sided(reader, "at", reader.texts("at"), _points, POINT_NAMES))
    x, y, z = reader.direction("direction", _DOWN)
    return Pull(points, (x, y, z), reader.read("leans", NUMBER, 0.0))


def _poses(reader: Reader, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(reader.words("poses", names)) if reader.has("poses") and names else frozenset(names)


def _points(name: str) -> tuple[str, ...]:
    both = tuple(f"{name}_{side}" for side in _SIDES)
    return (name,) if name in POINT_NAMES else both if both[0] in POINT_NAMES else ()


def _own(name: str) -> tuple[str, ...]:
    return (name,) if name in POINT_NAMES else ()


def _sided(
    reader: Reader, key: str, names: Iterable[str], meant: Callable[[str], tuple[str, ...]], known: Iterable[str]
) -> Iterator[str]:
    """Yield what each name means, and note those that mean nothing."""
    for name in names:
        found = meant(name)
        if not found:
            reader.blame(UNKNOWN_WORD, (key,), f"“{name[:40]}” is not known", hint(name, known))
        yield from found
