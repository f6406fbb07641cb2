"""What a repetition aims at, angle by angle: the target of the key poses, and how far off it is still right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from lumbar.app.watch_reader import AT_REST, FROM_UPRIGHT, Reader, degrees
from lumbar.catalogue.coaching import OTHER
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.expectation import expect


@dataclass(frozen=True, slots=True)
class Target:
    """An angle to aim at [deg]: `less` and `more` [deg] are still right; infinite where the coach says nothing of it.

    `rises` tells that the angle grows from rest to the peak.
    """

    deg: float
    less: float
    more: float
    rises: bool

    def is_off(self, value_deg: float) -> bool:
        """Return whether an angle is further from the target than it may be."""
        return not -self.less <= value_deg - self.deg <= self.more


def targets_of(exercise: Exercise) -> Mapping[str, Target]:
    """Return the target of every angle that is judged, by the name a repetition has for it."""
    return dict(_targets(exercise))


def aim_text(name: str, target: Target, reader: Reader) -> str:
    """Return the `target` of the angle `name`, as people read it."""
    words, least, most = reader.words, target.deg - target.less, target.deg + target.more
    is_plain = name.removesuffix(AT_REST).removesuffix(OTHER) not in FROM_UPRIGHT  # those are shown without their sign
    if is_plain and target.more == inf:
        return words.gettext("aim at least {target}").format(target=degrees(name, least))
    if is_plain and target.less == inf:
        return words.gettext("aim at most {target}").format(target=degrees(name, most))
    said = words.gettext("aim {target} ± {tolerance}°")
    return said.format(target=degrees(name, target.deg), tolerance=f"{min(target.less, target.more):.0f}")


def _targets(exercise: Exercise) -> Iterator[tuple[str, Target]]:
    expected = expect(exercise)
    if expected is None or exercise.camera is None:
        return
    places = {name: place for place, name in enumerate(expected.table.names)}
    for one in exercise.camera.judged:
        rest, peak = (float(deg[places[one.angle]]) for deg in (expected.rest_deg, expected.peak_deg))
        over, under = (one.tolerance_deg if code else inf for code in (one.over, one.under))
        if over == under == inf:
            continue
        less, more = (over, under) if peak < rest else (under, over)
        at_peak = one.at == "peak"
        yield one.angle + ("" if at_peak else AT_REST), Target(peak if at_peak else rest, less, more, peak >= rest)
