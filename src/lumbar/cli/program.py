"""The program: every command in the order of a day's use, and the run of one of them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from lumbar.cli import check, exercises, figure, film, handout, keeping, load, log, plan, serve, today, watch
from lumbar.cli.exit_codes import report
from lumbar.errors import LumbarError, UnavailableError

app = typer.Typer(
    name="lumbar",
    help="Plan strength training for the lower back: today's session, why it is that one, and the weeks to come.",
    epilog="Lumbar is for generally healthy adults. Its warning signs are shown by the site: `lumbar serve`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command, name in (
    (serve.serve, "serve"),
    (today.today, "today"),
    (plan.plan, "plan"),
    (exercises.exercises, "exercises"),
    (exercises.exercise, "exercise"),
    (figure.figure, "figure"),
    (film.film, "film"),
    (handout.handout, "handout"),
    (load.load, "load"),
    (log.log, "log"),
    (watch.watch, "watch"),
    (keeping.export, "export"),
    (keeping.erase, "erase"),
    (check.check, "check"),
):
    app.command(name, no_args_is_help=False)(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; an error of ours becomes a message, never a traceback."""
    try:
        code = _code_of(arguments)
        if sys.stdout:  # None where the caller closed it
            sys.stdout.flush()
    except LumbarError as error:
        return report(error)
    except OSError as error:  # of the output: a reader that has gone is quiet, a full disk is told
        _drop_output()
        if isinstance(error, BrokenPipeError):
            return 1
        return report(UnavailableError(f"The output cannot be written: {error.strerror or error}."))
    return code


def _code_of(arguments: Sequence[str]) -> int:
    try:
        app(list(arguments), prog_name="lumbar")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    return 0


def _drop_output() -> None:
    """Let what could not be written go, so that leaving does not try again."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
