"""Where the panel of a goal stands: beside the list of goals, or over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from careerdesk.ui.widgets.steady_scroll import SteadyScroll

WIDEST = 1320
LEAST_BESIDE = 480  # of the list; where there is less, the panel lies over it
ROOMY = 400 / 344  # how much wider the panel is on a wide page


def fill_area(area: SteadyScroll, inner: QWidget) -> None:
    """Let a column of goals scroll, no wider than one can read."""
    inner.setMaximumWidth(WIDEST)
    area.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    area.setWidget(inner)


def place_panel(page: QWidget, area: QScrollArea, panel: QWidget | None) -> None:
    """The panel, if there is one, beside the list, or over it where the page is narrow."""
    width, height = page.width(), page.height()
    taken = 0
    if panel is not None and not panel.isHidden():
        wanted = panel.sizeHint().width()
        taken = min(width, round(wanted * ROOMY) if width >= WIDEST else wanted)
    beside = taken if width - taken >= LEAST_BESIDE else 0
    mirror = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    area.setGeometry(beside if mirror else 0, 0, width - beside, height)
    if panel is not None and taken:
        panel.setMinimumWidth(taken)
        panel.setGeometry(0 if mirror else width - taken, 0, taken, height)
        panel.raise_()
