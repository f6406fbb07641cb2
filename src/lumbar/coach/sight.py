"""Decide, frame by frame, whether what is seen can be trusted, and say what to change where it cannot.

A fault that lasts becomes a refusal, dated back to where it began; one that passes at once only stops the counting
for as long as it lasts. Visibility, which a model gives even to nonsense, decides nothing.
"""

from math import exp, hypot
from typing import Final

from lumbar.coach.events import Event, RefusalBegan, RefusalEnded
from lumbar.coach.limbs import OFTEN
from lumbar.coach.view import Seen

NOBODY_S: Final = 0.5
GAP_S: Final = 0.6  # longer without a picture is too few
SLOWEST_S: Final = 0.14  # between pictures, in the middle; ours
TURNED: Final = 0.68  # as wide as at 43 degrees off the plane; ours
FACING: Final = 0.6  # for what is watched from ahead: at least as wide
SMALL: Final = 0.37  # of the picture: 40 % less what measuring errs; docs/reference/camera.md
BEGIN_S: Final = 0.25
FIRST_S: Final = 0.1  # the same before anything could be trusted; ours
END_S: Final = 1.0
_QUICK_S: Final = 0.1
_SHIFT: Final = 0.2  # of the trunk: who grows at once and moves so far is somebody else; ours
_JUMPED_S: Final = 0.3
_AFTER_JUMP_S: Final = 0.4
JUMP: Final = 0.5  # of the trunk: nobody moves the hips so far from one picture to the next
GREW: Final = 1.3
SWAPS: Final = 3.0  # jumps of legs to each other's place, within about two seconds
_SETTLE_S: Final = 1.0
_FORGET_S: Final = 2.0
_RESTLESS: Final = 30  # frames: a model that never gave the same twice will not do so for long; ours
_NEVER: Final = 1_000_000_000
_STUCK_S: Final = 1.0
_FROZEN_S: Final = 3.0  # beyond the longest hold; ours
_BEFORE_VIEW: Final = ("other_person", "stuck", "too_few_frames", "out_of_frame", "too_small")
_AFTER_VIEW: Final = ("swapped", "unsteady")
_HYSTERESIS: Final = 0.9


