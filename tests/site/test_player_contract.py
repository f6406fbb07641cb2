"""The player's data: the shape that the player's own tests read from contract/session.json."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import EventId, ProfileSaved, Screened
from lumbar.journal.profile import Lifts, Profile, Screening, Weights
from lumbar.site.pages.desk import desk
from tests.figure.made import needs_bodies
from tests.site.conftest import Post
from tests.store.samples import FIRST, at, uid

CONTRACT = Path(__file__).parents[2] / "contract" / "session.json"
BOOT = re.compile(r'<script id="boot" type="application/json">(.*?)</script>', re.DOTALL)
LIFTER = Profile(
    experience="lifter",
    age=40,
    minutes=30,
    equipment=frozenset({Equipment.BARBELL, Equipment.BAND, Equipment.DUMBBELL}),
    weights=Weights(bar_kg=20, plates_kg=(20, 20, 10, 10, 5, 5), dumbbells_kg=(8, 8)),
    lifts=Lifts(clean_kg=80, deadlift_kg=140, main_days=("mon", "thu")),
)
NO_WORDS = {"cues": {}, "refusals": {}, "praise": ""}  # the words are the catalogue's own
PEOPLE = {"beginner": Profile(experience="beginner", age=60), "lifter": LIFTER}


def boot(profile: Profile, day: date, post: Post) -> Any:  # noqa: ANN401 - JSON
    """Return the data of the first session of `profile` on `day`, without what differs from run to run."""
    desk.cache_clear()
    post(
        Screened(id=EventId(uid("screened")), at=at(day), on=day, screening=Screening()),
        ProfileSaved(id=EventId(uid("profile")), at=at(day), on=day, profile=profile),
    )
    client = Client(headers={"accept-language": "en"})
    answer = client.post("/ready/", {"pain": "1", "readiness": "usual", "new_symptom": "no"}, follow=True)
    found = BOOT.search(answer.content.decode())
    assert found is not None, answer.content[:2000]
    data = json.loads(found[1])
    session = data["session"]
    text = json.dumps({**data, "csrf": "token", "strings": {}, "coach": NO_WORDS})
    text = text.replace(session, "00000000-0000-0000-0000-000000000001")
    return json.loads(text.replace("/figures/drawn/", "/figures/stills/"))  # a still is there, or drawn when asked for


@needs_bodies
@pytest.mark.parametrize("name", PEOPLE)
def test_the_contract_holds_what_the_player_begins_with(name: str, post: Post) -> None:
    made = boot(PEOPLE[name], FIRST, post)

    held = json.loads(CONTRACT.read_text(encoding="utf-8")) if CONTRACT.is_file() else {}
    if held.get(name) != made:
        CONTRACT.write_text(json.dumps({**held, name: made}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert held.get(name) == made, "contract/session.json was out of date; it is written anew."
