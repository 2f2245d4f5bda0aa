"""Today: one key away; who is next, who is to be planned, and who needs the manager."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import CheckInKind, PersonStatus
from careerdesk.services import checkins, people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.keyboard import KEYBOARD, by_keyboard
from careerdesk.ui.today.row_layout import row_height
from careerdesk.ui.today.rows import RowKind
from careerdesk.ui.today.today import TodayPage
from careerdesk.ui.week.week import WEEK_PAGE
from tests.builders import PersonBuilder, a_person, a_planned
from tests.robots.stage import Stage, StoppedClock
from tests.robots.today import TodayRobot, spoken, titles
from tests.robots.window import PeopleRobot

NOW = StoppedClock().now()


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Somebody with whom all is well: a check-in tomorrow, a plan, and what drives them."""
    ana = a_person(store, "Ana Ruiz").driven_by("Craft").with_goals("Release alone")
    ana.with_checkin(7)
    planning.plan(store, ana.id, NOW + timedelta(days=1), NOW)
    return ana


@pytest.fixture
def robot(qtbot: QtBot, store: Store, ana: PersonBuilder, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window over the store."""
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_one_key_shows_who_is_next_and_enter_opens_the_brief(robot: PeopleRobot) -> None:
    today = TodayRobot(robot)
    assert titles(today.check_ins) == ["Ana Ruiz"]
    assert "Tomorrow" in spoken(today.check_ins, "Ana Ruiz")
    assert today.check_ins.hasFocus()
    assert today.check_ins.selectedIndexes() == []
    today.press(Qt.Key.Key_Return)
    assert robot.shown == "Ana Ruiz"
    assert robot.window.person_page.tab == "prepare"


def test_the_button_in_the_rail_does_the_same_and_shows_where_one_is(robot: PeopleRobot) -> None:
    button = robot.find(QPushButton, names.TODAY_BUTTON)
    assert not button.isChecked()
    robot.click(names.TODAY_BUTTON)
    assert isinstance(robot.window.content.currentWidget(), TodayPage)
    assert button.isChecked()
    assert robot.window.rail.list.selectedIndexes() == []
    robot.press_in_focus(Qt.Key.Key_Escape)
    assert robot.window.on_person_page
    assert not button.isChecked()
    assert len(robot.window.rail.list.selectedIndexes()) == 1


def test_after_a_click_on_today_the_first_step_down_is_the_first_row(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    planning.plan(robot.store, ana.id, NOW + timedelta(days=9), NOW)
    robot.click(names.TODAY_BUTTON)
    shown = robot.window.content.currentWidget()
    assert isinstance(shown, TodayPage)
    robot.press_in_focus(Qt.Key.Key_Down)
    assert [index.row() for index in shown.check_in_list.selectedIndexes()] == [0]
    robot.press_in_focus(Qt.Key.Key_Down)
    assert [index.row() for index in shown.check_in_list.selectedIndexes()] == [1]


def test_a_window_begins_with_neither_keys_nor_mouse(
    qtbot: QtBot, store: Store, ana: PersonBuilder, tmp_path: Path
) -> None:
    """Whatever was pressed in a window before it: how one came to its lists is its own."""
    app = QApplication.instance()
    assert app is not None
    app.setProperty(KEYBOARD, True)
    robot = PeopleRobot(qtbot, store, tmp_path)
    assert not by_keyboard()
    robot.window.close()


def test_nothing_waits_when_all_is_well(stage: Stage, ana: PersonBuilder) -> None:
    today = TodayRobot(stage)
    assert not today.calls.isVisible()
    assert today.page.no_calls.isVisible()
    assert today.page.summary.text() == "No check-ins today. You're all caught up."


def test_the_next_check_in_is_the_card_and_those_over_or_later_are_rows(
    stage: Stage, ana: PersonBuilder
) -> None:
    ben = a_person(stage.store, "Ben Okri").with_checkin(3)
    planning.plan(stage.store, ben.id, NOW - timedelta(hours=3), NOW - timedelta(days=1))
    planning.plan(stage.store, ben.id, NOW + timedelta(minutes=18), NOW)
    today = TodayRobot(stage)
    rows = today.check_ins.rows.rows
    assert [(row.title, row.kind) for row in rows] == [
        ("Ben Okri", RowKind.PLAIN), ("Ben Okri", RowKind.NEXT), ("Ana Ruiz", RowKind.PLAIN),
    ]  # fmt: skip
    assert rows[1].lead_note == "in 18 min"
    look = stage.ctx.theme.look
    heights = [row_height(row, 480, look) for row in rows]
    assert heights == [56, 68 + 8, 56]


def test_time_that_goes_by_is_seen_without_any_change(stage: Stage, ana: PersonBuilder) -> None:
    planning.plan(stage.store, ana.id, NOW + timedelta(minutes=18), NOW)
    today = TodayRobot(stage)
    stage.clock.go_on(minutes=8)
    today.page._minute.timeout.emit()
    assert today.check_ins.rows.rows[0].lead_note == "in 10 min"


def test_a_late_promise_is_kept_by_enter_and_the_row_leaves(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = TodayRobot(robot)
    assert titles(today.calls) == ["Late", "Ask for a seat"]
    assert "My promise to Ana, 4 days late" in spoken(today.calls, "Ask for a seat")
    today.go_to(today.calls, "Ask for a seat")
    today.press(Qt.Key.Key_Return)
    assert today.page.no_calls.isVisible()
    assert checkins.promises(robot.store, ana.id) == []
    robot.act(names.UNDO)
    assert titles(today.calls) == ["Late", "Ask for a seat"]


def test_a_click_beside_the_words_of_a_promise_opens_its_person_and_keeps_nothing(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = TodayRobot(robot)
    today.click(today.calls, "Ask for a seat")
    assert robot.window.on_person_page
    assert len(checkins.promises(robot.store, ana.id)) == 1


def test_a_click_on_the_words_keeps_the_promise(robot: PeopleRobot, ana: PersonBuilder) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = TodayRobot(robot)
    today.click(today.calls, "Ask for a seat", "Mark done")
    assert checkins.promises(robot.store, ana.id) == []
    assert robot.told.startswith("Promise kept")


@pytest.mark.parametrize(
    ("title", "tab"),
    [("No motivators noted for Chi yet", "discovery"), ("Dee has no plan", "plan")],
)
def test_what_is_missing_leads_to_where_it_is_made(
    robot: PeopleRobot, title: str, tab: str
) -> None:
    a_person(robot.store, "Chi Tran").with_checkin(3)
    a_person(robot.store, "Dee Voss").with_checkin(3).driven_by("Calm")
    today = TodayRobot(robot)
    today.click(today.calls, title)
    assert robot.shown.split()[0] in title
    assert robot.window.person_page.tab == tab


def test_those_without_a_check_in_are_to_be_planned_and_a_first_one_too(
    stage: Stage, ana: PersonBuilder
) -> None:
    a_person(stage.store, "Ben Okri")
    a_person(stage.store, "Chi Tran").with_checkin(60)
    today = TodayRobot(stage)
    assert titles(today.check_ins) == ["Ana Ruiz", "To plan", "Chi Tran", "Ben Okri"]
    assert "overdue, Chi Tran, 60 days since the last check-in; the limit is 28" in spoken(
        today.check_ins, "Chi Tran"
    )
    assert "Start with your first 1:1" in spoken(today.check_ins, "Ben Okri")
    assert today.page.summary.text() == "No check-ins today. One thing needs your attention."
    assert today.page.call_head.caption.text() == "1"
    assert titles(today.calls) == ["When you have time", "No motivators noted for Chi yet"]


def test_one_that_was_held_today_is_not_denied(stage: Stage, ana: PersonBuilder) -> None:
    a_person(stage.store, "Ben Okri").driven_by("Calm").with_checkin(0)
    a_planned(stage.store, people.everyone(stage.store)[1].id, StoppedClock().now() + timedelta(14))
    today = TodayRobot(stage)
    assert today.page.summary.text().startswith("No further check-ins today.")
    assert "The last check-in was today" in spoken(today.check_ins, "Ben Okri")


def test_what_is_planned_with_somebody_who_left_says_so(stage: Stage, ana: PersonBuilder) -> None:
    for name, days in (("Ben Okri", 1), ("Chi Tran", -3)):
        gone = a_person(stage.store, name).with_checkin(20)
        a_planned(stage.store, gone.id, StoppedClock().now() + timedelta(days))
        people.change(stage.store, gone.id, status=PersonStatus.LEFT)
    today = TodayRobot(stage)
    for name in ("Ben Okri", "Chi Tran"):
        assert "Left the company" in spoken(today.check_ins, name)
        row = today.row(today.check_ins, name)
        assert [one.words for one in row.actions if one.shown] == ["Skip"]
        assert row.kind is RowKind.PLAIN  # never the next one


def test_no_temperature_is_on_the_page(stage: Stage, ana: PersonBuilder) -> None:
    eve = a_person(stage.store, "Eve Lind").driven_by("Calm").with_goals("Rest")
    for days, felt in ((30, 1), (16, 0), (2, -1)):
        eve.with_checkin(days, sensed=felt)
    today = TodayRobot(stage)
    assert titles(today.calls) == []


def test_somebody_with_two_reasons_has_one_row_and_each_is_done_from_it(
    stage: Stage, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4).with_promise("Send the guide", due_in=0)
    today = TodayRobot(stage)
    assert titles(today.calls) == ["Late", "Ask for a seat"]
    assert "Also: Send the guide, due today" in spoken(today.calls, "Ask for a seat")
    today.go_to(today.calls, "Ask for a seat")
    today.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    left = checkins.promises(stage.store, ana.id)
    assert [promise.text for promise in left] == ["Ask for a seat"]
    today.click(today.calls, "Ask for a seat", "Mark done")
    assert checkins.promises(stage.store, ana.id) == []


def test_anyone_who_is_on_leave_is_left_in_peace(stage: Stage, ana: PersonBuilder) -> None:
    people.change(stage.store, ana.id, status=PersonStatus.ON_LEAVE)
    a_planned(stage.store, ana.id, None)
    today = TodayRobot(stage)
    assert today.page.no_check_ins.isVisible()
    assert today.page.no_calls.isVisible()


def test_a_running_check_in_comes_first_and_is_gone_to(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    checkins.start(robot.store, ana.id, NOW)
    today = TodayRobot(robot)
    assert spoken(today.check_ins, "Ana Ruiz").startswith("Now")
    today.press(Qt.Key.Key_Return)
    assert robot.window.person_page.tab == "check-ins"


def test_two_at_the_same_hour_say_so(stage: Stage, ana: PersonBuilder) -> None:
    ben = a_person(stage.store, "Ben Okri").with_checkin(3)
    planning.plan(stage.store, ben.id, NOW + timedelta(days=1, minutes=10), NOW)
    today = TodayRobot(stage)
    assert "Same time as Ben" in spoken(today.check_ins, "Ana Ruiz")
    assert "Same time as Ana" in spoken(today.check_ins, "Ben Okri")


def test_the_models_keep_the_rules_of_qt(stage: Stage, ana: PersonBuilder) -> None:
    today = TodayRobot(stage)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    lists = (today.check_ins, today.calls)
    testers = [QAbstractItemModelTester(view.rows, mode) for view in lists]
    a_person(stage.store, "Ben Okri").with_checkin(2).driven_by("Calm")
    ana.with_promise("Call", due_in=-1)
    assert len(testers) == 2
    assert titles(today.calls) == ["Late", "Call", "When you have time", "Ben has no plan"]


def test_many_are_cut_to_seven_and_more_are_shown_on_demand(
    stage: Stage, ana: PersonBuilder
) -> None:
    for number in range(14):
        a_person(stage.store, f"P{number}").with_checkin(2).driven_by("Calm")
    today = TodayRobot(stage)

    def shown() -> int:
        return sum("has no plan" in title for title in titles(today.calls))

    assert shown() == 7
    assert titles(today.calls)[-1] == "Show 5 more"
    today.go_to(today.calls, "Show 5 more")
    today.press(Qt.Key.Key_Return)
    assert shown() == 12
    assert today.calls.currentIndex().data() == "P7 has no plan"
    today.click(today.calls, "Show 2 more")
    assert shown() == 14
    assert titles(today.calls)[-1] == "P13 has no plan"


def test_forty_new_people_are_cut_to_a_page_and_counted(stage: Stage, ana: PersonBuilder) -> None:
    people.add_many(stage.store, [f"Person {number}" for number in range(40)])
    today = TodayRobot(stage)
    assert len(titles(today.check_ins)) == 1 + 1 + 5 + 1
    assert spoken(today.check_ins, "To plan") == "To plan, 40"
    today.click(today.check_ins, "Show 5 more")
    assert len(titles(today.check_ins)) == 1 + 1 + 10 + 1


def test_of_many_planned_ones_all_of_today_are_shown_and_the_rest_on_demand(
    stage: Stage, ana: PersonBuilder
) -> None:
    for hours in range(1, 8):
        planning.plan(stage.store, ana.id, NOW + timedelta(hours=hours), NOW)
    today = TodayRobot(stage)
    assert titles(today.check_ins) == ["Ana Ruiz"] * 7 + ["Show 1 more"]
    today.click(today.check_ins, "Show 1 more")
    assert titles(today.check_ins) == ["Ana Ruiz"] * 8


def test_headings_are_passed_over_by_the_keyboard(stage: Stage, ana: PersonBuilder) -> None:
    a_person(stage.store, "Chi Tran").with_checkin(60)
    today = TodayRobot(stage)
    today.go_to(today.check_ins, "Ana Ruiz")
    today.press(Qt.Key.Key_Down)
    assert today.check_ins.currentIndex().data() == "Chi Tran"


def test_a_row_that_changes_keeps_the_keyboard(stage: Stage, ana: PersonBuilder) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    ben = a_person(stage.store, "Ben Okri").with_checkin(2).driven_by("Calm")
    today = TodayRobot(stage)
    today.go_to(today.calls, "Ben has no plan")
    ben.with_goals("Rest")
    assert today.calls.hasFocus()
    assert today.calls.currentIndex().data() == "Ask for a seat"


def test_sentences_of_the_quarter_lead_somewhere(robot: PeopleRobot, ana: PersonBuilder) -> None:
    ana.with_checkin(40)
    a_person(robot.store, "Ben Okri").with_checkin(10, kind=CheckInKind.CAREER)
    today = TodayRobot(robot)
    said = titles(today.ahead)
    assert said[0] == "This quarter: career conversations with 1 of 2."
    assert all("%" not in one for one in said)
    today.click(today.ahead, said[0])
    assert (robot.shown, robot.window.person_page.tab) == ("Ana Ruiz", "check-ins")


def test_on_the_last_working_day_the_week_can_be_closed_from_here(robot: PeopleRobot) -> None:
    today = TodayRobot(robot)
    assert titles(today.calls) == []
    robot.let_days_pass(3)
    assert titles(today.calls) == ["Soon", "Close the week"]
    assert "One thing needs your attention." in today.page.summary.text()
    assert today.page.call_head.caption.text() == "1"
    assert not today.page.no_calls.isVisible()
    robot.let_days_pass(1)
    assert "Close the week" not in titles(today.calls)
    robot.let_days_pass(6)
    today.click(today.calls, "Close the week")
    assert not today.page.isVisible()
    assert robot.window.content.currentWidget().objectName() == WEEK_PAGE


def test_today_is_open_again_at_the_next_start(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    window = team.restart()
    assert window.content.currentWidget().objectName() == names.TODAY_VIEW
    team.choose("Ben Okri")
    window = team.restart()
    assert window.content.currentWidget() is window.person_page
    assert team.shown == "Ben Okri"


def test_the_rail_counts_the_check_ins_of_today(team: PeopleRobot) -> None:
    button = team.find(QAbstractButton, names.TODAY_BUTTON)
    assert button.accessibleName() == "Today"
    for name in ("Ana Ruiz", "Ben Okri"):
        a_planned(team.store, team.person(name).id, NOW)
    assert button.accessibleName() == "Today, 2 check-ins"
    team.choose("Ana Ruiz")
    team.click(names.SHARE_SAFE)
    assert button.accessibleName() == "Today, 1 check-in"


def test_in_a_narrow_window_who_needs_the_manager_comes_before_the_balance(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = TodayRobot(robot).page

    def tops() -> list[int]:
        QApplication.processEvents()
        heads = (today.check_in_head, today.call_head, today.ahead_head)
        return [head.mapTo(today, QPoint()).y() for head in heads]

    robot.window.resize(1300, 800)
    check_ins, calls, ahead = tops()
    assert check_ins == calls < ahead
    robot.window.resize(1024, 700)
    check_ins, calls, ahead = tops()
    assert check_ins < calls < ahead
    robot.window.resize(1300, 800)
    check_ins, calls, ahead = tops()
    assert check_ins == calls < ahead
