"""A round of calibration that is being noted: the rating, why, and who asked for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.reviews.stages import Stage
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.reviews.parts.content_tab import allow
from careerdesk.ui.reviews.parts.rating_field import RatingField
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, SmallLabel, Strong
from careerdesk.ui.widgets.past_day import DayUntilToday
from careerdesk.ui.widgets.typed_field import take_all

ADD_ROUND = "addRound"
MOST = 200


class RoundForm(QFrame):
    """`saved` carries level, day, reason and who asked; nothing is kept before."""

    saved = Signal(int, object, str, str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with today and no rating."""
        super().__init__(parent)
        self._ctx = ctx
        self._why = ""
        self.setProperty("kind", "card")
        self.setObjectName("roundForm")
        self.title = Strong()
        self.rating = RatingField(
            ctx.theme, tr("Rating from this round"), name=names.CALIBRATED_RATING
        )
        self.reason = GrowingText(
            tr("Reason"),
            tr("What was compared, and what the decision was based on"),
            name="roundReason",
        )
        self.asked_by = QLineEdit()
        self.asked_by.setObjectName("roundAskedBy")
        self.asked_by.setAccessibleName(tr("Requested by"))
        self.asked_by.setPlaceholderText(tr("Who requested this round"))
        self.asked_by.setMaxLength(MOST)
        self.day = DayUntilToday(ctx.clock.today, tr("Held on"), name="roundDate")
        self.save = FilledButton(ctx.theme, tr("Add round"), name=ADD_ROUND)
        self.hint = Caption(wrap=True)
        self.hint.setObjectName("roundHint")
        fields = {"rating": self.rating, "reason": self.reason, "asked_by": self.asked_by,
                  "day": self.day}  # fmt: skip
        self.unstored = Unstored(ctx, "roundForm", fields)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, field in enumerate((self.asked_by, self.day)):
            grid.addWidget(SmallLabel(field.accessibleName()), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 2 - place)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.rating)
        column.addWidget(SmallLabel(self.reason.accessibleName()))
        column.addWidget(self.reason)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rating.picked.connect(self._check)
        self.unstored.filled.connect(self._check)
        self.save.clicked.connect(self._keep)
        self.unstored.offer("day")
        OffersToday(self.day, self._ctx.day).moved.connect(self.unstored.follow_offer)

    def show_form(self, view: ReviewView, why: str) -> None:
        """Offer the scale; *why* says why no round can be added now."""
        self._why = why
        rounds = view.facts.rounds
        self.title.setText(tr("Another round") if rounds else tr("First round"))
        obvious = view.facts.stage is Stage.SEALED  # later, sharing is the next thing
        set_kind(self.save, "filled" if obvious else "outlined")
        self.rating.show_levels(view.cycle.steps, self.rating.value())
        if self.unstored.belong_to(view.person.id, Review, view.review.id):
            self._start()
        for widget in (self.rating, self.reason, self.asked_by, self.day):
            allow(widget, why)
        self._check()

    def clear(self) -> None:
        """Begin again: what stood here is stored."""
        if self.unstored.is_blank:
            self.rating.set_value(None)
        self._check()

    def _start(self) -> None:
        self.rating.set_value(None)
        self.reason.set_text("")
        self.asked_by.setText("")
        self.day.start_over(self._ctx.clock.today())
        self.unstored.start_here()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [*self.rating.tab_stops(), self.reason, self.asked_by, self.day, self.save]

    def focus_first(self) -> None:
        """The rating."""
        self.rating.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the round; in the reason, where it begins a line, Ctrl+Enter does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape and not self.unstored.is_untouched:
            self.unstored.discard()
            self._check()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _check(self) -> None:
        why = self._why
        if not why and self.rating.value() is None:
            why = tr("Choose the rating this round ended with.")
        allow(self.save, why)
        self.hint.setText(why)

    @Slot()
    def _keep(self) -> None:
        step = self.rating.value()
        if step is None or not self.save.isEnabled():
            self.rating.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not take_all([self.day]):
            return
        day = self.day.day() or self._ctx.clock.today()
        self.saved.emit(step, day, self.reason.text(), self.asked_by.text())
