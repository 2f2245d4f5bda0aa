"""Closing the week: what there is to know about everyone, and noting what was noticed.

Of Reviews it knows on which day something was last noted, and puts a result there by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries import week as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.brief import due_promises
from careerdesk.domain.feedback import Feedback, FeedbackWay, Tone
from careerdesk.domain.moments import midnight
from careerdesk.domain.records import AgendaItem, Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import is_here
from careerdesk.domain.text import clean_line
from careerdesk.domain.week import (
    Notice,
    Week,
    WeekRow,
    YearAgo,
    next_week,
    of_a_year_ago,
    year_ago_days,
)
from careerdesk.i18n import N_, translated
from careerdesk.services.reviews import noticed

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Notice", "Week", "WeekRow"]

PLACE = "week"
MOST = 2_000  # characters of what was noticed


class OfPerson(Protocol):
    """Anything that belongs to somebody."""

    @property
    def person_id(self) -> int:
        """Whose it is."""


T = TypeVar("T", bound=OfPerson)


def week(store: Store, today: date, mine: WorkWeek | None = None) -> Week:
    """The page for the day *today*: everyone who is at work, in the order of the rail.

    *mine* is the week that the manager works, Monday to Friday without it.
    """
    people = [one for one in store.read(people_queries.in_rail) if is_here(one, today)]
    promises = _by_person(store.read(queries.promises))
    untold = _by_person(store.read(queries.untold))
    first, last = next_week(today, mine)
    check_ins = _by_person(
        store.read(queries.planned, midnight(first), midnight(last + timedelta(1)))
    )
    noted, in_reviews = store.read(queries.noted), noticed.last_days(store)
    rows = [
        WeekRow(
            person=person,
            promises=tuple(due_promises(promises[person.id])),
            untold=tuple(sorted(untold[person.id], key=lambda one: one.id)),
            check_ins=tuple(sorted(check_ins[person.id], key=lambda one: one.starts_at)),
            noted_on=_last(noted, in_reviews, person.id),
        )
        for person in people
    ]
    return Week(today, tuple(rows), _year_ago(store, people, today))


def _by_person(found: Iterable[T]) -> Mapping[int, list[T]]:
    of: defaultdict[int, list[T]] = defaultdict(list)
    for one in found:
        of[one.person_id].append(one)
    return of


def _last(noted: Mapping[int, date], in_reviews: Mapping[int, date], key: int) -> date | None:
    return max(filter(None, (noted.get(key), in_reviews.get(key))), default=None)


def _year_ago(store: Store, people: Iterable[Person], today: date) -> YearAgo | None:
    days = year_ago_days(today)
    if days is None:
        return None
    from careerdesk.domain.struck_words import STRUCK_MARK  # late: three weeks of four need it not

    here = {person.id: person for person in people}
    found = store.read(queries.said, *days)
    said = (one for one in found if not STRUCK_MARK.fullmatch(one.their_words.strip()))
    return of_a_year_ago(
        (YearAgo(here[note.person_id], note) for note in said if note.person_id in here), today
    )


def note(
    store: Store,
    person_id: int,
    what: Notice,
    words: str,
    now: datetime,
    *,
    origin: object = None,
) -> None:
    """Store what was noticed, in one step: praise to tell, a private point, or a result."""
    store.get(Person, person_id)
    cleaned = clean_line(words, N_("note"), MOST)
    on = now.astimezone().date()
    with store.edit(translated(_STEPS[what]), origin=origin, place=PLACE) as tx:
        if what is Notice.PRAISE:
            tx.add(Feedback(person_id=person_id, way=FeedbackWay.TO_DELIVER, tone=Tone.PRAISE,
                            noted_on=on, behaviour=cleaned))  # fmt: skip
        elif what is Notice.RAISE:
            _raise(tx, person_id, cleaned, on)
        else:
            noticed.put(tx, person_id, cleaned, on, now)


_STEPS = {
    Notice.PRAISE: N_("Record praise"),
    Notice.RAISE: N_("Record item to raise"),
    Notice.RESULT: N_("Record result"),
}


def _raise(tx: Transaction, person_id: int, words: str, on: date) -> None:
    """Put a point on the agenda: a private one, as it was typed for nobody else's eyes."""
    rank = ranks.at_end(tx.read(checkin_queries.last_agenda_rank, person_id))
    tx.add(AgendaItem(person_id=person_id, text=words, private=True, noted_on=on, rank=rank))
