"""Every rule: a good catalogue keeps it, a bad file trips it, on the right line."""

from dataclasses import dataclass

import pytest

from lumbar.catalogue.check import build_catalogue
from lumbar.catalogue.rules import RULES
from lumbar.catalogue.rules.load import CARRIES
from tests.catalogue.good_files import DEADLIFT, EXAMPLE, FILE, GOOD, SOURCES, changed

SPANISH = EXAMPLE[EXAMPLE.index("[text.es]") :]
CAUTION = 'cautions = ["Keep a hand near a wall if balance is hard."]'
CAUCION = 'cautions = ["Ten una mano cerca de la pared si te cuesta el equilibrio."]'
CUE = 'cues = ["Close a drawer with your hips."]'
STEPS = 'steps = ["Push the hips back until the trunk is halfway down.", "Stand up again."]'
SHARE = 'share_of = { exercise = "romanian-deadlift", ratio = 0.4 }'
CLAIM = "The whole exercise, its dose and its load are an example."
GROUP = 'group = "band-dumbbell"'
STRETCH = ('group = "band-dumbbell"', 'group = "stretch"\nshort_reps = 9')
FACT = '[[facts]]\nid = "front_knee_flexion_deg"\nvalue = 3\nunit = "deg"\nsource = "ours"\n[[claims]]'
UNLOADED = (
    'loaded = true\nsource = "ours"',
    'loaded = true\nsource = "ours"\n[[ladder]]\nsets = 3\nreps = 20\nsource = "ours"',
)


LOADED_SOURCE = ('loaded = true\nsource = "ours"', 'loaded = true\nsource = "text-1"')
CLAIM_SOURCE = (f'"{CLAIM}"\nsource = "ours"', '"It."\nsource = "text-1"')
FIRST_RUNG = 'source = "ours"\n\n[[ladder]]\nsets = 2\nreps = 8\n'


@dataclass(frozen=True, slots=True)
class Bad:
    """A change to the good file, the code it must trip, and what stands on the line that is blamed."""

    code: str
    old: str
    new: str
    blamed: str

    def __str__(self) -> str:
        """Name the case in the list of tests."""
        return f"{self.code}-{self.blamed[:30]}"


