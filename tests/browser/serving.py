"""Lumbar as a person has it: a folder of its own, a server on a port of its own, and a day that can be named."""

import json
import os
import re
import signal
import subprocess
import urllib.request
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from lumbar.exchange.archive import dump_archive
from lumbar.journal.event import AnyEvent
from tests.store.programs import ROOT, environment, program
from tools.layout import program as tool

READ_IN = """
from pathlib import Path
from lumbar.exchange.archive import parse_archive
from lumbar.site.local import open_store
store, owner = open_store()
store.append(owner, parse_archive(Path({path!r}).read_text(encoding="utf-8")))
"""


@dataclass(slots=True)
class House:
    """A data folder and the server on it; the port stays the same however often it is started."""

    home: Path
    port: int = 0
    _running: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Return where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, day: date) -> None:
        """Start the server on this day."""
        self.stop()
        arguments = [str(tool("lumbar")), "serve", "--port", str(self.port), "--no-browser"]
        env = environment(self.home, LUMBAR_TODAY=day.isoformat(), LUMBAR_SPEED="1", NO_COLOR="1")
        self._running = subprocess.Popen(
            arguments, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        said = ""
        for line in self._running.stdout or ():
            said += line
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if found:
                self.port = int(found[1])
                return
        raise AssertionError(f"The server did not start:\n{said}")

    def stop(self) -> None:
        """Stop the server as Ctrl+C does."""
        self._end(signal.SIGINT if os.name != "nt" else signal.SIGTERM)

    def kill(self) -> None:
        """Kill the server where it stands."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._running is not None:
            self._running.send_signal(how)
            self._running.communicate()
            self._running = None

    def fill(self, events: Sequence[AnyEvent]) -> None:
        """Put these events into the journal, before the server is started."""
        archive = self.home / "archive.json"
        archive.write_text(dump_archive(list(events)), encoding="utf-8")
        done = program(self.home, READ_IN.format(path=str(archive)))
        assert done.returncode == 0, done.stderr

    def journal(self, *kinds: str) -> list[dict[str, Any]]:
        """Return what the journal holds, as the export gives it; `kinds` leaves out all others."""
        with urllib.request.urlopen(f"{self.address}/api/export") as answer:  # noqa: S310 - our own address
            packed = zipfile.ZipFile(BytesIO(answer.read()))
        with packed:
            events: list[dict[str, Any]] = json.loads(packed.read("archive.json"))["events"]
        return [event for event in events if not kinds or event["kind"] in kinds]
