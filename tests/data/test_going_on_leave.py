"""A leave has a first and a last day, begins and ends by its days; check-ins count from its end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.roster import understand
from careerdesk.domain.views import PersonRow
from careerdesk.services import importing, leave, people
from careerdesk.services.importing import RosterRow
from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store
from careerdesk.ui.base.when import when_words
from tests.builders import TODAY, PersonBuilder, a_person
from tests.review_builders import a_cycle

AWAY = PersonStatus.ON_LEAVE


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def leave_of(ana: PersonBuilder) -> tuple[date | None, date | None]:
    return ana.person.leave_from, ana.person.leave_until


def in_the_rail(store: Store, today: date = TODAY) -> PersonRow:
    return people.rail(store, today)[0]


def test_anyone_who_goes_on_leave_without_a_first_day_is_on_leave_from_today(store: Store) -> None:
    ana = a_person(store)
    people.change(store, ana.id, today=TODAY, status=AWAY)
    assert leave_of(ana) == (TODAY, None)


def test_days_that_were_given_before_the_status_stay(store: Store) -> None:
    ana = a_person(store).like(leave_from=days(5), leave_until=days(9))
    people.change(store, ana.id, today=TODAY, status=AWAY)
    assert leave_of(ana) == (days(5), days(9))


def test_a_second_leave_has_no_day_of_the_first_one(store: Store) -> None:
    ana = a_person(store).like(leave_from=days(-90), leave_until=days(-60))
    people.change(store, ana.id, today=TODAY, status=AWAY)
    assert leave_of(ana) == (TODAY, None)
    people.change(store, ana.id, today=days(3), status=AWAY, title="Lead")
    assert leave_of(ana) == (TODAY, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"leave_until": days(-1)},
        {"leave_from": days(11)},
        {"leave_from": days(3), "leave_until": days(2)},
    ],
    ids=["last day", "first day", "both"],
)
def test_a_leave_that_ends_before_it_begins_is_refused(
    store: Store, fields: dict[str, object]
) -> None:
    ana = a_person(store).like(status=AWAY, leave_from=TODAY, leave_until=days(10))
    with pytest.raises(InvalidInput, match=r"The leave starts on .*, so it can't end before then"):
        people.change(store, ana.id, **fields)
    assert leave_of(ana) == (TODAY, days(10))
    people.change(store, ana.id, leave_until=TODAY)  # of a single day
    assert leave_of(ana) == (TODAY, TODAY)


def test_a_leave_that_never_began_leaves_no_days(store: Store) -> None:
    ana = a_person(store).like(status=AWAY, leave_from=TODAY, leave_until=days(10))
    leave.back(store, ana.id, TODAY)
    assert leave_of(ana) == (None, None)
    assert ana.person.status is PersonStatus.ACTIVE


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": AWAY, "leave_from": days(-9), "leave_until": days(3)}, "On leave until Fri"),
        ({"status": AWAY, "leave_from": days(-9), "leave_until": TODAY}, "On leave until today"),
        ({"status": AWAY, "leave_from": days(-9), "leave_until": days(-1)}, "1 Dec"),
        ({"status": AWAY, "leave_from": days(1), "leave_until": days(9)}, "28 Nov"),
        ({"status": PersonStatus.FUTURE, "start_date": days(1)}, "Starts tomorrow"),
        ({"status": PersonStatus.FUTURE, "start_date": TODAY}, "28 Nov"),
        ({"status": PersonStatus.LEFT}, "Left the company"),
    ],
)
def test_the_rail_says_by_the_day_who_is_away(
    store: Store, fields: dict[str, object], words: str
) -> None:
    a_person(store).with_checkin(3).like(**fields)
    assert when_words(in_the_rail(store), TODAY) == words


def test_a_cycle_takes_in_anyone_who_is_there_at_its_end(store: Store) -> None:
    end = date(2026, 12, 31)
    future = PersonStatus.FUTURE
    a_person(store, "Began").like(status=future, start_date=end)
    a_person(store, "Later").like(status=future, start_date=end + timedelta(1))
    a_person(store, "Some day").like(status=future)
    a_person(store, "Away").like(status=AWAY)
    a_person(store, "Left").like(status=PersonStatus.LEFT)
    cycle = a_cycle(store)
    taking = [one.person.name for one in cycles.members(store, cycle.id) if one.review is not None]
    assert taking == ["Began", "Away"]


def told_by_a_table(store: Store, word: str) -> Person:
    table = [(1, ["Name", "Status"]), (2, ["Ana Ruiz", word])]
    rows: list[RosterRow] = importing.preview(store, understand(table), today=TODAY)
    importing.apply(store, rows, [row.line for row in rows if row.is_chosen])
    return people.everyone(store)[0]


def test_check_ins_count_from_the_return_that_a_table_tells_of(store: Store) -> None:
    a_person(store).with_checkin(100).like(status=AWAY, leave_from=days(-90), leave_until=days(30))
    back = told_by_a_table(store, "Active")
    assert back.status is PersonStatus.ACTIVE
    assert (back.leave_from, back.leave_until) == (days(-90), days(-1))
    row = in_the_rail(store)
    assert (row.next_on, row.attention) == (days(14), ())  # from the first day back


def test_a_table_begins_a_leave_today_and_keeps_one_it_knows(store: Store) -> None:
    a_person(store).like(leave_from=days(-90), leave_until=days(-60))
    away = told_by_a_table(store, "On leave")
    assert (away.status, away.leave_from, away.leave_until) == (AWAY, TODAY, None)
    people.change(store, away.id, leave_until=days(30))
    assert told_by_a_table(store, "On leave").leave_until == days(30)


def test_a_rhythm_that_cannot_be_is_refused(store: Store) -> None:
    ana = a_person(store)
    for name in ("cadence_days", "longest_gap_days", "career_weeks"):
        for value in (0, -1, 400):
            with pytest.raises(InvalidInput, match="between 1 and"):
                people.change(store, ana.id, **{name: value})


def test_a_leave_without_a_last_day_is_over_for_anyone_who_is_at_work_again(store: Store) -> None:
    ana = a_person(store).like(status=AWAY, leave_from=days(-30))
    people.change(store, ana.id, today=days(-10), status=PersonStatus.LEFT)  # a slip
    people.change(store, ana.id, today=TODAY, status=PersonStatus.ACTIVE)
    assert leave_of(ana) == (days(-30), days(-1))


def test_a_leave_that_is_over_keeps_its_days_when_anyone_is_at_work_again(store: Store) -> None:
    ana = a_person(store).like(
        status=PersonStatus.LEFT, leave_from=days(-30), leave_until=days(-20)
    )
    people.change(store, ana.id, today=TODAY, status=PersonStatus.ACTIVE)
    assert leave_of(ana) == (days(-30), days(-20))
