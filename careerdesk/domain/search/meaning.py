"""What plain words of a search may mean besides themselves: a person, a kind of record, a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.entries import Area
from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import CheckIn, DiscoveryNote, Motivator, Person
from careerdesk.domain.search.kind_words import Kinds, kind_said, kinds_by_words, plain_words
from careerdesk.domain.search.named import (
    Named,
    nearly_named,
    plainly_named,
    whose_name_is,
)
from careerdesk.domain.search.periods import Period, read_period
from careerdesk.domain.search.query import Only, Query, Reader, Term
from careerdesk.i18n import tr, trn

FILLING = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "in",
        "for",
        "of",
        "with",
        "by",
        "about",
        "from",
        "on",
        "at",
        "my",
        "i",
        "me",
        "we",
        "did",
        "do",
        "does",
        "what",
        "was",
        "is",
        "were",
        "when",
        "and",
        "who",
        "which",
        "that",
        "have",
        "has",
        "had",
        "said",
        "say",
        "says",
        "tell",
        "tells",
        "told",
        "how",
        "many",
        "much",
        "where",
        "why",
        "are",
        "she",
        "he",
        "they",
        "her",
        "his",
        "their",
        "him",
        "them",
        "it",
    ]
)
"""Words that say nothing where others are understood: *promised to Nia in March*."""
SAYING = frozenset(["said", "say", "says", "tell", "tells", "told"])
"""Words that ask for what somebody said: *what did Nia say about the board*."""
_SLIP_LEAST = 4
_SPOKEN: Kinds = frozenset({CheckIn, DiscoveryNote, Motivator, Aspiration})
"""Where words of the person are written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is left to look for, and where alone, if words are taken for what they may mean.

    `words` says what they were taken for. Where they are nothing but a name, `name` is what was
    typed of it, and only the names of people are looked at. `end` is that of a time with its year
    that is left out.
    """

    terms: tuple[Term, ...]
    only: Only
    words: str
    name: tuple[Term, ...] = ()
    by_time_alone: bool = False
    end: date | None = None


def meanings(query: Query, reader: Reader, *, slips: bool = False) -> tuple[Meaning, ...]:
    """What the plain words of *query* may mean, the likelier first; none if only themselves.

    A day or a month may be what something is of, or a word in it: *Mareike December*. With *slips*
    a word may be a name with a slip in it.
    """
    timed = _understood(query, reader, slips=slips)
    if timed.period is None:
        return timed.meanings()
    worded = _understood(query, reader, slips=slips, times=False)
    return (*worded.meanings(), *timed.meanings())


def of_earlier_years(
    query: Query, reader: Reader, years: Iterable[int]
) -> Iterator[tuple[Meaning, ...]]:
    """The same, if a day or a month is typed without its year, so many *years* before, by turns."""
    timed = _understood(query, reader, slips=True)
    last = timed.period
    if last is None or not timed.any_year:
        return
    for back in years:
        timed.period = last.earlier(back)
        yield timed.meanings()


def without_time(query: Query, reader: Reader) -> tuple[Meaning, ...]:
    """The same without the day or month that is typed."""
    timed = _understood(query, reader, slips=True)
    if timed.period is None:
        return ()
    end = None if timed.any_year else timed.period.end
    timed.period = None
    found = timed.meanings(tr("without “{words}”", words=timed.time))
    return tuple(replace(meaning, end=end) for meaning in found)


def without_filling(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Those of *terms* that are more than little words."""
    return tuple(one for one in terms if one.quoted or not FILLING.issuperset(one.words))


def _understood(query: Query, reader: Reader, *, slips: bool, times: bool = True) -> _Understanding:
    found = _Understanding(query, reader, slips=slips, times=times)
    found.look()
    return found


