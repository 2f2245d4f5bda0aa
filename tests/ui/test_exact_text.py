"""Showing a text and typing one more key adds that key and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.text import clean
from careerdesk.services import checkins, people
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.odd_texts import CLEANED, MARKDOWN, NAUGHTY
from tests.robots.window import PeopleRobot

TEXTS = (*MARKDOWN, *NAUGHTY)
END = QTextCursor.MoveOperation.End


@pytest.fixture(params=["note", "field"])
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> NoteEditor | GrowingText:
    """Each kind of editor, shown."""
    note = request.param == "note"
    made = NoteEditor(Theme("light"), "Notes", name="note") if note else GrowingText("Words")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def type_at_end(qtbot: QtBot, editor: QTextEdit | QPlainTextEdit, key: str = "k") -> None:
    editor.moveCursor(END)
    qtbot.keyClicks(editor, key)


def test_one_more_key_is_all_that_is_added(editor: NoteEditor | GrowingText, qtbot: QtBot) -> None:
    for text in TEXTS:
        assert clean(text) == text, "the store keeps it to the letter"
        editor.set_text(text)
        assert editor.text() == text
        type_at_end(qtbot, editor)
        assert editor.text() == f"{text}k"


@pytest.mark.parametrize(("text", "kept"), CLEANED)
def test_what_no_store_can_hold_is_shown_as_it_is_stored(
    editor: NoteEditor | GrowingText, qtbot: QtBot, text: str, kept: str
) -> None:
    assert clean(text) == kept
    editor.set_text(text)
    type_at_end(qtbot, editor)
    assert editor.text() == f"{kept}k"


def test_a_key_in_the_middle_moves_nothing_else(
    editor: NoteEditor | GrowingText, qtbot: QtBot
) -> None:
    for text in TEXTS:
        editor.set_text(text)
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        qtbot.keyClicks(editor, "k")
        assert editor.text() == f"k{text}"


def test_what_is_copied_and_pasted_is_the_same(editor: NoteEditor | GrowingText) -> None:
    text = "no\u00a0break **strong** 🙂\n\n  two  spaces " + "x" * 3_000
    editor.set_text(text)
    editor.selectAll()
    copied: QMimeData = editor.createMimeDataFromSelection()
    editor.set_text("")
    editor.insertFromMimeData(copied)
    assert editor.text() == text
    assert copied.formats() == ["text/plain"]


def test_a_text_pasted_has_no_line_more(editor: NoteEditor | GrowingText) -> None:
    for text in ("word " * 1_200, "x" * 30_000, "{'a':1,'b':[2]}," * 2_000):
        data = QMimeData()
        data.setText(text)
        editor.set_text("")
        editor.insertFromMimeData(data)
        assert editor.text() == text


def test_notes_of_a_check_in_are_stored_to_the_letter(team: PeopleRobot) -> None:
    team.click(names.START_CHECK_IN)
    ana, store = team.person("Ana Ruiz").id, team.store
    check_in = checkins.running(store, ana)
    assert check_in is not None
    editor = team.find(NoteEditor, names.CHECK_IN_SHARED)
    for text in TEXTS:
        checkins.write(store, check_in.id, shared_notes=text)
        assert editor.text() == text
        type_at_end(team.qtbot, editor)
        assert team.window.ctx.autosaver.flush()
        again = checkins.running(store, ana)
        assert again is not None
        assert again.shared_notes == f"{text}k"


def test_what_is_said_of_a_person_is_stored_to_the_letter(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    ana = team.person("Ana Ruiz").id
    editor = team.find(QWidget, "person.recognition")
    assert isinstance(editor, QPlainTextEdit)
    for text in ("no\u00a0break", "soft\u2028line", "  spaces  \n\n", "🙂 emoji"):
        people.change(team.store, ana, recognition=text)
        type_at_end(team.qtbot, editor)
        assert team.window.ctx.autosaver.flush()
        assert people.get(team.store, ana).recognition == f"{text}k"


@pytest.mark.parametrize("words", ["a 🙂 b", "👩\u200d🚀", "𝕋𝕙𝕖", "עם 🙂 ועוד"])
@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_I])
def test_marks_go_round_an_emoji_and_off_again(qtbot: QtBot, words: str, key: Qt.Key) -> None:
    editor = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.set_text(words)
    editor.selectAll()
    for _ in range(2):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
        assert editor.text() != words
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
        assert editor.text() == words


def test_lists_of_emoji_are_marked_and_unmarked(qtbot: QtBot) -> None:
    editor = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(editor)
    text = "🙂 one\n🙂🙂 two\nthree"
    editor.set_text(text)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)  # into the second line
    editor.setTextCursor(cursor)
    for command in (editor.bullets, editor.numbers, editor.heading, editor.quote):
        command()
        assert editor.text().endswith("\nthree")
        command()
        assert editor.text() == text


def test_enter_goes_on_with_a_list_after_an_emoji_and_not_within(qtbot: QtBot) -> None:
    editor = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(editor)
    editor.set_text("- 🙂🙂 one")
    cursor = editor.textCursor()
    cursor.setPosition(len("- 🙂🙂 one"))  # in Qt's places two before the end
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- 🙂🙂 o\nne"
    type_at_end(qtbot, editor)
    editor.set_text("- 🙂 one")
    editor.moveCursor(END)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- 🙂 one\n- "


def test_strong_words_after_an_emoji_are_shown_strong(qtbot: QtBot) -> None:
    editor = NoteEditor(Theme("light"), "Notes", name="note")
    qtbot.addWidget(editor)
    editor.set_text("🙂🙂 She **slept 🙂** well\n# 🙂 Title")
    first, second = editor.document().firstBlock(), editor.document().lastBlock()
    assert shown_strong(first) == ["slept 🙂"]
    assert shown_strong(second) == ["🙂 Title"]


def shown_strong(block) -> list[str]:
    line = block.text().encode("utf-16-le")
    return [
        line[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in block.layout().formats()
        if one.format.fontWeight() > 500
    ]
