"""A long journal, made without chance: someone who trains every day for years, as people do it.

The targets of each day are those that the standings of the day before ask for, so that replaying it goes through
the ladders, lighter weeks and stages as a real journal does. Every fourth week brings a sore day, now and then a
morning is forgotten, a set falls short, or two days are missed.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment, Exercise, Group
from lumbar.journal.event import (
    AnyEvent,
    EventId,
    MorningAnswered,
    ProfileSaved,
    Screened,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Work,
)
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Profile, Screening
from lumbar.training.fold import extend, settle
from lumbar.training.standing import State

BEGUN = date(2016, 1, 4)
OWNED = frozenset({Equipment.BAND, Equipment.DUMBBELL, Equipment.STAND_IN})
SORE_EVERY, SHORT_EVERY, FORGOTTEN_EVERY, AWAY_EVERY = 29, 23, 11, 97


def daily_journal(catalogue: Catalogue, days: int = 3650, exercises: int = 5, sets: int = 2) -> list[AnyEvent]:
    """Return the journal of `days` days, each with `sets` sets of `exercises` exercises and a morning after."""
    writer = _Writer(catalogue, exercises, sets)
    return list(writer.journal(days))


class _Writer:
    def __init__(self, catalogue: Catalogue, exercises: int, sets: int) -> None:
        self.catalogue, self.exercises, self.sets = catalogue, exercises, sets
        self.written = 0
        self.state = State()

    def journal(self, days: int) -> Iterator[AnyEvent]:
        profile = Profile(experience="beginner", age=45, days_per_week=6, equipment=OWNED)
        yield from self._kept(
            [
                Screened(**self._head(BEGUN), screening=Screening()),
                ProfileSaved(**self._head(BEGUN), profile=profile),
            ]
        )
        for number in range(days):
            day = BEGUN + timedelta(days=number)
            if number % AWAY_EVERY in {0, 1} and number > 1:
                continue
            self.state = settle(self.state, day, self.catalogue)
            yield from self._kept(self._session(day, number))
            if number % FORGOTTEN_EVERY:
                yield from self._kept([self._morning(day, number)])

    def _kept(self, events: Sequence[AnyEvent]) -> Sequence[AnyEvent]:
        self.state = extend(self.state, events, self.catalogue)
        return events

    def _session(self, day: date, number: int) -> list[AnyEvent]:
        items = tuple(self._asked(exercise) for exercise in self._chosen(number))
        head = self._head(day)
        session = SessionId(head["id"])
        plan = SessionPlan(day, 1, "alone", self.state.stage or 1, items, 1200, 3, ())
        events: list[AnyEvent] = [
            SessionStarted(**head, session=session, plan=plan, pain=0, readiness="usual", new_symptom=False)
        ]
        for item in items:
            events += [self._done(day, session, item, n, number) for n in range(1, item.sets + 1)]
        events.append(SessionEnded(**self._head(day), session=session, reason="done"))
        return events

    def _chosen(self, number: int) -> list[Exercise]:
        """Return the day's exercises: those of the stage that can be done, a window that moves every four weeks."""
        can = [
            e
            for e in self.catalogue
            if e.group is not Group.STRETCH and e.stage <= (self.state.stage or 1) and e.needs_met_by(OWNED)
        ]
        first = number // 28
        return [can[(first + i) % len(can)] for i in range(min(self.exercises, len(can)))]

    def _asked(self, exercise: Exercise) -> Prescription:
        standing = self.state.standings.get(exercise.id)
        index = standing.rung if standing else 0
        rung = exercise.rungs[index]
        kg = None
        if rung.loaded:
            kg = 5.0 if standing is None or standing.load_kg is None else standing.load_kg
            if standing is not None and standing.trend != "repeat":
                kg *= 1.05 if standing.trend == "raise" else 0.9
        light = self.state.light_until is not None or bool(standing and standing.set_cut)
        raised = standing is not None and standing.trend == "raise"
        return Prescription(
            exercise=exercise.id,
            stage=exercise.stage,
            rung=index,
            sets=self.sets,
            reps=rung.reps if standing is None or raised else standing.reps,
            reps_top=rung.reps_top,
            hold_s=rung.hold_s,
            side=exercise.side,
            load_kg=kg,
            comfortable=False,
            rest_s=exercise.rest_s,
            light=light,
            warm_up=(),
            seconds=180,
            why=(),
        )

    def _done(self, day: date, session: SessionId, item: Prescription, n: int, number: int) -> SetDone:
        short = (number + n) % SHORT_EVERY == 0
        work = Work(item.reps - short, float(item.hold_s))
        two = item.side.sides == 2
        return SetDone(
            **self._head(day),
            session=session,
            exercise=item.exercise,
            number=n,
            target_reps=item.reps,
            target_hold_s=item.hold_s,
            target_load_kg=item.load_kg,
            both=None if two else work,
            left=work if two else None,
            right=work if two else None,
            load_kg=item.load_kg,
            rir=2 + (number + n) % 3,
            pain=4 if number % SORE_EVERY == 0 else (number + n) % 5 // 3,
        )

    def _morning(self, day: date, number: int) -> MorningAnswered:
        head = self._head(day + timedelta(days=1))
        return MorningAnswered(**head, about=day, pain=1 if number % 3 == 0 else 0, woke=False, settled=True)

    def _head(self, on: date) -> dict[str, Any]:
        self.written += 1
        # every event its own date and id, as a store hands them out
        at = datetime.combine(on, time(18), UTC) + timedelta(seconds=self.written % 3600)
        return {"id": EventId(UUID(int=self.written)), "at": at, "on": date(on.year, on.month, on.day)}
