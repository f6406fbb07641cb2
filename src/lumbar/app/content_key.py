"""What something that is kept follows from, as a short word: where the word is another, it is made anew."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from lumbar.catalogue.exercise import Exercise


def content_key(exercise: Exercise, parts: Sequence[str], *others: str) -> str:
    """Return the key of what follows from an exercise's id, from `parts` of its file, and from what `others` tell."""
    data = json.dumps([exercise.data.get(part) for part in parts], sort_keys=True)
    return sha256("\0".join([exercise.id, data, *others]).encode()).hexdigest()[:16]


@cache
def code_key(*rooms: str) -> str:
    """Return what the code of rooms such as `lumbar.body` is, by the names and the texts of its files."""
    found = (item for room in rooms for item in files(room).iterdir() if item.name.endswith(".py"))
    total = sha256()
    for item in sorted(found, key=lambda one: one.name):
        total.update(item.name.encode() + b"\0" + item.read_bytes())
    return total.hexdigest()
