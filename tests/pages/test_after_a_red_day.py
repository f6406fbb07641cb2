"""After a day that was too much, Today and its sheet say why the dose is lower."""

from datetime import timedelta

import pytest
from django.test import Client

from lumbar.app.begin import Answers, begin
from lumbar.site import clock
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.builders import FIRST_DAY, Scribe
from tests.pages.conftest import Tell

SAID = "It was too much last time, so: one step down and fewer sets."


def test_the_lower_dose_is_explained_on_today_and_on_its_sheet(
    client: Client, scribe: Scribe, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begin(desk(), local_owner().pk, FIRST_DAY, clock.now(), Answers(0, "usual", new_symptom=False))
    view = desk().view(local_owner().pk, FIRST_DAY)
    (start,) = (event for event in view.of_day if getattr(event, "session", None) == begun.session)
    item = next(item for item in begun.plan.items if item.exercise == "heel-slide")
    tell(scribe.set_done(start, item, 1, pain=7, load_kg=None), scribe.morning(FIRST_DAY, 5, settled=False))  # type: ignore[arg-type]  # its start
    monkeypatch.setenv("LUMBAR_TODAY", (FIRST_DAY + timedelta(days=2)).isoformat())
    assert f"Heel slide: {SAID}" in client.get("/").context["page"].notes
    assert SAID in client.get("/print/").content.decode()
