"""C020: a number without a source does not ship."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.exercise import Exercise, SourceId
from lumbar.catalogue.locate import KeyPath
from lumbar.catalogue.near import hint, quoted
from lumbar.catalogue.rule import Case, Finding, rule

OURS: Final = SourceId("ours")  # marks our own choice


def _cited(exercise: Exercise) -> Iterator[tuple[KeyPath, SourceId]]:
    """Yield every source that an exercise names, with its place."""
    yield ("tempo", "source"), exercise.tempo.source
    yield from ((("ladder", i, "source"), rung.source) for i, rung in enumerate(exercise.rungs))
    yield from ((("facts", i, "source"), fact.source) for i, fact in enumerate(exercise.facts))
    yield from ((("claims", i, "source"), claim.source) for i, claim in enumerate(exercise.claims))
    if exercise.load:
        yield ("load", "source"), exercise.load.source
    if exercise.published_load:
        yield ("published_load", "source"), exercise.published_load.source
    if exercise.motion:
        yield ("motion", "source"), SourceId(exercise.motion.source)
    if exercise.camera:
        yield ("camera", "source"), SourceId(exercise.camera.source)


@rule("C020", "silver")
def sources_are_known(case: Case) -> Iterator[Finding]:
    """Every source that is named is in the list of sources.

    Tempo, rungs, load, facts, claims, motion and camera each say where they come from; `ours` marks our own choice.
    """
    for path, source in _cited(case.exercise):
        if source not in case.shelf.sources:
            yield Finding(path, f"the source {quoted(source)} is not known", hint(source, case.shelf.sources))


@rule("C021", "silver")
def published_dose_or_ours(case: Case) -> Iterator[Finding]:
    """A rung is the published dose, or a claim says that the dose is ours.

    Whoever reads the ladder must be able to tell what a text says from what we chose.
    """
    published = any(rung.published for rung in case.exercise.rungs)
    if not published and all(claim.source != OURS for claim in case.exercise.claims):
        tip = "Mark a rung with `published = true`, or add a claim with the source “ours”."
        yield Finding(("ladder",), "no rung is published and no claim says that the dose is ours", tip)


@rule("C022", "silver")
def published_is_not_ours(case: Case) -> Iterator[Finding]:
    """A published rung names the text that publishes it.

    Our own choice is not a publication.
    """
    for i, rung in enumerate(case.exercise.rungs):
        if rung.published and rung.source == OURS:
            yield Finding(("ladder", i, "source"), "a published rung cannot be ours", "Name the text.")


@rule("C023", "silver")
def claims_say_something(case: Case) -> Iterator[Finding]:
    """Every claim says in words what its source supports.

    An empty claim is a citation for nothing.
    """
    for i, claim in enumerate(case.exercise.claims):
        if not claim.what.strip():
            yield Finding(("claims", i, "what"), "the claim is empty", "Say what the source supports.")
