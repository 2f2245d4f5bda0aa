"""A column of a brief: one list, as high as its rows, in which each kind of row has its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.brief_lines import LineKind
from careerdesk.domain.records import Record
from careerdesk.ui.agenda.row_due import RowDue
from careerdesk.ui.base.context import Context
from careerdesk.ui.prepare.brief_delegate import BriefDelegate
from careerdesk.ui.prepare.brief_model import BriefModel
from careerdesk.ui.prepare.brief_rows import AT_REST, TICKED, BriefRow, RowKind
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.tick_list import RowAction, TickList

RING = 3  # around what has the keyboard, which the list would cut


class BriefList(TickList):
    """Rows of a brief; `actions_of` says what can be done with those that are selected.

    `due_wanted` carries a row and the day that was typed over it. `fitted` tells of another width.
    """

    due_wanted = Signal(object, object)
    fitted = Signal()
    rows: BriefDelegate

    def __init__(self, ctx: Context, name: str, label: str, parent: QWidget | None = None) -> None:
        """Start without rows; *label* is spoken."""
        super().__init__(ctx.theme, label, parent)
        self._ctx = ctx
        self._due = RowDue(ctx, self)
        self._due_of: BriefRow | None = None
        self._field: QWidget | None = None
        self.actions_of: Callable[[Sequence[BriefRow]], list[RowAction]] = _nothing
        self.setObjectName(name)
        self.model_ = BriefModel(self)
        self.setModel(self.model_)
        self.verticalScrollBar().setEnabled(False)
        self._due.picked.connect(self._picked)

    @override
    def make_delegate(self, theme: Theme) -> BriefDelegate:
        """One paints all rows."""
        return BriefDelegate(theme, self)

    @override
    def entries(self) -> list[RowAction]:
        """What can be done with the selected rows, each with its key."""
        return self.actions_of(self.selected())

    def show_rows(self, rows: Sequence[BriefRow]) -> None:
        """Show other rows, laid out at once: later they would be painted twice."""
        self.model_.set_rows(rows)
        self._leave_headings()
        self.executeDelayedItemsLayout()

    def _leave_headings(self) -> None:
        """Where rows went, Qt may leave the keyboard on a heading: the next row takes it."""
        current = self.current()
        if current is None or current.kind not in AT_REST:
            return
        at = self.currentIndex().row()
        able = [n for n, row in enumerate(self.model_.rows) if row.kind not in AT_REST]
        if able:
            following = next((n for n in able if n > at), able[-1])
            self.setCurrentIndex(self.model_.index(following, 0))

    def selected(self) -> list[BriefRow]:
        """The selected rows, from top to bottom."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [index.data(RECORD_ROLE) for index in indexes]

    def current(self) -> BriefRow | None:
        """The row that has the keyboard."""
        index = self.currentIndex()
        return index.data(RECORD_ROLE) if index.isValid() else None

    def select(self, row_id: int) -> bool:
        """Make a row the current one, if it is here."""
        place = self.model_.row_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.model_.index(place, 0))
        return place >= 0

    def has_rows(self) -> bool:
        """Whether there is a row that can be chosen."""
        return any(row.kind not in AT_REST for row in self.model_.rows)

    def rect_of(self, place: int) -> QRect:
        """Where a row stands; the view would lay out all its rows before it says so."""
        width, rows = self.viewport().width(), self.model_.rows
        heights = [self.rows.height_of(row, width) for row in rows[: place + 1]]
        return QRect(0, sum(heights[:-1]), width, heights[-1])

    # A field that stands over a row

    def hold(self, field: QWidget) -> None:
        """Show *field* over the row that adds a point."""
        self._field = field
        field.setParent(self.viewport())
        self.place_field()

    def place_field(self) -> None:
        """Put the field where its row is now."""
        if self._field is None:
            return
        row = next((n for n, one in enumerate(self.model_.rows) if one.kind is RowKind.ADD_POINT),
                   None)  # fmt: skip
        if row is not None:
            rect = self.rect_of(row)
            self._field.setGeometry(rect.adjusted(RING, 0, -RING, 0))
        self._field.setVisible(row is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width leaves room for other rows; what is laid out again is so at once."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fitted.emit()
        self.executeDelayedItemsLayout()

    @override
    def updateGeometries(self) -> None:
        """What stands over a row goes with it."""
        super().updateGeometries()
        self.place_field()
        self._due.place()

    # The day of a row

    def edit_due(self) -> None:
        """Put a field over the day of the current row."""
        row = self.current()
        if row is None or row.kind not in TICKED:
            return
        kind, day = self.due_of(row)
        self._due_of = row
        self._due.edit(self.currentIndex(), kind, row.key, day)

    due_of: Callable[[BriefRow], tuple[type[Record], date | None]]

    def _picked(self, day: date | None) -> None:
        if self._due_of is not None:
            self.due_wanted.emit(self._due_of, day)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the day edits it, elsewhere the words; links take no second click."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row: BriefRow | None = index.data(RECORD_ROLE) if index.isValid() else None
        if row is None or row.kind not in TICKED:
            event.accept()
            return
        places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
        on_day = bool(places.note.width()) and places.note.adjusted(-6, -4, 6, 4).contains(point)
        if on_day and row.kind is not LineKind.POINT:
            self.edit_due()
            return
        super().mouseDoubleClickEvent(event)


def _nothing(rows: Sequence[BriefRow]) -> list[RowAction]:  # noqa: ARG001  # a stand-in
    return []
