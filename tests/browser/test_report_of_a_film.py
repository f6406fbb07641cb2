"""The report of a film, as a file of its own: looked at on every screen, in both languages."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from lumbar.cli.program import run
from lumbar.vision.recording import write_recording
from tests.browser.screens import look
from tests.films import bridges

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_a_report_is_fit_to_be_shown_on_every_screen(spoken: str, tmp_path: Path, context: BrowserContext) -> None:
    write_recording(tmp_path / "set.npz", bridges(3))
    page_file = tmp_path / "set.html"
    typed = ["--landmarks", str(tmp_path / "set.npz"), "--exercise", "glute-bridge", "--language", spoken]
    assert run(["watch", *typed, "--report", str(page_file)]) == 0
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    look(page, f"report-{spoken}")
    assert all(url.startswith(("file:", "data:", "about:")) for url in asked)
