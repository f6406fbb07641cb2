"""How long things take: the formula, and the file that holds the player to it."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from lumbar.catalogue.exercise import Exercise, SideMode, Tempo
from lumbar.journal.prescription import WarmUpSet
from lumbar.training.duration import CHANGE_SIDE_S, GET_READY_S, WARM_UP_REST_S, item_s
from tests.builders import OURS, exercise

CONTRACT = Path(__file__).parents[3] / "contract" / "timeline.json"
TEMPO = Tempo(2, 0, 2, 1, "lift", "top", OURS)
BOTH = exercise("both", rest_s=30, tempo=TEMPO)
ONE_AFTER_THE_OTHER = replace(BOTH, side=SideMode.LEFT_RIGHT)
IN_TURN = replace(BOTH, side=SideMode.ALTERNATING)
SLOW = replace(BOTH, rest_s=120, tempo=Tempo(3, 0.5, 2, 0, "lower", "bottom", OURS))


def test_a_set_of_both_sides_is_its_repetitions_and_getting_ready() -> None:
    assert item_s(BOTH, 1, 10, 0, last=True) == 5 + 10 * 5


def test_every_repetition_has_its_hold_and_every_set_but_the_last_its_rest() -> None:
    assert item_s(BOTH, 3, 4, 10, last=True) == 5 + 3 * 4 * 15 + 2 * 30


def test_the_rest_before_the_next_exercise_counts() -> None:
    assert item_s(BOTH, 1, 10, 0) == item_s(BOTH, 1, 10, 0, last=True) + 30


def test_two_sides_take_twice_as_long_and_a_change_where_one_follows_the_other() -> None:
    assert item_s(IN_TURN, 2, 5, 0, last=True) == 5 + 2 * 2 * 5 * 5 + 30
    assert item_s(ONE_AFTER_THE_OTHER, 2, 5, 0, last=True) == item_s(IN_TURN, 2, 5, 0, last=True) + 2 * 3


def test_a_warm_up_set_has_its_repetitions_and_at_most_a_minute_of_rest() -> None:
    warm_up = (WarmUpSet(8, 20, 0.5), WarmUpSet(3, 30, 0.8))
    assert item_s(SLOW, 1, 6, 0, warm_up=warm_up, last=True) == 5 + (8 + 3) * 5.5 + 2 * 60 + 6 * 5.5 + 0.5


def case(done: Exercise, dose: tuple[int, int, int], warm_up: tuple[WarmUpSet, ...], *, last: bool) -> object:
    """Return one item of sets, repetitions and hold as the player gets it, and how long it takes [s]."""
    sets, reps, hold_s = dose
    tempo = {name: value for name, value in asdict(done.tempo).items() if name != "source"}
    return {
        "item": {
            "sets": sets,
            "reps": reps,
            "hold_s": hold_s,
            "side": done.side.value,
            "rest_s": done.rest_s,
            "tempo": tempo,
            "warm_up": [{"reps": one.reps, "load_kg": one.load_kg} for one in warm_up],
        },
        "last": last,
        "seconds": item_s(done, sets, reps, hold_s, warm_up=warm_up, last=last),
    }


def contract_text() -> str:
    """Return the examples as JSON: the lengths of the rules, then a case a line."""
    rules = {"get_ready_s": GET_READY_S, "change_side_s": CHANGE_SIDE_S, "warm_up_rest_s": WARM_UP_REST_S}
    warm_up = (WarmUpSet(8, 20, 0.29), WarmUpSet(5, 35, 0.5), WarmUpSet(3, 57.5, 0.82))
    cases = [
        case(done, dose, warm, last=last)
        for done, warm in ((BOTH, ()), (ONE_AFTER_THE_OTHER, ()), (IN_TURN, ()), (SLOW, warm_up))
        for dose in ((1, 10, 5), (2, 8, 0), (3, 3, 10))
        for last in (False, True)
    ]
    lines = ",\n".join(json.dumps(one) for one in cases)
    return f'{{\n"rules": {json.dumps(rules)},\n"cases": [\n{lines}\n]\n}}\n'


def test_the_player_reads_the_same_lengths_from_the_contract() -> None:
    text = contract_text()
    written = CONTRACT.read_text("utf-8") if CONTRACT.exists() else ""
    CONTRACT.write_text(text, "utf-8")
    assert written == text, "contract/timeline.json was out of date; it is written anew."
