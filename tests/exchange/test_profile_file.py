"""A profile file is read whole, and everything wrong with it is told at once, with what would have worked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.exercise import Equipment, FlagId
from lumbar.catalogue.flags import FLAG_IDS
from lumbar.errors import ProfileError
from lumbar.exchange.profile_file import parse_profile, profile_from_dict, profile_to_dict
from lumbar.journal.profile import Lifts, Person, Profile, RepSet, Screening, Weights
from tests.exchange.event_strategies import records

LEAST = 'experience = "beginner"\nage = 45\n'
WHOLE = """
experience = "lifter"
age = 32
days_per_week = 4
minutes = 30
sessions_per_day = 2
equipment = ["barbell", "plate", "roman-chair"]
height_m = 1.80
mass_kg = 82.5
sex = "male"
smallest_step_kg = 1.25
usual_pain = 2
units = "lb"
flags = ["spine-or-disc"]
cleared_on = 2026-01-02

[weights]
bar_kg = 20
plates_kg = [20, 20, 10, 10]
dumbbells_kg = [12]

[lifts]
deadlift_kg = 140
main_days = ["mon", "thu"]

[lifts.clean_set]
kg = 70
reps = 5
"""
persons = st.builds(
    Person,
    records(Profile),
    st.builds(
        Screening,
        st.frozensets(st.sampled_from(sorted(FLAG_IDS))),
        st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    ),
).filter(lambda person: person.profile.lifts is None or _once(person.profile.lifts))


def _once(lifts: Lifts) -> bool:
    return None in (lifts.clean_kg, lifts.clean_set) and None in (lifts.deadlift_kg, lifts.deadlift_set)


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(ProfileError) as caught:
        parse_profile(text)
    return caught.value.faults


def test_experience_and_age_are_enough_and_the_rest_takes_the_profiles_own_defaults() -> None:
    assert parse_profile(LEAST) == Person(Profile("beginner", 45))


def test_every_key_arrives_where_it_belongs() -> None:
    assert parse_profile(WHOLE) == Person(
        Profile(
            experience="lifter",
            age=32,
            days_per_week=4,
            minutes=30,
            sessions_per_day=2,
            equipment=frozenset({Equipment.BARBELL, Equipment.PLATE, Equipment.ROMAN_CHAIR}),
            height_m=1.8,
            mass_kg=82.5,
            sex="male",
            weights=Weights(20, (20, 20, 10, 10), (12,), 1.25),
            lifts=Lifts(deadlift_kg=140, clean_set=RepSet(70, 5), main_days=("mon", "thu")),
            usual_pain=2,
        ),
        Screening(frozenset({FlagId("spine-or-disc")}), date(2026, 1, 2)),
    )


@given(persons)
@settings(max_examples=40, deadline=None)
def test_what_is_written_as_plain_data_is_read_back_unchanged(person: Person) -> None:
    assert profile_from_dict(profile_to_dict(person)) == person


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_no_text_brings_the_reader_down(text: str) -> None:
    with pytest.raises(ProfileError):
        parse_profile(text)


def test_every_fault_is_told_at_once() -> None:
    told = faults('experience = "beginer"\nminute = 20\nmass_kg = "heavy"\nflags = ["pregnent", "pregnant"]\n')
    assert told == (
        "minute: unknown key. Did you mean “minutes”?",
        "experience: “beginer” is not one of beginner, returning, trained, lifter. Did you mean “beginner”?",
        "age: is missing",
        "mass_kg: “heavy” is not a number; in kilograms; 100 lb are 45.4 kg",
        "flags[0]: “pregnent” is not a question of the screening. Did you mean “pregnant”?",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("height_m = 170", "height_m: 170 is not between 0.5 and 2.6; that looks like centimetres: 1.70"),
        ("height_m = 67", "height_m: 67 is not between 0.5 and 2.6; that looks like inches: 1.70"),
        ("mass_kg = 70000", "mass_kg: 70000 is not between 20 and 400; that looks like grams: 70"),
        ("mass_kg = 500", "mass_kg: 500 is not between 20 and 400; in kilograms; 100 lb are 45.4 kg"),
        ("minutes = 1200", "minutes: 1200 is not between 10 and 30; that looks like seconds: 20"),
        (
            "minutes = 45",
            "minutes: 45 is not between 10 and 30; minutes of one session; more of them a day are sessions_per_day",
        ),
        ("days_per_week = 2.5", "days_per_week: 2.5 is not a whole number"),
        ('equipment = "band"', 'equipment: “band” is not a list; write ["band"]'),
        (
            'equipment = ["bands"]',
            (
                "equipment[0]: “bands” is not one of band, cable, dumbbell, plate, stand-in, bench, roman-chair,"
                " barbell. Did you mean “band”?"
            ),
        ),
        ('cleared_on = "2026-02-30"', "cleared_on: “2026-02-30” is not a day such as 2026-01-05"),
        ("cleared_on = 1026-01-05", "cleared_on: 1026-01-05 is not between 1900-01-01 and 2199-12-31"),
        ("[lifts]\nclean = 80", "lifts.clean: unknown key. Did you mean “clean_kg” or “clean_set”?"),
        ("[lifts]\nclean_kg = 8000", "lifts.clean_kg: 8000 is not between 1 and 500; in kilograms; 100 lb are 45.4 kg"),
        (
            "[lifts]\nclean_kg = 80\n[lifts.clean_set]\nkg = 70\nreps = 5",
            "lifts: give clean_kg or clean_set, not both",
        ),
        ("[weights]\nplates_kg = [20, -1]", "weights.plates_kg[1]: -1 is not between 0.1 and 500"),
        ("lifts = 3", "lifts: 3 is not a group of named values"),
    ],
    ids=lambda value: str(value).split(":", maxsplit=1)[0][:20],
)
def test_a_refused_value_says_what_would_have_worked(line: str, said: str) -> None:
    assert faults(LEAST + line) == (said,)


def test_a_year_of_birth_is_recognised() -> None:
    assert faults('experience = "beginner"\nage = 1980') == (
        "age: 1980 is not between 1 and 120; that looks like a year of birth; say the age in years",
    )


def test_what_is_no_toml_is_told_with_its_line() -> None:
    (told,) = faults(LEAST + "cleared_on = 2026-02-30\n")
    assert told.startswith("This is not TOML:")
    assert "line 3" in told


def test_a_key_that_names_display_units_is_ignored() -> None:
    assert parse_profile(LEAST + '[units]\nmass = "lb"\n') == parse_profile(LEAST)
