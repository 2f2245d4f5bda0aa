"""The check-ins of a person around now: the right ones, read at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.check_ins_around import CheckInsAround, next_of
from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import CheckInKind, Person
from careerdesk.services import checkins, people, planning
from careerdesk.services.check_ins_around import around
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.counting import Statements
from tests.stores import blank_file

CAREER = CheckInKind.CAREER


def days(count: int) -> datetime:
    return NOW + timedelta(days=count)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def held(ana: PersonBuilder, ago: int, kind: CheckInKind = CheckInKind.ONE_ON_ONE) -> int:
    return planning.add_past(ana.store, ana.id, days(-ago), NOW, kind=kind).id


def seen(ana: PersonBuilder) -> CheckInsAround:
    return around(ana.store, ana.id)


def test_somebody_new_has_nothing_around(ana: PersonBuilder) -> None:
    found = seen(ana)
    assert found == CheckInsAround(ana.person, None, [])
    assert (found.going, found.planned, found.last_held) == (None, [], None)
    assert (found.first_on, found.last_on, found.career_on) == (None, None, None)


def test_of_those_held_it_is_the_first_the_last_and_the_last_career_one(ana: PersonBuilder) -> None:
    some = [held(ana, 60), held(ana, 40, CAREER), held(ana, 30, CAREER), held(ana, 9), held(ana, 2)]
    found = seen(ana)
    assert [check_in.id for check_in in found.check_ins] == [some[0], some[2], some[4]]
    assert found.last_held is not None and found.last_held.id == some[4]
    assert found.first_on == days(-60).date()
    assert found.last_on == days(-2).date()
    assert found.career_on == days(-30).date()


def test_one_that_is_all_of_that_is_there_once(ana: PersonBuilder) -> None:
    only = held(ana, 8, CAREER)
    assert [check_in.id for check_in in seen(ana).check_ins] == [only]


def test_all_that_are_planned_and_the_one_going_on_are_there(ana: PersonBuilder) -> None:
    store = ana.store
    later = planning.plan(store, ana.id, days(9), NOW)
    sooner = planning.plan_repeating(store, ana.id, days(2), 2, "Europe/Berlin", NOW)
    gone = planning.plan(store, ana.id, days(4), NOW)
    planning.skip(store, gone.id, NOW)
    going = checkins.start(store, ana.id, NOW)
    found = seen(ana)
    assert found.going is not None and found.going.id == going.id
    assert [check_in.id for check_in in found.planned] == [sooner.id, later.id]
    assert found.repeat == planning.repeat_of(store, ana.id) is not None


def test_nothing_of_another_person_is_among_them(ana: PersonBuilder) -> None:
    ben = a_person(ana.store, "Ben Okri")
    held(ben, 3)
    planning.plan_repeating(ana.store, ben.id, days(2), 2, "Europe/Berlin", NOW)
    assert seen(ana) == CheckInsAround(ana.person, None, [])


def test_nobody_is_around_who_is_gone(store: Store) -> None:
    with pytest.raises(NotFound, match="This person no longer exists"):
        around(store, 404)


def test_the_next_one_is_the_first_to_come_else_the_last_that_was_missed(
    ana: PersonBuilder,
) -> None:
    assert next_of([], TODAY) is None
    one = planning.plan(ana.store, ana.id, days(1), NOW)
    two = planning.plan(ana.store, ana.id, days(5), NOW)
    planned = seen(ana).planned
    assert [next_of(planned, days(n).date()) for n in (0, 1, 2, 9)] == [one, one, two, two]


def test_the_clashes_of_many_are_read_at_once_each_with_its_own(tmp_path: Path) -> None:
    statements = Statements()
    store = Store(blank_file(tmp_path / "store.db"), library=statements.library)
    ana, ben, chi = people.add_many(store, ["Ana Ruiz", "Ben Okri", "Chi Tran"])
    ours = [planning.plan(store, ana.id, days(n), NOW) for n in (1, 2, 3)]
    near = planning.plan(store, ben.id, days(1) + timedelta(minutes=20), NOW)
    also = planning.plan(store, chi.id, days(1), NOW)
    planning.plan(store, ben.id, days(2) + timedelta(minutes=30), NOW)
    wanted = {check_in.id: check_in.starts_at for check_in in ours}
    found: dict[int, list[tuple[Person, object]]] = {}
    asked = statements.during(lambda: found.update(planning.clashes_of(store, wanted)))
    assert asked == 1
    assert found == {ours[0].id: [(chi, also), (ben, near)], ours[1].id: [], ours[2].id: []}
    assert statements.during(lambda: planning.clashes_of(store, {})) == 0
    store.close()


def test_those_who_are_near_one_another_are_told_of_both(ana: PersonBuilder) -> None:
    store = ana.store
    ben = a_person(store, "Ben Okri")
    one = planning.plan(store, ana.id, days(1), NOW)
    two = planning.plan(store, ana.id, days(1) + timedelta(minutes=40), NOW)
    theirs = planning.plan(store, ben.id, days(1) + timedelta(minutes=20), NOW)
    found = planning.clashes_of(store, {one.id: one.starts_at, two.id: two.starts_at})
    assert found == {one.id: [(ben.person, theirs)], two.id: [(ben.person, theirs)]}
