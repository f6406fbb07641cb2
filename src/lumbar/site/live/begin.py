"""Begin to watch a set of this person: their session, the exercise and their body."""

from django.db import close_old_connections

from lumbar.app.low_back import stature_of
from lumbar.body.physique import Physique, measure
from lumbar.coach.tracker import Tracker
from lumbar.errors import NotFoundError
from lumbar.journal.event import SessionId
from lumbar.site import clock
from lumbar.site.live.message import Watch
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from lumbar.site.shelf import catalogue


def tracker_of(asked: Watch) -> Tracker:
    """Return what watches a set. It asks the tables, so it runs in a thread.

    Raises:
        NotFoundError: If this person never began the session, or there is no such exercise.
    """
    try:
        physique = _physique(asked)
    finally:
        close_old_connections()
    exercise = catalogue().exercise(asked.exercise)
    return Tracker(exercise, "auto", physique, asked.hold_s)


def _physique(asked: Watch) -> Physique | None:
    owner = local_owner().pk
    if not desk().session(owner, clock.today(), SessionId(asked.session)):
        raise NotFoundError("session", str(asked.session), ())
    known = desk().state(owner, clock.today()).person
    stature = stature_of(None if known is None else known.profile)
    return measure(stature.height_m, stature.mass_kg, stature.sex) if stature.told else None
