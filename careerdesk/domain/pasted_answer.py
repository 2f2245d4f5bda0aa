"""What a person answered to the questions of a letter, as it was pasted: row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_rows import Row, RowKind, caseless, point_words, rows_of
from careerdesk.domain.asking_before import Letter
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import folded
from careerdesk.domain.pasted_line import Role
from careerdesk.domain.pasted_lines import lines_of
from careerdesk.domain.pasted_parts import parts_of
from careerdesk.domain.records import Person
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.i18n import N_

__all__ = ["Row", "RowKind", "caseless", "point_words"]

MOST_CHARACTERS = 100_000
"""What a field for an answer should take at most: more was not written by hand."""
MOST_LINES = 1_000
MOST_OF_A_POINT = 2_000  # characters


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
            N_(
                "This text has {length} characters, but the limit for an answer is "
                "{limit}. Paste only the answer itself."
            ),
            length=len(text),
            limit=MOST_CHARACTERS,
        )
    count = text.count("\n") + 1
    if count > MOST_LINES:
        raise InvalidInput(
            N_(
                "This text has {count} lines, but the limit for an answer is {limit}. "
                "Paste only the answer itself."
            ),
            count=count,
            limit=MOST_LINES,
        )


def read(text: str, letter: Letter, person: Person, others: Sequence[Person] = ()) -> Answer:
    """The rows of an answer to *letter*; raises `InvalidInput` for one that is far too long.

    Each row says in which lines it stands. Nothing is guessed silently: what no number and no
    quoted question explains is a row that was not understood.
    """
    check_size(text)
    mine, theirs = names_of(person), frozenset().union(*map(names_of, others))
    pasted = lines_of(text, letter, mine | _initials_in(text, person), theirs)
    parts, foreign = parts_of(pasted.lines, letter)
    rows = _once(row for part in parts for row in rows_of(part))
    rows.sort(key=lambda row: (row.number or len(letter.questions) + 1, row.lines))
    there = {number for row in rows for number in row.lines}
    said = {line.number for line in pasted.lines if line.role is not Role.BLANK}
    left_out = tuple(sorted(said - there))
    return Answer(tuple(rows), left_out, _warning(person, others, pasted.signed, foreign=foreign))


def names_of(person: Person) -> frozenset[str]:
    """The ways somebody may be called at the end of a mail, folded."""
    ways = (person.name, person.full_name, person.short_name, person.given_name)
    return frozenset(folded(way) for way in ways) - {""}


def _initials_in(text: str, person: Person) -> frozenset[str]:
    """The initials of somebody, where several lines begin with them; once they may be a word."""
    initials = person.short_name[:1] + person.family_name[:1]
    often = len(re.findall(rf"^{re.escape(initials)}:", text, re.MULTILINE)) > 1
    return frozenset([folded(initials)]) if often else frozenset()


def _warning(
    person: Person, others: Sequence[Person], signed: Sequence[str], *, foreign: bool
) -> Remark:
    """What speaks for an answer of somebody else; it is no more than said."""
    mine = names_of(person)
    for name in map(folded, signed):
        other = next((one for one in others if name in names_of(one)), None)
        if other is not None and name not in mine:
            return Remark.of(
                N_("This seems to be from {other}. Check that it's {name}'s answer."),
                other=other.name, name=person.name,
            )  # fmt: skip
    if foreign:
        return Remark.of(
            N_("This answer quotes questions you didn't ask {name}. Check who wrote it."),
            name=person.name,
        )
    return NOTHING


def _once(rows: Iterable[Row]) -> list[Row]:
    """Rows of which each says something else: what a mail says twice counts once."""
    found: dict[tuple[RowKind, str, str], Row] = {}
    for row in rows:
        about = (row.target and row.target.uid) or row.about
        key = (row.kind, about, caseless(row.text))
        known = found.get(key, row)
        found[key] = replace(known, lines=tuple(sorted({*known.lines, *row.lines})))
    return list(found.values())


def named_in(text: str, letter: Letter) -> int:
    """How many questions of a letter are quoted in a text, under their numbers."""
    there = caseless(text)
    return sum(caseless(f"{asked.number}. {asked.text}") in there for asked in letter.questions)


def already(row: Row) -> Row:
    """The row, of which it is known that it came in before."""
    return replace(row, taken=False, already=True, note=Remark.of(N_("Already in CareerDesk.")))


def pieces(text: str) -> list[str]:
    """A text in parts that are short enough for a point each."""
    left, found = " ".join(text.split()), []
    while len(left) > MOST_OF_A_POINT:
        cut = left.rfind(" ", 1, MOST_OF_A_POINT + 1)
        cut = cut if cut > 0 else MOST_OF_A_POINT
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return [*found, left] if left else found
