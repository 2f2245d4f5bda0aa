"""Notes as CommonMark has them, read by markdown-it-py: the only module that imports it.

A note holds no HTML and no references, and whatever a mark leads to that is no address of
`domain/addresses.py` is words (docs/adr/0033-one-reader-of-markdown.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.marks import BULLET, NO_MARK, alone, is_address, said
from careerdesk.domain.unmarked import unmarked

LONGEST_PARAGRAPH = 5_000  # above it one is read as in beginnings: some signs take long here
DEEPEST = 50  # quotes and lists within each other; the library leaves out what is deeper
NO_NOTE = ("code", "html_block", "reference", "html_inline", "entity", "autolink")
_MARK = re.compile(r"[-+*>#=_~`]|\d{1,9}[.)]")
_FENCE = re.compile(r"(?:[-+*]\s+|>\s*|\d{1,9}[.)]\s+)*(`{3,}(?=[^`]*$)|~{3,})")
_SIGN = re.compile(r"[\\`*_\[]")  # without one of them a paragraph has no marks
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")


class Deep(Exception):
    """More is within each other than the library reads."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a note, of one or more lines, and where they stand in its source."""

    words: str
    start: int
    end: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Of a list, before there were words."""

    shown: str
    typed: str
    line: int


class _Notes(MarkdownIt):
    """The library, with what leads somewhere as we have it."""

    @override
    def normalizeLink(self, url: str) -> str:
        """As it is: addresses are put away while marks are read."""
        return url

    @override
    def validateLink(self, url: str) -> bool:
        """Only an address is one: no file, no script, no page beside this one."""
        return is_address(url)


@lru_cache(maxsize=1)
def _engine() -> MarkdownIt:
    engine = _Notes("commonmark", {"html": False, "maxNesting": DEEPEST})
    engine.disable(NO_NOTE)
    engine.core.ruler.disable("inline")  # paragraph by paragraph, since one may be too long
    engine.inline.ruler.before("emphasis", "no_mark", _no_mark)
    return engine


def _no_mark(state: StateInline, silent: bool) -> bool:
    """A rule of the library: some stars and underscores are words."""
    found = NO_MARK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def read(note: str) -> Iterator[Line]:
    """The words of a note whose addresses are put away, from its first line to its last.

    Raises `Deep` where some would be left out.
    """
    source = _set_out(note.split("\n"))
    tokens = _engine().parse("\n".join(source))
    if any(one.level >= DEEPEST - 1 for one in tokens):
        raise Deep
    for line in _Reader(source).read(tokens):
        words = "\n".join(part.rstrip() for part in line.words.split("\n")).strip()
        if words:
            yield Line(words, line.start, line.end, line.heading)


def _set_out(lines: list[str]) -> list[str]:
    """Marks at the start of their lines, as far in as they are: notes are set in by eye."""
    fence, out = "", []
    for line in lines:
        bare = line.lstrip(" \t")
        out.append(bare if not fence and _MARK.match(bare) else line)
        if fence:
            closed = bare.startswith(fence) and not bare.strip(f"{fence[0]} \t")
            fence = "" if closed else fence
        elif found := _FENCE.match(bare):
            fence = found[1]
    return out


class _Reader:
    """Gives each block its words, with the marks of the list that it begins an item of."""

    def __init__(self, source: list[str]) -> None:
        self._source = source
        self._marks: list[_Mark] = []

    def read(self, tokens: Sequence[Token]) -> Iterator[Line]:
        """Go through all blocks."""
        block, heading = (0, 0), False
        for token in tokens:
            start, end = token.map or (0, 0)
            if token.type == "list_item_open":
                self._marks.append(_mark(token, start))
            elif token.type == "list_item_close":
                yield from self._left(-1)
            elif token.type in ("paragraph_open", "heading_open"):
                block, heading = (start, end), token.type == "heading_open"
            elif token.type == "inline":
                yield from self._line(_inline(token.content), *block, heading=heading)
            elif token.type == "hr" and (rule := _RULE.search(self._source[start])):
                yield from self._line(rule[0], start, end)
            elif token.type == "fence":
                yield from self._code(token.content.split("\n"), start)

    def _code(self, lines: list[str], start: int) -> Iterator[Line]:
        """Each line by itself; the marks before the fence stand before the first of them."""
        yield from self._left(start)
        before = self._taken()
        for place, words in enumerate(lines, start + 1):
            if words.strip():
                yield Line(before + words, place, place + 1)
                before = ""

    def _taken(self) -> str:
        before = "".join(one.shown for one in self._marks)
        self._marks.clear()
        return before

    def _line(self, words: str, start: int, end: int, *, heading: bool = False) -> Iterator[Line]:
        yield from self._left(start)
        yield Line(self._taken() + words, start, end, heading)

    def _left(self, line: int) -> Iterator[Line]:
        """The marks that have no words on their line: *line* is of those that come."""
        for place in dict.fromkeys(one.line for one in self._marks if one.line != line):
            marks = [one for one in self._marks if one.line == place]
            before = "".join(one.shown for one in marks)
            yield Line(alone(before, marks[-1].typed, self._source[place]), place, place + 1)
        self._marks = [one for one in self._marks if one.line == line]


def _mark(token: Token, line: int) -> _Mark:
    typed = token.info + token.markup
    return _Mark(f"{typed} " if token.info else BULLET, typed, line)


def _inline(source: str) -> str:
    if len(source) > LONGEST_PARAGRAPH:
        return unmarked(source)
    if not _SIGN.search(source):
        return "\n".join(line.strip(" \t") for line in source.split("\n"))
    engine = _engine()
    tokens: list[Token] = []
    engine.inline.parse(source, engine, {}, tokens)
    return _words(tokens)


def _words(tokens: Sequence[Token]) -> str:
    words: list[str] = []
    links: list[tuple[int, object]] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type == "image":
            words.append(_link(_words(token.children or []), token.attrs["src"], "!"))
        elif token.type == "link_open":
            links.append((len(words), token.attrs["href"]))
        elif token.type == "link_close":
            start, address = links.pop()
            words[start:] = [_link("".join(words[start:]), address)]
        else:
            words.append(token.content)
    return "".join(words)


def _link(words: str, address: object, sign: str = "") -> str:
    """What a link says; one to nowhere stays as it is typed."""
    return said(words, str(address)) if address else f"{sign}[{words}]()"
