"""The day of a row that can be ticked, typed where it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal, Slot

from careerdesk.domain.records import Record
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.field_note import is_refused
from careerdesk.ui.base.unstored import HalfTyped

if TYPE_CHECKING:
    from careerdesk.ui.widgets.row_fields import RowDay
    from careerdesk.ui.widgets.tick_list import TickList

ROW_DUE = "promiseRowDue"
WIDEST = 150
LEFT_FREE = 40  # of the row, beside the field


class RowDue(QObject):
    """Puts a field over the day of one row at a time; `picked` carries the day that is typed.

    What is half typed is kept as a draft of its record. The view asks to `place` the field
    whenever it has laid out its rows.
    """

    picked = Signal(object)

    def __init__(self, ctx: Context, view: TickList) -> None:
        """Over the rows of *view*."""
        super().__init__(view)
        self._ctx, self._view = ctx, view
        self._field: RowDay | None = None
        self._row = QPersistentModelIndex()
        ctx.drafts.turned.connect(self.close)

    def edit(
        self, index: QModelIndex, kind: type[Record], record_id: int, day: date | None
    ) -> None:
        """Type the day of a row, which is *day* now."""
        from careerdesk.ui.widgets.row_fields import RowDay

        self.close()
        view = self._view
        self._field = field = RowDay(
            self._ctx.clock.today, tr("Due date"), view.viewport(), name=ROW_DUE
        )
        field.set_day(day)
        HalfTyped(self._ctx, ROW_DUE, field).belong_to(self._ctx.drafts.shown, kind, record_id)
        field.picked.connect(self.picked)
        field.editingFinished.connect(self._finished)
        field.left.connect(view.setFocus)
        self._row = QPersistentModelIndex(index)
        self.place()
        field.show()
        field.setFocus()
        field.selectAll()

    def place(self) -> None:
        """Put the field where its row is now; without the row it goes, and nothing is picked."""
        view, field = self._view, self._field
        if field is None:
            return
        if not self._row.isValid():
            field.blockSignals(True)  # noqa: FBT003
            self.close()
            return
        rect = view.visualRect(self._row)
        places = view.rows.places(rect, self._row, view.layoutDirection())
        width = min(field.sizeHint().width(), WIDEST, rect.width() - LEFT_FREE)
        high = field.sizeHint().height()
        left = rect.left() if view.isRightToLeft() else rect.right() - width
        top = min(places.text.top() - 5, view.viewport().height() - high)
        field.setGeometry(left, max(0, top), width, high)

    @Slot()
    def _finished(self) -> None:
        if self._field is not None and not is_refused(self._field):
            self.close()

    @Slot()
    def close(self) -> None:
        """Take the field away."""
        if self._field is not None:
            field, self._field = self._field, None
            if field.hasFocus():
                self._view.setFocus()
            field.hide()
            field.deleteLater()
