"""The heart of a review: the evidence at the left, the narrative beside it, then the seal."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Evidence
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.reviews.parts.tabs import ReviewTab
from careerdesk.ui.reviews.writing.evidence_pane import EvidencePane
from careerdesk.ui.reviews.writing.gaps import GapBox
from careerdesk.ui.reviews.writing.narrative_pane import NarrativePane
from careerdesk.ui.reviews.writing.proposal import ProposalBox
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.tab_order import TabOrder

SPLITTER, NARRATIVE_TAB = "narrativeSplitter", "narrativeTab"
PLACE = "reviews/narrativeSplitter"
EVIDENCE_WIDTH, NARRATIVE_WIDTH, LEAST = 446, 602, 320


class NarrativeTab(ReviewTab):
    """Evidence and narrative side by side, or below each other where large type needs it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx, parent)
        self.setObjectName(NARRATIVE_TAB)
        self._order = TabOrder()
        self._calibrates = True
        self.evidence = EvidencePane(ctx)
        self.narrative = NarrativePane(ctx)
        self.gaps = GapBox(ctx)
        self.proposal = ProposalBox(ctx)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(20, 16, 28, 12)
        column.setSpacing(10)
        column.addWidget(self.narrative, 1)
        column.addWidget(self.gaps)
        column.addWidget(self.proposal)
        for side in (self.evidence, right):
            set_area(side, "review")
        self.splitter.setObjectName(SPLITTER)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(7)
        for side in (self.evidence, right):
            part = Scrolled(side)
            part.setMinimumWidth(LEAST)
            self.splitter.addWidget(part)
        self.splitter.setSizes([EVIDENCE_WIDTH, NARRATIVE_WIDTH])
        self.splitter.setStretchFactor(0, EVIDENCE_WIDTH)
        self.splitter.setStretchFactor(1, NARRATIVE_WIDTH)
        kept = self.ctx.settings.value(PLACE)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)
            self.splitter.setHandleWidth(7)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.evidence.quoted.connect(self.narrative.insert_quote)
        self.evidence.tab_wanted.connect(self.tab_wanted)
        self.narrative.edited.connect(self._edited)
        self.narrative.settled.connect(self._order_stops)
        self.proposal.onward_wanted.connect(self._go_on)
        self.splitter.splitterMoved.connect(self._keep_place)

    @override
    def show_review(self, view: ReviewView) -> None:
        """Show a review; a closed one, or of a person who is left out, is read alone."""
        fixed = view.is_fixed or bool(view.review.left_out)
        self._calibrates = view.cycle.cycle.calibrates
        self.evidence.show_review(view, is_open=not fixed)
        self.narrative.show_review(view, fixed=fixed)
        self.gaps.show_review(view, fixed=fixed)
        self.proposal.show_review(view, fixed=fixed)
        self._edited()
        self._order_stops()

    @override
    def arrive(self, to: Destination) -> bool:
        """Go to evidence, or to one of the texts, of which the gaps may be folded."""
        if evidence_id := to.id_of(Evidence):
            return self.evidence.go_to(evidence_id)
        if to.field == "gaps":
            self.gaps.unfold()
        return super().arrive(to)

    @override
    def focus_first(self) -> None:
        """The narrative."""
        self.narrative.editor.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one below the other where both would be too narrow for their type."""
        super().resizeEvent(event)
        beside = self.width() >= 2 * self.ctx.theme.look.measure(LEAST)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != way:
            self.splitter.setOrientation(way)
            if not beside:
                self.splitter.setSizes([self.height() // 2] * 2)

    @Slot()
    def _keep_place(self) -> None:
        if self.splitter.orientation() is Qt.Orientation.Horizontal:
            self.ctx.settings.setValue(PLACE, self.splitter.saveState())

    @Slot()
    def _edited(self) -> None:
        self.proposal.set_blank(blank=self.narrative.is_blank)

    @Slot()
    def _go_on(self) -> None:
        self.tab_wanted.emit("calibration" if self._calibrates else "share")

    @Slot()
    def _order_stops(self) -> None:
        parts = (self.evidence, self.narrative, self.gaps, self.proposal)
        self._order.set_stops([stop for part in parts for stop in part.tab_stops()])
