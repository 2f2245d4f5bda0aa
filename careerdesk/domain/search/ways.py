"""In which ways what was typed may be meant, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from careerdesk.dataclass import dataclass
from careerdesk.domain.search.meaning import (
    Meaning,
    meanings,
    of_earlier_years,
    without_filling,
    without_time,
)
from careerdesk.domain.search.query import Only, Query, Reader, Term

_BY_TIME, _AS_TYPED, _MEANT = 0, 1, 5
"""What goes before what: a person or a kind that is meant, then the words, then a time alone."""
_YEARS_BACK = range(1, 6)  # in which a month without a year is looked for besides the last one


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which the words may be meant; a greater `tier` goes first.

    `words` says what they were taken for, `loosened` how many were left out or are others.
    """

    terms: tuple[Term, ...]
    only: Only
    tier: int
    words: str = ""
    name: tuple[Term, ...] = ()
    loosened: int = 0


def stages(query: Query, reader: Reader) -> Iterator[list[Way]]:
    """The ways to try at once; the next ones only where these find nothing."""
    typed = Way(query.terms, query.only, _AS_TYPED)
    yield _possible([*_meant(meanings(query, reader)), typed])
    fewer = without_filling(query.terms)
    ways = _meant(meanings(query, reader, slips=True))
    if fewer and len(fewer) < len(query.terms):
        ways.append(replace(typed, terms=fewer))
    yield _possible(ways)
    for earlier in of_earlier_years(query, reader, _YEARS_BACK):
        yield _possible(_meant(earlier))


def timeless(query: Query, reader: Reader) -> list[Way]:
    """The ways without the time that is typed, which counts as left out.

    What was last at the end of a time goes first, where its year was typed.
    """
    found = without_time(query, reader)
    before = [
        replace(meaning, only=meaning.only.between(None, meaning.end))
        for meaning in found
        if meaning.end is not None
    ]
    return [replace(way, loosened=1) for way in _possible(_meant([*before, *found]))]


def _meant(found: Iterable[Meaning]) -> list[Way]:
    return [
        Way(
            meant.terms, meant.only, _BY_TIME if meant.by_time_alone else _MEANT - place,
            meant.words, meant.name,
        )
        for place, meant in enumerate(found)
    ]  # fmt: skip


def _possible(ways: Iterable[Way]) -> list[Way]:
    return [way for way in ways if way.only.is_possible]
