"""The balance of a quarter, from a store; review meetings, which it reads the sum of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.balance import sentences
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, LookedAhead, PersonStatus
from careerdesk.services import people, trash
from careerdesk.services.balance import balance
from careerdesk.services.reviews import meetings
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.stores import dump


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def hold(ana: PersonBuilder, at: datetime, **fields: object) -> None:
    """A check-in that was held, exactly as given."""
    with ana.store.edit("Add") as tx:
        tx.add(CheckIn(person_id=ana.id, state=CheckInState.HELD, starts_at=at, **fields))  # type: ignore[arg-type]


def said(store: Store, today: date = TODAY) -> str:
    return " ".join(one.said(str) for one in sentences(balance(store, today)))


def test_a_new_store_has_nothing_to_say(store: Store) -> None:
    assert said(store) == ""


def test_check_ins_of_all_kinds_are_counted_once(ana: PersonBuilder) -> None:
    ben = a_person(ana.store, "Ben Okri")
    at = datetime(2026, 11, 3, 10, tzinfo=UTC)
    hold(ana, at, kind=CheckInKind.CAREER, minutes=60)
    hold(ana, at, looked_ahead=LookedAhead.MOSTLY)
    hold(ana, at, minutes=30, forward_minutes=10)
    hold(ben, at, minutes=30)
    hold(ben, at, kind=CheckInKind.REVIEW, minutes=50)
    meetings.add(ana.store, ana.id, date(2026, 11, 9), 40, TODAY)
    with ana.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ben.id, starts_at=at + timedelta(90)))
    assert said(ana.store) == (
        "This quarter: career conversations with 1 of 2. Forward-looking check-ins: 3 of 4. "
        "Reviews: 2 meetings, 1 h 30 min."
    )


def test_who_is_away_archived_or_to_come_is_not_waited_for(ana: PersonBuilder) -> None:
    a_person(ana.store, "Ben Okri").like(status=PersonStatus.ON_LEAVE)
    a_person(ana.store, "Chi Tran").like(status=PersonStatus.LEFT)
    gone = a_person(ana.store, "Dan Lee")
    people.archive(ana.store, gone.id, TODAY)
    assert said(ana.store) == "This quarter: career conversations with 0 of 1."


def test_the_day_of_a_check_in_is_that_of_the_place_where_it_was_held(ana: PersonBuilder) -> None:
    """At 23:30 on the last of September in UTC it was October in Tokyo, and September in Lima."""
    at = datetime(2026, 9, 30, 23, 30, tzinfo=UTC)
    hold(ana, at, utc_offset=9 * 60)
    hold(ana, at, utc_offset=-5 * 60)
    early = datetime(2026, 9, 30, 12, 0, tzinfo=UTC)
    hold(ana, early, utc_offset=13 * 60)
    assert balance(ana.store, TODAY).checkins == 2


def test_the_balance_asks_as_much_for_forty_people_as_for_one(ana: PersonBuilder) -> None:
    one = statements(ana.store)
    people.add_many(ana.store, [f"Person {n}" for n in range(39)])
    assert statements(ana.store) == one


def statements(store: Store) -> int:
    """How often the file is asked for the balance."""
    said: list[str] = []
    store._reader.set_trace_callback(said.append)
    balance(store, TODAY)
    store._reader.set_trace_callback(None)
    return len(said)


def days(ana: PersonBuilder) -> list[tuple[date, int | None]]:
    return [(one.held_on, one.minutes) for one in meetings.of(ana.store, ana.id)]


def test_a_meeting_is_logged_changed_deleted_and_brought_back(ana: PersonBuilder) -> None:
    store, first = ana.store, date(2026, 11, 2)
    one = meetings.add(store, ana.id, first, 45, TODAY)
    meetings.add(store, ana.id, TODAY, None, TODAY)
    assert days(ana) == [(TODAY, None), (first, 45)]
    meetings.change(store, one.id, first + timedelta(1), 50, TODAY)
    assert days(ana) == [(TODAY, None), (first + timedelta(1), 50)]
    before = dump(store.path)
    meetings.remove(store, [one.id])
    assert days(ana) == [(TODAY, None)]
    assert meetings.total(store, first, TODAY) == (1, 0)
    store.undo()
    assert dump(store.path) == before
    store.redo()
    trash.bring_back(store, [trash.things(store)[0].id])
    assert (first + timedelta(1), 50) in days(ana)


def test_undo_takes_a_logged_meeting_back(ana: PersonBuilder) -> None:
    before = dump(ana.store.path)
    meetings.add(ana.store, ana.id, TODAY, 30, TODAY)
    ana.store.undo()
    assert dump(ana.store.path) == before


@pytest.mark.parametrize(
    ("on", "minutes", "why"),
    [
        (TODAY + timedelta(1), 30, "in the future"),
        (date(1826, 11, 2), 30, "too far in the past"),
        (date(2026, 1, 1), 30, "started on"),
        (TODAY, 0, "between 1 and 1440"),
        (TODAY, 1441, "between 1 and 1440"),
    ],
)
def test_what_cannot_have_been_is_refused_in_a_sentence(
    ana: PersonBuilder, on: date, minutes: int, why: str
) -> None:
    ana.like(start_date=date(2026, 2, 1))
    with pytest.raises(InvalidInput, match=why):
        meetings.add(ana.store, ana.id, on, minutes, TODAY)
    one = meetings.add(ana.store, ana.id, TODAY, 30, TODAY)
    with pytest.raises(InvalidInput, match=why):
        meetings.change(ana.store, one.id, on, minutes, TODAY)
    assert days(ana) == [(TODAY, 30)]


def test_a_meeting_goes_with_its_person(ana: PersonBuilder) -> None:
    one = meetings.add(ana.store, ana.id, TODAY, 30, TODAY)
    people.remove(ana.store, ana.id)
    assert meetings.total(ana.store, TODAY, TODAY) == (0, 0)
    with pytest.raises(NotFound):
        meetings.change(ana.store, one.id, TODAY, 30, TODAY)
    ana.store.undo()
    assert meetings.total(ana.store, TODAY, TODAY) == (1, 30)


def test_nothing_is_done_for_no_meetings(ana: PersonBuilder) -> None:
    step = ana.store.last_edit
    meetings.remove(ana.store, [])
    assert ana.store.last_edit is step
