"""Every field of a window that takes words: whose they are, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from careerdesk.ui.base.holders import holder_of
from tests.robots.keys import press_letters
from tests.robots.window import PeopleRobot

Editor = QLineEdit | QTextEdit | QPlainTextEdit


def takes_words(widget: object) -> bool:
    """Whether words can be typed into a widget."""
    return isinstance(widget, Editor) and not widget.isReadOnly()


def editors(window: QWidget, *, seen: bool = False) -> Iterator[Editor]:
    """The fields of a window that take words; *seen*: only those that can be typed into now."""
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        for field in window.findChildren(kind):
            if takes_words(field) and (not seen or (field.isVisible() and field.isEnabled())):
                yield field


def words_of(field: Editor) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_into(field: Editor, words: str) -> None:
    """Type key by key, into a line at its end, into a text where its cursor is; and stay there."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.end(False)
    press_letters(field, words)


class Watcher(QObject):
    """Sees every field that gets the keyboard; `unknown` names those nobody answers for."""

    def __init__(self, team: PeopleRobot) -> None:
        super().__init__()
        self._team = team
        self.unknown: set[str] = set()
        self._application = QApplication.instance()
        assert isinstance(self._application, QApplication)
        self._application.focusChanged.connect(self.look_at)

    def look_at(self, _before: QWidget | None, widget: QWidget | None) -> None:
        """Note a field whose owner is unknown, or is somebody who is not shown."""
        if (
            widget is None
            or not takes_words(widget)
            or isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        ):
            return
        holder = holder_of(widget)
        if holder is None or holder.owner is None:
            self.unknown.add(f"{type(widget).__name__} {widget.objectName()} has no owner")
        elif holder.owner.person_id not in (0, self._team.window.ctx.drafts.shown):
            self.unknown.add(f"{widget.objectName()} belongs to somebody who is not shown")

    def stop(self) -> None:
        """Look no longer."""
        self._application.focusChanged.disconnect(self.look_at)
