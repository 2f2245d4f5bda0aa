"""An approved promotion goes into its person at a press; afterwards it says when that was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.plain import beginning
from careerdesk.domain.reviews.promotion import NewRole, Written
from careerdesk.domain.reviews.records import PromotionState
from careerdesk.i18n import fill, tr
from careerdesk.services.reviews import promotions
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.widgets.elided import ElidedButton
from careerdesk.ui.widgets.labels import Muted

WRITE_INTO, WRITTEN_INTO = "writePromotion", "promotionWritten"
SHOWN = 40  # characters of a title on the button


class PromotionWritten(QWidget):
    """Nothing is shown before a promotion is approved. `left` tells that the button was hidden."""

    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self.button = ElidedButton(ctx.theme, tr("Update their details"), "person", name=WRITE_INTO)
        self.says = Muted(wrap=True)
        self.says.setObjectName(WRITTEN_INTO)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(row)
        column.addWidget(self.says)
        self.button.clicked.connect(self._write)
        self.hide()

    def show_review(self, view: ReviewView) -> None:
        """Offer what can be written, or say what was, or what is missing."""
        self._view = view
        found = promotions.of(view)
        step = None if view.review.left_out else found.step
        had_focus = self.button.hasFocus()
        if step is not None:
            self._offer(step, view.person.short_name)
        self.button.setVisible(step is not None)
        words = "" if step else self._words(view, found)
        self.says.setText(words)
        self.says.setVisible(bool(words))
        self.setVisible(step is not None or bool(words))
        if had_focus and step is None:
            self.left.emit()

    def _offer(self, step: NewRole, name: str) -> None:
        words = tr("Update {name}'s details: {role} from {day}")
        day = self._day(step.since)
        self.button.set_words(fill(words, name=name, role=_short(step), day=day))
        whole = fill(words, name=name, role=step.words, day=Dates.long_day(step.since))
        self.button.setAccessibleName(whole)
        self.button.setToolTip(plain_tip(whole))

    def _day(self, day: date) -> str:
        today = self._ctx.clock.today()
        return tr("today") if day == today else Dates.short_date(day, today)

    def _words(self, view: ReviewView, found: Written) -> str:
        name = view.person.short_name
        if found.why_not is not None:
            return sentence(found.why_not)
        if found.on is None:
            return ""
        if found.on == self._ctx.clock.today():
            words = tr("{name}'s details were updated today.", name=name)
        else:
            day = self._day(found.on)
            words = tr("{name}'s details were updated on {day}.", name=name, day=day)
        if view.outcome is None or view.outcome.promotion is PromotionState.APPROVED:
            return words
        stays = tr("To change this, edit {name}'s details.")
        kept = fill(stays, name=name)
        return f"{words} {kept}"

    @Slot()
    def _write(self) -> None:
        if self._view is None:
            return
        outcome = try_action(
            self._ctx, promotions.write, self._ctx.store, self._view.review.id,
            self._ctx.clock.now(),
        )  # fmt: skip
        if outcome.value is not None:
            words = tr(
                "{name}: {role} from {day}",
                name=self._view.person.short_name,
                role=_short(outcome.value),
                day=self._day(outcome.value.since),
            )
            outcome.say(words)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over."""
        return [self.button]


def _short(step: NewRole) -> str:
    """Title and level; of a title without end, its beginning."""
    return replace(step, title=beginning(step.title, SHOWN)).words
