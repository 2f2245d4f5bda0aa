"""Undo and redo over everything: what is typed is written first, and the page is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from careerdesk.compat import override
from careerdesk.services.store import Step
from careerdesk.ui.context import Context
from careerdesk.ui.errors import guard
from careerdesk.ui.texts import tr


class UndoRedo(QObject):
    """Drives the two actions; an editor with typing of its own to undo goes first."""

    def __init__(self, ctx: Context, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._undo = undo
        self._redo = redo
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._undo.triggered.connect(self.undo)
        self._redo.triggered.connect(self.redo)
        self._ctx.bridge.changed.connect(self.refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    @Slot(QWidget, QWidget)
    def _watch(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(entered, QLineEdit | QTextEdit | QPlainTextEdit):
            entered.installEventFilter(self)  # once: Qt takes a filter twice for one

    @Slot()
    def undo(self) -> None:
        """Take the last step back and show where."""
        if self._ctx.autosaver.flush():
            self._show(self._ctx.store.undo, tr("Undone: {step}"))

    @Slot()
    def redo(self) -> None:
        """Do the last undone step again and show where."""
        if self._ctx.autosaver.flush():
            self._show(self._ctx.store.redo, tr("Done again: {step}"))

    def _show(self, travel: Callable[[], Step | None], words: str) -> None:
        step = guard(self._ctx, travel)
        if step is None:
            return
        self._ctx.notices.toast(words.format(step=tr(step.name)))
        if step.person_id is not None:
            tab = step.place if step.place != "people" else ""
            self._ctx.navigator.open(step.person_id, tab)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Name the steps in the menu."""
        for action, word, name in (
            (self._undo, tr("Undo"), self._ctx.store.undo_name),
            (self._redo, tr("Redo"), self._ctx.store.redo_name),
        ):
            step = tr(name)
            action.setEnabled(bool(name))
            action.setText(f"{word} {step[:1].lower()}{step[1:]}" if step else word)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _left_to_window(watched, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _left_to_window(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the editor has nothing of its own to undo or redo by this key."""
    undo = event.matches(QKeySequence.StandardKey.Undo)
    if not undo and not event.matches(QKeySequence.StandardKey.Redo):
        return False
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        document = widget.document()
        return not (document.isUndoAvailable() if undo else document.isRedoAvailable())
    if isinstance(widget, QLineEdit):
        return not (widget.isUndoAvailable() if undo else widget.isRedoAvailable())
    return False
