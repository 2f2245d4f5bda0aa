"""What a row of the search index stands for: all of it is in its number.

From the highest bit: the day (22 bits), the id of the record (32), whether it is private (1), and
which text of which kind of record it is (8). So the newest come first by number alone, and what
is not wanted is left out without a look at another table. The number is made from the columns of
the row itself, so that a row as it was gives the number that it had.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from careerdesk.data.mapping import table_name
from careerdesk.dataclass import dataclass
from careerdesk.domain.catalogue import CATALOGUE
from careerdesk.domain.entries import Area
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    Idea,
    KeyResultValue,
    Objective,
    Template,
    TextVersion,
    Trashed,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Calibration,
    Criterion,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
)
from careerdesk.domain.search.figures import FIGURES, figures

Row = Mapping[str, Any]
Whose = Callable[[Row], str]

CODE, PRIVATE, ID_AT, DAY_AT = 255, 256, 9, 41
MOST = (1 << 32) - 1
"""The highest id that has a place in a number."""
VERSION, TRASH = 254, 255
"""The codes of texts that were replaced, and of what was deleted."""
SHORT = 3
"""Letters: so short a beginning of a word is a word of the index itself."""
FIRST_KEPT = 240
"""From this code on, a row is of what is kept of earlier texts."""
THERE, TITLE, OTHERS = "\ue000a", "\ue000t", "\ue000x"
"""Words that nobody types: of all that is neither deleted nor replaced, of names and titles, and of
what names no person, plan or review.
"""
_BEGINS = "\ue002"


def of_code(code: int) -> str:
    """The word in each row of the index with this code."""
    return f"\ue000c{code}"


def begins(start: str) -> str:
    """The word in each row of the index in which some word begins with *start*."""
    return _BEGINS + start


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The same for all beginnings of some words, in no order.

    FTS5 can keep an index of prefixes itself, but that has every place of every word: it was twice
    as large as all the rest, and writing a note took three times as long.
    """
    longest = {word[:SHORT] for word in words}
    return frozenset[str]().union(*map(_beginnings_of, longest))


@lru_cache(maxsize=8_192)  # all words of a language begin in a few thousand ways
def _beginnings_of(start: str) -> tuple[str, ...]:
    return tuple([_BEGINS + start[:length] for length in range(1, len(start) + 1)])


def of_person(key: object) -> str:
    """The word in each row of the index that is of what names a person."""
    return f"\ue000p{key}"


def of_plan(key: object) -> str:
    """The same for what names a plan."""
    return f"\ue000l{key}"


def of_review(key: object) -> str:
    """The same for what names a review."""
    return f"\ue000r{key}"


def _names_person(row: Row) -> str:
    return of_person(row["person_id"])


def _names_nobody(_row: Row) -> str:
    return OTHERS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Searched:
    """How the texts of one kind stand in the index.

    `codes` never mean anything else; `days` are the columns that may say when, the first of them
    that does; `whose` is the word that says to whom or to what a row belongs.
    """

    kind: type[Record]
    codes: Mapping[str, int]
    days: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    whose: Whose = _names_nobody
    names: tuple[str, ...] = ()  # the columns that `whose` looks at

    @property
    def area(self) -> Area:
        """In which index they are."""
        return CATALOGUE[self.kind].area


def _of(
    kind: type[Record], codes: Mapping[str, int], days: str = "", titles: str = "", whose: str = ""
) -> Searched:
    words: dict[str, Whose] = {
        "person_id": _names_person,
        "id": lambda row: of_person(row["id"]),
        "plan_id": lambda row: of_plan(row["plan_id"]),
        "review_id": lambda row: of_review(row["review_id"]),
        "": _names_nobody,
    }
    return Searched(
        kind=kind, codes=codes, days=tuple(days.split()), titles=frozenset(titles.split()),
        whose=words[whose], names=(whose,) if whose else (),
    )  # fmt: skip


