"""A real browser and a real server for every journey."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.person import Person
from tests.browser.serving import House
from tests.browser.watch import Watch
from tools.chromium import find_chromium, launch_arguments

PATIENCE_MS = 15_000  # two cores may be busy with other tests

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium; one for each file, because its driver does not share a thread with Django's database."""
    found = find_chromium()
    if found is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=str(found), args=[*launch_arguments(), "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Give an empty data folder; its server is stopped in the end."""
    given = House(tmp_path)
    yield given
    given.stop()


@pytest.fixture
def language() -> str:
    """Return the language that the browser asks for."""
    return "en-GB"


@pytest.fixture
def context(browser: Browser, language: str) -> Iterator[BrowserContext]:
    """Open a browser window of a phone's size."""
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale=language, reduced_motion="reduce")
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def watch(context: BrowserContext) -> Iterator[Watch]:
    """Watch every request and every word on the console; the test fails where one should not have been."""
    watching = Watch(context)
    yield watching
    watching.is_content()


@pytest.fixture
def person(context: BrowserContext, house: House, watch: Watch) -> Person:  # noqa: ARG001 - it watches
    """Give someone at an empty page, watched."""
    return Person(context.new_page(), house)


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Serve the journal that a file's `EVENTS` holds, on its `DAY`, to all tests of that file."""
    given = House(tmp_path_factory.mktemp("house"))
    events = request.module.EVENTS
    if events:
        given.fill(events)
    given.start(request.module.DAY)
    yield given
    given.stop()


@pytest.fixture
def guest(context: BrowserContext, served: House, watch: Watch) -> Person:  # noqa: ARG001 - it watches
    """Give someone at an empty page of the house that a file's tests share, watched."""
    return Person(context.new_page(), served)
