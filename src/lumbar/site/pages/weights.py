"""Weights as people write them: “2 x 20, 2 x 10, 1.25” becomes a list of kilograms, and back."""

import re
from collections import Counter
from typing import Final

from django.utils.translation import gettext

from lumbar.errors import InputError
from lumbar.exchange.limits import OWNED_KG
from lumbar.site.pages.shown import number
from lumbar.units import MassUnit, kg_from, mass_in

MOST: Final = 60  # single weights in one list; our choice, more is a slip of the finger
_ONE = re.compile(r"^(?:(\d{1,2})\s*[x×*]\s*)?(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:kg|lb|lbs)?$", re.IGNORECASE)


def parse_weights(text: str, unit: MassUnit) -> tuple[float, ...]:
    """Return the weights [kg] of a list such as “2 x 20, 10”, heaviest first.

    Entries are parted by semicolons, line ends, or a comma with a space; a comma inside a number is a decimal.

    Raises:
        InputError: If an entry is no weight; it says which, and what would be one.
    """
    found: list[float] = []
    for entry in filter(None, (part.strip() for part in re.split(r"[;\n]|,\s+|,$", text))):
        match = _ONE.match(entry)
        kg = kg_from(float(match[2].replace(",", ".")), unit) if match else 0.0
        if match is None or not OWNED_KG.hold(kg):
            example = "2 x 20, 2 x 10, 1.25" if unit == "kg" else "2 x 45, 2 x 25, 2.5"
            raise InputError(
                [
                    gettext("“{entry}” is no weight. Write them like this: {example}.").format(
                        entry=entry, example=example
                    )
                ]
            )
        found += [kg] * int(match[1] or 1)
    if len(found) > MOST:
        raise InputError([gettext("That is more than {most} weights. Leave out what you never use.").format(most=MOST)])
    return tuple(sorted(found, reverse=True))


def write_weights(weights: tuple[float, ...], unit: MassUnit) -> str:
    """Return weights [kg] as a person would write them in `unit`; the inverse of `parse_weights`."""
    counted = Counter(round(mass_in(kg, unit), 3) for kg in weights)
    parts = (
        f"{n} x {number(value, 3)}" if n > 1 else number(value, 3) for value, n in sorted(counted.items(), reverse=True)
    )
    return "; ".join(parts)