class _Understanding:
    def __init__(self, query: Query, reader: Reader, *, slips: bool, times: bool = True) -> None:
        self.query = query
        self.reader = reader
        self.slips = slips
        self.times = times
        self.people: list[Named] | None = None
        self.kind = ""
        self.period: Period | None = None
        self.any_year = False
        self.time = ""  # as it is typed
        self.left: list[Term] = []
        self.name: list[Term] = []

    def look(self) -> None:
        terms = self.query.terms
        place = 0
        while place < len(terms):
            used = 0
            if not terms[place].quoted:
                used = self._time(place) or self._kind(place) or self._person(place)
            if not used:
                self.left.append(terms[place])
            place += used or 1

    def _plain(self, place: int, most: int) -> list[Term]:
        found = []
        for term in self.query.terms[place : place + most]:
            if term.quoted:
                break
            found.append(term)
        return found

    def _time(self, place: int) -> int:
        if self.period is not None or not self.times:
            return 0
        plain = self._plain(place, 3)
        found = read_period([term.typed for term in plain], self.reader.today, self.reader.months)
        if found is None or found.used > len(plain):
            return 0
        word, people = plain[0].words[0], self.reader.people
        if found.used == 1 and whose_name_is(word, people):
            return 0  # June is somebody here
        if not found.sure and plainly_named((word,), people):
            return 0
        self.period, self.any_year = found.period, found.any_year
        self.time = " ".join(term.typed for term in plain[: found.used])
        return found.used

    def _kind(self, place: int) -> int:
        if self.kind:
            return 0
        known = plain_words(self.reader.area)
        for most in (2, 1):
            plain = self._plain(place, most)
            words = tuple(word for term in plain for word in term.words)
            if len(plain) == most and words in known:
                self.kind = kinds_by_words(self.reader.area)[words][0]
                return most
        return 0

    def _person(self, place: int) -> int:
        words = _without_possessive(self.query.terms[place].words)
        among = self.reader.people if self.people is None else self.people
        found = plainly_named(words, among)
        near = self.slips and not FILLING.issuperset(words)  # May is not meant by *how many*
        if not found and near and all(len(word) >= _SLIP_LEAST for word in words):
            found = nearly_named(words, among)
        if found:
            self.people = found
            self.name.append(self.query.terms[place])
        return int(bool(found))

    def meanings(self, *also: str) -> tuple[Meaning, ...]:
        """What was understood, if anything was; *also* is said of it."""
        only, said = self.query.only, []
        if self.kind:
            kinds = kinds_by_words(self.reader.area)
            only = only.of(next(of for name, of in kinds.values() if name == self.kind))
            said.append(kind_said(self.kind))
        if self.people is not None:
            only = only.among(frozenset(one.id for one in self.people))
            said.append(_names(self.people))
        if self.period is not None:
            only = only.between(self.period.first, self.period.end)
            said.append(self.period.words(self.reader.say_day))
        said += also
        if not said:
            return ()
        left = without_filling(self.left)
        name: tuple[Term, ...] = ()
        if self._is_name_alone(left):
            only, name = only.of(frozenset({Person})), tuple(self.name)
        alone = not self.kind and self.people is None
        words = " · ".join(said)
        found = Meaning(terms=left, only=only, words=words, name=name, by_time_alone=alone)
        return (replace(found, only=only.of(_SPOKEN)), found) if self._asks(left) else (found,)

    def _asks(self, left: Sequence[Term]) -> bool:
        """Whether it is asked what somebody said about something."""
        plainly = self.people is not None and not self.kind and bool(left)
        said = (word for term in self.left if not term.quoted for word in term.words)
        return plainly and self.reader.area is not Area.REVIEWS and not SAYING.isdisjoint(said)

    def _is_name_alone(self, left: Sequence[Term]) -> bool:
        narrowed = left or self.kind or self.period or self.query.filters
        return not narrowed and self.reader.area is not Area.REVIEWS


def _without_possessive(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and words[-1] == "s" else words


def _names(people: Sequence[Named]) -> str:
    most = 3
    if len(people) > most:
        return trn("1 person", "{n} people", len(people))
    return ", ".join(one.name for one in people)
