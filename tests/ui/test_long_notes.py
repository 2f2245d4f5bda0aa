"""Long texts in an editor: whole at once for anyone who asks, laid out by turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.services import checkins
from careerdesk.ui.base import names
from careerdesk.ui.base.field_note import is_refused
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.arriving_text import FIRST, LINE, PART, parts_of
from careerdesk.ui.widgets.growing_text import MOST_HEIGHT, GrowingText
from careerdesk.ui.widgets.note_editor import MOST_DRESSED, NoteEditor
from careerdesk.ui.widgets.plain_text import MOST_CHARACTERS
from tests.counting import calls
from tests.robots.window import PeopleRobot

LONG = "\n".join(f"Line {n} of what she **said**" for n in range(3_000))
HUGE = "\n".join(f"Paragraph {n} " + "of words " * 60 for n in range(1_700))


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    """An editor that is shown and has the keyboard."""
    made = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def paste(editor: QTextEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def laid_out(editor: NoteEditor) -> int:
    """How many lines stand in the document by now."""
    return QTextEdit.document(editor).blockCount()


def all_there(qtbot: QtBot, editor: NoteEditor) -> None:
    qtbot.waitUntil(lambda: laid_out(editor) == editor.text().count("\n") + 1)


ENDLESS = "word " * 30_000


@given(st.text(alphabet="ab\n", max_size=60).map(lambda text: text * 700))
def test_the_parts_are_the_text_and_divide_no_line(text: str) -> None:
    parts = list(parts_of(text))
    assert "".join(parts) == text
    assert all(part.endswith("\n") for part in parts[:-1])
    for part in parts:
        before_its_last_line = part[:-1].rpartition("\n")[0]
        assert len(before_its_last_line) + before_its_last_line.count("\n") * LINE <= PART


def test_a_very_long_line_is_a_part_of_its_own() -> None:
    assert list(parts_of(f"before\n{ENDLESS}\nafter")) == ["before\n", f"{ENDLESS}\n", "after"]
    assert list(parts_of(ENDLESS)) == [ENDLESS]


def test_what_fills_a_window_comes_first() -> None:
    first, *others = parts_of(LONG)
    assert first.count("\n") > 60
    assert len(first) <= FIRST
    assert len(others) < 20


@pytest.mark.parametrize("text", [LONG, HUGE])
def test_a_long_paste_is_said_whole_and_laid_out_by_turns(
    editor: NoteEditor, qtbot: QtBot, text: str
) -> None:
    told: list[str] = []
    editor.edited.connect(lambda: told.append(editor.text()))
    paste(editor, text)
    assert told == [text]
    assert laid_out(editor) < 200
    all_there(qtbot, editor)
    assert QTextEdit.toPlainText(editor) == text
    assert told == [text]
    assert QTextEdit.textCursor(editor).atEnd()


def test_a_long_paste_goes_where_the_cursor_is_and_replaces_what_is_selected(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.set_text("🙂 before\nin place of this\nafter")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    paste(editor, LONG)
    wanted = f"🙂 before\n{LONG}\nafter"
    assert editor.text() == wanted
    all_there(qtbot, editor)
    assert editor.text() == QTextEdit.toPlainText(editor) == wanted


def test_a_key_after_a_long_paste_comes_after_all_of_it(editor: NoteEditor, qtbot: QtBot) -> None:
    paste(editor, LONG)
    qtbot.keyClicks(editor, "k")
    assert editor.text() == LONG + "k"
    paste(editor, LONG)
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text() == ""


def test_the_document_is_whole_for_anyone_who_asks_for_it(editor: NoteEditor) -> None:
    for ask in (
        lambda: editor.document().blockCount(),
        lambda: editor.toPlainText().count("\n") + 1,
        lambda: editor.textCursor().document().blockCount(),
    ):
        editor.set_text(LONG)
        assert laid_out(editor) < 200
        assert ask() == 3_000
        editor.set_text("")


def test_another_text_takes_the_place_of_one_that_is_still_coming(editor: NoteEditor) -> None:
    paste(editor, LONG)
    editor.set_text(HUGE)
    editor.set_text("short")
    QApplication.processEvents()
    assert editor.text() == editor.toPlainText() == "short"


def test_a_long_text_is_shown_without_telling_and_keeps_the_cursor(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    told: list[bool] = []
    editor.edited.connect(lambda: told.append(True))
    editor.set_text(LONG)
    cursor = editor.textCursor()
    cursor.setPosition(len(LONG) - 10)
    editor.setTextCursor(cursor)
    editor.set_text(LONG + " and more")
    all_there(qtbot, editor)
    qtbot.waitUntil(lambda: QTextEdit.textCursor(editor).position() == len(LONG) - 10)
    assert not told


@pytest.mark.parametrize("at", [0, 20_000, len(LONG) - 5])
@pytest.mark.parametrize("more", ["k", "🙂 two\nlines", "\n\n", ""])
def test_a_change_within_a_long_text_leaves_the_rest_of_it_alone(
    editor: NoteEditor, qtbot: QtBot, at: int, more: str
) -> None:
    editor.set_text(LONG)
    all_there(qtbot, editor)
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    scrolled = editor.verticalScrollBar().value()
    for text in (LONG[:at] + more + LONG[at + 3 :], LONG):
        editor.set_text(text)
        assert QTextEdit.toPlainText(editor) == text, "nothing waits for its turn"
        assert editor.textCursor().position() == at
        assert abs(editor.verticalScrollBar().value() - scrolled) < 100


def test_a_text_that_grows_over_the_limit_for_tints_loses_them(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    text = "\n".join(["# Title"] * (MOST_DRESSED // 8))
    for shown in (text, text + " and more" * 100, text):
        editor.set_text(shown)
        all_there(qtbot, editor)
        QApplication.processEvents()
        tinted = bool(editor.document().lastBlock().layout().formats())
        spaced = editor.document().lastBlock().blockFormat().lineHeight() > 0
        assert tinted is spaced is (len(shown) <= MOST_DRESSED)


def test_no_line_of_a_long_text_is_laid_out_where_nobody_sees_it(qtbot: QtBot) -> None:
    hidden = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(hidden)
    hidden.set_text(LONG)
    QApplication.processEvents()
    assert laid_out(hidden) < 200
    assert hidden.text() == LONG
    hidden.show()
    all_there(qtbot, hidden)


def test_what_waits_for_the_whole_text_is_done_once_it_is_there(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    seen: list[int] = []
    editor.set_text("short")
    editor.when_there(lambda: seen.append(laid_out(editor)))
    editor.set_text(HUGE)
    editor.when_there(lambda: seen.append(0))
    editor.set_text(LONG)
    editor.when_there(lambda: seen.append(laid_out(editor)))
    assert seen == [1]
    all_there(qtbot, editor)
    qtbot.waitUntil(lambda: seen == [1, 3_000])


def test_every_line_of_a_long_text_has_the_same_air(editor: NoteEditor) -> None:
    editor.set_text(LONG[:MOST_DRESSED])
    document = editor.document()
    heights = {document.findBlockByNumber(n).blockFormat().lineHeight() for n in (0, 1, 500, 2_900)}
    assert heights == {128}


def test_a_very_long_line_is_laid_out_once_and_not_for_each_painting(editor: NoteEditor) -> None:
    paste(editor, f"before\n{ENDLESS}\nafter")
    bar = editor.verticalScrollBar()
    assert bar.isVisible(), "it takes no room away once the line is there"
    document = editor.document()
    kept = [document.findBlockByNumber(n).layout().cacheEnabled() for n in range(3)]
    assert kept == [False, True, False]
    assert editor.text() == editor.toPlainText() == f"before\n{ENDLESS}\nafter"
    editor.set_text("short")
    assert not bar.isVisible()


def test_one_undo_takes_a_long_paste_back(editor: NoteEditor) -> None:
    editor.set_text("kept ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    paste(editor, LONG)
    assert editor.document().isUndoAvailable()
    editor.undo()
    assert editor.text() == "kept "
    editor.set_text(LONG)
    assert not editor.document().isUndoAvailable(), "what is shown was typed by nobody"


def test_a_field_that_grows_says_a_long_paste_once(qtbot: QtBot) -> None:
    field = GrowingText("Words")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.edited.connect(lambda: told.append(field.text()))
    field.set_text(HUGE)
    qtbot.waitUntil(lambda: QTextEdit.document(field).blockCount() == HUGE.count("\n") + 1)
    assert told == []
    assert field.height() == MOST_HEIGHT
    field.set_text("")
    paste(field, LONG)
    assert QTextEdit.document(field).blockCount() < 200
    qtbot.waitUntil(lambda: QTextEdit.document(field).blockCount() == 3_000)
    assert told == [LONG]
    assert QTextEdit.toPlainText(field) == field.text() == LONG


def test_a_field_refuses_a_paste_over_the_limit_in_a_sentence(qtbot: QtBot) -> None:
    field = GrowingText("Words")
    qtbot.addWidget(field)
    field.show()
    paste(field, "kept")
    assert calls(lambda: paste(field, "x" * MOST_CHARACTERS)) < 200
    assert field.text() == "kept"
    assert is_refused(field)
    assert "would be 1,000,004 characters" in field.accessibleDescription()
    qtbot.keyClicks(field, "k")
    assert not is_refused(field)
    field.selectAll()
    paste(field, "word " * 190_000)
    assert field.text() == "word " * 190_000, "nothing of what is within the limit is left out"


def test_the_cursor_goes_to_the_end_of_a_long_text_once_that_is_there(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.set_text(LONG)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert laid_out(editor) < 200
    qtbot.waitUntil(lambda: QTextEdit.textCursor(editor).position() == len(LONG))
    editor.set_text(HUGE)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "k")
    assert editor.text() == HUGE + "k"


@pytest.fixture
def running(team: PeopleRobot) -> NoteEditor:
    """The notes of a check-in with Ana that is going on."""
    team.click(names.START_CHECK_IN)
    editor = team.find(NoteEditor, names.CHECK_IN_SHARED)
    editor.setFocus()
    return editor


def notes_of(team: PeopleRobot) -> str:
    check_in = checkins.running(team.store, team.person("Ana Ruiz").id)
    assert check_in is not None
    return check_in.shared_notes


def test_a_long_paste_is_one_step_of_undo(team: PeopleRobot, running: NoteEditor) -> None:
    paste(running, LONG)
    assert team.window.ctx.autosaver.flush()
    assert notes_of(team) == LONG
    team.act(names.UNDO)
    team.wait(lambda: notes_of(team) == "")
    assert running.text() == running.toPlainText() == ""
    team.act(names.REDO)
    team.wait(lambda: notes_of(team) == LONG)
    assert running.text() == running.toPlainText() == LONG


def test_leaving_at_once_after_a_long_paste_loses_nothing(
    team: PeopleRobot, running: NoteEditor
) -> None:
    paste(running, LONG)
    team.choose("Ben Okri")
    assert notes_of(team) == LONG
    team.choose("Ana Ruiz")
    assert team.find(NoteEditor, names.CHECK_IN_SHARED).text() == LONG


def test_closing_at_once_after_a_long_paste_loses_nothing(
    team: PeopleRobot, running: NoteEditor
) -> None:
    paste(running, HUGE)
    team.window.close()
    assert notes_of(team) == HUGE
