"""Calibration: the four ratings side by side, what moved since the seal, and the rounds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Calibration
from careerdesk.domain.reviews.stages import Act, Stage
from careerdesk.i18n import fill, tr
from careerdesk.services.reviews import steps
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.reviews.calibration.calibration_words import (
    drift_words,
    rating_cards,
    round_words,
)
from careerdesk.ui.reviews.calibration.rating_sheet import RatingSheet
from careerdesk.ui.reviews.calibration.round_form import RoundForm
from careerdesk.ui.reviews.parts.content_tab import ContentTab, allow, why_not
from careerdesk.ui.reviews.parts.rating_field import RatingField
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Body, Caption, Muted, Strong
from careerdesk.ui.widgets.section import GroupHeader, Section

CALIBRATION_TAB, RATING_SHEET, DRIFT, FINAL_RATING, DROP_ROUND, CALIBRATION_NEXT = (
    "calibrationTab", "ratingSheet", "sealDrift", "finalRating", "dropRound", "calibrationNext",
)  # fmt: skip


class CalibrationTab(ContentTab):
    """Says what must happen first where nothing can be calibrated yet; one button leads there."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, CALIBRATION_TAB, parent)
        theme = ctx.theme
        self.first = Muted(wrap=True)
        self.first.setObjectName("calibrationFirst")
        self.next = FilledButton(theme, "", name=CALIBRATION_NEXT)
        self.sheet = RatingSheet(theme, name=RATING_SHEET)
        self.drift = Section(theme, tr("Changes since sealing"), "seal")
        self.drift_words = Body(wrap=True)
        self.drift_words.setObjectName(DRIFT)
        self.rounds = GroupHeader(theme, tr("Rounds"))
        self.no_round = Muted(tr("No rounds yet."))
        self.round_list = QVBoxLayout()
        self.drop = OutlinedButton(
            theme, tr("Remove last round"), "undo", name=DROP_ROUND, compact=True
        )
        self.form = RoundForm(ctx)
        self.final_head = GroupHeader(theme, tr("Final rating"))
        self.final = RatingField(theme, tr("Final rating"), name=FINAL_RATING)
        self.final_hint = Caption(wrap=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.first, 1)
        head.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self.drift.body.addWidget(self.drift_words)
        self.rounds.tools.addWidget(self.drop)
        self.round_list.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self.sheet)
        self.column.addSpacing(8)
        self.column.addWidget(self.drift)
        self.column.addSpacing(4)
        self.column.addWidget(self.rounds)
        self.column.addWidget(self.no_round)
        self.column.addLayout(self.round_list)
        self.column.addWidget(self.form)
        self.column.addSpacing(8)
        for widget in (self.final_head, self.final, self.final_hint):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.next.clicked.connect(self._go_on)
        self.form.saved.connect(self._calibrate)
        self.drop.clicked.connect(self._drop)
        self.final.picked.connect(self._set_final)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show ratings, drift and rounds, and what may be done."""
        today = self.ctx.clock.today()
        self.sheet.show_cards(rating_cards(view, today))
        self._show_drift(view)
        self._show_rounds(view, today)
        self.form.setVisible(free and view.facts.stage is not Stage.SHARED)
        self.form.show_form(view, why_not(view, Act.CALIBRATE))
        allow(self.drop, why_not(view, Act.DROP_ROUND))
        self.drop.setVisible(bool(view.facts.rounds))
        self._show_final(view)
        self._show_next(view, free)
        self.order.set_stops(
            [self.next, self.drop, *self.form.tab_stops(), *self.final.tab_stops()]
        )

    @override
    def focus_first(self) -> None:
        """The rating of the next round, else the way to what comes first, else what is read."""
        if self.form.isVisibleTo(self) and self.form.rating.isEnabled():
            self.form.focus_first()
        elif self.next.isVisibleTo(self):
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)  # whose keys scroll

    def _show_drift(self, view: ReviewView) -> None:
        said = drift_words(view)
        self.drift_words.setText("\n".join(said))
        self.drift.setVisible(bool(said))

    def _show_rounds(self, view: ReviewView, today: date) -> None:
        rounds = view.facts.rounds
        discard_all(self.round_list)
        for number, one in enumerate(rounds, 1):
            self.round_list.addWidget(_round_card(number, one, view, today))
        self.no_round.setVisible(not rounds)

    def _show_final(self, view: ReviewView) -> None:
        why = why_not(view, Act.SET_FINAL)
        self.final.show_levels(view.cycle.steps, view.review.final_step)
        allow(self.final, why)
        usual = tr("Set by the last round. Change it only if the decision was made elsewhere.")
        self.final_hint.setText(why or usual)

    def _show_next(self, view: ReviewView, free: bool) -> None:
        stage = view.facts.stage
        first, button = {
            Stage.COLLECTING: (
                tr("Seal the review first. Calibration starts from the sealed version."),
                tr("Write and seal"),
            ),
            Stage.CALIBRATED: (
                tr(
                    "Calibrated. Next, prepare the "
                    "share sheet for {name}."
                ), tr("Go to share sheet"),
            ),
            Stage.SHARED: (tr("This review has been shared, so its ratings can't be changed."), ""),
        }.get(stage, ("", ""))  # fmt: skip
        self.first.setText(fill(first, name=view.person.short_name) if free else "")
        self.first.setVisible(bool(free and first))
        self.next.set_words(button)
        self.next.setVisible(bool(free and button))

    @Slot()
    def _go_on(self) -> None:
        if self.view is not None:
            sealed = self.view.facts.stage is not Stage.COLLECTING
            self.tab_wanted.emit("share" if sealed else "narrative")

    @Slot(int, object, str, str)
    def _calibrate(self, step_id: int, day: date, reason: str, asked_by: str) -> None:
        with self.form.unstored.taking():
            done = try_action(
                self.ctx, steps.calibrate, self.ctx.store, self.review_id, step_id, day,
                reason=reason, asked_by=asked_by,
            )  # fmt: skip
        if done:
            self.form.clear()
            self.ctx.notices.toast(tr("Round added"), undo=True)
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)  # what comes next

    @Slot()
    def _drop(self) -> None:
        if try_action(self.ctx, steps.drop_round, self.ctx.store, self.review_id):
            self.ctx.notices.toast(tr("Round removed"), undo=True)
            self.focus_first()

    @Slot(object)
    def _set_final(self, step_id: int) -> None:
        store = self.ctx.store
        if try_action(self.ctx, steps.set_final, store, self.review_id, step_id):
            self.ctx.notices.toast(tr("Final rating set"), undo=True)


def _round_card(number: int, one: Calibration, view: ReviewView, today: date) -> QFrame:
    title, small = round_words(number, one, view, today)
    card = QFrame()
    card.setProperty("kind", "card")
    card.setObjectName(f"round{number}")
    card.setAccessibleName(", ".join(part for part in (title, small, one.reason) if part))
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 8, 14, 8)
    column.setSpacing(2)
    column.addWidget(Strong(title, wrap=True))
    about = Caption(small, wrap=True)
    set_source(about, TextRef(Calibration, one.id, "asked_by"))
    column.addWidget(about)
    if one.reason:
        reason = Body(one.reason, wrap=True)
        set_source(reason, TextRef(Calibration, one.id, "reason"))
        column.addWidget(reason)
    return card
