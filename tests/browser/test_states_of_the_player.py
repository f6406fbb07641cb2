"""Every state of the guided session, on every screen; its clock stands still for the pictures."""

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.journals import FIRST, LIFTER, journal
from tests.browser.person import Person, Said
from tests.browser.screens import EVERYWHERE, LAPTOP, LYING, PHONE, ZOOMED, look
from tests.browser.still import let_pass, stand_still

DAY: Final = FIRST
EVENTS: Final = journal(LIFTER, 0)
ALL: Final = (*EVERYWHERE, (LYING, "light"), (ZOOMED, "light"))
SPANISH: Final = ((PHONE, "light"), (LAPTOP, "dark"))


@pytest.fixture
def player(guest: Person) -> Person:
    """Give someone in front of the player of the one session, whose clock stands still."""
    stand_still(guest.page)
    guest.open("/ready/")
    if guest.page.url.endswith("/ready/"):
        guest.page.locator("label:has(input[name=pain][value='0'])").click()
        guest.page.locator("label:has(input[name=readiness][value=usual])").click()
        guest.page.locator("label:has(input[name=new_symptom][value=no])").click()
        guest.page.locator("button.go").click()
    guest.page.locator("[data-do=begin]").wait_for()
    return guest


def press(person: Person, action: str) -> None:
    """Press what does this."""
    person.page.locator(f"[data-do={action}]").first.click()


def until(person: Person, what: str) -> None:
    """Let seconds pass until this is on the page."""
    for _ in range(90):
        if person.page.locator(what).count():
            return
        let_pass(person.page, 1)
    expect(person.page.locator(what).first).to_be_visible()


def to_get_ready(person: Person) -> None:
    """Go to the countdown before the first exercise."""
    press(person, "begin")


def to_a_movement(person: Person) -> None:
    """Go to the first movement."""
    to_get_ready(person)
    press(person, "start")


def to_a_hold(person: Person) -> None:
    """Go to the first hold."""
    to_a_movement(person)
    until(person, ".on-field")


def to_a_pause(person: Person) -> None:
    """Stop in the first hold."""
    to_a_hold(person)
    press(person, "pause")


def to_the_help(person: Person) -> None:
    """Open what is said about sound and keys."""
    to_get_ready(person)
    press(person, "help")


def to_pain(person: Person) -> None:
    """Press “This hurts” in the first hold."""
    to_a_hold(person)
    press(person, "hurt")


def to_sharp_pain(person: Person) -> None:
    """Say that it is new or sharp."""
    to_pain(person)
    person.page.locator("label:has(input[value=new-or-sharp])").click()


def to_the_form(person: Person) -> None:
    """End the first set."""
    to_a_hold(person)
    press(person, "done")


def to_a_form_left_open(person: Person) -> None:
    """Save a set without an answer."""
    to_the_form(person)
    person.page.locator("form[data-form=log] button[type=submit]").click()


def to_the_end(person: Person) -> None:
    """Ask to end the session."""
    to_a_movement(person)
    press(person, "end")


STATES: Final[dict[str, Callable[[Person], None]]] = {
    "unlock": lambda _: None,
    "get-ready": to_get_ready,
    "move": to_a_movement,
    "hold": to_a_hold,
    "paused": to_a_pause,
    "help": to_the_help,
    "hurts": to_pain,
    "hurts-sharp": to_sharp_pain,
    "log": to_the_form,
    "log-missing": to_a_form_left_open,
    "ending": to_the_end,
}


@pytest.mark.parametrize("name", STATES)
def test_every_state_can_be_read_on_any_screen(player: Person, name: str) -> None:
    STATES[name](player)
    look(player.page, f"player-{name}", ALL, whole=name.startswith(("log", "hurts")))


@pytest.mark.parametrize("language", ["es"])
@pytest.mark.parametrize("name", ["unlock", "hold", "log", "hurts"])
def test_a_state_can_be_read_in_spanish(player: Person, name: str) -> None:
    STATES[name](player)
    look(player.page, f"player-{name}-es", SPANISH, whole=name == "log")


def test_rest_warm_up_advice_and_the_end_can_be_read(player: Person) -> None:
    """Last in this file: its sets stay in the journal."""
    to_the_form(player)
    player.tell_set(Said(rir=0))
    until(player, "[data-do=more]")
    look(player.page, "player-rest", ALL, whole=False)
    press(player, "change")
    look(player.page, "player-correct")
    press(player, "back")
    press(player, "start")
    press(player, "start")
    player.is_told("Warm-up 1 of 3")
    look(player.page, "player-warm-up", ALL, whole=False)
    press(player, "done")
    player.is_told("Rest, then warm-up 2")
    look(player.page, "player-rest-warm-up", whole=False)
    for _ in range(3):
        player.page.locator("[data-main]").click()
    while not player.page.get_by_text("Set 1 of 3").count():
        player.page.locator("[data-main]").click()
    let_pass(player.page, 8)
    look(player.page, "player-bar", ALL, whole=False)
    press(player, "done")
    look(player.page, "player-log-load", ALL)
    player.tell_set(Said(pain=7))
    player.is_told("Stop this exercise for today")
    look(player.page, "player-advice", ALL)
    press(player, "end")
    player.page.wait_for_url("**/done/")
    look(player.page, "done")
    player.open()
    player.heading("Done for today")
    look(player.page, "rest-after")
