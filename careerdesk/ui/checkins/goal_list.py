"""What the lists of goals in a talk share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from careerdesk.compat import override
from careerdesk.ui.base.lists import choose_a_row
from careerdesk.ui.base.texts import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.fitted_list import FittedList


class GoalList(FittedList):
    """As high as its goals, whose words wrap; the keyboard always has a row in it."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Measure again with another look."""
        super().__init__(name=name, label=tr("Goals"), uneven=True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._refit)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the keyboard with a row that is seen to be chosen."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            choose_a_row(self)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rows and of the page, not a search."""