SEARCHED = (
    _of(Person, {"external_id": 1, "given_name": 2, "family_name": 3, "preferred_name": 4,
                 "email": 5, "title": 6, "team": 7, "place": 8, "recognition": 9,
                 "feedback_style": 10},
        titles="given_name family_name preferred_name", whose="id"),
    _of(PastRole, {"title": 11}, "until", "title", "person_id"),
    _of(Question, {"text": 12}, titles="text"),
    _of(DiscoveryNote, {"their_words": 13, "my_reading": 14}, "asked_on", whose="person_id"),
    _of(Motivator, {"name": 15, "quote": 16}, "said_on confirmed_on since", "name", "person_id"),
    _of(Aspiration, {"statement": 17}, "valid_from", "statement", "person_id"),
    _of(Objective, {"title": 18, "measure": 19}, "ends_on starts_on", "title"),
    _of(Plan, {"title": 20, "summary": 21}, "starts_on", "title", "person_id"),
    _of(PlanItem, {"title": 22, "for_person": 23, "for_business": 24, "private_note": 25,
                   "score_words": 26}, "due_on", "title", "plan_id"),
    _of(KeyResult, {"name": 27, FIGURES: 28}, "due_on", "name"),
    _of(KeyResultValue, {"note": 29}, "read_on"),
    _of(Action, {"text": 30}, "due_on done_on", "text"),
    _of(GoalChange, {"reason": 31}, "changed_on"),
    _of(CheckIn, {"shared_notes": 32, "private_notes": 33, "temperature_words": 34, "reason": 35},
        "starts_at", whose="person_id"),
    _of(AgendaItem, {"text": 36}, "noted_on covered_on", "text", "person_id"),
    _of(Promise, {"text": 37}, "due_on done_on", "text", "person_id"),
    _of(Feedback, {"from_whom": 38, "situation": 39, "behaviour": 40, "impact": 41},
        "given_on noted_on", whose="person_id"),
    _of(Idea, {"text": 42}, "noted_on", "text", "person_id"),
    _of(Template, {"name": 43}, titles="name"),
    _of(ReviewCycle, {"name": 101}, "starts_on", "name"),
    _of(RatingLevel, {"label": 102, "meaning": 103}, titles="label"),
    _of(Criterion, {"name": 104}, titles="name"),
    _of(Review, {"left_out": 105, "self_review": 106, "narrative": 107, "gaps": 108,
                 "proposed_why": 109, "share_words": 110, "response": 111},
        "shared_on self_received_on", whose="person_id"),
    _of(PeerFeedback, {"from_whom": 112, "text": 113}, "received_on asked_on",
        whose="review_id"),
    _of(Accomplishment, {"what": 114, "context": 115, "impact": 116}, "done_on", "what",
        "person_id"),
    _of(Evidence, {"title": 117, "words": 118}, "happened_on", "title", "review_id"),
    _of(Calibration, {"reason": 119, "asked_by": 120}, "held_on", whose="review_id"),
    _of(Outcome, {"words": 121}, "effective_on written_on", whose="review_id"),
    _of(PromotionPoint, {"text": 122, "evidence": 123}, titles="text"),
)  # fmt: skip
"""Each kind with a text that is searched. A code that is no longer used is never used again."""


class Place(NamedTuple):
    """Which text a code stands for, and whether it is a name or a title."""

    kind: type[Record]
    field: str
    title: bool = False


@cache
def by_table() -> dict[str, Searched]:
    """How the texts of each table stand in the index."""
    return {table_name(one.kind): one for one in SEARCHED}


@cache
def by_code() -> dict[int, Place]:
    """What each code stands for."""
    known = {
        code: Place(one.kind, name, name in one.titles)
        for one in SEARCHED
        for name, code in one.codes.items()
    }
    return {**known, VERSION: Place(TextVersion, "text"), TRASH: Place(Trashed, "body")}


def number(day: int, record_id: int, code: int, *, private: bool) -> int:
    """The number of a row; 0 for an id that has no place in one."""
    if not 0 < record_id <= MOST:
        return 0
    return day << DAY_AT | record_id << ID_AT | (PRIVATE if private else 0) | code


def id_in(rowid: int) -> int:
    """The id of the record in the number of a row."""
    return rowid >> ID_AT & MOST


def day_in(rowid: int) -> date | None:
    """The day in the number of a row, if it has one."""
    return _day(rowid >> DAY_AT)


@lru_cache(maxsize=4_096)
def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


def since(day: date) -> int:
    """The lowest number of a row of *day* or later."""
    return day.toordinal() << DAY_AT


def until(day: date) -> int:
    """The highest number of a row of *day* or earlier."""
    return (day.toordinal() + 1 << DAY_AT) - 1


def codes_of(kinds: Collection[type[Record]]) -> list[int]:
    """The codes of all texts of some kinds."""
    return [code for one in SEARCHED if one.kind in kinds for code in one.codes.values()]


def day_of(row: Row, columns: Sequence[str]) -> int:
    """The ordinal of the day that the first of *columns* says which says one; else 0.

    A moment counts at its own place on earth, or at Greenwich where that is not known: the clock
    of this computer may be set to another place before the row is looked for again.
    """
    for name in columns:
        text = row.get(name)
        if text:
            try:
                return _ordinal(str(text), row.get("utc_offset"))
            except ValueError:
                continue
    return 0


def _ordinal(text: str, offset: object) -> int:
    if "T" not in text or not isinstance(offset, int):
        return date.fromisoformat(text[:10]).toordinal()
    try:
        return (datetime.fromisoformat(text) + timedelta(minutes=offset)).toordinal()
    except OverflowError:
        return date.fromisoformat(text[:10]).toordinal()


def columns_read(one: Searched) -> tuple[str, ...]:
    """The columns on which the rows in the index depend."""
    rows = CATALOGUE[one.kind].private_rows
    named = [name for name in one.codes if name != FIGURES]
    more = ("measure", "baseline", "target", "current", "unit") if FIGURES in one.codes else ()
    moment = ("utc_offset",) if one.kind is CheckIn else ()
    hides = (rows.field,) if rows else ()
    every = ("id", *named, *more, *one.days, *moment, *one.names, *hides)
    return tuple(dict.fromkeys(every))


def text_of(row: Row, name: str) -> str:
    """What one text of a row says."""
    if name == FIGURES:
        return figures(
            name=row["name"], measure=row["measure"], baseline=row["baseline"],
            target=row["target"], current=row["current"], unit=str(row["unit"] or ""),
        )  # fmt: skip
    return str(row[name] or "")
