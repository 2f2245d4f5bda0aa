"""Paints how much of the talk with a person looked forward: name, bar, percent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.domain.today import Share
from careerdesk.ui.base.texts import percent, tr
from careerdesk.ui.theme.paint import paint_progress, paint_text
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected
from careerdesk.ui.widgets.record_list import RECORD_ROLE, RecordListModel

BAR = 8
SIDE = 8


class ShareModel(RecordListModel[Share]):
    """Rows are `Share`s, the most forward-looking first."""

    @override
    def text(self, row: Share) -> str:
        """The name."""
        return row.person.name

    @override
    def spoken(self, row: Share) -> str:
        """Name, share, and the minutes it is of."""
        return tr("{name}: {part} of {minutes} minutes looked forward").format(
            name=row.person.name, part=percent(row.part), minutes=row.minutes
        )


class ShareRowDelegate(RowDelegate):
    """Shows `Share`s."""

    @override
    def row_height(self, index: Index, width: int) -> int:
        """One line of body text."""
        return self.look.row("body", 4, self.look.measure(28))

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Name, bar and percent."""
        row: Share = index.data(RECORD_ROLE)
        look = self.look
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        name_wide, part_wide = rect.width() * 0.38, float(look.measure(52))
        name = QRectF(rect.left() + SIDE, rect.top(), name_wide - SIDE, rect.height())
        part = QRectF(rect.right() - SIDE - part_wide, rect.top(), part_wide, rect.height())
        bar = QRectF(name.right() + 12, rect.center().y() - BAR / 2, 0, BAR)
        bar.setRight(part.left() - 4)
        parts = [_turned(option, rect, one) for one in (name, bar, part)]
        ink = "selection-text" if is_selected(option) else "text"
        sides = (far, near) if mirrored else (near, far)
        paint_text(painter, look, parts[0], row.person.name, "body", ink, sides[0])
        paint_progress(painter, look, parts[1], row.part, right_to_left=mirrored)
        paint_text(painter, look, parts[2], percent(row.part), "caption", ink, sides[1])


def _turned(option: QStyleOptionViewItem, row: QRectF, part: QRectF) -> QRectF:
    turned = QStyle.visualRect(option.direction, row.toRect(), part.toRect())
    return QRectF(turned)
