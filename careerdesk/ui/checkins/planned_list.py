"""The check-ins of a person that are planned, each with what can become of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.keys import is_alone
from careerdesk.ui.base.lists import menu_asked, open_menu
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.checkins.planned_row import Act, PlannedModel, PlannedRow, PlannedRowDelegate
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

PLANNED_LIST = "plannedCheckIns"
MOST_ROWS = 5  # more of them scroll
KEYS = {
    Act.HOLD: Qt.Key.Key_H,
    Act.MOVE: Qt.Key.Key_Return,
    Act.SKIP: Qt.Key.Key_S,
    Act.CANCEL: Qt.Key.Key_Delete,
    Act.DAY_BEFORE: Qt.Key.Key_B,
    Act.DAY_AFTER: Qt.Key.Key_N,
}
_SAME = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backspace: Qt.Key.Key_Delete}


class PlannedList(FittedList):
    """Enter moves a check-in, H holds it now, S skips it, Delete cancels it.

    `acted` carries its id and an `Act`; the menu of a row has all that can be done.
    """

    acted = Signal(int, object)

    def __init__(self, theme: Theme) -> None:
        """Start without rows."""
        super().__init__(
            name=PLANNED_LIST, label=tr("Planned check-ins"), most=MOST_ROWS, uneven=True
        )
        self.planned = PlannedModel(self)
        self.rows = PlannedRowDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setModel(self.planned)
        self.rows.acted.connect(self.acted)
        self.doubleClicked.disconnect(self.opened)
        self.doubleClicked.connect(self._open)

    def rect_of(self, checkin_id: int) -> QRect:
        """Where the row of a check-in is seen on the viewport."""
        row = self.planned.row_of(checkin_id)
        return self.visualRect(self.planned.index(max(row, 0), 0))

    def select(self, checkin_id: int) -> None:
        """Make the row of a check-in the current one, else the first."""
        row = max(0, self.planned.row_of(checkin_id))
        self.setCurrentIndex(self.planned.index(row, 0))

    def menu(self) -> QMenu:
        """What can become of the current row, each with its key."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        row: PlannedRow | None = self.currentIndex().data(RECORD_ROLE)
        for act, words in _acts(row) if row is not None else []:
            action = QAction(words, menu)
            action.setShortcut(KEYS[act])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(carrying(self._act, act))
            menu.addAction(action)
        return menu

    def _act(self, act: Act) -> None:
        index = self.currentIndex()
        row: PlannedRow | None = index.data(RECORD_ROLE)
        if row is not None and act in dict(_acts(row)):
            self.acted.emit(row.id, act)

    def _open(self, index: QModelIndex) -> None:
        self.acted.emit(index.data(ID_ROLE), Act.MOVE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the menu."""
        key = _SAME.get(Qt.Key(event.key()), Qt.Key(event.key()))
        act = next((act for act, its in KEYS.items() if its == key), None)
        if act is None or not is_alone(event) or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._act(act)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rows and of the page, not a search."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row, at the pointer or below the row."""
        if self.currentIndex().isValid():
            open_menu(self, self.menu(), menu_asked(self, event)[1])


def _acts(row: PlannedRow) -> list[tuple[Act, str]]:
    """All that can become of a check-in: what its row offers, and what it has no room for."""
    shown = dict(row.acts)
    words = {
        Act.HOLD: tr("Start now"),
        Act.MOVE: tr("Move…"),
        Act.SKIP: tr("Skip…"),
        Act.CANCEL: tr("Cancel"),
    }
    for act, day in zip((Act.DAY_BEFORE, Act.DAY_AFTER), row.days, strict=True):
        if act in shown and day is not None:
            words[act] = tr("Move to {day}", day=Dates.week_day(day))
    return [(act, words[act]) for act in Act if act in words]
