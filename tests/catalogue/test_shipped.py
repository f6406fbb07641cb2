"""The exercises that are shipped keep every rule, and name only flags that the screening asks about."""

from lumbar.catalogue.check import build_catalogue
from lumbar.catalogue.flags import FLAG_IDS
from lumbar.catalogue.language import FORBIDDEN, forbidden_words
from lumbar.catalogue.muscles import MUSCLES
from lumbar.training.flags import FLAGS
from tests.catalogue.good_files import ROOT

FOLDER = ROOT / "src/lumbar/catalogue"
FILES = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "exercises").glob("*.toml")}
SHIPPED, FAULTS = build_catalogue(FILES, (FOLDER / "sources.toml").read_text(encoding="utf-8"))


def test_every_shipped_exercise_is_silver_and_has_no_fault() -> None:
    assert [str(fault) for fault in FAULTS] == []
    assert {exercise.id: exercise.tier for exercise in SHIPPED} == {name[:-5]: "silver" for name in FILES}


def test_the_flags_of_the_catalogue_are_those_of_the_screening() -> None:
    assert {flag.id for flag in FLAGS} == FLAG_IDS


def test_easier_and_harder_lead_to_one_another() -> None:
    one_way = {
        (exercise.id, name)
        for exercise in SHIPPED
        for name in exercise.neighbours.harder
        if exercise.id not in SHIPPED.exercise(name).neighbours.easier
    }
    assert one_way == set()


def test_names_of_muscles_keep_the_words_too() -> None:
    assert not [name for name in MUSCLES.values() if list(forbidden_words(name, "en"))]


def test_ordinary_words_are_permitted() -> None:
    english = "Retreat, heel to the floor; therefore entreat nobody, secure the mat and stand with patience."
    spanish = "Se trata de bajar despacio; cuida la postura, procura no girar y termina de pie, segura y sana y salva."
    assert list(forbidden_words(english, "en")) == []
    assert list(forbidden_words(spanish, "es")) == []


def test_every_forbidden_word_is_found_in_a_sentence() -> None:
    for language, entries in FORBIDDEN.items():
        for entry in entries:
            assert list(forbidden_words(f"A {entry} b", language)), entry
