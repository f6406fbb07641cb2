"""Three small exercises without a fault, made from the example in the documentation, to be broken by the tests."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FORMAT_PAGE: Final = (ROOT / "docs/reference/exercise-files.md").read_text(encoding="utf-8")
_FOUND = re.search(r"```toml\n(.*?)```", FORMAT_PAGE, re.DOTALL)
EXAMPLE: Final = _FOUND[1] if _FOUND else ""
FILE: Final = "staggered-hinge.toml"
SOURCES: Final = '[[source]]\nid = "ours"\ntitle = "Our choice"\n[[source]]\nid = "text-1"\ntitle = "A text"\n'


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return `text` with each first old part replaced by the new one; every old part must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


_NEIGHBOURS: Final = 'easier = ["glute-bridge"]\nharder = ["romanian-deadlift"]\n'
_SHARE: Final = 'share_of = { exercise = "romanian-deadlift", ratio = 0.4 }'
_FOLLOWS: Final = ('follows = "glute-bridge"\n', "")
DEADLIFT: Final = changed(
    EXAMPLE,
    ("staggered-hinge", "romanian-deadlift"),
    (_SHARE, "of_clean = [0.7, 1.0]"),
    (_NEIGHBOURS, ""),
    _FOLLOWS,
)
BRIDGE: Final = changed(
    EXAMPLE,
    ("staggered-hinge", "glute-bridge"),
    (f'[load]\n{_SHARE}\nwith = ["dumbbell", "plate"]\nsource = "ours"\n', ""),
    ("loaded = true\n", ""),
    ('heavy_hinge = "loaded"', 'heavy_hinge = "never"'),
    (_NEIGHBOURS, ""),
    _FOLLOWS,
)
GOOD: Final = {FILE: EXAMPLE, "romanian-deadlift.toml": DEADLIFT, "glute-bridge.toml": BRIDGE}
