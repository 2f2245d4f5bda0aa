"""Where one step of typing ends and the next begins: so much goes with one undo."""

from __future__ import annotations

from itertools import count

from careerdesk.domain.text import common_length

PAUSE = 2.0  # seconds
_numbers = count(1)


class TypingEdits:
    """Numbers the steps of typing in one field.

    A step ends at a pause of two seconds, at Enter, when much comes or goes at once (a paste, a
    cut), and when the field is left.
    """

    def __init__(self) -> None:
        self.number = 0
        self._text = ""
        self._at = 0.0
        self._over = True

    def start(self, text: str) -> None:
        """The field shows *text*; what is typed next is a new step."""
        self._text, self._over = text, True

    def end(self) -> None:
        """What is typed next is a new step."""
        self._over = True

    def begins(self, text: str, at: float) -> bool:
        """Take note that the field holds *text* since *at*; whether a new step begins with it."""
        common = common_length(self._text, text)
        came, went = len(text) - common, len(self._text) - common
        at_once = came > 1 or (went > 1 and not came)
        begins = self._over or at_once or went > 1 or at - self._at >= PAUSE
        self._over = at_once or text.count("\n") > self._text.count("\n")
        self._text, self._at = text, at
        if begins:
            self.number = next(_numbers)
        return begins
