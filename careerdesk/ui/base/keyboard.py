"""Whether the user moves by keyboard, so that lists show where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.base.in_sight import show_cursor_of
from careerdesk.ui.base.window_filter import WindowFilter

KEYBOARD = "keyboardInUse"  # a property of the application
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)  # of a shortcut only the release comes
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


def by_keyboard() -> bool:
    """Whether the last thing the user did was to press a key, other than to type text."""
    app = QApplication.instance()
    return bool(app is not None and app.property(KEYBOARD))


class KeyboardWatch(WindowFilter):
    """Keeps `by_keyboard`, and tells the screen reader which row is current in a list.

    Qt itself knows of Tab alone: not of arrows, and not of shortcuts that lead to a list. Nor does
    it ask for a menu by Shift+F10 on every system; many keyboards have no other key for it.

    `lost`: the keyboard is in nothing, or in something that is not seen. Qt gives it back to what
    had it within a page when that is shown, though another part of it may be there by then.
    """

    lost = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        app.setProperty(KEYBOARD, None)  # a window begins with neither, whatever was before it
        self._follows = False
        self._was_away = False  # in another program: who comes back finds the page as they left it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell_place)
        app.focusChanged.connect(self._focus_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys and clicks; they go on to where they belong."""
        if event.type() in _CLICKS:
            self._note(by_keys=False)
        elif event.type() in _KEYS and isinstance(event, QKeyEvent):
            if QApplication.focusWidget() is None:
                self._soon.start()  # where it was has gone
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and _turns_page(event):
                self._follows = True
                self._soon.start()
            if not _types(event):
                self._note(by_keys=True)
                return pressed and _asks_for_menu(event) and _show_menu()
            if pressed:
                _show_focus()
        return False

    def _note(self, *, by_keys: bool) -> None:
        if by_keyboard() == by_keys:
            return
        self._app.setProperty(KEYBOARD, by_keys)
        shown = QApplication.focusWidget()
        if isinstance(shown, QAbstractItemView):
            shown.viewport().update()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Show where the keyboard went: Qt does so for Tab alone, and only within a page.

        Once more when what was changed with it has its place. To a screen reader Qt is still to
        tell of the list itself; what is told last is read.
        """
        back = self._was_away and old is None
        self._was_away = new is None and QApplication.activeWindow() is None
        self._follows = by_keyboard() and not back
        if new is not None:
            if self._follows:
                show_cursor_of(new)
            self._soon.start()

    @Slot()
    def _tell_place(self) -> None:
        """Qt tells of a list that gets the keyboard, but of its row only when that changes."""
        view = QApplication.focusWidget()
        if _is_lost(view):
            self.lost.emit()
            return
        if self._follows:
            _show_focus()
        if isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
            _tell_row(view)


def _tell_row(view: QAbstractItemView) -> None:
    """Tell a screen reader, if there is one, which row is current."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # dear, and late

    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(child_of(view, view.currentIndex()))
        QAccessible.updateAccessibility(event)


def _is_lost(focus: QWidget | None) -> bool:
    """Whether keys go nowhere, or where nobody sees it, though the window is in use."""
    in_use = QApplication.activeWindow() is not None and QApplication.activeModalWidget() is None
    return in_use and (focus is None or not focus.isVisible())


def _show_focus() -> None:
    """Scroll to what has the keyboard."""
    if (focus := QApplication.focusWidget()) is not None:
        show_cursor_of(focus)


def _asks_for_menu(event: QKeyEvent) -> bool:
    """Whether it is Shift+F10, the menu key of keyboards without one."""
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier


def _show_menu() -> bool:
    """Ask what has the keyboard for its menu, as the menu key does; whether it took that."""
    held = QApplication.focusWidget()
    if held is None or QApplication.activePopupWidget() is not None:
        return False
    caret = QRectF(held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
    at = caret.center().toPoint()  # a text of several lines knows it in fractions
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, held.mapToGlobal(at))
    QApplication.sendEvent(held, asked)
    return asked.isAccepted()


def _turns_page(event: QKeyEvent) -> bool:
    """Whether a key that a line of text has no use for scrolls the page, the line along with it."""
    return event.key() in _PAGES and isinstance(QApplication.focusWidget(), QLineEdit)


def _types(event: QKeyEvent) -> bool:
    """Whether a key puts text into a field, which says nothing about how the user moves."""
    if event.key() in _SHIFTS:
        return True
    words = event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND
    return bool(words) and isinstance(QApplication.focusWidget(), _FIELDS)


def child_of(view: QAbstractItemView, index: QModelIndex) -> int:
    """The place of a row or a cell among the accessible children of its view."""
    if not isinstance(view, QTableView):
        return index.row()
    columns = view.model().columnCount()
    return (index.row() + 1) * (columns + 1) + index.column() + 1  # hidden headers count too
