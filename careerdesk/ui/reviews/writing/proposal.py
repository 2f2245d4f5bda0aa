"""The proposed rating with its reason, and the step that follows it: the seal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.reviews.stages import Stage
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews import steps as review_steps
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import Outcome, try_action
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.reviews.parts.tabs import ReviewText
from careerdesk.ui.reviews.parts.words import rating_words
from careerdesk.ui.reviews.writing.narrative_pane import set_fixed
from careerdesk.ui.widgets.buttons import FilledButton, TextButton
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.segmented import Segmented

WHY, POTENTIAL = "proposedWhy", "reviewPotential"
ENTER_CALIBRATION, OPEN_SEAL, SEAL_WORDS = "enterCalibration", "openSeal", "sealWords"


class ProposalBox(QWidget):
    """Rating, reason and, where the cycle asks for it, potential; each is stored when chosen.

    `onward_wanted` asks for what follows the seal: calibration, or in a light cycle sharing.
    """

    onward_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self._blank = True
        theme = ctx.theme
        self.label = SmallLabel(tr("Proposed rating"))
        self.rating = RatingChoice(theme, tr("Proposed rating"), name=names.PROPOSED_RATING)
        self.why = GrowingText(
            tr("Reason for this rating"), tr("What supports this rating?"), name=WHY
        )
        self.why_text = ReviewText(ctx, self.why, "proposed_why")
        self.potential = Segmented(
            [(1, tr("Low")), (2, tr("Medium")), (3, tr("High"))], tr("Potential"), name=POTENTIAL
        )
        self.potential_box = QWidget()
        self.seal = FilledButton(theme, tr("Seal"), "seal", name=names.SEAL_REVIEW)
        self.enter = FilledButton(
            theme, tr("Start calibration"), "chevron-right", name=ENTER_CALIBRATION
        )
        self.enter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.open = TextButton(theme, tr("Break seal"), "unlock", name=OPEN_SEAL, compact=True)
        self.words = Caption(wrap=True)
        self.words.setObjectName(SEAL_WORDS)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        potential = QVBoxLayout(self.potential_box)
        potential.setContentsMargins(0, 0, 0, 0)
        potential.setSpacing(4)
        potential.addWidget(SmallLabel(tr("Potential")))
        potential.addWidget(self.potential)
        top = Qt.AlignmentFlag.AlignTop
        self._first.setSpacing(8)
        self._first.addWidget(self.rating, 1)
        for button in (self.seal, self.enter):
            self._first.addWidget(button)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.words, 1)
        last.addWidget(self.open, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        # while the seal moves below the scale there is height left over: none of it for the words
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self.label)
        column.addLayout(self._first)
        column.addSpacing(2)
        column.addWidget(self.why)
        column.addWidget(self.potential_box)
        column.addLayout(last)

    def _connect(self) -> None:
        self.rating.picked.connect(self._rate)
        self.potential.picked.connect(self._judge)
        self.seal.clicked.connect(self._seal)
        self.open.clicked.connect(self._open_seal)
        self.enter.clicked.connect(self.onward_wanted)

    def show_review(self, view: ReviewView, *, fixed: bool) -> None:
        """Show what is proposed; *fixed* is for a review that nothing is written in."""
        self._view = view
        review, cycle = view.review, view.cycle
        steps = [(step.id, step.label) for step in reversed(cycle.steps)]
        self.rating.call(rating_words(sealed=False, light=self._is_light))
        self.rating.set_levels(steps, review.proposed_step)
        self.rating.setEnabled(not fixed)
        self.why_text.show_review(review)
        set_fixed(self.why, fixed=fixed)
        self.potential.set_value(review.potential)
        self.potential.setEnabled(not fixed)
        self.potential_box.setVisible(cycle.cycle.nine_box and cycle.cycle.calibrates)
        sealed = view.facts.seal is not None
        self.label.setText(rating_words(sealed=sealed, light=self._is_light))
        self._show_levels(fixed=fixed)

    @property
    def _is_light(self) -> bool:
        return self._view is not None and not self._view.cycle.cycle.calibrates

    def set_blank(self, *, blank: bool) -> None:
        """Say whether the narrative is empty, also while it is being typed."""
        self._blank = blank
        if self._view is not None and self._view.facts.stage is Stage.COLLECTING:
            self._say_missing(self._view.review)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [*self.rating.stops(), self.why, *self.potential.parts(), self.open, self.seal,
                self.enter]  # fmt: skip

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the scale where both do not fit beside each other."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        button = max(one.sizeHint().width() for one in (self.seal, self.enter))
        beside = self.rating.sizeHint().width() + 8 + button <= self.width()
        ways = QBoxLayout.Direction
        self._first.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _show_levels(self, *, fixed: bool) -> None:
        if self._view is None:
            return
        stage, held = self._view.facts.stage, QApplication.focusWidget()
        step = None if fixed else stage
        self._show_way(stage, next_step=step is Stage.SEALED)
        self.open.setVisible(step is Stage.SEALED)
        self.seal.setVisible(step is Stage.COLLECTING)
        self.words.setText(stage_words(step, light=self._is_light) if step else "")
        if step is Stage.COLLECTING:
            self._say_missing(self._view.review)
        self._keep_focus(held)

    def _show_way(self, stage: Stage, *, next_step: bool) -> None:
        """The way on: once there is a seal, to be taken where that comes next."""
        self.enter.setVisible(stage in (Stage.SEALED, Stage.CALIBRATED, Stage.SHARED))
        self.enter.set_words(onward_words(next_step=next_step, light=self._is_light))
        self._place()

    def _keep_focus(self, held: QWidget | None) -> None:
        """What took the focus may be gone now, also by an undo: the button in its place gets it."""
        if held in (self.seal, self.open, self.enter) and held is not None and held.isHidden():
            (self.seal if self.enter.isHidden() else self.enter).setFocus()

    def _say_missing(self, review: Review) -> None:
        unrated = review.proposed_step is None
        missing = missing_words(blank=self._blank, unrated=unrated, light=self._is_light)
        self.seal.setEnabled(not missing)
        self.seal.setToolTip(missing)
        self.words.setText(missing or stage_words(Stage.COLLECTING, light=self._is_light))

    @Slot(object)
    def _rate(self, step_id: int | None) -> None:
        if self._view is not None:
            ctx, key = self._ctx, self._view.review.id
            self._done(try_action(ctx, reviews.write, ctx.store, key, proposed_step=step_id))

    @Slot(object)
    def _judge(self, potential: int | None) -> None:
        if self._view is not None:
            ctx, key = self._ctx, self._view.review.id
            self._done(try_action(ctx, reviews.write, ctx.store, key, potential=potential))

    def _done(self, done: Outcome[None]) -> None:
        """What was refused is shown as it is stored."""
        if not done and self._view is not None:
            self.rating.set_value(self._view.review.proposed_step)
            self.potential.set_value(self._view.review.potential)

    @Slot()
    def _seal(self) -> None:
        if self._view is not None:
            seal, now = review_steps.seal, self._ctx.clock.now()
            if try_action(self._ctx, seal, self._ctx.store, self._view.review.id, now):
                words = tr("Sealed. Later changes will be marked.")
                self._ctx.notices.toast(words, undo=True)

    @Slot()
    def _open_seal(self) -> None:
        if self._view is not None:
            unseal, now = review_steps.open_seal, self._ctx.clock.now()
            if try_action(self._ctx, unseal, self._ctx.store, self._view.review.id, now):
                again = tr("Seal broken. Seal the review again before you share it.")
                words = tr("Seal broken. Seal the review again before calibration.")
                words = again if self._is_light else words
                self._ctx.notices.toast(words, undo=True)


def onward_words(*, next_step: bool, light: bool) -> str:
    """Where the button behind the seal leads, to do the next step or to see what was done."""
    if light:
        return tr("Go to share sheet") if next_step else tr("View share sheet")
    return tr("Start calibration") if next_step else tr("View calibration")


def missing_words(*, blank: bool, unrated: bool, light: bool = False) -> str:
    """What has to be there before the seal; empty when all is."""
    if light and unrated:
        choose = tr("To seal the review, choose a rating.")
        return (
            tr("To seal the review, write the narrative and choose a rating.") if blank else choose
        )
    if blank and unrated:
        return tr("To seal the review, write the narrative and choose your proposed rating.")
    if blank:
        return tr("To seal the review, write the narrative first.")
    if unrated:
        return tr("To seal the review, choose your proposed rating.")
    return ""


def stage_words(stage: Stage, *, light: bool = False) -> str:
    """What the next step does."""
    if light and stage is Stage.COLLECTING:
        return tr("Sealing locks in the narrative, rating and reason before you share them.")
    return {
        Stage.COLLECTING: tr(
            "Sealing locks in the narrative, rating and reason before calibration."
        ),
        Stage.SEALED: tr(
            "You can still make changes, and they'll be marked. Breaking the seal lets you "
            "rewrite freely, but a record of the seal is kept."
        ),
        Stage.CALIBRATED: tr(
            "You can still edit the text. Changes will be marked as made after sealing."
        ),
        Stage.SHARED: tr(
            "This review has been shared. New changes will be marked as made after sealing."
        ),
    }.get(stage, "")
