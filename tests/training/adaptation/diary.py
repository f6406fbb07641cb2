"""A diary for tests: one person, day after day, each asked what a plain planner would ask of them."""

from datetime import date, timedelta
from typing import Any

from lumbar.catalogue.exercise import Exercise
from lumbar.journal.event import AnyEvent
from lumbar.journal.prescription import Prescription
from lumbar.training.fold import extend, fold, settle
from lumbar.training.standing import Standing, State
from tests.builders import FIRST_DAY, SHELF, Scribe
from tests.strategies import asked_for


class Diary:
    """Keep a journal and the state it leads to; `day` is the day that is being lived."""

    def __init__(self, **profile: Any) -> None:  # noqa: ANN401  the fields of a profile
        """Begin with the questions and a profile."""
        self.scribe = Scribe()
        self.day = FIRST_DAY
        self.events: list[AnyEvent] = []
        self.state = State()
        self.write(self.scribe.screened(FIRST_DAY), self.scribe.profile(FIRST_DAY, **profile))

    def write(self, *events: AnyEvent) -> None:
        """Record events."""
        self.events += events
        self.state = extend(self.state, events, SHELF)

    def pass_days(self, days: int = 1) -> "Diary":
        """Let days pass."""
        self.day += timedelta(days=days)
        self.state = settle(self.state, self.day, SHELF)
        return self

    def train(
        self,
        *exercises: Exercise,
        morning: int | None = 0,
        light: bool = False,
        asked: Prescription | None = None,
        start: dict[str, Any] | None = None,
        **fields: Any,  # noqa: ANN401  the fields of a set
    ) -> "Diary":
        """Do the exercises as asked, answer the morning after (None: not at all), and go on to the next day."""
        items = [asked or asked_for(exercise, self.state, light=light) for exercise in exercises]
        self.write(*self.scribe.session(self.day, *items, start=start, **fields))
        about = self.day
        self.pass_days()
        if morning is not None:
            self.write(self.scribe.morning(about, morning))
        return self

    def standing(self, exercise: Exercise) -> Standing:
        """Return where the exercise stands, the same whichever way it is folded."""
        assert settle(fold(self.events, SHELF), self.day, SHELF) == self.state
        return self.state.standings[exercise.id]

    def stage(self) -> int | None:
        """Return the stage."""
        return self.state.stage

    def rescreen(self) -> str | None:
        """Return the rule that asks the health questions again, if one does."""
        return None if self.state.rescreen is None else self.state.rescreen.rule

    def decision(self) -> str | None:
        """Return the rule of the last decision about the whole plan."""
        return None if self.state.last_decision is None else self.state.last_decision.rule

    def lightness(self) -> tuple[str, date] | None:
        """Return the rule that makes today lighter and the first day that is not, if today is."""
        because, until = self.state.light_because, self.state.light_until
        return None if because is None or until is None else (because.rule, until)

    def rule(self, exercise: Exercise) -> str:
        """Return the rule behind the exercise's last decision."""
        because = self.standing(exercise).because
        assert because is not None
        return because.rule
