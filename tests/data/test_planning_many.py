"""The first 1:1s of a team are planned in one step, and repeats go on when somebody is back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckIn, PersonStatus
from careerdesk.domain.roster import understand
from careerdesk.services import checkins, importing, people, planning
from careerdesk.services.planning import Wish
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person

BERLIN = "Europe/Berlin"


def at(days: int, hour: int = 9) -> datetime:
    return NOW.replace(hour=hour) + timedelta(days=days)


def names(store: Store, found: list[int]) -> list[str]:
    return [one.name for one in people.some(store, found)]


def test_the_first_one_on_ones_of_all_are_one_step(store: Store) -> None:
    ana, ben, chi = (a_person(store, name).id for name in ("Ana", "Ben", "Chi"))
    wishes = [Wish(ana, at(3), 2), Wish(ben, at(3), 1), Wish(chi, at(4))]
    check_ins = planning.plan_many(store, wishes, BERLIN, NOW)
    assert [(check_in.person_id, check_in.starts_at) for check_in in check_ins] == [
        (ana, at(3)), (ben, at(3)), (chi, at(4)),
    ]  # fmt: skip
    kept = [planning.repeat_of(store, one) for one in (ana, ben, chi)]
    assert [repeat and (repeat.weeks, repeat.minute) for repeat in kept] == [
        (2, 600), (1, 600), None,
    ]  # fmt: skip
    store.undo()
    assert [planning.planned(store, one) for one in (ana, ben, chi)] == [[], [], []]
    assert planning.repeat_of(store, ana) is None
    store.redo()
    assert len(planning.planned(store, ana)) == 1


def test_one_that_cannot_be_leaves_the_others_unplanned(store: Store) -> None:
    ana, ben = a_person(store, "Ana"), a_person(store, "Ben")
    with pytest.raises(InvalidInput, match="That time has passed"):
        planning.plan_many(store, [Wish(ana.id, at(3)), Wish(ben.id, at(-1))], "", NOW)
    with pytest.raises(InvalidInput, match="number of weeks"):
        planning.plan_many(store, [Wish(ana.id, at(3), 99)], "", NOW)
    assert planning.planned(store, ana.id) == []


def test_a_planned_check_in_of_a_repeat_is_followed_by_the_next(store: Store) -> None:
    ana = a_person(store, "Ana").id
    [first] = planning.plan_many(store, [Wish(ana, at(3), 2)], BERLIN, NOW)
    checkins.start(store, ana, at(3), checkin_id=first.id)
    checkins.finish(store, first.id, at(3) + timedelta(minutes=30))
    assert [check_in.starts_at for check_in in planning.planned(store, ana)] == [at(17)]


def test_who_has_no_check_in_yet(store: Store) -> None:
    a_person(store, "Talked").with_checkin(3)
    ahead = a_person(store, "Planned")
    planning.plan(store, ahead.id, at(2), NOW)
    a_person(store, "Away").like(status=PersonStatus.ON_LEAVE)
    a_person(store, "Later").like(status=PersonStatus.FUTURE)
    a_person(store, "New")
    people.archive(store, a_person(store, "Archived").id, TODAY)
    assert names(store, people.without_check_ins(store, TODAY)) == ["New"]


@pytest.fixture
def away(store: Store) -> PersonBuilder:
    """Ana, on leave; her repeat waits for her return."""
    ana = a_person(store)
    [check_in] = planning.plan_many(store, [Wish(ana.id, at(3), 2)], BERLIN, NOW)
    ana.like(status=PersonStatus.ON_LEAVE)
    planning.cancel(store, check_in.id, NOW)
    assert planning.planned(store, ana.id) == []
    return ana


def days_of(check_ins: list[CheckIn]) -> list[date]:
    return [check_in.starts_at.date() for check_in in check_ins]


def test_a_repeat_goes_on_with_the_status(store: Store, away: PersonBuilder) -> None:
    people.change(store, away.id, today=TODAY, status=PersonStatus.ACTIVE)
    assert days_of(planning.planned(store, away.id)) == [TODAY + timedelta(days=17)]
    people.change(store, away.id, today=TODAY, status=PersonStatus.ACTIVE)
    assert len(planning.planned(store, away.id)) == 1


def test_a_repeat_goes_on_after_the_archive(store: Store) -> None:
    ana = a_person(store)
    [check_in] = planning.plan_many(store, [Wish(ana.id, at(3), 2)], BERLIN, NOW)
    people.archive(store, ana.id, TODAY)
    planning.cancel(store, check_in.id, NOW)
    assert planning.planned(store, ana.id) == []
    people.restore(store, ana.id, today=TODAY)
    assert days_of(planning.planned(store, ana.id)) == [TODAY + timedelta(days=17)]


def test_a_repeat_goes_on_when_a_table_tells_of_the_return(
    store: Store, away: PersonBuilder
) -> None:
    table = [(1, ["Name", "Status"]), (2, ["Ana Ruiz", "Active"])]
    rows = importing.preview(store, understand(table), today=TODAY)
    importing.apply(store, rows)
    assert len(planning.planned(store, away.id)) == 1
    store.undo()
    assert planning.planned(store, away.id) == []


def test_new_people_of_a_table_have_the_usual_rhythm(store: Store) -> None:
    table = [(1, ["Name"]), (2, ["Ana Ruiz"])]
    rows = importing.preview(store, understand(table), today=TODAY)
    importing.apply(store, rows, rhythm=people.Rhythm(cadence_days=7, career_weeks=8))
    [ana] = people.everyone(store)
    assert (ana.cadence_days, ana.career_weeks) == (7, 8)
