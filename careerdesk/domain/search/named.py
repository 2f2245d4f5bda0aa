"""People by what is typed of their names: half a name, with a slip, in letters of other scripts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.search.folding import words_of
from careerdesk.domain.search.fuzzy import is_slip

LEAST = 3  # letters of half a name that is typed without `from:`
_NO_NAMES = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "her",
        "his",
        "she",
        "him",
        "they",
        "them",
        "all",
        "not",
        "was",
        "were",
        "are",
        "can",
        "did",
        "had",
        "has",
        "how",
        "who",
        "why",
        "what",
        "when",
        "where",
        "about",
        "from",
        "this",
        "that",
        "then",
        "than",
        "there",
        "our",
        "out",
        "one",
        "two",
        "any",
        "may",
        "will",
        "would",
        "should",
        "could",
        "say",
        "said",
        "talk",
        "note",
        "new",
        "old",
        "own",
        "off",
        "per",
    ]
)
"""Words that say half a name only where they are one: Theo is not meant by *the*."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody: what they are called in lists, and the folded words of all their names.

    `starts` has these words as well, each behind a space.
    """

    id: int
    name: str
    words: frozenset[str]
    starts: str


@lru_cache(maxsize=8192)
def named(key: int, given: str, family: str, preferred: str) -> Named:
    """Somebody of these names."""
    name = f"{preferred or given} {family}".strip()
    words = words_of(f"{given} {family} {preferred}")
    return Named(key, name, frozenset(words), " ".join(("", *words)))


def whose_names_begin(words: Sequence[str], people: Sequence[Named]) -> list[Named]:
    """Those of whose names one begins with each of the folded *words*."""
    found = list(people) if words else []
    for word in words:
        start = f" {word}"  # this is asked about everyone, at each key
        found = [one for one in found if start in one.starts]
    return found


def whose_name_is(word: str, people: Sequence[Named]) -> list[Named]:
    """Those of whose names one is the folded *word*."""
    return [one for one in people if word in one.words]


def nearly_named(words: Sequence[str], people: Sequence[Named]) -> list[Named]:
    """Those who are meant if the folded *words* have a slip or two in them."""
    return [
        one
        for one in people
        if words
        and all(
            any(name.startswith(word) or is_slip(word, name) for name in one.words)
            for word in words
        )
    ]


def plainly_named(words: Sequence[str], people: Sequence[Named]) -> list[Named]:
    """Those whom a word that is typed among others names: whole, or half if it says no more."""
    if len(words) == 1 and (exact := whose_name_is(words[0], people)):
        return exact
    if any(len(word) < LEAST or word in _NO_NAMES for word in words):
        return []
    return whose_names_begin(words, people)
