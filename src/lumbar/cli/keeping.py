"""`lumbar export` and `lumbar erase`: everything out, or everything gone."""

from pathlib import Path
from typing import Annotated

import typer

from lumbar.cli.ink import print_json

File = Annotated[Path, typer.Argument(metavar="FILE.zip", help="The zip file to write.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
WORD = "erase"


def export(file: File, force: Force = False, as_json: Json = False) -> None:
    """Write everything into one zip.

    It holds the archive as JSON, tables as CSV, and a README.

    Example: lumbar export my-lumbar.zip
    """
    from lumbar.cli.ink import paper
    from lumbar.errors import ConflictError, UnavailableError
    from lumbar.site.local import export_everything

    if file.exists() and not force:
        raise ConflictError(f"{file} is there already. Name another file, or add --force to write over it.")
    data = export_everything()
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UnavailableError(f"{file} cannot be written: {error.strerror}.") from None
    names = _names(data)
    if as_json:
        print_json({"file": str(file), "bytes": len(data), "holds": names})
    else:
        paper().print(f"Wrote {file}: {', '.join(names)}.", soft_wrap=True)


def erase(yes: Yes = False, as_json: Json = False) -> None:
    """Erase everything kept on this machine.

    Journal, profile, answers and backups are gone for ever.

    Example: lumbar erase
    """
    from lumbar.cli.ink import STRONG, paper
    from lumbar.errors import ConflictError
    from lumbar.site.local import erase_everything

    if not yes:
        paper().print("This erases your journal, profile, answers and backups, for ever.", style=STRONG)
        paper().print("To keep a copy first: lumbar export FILE.zip")
        if _typed() != WORD:
            raise ConflictError(f"Nothing was erased. Type {WORD}, or say --yes where nobody can type.")
    erase_everything()
    if as_json:
        print_json({"erased": True})
    else:
        paper().print("Everything is erased.")


def _typed() -> str:
    """Return what was typed when asked for the word; nothing where nobody is there to type."""
    try:
        told: str = typer.prompt(f"Type {WORD} to go on", default="", show_default=False)
    except typer.Abort:
        return ""
    return told.strip().lower()


def _names(data: bytes) -> list[str]:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as packed:
        return packed.namelist()