OURS = 'source = "ours"'
MOTION = EXAMPLE[EXAMPLE.index("[motion]") : EXAMPLE.index("[camera]")]
CAMERA = EXAMPLE[EXAMPLE.index("[camera]") : EXAMPLE.index("[published_load]")]
CONTACTS = MOTION[MOTION.index("[[motion.contacts]]") : MOTION.index("[[motion.aligned]]")]
LIGHT = '[[motion.contacts]]\npoint = "heel"\non = "floor"\nlight = true\n'
BAD = (
    Bad("C001", "stage = 3", "stage 3", "stage 3"),
    Bad("C002", "rest_s = 60", "rest_s = 60\nnot_wiht = []", "not_wiht"),
    Bad("C002", "[tempo]", "[tempo]\nhold_ms = 2", "hold_ms"),
    Bad("C002", "[muscles]", "[muscels]\n[muscles]", "[muscels]"),
    Bad("C003", "rest_s = 60", "", ""),
    Bad("C003", "lower_s = 3", "", "[tempo]"),
    Bad("C003", "[tempo]", "[tempi]", ""),
    Bad("C003", "[[claims]]", "[[clams]]", ""),
    Bad("C004", "rest_s = 60", 'rest_s = "60"', "rest_s"),
    Bad("C004", "rest_s = 60", "rest_s = 1e400", "rest_s"),
    Bad("C004", "rest_s = 60", "rest_s = true", "rest_s"),
    Bad("C004", "lower_s = 3", "lower_s = inf", "lower_s"),
    Bad("C004", "value = [10, 20]", "value = [10, 20, 30]", "value"),
    Bad("C004", "value = [10, 20]", 'value = [10, "20"]', "value"),
    Bad("C004", "lower_s = 3", "lower_s = nan", "lower_s"),
    Bad("C004", CUE, "cues = [\n  'Close.',\n  7,\n]", "  7,"),
    Bad("C004", 'equipment = [["dumbbell"], ["plate"]]', 'equipment = ["plate"]', "equipment"),
    Bad("C004", "[neighbours]", "[other]\n[[neighbours]]", "neighbours"),
    Bad("C005", "stage = 3", "stage = 5", "stage"),
    Bad("C005", GROUP, 'group = "bands"', "group"),
    Bad("C005", 'patterns = ["hip-hinge"]', 'patterns = [\n"hip-hinge",\n"hip-hing"]', '"hip-hing"]'),
    Bad("C010", 'id = "staggered-hinge"', 'id = "staggered-hing"', "id ="),
    Bad("C011", 'id = "staggered-hinge"', 'id = "Staggered_Hinge"', "id ="),
    Bad("C012", 'id = "staggered-hinge"', 'id = "glute-bridge"', "id ="),
    Bad("C020", 'hold_at = "bottom"\nsource = "ours"', 'hold_at = "bottom"\nsource = "our"', 'source = "our"'),
    Bad("C020", 'sets = 2\nreps = 8\nsource = "ours"', 'sets = 2\nreps = 8\nsource = "text-9"', "text-9"),
    Bad("C020", 'with = ["dumbbell", "plate"]\nsource = "ours"', 'with = ["plate"]\nsource = "me"', '"me"'),
    Bad("C020", 'unit = "deg"\nsource = "ours"', 'unit = "deg"\nsource = "me"', '"me"'),
    Bad("C020", f'what = "{CLAIM}"\nsource = "ours"', 'what = "It."\nsource = "me"', '"me"'),
    Bad("C021", f'what = "{CLAIM}"\nsource = "ours"', 'what = "It."\nsource = "text-1"', "[[ladder]]"),
    Bad("C022", "reps_top = 12", "reps_top = 12\npublished = true", 'source = "ours"'),
    Bad("C023", CLAIM, " ", "what"),
    Bad("C030", 'unit = "deg"', 'unit = "degrees"', "unit"),
    Bad("C031", "[[claims]]", FACT, "id"),
    Bad("C032", "value = [10, 20]", "value = [20, 10]", "value"),
    Bad("C032", "value = [10, 20]", "value = [10, 10]", "value"),
    Bad("C033", 'unit = "deg"', 'unit = "in"', "unit"),
    Bad("C040", "sets = 2", "sets = 7", "sets"),
    Bad("C040", "reps = 8", "reps = 0", "reps"),
    Bad("C040", "reps_top = 12", "reps_top = 41", "reps_top"),
    Bad("C040", "reps_top = 12", "hold_s = 61", "hold_s"),
    Bad("C041", "reps_top = 12", "reps_top = 7", "reps_top"),
    Bad("C042", "lower_s = 3", "lower_s = 0", "lower_s"),
    Bad("C042", "top_s = 1", "top_s = -1", "top_s"),
    Bad("C043", "rest_s = 60", "rest_s = 301", "rest_s"),
    Bad("C044", GROUP, 'group = "stretch"', ""),
    Bad("C044", GROUP, 'group = "stretch"\nshort_reps = 9', "short_reps"),
    Bad("C045", "rest_s = 60", "rest_s = 60\nshort_reps = 2", "short_reps"),
    Bad("C050", "reps = 8\nreps_top = 12\nloaded = true", "reps = 8", "[[ladder]]"),
    Bad("C050", f"{FIRST_RUNG}reps_top = 12\nloaded = true", f"hold_s = 5\n{FIRST_RUNG}reps_top = 40", "[[ladder]]"),
    Bad("C051", *UNLOADED, "[[ladder]]"),
    Bad("C052", "trained_rung = 1", "trained_rung = 2", "trained_rung"),
    Bad("C052", "trained_rung = 1", "trained_rung = -1", "trained_rung"),
    Bad("C055", "loaded = true", "loaded = false", "[load]"),
    Bad("C055", f'[load]\n{SHARE}\nwith = ["dumbbell", "plate"]\nsource = "ours"', "", "loaded = true"),
    Bad("C056", SHARE, "of_clean = [0.9, 0.7]", "of_clean"),
    Bad("C056", SHARE, "of_deadlift = [50, 60]", "of_deadlift"),
    Bad("C056", SHARE, "of_clean = [0, 0.7]", "of_clean"),
    Bad("C057", SHARE, 'share_of = { exercise = "romanian", ratio = 0.4 }', "share_of"),
    Bad("C057", SHARE, 'share_of = { exercise = "staggered-hinge", ratio = 0.4 }', "share_of"),
    Bad("C057", SHARE, 'share_of = { exercise = "glute-bridge", ratio = 0.4 }', "share_of"),
    Bad("C057", SHARE, 'share_of = { exercise = "romanian-deadlift", ratio = 1 }', "share_of"),
    Bad("C057", SHARE, 'share_of = { exercise = "romanian-deadlift", ratio = 0 }', "share_of"),
    Bad("C058", 'with = ["dumbbell", "plate"]', "with = []", "with"),
    Bad("C058", 'with = ["dumbbell", "plate"]', 'with = ["dumbbell", "bench"]', "with"),
    Bad("C059", 'patterns = ["hip-hinge"]', 'patterns = ["hip-mobility"]', "heavy_hinge"),
    Bad("C060", 'patterns = ["hip-hinge"]', "patterns = []", "patterns"),
    Bad("C060", 'patterns = ["hip-hinge"]', 'patterns = ["hip-hinge", "hip-hinge"]', "patterns"),
    Bad("C061", 'equipment = [["dumbbell"], ["plate"]]', 'equipment = [["dumbbell"],\n []]', " []]"),
    Bad("C061", 'equipment = [["dumbbell"], ["plate"]]', 'equipment = [["plate"], ["plate", "bench"]]', "equipment"),
    Bad("C061", 'equipment = [["dumbbell"], ["plate"]]', 'equipment = [["plate"], ["plate"]]', "equipment"),
    Bad("C062", 'position = "standing"', 'position = "roman-chair"', "equipment"),
    Bad("C063", 'not_with = ["spine-or-disc"]', 'not_with = ["spine-or-disk"]', "not_with"),
    Bad("C064", 'also = ["erector-spinae"]', 'also = ["erector"]', "also"),
    Bad("C065", 'also = ["erector-spinae"]', 'also = ["hamstrings"]', "[muscles]"),
    Bad("C065", 'most = ["hamstrings", "gluteus-maximus"]', "most = []", "most"),
    Bad("C070", 'easier = ["glute-bridge"]', 'easier = ["glut-bridge"]', "easier"),
    Bad("C070", 'easier = ["glute-bridge"]', 'equal = ["staggered-hinge"]', "equal"),
    Bad("C071", 'easier = ["glute-bridge"]', 'easier = ["glute-bridge", "glute-bridge"]', "easier"),
    Bad("C071", 'easier = ["glute-bridge"]', 'easier = ["romanian-deadlift"]', "[neighbours]"),
    Bad("C072", 'easier = ["glute-bridge"]', 'easier = ["romanian-deadlift"]', "[neighbours]"),
    Bad("C073", 'follows = "glute-bridge"', 'follows = "bridge"', "follows"),
    Bad("C073", 'follows = "glute-bridge"', 'follows = "staggered-hinge"', "follows"),
    Bad("C074", SHARE, 'share_of = { exercise = "staggered-hinge", ratio = 0.4 }', "share_of"),
    Bad("C075", "stage = 3", "stage = 2", "easier"),
    Bad("C075", "stage = 3", "stage = 4", "harder"),
    Bad("C080", "Trains hips and back to lift", "Relieves the back to lift", "benefit"),
    Bad("C080", "Entrena cadera y espalda", "Alivia cadera y espalda", "benefit"),
    Bad("C080", STEPS, 'steps = ["Stand.",\n  "This prevents falls."]', "prevents"),
    Bad("C080", CLAIM, "A cure.", "what"),
    Bad("C081", CAUTION, "cautions = []", ""),
    Bad("C081", "rest_s = 60", 'rest_s = 60\nno_cautions_because = "It is easy."', "no_cautions_because"),
    Bad("C082", STEPS, "steps = []", "steps"),
    Bad("C083", SPANISH, "", "[text.en]"),
    Bad("C084", 'breathing = "Breathe out as you stand up."', 'breathing = " "', "breathing"),
    Bad("C085", CUE, "cues = []", "cues"),
    Bad("C086", CUE, 'cues = ["Close a drawer.", "Slowly."]', 'cues = ["Cierra'),
    Bad("C087", 'cues = ["Cierra un cajón con la cadera."]', CUE, "Close a drawer"),
    Bad("C086", CUE, f'{CUE}\nstand_ins = "A heavy book."', "[text.es]"),
    Bad("C002", "angles.knee_flexion = 10", "angle.knee_flexion = 10", "angle"),
    Bad("C004", "angles.knee_flexion = 10", 'angles.knee_flexion = "10"', "angles"),
    Bad("C004", 'at = ["grip"]', 'at = ["grip"]\ndirection = [0, 0, 0]', "direction"),
    Bad("C005", "angles.knee_flexion = 10", "angles.kne_flexion = 10", "angles"),
    Bad("C005", 'point = "heel_left"', 'point = "heal_left"', "point"),
    Bad("C005", 'at = ["grip"]', 'at = ["gripp"]', "at ="),
    Bad("C005", 'on = "floor"', 'on = "flor"', "on ="),
    Bad("C020", f"balanced = true\n{OURS}", 'balanced = true\nsource = "text-9"', "text-9"),
    Bad("C090", MOTION, "", ""),
    Bad("C100", "angles.knee_flexion = 10", "angles.knee_flexion = -10", "[[motion.poses]]"),
    Bad("C100", "angles.pelvis_tilt = 40", "angles.lumbar_flexion = 90", "[[motion.poses]]"),
    Bad("C101", 'name = "peak"', 'name = "rest"', "[[motion.poses]]"),
    Bad("C101", 'name = "peak"', 'name = "peak"\nat = 0.5', "[[motion.poses]]"),
    Bad("C102", CONTACTS, LIGHT, "[[motion.poses]]"),
    Bad("C103", 'leads = "left"\n', "", "[motion]"),
    Bad("C005", 'moves = ["trunk", "hip"]', 'moves = ["trunk", "hipp"]', "moves"),
    Bad("C005", "steady = { knee = 40 }", "steady = { kne = 40 }", "steady"),
    Bad("C020", f'and hip"]\n{OURS}', 'and hip"]\nsource = "me"', '"me"'),
    Bad("C110", CAMERA, "", ""),
    Bad("C111", CAMERA, '[camera]\nview = "side"\nmoves = []\nsource = "ours"\n', "moves"),
    Bad("C112", "tolerance_deg = 20", "tolerance_deg = 5", "tolerance_deg"),
    Bad("C112", "steady = { knee = 40 }", "steady = { knee = 4 }", "steady"),
    Bad("C113", "steady = { knee = 40 }", "steady = { hip = 40 }", "steady"),
    Bad("C113", 'over = "hinge_not_squat"', "", "[[camera.judged]]"),
    Bad("C113", 'short = "hinge_further"', "reach = 2", "reach"),
    Bad(
        "C104",
        "[[claims]]",
        '[[facts]]\nid = "knee_flexion_deg"\nvalue = 45\nunit = "deg"\nsource = "ours"\n[[claims]]',
        "value = 45",
    ),
)


