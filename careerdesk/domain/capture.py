"""A thought jotted down for someone: a name, or the beginning of one, and then the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerdesk.dataclass import dataclass
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person

Names = Callable[[str, str], bool]
"""Whether a part of a name is named by a word."""


@dataclass(frozen=True, slots=True)
class Captured:
    """Whom a line is for and what it says; several people when the name is not clear yet."""

    people: tuple[Person, ...]
    text: str

    @property
    def person(self) -> Person | None:
        """The one it is for; None while that is not clear."""
        return self.people[0] if len(self.people) == 1 else None


def capture(
    line: str, people: Sequence[Person], shown: Person | None = None, *, in_full: bool = False
) -> Captured:
    """Read `ana budget for tooling`: the words that begin a name say whom it is for.

    Of two people of one first name the family name decides. A line that begins with nobody's
    name is for *shown*, the person on the page. *in_full*: a part of a name is written out, since
    `a rise for Ben` is no word to Ana.
    """
    words = line.split()
    found, used = _named(words, people, str.__eq__ if in_full else str.startswith)
    if not found:
        return Captured((shown,) if shown else (), " ".join(words))
    return Captured(found, " ".join(words[used:]))


def _named(
    words: Sequence[str], people: Sequence[Person], names: Names
) -> tuple[tuple[Person, ...], int]:
    """The people that the most of the first words name, and how many words that took."""
    found: tuple[Person, ...] = ()
    used = 0
    left = tuple(people)
    for count in range(1, len(words) + 1):
        left = tuple(person for person in left if _begins(person, words[:count], names))
        if not left:
            break
        found, used = left, count
    return found, used


def _begins(person: Person, words: Sequence[str], names: Names) -> bool:
    """Whether each of *words*, which a sign may end, names the part of a name at its place."""
    wanted = [folded(word).rstrip(":,") for word in words]
    return all(wanted) and any(
        len(wanted) <= len(parts) and all(map(names, parts, wanted)) for parts in _forms(person)
    )


def _forms(person: Person) -> tuple[list[str], ...]:
    return tuple(
        folded(name).split() for name in (person.name, person.full_name, person.family_name)
    )
