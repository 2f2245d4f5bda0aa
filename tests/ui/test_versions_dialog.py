"""Earlier versions of a text: beside what it says now, and back by one key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

from careerdesk.domain.records import CheckIn
from careerdesk.services import checkins
from careerdesk.ui.base import names
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.text_menu import text_menu
from careerdesk.ui.widgets.versions import VERSION_LIST, VERSION_NOW, VERSION_THEN, VersionsDialog
from tests.builders import NOW
from tests.robots.window import PeopleRobot


class FullCheckIn:
    """A check-in with Ana whose notes were written an hour ago and again now."""

    def __init__(self, team: PeopleRobot) -> None:
        self.team = team
        store, now = team.store, [NOW]
        store.now = lambda: now[0]
        self.id = checkins.start(store, team.person("Ana Ruiz").id, NOW).id
        checkins.write(store, self.id, shared_notes="She wants to **lead** a team")
        now[0] += timedelta(hours=1)
        checkins.write(store, self.id, shared_notes="She wants to rest")
        team.choose("Ana Ruiz")
        team.act(names.GO_CHECK_INS)
        self.editor = team.find(NoteEditor, names.CHECK_IN_SHARED)
        self.editor.setFocus()

    def open(self) -> VersionsDialog:
        self.team.act(names.EARLIER_VERSIONS)
        found = self.team.window.findChild(VersionsDialog)
        assert found is not None
        return found

    @property
    def stored(self) -> str:
        return self.team.store.get(CheckIn, self.id).shared_notes


@pytest.fixture
def check_in(team: PeopleRobot) -> FullCheckIn:
    return FullCheckIn(team)


def read(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(NoteEditor, name)
    assert found is not None
    return found.text()


def test_what_changed_in_a_long_text_is_marked(check_in: FullCheckIn) -> None:
    store, now = check_in.team.store, NOW + timedelta(hours=2)
    lines = [f"Line {n} of a long talk" for n in range(3_000)]
    for word in ("brass", "strings"):
        now += timedelta(hours=1)
        store.now = lambda at=now: at  # type: ignore[misc]
        changed = "\n".join([*lines, f"Then {word} at the end"])
        checkins.write(store, check_in.id, shared_notes=changed)
    dialog = check_in.open()
    check_in.team.wait(lambda: bool(dialog.then.extraSelections() and dialog.now.extraSelections()))
    for side, word in ((dialog.then, "brass"), (dialog.now, "strings")):
        (marked,) = side.extraSelections()
        assert marked.cursor.selectedText() == word


def test_both_texts_stand_side_by_side(check_in: FullCheckIn) -> None:
    dialog = check_in.open()
    assert read(dialog, VERSION_THEN) == "She wants to **lead** a team"
    assert read(dialog, VERSION_NOW) == "She wants to rest"
    marks = [mark.cursor.selectedText() for mark in dialog.now.extraSelections()]
    assert marks == ["rest"]
    assert dialog.then.isReadOnly()
    assert dialog.now.isReadOnly()


def test_enter_brings_the_earlier_text_back(check_in: FullCheckIn) -> None:
    dialog = check_in.open()
    team = check_in.team
    team.press(dialog.findChild(QListView, VERSION_LIST), Qt.Key.Key_Return)
    assert check_in.stored == check_in.editor.text() == "She wants to **lead** a team"
    assert team.told == "Earlier version restored"
    team.act(names.UNDO)
    assert check_in.stored == check_in.editor.text() == "She wants to rest"


def test_esc_changes_nothing_and_the_cursor_is_back_in_the_text(check_in: FullCheckIn) -> None:
    dialog = check_in.open()
    check_in.team.press(dialog.findChild(QListView, VERSION_LIST), Qt.Key.Key_Escape)
    assert check_in.stored == "She wants to rest"
    check_in.team.wait(lambda: QApplication.focusWidget() is check_in.editor)


def test_what_is_typed_at_this_moment_is_in_it(check_in: FullCheckIn) -> None:
    check_in.editor.set_text("")
    check_in.editor.insert_text("Just typed")
    assert read(check_in.open(), VERSION_NOW) == "Just typed"


def test_a_text_without_versions_says_so(check_in: FullCheckIn) -> None:
    check_in.team.find(NoteEditor, names.CHECK_IN_PRIVATE).setFocus()
    dialog = check_in.open()
    assert dialog.summary.text().startswith("Nothing here yet")
    assert not dialog.bring.isVisible()


def test_without_a_text_a_sentence_says_what_to_do(check_in: FullCheckIn) -> None:
    check_in.team.list.setFocus()
    check_in.team.act(names.EARLIER_VERSIONS)
    assert check_in.team.told == "Place the cursor in a text field first"


def test_the_menu_of_the_text_offers_it(check_in: FullCheckIn) -> None:
    menu = text_menu(check_in.editor)
    assert names.EARLIER_VERSIONS in [action.objectName() for action in menu.actions()]
    menu.deleteLater()
