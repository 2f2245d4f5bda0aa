"""Planning a check-in in the popover: by keys alone, and what cannot be is said in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from careerdesk.domain.records import CheckIn, CheckInKind, Person, PersonStatus
from careerdesk.services import people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base.work_week import Span, keep_days_off
from careerdesk.ui.widgets.planning_popover import DAY, PlanningPopover
from tests.robots.stage import TODAY, Stage


class PopoverRobot:
    """Opens the popover over a button and works in it by keys."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.qtbot = stage, stage.qtbot
        self.button = stage.put(QPushButton("Next 1:1"))
        self.other = stage.put(QPushButton("Elsewhere"))
        self.ana = people.add(stage.store, "Ana Ruiz")
        self.ben = people.add(stage.store, "Ben Okri")
        stage.ctx.drafts.turn_to(self.ana.id)

    def open(
        self, kind: CheckInKind = CheckInKind.ONE_ON_ONE, checkin_id: int = 0
    ) -> PlanningPopover:
        self.button.setFocus()
        shown = PlanningPopover(self.stage.ctx, self.button, self.ana.id, kind, checkin_id)
        shown.open()
        QApplication.processEvents()
        return shown

    def type(self, words: str) -> None:
        """Over what stands in the field with the cursor."""
        field = QApplication.focusWidget()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, words)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()

    def focused(self) -> str:
        return QApplication.focusWidget().objectName()

    @property
    def is_open(self) -> bool:
        return self.stage.window.findChild(PlanningPopover) is not None

    def planned(self) -> list[CheckIn]:
        return planning.planned(self.stage.store, self.ana.id)

    def moments(self) -> list[str]:
        return [f"{check_in.starts_at.astimezone():%Y-%m-%d %H:%M}" for check_in in self.planned()]


@pytest.fixture
def robot(stage: Stage) -> PopoverRobot:
    return PopoverRobot(stage)


def local(day: date, hour: int = 14) -> datetime:
    return datetime(day.year, day.month, day.day, hour).astimezone()


def hold(store: Store, person: Person, day: date, hour: int = 14) -> None:
    planning.add_past(store, person.id, local(day, hour), datetime(2026, 11, 17, 14, tzinfo=UTC))


def test_a_day_in_words_and_enter_plan_one(robot: PopoverRobot) -> None:
    robot.open()
    assert robot.focused() == DAY
    robot.type("fri")
    robot.press(Qt.Key.Key_Tab)
    robot.type("1530")
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2026-11-20 15:30"]
    assert not robot.is_open and robot.button.hasFocus()
    assert robot.stage.toast.text() == "1:1 with Ana planned for Fri 20 Nov, 15:30"
    robot.stage.undo()
    assert robot.moments() == []


def test_the_time_may_be_typed_behind_the_day_and_is_kept_with_it(robot: PopoverRobot) -> None:
    popover = robot.open()
    robot.type("fri 15:30")
    assert popover.when.text() == "Friday, 20 November 2026, in 3 days"
    popover.close()  # as by a click elsewhere: what is half typed stays
    QApplication.processEvents()
    robot.open()
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2026-11-20 15:30"]


def test_a_career_conversation_is_planned_beside_the_next_one_on_one(robot: PopoverRobot) -> None:
    planning.plan(
        robot.stage.store, robot.ana.id, local(TODAY + timedelta(3)), robot.stage.clock.now()
    )
    robot.open(CheckInKind.CAREER)
    robot.type("24 nov")
    robot.press(Qt.Key.Key_Return)
    kinds = [check_in.kind for check_in in robot.planned()]
    assert kinds == [CheckInKind.ONE_ON_ONE, CheckInKind.CAREER]


def test_the_day_offered_is_by_cadence_at_the_usual_hour_and_no_weekend(
    robot: PopoverRobot,
) -> None:
    hold(robot.stage.store, robot.ana, date(2026, 11, 8), hour=11)  # + 14 days is a Sunday
    popover = robot.open()
    assert (popover.day.day(), popover.time.moment().hour) == (date(2026, 11, 23), 11)


def test_my_days_off_are_not_offered_but_can_be_typed(robot: PopoverRobot) -> None:
    keep_days_off(robot.stage.ctx.settings, [Span(date(2026, 11, 23), date(2026, 11, 24))])
    hold(robot.stage.store, robot.ana, date(2026, 11, 9))
    popover = robot.open()
    assert popover.day.day() == date(2026, 11, 25)
    robot.type("24 nov")
    assert "Not a working day" in popover.when.text()
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2026-11-24 14:00"]


