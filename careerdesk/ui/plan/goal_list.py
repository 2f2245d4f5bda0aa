"""The cards of one group of goals: keys, and a menu that offers the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from careerdesk.compat import override
from careerdesk.domain.records import Horizon, ItemState
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.lists import choose_a_row, menu_asked, open_menu
from careerdesk.ui.base.texts import horizon_word, state_word
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.ordered_list import OrderedListView
from careerdesk.ui.widgets.record_list import RECORD_ROLE

STATE_KEYS = {
    Qt.Key.Key_1: ItemState.NOT_STARTED,
    Qt.Key.Key_2: ItemState.ON_TRACK,
    Qt.Key.Key_3: ItemState.AT_RISK,
    Qt.Key.Key_4: ItemState.BLOCKED,
    Qt.Key.Key_5: ItemState.DONE,
    Qt.Key.Key_6: ItemState.DROPPED,
}
UP, DOWN = (Qt.KeyboardModifier.AltModifier | key for key in (Qt.Key.Key_Up, Qt.Key.Key_Down))


class GoalList(OrderedListView):
    """Goals as cards; Enter opens one, Delete removes, 1 to 6 set the state, a menu does all."""

    opened = Signal(int)
    due_wanted = Signal(int)
    remove_requested = Signal(list)
    state_requested = Signal(list, object)

    def __init__(
        self, theme: Theme, *, name: str, label: str, horizon: Horizon = Horizon.SHORT
    ) -> None:
        """*label* is what the screen reader calls the list."""
        super().__init__(theme, name=name, gap=8, fit=True)
        self._horizon = horizon
        self.setAccessibleName(label)
        self.doubleClicked.connect(self._open)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys set a state, Enter opens, Delete removes.

        Where Tab came to a list in which nothing is chosen, Enter opens the row that is marked;
        Tab itself chooses none, as an open panel would turn to it.
        """
        key = Qt.Key(event.key())
        if is_alone(event) and key in ENTER:
            choose_a_row(self)
        ids = self.selected_ids()
        if not is_alone(event) or not ids or not self._act(key, ids):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is selected, at the pointer or below the card; none beside the cards."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            choose_a_row(self)
        index, place = menu_asked(self, event)
        if index.isValid() and self.selected_ids():
            open_menu(self, self.menu(), place)

    def menu(self) -> QMenu:
        """What can be done with the selected goals, each entry with its key."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        one = len(self.selected_ids()) == 1
        if one:
            _add(menu, tr("Open"), self._open_selected, Qt.Key.Key_Return)
        menu.addMenu(self._states(menu))
        if one:
            _add(menu, tr("Due date…"), self._ask_due)
        menu.addSeparator()
        _add(menu, tr("Move up"), self.move_up, UP)
        _add(menu, tr("Move down"), self.move_down, DOWN)
        words = tr("Move to {group}", group=horizon_word(self._other[0]))
        _add(menu, words, self._move_beyond)
        menu.addSeparator()
        _add(menu, tr("Delete"), self._remove, Qt.Key.Key_Delete)
        return menu

    def _states(self, menu: QMenu) -> QMenu:
        """The states with their keys; the one that all of the goals have is ticked."""
        states = QMenu(tr("Status"), menu)
        now = {index.data(RECORD_ROLE).item.state for index in self.selectedIndexes()}
        for key, state in STATE_KEYS.items():
            action = _add(states, state_word(state), carrying(self._set_state, state), key)
            action.setCheckable(True)
            action.setChecked(now == {state})
        return states

    @property
    def _other(self) -> tuple[Horizon, int]:
        """The other group, and the way to it."""
        return (Horizon.LONGER, 1) if self._horizon is Horizon.SHORT else (Horizon.SHORT, -1)

    def _set_state(self, state: ItemState) -> None:
        self.state_requested.emit(self.selected_ids(), state)

    @Slot()
    def _open_selected(self) -> None:
        self.opened.emit(self.selected_ids()[0])

    @Slot()
    def _ask_due(self) -> None:
        self.due_wanted.emit(self.selected_ids()[0])

    @Slot()
    def _move_beyond(self) -> None:
        self.moved_beyond.emit(self.selected_ids(), self._other[1])

    @Slot()
    def _remove(self) -> None:
        self.remove_requested.emit(self.selected_ids())

    def go_to_row(self, row: int) -> None:
        """Select a row, or the nearest there is, and take the keyboard."""
        at = min(max(row, 0), self.model().rowCount() - 1)
        self.select_ids([self.ordered_model().id_at(at)])
        self.setFocus()

    def _act(self, key: Qt.Key, ids: list[int]) -> bool:
        if key in STATE_KEYS:
            self.state_requested.emit(ids, STATE_KEYS[key])
        elif key in ENTER:
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(ids)
        else:
            return False
        return True

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.ordered_model().id_at(index.row()))


def _add(
    menu: QMenu,
    words: str,
    act: Callable[..., object],
    key: Qt.Key | QKeyCombination | None = None,
) -> QAction:
    """An entry; its key is only shown, the list itself listens to it."""
    action = QAction(words, menu)
    if key is not None:
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    menu.addAction(action)
    return action
