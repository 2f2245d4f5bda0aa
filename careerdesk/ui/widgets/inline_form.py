"""A small form that stands in a page: Enter and *Save* keep, Esc and *Cancel* leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton

if TYPE_CHECKING:
    from careerdesk.ui.base.unstored import Unstored

AROUND = 16  # pixels that stay free above and below a form that came into view
LEVELS = 10  # of layouts in layouts; each tells the outer one by a posted event


class InlineForm(QFrame):
    """Fields go into `column`; a subclass ends with `end` and says in `keep` what it keeps.

    It makes `unstored`, which holds what is typed until then.
    """

    cancelled = Signal()

    unstored: Unstored

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """*name* begins the handles of the buttons."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.save = OutlinedButton(theme, tr("Save"), name=f"{name}Save", compact=True)
        self.cancel = TextButton(theme, tr("Cancel"), name=f"{name}Cancel", compact=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 10)
        self.column.setSpacing(4)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.cancelled)

    def end(self, *more: QWidget) -> None:
        """Put the buttons below the fields, and *more* at their end."""
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        for widget in more:
            foot.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addLayout(foot)

    def come_into_view(self) -> None:
        """Scroll the page this form stands in, so that all of it is seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            for _ in range(LEVELS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            around.ensureWidgetVisible(self, 0, AROUND)

    def release(self) -> None:
        """Stand for nothing more and hide; what was typed is kept."""
        self.unstored.release()
        self.hide()

    def keep(self) -> None:
        """Tell what was written; a subclass says how."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
