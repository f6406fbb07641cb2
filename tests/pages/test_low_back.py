"""The load on the low back on the pages: an exercise's, Today's, the plan's; in words, a glyph and charts."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override

from lumbar.app.low_back import load_of, loads_for, stature_of
from lumbar.app.low_back_days import sessions_load
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import AnyEvent
from lumbar.journal.profile import Lifts, Person, Profile, Weights
from lumbar.site.pages.chart import bars, curve, marks
from lumbar.site.pages.low_back import load_words
from lumbar.site.pages.shown import Shown
from lumbar.training.horizon import plan_weeks
from lumbar.training.imagine import beginning, good_day
from lumbar.training.standing import State
from tests.builders import FIRST_DAY, exercise
from tests.pages.conftest import Tell

CATALOGUE = load_catalogue()
RDL = CATALOGUE.exercise("romanian-deadlift")
BAR = frozenset({Equipment.BARBELL, Equipment.PLATE})
LIFTER = Person(
    Profile(
        "lifter",
        30,
        equipment=BAR,
        height_m=1.8,
        mass_kg=80,
        sex="male",
        weights=Weights(20, (20, 20, 10, 10, 5, 5, 2.5, 2.5)),
        lifts=Lifts(80, 140),
    )
)
BARS = re.compile(r'<rect[^>]*rx="1.6"( class="on")?/>')


def page(client: Client, path: str) -> str:
    return unescape(client.get(path).content.decode())


def history(person: Person, weeks: int) -> list[AnyEvent]:
    loads = loads_for(person.profile, CATALOGUE)
    days = plan_weeks(person, State(), CATALOGUE, FIRST_DAY, weeks, loads=loads)
    return [*beginning(person, FIRST_DAY), *(event for day in days for event in good_day(day.sessions))]


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setenv("LUMBAR_TODAY", day.isoformat())


# An exercise's page


def test_an_exercise_says_its_moment_its_band_and_for_which_body(client: Client, tell: Tell) -> None:
    tell(*beginning(LIFTER, FIRST_DAY))
    load = load_of(CATALOGUE.exercise("bird-dog"), stature_of(LIFTER.profile))
    assert load is not None
    html = page(client, "/exercises/bird-dog/")
    assert f"<strong>{load.moment_nm:.0f} Nm</strong>" in html
    assert f"band {load.band} of 5" in html
    assert "For you, 180 cm and 80 kg." in html
    assert "It says nothing about harm." in html
    filled = [bool(found[1]) for found in BARS.finditer(html)]
    assert filled == [place <= load.band for place in (5, 4, 3, 2, 1)]


@pytest.mark.usefixtures("scribe")
def test_who_has_not_told_their_body_reads_whose_numbers_these_are(client: Client) -> None:
    assert "For a body of 176 cm and 77 kg, since your profile" in page(client, "/exercises/bird-dog/")


def test_a_standing_exercise_gives_a_range_of_pressing_and_one_on_the_floor_does_not(client: Client) -> None:
    assert re.search(r"By a simple model \d\.\d to \d\.\d kN press", page(client, "/exercises/good-morning/"))
    assert " kN" not in page(client, "/exercises/superman/")  # without a blank it may stand in a nonce


def at_the_bar(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> float:
    """Go to the first day that asks for a Romanian deadlift, and return its load [kg]."""
    loads = loads_for(LIFTER.profile, CATALOGUE)
    plans = plan_weeks(LIFTER, State(), CATALOGUE, FIRST_DAY, 4, loads=loads)
    asked = [(p.day, item) for p in plans for one in p.sessions for item in one.items if item.load_kg is not None]
    day, kg = next((day, item.load_kg) for day, item in asked if item.exercise == RDL.id)
    tell(*beginning(LIFTER, FIRST_DAY), *(e for p in plans if p.day < day for e in good_day(p.sessions)))
    on(monkeypatch, day)
    return kg or 0.0


def test_the_load_of_an_exercise_is_that_of_the_weight_one_is_asked_for(
    client: Client, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg = at_the_bar(tell, monkeypatch)
    html = page(client, "/exercises/romanian-deadlift/")
    load = load_of(RDL, stature_of(LIFTER.profile), kg)
    assert kg
    assert load is not None
    assert f"with {kg:g} kg." in html
    assert f"<strong>{load.moment_nm:.0f} Nm</strong>" in html


def test_where_statics_cannot_say_the_page_says_so() -> None:
    with override("en"):
        said = load_words(exercise("made-up"), stature_of(None), None, Shown("en", "kg", "cm", CATALOGUE))
    assert said.line is None
    assert said.sentences == ("Statics cannot say what this asks of the low back.",)


@pytest.mark.parametrize("name", ["romanian-deadlift", "pallof-press", "single-leg-extension"])
def test_what_is_told_of_no_weight_says_so(client: Client, name: str) -> None:
    assert "of yours, without a load." in page(client, f"/exercises/{name}/")


def test_what_takes_no_load_says_nothing_of_one(client: Client) -> None:
    assert "without a load" not in page(client, "/exercises/bird-dog/")


def test_the_page_says_what_is_compared_with_standing(client: Client) -> None:
    assert "“× standing” is how hard its lowest joint is pressed" in page(client, "/exercises/abdominal-crunch/")


def test_a_range_that_rounds_to_one_number_is_one_number(client: Client) -> None:
    assert re.search(r"By a simple model (\d\.\d) kN press", page(client, "/exercises/wall-squat/"))


# What changes it


def test_depth_load_bar_and_tempo_are_charts_with_words_and_a_table(
    client: Client, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg = at_the_bar(tell, monkeypatch)
    html = page(client, "/exercises/romanian-deadlift/").split("What changes it for you")[1].split("<h2>")[0]
    for name in ("How far you go", "How heavy", "How far ahead", "How quick"):
        assert f"<h3>{name}</h3>" in html
        assert re.search(rf'role="img" aria-label="{name}\. [^"]* Nm', html)
        assert f'<th scope="row">{name}: ' in html
    assert html.count('class="c-dot a"') == 4
    assert re.search(rf"At {kg + 5:g} kg it is \d+ Nm instead of \d+\.", html)


def test_on_the_floor_only_the_load_is_charted_where_there_is_one(client: Client) -> None:
    assert "What changes it for you" not in page(client, "/exercises/bird-dog/")
    loaded = page(client, "/exercises/single-leg-extension/")
    assert "How heavy" in loaded
    assert "How far you go" not in loaded


def test_a_curve_marks_where_one_is_and_nothing_where_that_is_off_it() -> None:
    drawn = curve(((0, 100), (10, 50)), 5, 100)
    (first, last), now = drawn.ends, drawn.now
    assert now == pytest.approx(((first[0] + last[0]) / 2, (first[1] + last[1]) / 2))
    assert first[1] < last[1]
    assert curve(((0, 100), (10, 50)), 11, 100).now is None


# Today and the plan


def test_every_card_of_today_has_its_load_and_the_day_its_sum(
    client: Client, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(*history(LIFTER, 2))
    day = FIRST_DAY + timedelta(weeks=2)
    on(monkeypatch, day)
    html = page(client, "/")
    cards = html.count('class="item"')
    assert cards > 2
    assert html.count('<p class="load">') == cards
    loads = loads_for(LIFTER.profile, CATALOGUE)
    plans = plan_weeks(LIFTER, State(), CATALOGUE, FIRST_DAY, 3, loads=loads)
    asked = next(sessions_load(one.sessions, CATALOGUE, loads) for one in plans if one.day == day)
    assert re.search(rf"Low back today: {asked:.0f} Nm·min, (\d+ (more|less) than|as much as) on ", html)


@pytest.mark.usefixtures("scribe")
def test_the_first_day_has_a_sum_and_nothing_to_compare_it_with(client: Client) -> None:
    assert re.search(r"Low back today: \d+ Nm·min\. Nm·min: the turning force on it times how long", page(client, "/"))


def test_the_plan_shows_the_weekly_sum_and_the_largest_rise(
    client: Client, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(*history(LIFTER, 2))
    on(monkeypatch, FIRST_DAY + timedelta(weeks=2))
    html = page(client, "/plan/")
    loads = loads_for(LIFTER.profile, CATALOGUE)
    first_week = plan_weeks(LIFTER, State(), CATALOGUE, FIRST_DAY, 1, loads=loads)
    done = sum(sessions_load(one.sessions, CATALOGUE, loads) for one in first_week)
    table = html.split("Week by week")[1]
    assert re.search(rf'<th scope="row">5 Jan</th><td class="r">{done:.0f}</td>', table)
    assert table.count('<th scope="row">') == 14
    assert 'aria-current="date"><th scope="row">19 Jan' in table
    assert "The largest rise from one training day to the next is" in html
    assert 'aria-label="Load on the low back in each week' in html
    values = re.findall(r'<td class="r">(\d+)</td><td class="r">[^<]*</td><td class="r">[^<]*</td></tr>', table)
    told = re.findall(r'text-anchor="middle">(\d+)</text>', html)
    assert told[0] == max(values, key=int)
    assert told[1:] in ([], [values[-1]])


def test_the_highest_bar_and_the_last_say_their_numbers_where_both_fit() -> None:
    rising, falling = bars([1, 2, 3, 4], 4), bars([4, 2, 3, 1], 4)
    assert [mark.text for mark in marks(rising, "1234")] == ["4"]
    assert [mark.text for mark in marks(falling, "4231")] == ["4", "1"]
    assert [mark.y < bar.y for mark, bar in zip(marks(falling, "4231"), falling[::3], strict=True)] == [True, True]
    assert marks((), ()) == ()


@pytest.mark.parametrize("path", ["/", "/plan/", "/exercises/romanian-deadlift/", "/exercises/superman/"])
def test_no_page_speaks_of_danger(client: Client, tell: Tell, path: str) -> None:
    tell(*beginning(replace(LIFTER, profile=replace(LIFTER.profile, sex=None)), FIRST_DAY))
    assert not re.search(r"\b(risk|unsafe|safe|danger)", page(client, path).lower())


def test_it_is_said_in_spanish(client: Client, tell: Tell) -> None:
    tell(*beginning(LIFTER, FIRST_DAY))
    html = unescape(client.get("/exercises/romanian-deadlift/", headers={"accept-language": "es"}).content.decode())
    assert re.search(r"Zona lumbar: <strong>\d+ Nm</strong>", html)
    assert "Cuánto pesa" in html
