"""Deleting someone with years of notes: the window stays alive, and it can be stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from careerdesk.domain.parts import AT_ONCE
from careerdesk.services import checkins
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import DELETE_PERSON, SHOW_TRASH, START_CHECK_IN
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import PersonBuilder
from tests.robots.large_work import meanwhile, through
from tests.robots.seen import said
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot
from tests.stores import ask, dump

MANY = 3 * AT_ONCE + 7


@pytest.fixture
def years(team: PeopleRobot) -> PeopleRobot:
    """The team with Dora, about whom much is written, as the one who is chosen."""
    PersonBuilder(team.store, "Dora Diaz").with_points(*(f"Point {n}" for n in range(MANY)))
    team.choose("Dora Diaz")
    return team


def test_the_window_has_its_turn_while_much_is_deleted(years: PeopleRobot) -> None:
    before, seen = dump(years.store.path), list[tuple[bool, list[str]]]()
    parts = meanwhile(years, lambda: seen.append((years.window.ctx.work.busy, years.stored())))
    years.act(DELETE_PERSON)
    through(years)
    assert seen == [(True, ["Ana Ruiz", "Ben Okri", "Chi Tran", "Dora Diaz"])]
    assert len(parts) > MANY // AT_ONCE
    assert years.told == "Dora Diaz deleted"
    assert years.stored() == years.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert years.shown == "Chi Tran"
    assert years.window.rail.list.selectionModel().hasSelection()
    years.click(names.TOAST_UNDO)
    through(years)
    assert dump(years.store.path) == before
    assert years.shown == "Dora Diaz"


def test_the_window_has_its_turn_while_much_comes_back_from_the_trash(years: PeopleRobot) -> None:
    before, seen = dump(years.store.path), list[bool]()
    years.act(DELETE_PERSON)
    through(years)
    years.act(SHOW_TRASH)
    meanwhile(years, lambda: seen.append(years.window.ctx.work.busy))
    years.press_in_focus(Qt.Key.Key_Return)
    through(years)
    assert seen == [True]
    assert years.told == "Restored"
    assert years.shown == "Dora Diaz"
    assert dump(years.store.path) == before
    years.click(names.TOAST_UNDO)
    through(years)
    assert years.shown != "Dora Diaz"


def test_who_left_the_trash_while_much_comes_back_stays_there(years: PeopleRobot) -> None:
    years.act(DELETE_PERSON)
    through(years)
    years.act(SHOW_TRASH)
    meanwhile(years, lambda: years.act(names.GO_TODAY))
    years.press_in_focus(Qt.Key.Key_Return)
    through(years)
    assert years.told == "Restored"
    assert "Dora Diaz" in years.names()
    assert years.window.content.currentWidget().objectName() == names.TODAY_VIEW


def test_who_is_chosen_while_another_is_deleted_stays_chosen(years: PeopleRobot) -> None:
    meanwhile(years, lambda: years.choose("Ana Ruiz"))
    years.act(DELETE_PERSON)
    through(years)
    assert years.told == "Dora Diaz deleted"
    assert years.shown == years.selected() == "Ana Ruiz"


@pytest.mark.parametrize("page", [names.GO_TODAY, SHOW_TRASH])
@pytest.mark.whole
def test_who_went_to_another_page_while_somebody_is_deleted_stays_there(
    years: PeopleRobot, page: str
) -> None:
    pages, list_ = years.window.commands.pages, years.window.rail.list
    list_.setFocus()
    meanwhile(years, lambda: years.act(page))
    years.act(DELETE_PERSON)
    through(years)
    catch_up()
    assert not list_.hasFocus()
    assert list_.selectionModel().hasSelection() == (page == SHOW_TRASH)
    assert years.told == "Dora Diaz deleted"
    assert pages.current is not None and pages.current.opened_by == page
    years.act(names.GO_PLAN)
    assert pages.current is None
    assert years.shown == years.selected() == "Chi Tran"


def test_who_is_refused_a_second_deletion_stays_where_they_went_all_the_same(
    years: PeopleRobot,
) -> None:
    def delete_again_and_leave() -> None:
        years.act(DELETE_PERSON)
        assert years.banner(names.REFUSED)
        years.act(names.GO_TODAY)

    meanwhile(years, delete_again_and_leave)
    years.act(DELETE_PERSON)
    through(years)
    catch_up()
    page = years.window.commands.pages.current
    assert page is not None and page.opened_by == names.GO_TODAY
    years.act(names.GO_PLAN)
    assert years.shown == years.selected() == "Chi Tran"


def test_what_is_typed_about_someone_while_they_are_deleted_comes_back_with_them(
    years: PeopleRobot,
) -> None:
    years.act(START_CHECK_IN)
    notes = years.find(NoteEditor, names.CHECK_IN_SHARED)
    meanwhile(years, lambda: years.type(notes, "She is calm"))
    years.act(DELETE_PERSON)
    through(years)
    catch_up()
    assert years.shown == "Chi Tran"
    assert years.banner() == years.banner(names.UNSAVED) == ""
    years.act(names.UNDO)
    through(years)
    catch_up()
    assert years.find(NoteEditor, names.CHECK_IN_SHARED).toPlainText() == "She is calm"


def test_who_writes_about_another_while_much_is_undone_stays_there(years: PeopleRobot) -> None:
    checkins.add_agenda(years.store, years.person("Ana Ruiz").id, "Rota")  # else no field is seen
    years.act(DELETE_PERSON)
    through(years)

    def write() -> None:
        years.choose("Ana Ruiz")
        years.find(QLineEdit, names.AGENDA_EDIT).setFocus()
        QTest.keyClick(years.window.windowHandle(), Qt.Key.Key_S)

    meanwhile(years, write)
    years.act(names.UNDO)
    through(years)
    QTest.keyClick(years.window.windowHandle(), Qt.Key.Key_O)
    assert years.stored() == years.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran", "Dora Diaz"]
    assert years.told == "Undone: Delete person"
    assert years.shown == years.selected() == "Ana Ruiz"
    assert years.find(QLineEdit, names.AGENDA_EDIT).text() == "so"


def test_who_goes_on_by_a_shortcut_while_much_is_undone_stays_there(years: PeopleRobot) -> None:
    years.act(DELETE_PERSON)
    through(years)
    years.choose("Ana Ruiz")
    keys = years.window.actions_[names.GO_TODAY].shortcut()
    meanwhile(years, lambda: QTest.keySequence(years.window.windowHandle(), keys))
    years.act(names.UNDO)
    through(years)
    assert years.told == "Undone: Delete person"
    page = years.window.commands.pages.current
    assert page is not None and page.opened_by == names.GO_TODAY


def test_who_asks_twice_to_undo_is_still_led_to_what_came_back(years: PeopleRobot) -> None:
    years.act(DELETE_PERSON)
    through(years)
    keys = years.window.actions_[names.UNDO].shortcut()
    meanwhile(years, lambda: QTest.keySequence(years.window.windowHandle(), keys))
    years.act(names.UNDO)
    through(years)
    assert years.shown == years.selected() == "Dora Diaz"


def test_no_name_is_told_to_whom_the_screen_is_shared_with_meanwhile(years: PeopleRobot) -> None:
    def share() -> None:
        years.choose("Ana Ruiz")
        years.act(names.SHARE_SAFE_MODE)

    meanwhile(years, share)
    years.act(DELETE_PERSON)
    through(years)
    assert years.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert years.shown == "Ana Ruiz"
    assert "Dora Diaz" not in said(years.window)


def test_a_deletion_that_is_stopped_leaves_everything(years: PeopleRobot) -> None:
    before, last, heard = dump(years.store.path), years.store.last_edit, list[Changes]()
    years.store.subscribe(heard.append)
    meanwhile(years, lambda: years.click(names.WORK_STOP))
    years.act(DELETE_PERSON)
    through(years)
    assert dump(years.store.path) == before
    assert years.store.last_edit is last
    assert heard == []
    assert years.told == "Stopped. Nothing was changed."
    assert years.shown == years.selected() == "Dora Diaz"


def test_who_stops_a_deletion_by_the_keyboard_goes_on_where_it_was(years: PeopleRobot) -> None:
    def stop() -> None:
        button = years.find(LinkButton, names.WORK_STOP)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    years.list.setFocus()
    meanwhile(years, stop)
    years.act(DELETE_PERSON)
    through(years)
    assert years.told == "Stopped. Nothing was changed."
    assert QApplication.focusWidget() is years.list


def test_what_had_to_wait_for_a_deletion_is_not_told_to_wait_once_it_is_stopped(
    years: PeopleRobot,
) -> None:
    waiting = list[str]()

    def delete_another_and_stop() -> None:
        years.choose("Ana Ruiz")
        years.act(DELETE_PERSON)
        waiting.append(years.banner(names.REFUSED))
        years.click(names.WORK_STOP)

    meanwhile(years, delete_another_and_stop)
    years.act(DELETE_PERSON)
    through(years)
    assert waiting == ["A large change is still being saved. Try again when it's done."]
    assert years.banner(names.REFUSED) == ""
    assert years.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran", "Dora Diaz"]


def test_a_window_that_is_closed_meanwhile_deletes_all_of_them_first(years: PeopleRobot) -> None:
    meanwhile(years, years.window.close)
    years.act(DELETE_PERSON)
    years.wait(lambda: not years.window.isVisible())
    assert "Dora Diaz" not in years.stored()
    assert ask(years.store.path, "SELECT count(*) FROM agenda_item") == [(0,)]


def test_closed_again_it_deletes_nobody(years: PeopleRobot) -> None:
    before = dump(years.store.path)
    meanwhile(years, lambda: (years.window.close(), years.window.close()))
    years.act(DELETE_PERSON)
    years.wait(lambda: not years.window.isVisible())
    assert dump(years.store.path) == before
