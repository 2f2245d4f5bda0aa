"""Who is next and who is to be planned today, by the rules alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.attention import Facts
from careerdesk.domain.records import CheckIn, CheckInState, Person, PersonStatus, Promise
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.today import FreeDay, Today, ToPlan, compose, to_plan, upcoming

TODAY = date(2026, 11, 17)  # a Tuesday
ANA = Person(id=1, given_name="Ana", cadence_days=14, longest_gap_days=28)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def person(key: int) -> Person:
    return Person(id=key, given_name=f"P{key}", cadence_days=14)


def planned(
    in_days: int, hour: int = 10, minute: int = 0, *, of: Person = ANA, **other: object
) -> CheckIn:
    day = TODAY + timedelta(in_days)
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    key = of.id * 1000 + in_days * 10 + hour
    return CheckIn(id=key, person_id=of.id, starts_at=at, **other)  # type: ignore[arg-type]


LAST = ago(7)


def facts(who: Person = ANA, *check_ins: CheckIn, last: date | None = LAST) -> Facts:
    return Facts(
        who, first_one_on_one=last, last_check_in=last, last_career=last, planned=check_ins,
        motivators=1,
        has_plan=True,
    )  # fmt: skip


def page(*known: Facts, week: WorkWeek | None = None) -> Today:
    return compose(known, TODAY, week=week)


def test_check_ins_come_in_the_order_of_time_and_those_by_cadence_among_them() -> None:
    ben, chi, dee = (person(n) for n in (2, 3, 4))
    running = planned(0, 9, of=dee, state=CheckInState.RUNNING)
    found = page(
        facts(last=ago(13)),
        facts(ben, planned(0, 15, of=ben)),
        facts(chi, planned(0, 9, of=chi)),
        facts(dee, running),
    )
    assert [check_in.person.id for check_in in found.upcoming] == [4, 3, 2, 1]
    assert found.upcoming[-1].on == TODAY + timedelta(1)
    assert [check_in.person.id for check_in in found.next] == [4, 3, 2]
    assert found.check_ins == 3


def test_several_planned_ones_of_a_person_are_all_there() -> None:
    found = page(facts(ANA, planned(0, 15), planned(7), planned(14)))
    assert [check_in.on for check_in in found.next] == [TODAY + timedelta(n) for n in (0, 7, 14)]
    assert found.to_plan == ()


def test_a_missed_one_stands_apart_and_hides_neither_todays_nor_the_next() -> None:
    found = page(facts(ANA, planned(-3), planned(0, 15), planned(7)))
    assert [check_in.on for check_in in found.missed] == [ago(3)]
    assert [check_in.on for check_in in found.next] == [TODAY, TODAY + timedelta(7)]
    assert not found.all_done and found.things == 0
    assert found.to_plan == ()


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (ago(6), None),
        (ago(7), ToPlan(ANA, TODAY + timedelta(7), 7)),
        (ago(20), ToPlan(ANA, ago(6), 20)),
        (ago(28), ToPlan(ANA, ago(14), 28)),
        (ago(29), ToPlan(ANA, ago(15), 29, late=True)),
        (None, ToPlan(ANA)),
    ],
)
def test_a_check_in_is_to_be_planned_from_a_week_before_it_is_due(
    last: date | None, expected: ToPlan | None
) -> None:
    assert to_plan(facts(last=last), TODAY) == expected


def test_nothing_is_to_be_planned_with_whom_a_check_in_is_planned_or_running() -> None:
    assert to_plan(facts(ANA, planned(30), last=ago(60)), TODAY) is None
    running = planned(0, state=CheckInState.RUNNING)
    assert to_plan(facts(ANA, running, last=ago(60)), TODAY) is None


@pytest.mark.parametrize("status", [PersonStatus.ON_LEAVE, PersonStatus.FUTURE, PersonStatus.LEFT])
def test_anyone_who_is_not_at_work_is_left_in_peace(status: PersonStatus) -> None:
    away = Person(id=2, given_name="Ben", status=status)
    assert list(upcoming(facts(away, last=ago(300)), TODAY)) == []
    assert to_plan(facts(away, last=ago(300)), TODAY) is None


def test_the_longest_wait_comes_first_and_a_first_check_in_last() -> None:
    ben, chi, dee = (person(n) for n in (2, 3, 4))
    found = page(
        facts(ben, last=None),
        facts(chi, last=ago(20)),
        facts(dee, last=ago(60)),
        facts(last=ago(9)),
    )
    assert [one.id for one in found.to_plan] == [4, 3, 1, 2]
    assert not found.all_done and found.things == 0  # one of them is late


def test_two_at_the_same_hour_know_of_each_other() -> None:
    ben, chi = person(2), person(3)
    found = page(
        facts(ANA, planned(1, 10)),
        facts(ben, planned(1, 10, 29, of=ben)),
        facts(chi, planned(1, 11, of=chi), planned(2, 10, of=chi)),
    )
    assert [[one.id for one in check_in.clashes] for check_in in found.next] == [[2], [1], [], []]


def test_missed_ones_clash_with_nothing() -> None:
    ben = person(2)
    found = page(facts(ANA, planned(-1, 10)), facts(ben, planned(-1, 10, of=ben)))
    assert [check_in.clashes for check_in in found.missed] == [(), ()]


def test_a_repeat_on_a_free_day_offers_the_working_days_around_it() -> None:
    saturday = TODAY + timedelta(4)
    made = planned(4, made_for=saturday, repeat_id=1)
    found = page(facts(ANA, made)).next[0]
    assert found.free == FreeDay(saturday - timedelta(1), saturday + timedelta(2))
    off = WorkWeek(off=frozenset({saturday - timedelta(1), saturday + timedelta(2)}))
    assert page(facts(ANA, made), week=off).next[0].free == FreeDay(
        saturday - timedelta(2), saturday + timedelta(3)
    )
    by_hand = planned(4)
    assert page(facts(ANA, by_hand)).next[0].free is None
    moved = planned(5, made_for=saturday, repeat_id=1)
    assert page(facts(ANA, moved)).next[0].free is None


def test_a_free_day_of_theirs_counts_and_no_day_that_is_over_is_offered() -> None:
    no_tuesday = Person(id=1, given_name="Ana", work_days=0b11101)
    made = planned(0, made_for=TODAY, repeat_id=1)
    assert page(facts(no_tuesday, made)).next[0].free == FreeDay(None, TODAY + timedelta(1))
    assert page(facts(ANA, made)).next[0].free is None


def test_no_day_of_a_leave_is_offered_for_one_that_a_repeat_put_there() -> None:
    away = Person(
        id=1, given_name="Ana", status=PersonStatus.ON_LEAVE,
        leave_from=TODAY + timedelta(2), leave_until=TODAY + timedelta(9),
    )  # fmt: skip
    thursday = planned(9, made_for=TODAY + timedelta(9), repeat_id=1)
    assert page(facts(away, thursday)).next[0].free == FreeDay(
        TODAY + timedelta(1), TODAY + timedelta(10)
    )
    endless = Person(id=1, status=PersonStatus.ON_LEAVE, leave_from=TODAY)
    assert page(facts(endless, thursday)).next[0].free == FreeDay(None, None)


def test_a_running_one_that_may_have_ended_says_when() -> None:
    begun = datetime(2026, 11, 17, 14, 0, tzinfo=UTC)
    running = planned(0, 14, state=CheckInState.RUNNING, started_at=begun)
    asked: list[CheckIn] = []

    def ended(check_in: CheckIn) -> datetime:
        asked.append(check_in)
        return begun + timedelta(minutes=30)

    found = compose([facts(ANA, running, planned(3))], TODAY, ended=ended)
    assert [check_in.finish_at for check_in in found.next] == [begun + timedelta(minutes=30), None]
    assert asked == [running]


def test_things_are_the_rows_below_needs_your_attention() -> None:
    late = Promise(id=5, person_id=1, text="Send it", due_on=ago(2))
    known = Facts(
        ANA, first_one_on_one=ago(40), last_check_in=ago(40), last_career=ago(40), motivators=1,
        has_plan=True, promises=(late,),
    )  # fmt: skip
    found = page(known)
    assert (found.things, len(found.to_plan), found.all_done) == (1, 1, False)
    assert (page().things, page().all_done) == (0, True)
