"""How things are shown to one person: their language, their units, and the names of exercises."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext

from lumbar.app.words import Value, sentence
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseText, Language, SourceId
from lumbar.journal.prescription import Reason
from lumbar.site.models.owner import Owner
from lumbar.units import LengthUnit, MassUnit, mass_in

LOADS = frozenset({"kg", "low", "high"})
"""The values of a reason that are loads [kg]; the sentence names the unit after them."""


def number(value: float, digits: int = 2) -> str:
    """Return `value` as the language writes it, without trailing zeros, at most `digits` decimals."""
    rounded = round(value, digits)
    places = next(n for n in range(digits + 1) if round(rounded, n) == rounded)
    return number_format(rounded, decimal_pos=places, use_l10n=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page needs to show values to a person: `language`, units, and the catalogue."""

    language: Language
    mass: MassUnit
    length: LengthUnit
    catalogue: Catalogue

    def text(self, exercise: Exercise | str) -> ExerciseText:
        """Return the words of an exercise in the person's language."""
        found = exercise if isinstance(exercise, Exercise) else self.catalogue.exercise(exercise)
        return found.texts[self.language]

    def name(self, exercise: Exercise | str) -> str:
        """Return the name of an exercise; an id that is no longer in the catalogue stands for itself."""
        if isinstance(exercise, str) and exercise not in self.catalogue.exercises:
            return exercise
        return self.text(exercise).name

    def load(self, kg: float) -> str:
        """Return a load with its unit, as in “70 kg” or “154.3 lb”."""
        return f"{self.load_value(kg)} {self.mass}"

    def load_value(self, kg: float) -> str:
        """Return a load as a number in the person's unit; pounds to one decimal."""
        return number(mass_in(kg, self.mass), 2 if self.mass == "kg" else 1)

    def sentence(self, reason: Reason) -> str:
        """Return a reason's sentence in the person's language and units."""

        def translate(text: str) -> str:
            said = gettext(text)
            return said if self.mass == "kg" else said.replace("} kg", f"}} {self.mass}")

        def write(name: str, value: Value) -> str:
            if name in LOADS:
                return self.load_value(float(value))
            return value if isinstance(value, str) else number(value)

        return sentence(reason, self.language, self.catalogue, translate, write)

    def source(self, source: SourceId) -> str:
        """Return the title of a source; our own choices say so."""
        return gettext("Our choice.") if source == "ours" else self.catalogue.source_title(source)


def shown_to(owner: Owner, language: str, catalogue: Catalogue) -> Shown:
    """Return how things are shown to `owner` in the active `language`."""
    mass: MassUnit = "lb" if owner.mass_unit == "lb" else "kg"
    length: LengthUnit = "in" if owner.length_unit == "in" else "cm"
    return Shown(language_of(language), mass, length, catalogue)


def language_of(code: str) -> Language:
    """Return the language of ours that a code such as “es-mx” stands for."""
    return "es" if code.startswith("es") else "en"


def shown_language() -> Language:
    """Return the language that this request is answered in."""
    return language_of(get_language() or "en")
