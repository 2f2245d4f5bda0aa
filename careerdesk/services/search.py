"""Finding words in everything that was written on one side of the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from careerdesk.data.queries import search as index
from careerdesk.data.queries import search_lines as lines
from careerdesk.data.queries.search import Match
from careerdesk.data.reads import Reads
from careerdesk.data.search_index import state_of
from careerdesk.dataclass import dataclass
from careerdesk.domain.catalogue import Area
from careerdesk.domain.search import completing
from careerdesk.domain.search.expression import beginnings, in_a_row, whole_words
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.found import Completion, Found, Scope, State
from careerdesk.domain.search.fuzzy import likest
from careerdesk.domain.search.named import named
from careerdesk.domain.search.query import Only, Query, Reader, Term, parse
from careerdesk.domain.search.ways import Way, stages, timeless
from careerdesk.i18n import tr
from careerdesk.services.search_hits import Chosen, hits_of

MOST = 500
"""So many matches are looked at of each way to understand what was typed, the newest ones."""
SHOWN = 20
_MOST_APART = 6  # words
_TIMES_SHOWN = 4  # so many whole words and titles are looked for: some are of one record
_MOST_LIKE, _LIKEST = 2_000, 5  # words that are looked through for like ones, and of these tried
_EMPTY = Found()
_FIRST_NAME = "given_name"


def find(
    store: Reads,
    typed: str,
    scope: Scope,
    today: date,
    months: Sequence[str] = (),
    limit: int = SHOWN,
    *,
    say_day: Callable[[date], str] = date.isoformat,
    person_id: int | None = None,
) -> Found:
    """The best of what *typed* finds in *scope*, with the lines of the first *limit*.

    *months* are names of months in the user's language, January first, in any number of dozens.
    Nothing that is typed is an error: what cannot be understood is said in `problem`. *person_id*
    narrows it to a person, as `from:` does; that of *scope* is who is shown on a shared screen.
    """
    if scope.area is Area.REVIEWS and not scope.private and scope.person_id is not None:
        return _EMPTY  # the whole of Reviews is hidden while the screen is shared
    reader = _reader(store.read(lines.names), scope, today, months, say_day)
    query = parse(typed, reader)
    if not query.terms and not query.filters:
        return Found(problem=query.problem)
    if person_id is not None:
        query = replace(query, only=query.only.among(frozenset({person_id})))
    return _Search(store, scope, query, reader, limit).found()


def is_complete(store: Reads) -> bool:
    """Whether every text can be found: what was restored from JSON is put in beside a window."""
    return store.read(state_of).is_whole


def completions(
    store: Reads,
    typed: str,
    cursor: int,
    scope: Scope,
    today: date,
    months: Sequence[str] = (),
) -> tuple[Completion, ...]:
    """What may follow where the cursor stands in *typed*: filters, and what stands behind them."""
    reader = _reader(store.read(lines.names, as_in_rail=True), scope, today, months)
    return completing.completions(typed, cursor, reader, scope)


def _reader(
    names: Iterable[tuple[int, str, str, str]],
    scope: Scope,
    today: date,
    months: Sequence[str],
    say_day: Callable[[date], str] = date.isoformat,
) -> Reader:
    people = [named(*row) for row in names]
    if scope.person_id is not None:
        people = [one for one in people if one.id == scope.person_id]
    return Reader(
        people=people, today=today, area=scope.area, months=months, say_day=say_day
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A match with what puts it before others, the greatest first."""

    rank: tuple[int, ...]
    match: Match
    terms: tuple[Term, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What it is to the user."""
        return _key(self.match)


def _key(one: Match) -> tuple[object, ...]:
    """A record, once among what is private and once among the rest."""
    return one.kind, one.record_id, one.private, one.state, one.kept_in


def _ranked(way: Way, match: Match, whole: int = 0) -> _Ranked:
    """A match with its rank: whole words, titles and figures, the newer, what can be shown."""
    day = match.day.toordinal() if match.day else 0
    named = match.title or match.field == FIGURES
    return _Ranked((way.tier, whole, int(named), day, int(not match.private)), match, way.terms)


class _Search:
    """One search: the words as they are, and what they may mean, the better one first."""

    def __init__(
        self, store: Reads, scope: Scope, query: Query, reader: Reader, limit: int
    ) -> None:
        self.limit = limit
        self.store = store
        self.scope = scope
        self.query = query
        self.reader = reader
        self.best: dict[tuple[object, ...], _Ranked] = {}
        self.counted: set[tuple[object, ...]] = set()
        self.more = False
        self.understood = ""
        self.words: dict[str, None] = {}
        self._spelt: dict[str, str] = {}
        self._known: dict[str, list[str]] = {}

    def found(self) -> Found:
        """All that is said about it."""
        self._look()
        ranked = sorted(self.best.values(), key=lambda one: one.rank, reverse=True)
        shown = [Chosen(one.match, one.terms) for one in ranked[: self.limit]]
        names = {one.id: one.name for one in self.reader.people}
        hits = hits_of(self.store, shown, names, private=self.scope.private)
        count = len(self.best.keys() | self.counted) - (len(shown) - len(hits))
        return Found(
            hits=hits,
            count=max(count, MOST) if self.more else count,
            more=self.more,
            words=tuple(self.words),
            filters=self.query.filters,
            problem=self.query.problem,
            understood=self.understood,
        )

    def _look(self) -> None:
        tried: list[Way] = []
        for ways in stages(self.query, self.reader):
            for way in ways:
                self._take(way)
            if not self.best:
                for way in ways:
                    self._take_apart(way)
            if self.best:
                return
            tried += ways
        for way in self._loosely(tried):
            self._take(way)
            if self.best:
                return

    def _loosely(self, tried: Iterable[Way]) -> list[Way]:
        """The ways again without a time or words that are nowhere, the least that is left out."""
        found = timeless(self.query, self.reader)
        found += filter(None, map(self._loosened, (*found, *tried)))
        return sorted(found, key=lambda way: way.loosened)

    def _loosened(self, way: Way) -> Way | None:
        """The way without the words that stand nowhere, or with such that are like them."""
        terms, said = [], []
        for term in way.terms:
            if self._stands(term, way):
                terms.append(term)
            elif (other := self._like(term, way)) is not None:
                terms.append(other)
                said.append(
                    tr("“{found}” instead of “{typed}”", found=other.typed, typed=term.typed)
                )
            elif term.quoted:
                return None  # anyone who quotes means it
            else:
                said.append(tr("without “{words}”", words=term.typed))
        if not said or not (terms or way.words):
            return None
        words = " · ".join(filter(None, (way.words, *said)))
        return replace(way, terms=tuple(terms), words=words, loosened=way.loosened + len(said))

    def _stands(self, term: Term, way: Way) -> bool:
        begins = self._spelt_out(beginnings([term]))
        return bool(self._matches(begins, way.only, newest=1))

    def _like(self, term: Term, way: Way) -> Term | None:
        """A word that is written, if it is like the typed one, which is not; the likeliest."""
        word = term.words[0]
        if term.quoted or len(term.words) > 1 or not word.isalpha() or not self.scope.private:
            return None  # a like word of what is hidden would say that it is there
        for other in likest(word, self._words_from(word[0]))[:_LIKEST]:
            meant = replace(term, words=(other,), typed=other, other=())
            if self._stands(meant, way):
                return meant
        return None

    def _words_from(self, letter: str) -> list[str]:
        if letter not in self._known:  # there may be many of them, and many ways to be tried
            area = self.scope.area
            self._known[letter] = self.store.read(index.words_from, area, letter, _MOST_LIKE)
        return self._known[letter]

    def _take(self, way: Way) -> None:
        """Take what was found in one way."""
        if way.name:
            for match in self._matches("", way.only, titles=True):
                first = match.field == _FIRST_NAME
                self._keep(_Ranked((way.tier, 2, 1, int(first)), match, way.name))
            return
        terms = way.terms
        begins = self._spelt_out(beginnings(terms))
        found = self._matches(begins, way.only)
        if not found:
            return
        self.more = self.more or len(found) > MOST
        some = min(MOST, _TIMES_SHOWN * self.limit)
        titles = [match for match in found if match.title]
        if len(found) > MOST and len(titles) < some:
            titles = self._matches(begins, way.only, titles=True, newest=some)
        exact, in_row = set[Match](), set[Match]()
        if terms:
            exact |= self._exact(way, some)
        if _says_figure(terms):
            in_row |= set(self._matches(in_a_row(terms), way.only, newest=some))
        for match in dict.fromkeys((*found[:some], *titles[:some], *exact, *in_row)):
            self._keep(_ranked(way, match, (match in exact) + (match in in_row)))
        self.counted.update(map(_key, found[some:]))  # too old to be shown
        self._say(way)

    def _exact(self, way: Way, some: int) -> set[Match]:
        """The newest that say the very words; names and titles also where these are too old."""
        words = whole_words(way.terms)
        found = self._matches(words, way.only, newest=some)
        if len(found) == some:
            found += self._matches(words, way.only, titles=True, newest=self.limit)
        return set(found)

    def _spelt_out(self, expression: str) -> str:
        """The expression, for which the index need not look up again what begins so."""
        if expression not in self._spelt:
            spelt = self.store.read(index.spelt_out, self.scope.area, expression)
            self._spelt[expression] = spelt
        return self._spelt[expression]

    def _take_apart(self, way: Way) -> None:
        """Take records that say each of the words somewhere, if not all in one of their texts."""
        if not 2 <= len(way.terms) <= _MOST_APART:
            return
        left: dict[tuple[object, ...], Match] | None = None
        for term in way.terms:
            found: dict[tuple[object, ...], Match] = {}
            begins = self._spelt_out(beginnings([term]))
            for match in self._matches(begins, way.only):
                record = match.kind, match.record_id, match.state, match.kept_in
                found.setdefault(record, match)
            left = found if left is None else {key: found[key] for key in found if key in left}
            if not left:
                return
        for match in (left or {}).values():
            self._keep(_ranked(way, match))
        self._say(way)

    def _say(self, way: Way) -> None:
        """Note what the words were taken for, and which of them are marked where one lands."""
        self.understood = self.understood or way.words
        self.words |= dict.fromkeys(word for term in way.terms for word in term.words)

    def _keep(self, one: _Ranked) -> None:
        known = self.best.get(one.key)
        if known is None or known.rank < one.rank:
            self.best[one.key] = one

    def _matches(
        self, expression: str, only: Only, *, titles: bool = False, newest: int = MOST + 1
    ) -> list[Match]:
        scope = self.scope
        if only.private and not scope.private:
            return []
        people: Iterable[int | None] = (None,) if only.people is None else only.people
        if scope.person_id is not None:
            people = {scope.person_id} & (only.people or {scope.person_id})
        private = True if only.private else None if scope.private else False
        found: list[Match] = []
        for person_id in people:
            found += self.store.read(
                index.matches, scope.area, expression, newest=newest, kinds=only.kinds,
                person_id=person_id, since=only.after, until=_day_before(only.before),
                private=private, titles=titles, states=self._states(only),
            )  # fmt: skip
        return found

    def _states(self, only: Only) -> tuple[State, ...]:
        if only.state is not None:
            return (only.state,) if self.scope.private else ()
        states = [State.THERE]
        if self.scope.private:
            states += [State.DELETED] * self.scope.deleted + [State.EARLIER] * self.scope.earlier
        return tuple(states)


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day is not None and day > date.min else None


def _says_figure(terms: Sequence[Term]) -> bool:
    """Whether a number stands beside a word, such as its unit: they belong together."""
    return len(terms) > 1 and any(term.words[0].isdecimal() for term in terms)
