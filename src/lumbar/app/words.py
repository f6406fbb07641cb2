"""The words of a reason, in the person's language."""

from collections.abc import Callable

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId, Language
from lumbar.journal.prescription import Reason


def sentence(reason: Reason, language: Language, catalogue: Catalogue, translate: Callable[[str], str]) -> str:
    """Return the sentence of `reason`; ids of exercises in it become their names in `language`.

    Args:
        reason: The rule and its values.
        language: The language of the names.
        catalogue: Where the names are.
        translate: Turns the English sentence, braces and all, into that language.
    """
    values = {key: name_of(value, language, catalogue) for key, value in reason.values.items()}
    return translate(reason.text).format(**values)


def name_of(value: str | float, language: Language, catalogue: Catalogue) -> str | float:
    """Return the name of the exercise whose id `value` is, else `value`."""
    exercise = catalogue.exercises.get(ExerciseId(value)) if isinstance(value, str) else None
    return exercise.texts[language].name if exercise else value
