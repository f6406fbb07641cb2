"""`lumbar today`: the session of the day, and why it is that one."""

from typing import Annotated

import typer

from lumbar.cli.ink import print_json

Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Another day than today.")]
Why = Annotated[bool, typer.Option("--why", help="Say why: this exercise, today, this dose.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def today(day: Day = None, why: Why = False, as_json: Json = False) -> None:
    """Show today's session.

    Example: lumbar today --why
    """
    from lumbar.app.low_back_days import low_back_to_dict
    from lumbar.cli.here import open_here
    from lumbar.cli.ink import BLUE, STRONG, paper
    from lumbar.cli.session_lines import day_name, print_reasons, print_session
    from lumbar.exchange.plan_json import day_to_dict, reasons_to_list

    here = open_here(day)
    plan, catalogue, loads = here.plan(), here.catalogue, here.loads()
    reasons = (*plan.advice, *((plan.why_not,) if plan.why_not and plan.why_not not in plan.advice else ()))
    if as_json:
        told = {
            "status": plan.status,
            "training_day": plan.training_day,
            "why_not": reasons_to_list(reasons, catalogue),
        }
        low_back = low_back_to_dict(plan.day, plan.sessions, loads, here.low_back_days())
        print_json({**told, **day_to_dict(plan.day, plan.sessions, catalogue), "low_back": low_back})
        return
    out = paper()
    out.print(day_name(plan.day), style=BLUE)
    print_reasons(reasons, catalogue)
    for session in plan.sessions:
        print_session(session, catalogue, loads, here.sets_done(session), why=why)
    if not plan.sessions and not reasons:
        out.print("Nothing is planned today.", style=STRONG)
