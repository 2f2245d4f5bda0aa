"""The beginning of a note without the marks of its Markdown, for where it is one of many.

It says what documents say (`documents/prose.py`), which a test holds, and needs no library: lists
show hundreds of beginnings, and the first page some before anything else is loaded.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.marks import BULLET, alone, put_away, put_back
from careerdesk.domain.unmarked import unmarked

_ENDS = re.compile(r"\r\n?")
_FENCE = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}")
_UNDERLINE = re.compile(r"=+|-+")
_QUOTE = re.compile(r">[ \t]*")
_QUOTED = re.compile(r"[ \t]*> ?")
_ITEM = re.compile(r"(?:[-*+]|(\d{1,9}[.)]))(?:[ \t]+|$)")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
_WORD_END = re.compile(r"\w[ \t]*$")
_BLANK = " \t"


@dataclass(slots=True)
class Block:
    """Lines that belong together, with what stands before the first of them."""

    kind: str  # words, heading, code that has no marks, or gap
    lines: list[str] = field(default_factory=list)
    before: str = ""  # points and numbers of a list
    quotes: int = 0
    starts: bool = False  # with a mark that is left out: blank lines before it are, too

    @property
    def is_point(self) -> bool:
        """Whether it is one of a list without numbers."""
        return self.before.endswith(BULLET)


def plain(note: str, longest: int = 2_000) -> str:
    """The words of the beginning of a note, lines kept; numbers and points of lists stay.

    Addresses stay to the letter; what a link says stands before its address. One that ends in
    what looks like the end of a sentence is in sharp brackets.
    """
    words, kept = put_away(note[: longest * 2])
    said: list[str] = []
    for block in blocks(words):
        while block.starts and said and not said[-1]:
            said.pop()
        said.append(block.before + said_of(block, targets=True))
    lines = (line.rstrip(_BLANK) for line in "\n".join(said).split("\n"))
    return put_back("\n".join(lines), kept).strip()[:longest]


@lru_cache(maxsize=256)
def beginning(note: str, longest: int) -> str:
    """The words of the beginning of a note on one line; an ellipsis says that there is more.

    A heading ends with a colon there and a point of a list with a semicolon.
    """
    words, kept = put_away(note[: longest * 4])
    found = blocks(words)  # none where there is nothing but the mark of a list that was begun
    line = ""
    for block, after in zip(found, [*found[1:], Block("gap")], strict=False):
        end = ":" if block.kind == "heading" else ";" if block.is_point and after.is_point else ""
        end = end if block.lines and _WORD_END.search(block.lines[-1]) else ""
        said = block.before.replace(BULLET, "") + said_of(block, targets=False) + end
        line = " ".join(f"{line} {put_back(said, kept)}".split())
        if len(line) > longest:
            break
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def said_of(block: Block, *, targets: bool) -> str:
    """The words of a block; what a link says alone, or (*targets*) with its address."""
    words = "\n".join(block.lines)
    return words if block.kind == "code" else unmarked(words, targets=targets)


class _Reader:
    """Puts the lines of a note together, however far they stand in."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._open: Block | None = None  # which the next line may go on with
        self._fence = self._marks = self._typed = ""
        self._around = Block("code")

    def read(self, line: str) -> None:
        """Take the next line."""
        bare = line.strip(_BLANK)
        if self._fence and self._in_fence(line):
            return
        if not bare:
            self._add(Block("gap"))
        else:
            self._marked(bare, line)

    def _marked(self, bare: str, line: str) -> None:
        block, rest = self._marks_of(bare)
        if _UNDERLINE.fullmatch(rest) and self._goes_on(block):
            self._open = None
        elif _RULE.fullmatch(rest):
            self._add(replace(block, kind="code", lines=[rest]))
        elif found := _FENCE.fullmatch(rest):
            self._open, self._around, self._marks = None, block, block.before
            self._fence = found[1] or found[2]
        elif found := _HEADING.match(rest):
            words = _CLOSING.sub("", rest[found.end() :])
            self._add(replace(block, kind="heading", lines=[words], starts=True))
        elif not rest:
            self._empty(block, line)
        elif self._open and not block.before and block.quotes <= self._open.quotes:
            self._open.lines.append(rest + line[len(line.rstrip(_BLANK)) :])
        else:
            block.lines.append(rest + line[len(line.rstrip(_BLANK)) :])
            self._add(block)

    def _marks_of(self, bare: str) -> tuple[Block, str]:
        """A block with the marks before the words of a line, and these words."""
        block, at = Block("words"), 0
        while not _RULE.fullmatch(bare, at):
            if found := _QUOTE.match(bare, at):
                block.quotes += 1
            elif (found := _ITEM.match(bare, at)) and self._begins(found, block):
                block.before += f"{found[1]} " if found[1] else BULLET
                self._typed = found[0].strip()
            else:
                break
            at = found.end()
        block.starts = at > 0 and not bare[0].isdigit()
        return block, bare[at:]

    def _begins(self, item: re.Match[str], block: Block) -> bool:
        """Whether that is an item; what would go on with a paragraph must say so clearly."""
        if not self._goes_on(block):
            return True
        return item.end() < len(item.string) and item[1] in (None, "1.", "1)")

    def _goes_on(self, block: Block) -> bool:
        """Whether that is where the paragraph before it is, and neither is in a list."""
        before = self._open
        if before is None or before.before or block.before:
            return False
        return before.quotes == block.quotes

    def _in_fence(self, line: str) -> bool:
        """Take a line of code; not one that leaves the quote or the item that the code is in."""
        for _ in range(self._around.quotes):
            quoted = _QUOTED.match(line)
            line = line[quoted.end() :] if quoted else line
            self._fence = self._fence if quoted else ""
        bare = line.strip(_BLANK)
        if bare and self._around.before and line[0] not in _BLANK:
            self._fence = ""
        if not self._fence:
            return False
        if len(bare) >= len(self._fence) and not bare.strip(self._fence[0]):
            self._fence = ""
        elif bare:
            self._add(Block("code", [bare], self._marks))
            self._marks = ""
        return True

    def _empty(self, block: Block, line: str) -> None:
        """Marks without words."""
        self._open = None
        if block.before and (words := alone(block.before, self._typed, line)):
            self._add(replace(block, kind="code", before="", lines=[words]))

    def _add(self, block: Block) -> None:
        self.found.append(block)
        self._open = block if block.kind == "words" else None


def blocks(note: str) -> list[Block]:
    """The lines of a note, put together as they belong."""
    reader = _Reader()
    for line in _ENDS.sub("\n", note).split("\n"):
        reader.read(line)
    return reader.found
