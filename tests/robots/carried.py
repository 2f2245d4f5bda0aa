"""Everything that can be taken out of a window by hand: what is copied of it, and dragged."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from careerdesk.ui.widgets.note_editor import NoteEditor

COPY = "exportMarkdown"  # the button below each document


def carried(window: QWidget) -> str:
    """All of it, as text: of lists, of what is typed in, and of a document that is shown."""
    return "\n".join(filter(None, _parts(window)))


def text_of(data: QMimeData | None) -> str:
    """Whatever a program could read of it, in any of its forms."""
    if data is None:
        return ""
    return "\n".join(
        bytes(data.data(form).data()).decode(code, "ignore")
        for form in data.formats()
        for code in ("utf-8", "utf-16-be")  # lists hand over words in the second
    )


def _parts(window: QWidget) -> Iterator[str]:
    seen = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    for widget in seen:
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _of_list(widget)
        elif isinstance(widget, NoteEditor):
            yield from _of_text(widget)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield _copied(widget)
        elif isinstance(widget, QPushButton) and widget.objectName() == COPY:
            QGuiApplication.clipboard().clear()
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
            yield text_of(QGuiApplication.clipboard().mimeData())


def _of_list(view: QAbstractItemView) -> Iterator[str]:
    """What the key copies of the current row, and what a drag of any row holds."""
    yield _copied(view)
    model = view.model()
    if view.dragEnabled() and model.rowCount():
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        yield text_of(model.mimeData(rows))


def _of_text(editor: NoteEditor) -> Iterator[str]:
    before = editor.textCursor()
    editor.selectAll()
    yield _copied(editor)
    editor.setTextCursor(before)


def _copied(widget: QWidget) -> str:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return text_of(QGuiApplication.clipboard().mimeData())
