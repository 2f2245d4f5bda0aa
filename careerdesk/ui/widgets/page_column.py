"""The one column of a plain page: not too wide to read, and scrolled where it is long."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.empty_state import Scrolled

WIDEST = 900


def column_of(page: QWidget, theme: Theme) -> QVBoxLayout:
    """Fill *page* with a column; what is put into it stands from the top."""
    body = QWidget()
    set_area(body, "growth")
    body.setMaximumWidth(theme.look.measure(WIDEST))
    column = QVBoxLayout(body)
    column.setContentsMargins(28, 16, 28, 28)
    column.setSpacing(8)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(Scrolled(body))
    return column
