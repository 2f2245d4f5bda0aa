"""Which question each line of a pasted answer answers: by what it quotes, else by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_marks import Mark, Sure, counts_things, inner_labels, inner_numbers
from careerdesk.domain.asking_before import LABELS, Asked, Letter, Target, target_of
from careerdesk.domain.pasted_line import Line, Role

DEEPER = 2  # spaces by which a list within an answer is set in


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of an answer; one that begins a paragraph or a point of a list is `apart`."""

    number: int
    text: str
    apart: bool = False
    listed: bool = False


@dataclass(slots=True)
class Part:
    """What was said to a question, and to what it names; without a question it is not clear.

    `beyond` is a number that no question has, `by_letter` that letters were read as numbers,
    `reworded` that what is quoted says the question in other words.
    """

    asked: Asked | None = None
    target: Target | None = None
    pieces: list[Piece] = field(default_factory=list)
    quoted: bool = False
    beyond: int = 0
    by_letter: bool = False
    reworded: bool = False


def parts_of(lines: Sequence[Line], letter: Letter) -> tuple[list[Part], bool]:
    """The parts in the order of the text; and whether anything quoted is not of this letter."""
    sorting = _Sorting(lines, letter)
    for line in lines:
        sorting.take(line)
    return [part for part in sorting.parts if part.pieces], sorting.foreign


class _Sorting:
    """Goes down the lines and remembers which question is being answered."""

    def __init__(self, lines: Sequence[Line], letter: Letter) -> None:
        self.asked = {one.number: one for one in letter.questions}
        self.last = max(self.asked, default=0)
        self.inline = _answered_inline(lines)
        self.sure = _surest(lines, self.asked.keys(), inline=self.inline)
        self.loose = frozenset[int]() if self.inline else _loose(lines, self.last)
        self.parts = [Part()]
        self.foreign = False
        self._run: list[Asked] = []  # of the letter, one below the other
        self._in_run = False
        self._depth = 0
        self._apart = False
        self._marked = False
        self._indent = 0
        self._from_quote = False

    def take(self, line: Line) -> None:
        """Put one line where it belongs."""
        if line.role is Role.BLANK:
            self._apart = True
        elif line.role is Role.LETTER:
            self._quote(line)
        elif line.role is Role.OTHER:
            self._other(line)
        elif line.role is Role.SAID:
            self._say(line)
        elif line.role is Role.FAREWELL:
            self._open(Part())  # what stands below it goes on with nothing

    def _quote(self, line: Line) -> None:
        if not self._in_run:
            self._run = []
        self._in_run = True
        if line.asked is None:
            return
        self._run.append(line.asked)
        self._depth = line.depth
        self._open(Part(line.asked, line.target, reworded=line.reworded))
        self._from_quote = True

    def _open(self, part: Part) -> None:
        self.parts.append(part)
        self._apart = False

    def _other(self, line: Line) -> None:
        """What is quoted and not of the letter: an older mail, or the letter of somebody else."""
        self.foreign = self.foreign or self._is_asked_of_others(line)
        self._in_run = False
        if not (self.parts[-1].quoted and self.parts[-1].asked is None):
            self._open(Part(quoted=True))
        self.parts[-1].pieces.append(Piece(line.number, line.text, self._apart))
        self._apart = False

    def _is_asked_of_others(self, line: Line) -> bool:
        """Whether a letter to somebody else says this: another question, or something else named.

        A line that was quoted otherwise is an older answer, or the mail that came with the letter.
        """
        mark = line.mark
        if mark is None or not self._run or line.depth != self._depth:
            return False
        if mark.sure is Sure.NUMBER:
            return mark.rest.endswith(("?", "？", "؟"))
        return mark.sure is Sure.LETTER and self._in_run and bool(self._run[-1].targets)

    def _say(self, line: Line) -> None:
        if self.parts[-1].quoted:
            self._open(Part())
        if self._in_run and not line.behind:
            self._end_run()
        mark = line.mark
        if mark is None and self._numbered_within(line):
            return
        if mark is None or not self._counts(mark, line):
            self._add(line, mark)
            return
        self._marked = True
        here = self.parts[-1].asked
        self._from_quote = self._from_quote and here is not None and here.number == _number(mark)
        for one in inner_numbers(mark):
            self._begin(line, one)

    def _numbered_within(self, line: Line) -> bool:
        """A line with several numbers behind its first words: each is answered there."""
        if self.inline or self.sure is not Sure.NUMBER:
            return False
        first, *marks = inner_numbers(Mark(0, "", Sure.NUMBER, line.text))
        if len(marks) < 2 or any(one.number not in self.asked for one in marks):
            return False
        self._put(Piece(line.number, first.rest, self._apart))
        for one in marks:
            self._begin(line, one)
        return True

    def _end_run(self) -> None:
        """Below the whole letter nothing says which of its questions is meant."""
        self._in_run = False
        several = len({one.number for one in self._run}) > 1
        whole = several and any(one.number == self.last for one in self._run)
        if whole and not self.inline:
            self._open(Part())
            self._from_quote = False

    def _counts(self, mark: Mark, line: Line) -> bool:
        """Whether a mark is the number of a question, and not one of a list in an answer."""
        loose = mark.sure is Sure.BARE and id(line) in self.loose
        if mark.sure is not self.sure and not loose:
            return False
        number = _number(mark)
        if not number:
            return False
        here = self.parts[-1].asked
        if here is None:
            return True
        if self._from_quote and self.inline:
            return number == here.number
        return not (self._marked and line.indent >= self._indent + DEEPER)

    def _begin(self, line: Line, mark: Mark) -> None:
        number = _number(mark)
        asked = self.asked.get(number)
        by_letter = mark.sure is Sure.LETTER
        target = target_of(asked, mark.label) if asked and not by_letter else None
        part = Part(asked, target, beyond=0 if asked else number, by_letter=by_letter)
        self._indent = line.indent
        self._open(part)
        if target is not None:
            self._put_labelled(line, mark.label, mark.rest)
            return
        listed = bool(mark.label) and not by_letter
        self._put(Piece(line.number, mark.rest, listed=listed))

    def _put_labelled(self, line: Line, label: str, rest: str) -> None:
        """What is said of one thing behind its letter, and behind the next letters of the line."""
        here = self.parts[-1]
        most = len(here.asked.targets) if here.asked else 0
        for letter, text in inner_labels(rest, most, label):
            target = target_of(here.asked, letter)
            if target is not None and target is not self.parts[-1].target:
                self._open(replace_target(here, target))
            self._put(Piece(line.number, text))

    def _add(self, line: Line, mark: Mark | None) -> None:
        here = self.parts[-1]
        target = target_of(here.asked, mark.label) if mark and mark.sure is Sure.LETTER else None
        if target is not None and mark is not None:
            self._open(replace_target(here, target))
            self._put_labelled(line, mark.label, mark.rest)
            return
        if here.target is not None and self._apart:
            self._open(replace_target(here, here.target))
        of_list = mark is not None and mark.sure in (Sure.NUMBER, Sure.LETTER)
        listed = of_list and here.asked is not None
        text = mark.rest if listed and mark else line.text
        self._put(Piece(line.number, text, self._apart, listed))

    def _put(self, piece: Piece) -> None:
        self._apart = False
        self.parts[-1].pieces.append(piece)


