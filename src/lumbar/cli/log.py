"""`lumbar log`: a set told on the command line."""

from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import OptionInfo

from lumbar.cli.ink import print_json
from lumbar.exchange.limits import HOLD_S, LOAD_KG, PAIN, REPS, RESERVE, Limits
from lumbar.journal.event import PAIN_MOST, RIR_MOST

if TYPE_CHECKING:
    from lumbar.app.told_set import Side, ToldSet
    from lumbar.cli.here import Here
    from lumbar.journal.event import AnyEvent, SetDone


def _told(what: str, limits: Limits) -> OptionInfo:
    """Return the option of a number that the journal takes within `limits`."""
    return typer.Option(help=what, min=limits.low, max=limits.high)  # type: ignore[no-any-return]  # typer says Any


Name = Annotated[str, typer.Argument(metavar="EXERCISE", help="The exercise's id, such as bird-dog.")]
Reps = Annotated[int | None, _told("Repetitions of each side; without it, as asked for.", REPS)]
Hold = Annotated[float | None, _told("Seconds each was held.", HOLD_S)]
Load = Annotated[float | None, _told("The load in kg.", LOAD_KG)]
Rir = Annotated[int, _told(f"Repetitions left in reserve; {RIR_MOST} is that many or more.", RESERVE)]
Pain = Annotated[int, _told(f"Discomfort during the set, 0 to {PAIN_MOST}.", PAIN)]
Before = Annotated[int | None, _told("Discomfort before the session; without it, your usual.", PAIN)]
Left = Annotated[bool, typer.Option("--left", help="Only the left side was done.")]
Right = Annotated[bool, typer.Option("--right", help="Only the right side was done.")]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Another day than today.")]
Json = Annotated[bool, typer.Option("--json", help="Print the stored events as JSON.")]


def log(  # noqa: PLR0917 -- typer names them all
    exercise: Name,
    rir: Rir,
    pain: Pain,
    reps: Reps = None,
    hold: Hold = None,
    load: Load = None,
    before: Before = None,
    left: Left = False,
    right: Right = False,
    day: Day = None,
    as_json: Json = False,
) -> None:
    """Log one set into today's session.

    What is not told is taken as asked for. The first set begins the session, the last one ends it.

    Example: lumbar log bird-dog --reps 10 --hold 2 --rir 3 --pain 1
    """
    from lumbar.app.told_set import ToldSet
    from lumbar.catalogue.exercise import ExerciseId
    from lumbar.cli.here import open_here
    from lumbar.exchange.archive import event_to_dict

    here = open_here(day)
    side: Side | None = None if left == right else "left" if left else "right"
    began = _usual(here) if before is None else before
    events = _store(here, ToldSet(ExerciseId(exercise), reps, hold, load, side, rir, pain, began))
    if as_json:
        print_json([event_to_dict(event) for event in events])
    else:
        _say(here, events)


def _store(here: "Here", told: "ToldSet") -> "tuple[AnyEvent, ...]":
    from datetime import UTC, datetime
    from uuid import uuid4

    from lumbar.app.record import record
    from lumbar.app.told_set import Moment, events_of
    from lumbar.errors import InputError

    done = [event for event in here.desk.view(here.owner, here.day).since if event.on == here.day]
    events = events_of(told, done, here.plan(), here.catalogue, Moment(datetime.now(UTC), uuid4))
    receipt = record(here.store, here.owner, events, here.day, here.catalogue)
    if receipt.refused:
        raise InputError(fault for refusal in receipt.refused for fault in refusal.faults)
    return events


def _say(here: "Here", events: "tuple[AnyEvent, ...]") -> None:
    """Print what was understood, and what it means for going on."""
    from lumbar.cli.ink import BLUE, STRONG, paper
    from lumbar.journal.event import SessionEnded, SessionStarted, SetDone

    out = paper()
    for event in events:
        match event:
            case SessionStarted():
                out.print(f"Session {event.plan.number} of today begins.")
            case SetDone():
                out.print(_sentence(here, event), style=STRONG)
                if advice := _advice(here, event):
                    out.print(advice, style=BLUE)
            case SessionEnded():
                out.print("That was the last set of this session.")
            case _:
                pass


def _sentence(here: "Here", done: "SetDone") -> str:
    name = here.catalogue.exercise(done.exercise).texts["en"].name
    works = [(side, work) for side, work in (("", done.both), ("left ", done.left), ("right ", done.right)) if work]
    told = ", ".join(
        f"{side}{work.reps} × {work.hold_s:g} s" if work.hold_s else f"{side}{work.reps}" for side, work in works
    )
    load = f" with {done.load_kg:g} kg" if done.load_kg else ""
    reserve = f"{RIR_MOST} or more" if done.rir == RIR_MOST else str(done.rir)
    return f"{name}, set {done.number}: {told}{load}, {reserve} in reserve, discomfort {done.pain} of 10."


def _usual(here: "Here") -> int:
    """Return the discomfort this person always has, 0 to 10."""
    person = here.desk.state(here.owner, here.day).person
    return person.profile.usual_pain if person else 0


def _advice(here: "Here", done: "SetDone") -> str:
    from lumbar.journal.event import SessionStarted
    from lumbar.training.pain import set_advice

    start = next(e for e in here.desk.session(here.owner, here.day, done.session) if isinstance(e, SessionStarted))
    return {
        "go-on": "",
        "no-increase": "That is more than usual: go on if it stays so, and ask for nothing more today.",
        "stop-exercise": "That is too much: leave this exercise for today. `lumbar serve` shows the warning signs.",
        "end-session": "That is too much: end the session for today. `lumbar serve` shows the warning signs.",
    }[set_advice(done.pain, start.pain, _usual(here), recurring=False)]
