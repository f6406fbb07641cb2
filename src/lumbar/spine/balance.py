"""Whether a body is in balance over what carries it; where it is not, no load is told."""

from typing import Final

from lumbar.body.forces import Support

LEFT_N: Final = 2.0  # what may be left uncarried, for rounding of key poses and friction: ours
LEFT_NM: Final = 2.0  # the weight of a body, three millimetres aside: a foot is no point


def is_held(support: Support) -> bool:
    """Return whether the contacts carry the body to within `LEFT_N` [N] and `LEFT_NM` [Nm]."""
    return support.left_n < LEFT_N and support.left_nm < LEFT_NM
