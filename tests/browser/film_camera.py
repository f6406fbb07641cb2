"""A browser whose camera is a film."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserType

from tools.chromium import find_chromium, launch_arguments

FLAGS: Final = ("--use-fake-device-for-media-stream", "--disable-dev-shm-usage")


@contextmanager
def browser_with(chromium: BrowserType, camera: Path | None) -> Iterator[Browser]:
    """Start a Chromium whose camera shows a file, or that has no camera."""
    flags = FLAGS[1:] if camera is None else (*FLAGS, f"--use-file-for-fake-video-capture={camera}")
    started = chromium.launch(executable_path=str(find_chromium()), args=[*launch_arguments(), *flags])
    try:
        yield started
    finally:
        started.close()
