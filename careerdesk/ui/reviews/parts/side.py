"""A side of a review in one scrolled column, and why something on it may not be changed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.reviews.stages import Act, ReviewFacts
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.texts import Dates, possessive, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.reviews.parts.tab import ReviewTab
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.tab_order import TabOrder
from careerdesk.ui.widgets.typed_field import TypedField

WIDEST = 760


class Side(ReviewTab):
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
        """Show a review, or the same one after a change."""
        self.is_fresh = view.review.id != self.review_id
        self.view = view
        for half in self._halves:
            half.belong_to(view.person.id, Review, view.review.id)
        self.show_side(view, free=not why_locked(view))  # the head of the page says why

    def show_side(self, view: ReviewView, *, free: bool) -> None:
        """Show what this side is about; *free* tells whether it may be changed."""

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
        words = tr("This cycle was closed on {day}. Open it again to change anything here.")
        return words.format(day=Dates.long_day(closed))
    if view.review.left_out:
        words = tr("{name} is left out of this cycle: {why}. What was written stays to be read.")
        return words.format(name=view.person.short_name, why=view.review.left_out.rstrip("."))
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


def their(view: ReviewView) -> str:
    """`her`, `his`, `their`, for sentences about the person."""
    return possessive(view.person.pronouns)[0]


def words_of(text: str) -> str:
    """How many words a text has: `1 word`, `118 words`; empty where there are none."""
    count = len(text.split())
    if count == 1:
        return tr("1 word")
    return tr("{n} words").format(n=count) if count else ""
