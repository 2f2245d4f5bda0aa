"""What a person answered to the questions of a letter, as it was pasted: row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from careerdesk.domain.asking_before import AskedKind, Letter, Target
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person
from careerdesk.domain.remarks import NOTHING, Remark

MOST_CHARACTERS = 100_000
"""What a field for an answer should take at most: more was not written by hand."""
MOST_OF_A_POINT = 2_000


class RowKind(Enum):
    """What a row becomes."""

    POINT = auto()
    HOW = auto()
    PROMISE_DONE = auto()
    PROMISE_WORDS = auto()
    ANSWER = auto()
    GOAL_WORDS = auto()
    NOT_UNDERSTOOD = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing a person wrote, and what becomes of it if it is `taken`.

    `lines` are the numbers of the lines it stands in, from 1. `note` says why it is not taken, or
    what is doubtful. `already` tells that it was taken in before.
    """

    kind: RowKind
    number: int | None
    text: str
    target: Target | None = None
    taken: bool = True
    note: Remark = NOTHING
    lines: tuple[int, ...] = ()
    already: bool = False

    @property
    def about(self) -> str:
        """The promise, the goal or the question it is about; else nothing."""
        return self.target.text if self.target else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood: rows in the order in which they are shown.

    `left_out` are the numbers of lines that say nothing: what is quoted of the letter, headers of
    a mail, greetings, signatures. Each line with words is either there or in a row.
    """

    rows: tuple[Row, ...] = ()
    left_out: tuple[int, ...] = ()
    warning: Remark = NOTHING


def check_size(text: str) -> None:
    """Raise `InvalidInput` for what is too long to be an answer."""
    if len(text) > MOST_CHARACTERS:
        raise InvalidInput(
            "This answer has {length} characters; {limit} is the most. Paste only what was written.",
            length=len(text), limit=MOST_CHARACTERS,
        )  # fmt: skip


def read(text: str, letter: Letter, person: Person, others: Sequence[Person] = ()) -> Answer:
    """The rows of an answer to *letter*; raises `InvalidInput` for one that is far too long."""
    check_size(text)
    return Answer(tuple(_simple(text.splitlines(), letter)))


_KINDS = {
    AskedKind.POINTS: RowKind.POINT, AskedKind.HOW: RowKind.HOW, AskedKind.QUESTION: RowKind.ANSWER,
    AskedKind.PROMISES: RowKind.PROMISE_WORDS, AskedKind.GOALS: RowKind.GOAL_WORDS,
}  # fmt: skip


def _simple(lines: Sequence[str], letter: Letter) -> list[Row]:
    rows = []
    for at, line in enumerate(lines, 1):
        number = int(line[0]) if line[:1] in "12345" and line[1:2] in ".)" else 0
        asked = next((one for one in letter.questions if one.number == number), None)
        if asked is not None:
            target = asked.targets[0] if asked.targets else None
            rows.append(Row(_KINDS[asked.kind], number, line[2:].strip(), target, lines=(at,)))
        elif line.strip():
            rows.append(Row(RowKind.NOT_UNDERSTOOD, None, line.strip(), taken=False, lines=(at,)))
    return rows


def named_in(text: str, letter: Letter) -> int:
    """How many lines of a letter are quoted in a text."""
    there = folded(text)
    return sum(folded(line) in there for asked in letter.questions for line in asked.lines)


def already(row: Row) -> Row:
    """The row, of which it is known that it came in before."""
    return replace(row, taken=False, already=True, note=Remark.of("There already."))


def folded(text: str) -> str:
    """Words without what makes no difference between two pastes of them."""
    return " ".join(text.casefold().split())


def point_words(row: Row) -> str:
    """What a row says as a point of the agenda: with what it is about, where that is named."""
    words = " ".join(row.text.split())
    return f"{row.about}: {words}" if row.about else words


def pieces(text: str) -> list[str]:
    """A text in parts that are short enough for a point each."""
    left, found = " ".join(text.split()), []
    while len(left) > MOST_OF_A_POINT:
        cut = left.rfind(" ", 1, MOST_OF_A_POINT + 1)
        cut = cut if cut > 0 else MOST_OF_A_POINT
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return [*found, left] if left else found
