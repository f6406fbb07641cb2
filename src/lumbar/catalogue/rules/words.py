"""C080: what a person reads and hears."""

from collections.abc import Iterator, Mapping
from typing import Final

from lumbar.catalogue.exercise import LANGUAGES, Exercise, ExerciseText, Language
from lumbar.catalogue.language import forbidden_words
from lumbar.catalogue.locate import KeyPath
from lumbar.catalogue.near import quoted
from lumbar.catalogue.rule import Case, Finding, rule

SINGLE: Final = ("name", "summary", "set_up", "breathing", "picture", "benefit")  # never empty
OPTIONAL: Final = ("also_called", "stand_ins")
NAMES: Final = ("name", "also_called")
LISTS: Final = ("steps", "cues", "cautions")


def _written(exercise: Exercise) -> Mapping[Language, ExerciseText]:
    """Return the texts that the file itself has, without those that stand in for others."""
    there = exercise.data.get("text")
    return {k: exercise.texts[k] for k in LANGUAGES if isinstance(there, dict) and k in there}


def _entries(text: ExerciseText) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text with its place in the table of its language."""
    for key in (*SINGLE, *OPTIONAL):
        yield (key,), getattr(text, key)
    for key in LISTS:
        yield from (((key, i), entry) for i, entry in enumerate(getattr(text, key)))


def _forbidden(path: KeyPath, word: str) -> Finding:
    return Finding(path, f"the word {quoted(word)} is not for us", "Say what is trained.")


@rule("C080", "bronze")
def words_are_permitted(case: Case) -> Iterator[Finding]:
    """No text says that an exercise treats, relieves, prevents, monitors, diagnoses or cures.

    Lumbar is a planner for healthy adults; such words promise what it does not do, in either language.
    """
    for language, text in _written(case.exercise).items():
        for path, entry in _entries(text):
            for word in forbidden_words(entry, language):
                yield _forbidden(("text", language, *path), word)
    for i, claim in enumerate(case.exercise.claims):
        for word in forbidden_words(claim.what, "en"):
            yield _forbidden(("claims", i, "what"), word)


@rule("C081", "bronze")
def cautions_or_a_reason(case: Case) -> Iterator[Finding]:
    """An exercise has a caution, or says in `no_cautions_because` why it needs none.

    Nothing said could mean nothing thought of.
    """
    reason = case.exercise.data.get("no_cautions_because", "")
    has_any = any(text.cautions for text in case.exercise.texts.values())
    if not has_any and not (isinstance(reason, str) and reason.strip()):
        yield Finding(("text", "en", "cautions"), "there is no caution", "Add one, or say `no_cautions_because`.")
    if has_any and reason:
        yield Finding(("no_cautions_because",), "there are cautions, so `no_cautions_because` is wrong")


@rule("C082", "bronze")
def steps_are_there(case: Case) -> Iterator[Finding]:
    """Every language that is there has steps.

    An exercise that is not explained is not safe to show.
    """
    for language, text in _written(case.exercise).items():
        if not text.steps:
            yield Finding(("text", language, "steps"), f"there are no steps in {quoted(language)}")


@rule("C083", "silver")
def languages_are_there(case: Case) -> Iterator[Finding]:
    """Every exercise is there in English and Spanish.

    English stands in until then.
    """
    for language in LANGUAGES:
        if language not in _written(case.exercise):
            yield Finding(("text",), f"the language {quoted(language)} is missing", f"Add [text.{language}].")


@rule("C084", "silver")
def texts_are_filled(case: Case) -> Iterator[Finding]:
    """No text is empty, other than `also_called` and `stand_ins`.

    The breathing cue is spoken in every hold, the picture's text is read out in its place.
    """
    for language, text in _written(case.exercise).items():
        for path, entry in _entries(text):
            if not entry.strip() and path[0] not in OPTIONAL:
                yield Finding(("text", language, *path), f"`{path[0]}` is empty", "Write a short sentence.")


@rule("C085", "silver")
def cues_are_there(case: Case) -> Iterator[Finding]:
    """Every exercise has at least one cue.

    Cues are what the player says while somebody moves.
    """
    for language, text in _written(case.exercise).items():
        if not text.cues:
            yield Finding(("text", language, "cues"), f"there are no cues in {quoted(language)}")


@rule("C086", "silver")
def languages_say_as_much(case: Case) -> Iterator[Finding]:
    """Both languages have as many steps, cues and cautions, and the same optional texts.

    The player speaks the same cue at the same moment in either language.
    """
    english = case.exercise.texts["en"]
    for language, text in _written(case.exercise).items():
        for key in LISTS:
            mine, theirs = len(getattr(text, key)), len(getattr(english, key))
            if mine != theirs:
                yield Finding(("text", language, key), f"{mine} {key} in {quoted(language)}, {theirs} in English")
        for key in OPTIONAL:
            if bool(getattr(text, key).strip()) != bool(getattr(english, key).strip()):
                yield Finding(("text", language, key), f"`{key}` is filled in one language only")


@rule("C087", "silver")
def words_are_translated(case: Case) -> Iterator[Finding]:
    """No sentence is the same in both languages.

    A copy of the English stands there until somebody translates it; names may be the same.
    """
    english = case.exercise.texts["en"]
    for language, text in _written(case.exercise).items():
        for (path, mine), (_, theirs) in zip(_entries(text), _entries(english), strict=False):
            if language != "en" and mine == theirs and " " in mine and path[0] not in NAMES:
                yield Finding(("text", language, *path), f"{quoted(mine)} is the English text", "Translate it.")
