"""The program: every command in the order of a day's use, and the run of one of them."""

from collections.abc import Sequence

import typer

from lumbar.cli import check, exercises, keeping, load, log, plan, serve, today
from lumbar.cli.exit_codes import report
from lumbar.errors import LumbarError

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
    (load.load, "load"),
    (log.log, "log"),
    (keeping.export, "export"),
    (keeping.erase, "erase"),
    (check.check, "check"),
):
    app.command(name, no_args_is_help=False)(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; an error of ours becomes a message, never a traceback."""
    try:
        app(list(arguments), prog_name="lumbar")
    except LumbarError as error:
        return report(error)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    return 0