def test_somebody_on_leave_is_offered_no_day_before_they_are_back(robot: PopoverRobot) -> None:
    people.change(
        robot.stage.store, robot.ana.id, status=PersonStatus.ON_LEAVE, leave_until=date(2027, 1, 3)
    )
    popover = robot.open()
    assert popover.day.day() == date(2027, 1, 4)
    robot.type("fri")
    robot.press(Qt.Key.Key_Return)
    assert robot.is_open and robot.moments() == []
    assert "on leave until" in popover.day.accessibleDescription()
    assert robot.focused() == DAY
    robot.type("5 jan")
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2027-01-05 10:00"]


def test_another_one_at_the_same_hour_is_said_while_it_is_typed(robot: PopoverRobot) -> None:
    at = local(date(2026, 11, 20))
    planning.plan(robot.stage.store, robot.ben.id, at, robot.stage.clock.now())
    popover = robot.open()
    assert not popover.clash.isVisible()
    robot.type("20 nov")
    robot.press(Qt.Key.Key_Tab)
    robot.type("14:15")
    assert popover.clash.text() == "Clashes with another meeting: 1:1 with Ben Okri at 14:00."
    robot.type("1430")
    assert not popover.clash.isVisible()


def test_nobody_else_is_named_while_the_screen_is_shared(robot: PopoverRobot) -> None:
    at = local(date(2026, 11, 20))
    planning.plan(robot.stage.store, robot.ben.id, at, robot.stage.clock.now())
    robot.stage.ctx.sharing.share(robot.ana.id)
    popover = robot.open()
    robot.type("20 nov")
    robot.press(Qt.Key.Key_Tab)
    robot.type("1400")
    assert popover.clash.text() == "Clashes with another check-in at 14:00."
    assert "Ben" not in " ".join(label.text() for label in popover.findChildren(QLabel))


def test_half_typed_words_stay_where_it_closes_by_itself(robot: PopoverRobot) -> None:
    popover = robot.open()
    robot.type("20 no")
    robot.other.setFocus()
    assert not robot.is_open
    popover = robot.open()
    assert popover.day.text() == "20 no"
    robot.type("20 nov")
    robot.press(Qt.Key.Key_Return)
    assert robot.open().day.text() != "20 no"


def test_escape_leaves_and_one_undo_has_the_words_back(robot: PopoverRobot) -> None:
    robot.open()
    robot.type("20 no")
    robot.press(Qt.Key.Key_Escape)
    assert not robot.is_open and robot.button.hasFocus()
    popover = robot.open()
    assert popover.day.text() != "20 no"
    robot.press(Qt.Key.Key_Escape)
    robot.stage.undo()
    assert robot.open().day.text() == "20 no"


def test_it_goes_when_somebody_else_is_shown_or_the_screen_is_shared(robot: PopoverRobot) -> None:
    robot.open()
    robot.stage.ctx.sharing.share(0)
    assert not robot.is_open
    robot.stage.ctx.sharing.stop()
    robot.open()
    robot.type("20 no")
    robot.stage.ctx.drafts.turn_to(robot.ben.id)
    assert not robot.is_open


def test_a_click_beside_it_closes_it_and_one_within_does_not(robot: PopoverRobot) -> None:
    left = Qt.MouseButton.LeftButton
    popover = robot.open()
    handle, none = robot.stage.window.windowHandle(), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(handle, left, none, popover.geometry().center())
    popover.repeat.setFocus()
    popover.repeat.showPopup()
    QApplication.processEvents()
    assert robot.is_open
    popover.repeat.hidePopup()
    beside = robot.stage.window.rect().bottomRight() - QPoint(3, 3)
    assert not popover.geometry().contains(beside)
    QTest.mouseClick(handle, left, none, beside)
    assert not robot.is_open


def test_tab_goes_round_in_it(robot: PopoverRobot) -> None:
    robot.open()
    seen = []
    for _ in range(6):
        seen.append(robot.focused())
        robot.press(Qt.Key.Key_Tab)
    assert seen[0] == seen[5] == DAY and len(set(seen)) == 5
    robot.press(Qt.Key.Key_Backtab)
    assert robot.focused() == DAY