def test_the_good_files_have_no_fault() -> None:
    catalogue, faults = build_catalogue(GOOD, SOURCES)
    assert faults == ()
    assert {exercise.tier for exercise in catalogue} == {"silver"}


def _files(bad: Bad) -> dict[str, str]:
    text = changed(EXAMPLE, (bad.old, bad.new))
    return GOOD | {FILE: changed(text, (CAUCION, "cautions = []")) if bad.new == "cautions = []" else text}


@pytest.mark.parametrize("bad", [pytest.param(bad, id=f"{i}-{bad.code}") for i, bad in enumerate(BAD)])
def test_a_bad_file_trips_its_rule_on_its_line(bad: Bad) -> None:
    files = _files(bad)
    _, faults = build_catalogue(files, SOURCES)
    lines = ["", *files[FILE].splitlines()]
    blamed = [lines[fault.line] for fault in faults if fault.file == FILE and fault.code == bad.code]
    assert any(bad.blamed in line for line in blamed), [str(fault) for fault in faults]


@pytest.mark.parametrize("bad", [pytest.param(bad, id=f"{i}-{bad.code}") for i, bad in enumerate(BAD)])
def test_a_bad_file_leaves_the_other_files_standing(bad: Bad) -> None:
    catalogue, _ = build_catalogue(_files(bad), SOURCES)
    assert {"romanian-deadlift", "glute-bridge"} <= catalogue.exercises.keys()


