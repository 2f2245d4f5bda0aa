"""What stands in the window while the screen is shared and nobody may be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled


class NobodyShown(StandalonePage):
    """Says that nobody is shown, and how to see everybody again; names no one."""

    stands_alone = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.NOBODY_SHOWN)
        set_area(self, "growth")
        title = tr("Everyone is hidden")
        words = tr("Turn off share-safe mode to see your people again.")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(EmptyState(theme, title, words)))
