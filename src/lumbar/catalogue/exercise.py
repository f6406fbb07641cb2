"""An exercise: everything one exercise file says, as a frozen value.

The file is the source; this is its shape. Nothing here knows where files lie or how they are read.
Repetitions are always counted *per set and per side*: an exercise that alternates ten a side has `reps = 10`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NewType

from lumbar.catalogue.coaching import Coaching

if TYPE_CHECKING:  # arrays are loaded with the key poses, not with the words
    from lumbar.body.motion import Motion

ExerciseId = NewType("ExerciseId", str)
SourceId = NewType("SourceId", str)
FlagId = NewType("FlagId", str)
Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")
StageNumber = Literal[1, 2, 3, 4]
STAGES: tuple[StageNumber, ...] = (1, 2, 3, 4)
Tier = Literal["bronze", "silver", "gold"]


class Group(StrEnum):
    """The chapter an exercise belongs to."""

    STRETCH = "stretch"
    INITIAL = "initial"
    ADVANCED = "advanced"
    BAND_DUMBBELL = "band-dumbbell"
    BARBELL = "barbell"


class Position(StrEnum):
    """The posture it is done in; the order is the order of a session, from the floor up."""

    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    PRONE = "prone"
    QUADRUPED = "quadruped"
    STANDING_AT_WALL = "standing-at-wall"
    STANDING = "standing"
    ROMAN_CHAIR = "roman-chair"


class Pattern(StrEnum):
    """What a week should cover (evidence: planner model, soft aim 1)."""

    EXTENSOR_ENDURANCE = "extensor-endurance"
    ANTERIOR_CORE = "anterior-core"
    LATERAL_CORE = "lateral-core"
    HIP_HINGE = "hip-hinge"
    HIP_MOBILITY = "hip-mobility"
    ANTI_ROTATION = "anti-rotation"


class Equipment(StrEnum):
    """What a person may own. `STAND_IN` is a heavy book or a filled milk carton."""

    BAND = "band"
    CABLE = "cable"
    DUMBBELL = "dumbbell"
    PLATE = "plate"
    STAND_IN = "stand-in"
    BENCH = "bench"
    ROMAN_CHAIR = "roman-chair"
    BARBELL = "barbell"


class SideMode(StrEnum):
    """How the two sides share a set: together, first all left then all right, or in turn."""

    BOTH = "both"
    LEFT_RIGHT = "left-right"
    ALTERNATING = "alternating"

    @property
    def sides(self) -> int:
        """Return 1 when both sides work together, else 2."""
        return 1 if self is SideMode.BOTH else 2


class HeavyHinge(StrEnum):
    """When the exercise counts as a heavy hinge for the 48-hour rule."""

    NEVER = "never"
    LOADED = "loaded"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Tempo:
    """The seconds [s] of one repetition without its hold.

    `bottom_s` is the pause after lowering, `top_s` the pause after lifting; a prescribed hold is added at
    `hold_at`. `first` says whether a repetition begins by lifting (bird dog) or by lowering (wall squat). `said` is
    what the two ways are called: lift and lower, tighten and let go (a brace), go and return (a stretch, a press).
    """

    lower_s: float
    bottom_s: float
    lift_s: float
    top_s: float
    first: Literal["lift", "lower"]
    hold_at: Literal["top", "bottom"]
    source: SourceId
    said: Literal["lift", "tighten", "go"] = "lift"

    @property
    def cycle_s(self) -> float:
        """Return the length [s] of a repetition without its hold."""
        return self.lower_s + self.bottom_s + self.lift_s + self.top_s


@dataclass(frozen=True, slots=True)
class Rung:
    """One dose on the ladder.

    `reps` to `reps_top` is the range for double progression (equal when there is none); `loaded` rungs carry
    an external load and raise it inside the rung. `published` marks the dose of a source text.
    """

    sets: int
    reps: int
    reps_top: int
    hold_s: int
    loaded: bool
    published: bool
    source: SourceId


@dataclass(frozen=True, slots=True)
class LoadRule:
    """Where the external load of the loaded rungs comes from.

    `of_clean` and `of_deadlift` are the permitted shares [ratio] of the person's lifts; where both are known
    the intersection holds, where that is empty the lower range. `share_of` names an exercise and the ratio of
    *its* load to start with; the load then always stays below that exercise's. None of them: what the person
    owns, from the lightest up.
    """

    of_clean: tuple[float, float] | None
    of_deadlift: tuple[float, float] | None
    share_of: tuple[ExerciseId, float] | None
    with_equipment: frozenset[Equipment]
    source: SourceId


@dataclass(frozen=True, slots=True)
class PublishedLoad:
    """What a source says an exercise presses on the low back with [N], and how well it knows."""

    compression_n: float
    evidence: Literal["measured", "secondary"]
    source: SourceId


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of a source text that is not a dose: an angle, a distance, a height."""

    id: str
    value: float | tuple[float, float]
    unit: str
    source: SourceId


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source supports: `what` in words, `source` by id (`ours` marks our choice)."""

    what: str
    source: SourceId


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """The words of an exercise in one language."""

    name: str
    also_called: str
    summary: str
    set_up: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    breathing: str
    picture: str
    cautions: tuple[str, ...]
    stand_ins: str
    benefit: str


@dataclass(frozen=True, slots=True)
class Muscles:
    """Muscle ids by how much they work."""

    most: tuple[str, ...]
    also: tuple[str, ...]
    steadying: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Exercises that may take this one's place, by id."""

    easier: tuple[ExerciseId, ...]
    equal: tuple[ExerciseId, ...]
    harder: tuple[ExerciseId, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """Everything one exercise file says.

    `equipment` lists alternatives, each a set of things needed together; empty means nothing is needed.
    `follows` names the exercise whose published dose must have been reached before this one is planned.
    `not_with` are screening flags that keep it out of every plan. `short_reps` is the repetitions per side of
    the stretch's short form (stretches only).
    """

    id: ExerciseId
    stage: StageNumber
    group: Group
    position: Position
    patterns: tuple[Pattern, ...]
    side: SideMode
    equipment: tuple[frozenset[Equipment], ...]
    heavy_hinge: HeavyHinge
    rest_s: int
    tempo: Tempo
    rungs: tuple[Rung, ...]
    trained_rung: int
    load: LoadRule | None
    short_reps: int | None
    follows: ExerciseId | None
    neighbours: Neighbours
    not_with: frozenset[FlagId]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    muscles: Muscles
    texts: Mapping[Language, ExerciseText]
    tier: Tier
    data: Mapping[str, object]
    """The file's own keys and values, unchanged, for `lumbar exercises --json`."""
    motion: "Motion | None" = None
    """Its key poses and what they touch, where the file has them."""
    published_load: PublishedLoad | None = None
    camera: Coaching | None = None
    """What a camera can make of it, where the file says so."""

    def needs_met_by(self, owned: frozenset[Equipment]) -> bool:
        """Return whether what a person owns is enough to do it at all."""
        return not self.equipment or any(need <= owned for need in self.equipment)

    def published_rung(self) -> int:
        """Return the index of the first rung that a source text gives, or the last rung."""
        return next((i for i, rung in enumerate(self.rungs) if rung.published), len(self.rungs) - 1)
