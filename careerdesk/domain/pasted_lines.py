"""The lines of a pasted answer, each with what it is: said, quoted of the letter, or neither.

Mails quote with `>`, or put the head of the old mail between, or nothing at all; so what counts is
whether a line says what the letter said. Nothing is dropped here: each line keeps its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from careerdesk.domain.answer_marks import Mark, Sure, mark_of
from careerdesk.domain.answer_words import (
    farewell_name,
    header_of,
    is_attribution,
    is_farewell,
    is_greeting,
    is_name,
    is_phone_line,
    is_separator,
    may_begin_attribution,
)
from careerdesk.domain.asking_before import LABELS, Asked, AskedKind, Letter, Target
from careerdesk.domain.names import folded
from careerdesk.domain.text import clean

MOST_OF_A_SIGNATURE = 8  # lines below `--`; more than that is no signature
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"))
_UNSEEN = dict.fromkeys(
    [*b"", 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x061C, 0xFEFF, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A)]
)  # fmt: skip
_SPACES = dict.fromkeys([0xA0, 0x202F, 0x3000, *range(0x2000, 0x200B)], " ")
_EDGES = " \t\u200c\u200d"
_QUOTED = re.compile(r"\s*(?:(?:>|＞|&gt;|\|)\s?)+")
_QUOTE = re.compile(r">|＞|&gt;|\|")
_CHAT = re.compile(
    r"\[?(?=[^\]]{0,24}\d:\d)\d[\d./:, -]{6,24}(?:\s?[AaPp][Mm])?\]?[ -]*([^:\[\]]{1,40}):\s+"
)
_CHAT_HEAD = re.compile(r"(.{2,40}?)\s+\[?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\]?")
_WORD = re.compile(r"\w+")
_BEHIND = " \t?!.:;,)*_\"'”»–—-=→>。？：！"
_PARTED = re.compile(r"[\s*_\"'”»)]*(?:[:：=→>–—-]|$)")


class Role(Enum):
    """What a line is."""

    SAID = auto()
    LETTER = auto()
    OTHER = auto()
    LEFT_OUT = auto()
    BLANK = auto()


@dataclass(slots=True)
class Line:
    """A line, or the part of one behind what it quotes; `number` counts from 1.

    A line of the letter names the question and what stands in it, where it is one of that. What is
    said `behind` it on the same line answers it.
    """

    number: int
    text: str
    depth: int = 0
    indent: int = 0
    role: Role = Role.SAID
    asked: Asked | None = None
    target: Target | None = None
    behind: bool = False

    @property
    def mark(self) -> Mark | None:
        """What it begins with."""
        return mark_of(self.text)


@dataclass(slots=True)
class Pasted:
    """All lines, and the names that say who wrote them."""

    lines: list[Line]
    signed: list[str]


def split(text: str) -> list[str]:
    """The lines of a text, whichever way they end, without signs that nobody sees."""
    plain = clean(text.replace("\r\n", "\n").translate(_BREAKS))
    return plain.translate(_UNSEEN).translate(_SPACES).split("\n")


def lines_of(text: str, letter: Letter, names: frozenset[str]) -> Pasted:
    """Each line with its role; *names* are those of people, folded, as chats put them above."""
    signed: list[str] = []
    opened = [_opened(at, line, signed) for at, line in enumerate(split(text), 1)]
    _leave_heads(opened, names, signed)
    lines = list(_with_letter(opened, letter))
    _part_by_depth(lines)
    _leave_signatures(lines)
    _leave_politeness(lines, signed)
    return Pasted(lines, signed)


def _opened(number: int, raw: str, signed: list[str]) -> Line:
    quoted = _QUOTED.match(raw)
    depth = len(_QUOTE.findall(quoted[0])) if quoted else 0
    rest = raw[quoted.end() :] if quoted else raw
    text = rest.strip(_EDGES)
    said = _CHAT.match(text)
    if said and is_name(said[1]):
        signed.append(said[1].strip())
        text = text[said.end() :]
    indent = len(rest) - len(rest.lstrip(_EDGES))
    return Line(number, text, depth, indent, Role.SAID if text else Role.BLANK)


def _leave_heads(lines: Sequence[Line], names: frozenset[str], signed: list[str]) -> None:
    """Heads of mails, the line that says who wrote, and lines that part one mail from another."""
    said_yet = False
    at = 0
    while at < len(lines):
        size = _head_size(lines, at)
        for line in lines[at : at + size]:
            line.role = Role.LEFT_OUT
            if not said_yet and header_of(line.text) == "from":
                signed.append(re.split(r"[<\[(]", line.text.partition(":")[2])[0].strip(' *_"'))
        chat = _CHAT_HEAD.fullmatch(lines[at].text) if not size else None
        if chat and folded(chat[1]) in names:
            lines[at].role = Role.LEFT_OUT
            signed.append(chat[1])
        said_yet = said_yet or lines[at].role is Role.SAID
        at += max(size, 1)


def _head_size(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are a head."""
    line = lines[at]
    if line.role is Role.BLANK:
        return 0
    if is_attribution(line.text) or is_separator(line.text) or is_phone_line(line.text):
        return 1
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is not None and _breaks_attribution(line.text, following.text):
        return 2
    return _header_lines(lines, at)


