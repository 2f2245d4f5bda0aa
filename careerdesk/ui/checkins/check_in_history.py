"""The check-ins that are over: a timeline, and the one that is open beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import CheckInState, Person
from careerdesk.domain.views import CheckInLine
from careerdesk.i18n import tr, trn
from careerdesk.services import checkins, summaries
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.settling import lay_out_when_settled, settle
from careerdesk.ui.checkins.history import HistoryModel, discreet
from careerdesk.ui.checkins.history_search import HistorySearch, found_row
from careerdesk.ui.checkins.timeline_row import TimelineRowDelegate, month_height
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE
from careerdesk.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from careerdesk.ui.checkins.check_in_charts import ChartRoom, CheckInCharts
    from careerdesk.ui.checkins.check_in_view import CheckInView

BESIDE = 820  # below this width an open check-in stands under the list
HALVES = [1000, 1000]  # shares of what there is
GOING = (CheckInState.PLANNED, CheckInState.RUNNING)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Timeline(QListView):
    """Enter or a click opens a check-in, Delete deletes the selected; the month stays on top."""

    opened = Signal(int)
    removal_wanted = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a model."""
        super().__init__(parent)
        self._theme = theme
        self.painter = TimelineRowDelegate(theme, self)
        self.setItemDelegate(self.painter)
        self.setObjectName(names.CHECK_IN_HISTORY)
        self.setAccessibleName(tr("Earlier check-ins"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self._connect()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Lay rows out before they are painted, whenever some come or go."""
        super().setModel(model)
        if model is not None:
            for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                signal.connect(self._lay_out)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take other lines in another width; another height changes nothing."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    @Slot()
    def _lay_out(self) -> None:
        lay_out_when_settled(self)

    def _connect(self) -> None:
        self.clicked.connect(self._open)
        self._theme.changed.connect(self.scheduleDelayedItemsLayout)

    def selected_ids(self) -> list[int]:
        """The ids of the selected check-ins."""
        return [index.data(ID_ROLE) for index in self.selectedIndexes()]

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID_ROLE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a check-in, Delete removes the selected ones."""
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Delete and self.selectedIndexes():
            self.removal_wanted.emit(self.selected_ids())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, not a search."""

    def month_on_top(self) -> tuple[date, int] | None:
        """The month that stays over what scrolls, and where it stands: less than 0 while the next
        one pushes it out. None where the month of the first row is seen as it is.
        """
        first = self.indexAt(self.viewport().rect().topLeft())
        if not first.isValid() or self.visualRect(first).top() >= 0:
            return None
        check_in: CheckInLine = first.data(RECORD_ROLE)
        top = min(0, self._next_month_at(first) - month_height(self._theme.look))
        return moments.day(check_in).replace(day=1), top

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Keep the month on top while its check-ins scroll."""
        super().paintEvent(event)
        on_top = self.month_on_top()
        if on_top is None:
            return
        month, top = on_top
        look = self._theme.look
        band = QRect(0, top, self.viewport().width(), month_height(look))
        painter = QPainter(self.viewport())
        painter.fillRect(band, look.colour.surface)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.painter.paint_month(painter, QRectF(band), month, side)
        painter.end()

    def _next_month_at(self, first: QModelIndex) -> int:
        """Where on the viewport the next month begins; far below if it does not show."""
        model = self.model()
        high = self.viewport().height()
        for row in range(first.row() + 1, model.rowCount()):
            rect = self.visualRect(model.index(row, 0))
            if rect.top() > month_height(self._theme.look):
                break
            if isinstance(model, HistoryModel) and model.month_at(row) is not None:
                return rect.top()
        return high


class CheckInHistory(QWidget):
    """The timeline, and beside it (or below, where it is narrow) the check-in that is open."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._ctx = ctx
        self._person = Person()
        self.model = HistoryModel(self._load, checkins.next_page, self)
        self.search = HistorySearch(ctx)
        self.charts: CheckInCharts | None = None
        self._chart_room: ChartRoom | None = None
        self.list = Timeline(ctx.theme)
        self.list.setModel(self.model)
        self._view: CheckInView | None = None
        self._turned = False  # whether it stood below the list at some time
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()

    @property
    def view(self) -> CheckInView:
        """The check-in that is open; it is made when it is asked for first."""
        if self._view is None:
            from careerdesk.ui.checkins.check_in_view import CheckInView

            self._view = CheckInView(self._ctx)
            self._view.hide()
            self.splitter.addWidget(self._view)
            self.splitter.setStretchFactor(1, 1)
            if self._turned:
                self.splitter.setSizes(HALVES)
            self._view.closed.connect(self.close_check_in)
            self._view.removal_wanted.connect(self._remove_one)
        return self._view

    @property
    def open_id(self) -> int:
        """Which check-in is open; 0 for none."""
        return self._view.check_in_id if self._view is not None else 0

    def show_person(self, person: Person) -> None:
        """Show the check-ins with a person; the same person's are read again."""
        if person.id != self._person.id:
            self.close_check_in()
            self._person = person
            self.search.clear()
            self.search.tell(found=True)
            self.model.begin()
            self.list.scrollToTop()
            self._draw_charts()
            return
        self._person = person
        self.model.read_again()
        self.search.tell(found=bool(self.model.rows))
        self._draw_charts()
        if self.open_id:
            self._show_open(self.open_id)

    def open_check_in(self, check_in_id: int) -> None:
        """Open a check-in, wherever it is in the history."""
        row = self.model.fetch_until(check_in_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._show_open(check_in_id)

    def offer_summary(self, check_in_id: int) -> bool:
        """Open a check-in where its summary is copied; false if there is nothing to send."""
        if not summaries.sending(self._ctx.store, check_in_id).anything:
            return False
        self.open_check_in(check_in_id)
        settle()  # the ring round the button is put where the button stands when it is focused
        return self.view.summary.offer()

    def close_check_in(self) -> None:
        """Close the open check-in; the list has the keyboard again if the check-in had it."""
        if self._view is None:
            return
        had = holds_focus(self.view)
        self.view.close_check_in()
        self.view.hide()
        if had:
            self.list.setFocus()

    def remove(self, ids: list[int]) -> None:
        """Delete check-ins, with a way back."""
        if self.open_id in ids:
            self.close_check_in()
        if ids and try_action(self._ctx, checkins.remove, self._ctx.store, ids):
            words = trn("Check-in deleted", "{n} check-ins deleted", len(ids))
            self._ctx.notices.toast(words, undo=True)
            self.list.setFocus()

    def _show_open(self, check_in_id: int) -> None:
        try:
            check_in = checkins.get(self._ctx.store, check_in_id)
        except NotFound:
            self.close_check_in()
            return
        if self.open_id == check_in_id and check_in.state in GOING:
            self.close_check_in()  # its end was undone
            return
        if self.open_id != check_in_id:
            self._ctx.autosaver.flush()
        self.view.show_check_in(check_in, self._person, self._ctx.clock.today())
        if self.view.isHidden():
            self._turn()
            self.view.show()

    def _load(self, before: tuple[str, int] | None, limit: int) -> list[CheckInLine]:
        store, person_id, look = self._ctx.store, self._person.id, self.search.wanted
        if look.everything:
            rows = checkins.history(store, person_id, before=before, limit=limit)
        else:
            found = checkins.find(store, person_id, look, before=before, limit=limit)
            rows = [found_row(look, check_in) for check_in in found]
        return [discreet(row) for row in rows] if self._ctx.sharing.on else rows

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.splitter.setObjectName("checkInHistorySplitter")
        self.splitter.setProperty("kind", "bare")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(7)
        side = QWidget()
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        column = self._side = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def look_again(self) -> None:
        """Show the check-ins that are looked for now."""
        self.model.begin()
        self.list.scrollToTop()
        self.search.tell(found=bool(self.model.rows))

    def _show_charts(self, on: bool) -> None:
        """Make the charts when they are wanted first."""
        if on and self.charts is None:
            from careerdesk.ui.checkins.check_in_charts import ChartRoom, CheckInCharts

            self.charts = CheckInCharts(self._ctx)
            self._chart_room = ChartRoom(self.charts)
            self._side.insertWidget(1, self._chart_room)
        if self.charts is not None and self._chart_room is not None:
            self._chart_room.setVisible(on)
            self.charts.setVisible(on)
            self._draw_charts()

    def _draw_charts(self) -> None:
        if self.charts is not None and not self.charts.isHidden():
            self.charts.show_person(self._person)

    def _enter(self) -> None:
        """Go to the first check-in that was found; one that was looked for is opened."""
        if not self.model.rows:
            return
        self.list.setFocus()
        self.list.setCurrentIndex(self.model.index(0, 0))
        if not self.search.wanted.everything:
            self.open_check_in(self.model.id_at(0))

    def _connect(self) -> None:
        self.search.changed.connect(self.look_again)
        self.search.entered.connect(self._enter)
        self.search.charts.toggled.connect(self._show_charts)
        self.list.opened.connect(self.open_check_in)
        self.list.removal_wanted.connect(self.remove)
        self.list.selectionModel().currentChanged.connect(self._follow)

    def _follow(self, current: QModelIndex) -> None:
        """Where a check-in is open, walking through the list opens the others."""
        seen = self._view is not None and self._view.isVisible()
        if seen and current.isValid() and self.list.hasFocus():
            self._show_open(current.data(ID_ROLE))

    def _remove_one(self, check_in_id: int) -> None:
        self.remove([check_in_id])

    def _turn(self) -> None:
        beside = self.width() >= self._ctx.theme.look.measure(BESIDE)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != way:
            self.splitter.setOrientation(way)
            self.splitter.setSizes(HALVES)
            self._turned = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn to one or two columns."""
        super().resizeEvent(event)
        self._turn()
