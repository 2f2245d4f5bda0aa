"""Ctrl+K from anywhere: people, commands and last places by a few letters, and back by Esc."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QStyle
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Horizon
from careerdesk.services import checkins, people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.plan.agree_form import AGREE_CANCEL
from careerdesk.ui.plan.close_plan import CLOSE_CANCEL
from careerdesk.ui.shell.actions import (
    ARCHIVE_PERSON,
    CLOSE_WEEK,
    FINISH_RUNNING,
    SHOW_OBJECTIVES,
    START_CHECK_IN,
)
from careerdesk.ui.shell.palette import Palette
from careerdesk.ui.shell.palette_row import RowKind
from careerdesk.ui.shell.top_bar import TopBar
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import TODAY, a_person
from tests.robots.keys import press_letters
from tests.robots.palette import CTRL, PaletteRobot
from tests.robots.seen import said


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PaletteRobot]:
    """The window with three people; Ana is shown."""
    for name in ("Ana Ruiz", "Ben Okri", "Łukasz Żak"):
        a_person(store, name)
    robot = PaletteRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_somebody_is_opened_by_a_few_letters_and_enter(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "luk")
    assert robot.chosen == "Łukasz Żak"
    robot.enter()
    assert robot.palette is None
    assert robot.shown == "Łukasz Żak"


def test_a_command_is_done_by_a_part_of_its_name(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "business")
    assert robot.chosen == "Business objectives"
    robot.enter()
    assert robot.palette is None
    page = robot.window.commands.pages.current
    assert page is not None
    assert page.opened_by == SHOW_OBJECTIVES


def test_every_command_stands_there_with_its_keys(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), ">")
    shown = {row.text: row.keys for row in robot.found.rows.rows}
    for action in robot.window.actions_.all():
        if action.isEnabled() and action.objectName() != names.SEARCH:
            assert shown[action.text().replace("&", "")] == action.shortcut().toString()
    assert robot.rows() == robot.rows(RowKind.COMMAND)


def test_what_cannot_be_done_now_is_not_offered(robot: PaletteRobot) -> None:
    assert not robot.window.actions_[names.REDO].isEnabled()
    robot.qtbot.keyClicks(robot.open_palette(), ">redo")
    assert robot.rows() == []
    robot.press(robot.field, Qt.Key.Key_Escape)
    robot.act(names.UNDO)
    assert "Łukasz Żak" not in robot.stored()
    robot.qtbot.keyClicks(robot.open_palette(), ">redo")
    robot.enter()
    assert "Łukasz Żak" in robot.stored()


def test_a_check_in_that_goes_on_is_finished_from_anywhere(robot: PaletteRobot) -> None:
    finish = robot.window.actions_[FINISH_RUNNING]
    assert not finish.isEnabled()
    robot.act(START_CHECK_IN)
    robot.act(names.GO_PREPARE)
    robot.qtbot.keyClicks(robot.open_palette(), "finish")
    assert robot.chosen == "Finish check-in"
    robot.settle()  # texts may come before a command
    robot.enter()
    assert robot.palette is None
    robot.press_in_focus(Qt.Key.Key_Return)  # the end is asked, and the keyboard stands in it
    ana = robot.person("Ana Ruiz")
    assert checkins.running(robot.store, ana.id) is None
    assert checkins.last_held(robot.store, ana.id) is not None
    assert not finish.isEnabled()


def test_keys_finish_only_the_check_in_that_is_seen(robot: PaletteRobot) -> None:
    robot.act(START_CHECK_IN)
    robot.act(names.GO_PLAN)
    ana = robot.person("Ana Ruiz")
    for action in (CLOSE_WEEK, names.GO_REVIEWS):
        robot.act(action)
        robot.press_in_focus(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert not robot.window.on_person_page
    robot.choose("Ben Okri")
    assert not robot.window.actions_[FINISH_RUNNING].isEnabled()
    robot.choose("Ana Ruiz")
    for _ in range(2):  # asked, and answered as it stands
        robot.press_in_focus(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert checkins.running(robot.store, ana.id) is None


def test_a_plan_is_agreed_on_and_closed_from_any_tab(robot: PaletteRobot) -> None:
    ana = robot.person("Ana Ruiz").id
    for typed in (">agreed", ">close plan"):  # nothing to agree on or to close yet
        robot.act(names.GO_PREPARE)
        robot.qtbot.keyClicks(robot.open_palette(), typed)
        robot.enter()
        assert robot.find(QLineEdit, names.SHORT_TERM_EDIT).hasFocus()
    plans.add_items_for(robot.store, ana, Horizon.SHORT, ["Calm nights"], TODAY)
    for typed, cancel in ((">agreed", AGREE_CANCEL), (">close plan", CLOSE_CANCEL)):
        robot.act(names.GO_PREPARE)
        robot.qtbot.keyClicks(robot.open_palette(), typed)
        robot.enter()
        assert robot.find(QAbstractButton, cancel).isVisible()
        robot.click(cancel)


def test_an_at_sign_has_people_alone(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "@")
    assert robot.rows() == ["Ana Ruiz", "Ben Okri", "Łukasz Żak"]
    robot.qtbot.keyClicks(robot.field, "ok")
    assert robot.rows() == ["Ben Okri"]


def test_arrows_choose_and_go_round(robot: PaletteRobot) -> None:
    field = robot.open_palette()
    robot.qtbot.keyClicks(field, "@")
    seen = [robot.chosen]
    for _ in range(3):
        robot.press(field, Qt.Key.Key_Down)
        seen.append(robot.chosen)
    assert seen == ["Ana Ruiz", "Ben Okri", "Łukasz Żak", "Ana Ruiz"]
    robot.press(field, Qt.Key.Key_Up)
    assert robot.chosen == "Łukasz Żak"
    robot.enter()
    assert robot.shown == "Łukasz Żak"


def test_esc_gives_the_keyboard_back_to_where_it_was(robot: PaletteRobot) -> None:
    robot.filter.setFocus()
    robot.qtbot.keyClicks(robot.open_palette(), "ben")
    robot.press(robot.field, Qt.Key.Key_Escape)
    assert robot.palette is None
    assert robot.filter.hasFocus()
    assert robot.shown == "Ana Ruiz"


def test_the_field_in_the_top_bar_opens_it_and_a_click_beside_closes_it(
    robot: PaletteRobot,
) -> None:
    before = QApplication.focusWidget()
    robot.click(names.SEARCH_FIELD)
    palette = robot.palette
    assert palette is not None
    assert robot.field.hasFocus()
    robot.qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert robot.palette is None
    assert QApplication.focusWidget() is before


def test_a_click_on_a_row_opens_it(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "@ben")
    place = robot.found.visualRect(robot.found.rows.index(1, 0)).center()
    robot.qtbot.mouseClick(robot.found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert robot.palette is None
    assert robot.shown == "Ben Okri"


def test_the_keys_again_keep_it_open_with_its_words_selected(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "@ben")
    assert robot.open_palette().selectedText() == "@ben"
    assert len(robot.window.findChildren(Palette)) == 1


def test_last_places_stand_there_before_anything_is_typed(robot: PaletteRobot) -> None:
    keep = robot.window.state.save
    for go in (
        lambda: robot.window.open_person(robot.person("Ben Okri").id, "plan"),
        lambda: robot.act(SHOW_OBJECTIVES),
        lambda: robot.choose("Ana Ruiz"),
    ):
        go()
        keep()
    robot.open_palette()
    palette = robot.palette
    assert palette is not None
    assert palette.rect().contains(palette.frame.geometry())  # though a page was just turned
    first = robot.found.rows.rows[1:3]
    assert [(row.text, row.word) for row in first] == [
        ("Business objectives", "View"),
        ("Ben Okri", "Plan"),
    ]
    robot.press(robot.field, Qt.Key.Key_Down)
    robot.enter()
    assert robot.shown == "Ben Okri"
    assert robot.window.person_page.tab == "plan"


def test_last_places_are_kept_by_numbers_alone_and_those_who_left_are_none(
    robot: PaletteRobot,
) -> None:
    ben = robot.person("Ben Okri").id
    robot.window.open_person(ben, "plan")
    robot.window.state.save()
    robot.choose("Ana Ruiz")
    robot.window.state.save()
    kept = (robot.folder / "settings.ini").read_text()
    assert f"{ben}/plan" in kept
    assert "Okri" not in kept
    people.remove(robot.store, ben)
    robot.open_palette()
    assert "Ben Okri" not in robot.rows()


def test_while_shared_nobody_else_is_there_and_nothing_that_names_them(
    robot: PaletteRobot,
) -> None:
    robot.window.open_person(robot.person("Ben Okri").id, "plan")
    robot.window.state.save()
    robot.choose("Ana Ruiz")
    robot.act(names.SHARE_SAFE_MODE)
    for typed in ("", "@", ">", "ben"):
        robot.type(robot.open_palette(), typed)
        assert "Okri" not in said(robot.window)
        palette = robot.palette
        assert palette is not None
        assert "Review" not in said(palette)
        robot.press(robot.field, Qt.Key.Key_Escape)
    robot.type(robot.open_palette(), ">")
    assert not robot.window.actions_[ARCHIVE_PERSON].isEnabled()
    assert "Archive" not in robot.rows()


def test_turning_share_safe_mode_on_takes_it_away_at_once(robot: PaletteRobot) -> None:
    robot.qtbot.keyClicks(robot.open_palette(), "@")
    robot.act(names.SHARE_SAFE_MODE)
    assert robot.palette is None


def test_another_page_takes_it_away(robot: PaletteRobot) -> None:
    robot.open_palette()
    robot.act(names.GO_TODAY)
    assert robot.palette is None
    robot.open_palette()
    robot.act(START_CHECK_IN)
    assert robot.palette is None


def test_notes_one_comes_back_to_go_on_where_they_ended(robot: PaletteRobot) -> None:
    robot.act(START_CHECK_IN)
    notes = robot.find(NoteEditor, names.CHECK_IN_SHARED)
    press_letters(notes, "Half typed")
    for name in ("ben", "ana"):
        robot.qtbot.keyClicks(robot.open_palette(), name)
        robot.enter()
    assert notes.hasFocus()
    press_letters(notes, " word")
    assert notes.text() == "Half typed word"


def test_the_field_has_its_room_from_right_to_left_too(robot: PaletteRobot) -> None:
    bar = robot.window.findChild(TopBar, names.TOP_BAR)
    robot.window.resize(1280, 800)
    QApplication.processEvents()
    place, rtl = bar.search.geometry(), Qt.LayoutDirection.RightToLeft
    robot.window.setLayoutDirection(rtl)
    QApplication.processEvents()
    assert bar.search.geometry() == QStyle.visualRect(rtl, bar.rect(), place)