def _breaks_attribution(one: str, other: str) -> bool:
    if not other or not may_begin_attribution(one):
        return False
    alone = is_attribution(other) and may_begin_attribution(other)
    return is_attribution(f"{one} {other}") and not alone


def _header_lines(lines: Sequence[Line], at: int) -> int:
    found = []
    for line in islice(lines, at, at + 12):
        kind = header_of(line.text)
        if not kind:
            break
        found.append(kind)
    return len(found) if "from" in found and len(found) > 1 else 0


@dataclass(frozen=True, slots=True)
class _Known:
    """A line of the letter, as words."""

    words: tuple[str, ...]
    asked: Asked | None
    target: Target | None = None
    label: str = ""


def _known(letter: Letter) -> list[_Known]:
    found = [_Known(_words(letter.opening), None)]
    for asked in letter.questions:
        found.append(_Known(_words(asked.text), asked))
        if asked.kind is not AskedKind.QUESTION:
            named = zip(LABELS, asked.targets, strict=False)
            found += [_Known(_words(one.text), asked, one, label) for label, one in named]
    found = [one for one in found if one.words]
    return sorted(found, key=lambda one: len(one.words), reverse=True)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


class _Finder:
    """Finds what lines quote of a letter, also where a mail program broke them."""

    def __init__(self, letter: Letter) -> None:
        self.known = _known(letter)
        self.most = max((len(one.words) for one in self.known), default=0) + 1
        self.left: tuple[str, ...] = ()  # of a line that was broken
        self.of: _Known | None = None

    def find(self, line: Line) -> tuple[_Known, str] | None:
        """What a line quotes, and the rest of it."""
        return self._goes_on(line.text) or self._begins(line)

    def quoted(self, text: str) -> tuple[tuple[str, ...], list[int]]:
        """The first words of a text, and where each ends."""
        found = list(islice(_WORD.finditer(text), self.most))
        return tuple(one[0].casefold() for one in found), [one.end() for one in found]

    def _goes_on(self, text: str) -> tuple[_Known, str] | None:
        left, of = self.left, self.of
        if of is None or not left:
            return None
        words, ends = self.quoted(text)
        self.left = ()
        if words[: len(left)] == left:
            return of, text[ends[len(left) - 1] :].lstrip(_BEHIND)
        if words and left[: len(words)] == words:
            self.left = left[len(words) :]
            return of, ""
        return None

    def _begins(self, line: Line) -> tuple[_Known, str] | None:
        mark = line.mark
        tries = [(mark.rest, mark)] if mark else []
        for text, by in (*tries, (line.text, None)):
            words, ends = self.quoted(text)
            for known in self.known:
                size = len(known.words)
                if words[:size] == known.words and self._fits(
                    known, line, by, text[ends[size - 1] :]
                ):
                    return known, text[ends[size - 1] :].lstrip(_BEHIND)
            for known in self.known:
                if self._is_broken(known, words, line, by):
                    self.left, self.of = known.words[len(words) :], known
                    return known, ""
        return None

    @staticmethod
    def _fits(known: _Known, line: Line, by: Mark | None, rest: str) -> bool:
        """Whether it is quoted, not only said again: a short line may be both."""
        if line.depth or (by is not None and by.label and by.label == known.label):
            return True
        if known.target is not None:
            return bool(_PARTED.match(rest))
        return len(known.words) > 2 or not rest.strip(_BEHIND)

    @staticmethod
    def _is_broken(known: _Known, words: tuple[str, ...], line: Line, by: Mark | None) -> bool:
        size = len(words)
        enough = 2 if line.depth or by else 5
        return enough <= size < len(known.words) and known.words[:size] == words


