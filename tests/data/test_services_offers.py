"""When the next check-in is offered, by what was held and is planned."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from careerdesk.domain.records import CheckInKind
from careerdesk.domain.repeats import WorkWeek
from careerdesk.services import check_ins_around, offers, people, planning
from careerdesk.services.store import Store
from tests.builders import NOW, PersonBuilder, a_person

ONE, CAREER = CheckInKind.ONE_ON_ONE, CheckInKind.CAREER


def local(day: date, hour: int = 14, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute)).astimezone()


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def offered(ana: PersonBuilder, kind: CheckInKind = ONE) -> tuple[date | None, time]:
    return tuple(offers.offered(ana.store, ana.id, kind, NOW, WorkWeek()))


def test_nobody_yet_is_offered_the_next_working_day_at_ten(ana: PersonBuilder) -> None:
    assert offered(ana) == (date(2026, 11, 18), time(10))


def test_it_follows_the_last_one_by_cadence_at_its_hour(ana: PersonBuilder) -> None:
    planning.add_past(ana.store, ana.id, local(date(2026, 11, 12), 9, 32), NOW)
    assert offered(ana) == (date(2026, 11, 26), time(9, 30))


def test_it_follows_what_is_planned_already(ana: PersonBuilder) -> None:
    planning.add_past(ana.store, ana.id, local(date(2026, 11, 12)), NOW)
    planning.plan(ana.store, ana.id, local(date(2026, 12, 1), 16), NOW)
    assert offered(ana) == (date(2026, 12, 15), time(16))


def test_a_career_conversation_has_its_own_rhythm(ana: PersonBuilder) -> None:
    planning.add_past(ana.store, ana.id, local(date(2026, 10, 6)), NOW, kind=CAREER)
    planning.add_past(ana.store, ana.id, local(date(2026, 11, 12)), NOW)
    assert offered(ana, CAREER)[0] == date(2026, 12, 29)  # twelve weeks after the last
    people.change(ana.store, ana.id, career_weeks=8)
    assert offered(ana, CAREER)[0] == date(2026, 12, 1)
    due = offers.due_days(check_ins_around.around(ana.store, ana.id), NOW.date())
    assert due == (date(2026, 11, 26), date(2026, 12, 1))
