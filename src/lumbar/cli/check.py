"""`lumbar check`: the exercise files, with every fault and how far each has come."""

from pathlib import Path
from typing import Annotated

import typer

from lumbar.cli.ink import print_json

Folder = Annotated[Path | None, typer.Option(help="Check the exercise files of this folder instead.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def check(folder: Folder = None, as_json: Json = False) -> None:
    """Check the exercise files; exit 1 if any has a fault.

    Example: lumbar check --folder my-exercises
    """
    from dataclasses import asdict

    from lumbar.app.shelf import check_shelf
    from lumbar.cli.ink import BLUE, paper, table

    catalogue, faults = check_shelf(folder)
    tiers = {exercise.id: exercise.tier for exercise in catalogue}
    if as_json:
        print_json({"faults": [asdict(fault) for fault in faults], "tiers": tiers})
    else:
        out = paper()
        for fault in faults:
            out.print(str(fault), soft_wrap=True)
        out.print(table(["exercise", "tier"], tiers.items()))
        found = "no fault" if not faults else "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        out.print(f"{'1 exercise' if len(tiers) == 1 else f'{len(tiers)} exercises'}, {found}.", style=BLUE)
    if faults:
        raise typer.Exit(1)