def _with_letter(lines: Sequence[Line], letter: Letter) -> Iterator[Line]:
    finder = _Finder(letter)
    for line in lines:
        found = finder.find(line) if line.role is Role.SAID else None
        if found is None:
            yield line
            continue
        yield from _taken_apart(line, found, finder)


def _taken_apart(line: Line, found: tuple[_Known, str] | None, finder: _Finder) -> Iterator[Line]:
    """What a line quotes, which may be several things after each other, and what it says then."""
    while found is not None:
        known, rest = found
        line.role, line.asked, line.target = Role.LETTER, known.asked, known.target
        yield line
        if not rest:
            return
        line = Line(line.number, rest, line.depth, line.indent, behind=True)
        found = finder.find(line)
    yield line


def _part_by_depth(lines: Sequence[Line]) -> None:
    """What is quoted as deeply as the letter, and is not of it, was not said now."""
    depths = Counter(line.depth for line in lines if line.role is Role.LETTER and line.asked)
    if depths:
        most = max(depths.values())
        at = min(depth for depth, count in depths.items() if count == most)
    else:
        at = min((line.depth for line in lines if line.role is Role.SAID), default=0) + 1
    for line in lines:
        if line.role is Role.SAID and line.depth >= max(at, 1) and not line.behind:
            line.role = Role.OTHER
        elif line.role is Role.LETTER and line.depth > at:
            line.role = Role.LEFT_OUT


def _leave_signatures(lines: Sequence[Line]) -> None:
    for at, line in enumerate(lines):
        if line.role is Role.SAID and line.text == "--":
            below = list(_below(lines, at + 1))
            marked = any(one.mark and one.mark.sure is Sure.NUMBER for one in below)
            if len(below) <= MOST_OF_A_SIGNATURE and not marked:
                for one in (line, *below):
                    one.role = Role.LEFT_OUT


def _below(lines: Sequence[Line], at: int) -> Iterator[Line]:
    for line in islice(lines, at, at + 3 * MOST_OF_A_SIGNATURE):
        if line.role not in (Role.SAID, Role.BLANK):
            return
        if line.role is Role.SAID:
            yield line


def _leave_politeness(lines: Sequence[Line], signed: list[str]) -> None:
    """A greeting above what is said, thanks and a name below it."""
    for line in lines:
        if line.role in (Role.SAID, Role.OTHER):
            if is_greeting(line.text):
                line.role = Role.LEFT_OUT
            break
    for at, line in enumerate(lines):
        ends = line.role not in (Role.SAID, Role.BLANK) or at == len(lines) - 1
        if ends:
            _leave_farewell(lines, at if line.role is not Role.SAID else at + 1, signed)
    for line in lines:
        polite = line.role is Role.OTHER and (is_greeting(line.text) or is_farewell(line.text))
        if polite or (line.role is Role.OTHER and farewell_name(line.text)):
            line.role = Role.LEFT_OUT


def _leave_farewell(lines: Sequence[Line], end: int, signed: list[str]) -> None:
    """The last lines of what is said, where they are a farewell, a name, or both."""
    last: list[Line] = []
    for line in reversed(lines[max(0, end - 8) : end]):
        if line.role is Role.SAID:
            last.append(line)
        elif line.role is not Role.BLANK:
            break
        if len(last) == 3:
            break
    for size, line in enumerate(last, 1):
        name = farewell_name(line.text)
        if not name and not is_farewell(line.text):
            continue
        names = last[: size - 1]
        if all(is_name(one.text) or is_farewell(one.text) for one in names):
            signed += [name, *(one.text.strip(" -–—.,!") for one in names)]
            for one in (line, *names):
                one.role = Role.LEFT_OUT
        return
