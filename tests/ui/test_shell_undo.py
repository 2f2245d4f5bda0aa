"""Undo and redo over everything, with the page shown where something came back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from careerdesk.domain.records import Horizon
from careerdesk.services import checkins, feedback, people, plans
from careerdesk.ui.base import names
from careerdesk.ui.prepare.prepare import PreparePage
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, EDIT_PERSON
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.tab_order import holds_focus
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def undo(team: PeopleRobot) -> QAction:
    return team.window.actions_[names.UNDO]


@pytest.fixture
def redo(team: PeopleRobot) -> QAction:
    return team.window.actions_[names.REDO]


def test_the_menu_names_the_step(team: PeopleRobot, undo: QAction, redo: QAction) -> None:
    people.move(team.store, [team.person("Chi Tran").id], team.person("Ana Ruiz").id)
    assert (undo.text(), redo.text()) == ("Undo: Move person", "Redo")
    assert not redo.isEnabled()
    team.act(names.UNDO)
    assert team.told == "Undone: Move person"
    assert redo.text() == "Redo: Move person"
    team.act(names.REDO)
    assert team.told == "Redone: Move person"
    assert team.names() == ["Chi Tran", "Ana Ruiz", "Ben Okri"]


def test_nothing_to_undo_cannot_be_chosen(nobody: PeopleRobot) -> None:
    assert not nobody.window.actions_[names.UNDO].isEnabled()
    assert nobody.window.actions_[names.UNDO].text() == "Undo"


def test_undo_shows_the_person_and_the_tab_of_the_step(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    plans.add_items_for(team.store, ana.id, Horizon.SHORT, ["Ship it"], TODAY)
    team.choose("Chi Tran")
    team.act(names.GO_DISCOVERY)
    team.act(names.UNDO)
    assert team.shown == team.selected() == "Ana Ruiz"
    assert team.window.person_page.tab == "plan"
    assert plans.active(team.store, ana.id) is None


def test_undo_from_a_standalone_page_goes_to_the_person(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(ARCHIVE_PERSON)
    team.act(names.PREFERENCES)
    team.act(names.UNDO)
    assert team.shown == "Ben Okri"
    assert team.window.on_person_page


def test_undone_for_an_archived_person_stays_where_one_is(team: PeopleRobot) -> None:
    ben = team.person("Ben Okri")
    people.archive(team.store, ben.id, TODAY)
    people.restore(team.store, ben.id)
    team.choose("Ana Ruiz")
    team.act(names.UNDO)
    assert team.names() == ["Ana Ruiz", "Chi Tran"]
    assert team.shown == "Ana Ruiz"


def test_typing_that_is_stored_nowhere_is_undone_first_in_its_line(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ana Ruiz").id, title="Engineer")
    team.filter.setFocus()
    team.qtbot.keyClicks(team.filter, "be")
    team.press(team.filter, Qt.Key.Key_Z, CTRL)
    assert team.filter.text() == ""
    assert team.person("Ana Ruiz").title == "Engineer"
    team.press(team.filter, Qt.Key.Key_Z, CTRL)
    assert team.person("Ana Ruiz").title == ""
    team.list.setFocus()
    team.press(team.list, Qt.Key.Key_Z, CTRL | SHIFT)
    assert team.person("Ana Ruiz").title == "Engineer"


def test_ctrl_y_does_again_too_what_is_typed_first(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ana Ruiz").id, title="Engineer")
    team.act(names.UNDO)
    team.filter.setFocus()
    team.qtbot.keyClicks(team.filter, "be")
    team.press(team.filter, Qt.Key.Key_Z, CTRL)
    team.press(team.filter, Qt.Key.Key_Y, CTRL)
    assert (team.filter.text(), team.person("Ana Ruiz").title) == ("be", "")
    team.press(team.filter, Qt.Key.Key_Y, CTRL)
    assert team.person("Ana Ruiz").title == "Engineer"


def test_f66_undo_writes_what_is_typed_before_it_takes_anything_back(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    team.type(team.find(QLineEdit, "person.title"), "Analyst")
    assert team.person("Ana Ruiz").title == ""
    team.act(names.UNDO)
    assert team.store.redo_name == "Edit person"
    assert team.find(QLineEdit, "person.title").text() == ""
    team.act(names.REDO)
    assert team.find(QLineEdit, "person.title").text() == "Analyst"


def test_everything_can_be_taken_back_to_the_beginning(team: PeopleRobot) -> None:
    team.add("Dag")
    team.choose("Ana Ruiz")
    team.press(team.list, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    team.press(team.list, Qt.Key.Key_Delete)
    team.choose("Ben Okri")
    team.act(ARCHIVE_PERSON)
    for _ in range(4):
        team.act(names.UNDO)
    assert team.names() == team.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    for _ in range(4):
        team.act(names.REDO)
    assert team.names() == team.stored() == ["Chi Tran", "Dag"]


def test_the_undo_button_says_what_it_does(team: PeopleRobot, undo: QAction) -> None:
    button = team.find(QToolButton, "undoButton")
    people.add(team.store, "Dag")
    assert button.accessibleName() == "Undo: Add person"
    team.click("undoButton")
    assert len(team.stored()) == 3


def test_the_keyboard_stays_on_the_page_where_a_step_takes_what_it_was_in(
    team: PeopleRobot,
) -> None:
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    checkins.start(team.store, team.person("Ana Ruiz").id, team.clock.now())
    notes = team.find(NoteEditor, names.CHECK_IN_SHARED)
    notes.setFocus()
    team.act(names.UNDO)
    page = team.window.person_page.page
    assert page is not None and not notes.isVisible() and holds_focus(page)
    team.act(names.REDO)
    assert notes.hasFocus()


def test_the_keyboard_comes_along_where_a_step_shows_another_page(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    team.choose("Ana Ruiz")
    told = feedback.add(team.store, ana, TODAY, behaviour="Led the rehearsal")
    before = team.window.person_page.page
    assert isinstance(before, PreparePage)
    before.editing.edit(told)
    assert holds_focus(before)
    team.act(names.UNDO)
    page = team.window.person_page.page
    assert page is not None and page is not before and holds_focus(page)
