"""The note editor: nothing is lost, nothing is fetched, nothing takes long."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from careerdesk.domain.text import clean
from careerdesk.ui.base.keys import keys_here
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.utf16 import characters, units
from careerdesk.ui.widgets.markdown import next_marker, with_marker
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.plain_text import MOST_CHARACTERS, clean_line, clean_text
from tests.counting import calls


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def editor(theme: Theme, qtbot) -> NoteEditor:
    made = NoteEditor(theme, "Shared notes", name="checkInShared")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def paste(editor: NoteEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def put(editor: NoteEditor, text: str) -> None:
    """Show a text in which `[]` is around what is selected, or `|` is the cursor."""
    ends = [text.replace("[", "").find("]")] if "]" in text else []
    ends = [text.index("["), *ends] if ends else [text.index("|")]
    plain = re.sub(r"[\[\]|]", "", text)
    editor.set_text(plain)
    cursor = editor.textCursor()
    cursor.setPosition(units(plain[: ends[0]]))
    cursor.setPosition(units(plain[: ends[-1]]), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def shown(editor: NoteEditor) -> str:
    """The text with the same signs in it."""
    text, cursor = editor.text(), editor.textCursor()
    ends = [characters(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd())]
    first, chosen, last = text[: ends[0]], text[ends[0] : ends[1]], text[ends[1] :]
    return f"{first}[{chosen}]{last}" if chosen else f"{first}|{last}"


def test_what_is_set_is_what_is_there(editor: NoteEditor, qtbot) -> None:
    source = "# On call\n\nShe **slept**.\n- one\n\ttab\u00a0kept"
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_text(source)
    assert editor.text() == source


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300))
def test_any_text_survives_but_for_what_is_cleaned(editor: NoteEditor, text: str) -> None:
    editor.set_text(text)
    assert editor.text() == clean(text)


def test_typing_tells_and_colouring_does_not(editor: NoteEditor, theme: Theme, qtbot) -> None:
    editor.set_text("# Heading")
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(editor, "x")
    with qtbot.assertNotEmitted(editor.edited, wait=20):
        theme.choose("dark")


def test_the_same_text_set_again_keeps_undo_and_cursor(editor: NoteEditor, qtbot) -> None:
    editor.set_text("one")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, " two")
    editor.set_text("one two")
    assert editor.document().isUndoAvailable()
    assert editor.textCursor().position() == 7
    editor.set_text("other")
    assert not editor.document().isUndoAvailable()


def test_setting_a_text_is_no_step_of_undo(editor: NoteEditor) -> None:
    editor.set_text("stored")
    editor.undo()
    assert editor.text() == "stored"


def test_f59_only_plain_text_is_pasted(editor: NoteEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    data.setText("bold")
    editor.insertFromMimeData(data)
    assert editor.text() == "bold"
    for other in (QMimeData(), QMimeData(), QMimeData()):
        assert not editor.canInsertFromMimeData(other)
    pictures, files, html = QMimeData(), QMimeData(), QMimeData()
    pictures.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    files.setUrls([QUrl("file:///etc/hostname")])
    html.setHtml("<b>only</b>")
    for data in (pictures, files, html):
        editor.insertFromMimeData(data)
    assert editor.text() == "bold"


def test_a_document_opens_nothing(editor: NoteEditor) -> None:
    image = QTextDocument.ResourceType.ImageResource.value
    assert editor.document().loadResource(image, QUrl("file:///etc/hostname")) is None


def test_line_ends_and_controls_are_made_safe(editor: NoteEditor) -> None:
    paste(editor, "a\r\nb\rc\u2028d\u2029e\x00\x1b\ufdd0f")
    assert editor.text() == "a\nb\nc\nd\ne" + "f"
    assert clean_text("half \ud83d") == "half \ufffd"
    assert clean_line("  two \n lines ") == "two lines"


def test_f60_a_huge_paste_is_refused_at_once(editor: NoteEditor, qtbot) -> None:
    editor.set_text("kept")
    before = editor.document().revision()
    with qtbot.waitSignal(editor.refused) as refused:
        assert calls(lambda: paste(editor, "word " * 2_000_000)) < 100
    assert editor.document().revision() == before
    assert "would be 10,000,004 characters" in refused.args[0]
    assert editor.text() == "kept"


def test_a_million_lines_are_refused_and_those_of_the_note_are_counted(
    editor: NoteEditor, qtbot
) -> None:
    editor.set_text("one\ntwo")
    with qtbot.waitSignal(editor.refused) as refused:
        paste(editor, "\n" * 900_000)
    assert "would have 900,002 lines" in refused.args[0]
    assert editor.text() == "one\ntwo"


def test_a_note_may_be_as_long_as_its_limit_says(editor: NoteEditor) -> None:
    paste(editor, "word " * (MOST_CHARACTERS // 5))
    assert len(editor.text()) == MOST_CHARACTERS


OTHER_PIECES = ("word ", '{"a":[1,2]},', "\u4e2d")


@pytest.mark.parametrize(
    "piece", ["x", *(pytest.param(one, marks=pytest.mark.long) for one in OTHER_PIECES)]
)
def test_the_largest_note_costs_no_more_for_each_letter_than_a_small_one(
    editor: NoteEditor, qtbot, piece: str
) -> None:
    def pasted_and_shown(text: str) -> int:
        editor.set_text("")
        return calls(lambda: (paste(editor, text), editor.grab()))

    text = (piece * MOST_CHARACTERS)[: MOST_CHARACTERS - 10_000]
    small = pasted_and_shown(text[:100_000])
    assert pasted_and_shown(text) < 12 * small
    assert editor.text() == text


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("- one", "- "),
        ("  * two", "  * "),
        ("9. nine", "10. "),
        ("3) three", "4) "),
        ("> said", "> "),
        ("- ", ""),
        ("words", None),
        ("-no", None),
        ("", None),
    ],
)
def test_what_the_next_line_starts_with(line: str, marker: str | None) -> None:
    assert next_marker(line) == marker


def test_enter_goes_on_with_a_list_and_ends_it(editor: NoteEditor, qtbot) -> None:
    qtbot.keyClicks(editor, "1. one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "end")
    assert editor.text() == "1. one\n2. two\nend"


def test_enter_in_the_middle_of_an_item_only_breaks_it(editor: NoteEditor, qtbot) -> None:
    editor.set_text("- one two")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- one\n two"


def test_shift_enter_is_a_line_end_that_survives(editor: NoteEditor, qtbot) -> None:
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "b")
    assert editor.text() == "a\nb"


@pytest.mark.parametrize(
    ("marker", "made"),
    [
        ("- ", ["- one", "- two"]),
        ("1. ", ["1. one", "2. two"]),
        ("# ", ["# one", "# two"]),
        ("> ", ["> one", "> two"]),
    ],
)
def test_lines_get_a_marker_and_lose_it_again(marker: str, made: list[str]) -> None:
    assert with_marker(["one", "- two"], marker) == made
    assert with_marker(made, marker) == ["one", "two"]


@pytest.mark.parametrize(
    ("before", "bold", "italic"),
    [
        ("She [slept] well", "She [**slept**] well", "She [*slept*] well"),
        ("She [slept ]well", "She [**slept**] well", "She [*slept*] well"),
        ("She sl|ept well", "She **sl|ept** well", "She *sl|ept* well"),
        ("She **sl|ept** well", "She sl|ept well", "She ***sl|ept*** well"),
        ("She [**slept**] well", "She [slept] well", "She [***slept***] well"),
        ("She **[slept]** well", "She [slept] well", "She [***slept***] well"),
        ("She [*slept*] well", "She [***slept***] well", "She [slept] well"),
        ("She ***sl|ept*** well", "She *sl|ept* well", "She **sl|ept** well"),
        ("[**a** and **b**]", "[**a and b**]", "[***a** and **b***]"),
        ("[- whole nights]", "- [**whole nights**]", "- [*whole nights*]"),
        ("* |nights", "* **|nights**", "* *|nights*"),
        ("2*[3]*4", "2*[**3**]*4", "2*[*3*]*4"),
        ("\U0001f600 [slept\U0001f600]", "\U0001f600 [**slept\U0001f600**]",
         "\U0001f600 [*slept\U0001f600*]"),
        ("|", "**|**", "*|*"),
        ("so [ ]it", "so [****] it", "so [**] it"),
        ("so **|** it", "so | it", "so ***|*** it"),
    ],
)  # fmt: skip
def test_marks_go_round_words_and_off_again(
    editor: NoteEditor, before: str, bold: str, italic: str
) -> None:
    for act, made in ((editor.bold, bold), (editor.italic, italic)):
        put(editor, before)
        act()
        assert shown(editor) == made


@pytest.mark.parametrize(
    ("key", "modifiers", "made"),
    [
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, "**word**"),
        (Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier, "*word*"),
    ],
)
def test_keys_make_words_bold_or_italic(editor, qtbot, key, modifiers, made) -> None:
    qtbot.waitUntil(editor.hasFocus)
    editor.set_text("word")
    editor.selectAll()
    qtbot.keyClick(editor, key, modifiers)
    assert editor.text() == made
    qtbot.keyClick(editor, key, modifiers)
    assert editor.text() == "word"


def test_commands_mark_lines(editor: NoteEditor) -> None:
    editor.set_text("one\ntwo")
    editor.selectAll()
    editor.numbers()
    assert editor.text() == "1. one\n2. two"
    editor.bullets()
    assert editor.text() == "- one\n- two"
    editor.quote()
    editor.heading()
    assert editor.text() == "# one\n# two"
    editor.heading()
    assert editor.text() == "one\ntwo"


def test_marks_do_not_reach_over_lines(editor: NoteEditor) -> None:
    editor.set_text("one\ntwo")
    editor.selectAll()
    editor.bold()
    assert editor.text() == "one\ntwo"


def test_commands_have_keys_names_and_buttons(editor: NoteEditor, qtbot) -> None:
    keys = [command.shortcut().toString() for command in editor.commands()]
    lists = ["Ctrl+Shift+8", "Ctrl+Shift+7"]
    assert keys == ["Ctrl+B", "Ctrl+I", *lists, keys_here("Ctrl+Alt+1"), "Ctrl+Shift+9"]
    bar = editor.make_toolbar()
    qtbot.addWidget(bar)
    buttons = bar.findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons][:2] == ["Bold", "Italic"]
    assert len({button.objectName() for button in buttons}) == len(buttons) == 6
    editor.set_text("word")
    editor.selectAll()
    buttons[0].click()
    assert editor.text() == "**word**"


def test_strong_words_are_shown_strong(editor: NoteEditor) -> None:
    editor.set_text("She **slept** well\n# Title")
    first, second = editor.document().firstBlock(), editor.document().lastBlock()
    assert "slept" in strong_words(first)
    assert strong_words(second) == ["Title"]


def test_what_documents_leave_alone_is_not_shown_strong(editor: NoteEditor) -> None:
    editor.set_text("2**3**4 f**k, s**t __init__.py, but __so__ **it** is")
    assert [one for one in strong_words(editor.document().firstBlock()) if len(one) > 1] == [
        "so", "it"
    ]  # fmt: skip


def strong_words(block: QTextBlock) -> list[str]:
    shapes = block.layout().formats()
    strong = [one for one in shapes if one.format.fontWeight() == QFont.Weight.DemiBold]
    return [block.text()[one.start : one.start + one.length] for one in strong]


def test_tab_leaves_the_editor(theme: Theme, qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = NoteEditor(theme, "In her words", page, name="noteTheirWords")
    second = NoteEditor(theme, "Private: my reading", page, name="noteMyReading", private=True)
    page.show()
    page.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.text() == ""


def test_a_growing_editor_is_as_high_as_its_text(editor: NoteEditor) -> None:
    editor.grow(2, 6)
    low = editor.height()
    editor.set_text("\n".join("abcd"))
    assert editor.height() > low
    editor.set_text("\n".join("abcdefghijkl"))
    highest = editor.height()
    editor.set_text("\n" * 40)
    assert editor.height() == highest
    editor.set_text("")
    assert editor.height() == low
