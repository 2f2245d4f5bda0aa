"""A list of rows with tick boxes, as high as its rows: agendas and promises."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.base.keys import is_alone
from careerdesk.ui.base.lists import PageList, choose_on_focus, menu_asked, open_menu
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.record_list import ID_ROLE, Index
from careerdesk.ui.widgets.tick_row import TickRowDelegate
from careerdesk.ui.widgets.ticks import TickModel


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something that can be done with the selected rows: an entry of their menu, and a key."""

    text: str
    key: Qt.Key
    act: Callable[[], None]


class TickList(PageList):
    """Space ticks, Enter edits, Delete removes; the menu of a row has all that can be done.

    `tick_wanted` and `removal_wanted` carry ids, `rename_wanted` an id and the new words.
    `emptied` tells that the last row went while the list had the keyboard.
    """

    tick_wanted = Signal(list)
    removal_wanted = Signal(list)
    rename_wanted = Signal(int, str)
    emptied = Signal()

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        """Start without a model; *label* is the accessible name."""
        super().__init__(parent)
        self._height: int | None = None
        self.setAccessibleName(label)
        self.rows = self.make_delegate(theme)
        self.actions_of_rows: list[RowAction] = []
        self._theme = theme
        self._behave()
        self.setItemDelegate(self.rows)
        self._connect()

    def make_delegate(self, theme: Theme) -> TickRowDelegate:
        """What paints the rows; a subclass whose rows are of more kinds has another one."""
        return TickRowDelegate(theme, self)

    def _behave(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def _connect(self) -> None:
        self.rows.ticked.connect(self._tick_one)
        self.rows.renamed.connect(self.rename_wanted)
        self._theme.changed.connect(self._refit)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Measure again when rows change, and keep the focus when one goes."""
        super().setModel(model)
        if model is None:
            return
        for signal in (model.rowsInserted, model.rowsMoved, model.modelReset, model.dataChanged):
            signal.connect(self._refit)
        model.rowsRemoved.connect(self._removed)

    @override
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Go on to the row below: where several rows can be chosen Qt goes to the one above."""
        current, below = self.currentIndex(), self.model().index(end + 1, 0)
        if below.isValid() and start <= current.row() <= end:
            flags, chosen = QItemSelectionModel.SelectionFlag, self.selectionModel()
            was_chosen = chosen.isSelected(current)
            chosen.setCurrentIndex(below, flags.ClearAndSelect if was_chosen else flags.NoUpdate)
        super().rowsAboutToBeRemoved(parent, start, end)

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, from top to bottom."""
        rows = sorted(self.selectedIndexes(), key=_row_of)
        return [index.data(ID_ROLE) for index in rows]

    def select_id(self, record_id: int) -> None:
        """Make a row the current one."""
        model = self.model()
        row = model.row_of(record_id) if isinstance(model, TickModel) else -1
        if row >= 0:
            self.setCurrentIndex(model.index(row, 0))

    def menu(self) -> QMenu:
        """What can be done with the selected rows, each with its key."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for entry in self.entries():
            action = QAction(entry.text, menu)
            action.setShortcut(entry.key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(entry.act)
            menu.addAction(action)
        return menu

    def entries(self) -> list[RowAction]:
        """What can be done with the selected rows, each with its key."""
        return [
            RowAction(tr("Tick or untick"), Qt.Key.Key_Space, self.tick_selected),
            RowAction(tr("Edit"), Qt.Key.Key_Return, self.edit_current),
            *self.actions_of_rows,
            RowAction(tr("Delete"), Qt.Key.Key_Delete, self.remove_selected),
        ]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the keyboard with a row that is seen to be chosen, so that its keys work."""
        super().focusInEvent(event)
        choose_on_focus(self, event)

    @override
    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """The program chooses one row alone, also while Ctrl of a shortcut is still held."""
        if event is None:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the menu, while no row is edited."""
        found = self._action_for(event)
        if found is None:
            super().keyPressEvent(event)
        elif self.selectedIndexes():
            found.act()

    def _action_for(self, event: QKeyEvent) -> RowAction | None:
        """The action whose key it is; none while a row is edited, whose Enter comes here too."""
        if not is_alone(event) or self.state() == QAbstractItemView.State.EditingState:
            return None
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        return next((entry for entry in self.entries() if entry.key == key), None)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rows and of the page, not a search."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the selected row, at the pointer or the row."""
        if self.selectedIndexes():
            open_menu(self, self.menu(), menu_asked(self, event)[1])

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks on a box tick twice and edit nothing."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.rows.on_box(event, self.visualRect(index), index):
            self.mousePressEvent(event)  # two quick clicks on a box tick twice, they edit nothing
            return
        super().mouseDoubleClickEvent(event)

    def _tick_one(self, record_id: int) -> None:
        self.tick_wanted.emit([record_id])

    def tick_selected(self) -> None:
        """Ask for the selected rows to be ticked, or opened again."""
        self.tick_wanted.emit(self.selected_ids())

    def edit_current(self) -> None:
        """Let the words of the current row be typed."""
        self.edit(self.currentIndex())

    def remove_selected(self) -> None:
        """Ask for the selected rows to be deleted."""
        self.removal_wanted.emit(self.selected_ids())

    def _removed(self) -> None:
        self._refit()
        if self.hasFocus() and not self.model().rowCount():
            self.emptied.emit()
        elif self.hasFocus() and self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again when rows may wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._refit()

    @override
    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(200, self.rows_height())

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as its rows, however narrow."""
        return QSize(60, self.rows_height())

    def rows_height(self) -> int:
        """The height of all rows together, with the frame around them."""
        if self._height is None:
            self._height = self.rows.rows_height() + 2 * self.frameWidth()
        return self._height

    def _refit(self) -> None:
        self._height = None
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def _row_of(index: QModelIndex) -> int:
    return index.row()
