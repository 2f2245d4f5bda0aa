"""What drives a person in one line of chips, for a window too narrow for a column of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import Drive, Person
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.person_words import what_drives
from careerdesk.ui.discovery.drive_chips import Drives
from careerdesk.ui.widgets.buttons import LinkButton

DRIVE_FOLD = "driveFold"
SIDE = 28
PANE = 8  # what the panes lack at their far side, where a line stands in a wide window


class DriveFold(QWidget):
    """A press unfolds the panes that it was given; they stay open until the next press."""

    def __init__(self, ctx: Context) -> None:
        """Show nobody yet."""
        super().__init__()
        self._ctx = ctx
        self.button = LinkButton(ctx.theme, "", "chevron-right", name=DRIVE_FOLD)
        self.chips = Drives(ctx)
        self._panes: QWidget | None = None
        self._open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, PANE, 0)
        self._column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE - PANE, 0)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self.chips)
        self._column.addLayout(head)
        self.button.clicked.connect(self._turn)

    def show_person(self, person: Person, views: Sequence[MotivatorView]) -> None:
        """Show what drives a person, the strongest first."""
        self.button.set_words(tr("{drives}, and aspirations", drives=what_drives(person)))
        drives = [view.motivator for view in views if view.motivator.drive is Drive.DRIVES]
        self.chips.show_motivators(self._ctx.sharing.seen(drives))

    def take(self, panes: QWidget) -> None:
        """Keep what unfolds."""
        self._panes = panes
        self._column.addWidget(panes)
        panes.setAutoFillBackground(False)  # a scroll area had set it: the page's ground shows
        self._show()

    def give(self) -> None:
        """Let what unfolds go; it is seen where it goes."""
        if self._panes is not None:
            self._column.removeWidget(self._panes)
            self._panes.show()
            self._panes = None

    def unfold(self) -> None:
        """Show the panes."""
        self._open = True
        self._show()

    def _turn(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self.button.set_icon("chevron-down" if self._open else "chevron-right")
        self.chips.setHidden(self._open)
        if self._panes is not None:
            self._panes.setVisible(self._open)
