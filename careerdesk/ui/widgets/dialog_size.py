"""How large a dialog opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from careerdesk.ui.theme.theme import Theme


def take_size(dialog: QWidget, theme: Theme, wide: int, high: int, over: QWidget | None) -> None:
    """Be that large at the size of the type, and no larger than the window or screen below it."""
    wanted = QSize(theme.look.measure(wide), theme.look.measure(high))
    dialog.resize(
        wanted.boundedTo(over.window().size() if over else dialog.screen().availableSize())
    )