class Sight:
    """Keeps what is needed to trust or to refuse the next frame."""

    def __init__(self, *, from_side: bool, longest_hold_s: float) -> None:
        """Begin; `longest_hold_s` [s] is how long a person may have to stay still."""
        self._from_side = from_side
        self._view = "off_plane" if from_side else "off_front"
        self._codes = (*_BEFORE_VIEW, self._view, *_AFTER_VIEW)
        self._frozen_s = longest_hold_s + _FROZEN_S
        self.refused: tuple[float, str] | None = None
        self.ever_refused = False
        self._doubt: dict[str, float] = {}
        self._good_since: float | None = None
        self._seen_s: float | None = None
        self._turn = self._size = self._step = self._off = self._swaps = 0.0
        self._before: Seen | None = None
        self._moved_s = self._began_s = 0.0
        self._jumped_s = -1e9
        self._moves = 0
        self._trusted = self._bent = False

    def miss(self, time_s: float) -> list[Event]:
        """Take a frame in which nobody was found."""
        if self._seen_s is None:
            self._seen_s = time_s
        if time_s - self._seen_s < NOBODY_S:
            return []
        return self._change_to(self._seen_s, "nobody") if self.refused else self._refuse(self._seen_s, "nobody")

    def look(self, time_s: float, seen: Seen, *, bent: bool) -> tuple[bool, list[Event]]:
        """Take a frame, in which a limb that matters is none if `bent`; return whether it counts, and what is new."""
        self._bent = bent
        step = 0.0 if self._seen_s is None else time_s - self._seen_s
        found: list[Event] = []
        if self._seen_s is not None and step > GAP_S:
            found += self._refuse(self._seen_s, "too_few_frames")
        self._seen_s = time_s
        if self._before is None:
            self._start(time_s, seen)
        else:
            self._settle(time_s, step, seen, self._before)
        self._before = seen
        return self._decide(time_s, self._faults(time_s, seen.outside), found)

    def finish(self, time_s: float) -> list[Event]:
        """Say that the film is over; a doubt at its end is a refusal."""
        found: list[Event] = []
        lasts_s = BEGIN_S if self._trusted else FIRST_S
        lasting = [code for code, since in self._doubt.items() if time_s - since >= lasts_s]
        if self.refused is None and lasting:
            found += self._refuse(self._doubt[lasting[0]], lasting[0])
        if self.refused is not None:
            since, code = self.refused
            self.refused = None
            found.append(RefusalEnded(since, time_s, code))
        return found

    def _start(self, time_s: float, seen: Seen) -> None:
        self._turn, self._size, self._off = seen.turn, seen.size, float(self._bent)
        self._began_s = self._moved_s = time_s

    def _settle(self, time_s: float, step: float, seen: Seen, before: Seen) -> None:
        if self._jumps(step, seen, before):
            self._jumped_s = time_s
            self._start(time_s - step, seen)
        share = step / (step + min(_SETTLE_S, time_s - self._began_s))
        self._turn += (seen.turn - self._turn) * share
        self._size += (seen.size - self._size) * share
        self._step += (step - self._step) * min(0.1, step)
        if seen.moved:
            self._moved_s = time_s
            self._moves += 1
        elif self._moves < _RESTLESS:
            self._moves = -_NEVER
        self._off += (self._bent - self._off) * share
        self._swaps = self._swaps * exp(-step / _FORGET_S) + seen.swapped

    def _jumps(self, step: float, seen: Seen, before: Seen) -> bool:
        """Return whether the body is somewhere else or of another size than any person could be by now."""
        across, down = seen.middle_px[0] - before.middle_px[0], seen.middle_px[1] - before.middle_px[1]
        jump = hypot(across, down) / before.trunk_px
        grew = seen.trunk_px / before.trunk_px
        return jump > JUMP * max(1.0, step / _QUICK_S) or (not 1 / GREW < grew < GREW and jump > _SHIFT)

    def _faults(self, time_s: float, outside: float) -> list[str]:
        """Return what is wrong now, the worst first."""
        ease = _HYSTERESIS if self.refused and self.refused[1] == self._view else 1.0
        slanted = self._turn > TURNED * ease if self._from_side else self._turn < FACING / ease
        wrong = (
            time_s - self._jumped_s < _JUMPED_S,
            time_s - self._moved_s > (_STUCK_S if self._moves >= _RESTLESS else self._frozen_s),
            self._step > SLOWEST_S,
            outside > 0.0,
            self._size < SMALL,
            slanted,
            self._swaps > SWAPS,
            self._off > OFTEN,
        )
        return [code for is_wrong, code in zip(wrong, self._codes, strict=True) if is_wrong] if any(wrong) else []

    def _decide(self, time_s: float, faults: list[str], found: list[Event]) -> tuple[bool, list[Event]]:
        if self.refused is not None:
            if faults:
                self._good_since = None
                found += self._reconsider(time_s, faults)
            elif self._good_since is None:
                self._good_since = time_s
            elif time_s - self._good_since >= (_AFTER_JUMP_S if self.refused[1] == "other_person" else END_S):
                since, code = self.refused
                found.append(RefusalEnded(since, time_s, code))
                self.refused, self._good_since, self._doubt = None, None, {}
            return self.refused is None, found
        if not faults:
            self._doubt = {}
            self._trusted = True
            return True, found
        self._doubt = {code: self._doubt.get(code, time_s) for code in faults}
        lasts_s = BEGIN_S if self._trusted else FIRST_S
        lasting = [code for code in faults if time_s - self._doubt[code] >= lasts_s or code == "other_person"]
        if lasting:
            found += self._refuse(self._doubt[lasting[0]], lasting[0])
        return False, found

    def _reconsider(self, time_s: float, faults: list[str]) -> list[Event]:
        """Say what is wrong now, where what was wrong before is not any more and something else lasts."""
        if self.refused is None or self.refused[1] in faults:
            self._doubt = {}
            return []
        self._doubt = {code: self._doubt.get(code, time_s) for code in faults}
        lasting = [code for code in faults if time_s - self._doubt[code] >= BEGIN_S]
        return self._change_to(self._doubt[lasting[0]], lasting[0]) if lasting else []

    def _change_to(self, from_s: float, code: str) -> list[Event]:
        """End the refusal that goes on, and begin another from the same moment."""
        if self.refused is None or self.refused[1] == code:
            return []
        since, before = self.refused
        self.refused = None
        return [RefusalEnded(since, max(from_s, since), before), *self._refuse(max(from_s, since), code)]

    def _refuse(self, from_s: float, code: str) -> list[Event]:
        self._good_since = None
        if self.refused is not None:
            return []
        self._doubt = {}
        self.refused, self.ever_refused = (from_s, code), True
        return [RefusalBegan(from_s, code)]
