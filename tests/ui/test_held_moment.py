"""An earlier check-in is put right: its day, its time, its minutes, and both its days are told."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState
from careerdesk.services import checkins, people, planning
from careerdesk.ui.checkins.held_moment import DAY, TIME
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import Stage


@pytest.fixture
def robot(stage: Stage) -> CheckInsRobot:
    """With one held on Tuesday 10 November at 14:00, noted that day, and open."""
    ana = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, ana.id, start_date=date(2026, 3, 2))
    at = datetime(2026, 11, 10, 14).astimezone()
    planning.add_past(stage.store, ana.id, at, at, 30)
    found = CheckInsRobot(stage, ana.id)
    found.open_row(0)
    return found


def stored(robot: CheckInsRobot) -> CheckIn:
    return checkins.get(robot.stage.store, robot.held()[0])


def test_day_and_time_are_put_right_and_both_days_are_told(robot: CheckInsRobot) -> None:
    held = robot.page.history.view.held
    assert not held.noted.isVisible()
    robot.enter(DAY, "6 nov")
    robot.enter(TIME, "930")
    assert stored(robot).starts_at == datetime(2026, 11, 6, 9, 30).astimezone()
    assert held.noted.text() == "held 6 Nov, recorded 10 Nov"
    robot.stage.undo()
    robot.stage.undo()
    assert held.day.day() == date(2026, 11, 10) and not held.noted.isVisible()


def test_no_day_or_time_to_come_and_none_before_the_start(robot: CheckInsRobot) -> None:
    for words, why in (
        ("tomorrow", "in the future"),
        ("1 march", "started on"),
        ("", "the date"),
    ):
        robot.enter(DAY, words) if words else robot.line(DAY).clear()
        robot.line(DAY).setModified(True)
        robot.qtbot.keyClick(robot.line(DAY), Qt.Key.Key_Return)
        assert why in robot.line(DAY).accessibleDescription()
        robot.qtbot.keyClick(robot.line(DAY), Qt.Key.Key_Escape)
    assert stored(robot).starts_at == datetime(2026, 11, 10, 14).astimezone()
    robot.enter(DAY, "today")
    robot.enter(TIME, "23:30")
    assert "in the future" in robot.line(TIME).accessibleDescription()
    assert stored(robot).starts_at == datetime(2026, 11, 17, 14).astimezone()
    for _ in range(100):  # a quarter of an hour each
        robot.qtbot.keyClick(robot.line(TIME), Qt.Key.Key_Up)
    assert stored(robot).starts_at <= robot.clock.now()


def test_why_one_was_skipped_is_told_and_hidden_while_the_screen_is_shared(
    robot: CheckInsRobot,
) -> None:
    now = robot.clock.now()
    check_in = planning.plan(robot.stage.store, robot.person_id, now, now)
    planning.skip(robot.stage.store, check_in.id, now, "a sick child")
    robot.open_row(0)
    held = robot.page.history.view.held
    assert held.why.isVisible() and held.why.text() == "a sick child"
    assert not robot.line(DAY).isVisible()
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not held.why.isVisible()


def test_an_old_review_meeting_keeps_its_kind_which_no_other_is_offered(
    robot: CheckInsRobot,
) -> None:
    kind = robot.page.history.view.kind
    words = [kind.itemText(n) for n in range(kind.count())]
    assert words == ["1:1", "Career conversation", "Check-in"]
    with robot.stage.store.edit("Old") as tx:
        tx.add(CheckIn(person_id=robot.person_id, kind=CheckInKind.REVIEW,
                       state=CheckInState.HELD, starts_at=robot.clock.now()))  # fmt: skip
    robot.open_row(0)
    assert kind.currentText() == "Review meeting"
