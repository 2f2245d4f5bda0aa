"""My days off: a list, and a line into which days or spans of days are typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.days import check_days
from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.work_week import Span, days_off, keep_days_off
from careerdesk.ui.widgets.buttons import OutlinedButton
from careerdesk.ui.widgets.day_spans import length_words, not_over, read_span, span_words
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE

EDIT, ADD, LIST = "daysOffEdit", "daysOffAdd", "daysOffList"


class _Line(QLineEdit):
    """Esc empties it before it does anything else."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            accept(self)
        else:
            super().keyPressEvent(event)


class DaysOff(QWidget):
    """Enter adds what is typed, Delete or a click removes a row; it holds at once."""

    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shown: list[Span] = []
        self.edit = _Line()
        self.edit.setObjectName(EDIT)
        self.edit.setAccessibleName(tr("Days off"))
        self.edit.setPlaceholderText(tr("24 Dec to 1 Jan"))
        self.edit.setMaxLength(80)
        self._held = Finding(self.edit)
        self.add = OutlinedButton(ctx.theme, tr("Add"), name=ADD)
        self.model = LinkModel(self)
        self.list = FittedList(name=LIST, label=tr("My days off"), most=6)
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.list.doubleClicked.disconnect(self.list.opened)  # a click at the action is enough
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.edit, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.list)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.edit.returnPressed.connect(self._add)
        self.edit.textEdited.connect(self._typed)
        self.add.clicked.connect(self._add)
        self.list.opened.connect(self._remove)
        self.list.remove_requested.connect(self._remove)
        self.rows.followed.connect(self._follow)
        self._ctx.day.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        """List what is not over; days that are over go on to count for the past."""
        self._shown = not_over(days_off(self._ctx.settings), self._ctx.clock.today())
        self.model.set_rows(
            [
                LinkRow(number, span_words(span), length_words(span), tr("Remove"), "today")
                for number, span in enumerate(self._shown, 1)
            ]
        )
        self.list.setVisible(bool(self._shown))

    @Slot()
    def _typed(self) -> None:
        accept(self.edit)

    @Slot()
    def _add(self) -> None:
        words = self.edit.text().strip()
        if not words:
            return
        today = self._ctx.clock.today()
        span = read_span(words, today)
        why = tr(
            "“{words}” isn't a date or a range. Try 24 Dec, 24 Dec to 1 Jan, or 2026-12-24.",
            words=words,
        )
        if span is not None:
            why = _why_not(span, self._ctx)
        if span is None or why:
            refuse(self.edit, why)
            return
        keep_days_off(self._ctx.settings, [*days_off(self._ctx.settings), span])
        self.edit.clear()
        self._show()
        self.changed.emit()

    @Slot(int, bool)
    def _follow(self, number: int, at_action: bool) -> None:
        if at_action:
            self._take_away(number)

    @Slot(QModelIndex)
    def _remove(self, index: QModelIndex) -> None:
        self._take_away(index.data(ID_ROLE))

    def _take_away(self, number: int) -> None:
        """Remove a row; its words are in the line again, so that Enter brings them back."""
        span = self._shown[number - 1]
        keep_days_off(self._ctx.settings, (one for one in days_off(self._ctx.settings)
                                           if one != span))  # fmt: skip
        if not self.edit.text():
            self.edit.setText(span_words(span))
        self._show()
        if self.model.rowCount():
            row = min(number, self.model.rowCount()) - 1
            self.list.setCurrentIndex(self.model.index(row, 0))
        else:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _why_not(span: Span, ctx: Context) -> str:
    """Why days cannot be off: they are too far away, over, or off already."""
    today = ctx.clock.today()
    try:
        check_days((span.first, span.last), today)
    except InvalidInput as error:
        return sentence(error)
    if span.last < today:
        return tr("Those dates have passed. Enter dates in the future.")
    if span in days_off(ctx.settings):
        return tr("Those days are already in the list.")
    return ""
