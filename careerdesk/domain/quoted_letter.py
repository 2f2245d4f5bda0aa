"""What a pasted answer quotes of a letter: known by its words, whatever a mail program did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_marks import Mark
from careerdesk.domain.asking_before import LABELS, Asked, AskedKind, Letter, Target
from careerdesk.domain.pasted_line import Line, Role

_WORD = re.compile(r"\w+")
_BEHIND = " \t?!.:;,)*_\"'”»–—-=→>。？：！"
_PARTED = re.compile(r"[\s*_\"'”»)]*(?:[:：=→>–—-]|$)")


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


def _within(known: Sequence[_Known]) -> re.Pattern[str] | None:
    """Finds the lines of a letter inside a line: questions by their numbers, others by letters."""
    ways = [
        rf"(?:{one.label}[).:]|{one.asked.number}[).:])\s*" + r"\W+".join(map(re.escape, one.words))
        for one in known
        if one.asked is not None
    ]
    return re.compile(rf"(?<=\s)[(\[#]?(?:{'|'.join(ways)})", re.IGNORECASE) if ways else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


class _Finder:
    """Finds what lines quote of a letter, also where a mail program broke them."""

    def __init__(self, letter: Letter) -> None:
        self.known = _known(letter)
        self.most = max((len(one.words) for one in self.known), default=0) + 1
        self.within = _within(self.known)
        self.left: tuple[str, ...] = ()  # of a line that was broken
        self.of: _Known | None = None

    def find(self, line: Line) -> tuple[_Known, str] | None:
        """What a line quotes, and the rest of it."""
        return self._goes_on(line.text) or self._begins(line)

    def cut(self, text: str) -> tuple[str, str]:
        """What is said before the next thing that is quoted on a line, and the line from there."""
        if not text or self._begins(Line(0, text)):
            return "", text
        found = self.within.search(text) if self.within else None
        if found is None:
            return text, ""
        return text[: found.start()].strip(), text[found.start() :]

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
                    return self._lettered(known, by), text[ends[size - 1] :].lstrip(_BEHIND)
            for known in self.known:
                if self._is_broken(known, words, line, by):
                    self.left, self.of = known.words[len(words) :], self._lettered(known, by)
                    return self.of, ""
        return None

    def _lettered(self, known: _Known, by: Mark | None) -> _Known:
        """Of several that say the same, the one with the letter that stands before it."""
        label = by.label if by else ""
        same = (one for one in self.known if one.words == known.words and one.asked is known.asked)
        return next((one for one in same if one.label == label), known)

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


def with_letter(lines: Sequence[Line], letter: Letter) -> Iterator[Line]:
    """The lines, those of the letter told from those that were said; a line may be parted."""
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
        said, rest = finder.cut(rest)
        if said:
            yield Line(line.number, said, line.depth, line.indent, behind=True)
        if not rest:
            return
        line = Line(line.number, rest, line.depth, line.indent, behind=True)
        found = finder.find(line)
    yield line