def test_a_planned_one_is_moved_by_its_id_with_its_kind(robot: PopoverRobot) -> None:
    store, now = robot.stage.store, robot.stage.clock.now()
    planning.plan(store, robot.ana.id, local(date(2026, 11, 19)), now)
    second = planning.plan(store, robot.ana.id, local(date(2026, 11, 26)), now)
    popover = robot.open(checkin_id=second.id)
    assert popover.day.day() == date(2026, 11, 26)
    robot.type("27 nov")
    for _ in range(2):
        robot.press(Qt.Key.Key_Tab)
    robot.press(Qt.Key.Key_Right)
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2026-11-19 14:00", "2026-11-27 14:00"]
    assert [check_in.kind for check_in in robot.planned()] == [
        CheckInKind.ONE_ON_ONE,
        CheckInKind.CAREER,
    ]
    assert robot.stage.toast.text() == "Career conversation with Ana moved to Fri 27 Nov, 14:00"
    robot.stage.undo()
    assert robot.moments()[1] == "2026-11-26 14:00"
    assert robot.planned()[1].kind is CheckInKind.ONE_ON_ONE


def test_a_repeat_is_set_kept_and_ended(robot: PopoverRobot) -> None:
    robot.open()
    robot.type("24 nov")
    popover = robot.stage.window.findChild(PlanningPopover)
    popover.repeat.set_value(2)
    robot.press(Qt.Key.Key_Return)
    repeat = planning.repeat_of(robot.stage.store, robot.ana.id)
    assert repeat is not None and (repeat.weeks, repeat.weekday) == (2, 1)
    first = robot.planned()[0]
    popover = robot.open(checkin_id=first.id)
    assert popover.repeat.currentText() == "Current schedule: every 2 weeks, Tue 10:00"
    robot.type("25 nov")
    robot.press(Qt.Key.Key_Return)
    kept = planning.repeat_of(robot.stage.store, robot.ana.id)
    assert kept is not None and kept.weekday == 1
    popover = robot.open(checkin_id=first.id)
    popover.repeat.set_value(0)
    robot.press(Qt.Key.Key_Return)
    assert planning.repeat_of(robot.stage.store, robot.ana.id) is None
    assert robot.moments() == ["2026-11-25 10:00"]


def test_a_move_that_ends_a_repeat_is_one_step(robot: PopoverRobot) -> None:
    store, now = robot.stage.store, robot.stage.clock.now()
    first = planning.plan_repeating(store, robot.ana.id, local(date(2026, 11, 24)), 2, "", now)
    popover = robot.open(checkin_id=first.id)
    popover.repeat.set_value(0)
    robot.type("25 nov")
    robot.press(Qt.Key.Key_Return)
    assert planning.repeat_of(store, robot.ana.id) is None
    assert robot.moments() == ["2026-11-25 14:00"]
    robot.stage.undo()
    assert planning.repeat_of(store, robot.ana.id) is not None
    assert robot.moments() == ["2026-11-24 14:00"]


def test_what_cannot_be_is_said_below_the_day_and_can_be_put_right(robot: PopoverRobot) -> None:
    popover = robot.open()
    robot.type("someday")
    robot.press(Qt.Key.Key_Return)
    assert "isn't a date" in popover.day.accessibleDescription()
    robot.type("today")
    robot.press(Qt.Key.Key_Tab)
    robot.type("9")
    robot.press(Qt.Key.Key_Return)
    assert "That time has passed" in popover.day.accessibleDescription()
    assert robot.moments() == []
    robot.press(Qt.Key.Key_Tab)
    robot.type("17")
    robot.press(Qt.Key.Key_Return)
    assert robot.moments() == ["2026-11-17 17:00"]


def test_it_goes_with_the_check_in_it_moves(robot: PopoverRobot) -> None:
    at = local(date(2026, 11, 19))
    check_in = planning.plan(robot.stage.store, robot.ana.id, at, robot.stage.clock.now())
    robot.open(checkin_id=check_in.id)
    robot.stage.undo()
    assert not robot.is_open


def test_everything_in_it_has_a_name(robot: PopoverRobot) -> None:
    popover = robot.open()
    assert popover.accessibleName() == "Plan a check-in with Ana Ruiz"
    for widget in popover.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() and widget.objectName(), widget
