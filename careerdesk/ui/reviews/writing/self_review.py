"""What the person wrote about their own period, when it came, and how they rate it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.stages import Column, columns, deadline
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.parts.content_tab import ContentTab, words_of
from careerdesk.ui.reviews.parts.rating_field import RatingField
from careerdesk.ui.reviews.parts.tabs import DatedText
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.past_day import DayUntilToday
from careerdesk.ui.widgets.section import GroupHeader

SELF_TAB, SELF_TEXT, SELF_RECEIVED, SELF_RATING = (
    "selfReviewTab", "selfReviewText", "selfReceivedOn", "selfRating",
)  # fmt: skip
LINES = (8, 44)


class SelfReviewTab(ContentTab):
    """The first words set the day on which the self review came; that day can be changed."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, SELF_TAB, parent)
        theme = ctx.theme
        self.head = GroupHeader(theme, tr("Self-review"), wrap=True)
        self.text = NoteEditor(theme, tr("Self-review"), name=SELF_TEXT)
        self.toolbar = self.text.make_toolbar()
        self.saved = DatedText(ctx, self.text, "self_review", "self_received_on")
        self.received_label = SmallLabel(tr("Received on"))
        self.received = DayUntilToday(ctx.clock.today, tr("Received on"), name=SELF_RECEIVED)
        self.due = Caption(wrap=True)
        self.rating_label = SmallLabel(wrap=True)
        self.rating = RatingField(
            theme, tr("Self-rating"), name=SELF_RATING, none=tr("No rating")
        )  # fmt: skip
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.text.grow(*LINES)
        self.received.setFixedWidth(self.ctx.theme.look.measure(150))
        day = QHBoxLayout()
        day.setSpacing(12)
        day.addWidget(self.received)
        day.addWidget(self.due, 1)
        self.head.tools.addWidget(self.toolbar)
        for widget in (self.head, self.text):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self.received_label)
        self.column.addLayout(day)
        self.column.addSpacing(8)
        self.column.addWidget(self.rating_label)
        self.column.addWidget(self.rating)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.text.edited.connect(self._count)
        self.text.refused.connect(self.ctx.notices.toast)
        self.received.picked.connect(self._receive)
        self.keep_halves(self.received)
        self.rating.picked.connect(self._rate)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show words, day and rating."""
        name, review = view.person.short_name, view.review
        self.text.setPlaceholderText(tr("Paste or type what {name} wrote", name=name))
        self.saved.show_review(review)
        self.received.set_day(review.self_received_on)
        self.due.setText(_due(view))
        self.rating_label.setText(tr("{name}'s own rating", name=name))
        self.rating.show_levels(view.cycle.steps, review.self_step)
        self.text.setReadOnly(not free)
        self.toolbar.setVisible(free)
        self.received.setEnabled(free)
        self.rating.setEnabled(free)
        self._count()
        self.order.set_stops([self.text, self.received, *self.rating.tab_stops()])

    @override
    def focus_first(self) -> None:
        """The words."""
        self.text.setFocus()

    @Slot()
    def _count(self) -> None:
        self.head.set_caption(words_of(self.text.text()))

    @Slot(object)
    def _receive(self, day: object) -> None:
        self._write(self_received_on=day)

    @Slot(object)
    def _rate(self, step_id: object) -> None:
        self._write(self_step=step_id)

    def _write(self, **values: object) -> None:
        try_action(
            self.ctx,
            reviews.write,
            self.ctx.store,
            self.review_id,
            **values,  # type: ignore[arg-type]  # fields of a review alone
        ).ignored_because("a banner says why; the next reading shows what is stored")


def _due(view: ReviewView) -> str:
    cycle = view.cycle.cycle
    due = deadline(cycle, Column.SELF) if Column.SELF in columns(cycle) else None
    if due is None or view.review.self_received_on is not None:
        return ""
    return tr("Due {day}", day=Dates.long_day(due))
