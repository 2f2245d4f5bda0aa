"""The way into Reviews and out of it; nothing of it is left behind in Growth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenuBar, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.stages import FULL, Column
from careerdesk.services import checkins, people
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.cycle.scale import SCALE_LIST, RankedList
from careerdesk.ui.reviews.page.head import NEW_CYCLE_STEP
from careerdesk.ui.reviews.page.person_tabs import TABS
from careerdesk.ui.reviews.parts.words import TAB_OF
from careerdesk.ui.shell.actions import NEW_CYCLE, NEXT_TAB, REVIEW_BOARD, WRITE_NEXT
from careerdesk.ui.shell.window_state import IN_REVIEWS
from careerdesk.ui.widgets.tab_order import holds_focus
from tests.builders import TODAY
from tests.robots.reviews import CONTROL, CycleBuilder, ReviewsRobot
from tests.robots.seen import said

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewsRobot]:
    """The window over Ana, Ben and Chi, without a cycle."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def cycle(robot: ReviewsRobot) -> CycleBuilder:
    """A cycle of this year with all three."""
    return CycleBuilder(robot.store)


def work_begins_here(robot: ReviewsRobot) -> bool:
    """Whether the keyboard is where work on the open side of a review begins."""
    person, focus = robot.page.person, QApplication.focusWidget()
    assert person is not None
    person.focus_first()
    return focus is QApplication.focusWidget() and holds_focus(person.made_tab(person.tab))


def reviews_menu(robot: ReviewsRobot) -> QAction:
    bar = robot.find(QMenuBar, names.MENU_BAR)
    return next(action for action in bar.actions() if action.text() == "&Review")


def test_before_the_first_cycle_the_menu_alone_leads_there(robot: ReviewsRobot) -> None:
    button = robot.find(QPushButton, names.REVIEWS_BUTTON)
    assert not button.isVisible()
    assert reviews_menu(robot).isVisible()
    robot.open_reviews_page()
    assert not button.isVisible()
    robot.press_in_focus(Qt.Key.Key_Space)
    robot.press(robot.find(QLineEdit, "cycleName"), Qt.Key.Key_Return)
    assert button.isVisible()
    assert button.isChecked()
    robot.act(names.UNDO)
    assert not button.isVisible()
    robot.act(names.REDO)
    robot.act(names.SHARE_SAFE_MODE)
    assert not button.isVisible()