def replace_target(part: Part, target: Target) -> Part:
    """A part that goes on with something else that its question names."""
    return replace(part, target=target, pieces=[])


def _number(mark: Mark) -> int:
    if mark.sure is Sure.LETTER:
        return LABELS.index(mark.label) + 1
    return mark.number


def _answered_inline(lines: Iterable[Line]) -> bool:
    """Whether something is said between lines of the letter: not only above or below it."""
    quoted = said = False
    for line in lines:
        if line.role is Role.LETTER and line.asked is not None:
            if quoted and said:
                return True
            quoted = True
        elif line.role is Role.SAID:
            if line.behind:
                return True
            said = quoted
    return False


def _loose(lines: Iterable[Line], last: int) -> frozenset[int]:
    """The lines on which a digit alone stands where its number is the one that is missing."""
    marks = [
        (mark.number, mark.sure, line, mark.rest) for line in lines
        if (mark := line.mark if line.role is Role.SAID else None)
        and mark.sure in (Sure.NUMBER, Sure.BARE)
    ]  # fmt: skip
    clear = {number for number, sure, _, _ in marks if sure is Sure.NUMBER}
    found = set()
    before = 0
    for at, (number, sure, line, rest) in enumerate(marks):
        after = marks[at + 1][0] if at + 1 < len(marks) else last + 1
        fits = before < number < after and (number == before + 1 or number == after - 1)
        if sure is Sure.NUMBER:
            before = number
        elif clear and number not in clear and fits and number <= last and not counts_things(rest):
            found.add(id(line))
            before = number
    return frozenset(found)


def _surest(lines: Sequence[Line], asked: Iterable[int], *, inline: bool) -> Sure:
    """The clearest marks there are: only these are numbers of questions."""
    known = set(asked)
    found: dict[Sure, list[int]] = {}
    count = sum(line.role is Role.SAID for line in lines)
    for mark in _marks(lines):
        found.setdefault(mark.sure, []).append(_number(mark))
    if inline or known & set(found.get(Sure.NUMBER, ())):
        return Sure.NUMBER
    for sure in (Sure.SPELLED, Sure.BARE, Sure.LETTER):
        numbers = found.get(sure, [])
        upwards = bool(numbers) and min(numbers) == numbers[0]
        if len(known & set(numbers)) > 1 and (upwards or len(numbers) == count):
            return sure
    return Sure.NUMBER


def _marks(lines: Iterable[Line]) -> Iterator[Mark]:
    for line in lines:
        mark = line.mark if line.role is Role.SAID else None
        if mark is not None:
            yield mark
