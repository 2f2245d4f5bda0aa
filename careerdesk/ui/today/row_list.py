"""The list of such rows: each of its actions by mouse, by keys and from a menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from careerdesk.compat import override
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.keyboard import by_keyboard
from careerdesk.ui.base.lists import menu_asked
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.today.row_delegate import TodayRowDelegate
from careerdesk.ui.today.rows import Do, RowAction, TodayModel, TodayRow
from careerdesk.ui.widgets.fitted_list import ENTER, FittedList
from careerdesk.ui.widgets.record_list import RECORD_ROLE, Index

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_OPENING = (Do.OPEN, Do.REVIEWS)


class TodayList(FittedList):
    """`wanted` carries the row and the action that is asked for.

    Left and right choose among the actions of the current row and Enter does the chosen one; the
    menu has all of them. Nothing is selected until the user moves.
    """

    wanted = Signal(object, object)

    def __init__(self, theme: Theme, *, name: str, label: str) -> None:
        super().__init__(name=name, label=label, uneven=True)
        self.doubleClicked.disconnect(self.opened)  # the first click has done it
        self.rows = TodayModel(self)
        self._painting = TodayRowDelegate(theme, self)
        self.setItemDelegate(self._painting)
        self.setModel(self.rows)
        self._painting.clicked.connect(self._click)
        self.opened.connect(self._enter)
        self._seen = False  # whether the user saw which row is current

    def row_rect(self, row_id: int) -> QRect:
        """Where a row stands in the list; all of the list if it is gone."""
        number = self.rows.row_of(row_id)
        return self.visualRect(self.rows.index(number, 0)) if number >= 0 else self.rect()

    def show_rows(self, rows: list[TodayRow]) -> None:
        """Show *rows*, and keep the keyboard on the one it was on, else on the one in its place."""
        before, chosen = self.currentIndex().row(), bool(self.selectedIndexes())
        self.rows.set_rows(rows)
        if self.rows.rowCount() and not self._is_there(self.currentIndex()):
            self._go_near(before, select=chosen)
        self._choose(self._painting.chosen)

    def _go_near(self, number: int, *, select: bool) -> None:
        places = [n for n in range(self.rows.rowCount()) if self._is_there(self.rows.index(n, 0))]
        if places:
            near = min(places, key=lambda place: abs(place - max(number, 0)))
            self._make_current(self.rows.index(near, 0), select=select)

    def _is_there(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)

    def _make_current(self, index: QModelIndex, *, select: bool) -> None:
        flags = self.selectionModel().SelectionFlag
        how = flags.ClearAndSelect if select else flags.NoUpdate
        self.selectionModel().setCurrentIndex(index, how)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row begins with its first action."""
        super().currentChanged(current, previous)
        self._painting.chosen = 0

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first row that can be chosen is current, and none selected yet."""
        if not self._is_there(self.currentIndex()):
            self._go_near(0, select=False)
        self._seen = by_keyboard()
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose an action; the first step down from nowhere is the first row."""
        key = Qt.Key(event.key())
        step = _SIDEWAYS.get(key)
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._choose(self._painting.chosen + (-step if rtl else step), tell=True)
        elif key in _MOVES and not self._seen and not self.selectedIndexes():
            self._make_current(self.currentIndex(), select=True)
        else:
            super().keyPressEvent(event)
        self._seen = self._seen or key not in ENTER

    def _choose(self, number: int, *, tell: bool = False) -> None:
        actions = self._actions(self.currentIndex())
        number = max(0, min(number, len(actions) - 1))
        if number != self._painting.chosen:
            self._painting.chosen = number
            self.viewport().update()
            if tell:
                announce(self, actions[number].words)

    def _actions(self, index: QModelIndex) -> tuple[RowAction, ...]:
        """Those that stand in a row: what belongs to its first reason comes first."""
        if not self._is_there(index):
            return ()
        row: TodayRow = index.data(RECORD_ROLE)
        return tuple(sorted(row.shown or row.actions, key=_is_beside))

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        actions = self._actions(index)
        if actions:
            chosen = min(self._painting.chosen, len(actions) - 1)
            self.wanted.emit(index.data(RECORD_ROLE), actions[chosen])

    @Slot(object, object)
    def _click(self, row: TodayRow, action: RowAction | None) -> None:
        """Beside all actions a click opens what the row is about, if it is about something."""
        found = sorted((one for one in row.actions if one.do in _OPENING), key=_is_beside)
        only = row.actions if len(row.actions) == 1 else ()
        wanted = action or next(iter((*found, *only)), None)
        if wanted is not None:
            self.wanted.emit(row, wanted)

    def menu(self, index: QModelIndex) -> QMenu | None:
        """Everything that can be done with a row; None for a heading."""
        if not self._is_there(index):
            return None
        row: TodayRow = index.data(RECORD_ROLE)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for action in row.actions:
            entry = menu.addAction(action.words)
            entry.triggered.connect(carrying(self._want, (row, action)))
        return menu

    def _want(self, what: tuple[TodayRow, RowAction]) -> None:
        self.wanted.emit(*what)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row, at the pointer or the row."""
        index, here = menu_asked(self, event)
        menu = self.menu(index)
        if menu is not None:
            menu.popup(here)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, not a search."""


def _is_beside(action: RowAction) -> bool:
    return action.beside