def test_a_closed_cycle_keeps_the_way_in(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycles.close(robot.store, cycle.cycle.id, TODAY)
    assert robot.find(QPushButton, names.REVIEWS_BUTTON).isVisible()
    cycles.remove(robot.store, cycle.cycle.id)
    assert not robot.find(QPushButton, names.REVIEWS_BUTTON).isVisible()


@pytest.mark.usefixtures("cycle")
def test_the_key_the_menu_and_the_rail_open_the_place(robot: ReviewsRobot) -> None:
    robot.open_reviews_page()
    robot.press_in_focus(ESCAPE)
    assert not robot.in_reviews
    robot.act(names.GO_REVIEWS)
    assert robot.in_reviews
    robot.press_in_focus(ESCAPE)
    robot.click(names.REVIEWS_BUTTON)
    assert robot.in_reviews


@pytest.mark.usefixtures("cycle")
def test_the_place_says_which_place_it_is(robot: ReviewsRobot) -> None:
    button = robot.find(QPushButton, names.REVIEWS_BUTTON)
    assert robot.window.status.room.text() == "Conversations"
    robot.open_reviews_page()
    assert robot.window.status.room.text() == "Reviews"
    assert robot.window.area_line.property("room") == "review"
    assert robot.page.property("room") == "review"
    assert button.isChecked()
    assert robot.window.rail.list.selectedIndexes() == []
    robot.click(names.REVIEWS_BUTTON)
    assert button.isChecked()
    robot.choose("Ben Okri")
    assert robot.shown == "Ben Okri"
    assert robot.window.status.room.text() == "Conversations"
    assert robot.window.area_line.property("room") == "growth"
    assert not button.isChecked()


def test_without_a_cycle_one_button_begins_the_first(robot: ReviewsRobot) -> None:
    page = robot.open_reviews_page()
    assert page.empty_state.buttons[NEW_CYCLE_STEP].hasFocus()
    robot.press_in_focus(Qt.Key.Key_Space)
    name = robot.find(QLineEdit, "cycleName")
    assert name.hasFocus()
    assert name.text() == "2026 annual review"
    robot.press(name, Qt.Key.Key_Return)
    assert page.head.title.text() == "2026 annual review"
    assert page.head.facts.text() == ("1 January to 31 December 2026 · Four-level scale · 3 people")
    assert robot.names_on_board() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert robot.told == "Review cycle created"
    robot.act(names.UNDO)
    assert page.empty_state.isVisible()
    robot.act(names.REDO)
    assert page.head.title.text() == "2026 annual review"


def test_escape_leaves_the_form_before_the_place(robot: ReviewsRobot) -> None:
    robot.act(NEW_CYCLE)
    assert robot.find(QLineEdit, "cycleName").hasFocus()
    robot.press_in_focus(ESCAPE)
    assert robot.in_reviews
    assert not cycles.every(robot.store)
    robot.press_in_focus(ESCAPE)
    assert not robot.in_reviews


def test_the_rail_says_when_the_next_part_closes(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    button = robot.find(QPushButton, names.REVIEWS_BUTTON)
    assert button.accessibleName() == "Reviews, due 20 Nov"
    for name in ("Ana Ruiz", "Ben Okri", "Chi Tran"):
        cycle.peers(name, 1, 1)
    assert button.accessibleName() == "Reviews, due 27 Nov"
    cycles.close(robot.store, cycle.cycle.id, TODAY)
    assert button.accessibleName() == "Reviews"


def test_folded_the_rail_shows_the_icon_alone(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    robot.act("foldRail")
    button = robot.find(QPushButton, names.REVIEWS_BUTTON)
    assert button.text() == ""
    assert button.accessibleName() == "Reviews"
    assert not button.icon().isNull()


def test_enter_opens_the_writing_and_escape_comes_back_to_the_row(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    page = robot.open_reviews_page()
    robot.go_to_cell("Ben Okri", Column.WRITING)
    robot.press_in_focus(Qt.Key.Key_Return)
    assert page.in_review
    assert page.person is not None and page.person.title.text() == "Ben Okri"
    assert page.person.tab == "narrative"
    robot.press_in_focus(ESCAPE)
    assert not page.in_review
    assert robot.board.hasFocus()
    assert robot.board.currentIndex() == robot.index("Ben Okri", Column.WRITING)


def test_write_the_next_one_opens_who_has_both_views_in(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.own_view("Chi Tran").peers("Chi Tran", 1, 1)
    robot.act(WRITE_NEXT)
    page = robot.page
    assert page.person is not None and page.person.title.text() == "Chi Tran"
    assert page.person.tab == "narrative"
    cycle.sealed("Chi Tran")
    robot.act(WRITE_NEXT)
    assert page.person.title.text() == "Ana Ruiz"
    robot.act(REVIEW_BOARD)
    assert not page.in_review
    assert not robot.window.actions_[NEXT_TAB].isEnabled()


def test_when_all_is_sealed_there_is_nothing_to_write(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    for name in ("Ana Ruiz", "Ben Okri", "Chi Tran"):
        cycle.sealed(name)
    page = robot.open_reviews_page()
    assert not page.head.next.isEnabled()
    robot.act(WRITE_NEXT)
    assert not page.in_review
    assert robot.told == "All narratives in this cycle are sealed"


def test_the_place_and_its_cycle_are_open_again_at_the_next_start(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    CycleBuilder(robot.store, "Quarter review")
    page = robot.open_reviews_page()
    first = robot.find(QComboBox, names.CYCLE_LIST)
    assert first.currentText() == "Quarter review"
    page.show_cycle(cycle.cycle.id)
    robot.restart()
    assert robot.page.head.title.text() == "Year review 2026"
    assert robot.window.status.room.text() == "Reviews"
    assert robot.find(QPushButton, names.REVIEWS_BUTTON).isChecked()


def test_the_review_that_was_open_is_open_again_at_the_next_start(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    page = robot.open_reviews_page()
    page.open_review(cycle.row("Ben Okri").id, "outcome")
    robot.restart()
    shown = robot.page.person
    assert shown is not None and robot.page.in_review
    assert (shown.title.text(), shown.tab) == ("Ben Okri", "outcome")
    robot.page.show_tab("people")
    robot.restart()
    assert (robot.page.in_review, robot.page.side) == (False, "people")


@pytest.mark.parametrize("place", ["", "pay", "1/pay", "0/share", "9" * 30, "/", "1"])
def test_a_place_that_makes_no_sense_is_passed_over(
    robot: ReviewsRobot, cycle: CycleBuilder, place: str
) -> None:
    robot.open_reviews_page().go_to(place)
    robot.page.show_tab("board")
    assert not robot.page.in_review


def test_where_one_is_is_remembered_at_once(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    key = cycle.row("Chi Tran").id
    robot.open_reviews_page().open_review(key, "share")
    robot.wait(lambda: robot.settings().value(IN_REVIEWS) == f"{key}/share")
    assert robot.settings().value("place/page") == names.REVIEWS_VIEW


def test_undo_of_a_review_leads_to_the_place_and_never_to_conversations(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.own_view("Ben Okri").peers("Ben Okri", 1, 1)
    reviews.write(robot.store, cycle.row("Ben Okri").id, narrative="Ben did well")
    robot.choose("Chi Tran")
    robot.act(names.UNDO)
    page = robot.page
    assert page.in_review
    assert page.person is not None and page.person.title.text() == "Ben Okri"
    assert page.person.tab == "narrative"
    robot.act(names.REDO)
    assert robot.page is page and page.in_review


def test_undo_of_a_cycle_leads_to_the_board(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycles.change(robot.store, cycle.cycle.id, name="Another name")
    robot.choose("Chi Tran")
    robot.act(names.UNDO)
    assert robot.page.head.title.text() == "Year review 2026"
    assert not robot.page.in_review


def test_conversations_asks_for_a_review_by_its_person(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.own_view("Ana Ruiz").peers("Ana Ruiz", 1, 1)
    robot.choose("Ben Okri")
    robot.window.ctx.navigator.open_reviews(robot.person("Ana Ruiz").id)
    assert robot.page.person is not None
    assert robot.page.person.title.text() == "Ana Ruiz"
    robot.window.ctx.navigator.open_reviews()
    assert robot.page.in_review, "the room stays as it is when nobody is named"


def test_the_tabs_of_a_review_turn_by_keys(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    robot.act(WRITE_NEXT)
    person = robot.page.person
    assert person is not None
    robot.press_in_focus(Qt.Key.Key_PageDown, CONTROL)
    assert person.tab == "calibration"
    robot.press_in_focus(Qt.Key.Key_PageUp, CONTROL)
    assert person.tab == "narrative"
    for _ in range(len(TABS)):
        robot.act(NEXT_TAB)
    assert person.tab == "narrative"
    robot.choose("Chi Tran")
    robot.act(NEXT_TAB)
    assert robot.window.person_page.tab == "discovery"
    assert not robot.window.actions_[REVIEW_BOARD].isEnabled()


def test_each_side_that_a_key_opens_has_the_keyboard(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.act(WRITE_NEXT)
    person = robot.page.person
    assert person is not None
    for _ in range(len(TABS)):
        robot.press_in_focus(Qt.Key.Key_PageDown, CONTROL)
        assert work_begins_here(robot), person.tab


@pytest.mark.parametrize("tab", list(TABS))
def test_a_click_on_a_tab_takes_the_keyboard_along(
    robot: ReviewsRobot, cycle: CycleBuilder, tab: str
) -> None:
    page = robot.open_reviews_page()
    page.open_review(cycle.row("Ben Okri").id, "self" if tab != "self" else "share")
    assert page.person is not None
    bar = page.person.bar
    place = bar.tabRect(tuple(TABS).index(tab)).center()
    robot.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert page.person.tab == tab
    assert work_begins_here(robot)


def test_the_arrow_keys_walk_the_tabs_and_stay_there(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    page = robot.open_reviews_page()
    page.open_review(cycle.row("Ben Okri").id, "self")
    assert page.person is not None
    page.person.bar.setFocus()
    robot.press_in_focus(Qt.Key.Key_Right)
    robot.press_in_focus(Qt.Key.Key_Right)
    assert page.person.tab == "accomplishments"
    assert page.person.bar.hasFocus()


def test_ctrl_enter_starts_no_check_in_with_someone_who_is_not_seen(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.choose("Chi Tran")
    robot.act(WRITE_NEXT)
    robot.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert robot.in_reviews
    assert checkins.history(robot.store, robot.person("Chi Tran").id) == []
    robot.act(names.GO_PLAN)
    robot.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert robot.window.person_page.tab == "check-ins"


@pytest.mark.parametrize("column", FULL)
def test_every_cell_opens_its_side(
    robot: ReviewsRobot, cycle: CycleBuilder, column: Column
) -> None:
    cycle.calibrated("Ben Okri", "Solid")
    page = robot.open_reviews_page()
    robot.go_to_cell("Ben Okri", column)
    robot.press_in_focus(Qt.Key.Key_Return)
    assert page.person is not None
    assert page.person.tab == TAB_OF[column]
    assert page.person.isAncestorOf(QApplication.focusWidget())
    robot.act(REVIEW_BOARD)
    assert robot.board.currentIndex() == robot.index("Ben Okri", column)


def test_what_was_said_in_the_place_does_not_stay_in_conversations(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.written("Ana Ruiz", 3, "Growing")
    robot.open_reviews_page()
    robot.side("settings")
    steps = robot.find(RankedList, SCALE_LIST)
    robot.go_to(steps, 3)
    robot.press(steps, Qt.Key.Key_Delete)
    robot.window.ctx.notices.toast("Round added", undo=True)
    assert "rating" in robot.banner()
    robot.choose("Ben Okri")
    assert robot.banner() == ""
    assert robot.told == ""


def test_undo_of_a_step_of_conversations_is_said_after_the_place_is_left(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    people.change(robot.store, robot.person("Ben Okri").id, title="Engineer")
    robot.open_reviews_page()
    robot.act(names.UNDO)
    assert robot.told.startswith("Undone: ")
    assert robot.shown == "Ben Okri"


def test_escape_takes_a_filter_back_before_it_leaves(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.open_reviews_page()
    for side, name in (("board", "boardFilter"), ("people", "memberFilter")):
        robot.side(side)
        field = robot.find(QLineEdit, name)
        field.setText("ben")
        robot.press(field, ESCAPE)
        assert field.text() == ""
        assert robot.in_reviews


def test_the_keyboard_comes_back_to_the_row_only_once(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.open_reviews_page()
    robot.go_to_cell("Ana Ruiz", Column.WRITING)
    robot.press_in_focus(Qt.Key.Key_Return)
    robot.press_in_focus(ESCAPE)
    robot.press_in_focus(Qt.Key.Key_Down)
    robot.page.focus_first()
    assert robot.board.currentIndex() == robot.index("Ben Okri", Column.WRITING)


def test_who_is_left_out_has_no_review_to_open(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    ana = robot.person("Ana Ruiz")
    cycles.leave_out(robot.store, cycle.cycle.id, ana.id, "On leave")
    robot.window.ctx.navigator.open(ana.id, "reviews")
    assert robot.in_reviews
    assert not robot.page.in_review


def test_sharing_the_screen_closes_the_place_and_hides_its_way_in(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.choose("Ana Ruiz")
    robot.act(WRITE_NEXT)
    robot.act(names.SHARE_SAFE_MODE)
    assert not robot.in_reviews
    assert robot.shown == "Ana Ruiz"
    assert not robot.find(QPushButton, names.REVIEWS_BUTTON).isVisible()
    assert not reviews_menu(robot).isVisible()
    for name in (names.GO_REVIEWS, WRITE_NEXT, NEW_CYCLE, REVIEW_BOARD):
        assert not robot.window.actions_[name].isEnabled()
    robot.window.ctx.navigator.open_reviews(robot.person("Ana Ruiz").id)
    assert not robot.in_reviews
    assert "Year review" not in said(robot.window)
    robot.act(names.SHARE_SAFE_MODE)
    assert reviews_menu(robot).isVisible()
    assert robot.find(QPushButton, names.REVIEWS_BUTTON).isVisible()


def test_while_the_screen_is_shared_undo_names_no_step_of_reviews(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.sealed("Ana Ruiz")
    robot.choose("Ana Ruiz")
    robot.act(names.SHARE_SAFE_MODE)
    assert robot.window.actions_[names.UNDO].text() == "Undo"
    robot.act(names.UNDO)
    assert not robot.in_reviews
    assert robot.told == "Undone: a change"


def test_today_says_what_is_due_and_leads_to_the_place(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.act(names.GO_TODAY)
    today = robot.window.content.currentWidget()
    calls = today.call_list  # type: ignore[attr-defined]
    last = calls.rows.rows[-1]
    assert last.title == "Reviews: self-review was due 13 Nov"
    assert last.caption == "Year review 2026, 3 people remaining"
    robot.go_to(calls, len(calls.rows.rows) - 1)
    robot.press_in_focus(Qt.Key.Key_Return)
    assert robot.in_reviews


def test_today_keeps_it_to_itself_while_the_screen_is_shared(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.choose("Ana Ruiz")
    robot.act(names.SHARE_SAFE_MODE)
    robot.act(names.GO_TODAY)
    assert "due" not in said(robot.window)
    assert "Year review" not in said(robot.window)


def test_a_closed_cycle_asks_for_nothing(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycles.close(robot.store, cycle.cycle.id, TODAY)
    robot.act(names.GO_TODAY)
    today = robot.window.content.currentWidget()
    rows = today.call_list.rows.rows  # type: ignore[attr-defined]
    assert not any("Reviews" in row.title for row in rows)


def test_nobody_in_the_rail_means_the_first_start_and_no_room(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.open_reviews_page()
    for one in people.everyone(robot.store):
        people.remove(robot.store, one.id)
    assert not robot.in_reviews
    assert robot.window.status.room.text() == "Conversations"
