"""Whatever an archive holds, planning on from it gives a plan or its advice, never a crash."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbar.app.planning import outlook_to_dict, plan_outlook
from lumbar.app.shelf import load_catalogue
from lumbar.journal.event import AnyEvent
from lumbar.journal.profile import Person, Profile
from tests.exchange.event_strategies import events

FIRST = date(2026, 1, 5)
NAMES = sorted(load_catalogue().exercises)


@st.composite
def histories(draw: st.DrawFn) -> list[AnyEvent]:
    """Draw a journal of shipped exercises over five weeks, out of order, with corrections of what is in it."""
    drawn = draw(st.lists(events(), max_size=8))
    return [_here(draw, event, drawn) for event in drawn]


def _here(draw: st.DrawFn, event: Any, drawn: list[Any]) -> Any:  # noqa: ANN401 -- any kind
    on = FIRST + timedelta(days=draw(st.integers(0, 34)))
    said: dict[str, object] = {"on": on, "supersedes": draw(st.none() | st.sampled_from([one.id for one in drawn]))}
    names = {field.name for field in fields(event)}
    said |= {name: draw(st.sampled_from(NAMES)) for name in ("exercise", "old", "new") if name in names}
    if "session" in names:
        said["session"] = draw(st.sampled_from([one.session for one in drawn if hasattr(one, "session")]))
    if "about" in names:
        said["about"] = on - timedelta(days=1)
    return replace(event, **said)


@given(histories(), st.integers(0, 60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_history_can_be_planned_on_from(journal: list[AnyEvent], after: int) -> None:
    catalogue = load_catalogue()
    day = FIRST + timedelta(days=after)
    told = outlook_to_dict(plan_outlook(Person(Profile("beginner", 45)), journal, catalogue, day, 1), catalogue)
    assert told["status"] == "ok"
