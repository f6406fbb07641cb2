"""The page of loads, made from the shipped exercises: two people's tables, and what the numbers hang on."""

from collections.abc import Iterator
from typing import Final

from lumbar.app.shelf import load_catalogue
from lumbar.body.physique import Physique, measure
from lumbar.spine.doubt import doubts, lever_doubt
from lumbar.spine.load import Load, find_load
from tools.markdown import table

PEOPLE: Final = {
    "A woman of 1.62 m and 60 kg": measure(1.62, 60, "female"),
    "A man of 1.76 m and 77 kg": measure(1.76, 77, "male"),
}
CARRIED_KG: Final = {
    "romanian-deadlift": 40,
    "good-morning": 20,
    "back-extension": 10,
    "single-leg-extension": 2,
    "pallof-press": 6,
}
DOUBTED: Final = ("romanian-deadlift", "good-morning", "back-extension")

HEAD: Final = """\
# Loads of the shipped exercises

What `lumbar load` says of every exercise for two people, first with nothing in the hands and then, where the exercise
carries a load, with one; and how far a number goes when what is put in is a little different. What the columns mean,
and what they can bear, is told in [the load on the low back](load.md). This page is made from the exercise files.
"""
DOUBT: Final = """
## What the numbers hang on

The moment at the peak, and what becomes of it when one thing differs: the trunk leans 5° less or more from the hips and
the feet and the bar are put right again; the load hangs 5 cm nearer or further ahead, the body as it was; height or
mass is 5 % less or more; the repetition is not held still but takes 4 or 2 s. How large the differences are is ours.
"""


def load_page() -> str:
    """Return the page in Markdown."""
    parts = [HEAD]
    for who, body in PEOPLE.items():
        parts += [f"\n## {who}\n\n", table(_TITLES, list(_rows(body)))]
    parts += [DOUBT]
    man = PEOPLE["A man of 1.76 m and 77 kg"]
    for name in DOUBTED:
        kg = CARRIED_KG[name]
        parts += [
            f"\n`{name}`, {kg} kg, the man:\n\n",
            table(("what", "less, Nm", "more, Nm"), list(_hang(name, kg, man))),
        ]
    less, more = lever_doubt()
    parts.append(
        f"\nA lever of 6 or 5 cm instead of one between: the muscle's part of compression {less:+.0%} or {more:+.0%}.\n"
    )
    return "".join(parts)


_TITLES: Final = ("exercise", "load, kg", "moment, Nm", "times standing", "compression, kN", "band", "evidence")


def _rows(body: Physique) -> Iterator[tuple[str, ...]]:
    for exercise in load_catalogue():
        loads = (0, CARRIED_KG[exercise.id]) if exercise.id in CARRIED_KG else (0,)
        for kg in loads:
            told = find_load(exercise, body, kg)
            if told:
                yield _row(told, kg)


def _row(load: Load, kg: float) -> tuple[str, ...]:
    span = "–".join(f"{force / 1000:.1f}" for force in load.compression_n) if load.compression_n else ""
    moment, times = f"{load.moment_nm:.0f}", f"{load.times_standing:.1f}"
    return (f"`{load.exercise}`", f"{kg:g}" if kg else "", moment, times, span, str(load.band), load.evidence)


def _hang(name: str, kg: float, body: Physique) -> Iterator[tuple[str, str, str]]:
    told = find_load(load_catalogue().exercise(name), body, kg)
    if told:
        yield "as it is", f"{told.moment_nm:.0f}", f"{told.moment_nm:.0f}"
    for doubt in doubts(load_catalogue().exercise(name), body, kg):
        yield doubt.what, f"{doubt.less_nm:.0f}", f"{doubt.more_nm:.0f}"
