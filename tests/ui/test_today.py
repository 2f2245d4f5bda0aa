"""Today: one key away; each row leads where it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import PersonStatus
from careerdesk.services import checkins, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.today.today import TodayPage
from tests.builders import NOW, PersonBuilder, a_person
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Somebody with whom all is well: a talk tomorrow, a plan, and what drives them."""
    ana = a_person(store, "Ana Ruiz").driven_by("Craft").with_goals("Release alone")
    ana.with_checkin(7)
    checkins.plan_next(store, ana.id, NOW + timedelta(days=1))
    return ana


@pytest.fixture
def robot(qtbot: QtBot, store: Store, ana: PersonBuilder, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window over the store."""
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def page(robot: PeopleRobot) -> TodayPage:
    """Today, opened by its key."""
    robot.press_in_focus(Qt.Key.Key_T, CONTROL)
    shown = robot.window.content.currentWidget()
    assert isinstance(shown, TodayPage)
    return shown


def titles(view: QAbstractItemView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(view: QAbstractItemView, row: int = 0) -> str:
    return str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def index(view: QAbstractItemView, title: str) -> QModelIndex:
    return view.model().index(titles(view).index(title), 0)


def click(robot: PeopleRobot, view: QAbstractItemView, title: str, *, at_end: bool) -> None:
    """Click a row on its title or on the words at its end."""
    rect = view.visualRect(index(view, title))
    x = rect.right() - 20 if at_end else rect.left() + 60
    place = QPoint(x, rect.center().y())
    robot.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_one_key_shows_who_is_next_and_enter_opens_the_brief(robot: PeopleRobot) -> None:
    today = page(robot)
    assert titles(today.talk_list) == ["Ana Ruiz"]
    assert "Tomorrow" in spoken(today.talk_list)
    assert today.talk_list.hasFocus()
    robot.press_in_focus(Qt.Key.Key_Return)
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


def test_nothing_waits_when_all_is_well(robot: PeopleRobot) -> None:
    today = page(robot)
    assert not today.call_list.isVisible()
    assert today.no_calls.isVisible()
    assert today.summary.text() == "No talk today. Nothing waits for you."


def test_a_late_promise_is_kept_by_enter_and_the_row_leaves(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = page(robot)
    assert titles(today.call_list) == ["Ask for a seat"]
    assert "My promise to Ana, 4 days late" in spoken(today.call_list)
    today.call_list.setFocus()
    today.call_list.setCurrentIndex(index(today.call_list, "Ask for a seat"))
    robot.press_in_focus(Qt.Key.Key_Return)
    assert today.no_calls.isVisible()
    assert checkins.promises(robot.store, ana.id) == []
    robot.act(names.UNDO)
    assert titles(today.call_list) == ["Ask for a seat"]


def test_a_click_beside_the_words_of_a_promise_opens_its_person_and_keeps_nothing(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = page(robot)
    click(robot, today.call_list, "Ask for a seat", at_end=False)
    assert robot.window.on_person_page
    assert len(checkins.promises(robot.store, ana.id)) == 1


def test_a_click_on_the_words_keeps_the_promise(robot: PeopleRobot, ana: PersonBuilder) -> None:
    ana.with_promise("Ask for a seat", due_in=-4)
    today = page(robot)
    click(robot, today.call_list, "Ask for a seat", at_end=True)
    assert checkins.promises(robot.store, ana.id) == []
    assert robot.told.startswith("Promise kept")


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("No talk with Ben yet", "check-ins"),
        ("Nothing known yet about what drives Chi", "discovery"),
        ("Dee has no plan", "plan"),
    ],
)
def test_what_is_missing_leads_to_where_it_is_made(
    robot: PeopleRobot, title: str, tab: str
) -> None:
    a_person(robot.store, "Ben Okri")
    a_person(robot.store, "Chi Tran").with_checkin(3)
    a_person(robot.store, "Dee Voss").with_checkin(3).driven_by("Calm")
    today = page(robot)
    click(robot, today.call_list, title, at_end=True)
    assert robot.shown.split()[0] in title
    assert robot.window.person_page.tab == tab


def test_a_falling_temperature_is_marked_private(robot: PeopleRobot) -> None:
    eve = a_person(robot.store, "Eve Lind").driven_by("Calm").with_goals("Rest")
    for days, felt in ((30, 1), (16, 0), (2, -1)):
        eve.with_checkin(days, sensed=felt)
    today = page(robot)
    line = spoken(today.call_list)
    assert line.startswith("Private")
    assert "+1, 0, −1" in line


def test_the_share_that_looked_forward_is_said_for_the_team_and_each(robot: PeopleRobot) -> None:
    fay = a_person(robot.store, "Fay Moor").driven_by("Calm").with_goals("Rest")
    fay.with_checkin(10, minutes=40, forward_minutes=10)
    fay.with_checkin(200, minutes=400, forward_minutes=400)
    today = page(robot)
    assert "Fay Moor: 25 % of 40 minutes" in spoken(today.share_list).replace("\u202f", " ")
    robot.qtbot.mouseClick(
        today.share_list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=today.share_list.visualRect(index(today.share_list, "Fay Moor")).center(),
    )
    assert robot.shown == "Fay Moor"
    assert robot.window.person_page.tab == "check-ins"


def test_whoever_is_on_leave_is_left_in_peace(robot: PeopleRobot, ana: PersonBuilder) -> None:
    people.change(robot.store, ana.id, status=PersonStatus.ON_LEAVE)
    checkins.plan_next(robot.store, ana.id, None)
    today = page(robot)
    assert today.no_talks.isVisible()
    assert today.no_calls.isVisible()


def test_a_running_talk_comes_first_and_is_gone_to(robot: PeopleRobot, ana: PersonBuilder) -> None:
    checkins.start(robot.store, ana.id, NOW)
    today = page(robot)
    assert spoken(today.talk_list).startswith("Now")
    robot.press_in_focus(Qt.Key.Key_Return)
    assert robot.window.person_page.tab == "check-ins"


def test_the_models_keep_the_rules_of_qt(robot: PeopleRobot, ana: PersonBuilder) -> None:
    today = page(robot)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (today.talks, today.calls)]
    a_person(robot.store, "Ben Okri")
    ana.with_promise("Call", due_in=-1)
    assert len(testers) == 2
    assert titles(today.call_list) == ["Call", "No talk with Ben yet"]


def test_forty_people_are_cut_to_a_page_and_counted(robot: PeopleRobot) -> None:
    people.add_many(robot.store, [f"Person {number}" for number in range(40)])
    today = page(robot)
    assert today.call_list.model().rowCount() == 12
    assert today.call_head.caption.text() == "40, the first 12"


def test_today_is_open_again_at_the_next_start(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    window = team.restart()
    assert window.content.currentWidget().objectName() == names.TODAY_VIEW
    team.choose("Ben Okri")
    window = team.restart()
    assert window.content.currentWidget() is window.person_page
    assert team.shown == "Ben Okri"


def test_the_rail_counts_the_talks_of_today(team: PeopleRobot) -> None:
    button = team.find(QAbstractButton, names.TODAY_BUTTON)
    assert button.accessibleName() == "Today"
    for name in ("Ana Ruiz", "Ben Okri"):
        checkins.plan_next(team.store, team.person(name).id, NOW)
    assert button.accessibleName() == "Today, 2 talks"
    team.choose("Ana Ruiz")
    team.click(names.SHARE_SAFE)
    assert button.accessibleName() == "Today, 1 talk"


def test_in_a_narrow_window_who_needs_the_manager_comes_before_the_balance(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ana.with_promise("Ask for a seat", due_in=-4).with_checkin(7, minutes=40, forward_minutes=10)
    today = page(robot)

    def tops() -> list[int]:
        QApplication.processEvents()
        heads = (today.talk_head, today.call_head, today.share_head)
        return [head.mapTo(today, QPoint()).y() for head in heads]

    robot.window.resize(1300, 800)
    talks, calls, shares = tops()
    assert talks == calls < shares
    robot.window.resize(1024, 700)
    talks, calls, shares = tops()
    assert talks < calls < shares
    robot.window.resize(1300, 800)
    talks, calls, shares = tops()
    assert talks == calls < shares
