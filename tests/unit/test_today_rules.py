"""Who needs the manager today, by the rules alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.records import CheckInKind, Person, PersonStatus, Promise
from careerdesk.domain.today import Call, Facts, Need, calls, compose, falling, share, upcoming
from careerdesk.domain.views import Temperature

TODAY = date(2026, 11, 17)
ANA = Person(id=1, given_name="Ana", cadence_days=14, longest_gap_days=28)
WELL = {"first_talk": TODAY - timedelta(400), "motivators": 3, "has_plan": True}


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def facts(person: Person = ANA, **known: object) -> Facts:
    """A person with whom everything is well, but for what is said here."""
    return Facts(person, **{**WELL, "last_talk": ago(7), "last_career": ago(30), **known})  # type: ignore[arg-type]


def needs(known: Facts) -> list[Need]:
    return [call.need for call in calls(known, TODAY)]


def test_nobody_is_named_with_whom_all_is_well() -> None:
    assert needs(facts(plan_touched=ago(3))) == []


@pytest.mark.parametrize(("days", "named"), [(28, []), (29, [Need.TALK_LATE])])
def test_a_talk_is_late_beyond_the_longest_gap(days: int, named: list[Need]) -> None:
    assert needs(facts(last_talk=ago(days))) == named


def test_a_planned_or_running_talk_ends_the_wait() -> None:
    assert needs(facts(last_talk=ago(60), next_at=at(TODAY + timedelta(1)))) == []
    assert needs(facts(last_talk=ago(60), running=True)) == []
    assert needs(facts(last_talk=ago(60), next_at=at(ago(1)))) == [Need.TALK_LATE]


@pytest.mark.parametrize(("days", "named"), [(28, []), (29, [Need.PLAN_DUSTY])])
def test_a_plan_gathers_dust_after_two_cadences(days: int, named: list[Need]) -> None:
    assert needs(facts(plan_touched=ago(days))) == named


def test_a_career_conversation_is_missed_after_twelve_weeks() -> None:
    assert needs(facts(last_career=ago(84))) == []
    assert needs(facts(last_career=ago(85))) == [Need.NO_CAREER_TALK]
    assert needs(facts(last_career=None)) == [Need.NO_CAREER_TALK]
    assert needs(facts(last_career=None, first_talk=ago(20))) == []
    planned = facts(last_career=None, next_at=at(TODAY), next_kind=CheckInKind.CAREER)
    assert needs(planned) == []


@pytest.mark.parametrize(
    ("felt", "falls"),
    [
        ([1, 0, -1], True), ([2, 2, 0], True), ([1, 1, 0], False), ([1, -1, 0], False),
        ([0, -2], False), ([2, 1, None, 0], True), ([-1, 0, 1], False), ([], False),
    ],
)  # fmt: skip
def test_a_temperature_falls_over_three_known_talks(felt: list[int | None], falls: bool) -> None:
    assert falling([Temperature(TODAY, None, value) for value in felt]) is falls
    assert falling([Temperature(TODAY, value, None) for value in felt]) is falls


def test_one_step_is_asked_of_a_new_person_at_a_time() -> None:
    new = Facts(ANA)
    assert needs(new) == [Need.NO_TALK]
    assert needs(Facts(ANA, next_at=at(TODAY))) == []
    talked = Facts(ANA, first_talk=ago(1), last_talk=ago(1))
    assert needs(talked) == [Need.NO_MOTIVATORS]
    assert needs(facts(has_plan=False)) == [Need.NO_PLAN]


@pytest.mark.parametrize("status", [PersonStatus.ON_LEAVE, PersonStatus.FUTURE, PersonStatus.LEFT])
def test_whoever_is_not_at_work_is_left_in_peace(status: PersonStatus) -> None:
    away = Person(id=2, given_name="Ben", status=status)
    known = Facts(away, last_talk=ago(300), plan_touched=ago(300), has_plan=True)
    assert needs(known) == []
    assert upcoming(known, TODAY) is None


def test_a_promise_is_kept_also_to_who_is_away() -> None:
    away = Person(id=2, given_name="Ben", status=PersonStatus.ON_LEAVE)
    promise = Promise(id=5, person_id=2, text="Send it", due_on=ago(4))
    assert list(calls(Facts(away, late_promises=(promise,)), TODAY)) == [
        Call(away, Need.PROMISE_LATE, 4, promise)
    ]


def test_talks_come_in_the_order_of_time_and_cadence_counts_from_the_last_held() -> None:
    ben, chi, dee = (Person(id=n, given_name=f"P{n}", cadence_days=14) for n in (2, 3, 4))
    page = compose(
        [
            facts(last_talk=ago(13)),
            facts(ben, next_at=at(TODAY, 15)),
            facts(chi, next_at=at(TODAY, 9)),
            facts(dee, running=True),
        ],
        TODAY,
    )
    assert [talk.id for talk in page.upcoming] == [4, 3, 2, 1]
    assert page.upcoming[-1].on == TODAY + timedelta(1)
    assert page.talks == 3


def test_balance_is_of_the_minutes_that_were_talked() -> None:
    ben = Person(id=2, given_name="Ben")
    page = compose(
        [facts(minutes=60, forward_minutes=15), facts(ben, minutes=20, forward_minutes=25)], TODAY
    )
    assert [(found.id, found.part) for found in page.shares] == [(2, 1.0), (1, 0.25)]
    assert page.part == pytest.approx(35 / 80)
    assert share(facts()) is None
    assert compose([facts()], TODAY).part is None


def test_the_most_pressing_comes_first() -> None:
    promise = Promise(id=5, person_id=1, text="Send it", due_on=ago(2))
    ben = Person(id=2, given_name="Ben")
    page = compose([facts(ben, plan_touched=ago(90)), facts(late_promises=(promise,))], TODAY)
    assert [call.need for call in page.calls] == [Need.PROMISE_LATE, Need.PLAN_DUSTY]
