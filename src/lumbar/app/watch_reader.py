"""For whom a report is: its language, how that writes numbers, and how people read the names and degrees of angles."""

from dataclasses import dataclass
from gettext import NullTranslations
from html import escape
from typing import Final

from lumbar.catalogue.coaching import OTHER
from lumbar.catalogue.exercise import Language

AT_REST: Final = "_at_rest"
"""Behind the name of an angle it means that it was judged at rest, not at the peak."""
FROM_UPRIGHT: Final = frozenset({"thigh", "shank", "foot", "arm", "trunk", "head"})
"""Angles from straight up to a part of the body; the others are those of a joint."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a report is for: the language, its translations, and the typeface [woff2] where there is one."""

    language: Language
    words: NullTranslations
    typeface: bytes | None = None

    def say(self, text: str, **values: object) -> str:
        """Return a translated text with its values in place, ready to stand in a page."""
        return escape(text.format(**values))

    def number(self, value: float, digits: int = 1) -> str:
        """Return a number as the language writes it."""
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if self.language == "es" else text


def degrees(name: str, deg: float) -> str:
    """Return an angle as it is read: within half a turn, and from upright without saying to which side."""
    turned = round((deg + 180) % 360 - 180)
    plain = name.removesuffix(AT_REST).removesuffix(OTHER)
    return f"{abs(turned) if plain in FROM_UPRIGHT else turned}°".replace("-", "−")


def angle_name(name: str, reader: Reader) -> str:
    """Return the name of an angle, such as `hip`, `thigh_other` or `knee_at_rest`, as people read it."""
    words = reader.words
    if name.endswith(AT_REST):
        return words.gettext("{angle} at rest").format(angle=angle_name(name.removesuffix(AT_REST), reader))
    names = {
        "hip": words.gettext("hip"),
        "knee": words.gettext("knee"),
        "ankle": words.gettext("ankle"),
        "shoulder": words.gettext("shoulder"),
        "elbow": words.gettext("elbow"),
        "thigh": words.gettext("thigh to upright"),
        "shank": words.gettext("shin to upright"),
        "foot": words.gettext("foot to upright"),
        "arm": words.gettext("arm to upright"),
        "trunk": words.gettext("trunk to upright"),
        "neck": words.gettext("neck"),
        "head": words.gettext("head to upright"),
    }
    plain = names.get(name.removesuffix(OTHER), name)
    return words.gettext("other {angle}").format(angle=plain) if name.endswith(OTHER) else plain
