"""A note line by line, as its writer laid it out: headings, points, and words between them."""

from __future__ import annotations

from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.marks import put_away, put_back
from careerdesk.domain.plain import beginning, blocks, said_of

LONGEST = 6_000  # characters that are laid out; who wants more opens the check-in


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a note: the point or number before it, its words, and whether it is a heading."""

    words: str
    before: str = ""
    heading: bool = False


@lru_cache(maxsize=64)
def note_lines(note: str, longest: int = LONGEST) -> tuple[NoteLine, ...]:
    """The lines of the beginning of a note that say something."""
    words, kept = put_away(note[:longest])
    found: list[NoteLine] = []
    for block in blocks(words):
        said = put_back(said_of(block, targets=True), kept)
        lines = [line.strip() for line in said.split("\n") if line.strip()]
        for number, line in enumerate(lines):
            before = "" if number else put_back(block.before, kept)
            found.append(NoteLine(line, before, block.kind == "heading"))
    return tuple(found)


def gist(note: str, longest: int) -> str:
    """What a note is about: its headings one after the other, else how it begins."""
    headings = [line.words for line in note_lines(note) if line.heading]
    if len(headings) < 2:
        return beginning(note, longest)
    words = ", ".join(headings)
    return words if len(words) <= longest else words[: longest - 1].rstrip(" ,") + "…"