def test_every_rule_that_can_be_kept_has_a_bad_file() -> None:
    of_sources = {"C006"}  # tripped by the list of sources, see test_check
    assert {bad.code for bad in BAD} | of_sources == {rule.code for rule in RULES if not rule.todo}


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


EXTREMES = {
    "the longest rung": (("sets = 2\nreps = 8\nsource", "sets = 6\nreps = 40\nhold_s = 60\nsource"),),
    "the longest rest": (("rest_s = 60", "rest_s = 300"),),
    "no rest": (("rest_s = 60", "rest_s = 0"),),
    "the shortest stretch": ((GROUP, 'group = "stretch"\nshort_reps = 1'),),
    "the longest short form": ((GROUP, 'group = "stretch"\nshort_reps = 8'),),
    "one share of a lift": ((SHARE, "of_clean = [1.0, 1.0]"),),
    "everything carries": (('with = ["dumbbell", "plate"]', f"with = {sorted(map(str, CARRIES))}"),),
    "one rung is published": (("reps_top = 12", "reps_top = 12\npublished = true"), LOADED_SOURCE, CLAIM_SOURCE),
    "no caution, with a reason": (
        (CAUTION, "cautions = []"),
        (CAUCION, "cautions = []"),
        ("rest_s = 60", 'rest_s = 60\nno_cautions_because = "It only moves a foot."'),
    ),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_what_is_just_permitted_has_no_fault(name: str) -> None:
    text = changed(EXAMPLE, *EXTREMES[name])
    assert build_catalogue(GOOD | {FILE: text}, SOURCES)[1] == ()


def test_every_alternative_of_a_roman_chair_names_one() -> None:
    chair = ('position = "standing"', 'position = "roman-chair"')
    needs = 'equipment = [["dumbbell"], ["plate"]]'
    for new, codes in (('[["roman-chair"], ["plate"]]', {"C062"}), ('[["roman-chair", "plate"]]', set())):
        text = changed(EXAMPLE, chair, (needs, f"equipment = {new}"))
        assert {fault.code for fault in build_catalogue(GOOD | {FILE: text}, SOURCES)[1]} == codes


def test_a_caution_in_one_language_only_is_a_lack_of_translation() -> None:
    text = changed(EXAMPLE, (CAUCION, "cautions = []"))
    assert {fault.code for fault in build_catalogue(GOOD | {FILE: text}, SOURCES)[1]} == {"C086"}


def test_two_exercises_that_follow_each_other_are_both_blamed() -> None:
    other = changed(DEADLIFT, ("rest_s = 60", 'rest_s = 60\nfollows = "staggered-hinge"'))
    this = changed(EXAMPLE, ('follows = "glute-bridge"', 'follows = "romanian-deadlift"'))
    _, faults = build_catalogue(GOOD | {FILE: this, "romanian-deadlift.toml": other}, SOURCES)
    assert {(fault.file, fault.code) for fault in faults} == {(FILE, "C073"), ("romanian-deadlift.toml", "C073")}


def test_a_misspelt_name_comes_with_what_was_meant() -> None:
    _, faults = build_catalogue(_files(next(bad for bad in BAD if "not_wiht" in bad.new)), SOURCES)
    assert [str(fault) for fault in faults] == [
        f"{FILE}:10: C002 “not_wiht” is not a key that is known. Did you mean “not_with”?"
    ]
