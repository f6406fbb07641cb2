"""`lumbar load`: what an exercise, or every exercise, asks of a person's low back at its peak."""

from typing import TYPE_CHECKING, Annotated

import typer

from lumbar.body.anthropometry import SAMPLES
from lumbar.cli.ink import print_json
from lumbar.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lumbar.spine.load import Load

Name = Annotated[str, typer.Argument(metavar="[ID]", help="The exercise's id, such as bird-dog; all without one.")]
Height = Annotated[float, typer.Option("--height-m", help="The person's height in metres.", min=1, max=2.5)]
Mass = Annotated[float, typer.Option("--mass-kg", help="The person's mass in kilograms.", min=30, max=250)]
Sex = Annotated[str, typer.Option("--sex", help="Whose measures to take: female or male.")]
External = Annotated[float, typer.Option("--external-kg", help="What is held, carried or pulled at.", min=0, max=400)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def load(  # noqa: PLR0917 -- typer names them all
    height_m: Height, mass_kg: Mass, sex: Sex, name: Name = "", external_kg: External = 0, as_json: Json = False
) -> None:
    """Say what an exercise asks of the low back.

    The net moment at L5/S1 at the peak of the movement, held still, as a model of the body gives it; what presses
    there as a multiple of quiet standing, a range of it for what is done standing, and a band from 1 to 5.

    Example: lumbar load romanian-deadlift --height-m 1.76 --mass-kg 77 --sex male --external-kg 40
    """
    from lumbar.app.shelf import load_catalogue
    from lumbar.body.physique import measure
    from lumbar.spine.load import find_load

    if sex not in SAMPLES:
        raise InputError([f"--sex: “{sex[:20]}” is not one of {', '.join(sorted(SAMPLES))}."])
    catalogue, body = load_catalogue(), measure(height_m, mass_kg, "male" if sex == "male" else "female")
    chosen = [catalogue.exercise(name)] if name else list(catalogue)
    carry = {e.id: external_kg if e.motion and e.motion.pulls else 0 for e in chosen}
    if name and carry[chosen[0].id] != external_kg:
        raise InputError([f"--external-kg: “{name}” carries no load."])
    told = {e.id: find_load(e, body, carry[e.id]) for e in chosen if e.motion}
    found, unheld = [one for one in told.values() if one], [name for name, one in told.items() if one is None]
    if name and unheld:
        raise InputError(
            [f"{name}: as its file has it, the body is out of balance with {external_kg:g} kg, so there is no number."]
        )
    if as_json:
        print_json(_plain(found[0]) if name else [_plain(one) for one in found])
    else:
        _print(found, unheld)


def _plain(load: "Load") -> dict[str, object]:
    return {
        "exercise": load.exercise,
        "moment_nm": round(load.moment_nm, 1),
        "times_standing": round(load.times_standing, 1),
        "compression_n": [round(force, -1) for force in load.compression_n] if load.compression_n else None,
        "band": load.band,
        "evidence": load.evidence,
    }


def _print(loads: "list[Load]", unheld: "Sequence[str]") -> None:
    from lumbar.cli.ink import paper, table

    rows = [
        (one.exercise, f"{one.moment_nm:.0f}", f"{one.times_standing:.1f}", _range(one), str(one.band), one.evidence)
        for one in loads
    ]
    out = paper()
    out.print(table(["exercise", "Nm", "× standing", "kN", "band", "evidence"], rows))
    if unheld:
        out.print(f"Out of balance with this load, and so without a number: {', '.join(unheld)}.")
    out.print(
        "Nm: the net moment at L5/S1. × standing: what presses there, against quiet standing. kN: that, standing."
    )
    out.print("A simple model, held still; other models differ by up to two times. It says nothing about harm.")


def _range(load: "Load") -> str:
    return "–".join(dict.fromkeys(f"{force / 1000:.1f}" for force in load.compression_n or ()))
