"""The words an exercise may not use: Lumbar plans strength training and claims nothing else.

Each entry is the beginning of a word, or a whole word where it ends in a full stop; a word is caught in every form
that begins so.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from lumbar.catalogue.exercise import Language

FORBIDDEN: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            "treat.",
            "treats.",
            "treated.",
            "treating.",
            "treatment",
            "reliev",
            "relief",
            "prevent",
            "monitor",
            "diagnos",
            "patient.",
            "patients.",
            "therap",
            "physiotherap",
            "rehab",
            "cure.",
            "cures.",
            "cured.",
            "curing.",
            "heal.",
            "heals.",
            "healing.",
            "risk score",
        ),
        "es": (
            "tratamiento",
            "trata el.",
            "trata la.",
            "tratar.",
            "tratar el.",
            "alivi",
            "preven",
            "previen",
            "monitor",
            "diagnos",
            "diagnós",
            "paciente",
            "terap",
            "fisioterap",
            "rehab",
            "cura.",
            "curan.",
            "curar",
            "curativ",
        ),
    }
)


def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(e[:-1]) if e.endswith(".") else re.escape(e) + r"\w*" for e in entries)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


_PATTERNS: Final = {language: _pattern(entries) for language, entries in FORBIDDEN.items()}


def forbidden_words(text: str, language: Language) -> Iterator[str]:
    """Yield every forbidden word of `text`, as it stands there.

    >>> list(forbidden_words("It relieves pain; retreat slowly.", "en"))
    ['relieves']
    """
    yield from (found.group() for found in _PATTERNS[language].finditer(text))
