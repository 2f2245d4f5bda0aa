"""Reading what is typed into a search: words, phrases and filters, each with where it stands.

Nothing that can be typed is an error. What cannot be understood of a filter is said in `problem`,
and the rest is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.entries import Area
from careerdesk.domain.search.folding import words_of
from careerdesk.domain.search.found import Filter, State
from careerdesk.domain.search.kind_words import Kinds, kind_said, named_kinds
from careerdesk.domain.search.named import Named, nearly_named, whose_name_is, whose_names_begin
from careerdesk.domain.search.periods import read_period
from careerdesk.i18n import N_, tr, translated, trn

MOST_CHARACTERS = 1000
MOST_TERMS = 16
MOST_WORDS = 32  # of a phrase
_MOST_SAID = 3  # names on a chip

FROM, KIND, BEFORE, AFTER, IS = "from", "kind", "before", "after", "is"
KEYS = (FROM, KIND, BEFORE, AFTER, IS)
STATES = {
    "private": None, "deleted": State.DELETED, "earlier": State.EARLIER,
}  # fmt: skip

_LONG_NUMBER = 4  # digits
_PARTED = re.compile(r"\d{1,3}(?:[,.'’]\d{3})+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"：": ":"})
_PIECE = re.compile(
    r"(?P<key>(?i:from|kind|before|after|is)):(?:\"(?P<whole>[^\"]*)\"?|(?P<value>[^\s\"]*))"
    r"|\"(?P<phrase>[^\"]*)(?P<closed>\"?)|(?P<word>[^\s\"]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Something that has to be there: folded words in a row, as `typed` from `start` to `end`.

    The last of them may go on, unless the phrase was `closed` by its quotation mark. A long number
    may be written the `other` way, with signs between its thousands or without.
    """

    words: tuple[str, ...]
    typed: str = ""
    start: int = 0
    end: int = 0
    quoted: bool = False
    closed: bool = False
    other: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The ways in which it may be written."""
        return (self.words, self.other) if self.other else (self.words,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """What alone is looked at; None for no bounds. `after` is within, `before` is not."""

    people: frozenset[int] | None = None
    kinds: Kinds | None = None
    after: date | None = None
    before: date | None = None
    private: bool = False
    state: State | None = None

    @property
    def is_possible(self) -> bool:
        """Whether anything is within these bounds."""
        ends_first = self.after and self.before and self.after >= self.before
        return self.people != frozenset() and self.kinds != frozenset() and not ends_first

    def among(self, people: frozenset[int]) -> Only:
        """The same, and only of these people."""
        kept = people if self.people is None else self.people & people
        return replace(self, people=kept)

    def of(self, kinds: Kinds) -> Only:
        """The same, and only of these kinds."""
        return replace(self, kinds=kinds if self.kinds is None else self.kinds & kinds)

    def between(self, first: date | None, end: date | None) -> Only:
        """The same, and only from a day on, or before one."""
        starts = [day for day in (self.after, first) if day is not None]
        ends = [day for day in (self.before, end) if day is not None]
        return replace(self, after=max(starts, default=None), before=min(ends, default=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What was typed, understood: what has to be there, and where alone is looked."""

    terms: tuple[Term, ...] = ()
    only: Only = Only()
    filters: tuple[Filter, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is known where something is typed: who there is, the day, and the names of months."""

    people: Sequence[Named] = ()
    today: date
    area: Area = Area.CONVERSATIONS
    months: Sequence[str] = ()
    say_day: Callable[[date], str] = date.isoformat


@dataclass(slots=True)
class _Piece:
    """A part of what was typed: a word or a phrase, or the value of a filter."""

    text: str
    start: int
    end: int
    key: str = ""
    quoted: bool = False
    closed: bool = False

    @property
    def is_word(self) -> bool:
        return not self.key and not self.quoted


def parse(typed: str, reader: Reader) -> Query:
    """Read what was typed."""
    pieces = list(_pieces(typed[:MOST_CHARACTERS]))
    reading = _Reader(pieces, reader)
    reading.read()
    if len(typed.strip()) > MOST_CHARACTERS or reading.is_cut:
        why = tr("This search is too long, so only the beginning is used.")
        reading.problems.insert(0, why)
    return Query(
        terms=tuple(reading.terms),
        only=reading.only,
        filters=tuple(reading.filters),
        problem=next(iter(reading.problems), ""),
    )


def _pieces(typed: str) -> Iterator[_Piece]:
    for found in _PIECE.finditer(typed.translate(_QUOTES)):
        start, end = found.span()
        if found["key"]:
            value = found["whole"] if found["whole"] is not None else found["value"]
            yield _Piece(value, start, end, found["key"].lower(), found["whole"] is not None)
        elif found["phrase"] is not None:
            yield _Piece(found["phrase"], start, end, quoted=True, closed=bool(found["closed"]))
        else:
            yield _Piece(found["word"], start, end)


class _Reader:
    """The pieces are read one after the other; a filter may take those that follow along."""

    def __init__(self, pieces: Sequence[_Piece], reader: Reader) -> None:
        self.pieces = pieces
        self.reader = reader
        self.terms: list[Term] = []
        self.filters: list[Filter] = []
        self.problems: list[str] = []
        self.only = Only()
        self.is_cut = False
        self._people: set[int] = set()
        self._kinds: set[type] = set()

    def read(self) -> None:
        """Read all of them."""
        ways = {
            FROM: self._from, KIND: self._kind, BEFORE: self._before, AFTER: self._after,
            IS: self._is,
        }  # fmt: skip
        place = 0
        while place < len(self.pieces):
            piece = self.pieces[place]
            place += 1 + (ways[piece.key](piece, place) if piece.key else self._term(piece))

    def _term(self, piece: _Piece) -> int:
        words = words_of(piece.text)
        self.is_cut = self.is_cut or len(words) > MOST_WORDS or len(self.terms) >= MOST_TERMS
        if words and len(self.terms) < MOST_TERMS:
            self.terms.append(
                Term(
                    words=tuple(words[:MOST_WORDS]), typed=piece.text, start=piece.start,
                    end=piece.end, quoted=piece.quoted, closed=piece.closed,
                    other=_other_way(piece.text),
                )
            )  # fmt: skip
        return 0

    def _following(self, place: int, most: int) -> list[str]:
        """The words right behind a filter, which may belong to it."""
        found = []
        for piece in self.pieces[place + 1 : place + 1 + most]:
            if not piece.is_word:
                break
            found.append(piece.text)
        return found

    def _filter(self, piece: _Piece, place: int, more: int, words: str) -> int:
        end = self.pieces[place + more].end
        self.filters.append(Filter(start=piece.start, end=end, words=words))
        return more

    def _from(self, piece: _Piece, place: int) -> int:
        words = words_of(piece.text)
        after = [words_of(word) for word in self._following(place, 4)]
        more = 0
        if not words and after:
            words, more = after[0], 1
        found = _people(words, self.reader.people)
        while found and more < len(after):
            kept = [one for one in found if all(whose_name_is(w, [one]) for w in after[more])]
            if not kept or not after[more]:
                break
            found, more = kept, more + 1
        if not words:
            return 0
        if not found:
            who = " ".join(words)
            self.problems.append(
                tr(
                    "There is no one named “{name}”. Type the name as it appears in CareerDesk.",
                    name=who,
                )
            )
            return more
        self._people |= {one.id for one in found}
        self.only = replace(self.only, people=frozenset(self._people))
        return self._filter(piece, place, more, _said([one.name for one in found]))

    def _kind(self, piece: _Piece, place: int) -> int:
        value = [piece.text] if piece.text else []
        after = self._following(place, 2)
        for more in range(len(after), -1, -1):
            words = words_of(" ".join((*value, *after[:more])))
            kinds = named_kinds(self.reader.area, words)
            if kinds and (more <= (not value) or _is_whole(kinds[0], words)):
                self._kinds |= kinds[1]
                self.only = replace(self.only, kinds=frozenset(self._kinds))
                return self._filter(piece, place, more, kind_said(kinds[0]))
        if value:
            why = tr("“{kind}” isn't a type of record. Choose one from the list.", kind=piece.text)
            self.problems.append(why)
        return 0

    def _before(self, piece: _Piece, place: int) -> int:
        return self._day(piece, place, before=True)

    def _after(self, piece: _Piece, place: int) -> int:
        return self._day(piece, place, before=False)

    def _day(self, piece: _Piece, place: int, *, before: bool) -> int:
        reader = self.reader
        value = re.split(r"[\s_]+", piece.text) if piece.text else []
        after = self._following(place, 3)
        found = (
            read_period([*value, *after], reader.today, reader.months) if value or after else None
        )
        if found is None and "-" in piece.text:
            value = piece.text.split("-")
            found = read_period([*value, *after], reader.today, reader.months)
        if found is None or found.used < len(value):
            if piece.text:
                words = tr("“{words}” isn't a date. Type a date like 2026-03, March or 12 Mar.",
                           words=piece.text)  # fmt: skip
                self.problems.append(words)
            return 0
        first = found.period.first
        self.only = self.only.between(None, first) if before else self.only.between(first, None)
        day = reader.say_day(first)
        words = tr("Before {day}", day=day) if before else tr("Since {day}", day=day)
        return self._filter(piece, place, found.used - len(value), words)

    def _is(self, piece: _Piece, place: int) -> int:
        said = words_of(piece.text)
        found = [word for word in STATES if said and word.startswith(said[0])]
        if len(found) != 1:
            if said:
                words = tr(
                    "“is:{words}” isn't a filter. Use is:private, is:deleted or is:earlier.",
                    words=piece.text,
                )
                self.problems.append(words)
            return 0
        state = STATES[found[0]]
        if state is None:
            self.only = replace(self.only, private=True)
        else:
            self.only = replace(self.only, state=state)
        return self._filter(piece, place, 0, translated(_STATE_WORDS[found[0]]))


_STATE_WORDS = {
    "private": N_("Private"), "deleted": N_("Deleted"), "earlier": N_("Earlier versions"),
}  # fmt: skip


def _other_way(typed: str) -> tuple[str, ...]:
    """A long number without the signs between its thousands, or with some."""
    number = typed.strip("€$£%")
    if _PARTED.fullmatch(number):
        return (re.sub(r"\D", "", number),)
    if number.isascii() and number.isdecimal() and _LONG_NUMBER <= len(number) <= MOST_WORDS:
        return tuple(f"{int(number):,}".split(","))
    return ()


def _is_whole(name: str, words: Sequence[str]) -> bool:
    return tuple(words_of(name)) == tuple(words) or len(words) > 1


def _people(words: Sequence[str], people: Sequence[Named]) -> list[Named]:
    return whose_names_begin(words, people) or nearly_named(words, people)


def _said(names: Sequence[str]) -> str:
    return (
        ", ".join(names) if len(names) <= _MOST_SAID else trn("1 person", "{n} people", len(names))
    )
