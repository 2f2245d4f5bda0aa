"""One list of what moves a person: keys, menu, and what may be copied of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu

from careerdesk.compat import override
from careerdesk.domain.records import Drive, MotivatorStanding
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.lists import choose_on_focus, menu_asked, open_menu
from careerdesk.ui.discovery.motivator_model import MotivatorModel
from careerdesk.ui.discovery.motivator_words import standing_word
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.ordered_list import OrderedListView

MenuHook = Callable[[QMenu, int], object]
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
STANDINGS = {
    Qt.Key.Key_1: MotivatorStanding.GUESSED,
    Qt.Key.Key_2: MotivatorStanding.SAID,
    Qt.Key.Key_3: MotivatorStanding.CONFIRMED,
}


def moving_words(drive: Drive) -> str:
    """What it is called to put a row on another list."""
    return {
        Drive.DRIVES: tr("Mark as giving energy"),
        Drive.DRAINS: tr("Mark as draining energy"),
        Drive.VALUE: tr("Mark as a value"),
    }[drive]


class MotivatorList(OrderedListView):
    """1, 2 and 3 say how sure a row is, Enter opens it, F2 renames, Delete deletes.

    Down on the last row goes on to the row that adds (`past_end`).

    Each of its signals carries the selected ids first. *hooks* add to the menu of a row.
    """

    stand_wanted = Signal(list, object)
    open_wanted = Signal(int)
    end_wanted = Signal(list)
    turn_wanted = Signal(list, object)
    removal_wanted = Signal(list)
    kept_back = Signal()
    past_end = Signal()

    def __init__(self, theme: Theme, name: str, hooks: Sequence[MenuHook], *, gap: int) -> None:
        super().__init__(theme, name=name, gap=gap, fit=True)
        self._hooks = hooks
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    def motivators(self) -> MotivatorModel:
        """The model, as what it must be."""
        model = self.ordered_model()
        if not isinstance(model, MotivatorModel):
            raise TypeError("a MotivatorList needs a MotivatorModel")
        return model

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the keyboard with a row that is chosen, so that its keys work."""
        super().focusInEvent(event)
        choose_on_focus(self, event)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for renaming here."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()  # here it renames; elsewhere it is an action of the window
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the menu, while no name is typed."""
        ids = self.selected_ids()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(ids)
        elif self.state() == QAbstractItemView.State.EditingState or not ids or not is_alone(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Down and self._is_at_end():
            self.past_end.emit()
        elif event.key() in DELETE:
            self._remove()
        elif event.key() in ENTER and self.currentIndex().isValid():
            self._open_current()
        elif Qt.Key(event.key()) in STANDINGS:
            self._stand(STANDINGS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Figures are keys of the rows, not a search."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row, at the pointer or the row."""
        index, at = menu_asked(self, event)
        if index.isValid():
            self._open_menu(index, at)

    def open_menu_of(self, motivator_id: int, at: QPoint) -> None:
        """Open the menu of a row at a point of the list."""
        model = self.ordered_model()
        row = model.row_of(motivator_id)
        if row >= 0:
            self._open_menu(model.index(row, 0), self.viewport().mapToGlobal(at))

    def _open_menu(self, index: QModelIndex, at: QPoint) -> None:
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        open_menu(self, self.menu(), at)

    def menu(self) -> QMenu:
        """What can be done with the selected rows, each with its key."""
        ids = self.selected_ids()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_standings(menu, ids)
        menu.addSeparator()
        _add(menu, tr("Edit wording and dates…"), self._open_current, Qt.Key.Key_Return)
        _add(menu, tr("Rename"), self._rename, Qt.Key.Key_F2)
        for drive in Drive:
            if drive is not self.motivators().drive:
                _add(menu, moving_words(drive), carrying(self._turn, drive))
        menu.addSeparator()
        _add(menu, tr("Mark as no longer applying"), self._end)
        for hook in self._hooks:
            hook(menu, self._current_id())
        _add(menu, tr("Delete"), self._remove, Qt.Key.Key_Delete)
        return menu

    def _add_standings(self, menu: QMenu, ids: list[int]) -> None:
        rows = {row.id: row.motivator.standing for row in self.motivators().rows}
        known = {rows[key] for key in ids if key in rows}
        for key, standing in STANDINGS.items():
            action = _add(menu, standing_word(standing), carrying(self._stand, standing), key)
            action.setCheckable(True)
            action.setChecked(known == {standing})

    def _is_at_end(self) -> bool:
        return self.currentIndex().row() == self.ordered_model().rowCount() - 1

    def _current_id(self) -> int:
        return self.ordered_model().id_at(self.currentIndex().row())

    def _open_current(self) -> None:
        self.open_wanted.emit(self._current_id())

    def _stand(self, standing: MotivatorStanding) -> None:
        self.stand_wanted.emit(self.selected_ids(), standing)

    def _turn(self, drive: Drive) -> None:
        self.turn_wanted.emit(self.selected_ids(), drive)

    def _end(self) -> None:
        self.end_wanted.emit(self.selected_ids())

    def _remove(self) -> None:
        self.removal_wanted.emit(self.selected_ids())

    def _rename(self) -> None:
        self.edit(self.currentIndex())

    def _copy(self, ids: list[int]) -> None:
        """Put names on the clipboard; a guess stays here."""
        words = self.motivators().sayable(ids)
        if words:
            QGuiApplication.clipboard().setText("\n".join(words))
        if len(words) < len(ids):
            self.kept_back.emit()


def _add(menu: QMenu, words: str, act: Callable[[], object], key: Qt.Key | None = None) -> QAction:
    action = QAction(words, menu)
    if key is not None:
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    menu.addAction(action)
    return action
