"""Who needs the manager, by the rules alone: each person once, the most pressing reason first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.attention import (
    Attention,
    AttentionReason,
    Facts,
    OpenAction,
    Weight,
    items,
    reasons,
)
from careerdesk.domain.loop import Action
from careerdesk.domain.records import (
    CheckIn,
    CheckInKind,
    CheckInState,
    Owner,
    Person,
    PersonStatus,
    Promise,
)
from careerdesk.domain.repeats import WorkWeek

TODAY = date(2026, 11, 17)
ANA = Person(id=1, given_name="Ana", cadence_days=14, longest_gap_days=28)
WELL = {"first_one_on_one": TODAY - timedelta(400), "motivators": 3, "has_plan": True}


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def facts(person: Person = ANA, **known: object) -> Facts:
    """A person with whom everything is well, but for what is said here."""
    return Facts(person, **{**WELL, "last_check_in": ago(7), "last_career": ago(30), **known})  # type: ignore[arg-type]


def planned(in_days: int, kind: CheckInKind = CheckInKind.ONE_ON_ONE, **other: object) -> CheckIn:
    day = TODAY + timedelta(in_days)
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return CheckIn(id=in_days + 100, person_id=1, kind=kind, starts_at=at, **other)  # type: ignore[arg-type]


def promise(due_in: int, key: int = 5) -> Promise:
    return Promise(id=key, person_id=1, text="Send it", due_on=TODAY + timedelta(due_in))


def step(due_in: int) -> OpenAction:
    action = Action(id=8, item_id=3, text="Ask", owner=Owner.ME, due_on=TODAY + timedelta(due_in))
    return OpenAction(1, action, "Release alone")


def why(known: Facts) -> list[AttentionReason]:
    return [found.reason for found in reasons(known, TODAY)]


def test_nobody_is_named_with_whom_all_is_well() -> None:
    assert why(facts(plan_touched=ago(3), planned=(planned(3),))) == []


@pytest.mark.parametrize(("days", "named"), [(28, []), (29, [AttentionReason.PLAN_STALE])])
def test_a_plan_is_stale_after_two_cadences(days: int, named: list[AttentionReason]) -> None:
    assert why(facts(plan_touched=ago(days))) == named


def test_days_of_a_leave_make_no_plan_stale() -> None:
    back = Person(id=1, given_name="Ana", leave_from=ago(60), leave_until=ago(3))
    assert why(facts(back, plan_touched=ago(70), last_check_in=ago(70))) == []


def test_a_career_conversation_is_missed_after_a_persons_own_weeks() -> None:
    missing = [AttentionReason.NO_CAREER_CONVERSATION]
    assert why(facts(last_career=ago(84))) == []
    assert why(facts(last_career=ago(85))) == missing
    assert why(facts(last_career=None)) == missing
    assert why(facts(last_career=None, first_one_on_one=ago(20))) == []
    rare = Person(id=1, given_name="Ana", career_weeks=26)
    assert why(facts(rare, last_career=ago(85))) == []
    quiet = Person(id=1, given_name="Ana", career_quiet_until=TODAY + timedelta(1))
    assert why(facts(quiet, last_career=ago(200))) == []


def test_the_reminder_goes_as_soon_as_a_career_conversation_is_planned() -> None:
    missing = [AttentionReason.NO_CAREER_CONVERSATION]
    career = CheckInKind.CAREER
    assert why(facts(last_career=None, planned=(planned(0, career),))) == []
    after_one = (planned(1), planned(20, career))
    assert why(facts(last_career=None, planned=after_one)) == []
    assert why(facts(last_career=None, planned=(planned(1),))) == missing
    assert why(facts(last_career=None, planned=(planned(-1, career),))) == missing
    running = planned(-1, career, state=CheckInState.RUNNING)
    assert why(facts(last_career=None, planned=(running,))) == []


def test_one_step_is_asked_of_a_new_person_at_a_time() -> None:
    assert why(Facts(ANA)) == []  # a check-in is to be planned: that is said apart
    talked = Facts(ANA, first_one_on_one=ago(1), last_check_in=ago(1))
    assert why(talked) == [AttentionReason.NO_MOTIVATORS]
    assert why(facts(has_plan=False)) == [AttentionReason.NO_PLAN]


@pytest.mark.parametrize("status", [PersonStatus.ON_LEAVE, PersonStatus.FUTURE, PersonStatus.LEFT])
def test_anyone_who_is_not_at_work_is_left_in_peace(status: PersonStatus) -> None:
    away = Person(id=2, given_name="Ben", status=status)
    known = Facts(
        away, last_check_in=ago(300), plan_touched=ago(300), plan_ended=ago(9), has_plan=True
    )
    assert why(known) == []


def test_a_promise_is_kept_also_to_who_is_away() -> None:
    away = Person(id=2, given_name="Ben", status=PersonStatus.ON_LEAVE)
    late = promise(-4)
    assert reasons(Facts(away, promises=(late,)), TODAY) == (
        Attention(AttentionReason.PROMISE_LATE, 4, ago(4), promise=late),
    )


@pytest.mark.parametrize(
    ("due_in", "reason"),
    [
        (-1, AttentionReason.PROMISE_LATE),
        (0, AttentionReason.PROMISE_DUE),
        (3, AttentionReason.PROMISE_DUE),
        (4, None),
    ],
)
def test_a_promise_is_named_from_before_the_next_check_in(
    due_in: int, reason: AttentionReason | None
) -> None:
    known = facts(promises=(promise(due_in),), planned=(planned(-2), planned(3), planned(9)))
    assert why(known) == ([reason] if reason else [])


def test_without_a_planned_check_in_the_one_by_cadence_counts() -> None:
    assert why(facts(last_check_in=ago(9), promises=(promise(5),))) == [AttentionReason.PROMISE_DUE]
    assert why(facts(last_check_in=ago(9), promises=(promise(6),))) == []
    assert why(facts(last_check_in=ago(20), promises=(promise(0),))) == [
        AttentionReason.PROMISE_DUE
    ]
    assert why(facts(last_check_in=ago(20), promises=(promise(1),))) == []
    assert why(facts(last_check_in=ago(9), promises=(promise(1),), planned=(planned(-1),))) == []


@pytest.mark.parametrize(
    ("due_in", "reason"), [(-2, AttentionReason.ACTION_LATE), (0, AttentionReason.ACTION_DUE)]
)
def test_a_next_step_of_mine_is_named_like_a_promise(due_in: int, reason: AttentionReason) -> None:
    found = reasons(facts(steps=(step(due_in),)), TODAY)
    assert [(one.reason, one.days, one.step) for one in found] == [
        (reason, abs(due_in), step(due_in))
    ]
    assert why(facts(steps=(step(1),), planned=(planned(0),))) == []


def test_a_plan_that_ended_is_named_the_day_after_and_is_not_stale_too() -> None:
    assert why(facts(plan_ended=TODAY)) == []
    ended = facts(plan_ended=ago(1), plan_touched=ago(300))
    assert reasons(ended, TODAY) == (Attention(AttentionReason.PLAN_ENDED, 1, ago(1)),)


def on_leave(until: date, **given: int) -> Person:
    return Person(
        id=1, given_name="Ana", status=PersonStatus.ON_LEAVE, leave_from=ago(90),
        leave_until=until, **given,
    )  # fmt: skip


def test_the_day_after_a_leave_somebody_is_expected_back() -> None:
    assert why(facts(on_leave(TODAY))) == []
    found = Attention(AttentionReason.BACK, 0, TODAY)
    assert reasons(facts(on_leave(ago(1))), TODAY) == (found,)


@pytest.mark.parametrize(
    ("work_days", "week", "expected"),
    [(0, None, 3), (0, WorkWeek(0b1000001), 2), (0b0100, WorkWeek(), 5), (0b1111111, None, 1)],
)
def test_nobody_is_expected_back_on_a_day_on_which_they_do_not_work(
    work_days: int, week: WorkWeek | None, expected: int
) -> None:
    friday = TODAY + timedelta(days=3)
    known = facts(on_leave(friday, work_days=work_days))
    first = friday + timedelta(days=expected)
    assert reasons(known, first - timedelta(days=1), week) == ()
    assert reasons(known, first, week) == (Attention(AttentionReason.BACK, 0, first),)


def test_a_person_is_named_once_with_all_reasons_the_most_pressing_first() -> None:
    ben = Person(id=2, given_name="Ben")
    page = items(
        [
            facts(ben, plan_touched=ago(90)),
            facts(promises=(promise(-2),), last_career=None, steps=(step(0),)),
        ],
        TODAY,
    )
    assert [item.person for item in page] == [ANA, ben]
    assert [one.reason for one in page[0].reasons] == [
        AttentionReason.PROMISE_LATE,
        AttentionReason.ACTION_DUE,
        AttentionReason.NO_CAREER_CONVERSATION,
    ]
    assert [item.weight for item in page] == [Weight.LATE, Weight.SOMETIME]


def test_the_latest_comes_first_and_what_is_far_ahead_may_wait() -> None:
    far = (planned(60),)
    known = facts(promises=(promise(-1, 1), promise(-9, 2), promise(2, 3), promise(40, 4)),
                  planned=far)  # fmt: skip
    found = reasons(known, TODAY)
    assert [one.promise.id for one in found if one.promise] == [2, 1, 3, 4]
    assert [one.weight for one in found] == [
        Weight.LATE, Weight.LATE, Weight.SOON, Weight.SOMETIME,
    ]  # fmt: skip
