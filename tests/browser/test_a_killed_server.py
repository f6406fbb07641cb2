"""The server killed, the network gone, the page closed: nothing confirmed is lost, and nothing is stored twice."""

import re
from collections import Counter
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.person import Person, Said
from tests.browser.watch import Watch

MONDAY = date(2026, 1, 5)
RESERVE = (4, 3, 2, 1, 0, 4, 3)


def varied(_title: str, number: int) -> Said:
    """Say something else after each set, so that a set stored in another's place is noticed."""
    return Said(rir=RESERVE[number % len(RESERVE)], pain=number % 3)


@pytest.fixture
def beginner(person: Person, watch: Watch) -> Person:
    """Give a beginner in front of the player, on the first day."""
    watch.allow("net::ERR_")  # nobody answers, for a while
    person.wake(MONDAY)
    person.come_in()
    person.describe()
    person.press("Show my first session")
    return person


def sets_of(person: Person) -> list[tuple[str, int]]:
    """Return the exercise and number of every set in the journal, in the order they came in."""
    return [(one["exercise"], one["number"]) for one in person.house.journal("set-done")]


def test_a_session_goes_on_without_its_server_and_every_set_is_stored_once(beginner: Person) -> None:
    person = beginner
    asked = person.session()
    person.get_ready()
    person.lead(varied, sets=2)
    person.house.kill()
    more = person.go_on(lambda title, number: varied(title, number + 2))
    expect(person.page.get_by_text("wait to be saved")).to_be_visible()
    expect(person.page.get_by_text("It is kept on this device")).to_be_visible()

    person.house.start(MONDAY)
    person.press("Try again")
    person.sees_the_end()
    done = person.house.journal("set-done")
    assert len(done) == more + 2
    assert len({one["id"] for one in done}) == len(done)
    assert sets_of(person) == [(name, 1) for name in asked]
    assert [(one["rir"], one["pain"]) for one in done] == [
        (said.rir, said.pain) for said in (varied("", n) for n in range(len(done)))
    ]
    assert Counter(one["kind"] for one in person.house.journal())["session-ended"] == 1


def test_a_closed_page_goes_on_at_the_right_set(beginner: Person) -> None:
    person = beginner
    asked = person.session()
    person.get_ready()
    person.lead(varied, sets=3)
    person.page.close()

    again = Person(person.page.context.new_page(), person.house)
    again.open()
    again.page.get_by_role("link", name=re.compile("^Go on")).click()
    again.page.wait_for_url("**/session/*/")
    again.hurry()
    expect(again.page.get_by_label(f"Exercise 4 of {len(asked)}")).to_be_visible()
    again.is_told("What you saved is kept.")
    again.lead(varied)
    again.sees_the_end()
    assert sets_of(again) == [(name, 1) for name in asked]


def test_a_page_closed_while_the_server_is_away_sends_what_it_kept_once_it_is_opened_again(beginner: Person) -> None:
    person = beginner
    asked = person.session()
    person.get_ready()
    person.lead(varied, sets=1)
    person.house.kill()
    person.go_on(varied, sets=2)
    expect(person.page.get_by_text("wait to be saved")).to_be_visible()
    player = person.page.url
    person.page.close()

    person.house.start(MONDAY)
    again = Person(person.page.context.new_page(), person.house)
    again.page.goto(player)
    expect(again.page.get_by_label(f"Exercise 4 of {len(asked)}")).to_be_visible()
    again.lead(varied)
    again.sees_the_end()
    assert sets_of(again) == [(name, 1) for name in asked]
