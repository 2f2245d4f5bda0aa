"""Names of people and of commands, found by some of their letters or with a slip in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.search.folding import places_of, words_of
from careerdesk.domain.search.found import Mark

WHOLE, BEGINS, LETTERS, SLIP, WITHIN = 100, 80, 55, 45, 30
"""What a typed word is worth: it is a word of the name, begins one, or is nearly or within one."""

_SLIPS = ((4, 1), (7, 2))
"""From how many letters on so many slips are forgiven."""
_STRONG = BEGINS
_ALIKE = (
    ("kh", "h"), ("gh", "h"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ch", "h"), ("g", "h"),
    ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("y", "i"), ("j", "i"), ("w", "v"),
    ("c", "k"), ("z", "s"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well what was typed names something: `score` is higher for better, `marks` are in it.

    It is `strong` where each typed word begins a word of the name, and half of them are named.
    """

    score: int
    strong: bool = False
    marks: tuple[Mark, ...] = ()


def match(typed: str, name: str) -> Match | None:
    """How *typed* names *name*; None where it does not. Nothing typed names all of them."""
    wanted = words_of(typed)
    if not wanted:
        return Match(score=0) if not typed.strip() else None
    places = places_of(name)
    words = [place.word for place in places]
    letters = _by_first_letters(wanted, words)
    if letters:
        marks = tuple((place.start, 1) for place in places[: len(wanted[0])])
        return Match(score=LETTERS, marks=marks)
    taken = _taken(wanted, words)
    if taken is None:
        return None
    score, used, least = taken
    marks = tuple(places[at][:2] for at in sorted(used))
    return Match(score=score, strong=least >= _STRONG and 2 * len(used) >= len(words), marks=marks)


def _by_first_letters(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one typed word is the first letters of at least two words of the name."""
    if len(wanted) != 1 or not 2 <= len(wanted[0]) <= len(words):
        return False
    return all(word[0] == letter for word, letter in zip(words, wanted[0], strict=False))


def _taken(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, set[int], int] | None:
    """The score, the words of the name that are named, and the least that one typed word is worth.

    Each typed word names another word of the name, the best one that is left.
    """
    used: set[int] = set()
    worths = []
    for one in wanted:
        best = max(
            ((worth(one, word), -place) for place, word in enumerate(words) if place not in used),
            default=(0, 0),
        )
        if not best[0]:
            return None
        used.add(-best[1])
        worths.append(best[0])
    first = 10 if 0 in used else 0
    whole = 10 * len(used) // max(1, len(words))
    return sum(worths) // len(worths) + first + whole, used, min(worths)


@lru_cache(maxsize=8192)
def worth(typed: str, word: str) -> int:
    """How well one folded word names another, 0 for not at all."""
    if typed == word:
        return WHOLE
    if word.startswith(typed):
        return BEGINS
    if is_slip(typed, word):
        return SLIP
    return WITHIN if len(typed) > 2 and typed in word else 0


@lru_cache(maxsize=8192)
def is_slip(typed: str, word: str) -> bool:
    """Whether *typed* is *word*, or its beginning, but for a slip or two, or as it is heard."""
    allowed = max((slips for least, slips in _SLIPS if len(typed) >= least), default=0)
    if not allowed or not word or 2 * len(typed) < len(word):
        return False
    if _heard(word).startswith(_heard(typed)):
        return True
    if typed[0] != word[0] and typed[1:2] != word[1:2]:
        return False
    return any(
        distance(typed, word[:length], allowed) <= allowed
        for length in range(max(1, len(typed) - allowed), min(len(word), len(typed) + allowed) + 1)
    )


def _heard(word: str) -> str:
    """A word without what names from other scripts are spelt differently by: Haiduk, Gayduk."""
    for one, other in _ALIKE:
        word = word.replace(one, other)
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=8192)
def distance(one: str, other: str, most: int) -> int:
    """How many letters are missing, too many, other ones, or in each other's place.

    Above *most* it only says that it is more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (left != right))
            if last and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def likest(typed: str, words: Iterable[str]) -> list[str]:
    """Those of the folded *words* that *typed* may be with a slip in it, the likest first."""
    allowed = max((slips for least, slips in _SLIPS if len(typed) >= least), default=0)
    near = ((distance(typed, word, allowed), word) for word in words) if allowed else ()
    return [word for apart, word in sorted(near) if apart <= allowed]
