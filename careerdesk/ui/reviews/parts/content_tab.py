"""One tab of a review: its fields, and the words that several tabs say."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import (
    Outcome,
    PayUnit,
    PeerFeedback,
    PeerRelation,
    PromotionState,
    Review,
    Voice,
)
from careerdesk.domain.reviews.stages import Act, ReviewFacts
from careerdesk.i18n import fill, tr, trn
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.texts import MIDDLE_DOT, THIN_SPACE, Dates, number
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.reviews.parts.tabs import ReviewTab
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.tab_order import TabOrder, holds_focus
from careerdesk.ui.widgets.typed_field import TypedField


def relation_word(relation: PeerRelation) -> str:
    """How someone works with the person."""
    return {
        PeerRelation.TEAM: tr("Same team"),
        PeerRelation.OTHER_TEAM: tr("Another team"),
        PeerRelation.REPORT: tr("Direct report"),
        PeerRelation.CUSTOMER: tr("Customer"),
        PeerRelation.OTHER: tr("Other"),
    }[relation]


def voice_word(voice: Voice) -> str:
    """Whose words collected feedback is."""
    return {Voice.PEER: tr("Peer feedback"), Voice.UPWARD: tr("Upward feedback")}[voice]


def promotion_word(state: PromotionState) -> str:
    """Where a promotion case stands."""
    return {
        PromotionState.NONE: tr("None"),
        PromotionState.PREPARED: tr("In preparation"),
        PromotionState.PROPOSED: tr("Proposed"),
        PromotionState.APPROVED: tr("Approved"),
        PromotionState.DEFERRED: tr("Deferred"),
        PromotionState.DECLINED: tr("Declined"),
    }[state]


def pay_unit_word(unit: PayUnit) -> str:
    """Whether a pay change is a share or a sum."""
    return {PayUnit.PERCENT: tr("Percent"), PayUnit.AMOUNT: tr("Amount")}[unit]


def peer_state(one: PeerFeedback, today: date) -> str:
    """`received 9 Nov`, `asked 3 Nov, waiting 12 days`, or that nobody was asked yet."""
    if one.received_on is not None:
        return tr("received {day}", day=Dates.short_day_within(one.received_on, today))
    if one.asked_on is None:
        return tr("not asked yet")
    asked = tr("asked {day}", day=Dates.short_day_within(one.asked_on, today))
    waiting = (today - one.asked_on).days
    if waiting < 1:
        return asked
    return tr("{asked}, waiting {days}", asked=asked, days=Dates.days(waiting))


def pay_words(one: Outcome) -> str:
    """`+4.5 % from 1 January 2027 · bonus 3,000 EUR`; empty where there is neither."""
    change = _change(one)
    if change and one.effective_on:
        change = tr("{change} from {day}", change=change, day=Dates.long_day(one.effective_on))
    bonus = ""
    if one.bonus is not None:
        bonus = tr("bonus {sum}", sum=_sum(one.bonus, one.currency))
    words = MIDDLE_DOT.join(part for part in (change, bonus) if part)
    return words[:1].upper() + words[1:]


def _change(one: Outcome) -> str:
    if one.pay_change is None:
        return ""
    sign = "+" if one.pay_change > 0 else ""
    if one.pay_unit is PayUnit.PERCENT:
        return f"{sign}{number(one.pay_change)}{THIN_SPACE}%"
    return sign + _sum(one.pay_change, one.currency)


def _sum(value: float, currency: str) -> str:
    return f"{number(value)}{THIN_SPACE}{currency}" if currency else number(value)


WIDEST = 760


class ContentTab(ReviewTab):
    """A subclass fills `column` and says in `show_side` what it shows.

    `view` is the review that is shown, None before the first one; `is_fresh` tells `show_side`
    that another one was shown before.
    """

    widest = WIDEST

    def __init__(self, ctx: Context, name: str, parent: QWidget | None = None) -> None:
        """Start empty; *name* is the handle of the tab."""
        super().__init__(ctx, parent)
        self.view: ReviewView | None = None
        self.is_fresh = True
        self.order = TabOrder()
        self._halves: list[HalfTyped] = []
        self.setObjectName(name)
        self.body = _Body()
        self.column = QVBoxLayout(self.body)
        self.area = Scrolled(self.body)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setMaximumWidth(self.ctx.theme.look.measure(self.widest) + 56)
        self.column.setContentsMargins(28, 16, 28, 28)
        self.column.setSpacing(8)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    @override
    def show_review(self, view: ReviewView) -> None:
        """Show a review, or the same one after a change, by which the keyboard is not lost."""
        held = holds_focus(self)
        self.is_fresh = view.review.id != self.review_id
        self.view = view
        for half in self._halves:
            half.belong_to(view.person.id, Review, view.review.id)
        self.show_tab(view, free=not why_locked(view))  # the head of the page says why
        if held and not holds_focus(self):
            self.focus_first()  # what it was in is gone or shut by now

    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show what this tab is about; *free* tells whether it may be changed."""

    def keep_halves(self, *fields: TypedField) -> None:
        """Keep what is half typed into fields of the review, each under its handle."""
        self._halves += [HalfTyped(self.ctx, field.objectName(), field) for field in fields]

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget that came just now is seen."""
        self.column.activate()
        needed = self.column.heightForWidth(self.body.width())
        self.body.resize(self.body.width(), max(self.body.height(), needed))
        self.area.ensureWidgetVisible(widget, 0, 24)

    @property
    def review_id(self) -> int:
        """The review that is shown; 0 before the first one."""
        return self.view.review.id if self.view else 0


class _Body(QWidget):
    """Asks for the height of its words at the width it has, not at the narrowest one."""

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def why_locked(view: ReviewView) -> str:
    """Why nothing of a review may be changed; empty where it may be."""
    closed = view.cycle.cycle.closed_on
    if closed is not None:
        words = tr("This cycle was closed on {day}. Reopen it to make changes.")
        return fill(words, day=Dates.long_day(closed))
    if view.review.left_out:
        words = tr(
            "{name} has been left out of this cycle: {why}. You can still read what was written."
        )
        return fill(words, name=view.person.short_name, why=view.review.left_out.rstrip("."))
    return ""


def why_not(view: ReviewView, act: Act) -> str:
    """Why something cannot be done with a review now; empty where it can be."""
    words = why_locked(view)
    return words or _refusal(view.facts, act)


def _refusal(facts: ReviewFacts, act: Act) -> str:
    try:
        facts.check(act)
    except InvalidInput as error:
        return sentence(error)
    return ""


def allow(widget: QWidget, why: str, tip: str = "") -> None:
    """Enable a widget, or disable it and say in its tooltip why."""
    widget.setEnabled(not why)
    widget.setToolTip(why or tip)
    widget.setAccessibleDescription(why or tip)


def words_of(text: str) -> str:
    """How many words a text has: `1 word`, `118 words`; empty where there are none."""
    count = len(text.split())
    return trn("1 word", "{n} words", count) if count else ""
