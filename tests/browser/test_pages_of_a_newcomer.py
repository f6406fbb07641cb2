"""What somebody sees who has told nothing yet, on every screen."""

from datetime import date
from typing import Final

import pytest

from tests.browser.person import Person
from tests.browser.screens import LAPTOP, LOOK_AGAIN, PHONE, look
from tests.browser.watch import Watch

DAY: Final = date(2026, 1, 5)
EVENTS: Final = ()
PAGES: Final = {
    "welcome": "/",
    "signs-first": "/screening/",
    "signs": "/signs/",
    "screening-now": "/screening/now/",
    "profile-first": "/profile/",
    "exercises-first": "/exercises/",
    "exercises-found": "/exercises/?q=deadlift&stage=4",
    "exercises-none": "/exercises/?q=zzz",
    "exercise-knee-to-chest": "/exercises/knee-to-chest/",
    "exercise-romanian-deadlift": "/exercises/romanian-deadlift/",
    "exercise-bird-dog": "/exercises/bird-dog/",
    "settings-first": "/settings/",
}
SPANISH: Final = ("welcome", "signs-first", "screening-now", "profile-first", "exercise-bird-dog")


@pytest.mark.parametrize("name", PAGES)
def test_a_newcomer_can_read_every_page_on_any_screen(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    look(guest.page, name)


@pytest.mark.parametrize("name", ["welcome", "profile-first", "exercise-bird-dog"])
def test_a_newcomer_can_read_it_enlarged_and_lying(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    look(guest.page, name, LOOK_AGAIN)


@pytest.mark.parametrize("language", ["es"])
@pytest.mark.parametrize("name", SPANISH)
def test_a_newcomer_can_read_it_in_spanish(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    assert guest.page.locator("html").get_attribute("lang") == "es"
    look(guest.page, f"{name}-es", ((PHONE, "light"), (LAPTOP, "dark")))


def test_every_page_of_questions_can_be_read_on_any_screen(guest: Person) -> None:
    guest.open("/screening/now/")
    for slug in ("lately", "ask-first", "back"):
        guest.page.locator("label:has(input[value=none])").click()
        guest.press("Next")
        guest.page.locator(f"form[action$='/screening/{slug}/']").wait_for()
        look(guest.page, f"screening-{slug}")


@pytest.mark.parametrize("path", ["/exercises/bird-dgo/", "/no-such-page/"])
def test_a_wrong_address_is_answered_in_the_same_hand(guest: Person, watch: Watch, path: str) -> None:
    watch.allow("status of 404")
    guest.open(path)
    look(guest.page, "trouble" + path.rstrip("/").replace("/", "-"))


def test_an_unanswered_page_of_questions_says_so(guest: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    guest.open("/screening/now/")
    guest.press("Next")
    guest.is_told("Tick what is true, or “None of these”.")
    look(guest.page, "screening-fault")


def test_a_profile_that_cannot_be_says_so_at_its_place(guest: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    guest.open("/profile/")
    guest.write("How old are you?", "five")
    guest.unfold("The weights you own")
    guest.write("Plates, each one", "twenty")
    guest.press("Show my first session")
    guest.is_told("“twenty” is no weight.")
    guest.is_told("Please answer this one.")
    look(guest.page, "profile-fault")
