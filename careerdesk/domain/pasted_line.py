"""A line of a pasted answer, without the signs that nobody sees."""

from __future__ import annotations

from dataclasses import field
from enum import Enum, auto

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_marks import Mark, mark_of
from careerdesk.domain.asking_before import Asked, Target
from careerdesk.domain.text import clean

_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"))
_UNSEEN = dict.fromkeys(
    [*b"", 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x061C, 0xFEFF, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A)]
)  # fmt: skip
_SPACES = dict.fromkeys([0xA0, 0x202F, 0x3000, *range(0x2000, 0x200B)], " ")


class Role(Enum):
    """What a line is."""

    SAID = auto()
    LETTER = auto()
    OTHER = auto()
    LEFT_OUT = auto()
    FAREWELL = auto()
    BLANK = auto()


@dataclass(slots=True)
class Line:
    """A line, or the part of one behind what it quotes; `number` counts from 1.

    A line of the letter names the question and what stands in it, where it is one of that. What is
    said `behind` it on the same line answers it. A `reworded` one is known by its number alone.
    """

    number: int
    text: str
    depth: int = 0
    indent: int = 0
    role: Role = Role.SAID
    asked: Asked | None = None
    target: Target | None = None
    behind: bool = False
    reworded: bool = False

    _mark: Mark | None = field(default=None, init=False)
    _looked: bool = field(default=False, init=False)

    @property
    def mark(self) -> Mark | None:
        """What it begins with; found once, as a line keeps its text."""
        if not self._looked:
            self._mark, self._looked = mark_of(self.text), True
        return self._mark


def split(text: str) -> list[str]:
    """The lines of a text, whichever way they end, without signs that nobody sees."""
    plain = clean(text.replace("\r\n", "\n").translate(_BREAKS))
    return plain.translate(_UNSEEN).translate(_SPACES).split("\n")
