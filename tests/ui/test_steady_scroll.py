"""A scroll bar takes no room from what is chosen by the width there is."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.compat import override
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

ENOUGH = 20  # turns after which it would go on for ever


class _ShorterWhereNarrow(QWidget):
    """Two parts fit side by side from 300 pixels on; the second one is high."""

    turns = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the second one where it fits."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self.turns < ENOUGH:
            self.turns += 1
            self.setMinimumHeight(400 if event.size().width() >= 300 else 100)


def test_what_is_lower_where_it_is_narrower_comes_to_rest(qtbot: QtBot) -> None:
    area, inner = SteadyScroll(), _ShorterWhereNarrow()
    area.setWidget(inner)
    qtbot.addWidget(area)
    area.show()
    bar = area.verticalScrollBar()
    for width in (320, 305, 300, 260):
        area.resize(width, 200)
        inner.turns = 0
        QApplication.processEvents()
        assert inner.turns < ENOUGH, width
        assert bar.isVisible() is (inner.height() > 200), width
        assert area.viewport().width() <= width - bar.sizeHint().width(), width
    assert area.beside_bar(100) == 100 - bar.sizeHint().width()
    assert area.beside_bar(1) == 0
