"""Lines jotted down on the way, such as `mareike: found the double billing`, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.dataclass import dataclass
from careerdesk.domain.capture import capture
from careerdesk.domain.records import Person

_BULLETS = "-*•–—·"
_COLONS = (":", "：")
MOST_WORDS = 4  # of a name before a colon; more is a sentence with a colon in it


@dataclass(frozen=True, slots=True)
class Jotted:
    """A line as it was typed, its words without the name, and whom the name fits.

    Nobody: the name is not known, or there is none. Several: the name is not clear.
    """

    line: str
    words: str = ""
    people: tuple[Person, ...] = ()
    name: str = ""

    @property
    def person(self) -> Person | None:
        """The one it is about; None while that is not clear."""
        return self.people[0] if len(self.people) == 1 and self.words else None


def read_jotted(text: str, people: Sequence[Person]) -> list[Jotted]:
    """Each line of *text* that says something, in its order."""
    return [_read(line.strip(), people) for line in text.splitlines() if line.strip()]


def _read(line: str, people: Sequence[Person]) -> Jotted:
    bare = line.lstrip(_BULLETS).strip()
    place = min((at for colon in _COLONS if (at := bare.find(colon)) > 0), default=0)
    name, words = bare[:place].strip(), bare[place + 1 :].strip()
    if not name or len(name.split()) > MOST_WORDS:
        return _without_colon(line, bare, people)
    return Jotted(line, words, _named(name, people), name)


def _without_colon(line: str, bare: str, people: Sequence[Person]) -> Jotted:
    """A line that begins with a part of a name, written out."""
    found = capture(bare, people, in_full=True)
    return Jotted(line, found.text if found.people else bare, found.people)


def _named(name: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Whom a name fits: those with a part of it written out before those whose part it begins."""
    for in_full in (True, False):
        found = capture(name, people, in_full=in_full)
        if found.people and not found.text:
            return found.people
    return ()


def without(text: str, gone: Sequence[str]) -> str:
    """*text* without these lines, each taken out once; the others as they were typed."""
    left = list(gone)
    kept = []
    for line in text.splitlines():
        if line.strip() in left:
            left.remove(line.strip())
        else:
            kept.append(line)
    return "\n".join(kept).strip("\n")
