"""A set in its table: the work of each side lies flat in two columns."""

from collections.abc import Mapping
from typing import Final

from lumbar.journal.event import SetDone, Work
from lumbar.site.models import SetDoneRow
from lumbar.site.rows.codec import Base, Codec, Values

_FLAT: Final = (
    "session",
    "exercise",
    "number",
    "target_reps",
    "target_hold_s",
    "target_load_kg",
    "load_kg",
    "rir",
    "pain",
    "counted_by",
)
_SIDES: Final = ("both_reps", "both_hold_s", "left_reps", "left_hold_s", "right_reps", "right_hold_s")


def _write(done: SetDone) -> Mapping[str, object]:
    flat = {name: getattr(done, name) for name in _FLAT}
    for side in ("both", "left", "right"):
        work: Work | None = getattr(done, side)
        flat[f"{side}_reps"] = work.reps if work is not None else None
        flat[f"{side}_hold_s"] = work.hold_s if work is not None else None
    return flat


def _read(base: Base, values: Values) -> SetDone:
    session, exercise, number, reps, hold_s, target_kg, load_kg, rir, pain, counted_by, *sides = values
    return SetDone(
        **base,
        session=session,
        exercise=exercise,
        number=number,
        target_reps=reps,
        target_hold_s=hold_s,
        target_load_kg=target_kg,
        both=_work(sides[0], sides[1]),
        left=_work(sides[2], sides[3]),
        right=_work(sides[4], sides[5]),
        load_kg=load_kg,
        rir=rir,
        pain=pain,
        counted_by=counted_by,
    )


def _work(reps: int | None, hold_s: float | None) -> Work | None:
    return None if reps is None or hold_s is None else Work(reps, hold_s)


SET_DONE: Final = Codec(SetDoneRow, (*_FLAT, *_SIDES), _write, _read)
