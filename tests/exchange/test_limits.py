"""The limits of what comes in are those that the player's form keeps to."""

import json
from pathlib import Path

from lumbar.exchange.limits import FIELD_LIMITS
from lumbar.journal.event import SetDone, Work

CONTRACT = Path(__file__).parents[2] / "contract" / "limits.json"


def test_the_player_keeps_to_the_journals_limits_by_the_contract() -> None:
    most = {
        "reps": FIELD_LIMITS[Work, "reps"].high,
        "hold_s": FIELD_LIMITS[Work, "hold_s"].high,
        "load_kg": FIELD_LIMITS[SetDone, "load_kg"].high,
        "rir": FIELD_LIMITS[SetDone, "rir"].high,
        "pain": FIELD_LIMITS[SetDone, "pain"].high,
    }
    assert json.loads(CONTRACT.read_text("utf-8")) == most
