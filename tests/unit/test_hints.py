"""What is said of goals that are tasks: advice, the weightiest first."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.hints import Hint, hints, is_activity
from careerdesk.domain.records import Horizon, ItemState, KeyResult, PlanItem
from careerdesk.domain.views import ItemView

DAY = date(2026, 11, 17)


def a_goal(results: int = 1, **fields: object) -> ItemView:
    whole: dict[str, object] = {
        "title": "Stores open with yesterday's figures",
        "due_on": DAY,
        "for_person": "Owns it",
        "for_business": "Earlier orders",
    }
    item = PlanItem(plan_id=1, horizon=Horizon.SHORT, touched_on=DAY, **(whole | fields))  # type: ignore[arg-type]
    return ItemView(item, (), (KeyResult(item_id=1, name="n"),) * results)


@pytest.mark.parametrize(
    "title",
    ["Attend the architecture meetings", "to work on the feed", "Support our stores.", "Contribute",
     "  Look   into caching", "TAKE PART in the audit", "Help with onboarding"],
)  # fmt: skip
def test_a_title_that_says_what_is_done_is_an_activity(title: str) -> None:
    assert is_activity(title)


@pytest.mark.parametrize(
    "title",
    ["Support tickets are answered within a day", "Read latency is below 20 ms", "Attendance up",
     "Help desk calls halve", "New hires ship in week one", "Workshops fill up", "",
     "Continued growth", "\u8ca1\u52d9"],
)  # fmt: skip
def test_an_outcome_is_none(title: str) -> None:
    assert not is_activity(title)


def test_a_whole_goal_gets_no_advice() -> None:
    assert hints(a_goal()) == ()


def test_all_that_is_lacking_is_told_the_weightiest_first() -> None:
    bare = a_goal(0, title="Attend a course", for_business=" ", due_on=None)
    assert hints(bare) == (Hint.ONE_SIDE, Hint.ACTIVITY, Hint.NO_MEASURE, Hint.NO_DATE)


def test_neither_side_is_not_one_side() -> None:
    assert Hint.ONE_SIDE not in hints(a_goal(for_person="", for_business=""))


def test_a_goal_that_is_over_is_left_in_peace() -> None:
    assert hints(a_goal(0, title="Attend a course", state=ItemState.DONE)) == ()
