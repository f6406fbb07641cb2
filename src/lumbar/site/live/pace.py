"""How quickly messages may come in."""

from typing import Final

PER_S: Final = 60.0  # ours: no camera of a laptop or phone gives more pictures
AT_ONCE: Final = 120.0  # ours: two seconds of them, after a network that stood still


class Pace:
    """A purse of messages that fills with time."""

    def __init__(self, now_s: float) -> None:
        """Begin with a full purse."""
        self._left = AT_ONCE
        self._seen_s = now_s

    def allows(self, now_s: float) -> bool:
        """Take a message out of the purse; False where it is empty."""
        self._left = min(AT_ONCE, self._left + (now_s - self._seen_s) * PER_S)
        self._seen_s = now_s
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
