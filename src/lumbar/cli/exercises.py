"""`lumbar exercises` and `lumbar exercise`: the library and one exercise of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from lumbar.catalogue.exercise import LANGUAGES, Equipment, Exercise, Group, Language, Rung
from lumbar.cli.ink import print_json
from lumbar.errors import InputError

if TYPE_CHECKING:
    from lumbar.catalogue.catalogue import Catalogue

Json = Annotated[bool, typer.Option("--json", help="Print JSON: the keys and values of the exercise files.")]
Spoken = Annotated[str, typer.Option("--language", help="The language of the words: en or es.")]
Search = Annotated[str, typer.Option(help="Only those with this in their id, name or summary.")]
Stage = Annotated[int | None, typer.Option(help="Only those of this stage, 1 to 4.", min=1, max=4)]
Chapter = Annotated[Group | None, typer.Option("--group", help="Only those of this chapter.")]
Owned = Annotated[list[Equipment] | None, typer.Option("--with", help="Only what can be done with this; may repeat.")]
Name = Annotated[str, typer.Argument(metavar="ID", help="The exercise's id, such as bird-dog.")]


def exercises(  # noqa: PLR0917 -- typer names them all
    search: Search = "",
    stage: Stage = None,
    group: Chapter = None,
    owned: Owned = None,
    language: Spoken = "en",
    as_json: Json = False,
) -> None:
    """List the exercises.

    Example: lumbar exercises --stage 3 --with band
    """
    from lumbar.app.shelf import load_catalogue

    spoken = _language(language)
    found = [
        exercise
        for exercise in load_catalogue()
        if stage in {None, exercise.stage}
        and group in {None, exercise.group}
        and (owned is None or exercise.needs_met_by(frozenset(owned)))
        and _matches(exercise, search, spoken)
    ]
    if as_json:
        print_json([exercise.data for exercise in found])
    else:
        _print_list(found, spoken)


def exercise(name: Name, language: Spoken = "en", as_json: Json = False) -> None:
    """Show one exercise whole.

    Steps, cues, muscles, dose ladder, neighbours, cautions and sources.

    Example: lumbar exercise bird-dog
    """
    from lumbar.app.shelf import load_catalogue

    catalogue = load_catalogue()
    found = catalogue.exercise(name)
    if as_json:
        print_json(found.data)
    else:
        _print_one(found, catalogue, _language(language))


def _language(told: str) -> Language:
    for language in LANGUAGES:
        if told == language:
            return language
    raise InputError([f"--language: “{told[:20]}” is not one of en, es."])


def _matches(exercise: Exercise, search: str, language: Language) -> bool:
    text = exercise.texts[language]
    return search.casefold() in f"{exercise.id} {text.name} {text.also_called} {text.summary}".casefold()


def _print_list(found: list[Exercise], language: Language) -> None:
    from lumbar.cli.ink import BLUE, paper, table

    out = paper()
    rows = [(e.id, e.texts[language].name, str(e.stage), e.position, _needs(e)) for e in found]
    if rows:
        out.print(table(["id", "name", "stage", "position", "needs"], rows))
    out.print(f"{len(rows)} exercises." if rows else "No exercise fits; leave out an option.", style=BLUE)


def _needs(exercise: Exercise) -> str:
    return " or ".join(" + ".join(sorted(need)) for need in exercise.equipment) or "nothing"


def _print_one(exercise: Exercise, catalogue: "Catalogue", language: Language) -> None:
    from rich.padding import Padding

    from lumbar.cli.ink import STRONG, paper

    out, text = paper(), exercise.texts[language]
    out.print(text.name, style=STRONG, end="")
    out.print(f"  {text.also_called}" if text.also_called else "")
    out.print(f"{exercise.id}, stage {exercise.stage}, {exercise.position}, needs {_needs(exercise)}, {exercise.tier}")
    out.print(f"\n{text.summary} {text.benefit}\n\n{text.set_up}")
    for number, step in enumerate(text.steps, start=1):
        out.print(Padding(f"{number}. {step}", (0, 0, 0, 2)))
    muscles = exercise.muscles
    for title, lines in (
        ("Cues", text.cues),
        ("Breathing", (text.breathing,)),
        ("Muscles", (", ".join(muscles.most), f"also {', '.join(muscles.also)}" if muscles.also else "")),
        ("Dose ladder", [_rung(rung, exercise) for rung in exercise.rungs]),
        ("Easier", exercise.neighbours.easier),
        ("Equal", exercise.neighbours.equal),
        ("Harder", exercise.neighbours.harder),
        ("Stand-ins", (text.stand_ins,)),
        ("Cautions", text.cautions),
        ("Sources", [f"{claim.what} ({catalogue.source_title(claim.source)})" for claim in exercise.claims]),
    ):
        _section(title, lines)


def _section(title: str, lines: Iterable[str]) -> None:
    from rich.padding import Padding

    from lumbar.cli.ink import BLUE, paper

    told = [line for line in lines if line]
    if told:
        out = paper()
        out.print(f"\n{title}", style=BLUE)
        for line in told:
            out.print(Padding(line, (0, 0, 0, 2)))


def _rung(rung: Rung, exercise: Exercise) -> str:
    reps = f"{rung.reps}" if rung.reps_top == rung.reps else f"{rung.reps} to {rung.reps_top}"
    side = " each side" if exercise.side.sides > 1 else ""
    hold = f", held {rung.hold_s} s" if rung.hold_s else ""
    load = ", with a load" if rung.loaded else ""
    return f"{rung.sets} × {reps}{side}{hold}{load}  ({rung.source}{', as published' if rung.published else ''})"
