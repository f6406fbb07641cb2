"""Small values for tests: exercises, a catalogue, plans and events, each with as little said as possible."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from lumbar.catalogue.catalogue import Catalogue, Source
from lumbar.catalogue.exercise import (
    Equipment,
    Exercise,
    ExerciseId,
    FlagId,
    Group,
    HeavyHinge,
    Muscles,
    Neighbours,
    Pattern,
    Position,
    Rung,
    SideMode,
    SourceId,
    Tempo,
)
from lumbar.journal.event import (
    AnyEvent,
    EventId,
    Feel,
    Hurt,
    MorningAnswered,
    ProfileSaved,
    Readiness,
    Screened,
    SessionId,
    SessionStarted,
    SetDone,
    Work,
)
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Profile, Screening

OURS = SourceId("ours")
FIRST_DAY = date(2026, 1, 5)  # a Monday


def rung(  # noqa: PLR0913  a rung in one line
    reps: int,
    reps_top: int | None = None,
    *,
    sets: int = 2,
    hold_s: int = 0,
    loaded: bool = False,
    published: bool = False,
) -> Rung:
    """Return one dose of a ladder."""
    return Rung(sets, reps, reps_top or reps, hold_s, loaded, published, OURS)


def exercise(name: str, *rungs: Rung, **fields: Any) -> Exercise:  # noqa: ANN401  any field
    """Return an exercise with these rungs; `fields` replace what is said here."""
    said: dict[str, Any] = {
        "id": ExerciseId(name),
        "stage": 1,
        "group": Group.INITIAL,
        "position": Position.SUPINE,
        "patterns": (Pattern.ANTERIOR_CORE,),
        "side": SideMode.BOTH,
        "equipment": (),
        "heavy_hinge": HeavyHinge.NEVER,
        "rest_s": 30,
        "tempo": Tempo(2, 0, 2, 0, "lift", "top", OURS),
        "rungs": rungs or (rung(8), rung(10, published=True), rung(12)),
        "trained_rung": 0,
        "load": None,
        "short_reps": None,
        "follows": None,
        "neighbours": Neighbours((), (), ()),
        "not_with": frozenset(),
        "facts": (),
        "claims": (),
        "muscles": Muscles((), (), ()),
        "texts": MappingProxyType({}),
        "tier": "bronze",
        "data": MappingProxyType({}),
    }
    return Exercise(**(said | fields))


FLAT = exercise("flat")
"""No range, no load: 8, 10 (published), 12 repetitions."""
RANGE = exercise("range", rung(8, 10), rung(8, 12))
"""Repetitions climb inside each rung."""
LOADED = exercise(
    "loaded",
    rung(6, 8, loaded=True),
    rung(6, 8, sets=3, loaded=True),
    stage=4,
    patterns=(Pattern.HIP_HINGE,),
    equipment=(frozenset({Equipment.BARBELL}),),
    heavy_hinge=HeavyHinge.ALWAYS,
)
"""A barbell hinge: 6 to 8, then three sets of the same."""
HOLDS = exercise(
    "holds",
    rung(6, hold_s=2),
    rung(4, hold_s=10, published=True),
    rung(6, hold_s=10),
    stage=2,
    side=SideMode.ALTERNATING,
    position=Position.QUADRUPED,
    patterns=(Pattern.EXTENSOR_ENDURANCE,),
)
"""Ten-second holds on alternating sides."""
BRIDGE = exercise("bridge", stage=2, patterns=(Pattern.HIP_HINGE,))
PLANK = exercise(
    "plank",
    rung(8),
    rung(12),
    stage=3,
    side=SideMode.LEFT_RIGHT,
    position=Position.SIDE_LYING,
    patterns=(Pattern.LATERAL_CORE,),
)
SHELF = Catalogue.of((FLAT, RANGE, LOADED, HOLDS, BRIDGE, PLANK), (Source(OURS, "Our choice", ""),))


def prescription(done: Exercise = FLAT, rung_index: int = 0, **fields: Any) -> Prescription:  # noqa: ANN401 - any field
    """Return what is asked of an exercise on one of its rungs; `fields` replace what follows from that."""
    dose = done.rungs[rung_index]
    said: dict[str, Any] = {
        "exercise": done.id,
        "stage": done.stage,
        "rung": rung_index,
        "sets": dose.sets,
        "reps": dose.reps,
        "reps_top": dose.reps_top,
        "hold_s": dose.hold_s,
        "side": done.side,
        "load_kg": None,
        "comfortable": False,
        "rest_s": done.rest_s,
        "light": False,
        "warm_up": (),
        "seconds": 120,
        "why": (),
    }
    return Prescription(**(said | fields))


class Scribe:
    """Write events one after another, with ids and times that count up from nothing."""

    def __init__(self, seed: int = 0) -> None:
        """Start counting at `seed`."""
        self.count = seed

    def head(self, on: date) -> dict[str, Any]:
        """Return the fields every event has."""
        self.count += 1
        at = datetime.combine(on, time(8), UTC) + timedelta(seconds=self.count % 3600)
        return {"id": EventId(UUID(int=self.count)), "at": at, "on": on}

    def profile(self, on: date, **fields: Any) -> ProfileSaved:  # noqa: ANN401  any field
        """Return a saved profile of a beginner of 45."""
        said: dict[str, Any] = {"experience": "beginner", "age": 45} | fields
        return ProfileSaved(**self.head(on), profile=Profile(**said))

    def screened(self, on: date, *flags: str) -> Screened:
        """Return answered health questions."""
        return Screened(**self.head(on), screening=Screening(frozenset(map(FlagId, flags))))

    def started(
        self,
        on: date,
        *items: Prescription,
        pain: int = 0,
        readiness: Readiness = "usual",
        new_symptom: bool = False,
    ) -> SessionStarted:
        """Return a session begun with these targets."""
        plan = SessionPlan(on, 1, "alone", 1, items, 0, 0, ())
        head = self.head(on)
        return SessionStarted(
            **head,
            session=SessionId(head["id"]),
            plan=plan,
            pain=pain,
            readiness=readiness,
            new_symptom=new_symptom,
        )

    def set_done(  # a set may have any field
        self,
        start: SessionStarted,
        item: Prescription,
        number: int,
        **fields: Any,  # noqa: ANN401 - any field
    ) -> SetDone:
        """Return one set done as asked, easily and without pain; `reps`, `held_s` and other `fields` replace that."""
        reps, held_s = fields.pop("reps", item.reps), fields.pop("held_s", item.hold_s)
        work = Work(reps, held_s)
        two = item.side.sides == 2
        said: dict[str, Any] = {
            "session": start.session,
            "exercise": item.exercise,
            "number": number,
            "target_reps": item.reps,
            "target_hold_s": item.hold_s,
            "target_load_kg": item.load_kg,
            "both": None if two else work,
            "left": work if two else None,
            "right": work if two else None,
            "load_kg": item.load_kg,
            "rir": 3,
            "pain": 0,
        }
        return SetDone(**self.head(start.on), **(said | fields))

    def hurt(self, start: SessionStarted, item: Prescription, feel: Feel = "usual", pain: int | None = None) -> Hurt:
        """Return “this hurts” pressed."""
        return Hurt(**self.head(start.on), session=start.session, exercise=item.exercise, feel=feel, pain=pain)

    def morning(self, about: date, pain: int = 0, *, woke: bool = False, settled: bool = True) -> MorningAnswered:
        """Return the morning after `about`, answered."""
        head = self.head(about + timedelta(days=1))
        return MorningAnswered(**head, about=about, pain=pain, woke=woke, settled=settled)

    def session(
        self,
        on: date,
        *items: Prescription,
        start: Mapping[str, Any] | None = None,
        **fields: Any,  # noqa: ANN401  of its sets
    ) -> list[AnyEvent]:
        """Return a whole session: its start and every set asked for, each with `fields`."""
        begun = self.started(on, *items, **(start or {}))
        sets = [self.set_done(begun, item, n + 1, **fields) for item in items for n in range(item.sets)]
        return [begun, *sets]
