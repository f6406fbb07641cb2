"""The site with a small and a large journal behind it: Today, and a set logged, over the wire.

One server process stands on one core; the asking is done from another where there is one. Every Today that is
measured follows a set just logged, so that nothing is answered from what was worked out before.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit
from uuid import uuid4

from benchmarks.journals import daily_journal
from lumbar.app.shelf import load_catalogue
from lumbar.exchange.archive import dump_archive, event_to_dict
from lumbar.journal.event import AnyEvent, SetDone

SIZES = {"1,000 sets": 100, "10,000 sets": 1000}  # days, of ten sets each
ASKED = 60
TOKEN = "x" * 32
FILL = """
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4
from lumbar.exchange.archive import parse_archive
from lumbar.journal.event import Screened
from lumbar.site.local import open_store
events = parse_archive(Path(sys.argv[1]).read_text())
last = max(event.on for event in events)
again = [replace(e, id=uuid4(), on=last, at=e.at + (last - e.on)) for e in events if isinstance(e, Screened)]
store, owner = open_store()
store.append(owner, [*events, *again])
"""
SERVE = "from lumbar.site.serve import serve; serve(port=0, open_browser=False)"


def run() -> Mapping[str, float | str]:
    """Return the medians [ms] and how many sets a second can be logged, for each size of journal."""
    found: dict[str, float | str] = {}
    for size, days in SIZES.items():
        journal = daily_journal(load_catalogue(), days)
        with tempfile.TemporaryDirectory() as home:
            found |= {f"{size}: {what}": value for what, value in _measured(journal, Path(home)).items()}
    return found


def _measured(journal: list[AnyEvent], home: Path) -> Mapping[str, float]:
    last = max(event.on for event in journal)
    archive = home / "archive.json"
    archive.write_text(dump_archive(journal))
    subprocess.run([sys.executable, "-c", FILL, str(archive)], env=_environment(home, last), check=True)
    begun = perf_counter()
    with _served(home, last) as address, closing(http.client.HTTPConnection(urlsplit(address).netloc)) as opened:
        first = _ask_ms(opened, "GET", "/healthz")
        started = (perf_counter() - begun) * 1000
        cold = _ask_ms(opened, "GET", "/")
        sets = _more_sets(journal, last + timedelta(days=1))
        pairs = [(_log_ms(opened, next(sets)), _ask_ms(opened, "GET", "/")) for _ in range(ASKED)]
        begun = perf_counter()
        for _ in range(ASKED * 5):
            _log_ms(opened, next(sets))
        a_second = ASKED * 5 / (perf_counter() - begun)
    return {
        "start to first answer [ms]": started,
        "first answer itself [ms]": first,
        "first Today [ms]": cold,
        "Today after a new set [ms]": median(today for _, today in pairs[5:]),
        "a set logged [ms]": median(logged for logged, _ in pairs[5:]),
        "sets logged [1/s]": a_second,
    }


def _more_sets(journal: list[AnyEvent], day: date) -> Iterator[Mapping[str, object]]:
    """Yield further sets of the last session, each new, as if they were done on `day`."""
    done = next(event for event in reversed(journal) if isinstance(event, SetDone))
    while True:
        head = {"id": str(uuid4()), "on": day.isoformat(), "at": f"{day.isoformat()}T09:00:00Z"}
        yield {**event_to_dict(done), **head}


def _ask_ms(opened: http.client.HTTPConnection, method: str, path: str, body: bytes | None = None) -> float:
    headers = {"Content-Type": "application/json", "Cookie": f"lumbar_csrf={TOKEN}", "X-CSRFToken": TOKEN}
    begun = perf_counter()
    opened.request(method, path, body, headers)
    answer = opened.getresponse()
    content = answer.read()
    took = (perf_counter() - begun) * 1000
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"{method} {path} was answered with {answer.status}: {content[:500]!r}")
    return took


def _log_ms(opened: http.client.HTTPConnection, event: object) -> float:
    return _ask_ms(opened, "POST", "/api/events", json.dumps({"events": [event]}).encode())


@contextmanager
def _served(home: Path, day: date) -> Iterator[str]:
    """Serve the journal in `home` on one core; give the address."""
    pin = _pin if hasattr(os, "sched_setaffinity") else None
    with subprocess.Popen(
        [sys.executable, "-c", SERVE],
        env=_environment(home, day + timedelta(days=1)),
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=pin,  # noqa: PLW1509 - a child of one thread
    ) as server:
        line = server.stdout.readline() if server.stdout is not None else ""
        found = re.search(r"http://\S+", line)
        try:
            yield found[0] if found is not None else ""
        finally:
            server.terminate()


def _pin() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _environment(home: Path, day: date) -> dict[str, str]:
    return {**os.environ, "LUMBAR_HOME": str(home), "LUMBAR_TODAY": day.isoformat()}
