"""A program killed while it writes: what it confirmed is there once, the rest whole or not at all."""

import signal
from itertools import islice
from pathlib import Path

from tests.store.programs import begin, program

LOGGING = """
from datetime import timedelta
from lumbar.site.local import open_store
from tests.store.samples import FIRST, trained
store, owner = open_store()
for day in range(10_000):
    events = list(trained(FIRST + timedelta(days=day)))
    for event in events[:2]:
        store.append(owner, [event])
        print(event.id, flush=True)
    store.append(owner, events[2:])
    for event in events[2:]:
        print(event.id, flush=True)
"""
READING = """
from lumbar.site.local import open_store
store, owner = open_store()
for number, event in store.events(owner):
    print(event.id)
"""
AGAIN = LOGGING.replace("10_000", "20") + READING


def test_every_confirmed_event_is_there_exactly_once_after_a_kill(tmp_path: Path) -> None:
    with begin(tmp_path, LOGGING) as writing:
        assert writing.stdout is not None
        confirmed = [line.strip() for line in islice(writing.stdout, 100)]
        writing.send_signal(signal.SIGKILL)
        confirmed += [line.strip() for line in writing.stdout if line.endswith("\n")]
    assert writing.returncode == -signal.SIGKILL
    there = program(tmp_path, READING).stdout.split()
    assert len(set(there)) == len(there)
    assert there[: len(confirmed)] == confirmed
    assert len(there) - len(confirmed) <= 12  # at most the one batch that was not confirmed yet


def test_sending_everything_again_after_a_kill_stores_nothing_twice(tmp_path: Path) -> None:
    with begin(tmp_path, LOGGING) as writing:
        assert writing.stdout is not None
        list(islice(writing.stdout, 50))
        writing.send_signal(signal.SIGKILL)
        writing.stdout.read()
    done = program(tmp_path, AGAIN)
    assert done.returncode == 0, done.stderr
    there = program(tmp_path, READING).stdout.split()
    assert len(set(there)) == len(there) >= 20 * 14
