"""The words of a reason, in the person's language."""

from collections.abc import Callable

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId, Language
from lumbar.journal.prescription import Reason

Value = str | float


def sentence(
    reason: Reason,
    language: Language,
    catalogue: Catalogue,
    translate: Callable[[str], str],
    write: Callable[[str, Value], Value] = lambda _name, value: value,
) -> str:
    """Return the sentence of `reason`; ids of exercises in it become their names in `language`.

    Args:
        reason: The rule and its values.
        language: The language of the names.
        catalogue: Where the names are.
        translate: Turns the English sentence, braces and all, into that language.
        write: Returns a value as it is to be read, given the name it fills and the value.
    """
    values = {key: write(key, name_of(value, language, catalogue)) for key, value in reason.values.items()}
    return translate(reason.text).format(**values)


def name_of(value: Value, language: Language, catalogue: Catalogue) -> Value:
    """Return the name of the exercise whose id `value` is, else `value`."""
    exercise = catalogue.exercises.get(ExerciseId(value)) if isinstance(value, str) else None
    return exercise.texts[language].name if exercise else value
