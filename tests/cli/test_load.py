"""`lumbar load` as typed."""

import json
import re

import pytest

from lumbar.cli.program import run

BODY = ("--height-m", "1.76", "--mass-kg", "77", "--sex", "male")


def test_the_load_of_one_exercise_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", "romanian-deadlift", *BODY, "--external-kg", "40", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["exercise", "moment_nm", "times_standing", "compression_n", "band", "evidence"]
    assert told["exercise"] == "romanian-deadlift"
    assert told["compression_n"][0] < told["compression_n"][1]
    assert (told["band"] in {3, 4, 5}, told["evidence"]) == (True, "model")


def test_without_an_id_every_exercise_is_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", *BODY, "--external-kg", "10", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told) > 15
    assert {one["compression_n"] is None for one in told} == {True, False}
    assert run(["load", *BODY]) == 0
    assert "says nothing about harm" in " ".join(capsys.readouterr().out.split())


def test_the_table_fits_a_window_of_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", *BODY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    (squat,) = (line for line in lines if line.startswith("wall-squat"))
    assert re.fullmatch(r"wall-squat +\d+ +\d\.\d +\d\.\d +1 +model *", squat)  # one kN where both ends are the same
    (tilt,) = (line for line in lines if line.startswith("pelvic-tilt"))
    assert "model, at least" in tilt


def test_where_the_body_would_tip_over_there_is_no_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", *BODY, "--external-kg", "60"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "pallof-press" in told.partition("without a number:")[2]
    assert run(["load", "pallof-press", *BODY, "--external-kg", "60"]) != 0
    assert "out of balance with 60 kg" in capsys.readouterr().err


@pytest.mark.parametrize(
    "told",
    [
        ("load", "bird-dog", *BODY, "--external-kg", "5"),
        ("load", "bird-dog", "--height-m", "1.7", "--mass-kg", "60", "--sex", "other"),
        ("load", "bird-dogg", *BODY),
        ("load", "bird-dog", "--height-m", "17", "--mass-kg", "60", "--sex", "male"),
    ],
    ids=["no load there", "no such measures", "no such exercise", "no such height"],
)
def test_what_cannot_be_is_refused(told: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(told) != 0
    assert capsys.readouterr().err
