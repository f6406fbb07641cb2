"""A page whose clock stands still until it is told that time has passed."""

from typing import Final

from playwright.sync_api import Page

SCRIPT: Final = """(() => {
  const steady = performance.now(), wall = Date.now();
  let passed = 0;
  performance.now = () => steady + passed;
  Date.now = () => wall + passed;
  globalThis.letPass = (ms) => { passed += ms; };
})();"""
STEP_MS: Final = 1000  # more at once would be taken for a sleeping page
TICK_MS: Final = 130  # the page looks at its clock every tenth of a second


def stand_still(page: Page) -> None:
    """Stop the clock of every page that is opened from now on."""
    page.add_init_script(SCRIPT)


def let_pass(page: Page, seconds: int) -> None:
    """Let some seconds pass."""
    for _ in range(seconds):
        page.evaluate(f"letPass({STEP_MS})")
        page.wait_for_timeout(TICK_MS)
