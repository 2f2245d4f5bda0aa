"""Paints the preview of a roster: ticks of the look, muted words where nothing comes in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.ui.people.roster_model import COMES_IN_ROLE
from careerdesk.ui.theme.style import paint_tick_box
from careerdesk.ui.widgets.cards import CellDelegate, Index


class RosterCellDelegate(CellDelegate):
    """For every column; where the tick is and what a click on it does stays with Qt."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Mute rows that will not come in."""
        super().initStyleOption(option, index)
        if not index.data(COMES_IN_ROLE):
            muted = self._theme.look.colour.text_muted
            option.palette.setColor(QPalette.ColorRole.Text, muted)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the tick box in the colours of the theme."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(option.widget.style().subElementRect(element, drawn, option.widget))
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        paint_tick_box(painter, self._theme.look, box.adjusted(-1, -1, 1, 1), ticked)
