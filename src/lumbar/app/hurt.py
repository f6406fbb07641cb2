"""What comes next after “this hurts”."""

from collections.abc import Iterable

from lumbar.journal.event import AnyEvent, Hurt
from lumbar.training.pain import Advice, hurt_advice


def next_after(hurt: Hurt, session: Iterable[AnyEvent]) -> Advice:
    """Return what to do after `hurt`, the latest word; `session` holds what was recorded of its session before.

    A second exercise that has to be stopped ends the session.
    """
    others = (event for event in session if isinstance(event, Hurt) and event.id != hurt.id)
    return hurt_advice(hurt.feel, recurring=any(event.exercise != hurt.exercise for event in others))
