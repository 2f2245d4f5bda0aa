"""Parts of Reviews: the head of a cycle, the names of its tabs, the empty place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.reviews.parts.tabs import OpenCycle
from careerdesk.ui.reviews.parts.words import cycle_facts, cycle_option
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import FilledButton, TextButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import EmptyState, StartCard
from careerdesk.ui.widgets.labels import Muted, Title

CYCLE_TABS, WRITE_NEXT, NEW_CYCLE = "cycleTabs", "writeNext", "newCycleButton"
NEW_CYCLE_STEP = "beginCycle"
BESIDE = 880  # of this width on, name and buttons stand side by side
WIDEST_CHOICE = 240


class CycleHead(QWidget):
    """What a cycle is, and what can be done with all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no cycle yet."""
        super().__init__(parent)
        self._theme = theme
        self.title, self.facts = Title(wrap=True), Muted(wrap=True)
        self.cycles = DropDown(theme, [(0, "")], tr("Review cycle"), name=names.CYCLE_LIST)
        self.new = TextButton(theme, tr("New cycle"), "plus", name=NEW_CYCLE)
        self.next = FilledButton(theme, tr("Write the next review"), "edit", name=WRITE_NEXT)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        self.cycles.setMaximumWidth(self._theme.look.measure(WIDEST_CHOICE))
        tools = QHBoxLayout()
        tools.setSpacing(12)
        for widget in (self.new, self.cycles, self.next):
            tools.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        tools.addStretch(1)
        self._line.setContentsMargins(28, 14, 28, 8)
        self._line.setSpacing(12)
        self._line.addLayout(words, 1)
        self._line.addLayout(tools)

    def show_cycles(self, every: Sequence[ReviewCycle], chosen: int) -> None:
        """Offer all cycles, with the open one chosen (0: there is none)."""
        self.cycles.set_options([(one.id, cycle_option(one)) for one in every] or [(0, "")])
        self.cycles.set_value(chosen)

    def show_unread(self) -> None:
        """Say only which cycle is chosen: nothing else of it could be read."""
        self.title.setText(self.cycles.currentText())
        self.facts.clear()
        self.next.setEnabled(False)

    def show_cycle(self, cycle: OpenCycle, *, to_write: bool) -> None:
        """Name a cycle; *to_write*: there is a narrative to write."""
        self.title.setText(cycle.view.cycle.name)
        self.facts.setText(cycle_facts(cycle.view, len(cycle.taking_part)))
        self.next.setEnabled(to_write)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can be pressed below the name where both do not fit side by side."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= self._theme.look.measure(BESIDE)
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


def empty_reviews(theme: Theme) -> EmptyState:
    """What Reviews shows before the first cycle."""
    step = StartCard(
        NEW_CYCLE_STEP, "reviews", tr("Start a review cycle"),
        tr("A cycle has a period, deadlines and a rating scale, and includes your direct reports."),
        tr("New cycle"),
    )  # fmt: skip
    words = tr(
        "Gather evidence, write down what you saw, then seal and share the review. Nothing in "
        "Reviews appears in Conversations."
    )
    return EmptyState(theme, tr("Look back with Reviews"), words, (step,))


def tabs_bar() -> QTabBar:
    """The names of the tabs of a cycle."""
    bar = QTabBar()
    bar.setObjectName(CYCLE_TABS)
    bar.setAccessibleName(tr("Cycle tabs"))
    bar.setDrawBase(False)
    bar.setExpanding(False)
    for word in (tr("Board"), tr("Distribution"), tr("People"), tr("Cycle settings")):
        bar.addTab(word)
    bar.currentChanged.connect(bar.updateGeometry)  # the open one is bold
    return bar
