"""A person's reviews over the years, side by side: the newest left, older ones beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.plain import beginning
from careerdesk.domain.reviews.records import PromotionState
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.parts.content_tab import ContentTab, promotion_word
from careerdesk.ui.widgets.buttons import OutlinedButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Body, Caption, Muted, SmallLabel, Strong

ACROSS_TAB, ACROSS_CARD, ACROSS_NEWER, ACROSS_OLDER = (
    "acrossTab", "acrossCycle", "acrossNewer", "acrossOlder",
)  # fmt: skip
MOST_BESIDE = 3
LEAST = 250
GAP = 12
SHOWN = 320  # characters of a narrative


class AcrossTab(ContentTab):
    """At most three reviews at once, fewer where it is narrow; the pager goes to older ones."""

    widest = 1200

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, ACROSS_TAB, parent)
        self._found: Sequence[ReviewView] = ()
        self._first = 0
        self._count = 0
        self.alone = Muted(wrap=True)
        self.cards = QHBoxLayout()
        self.newer = OutlinedButton(
            ctx.theme, tr("Newer"), "chevron-left", name=ACROSS_NEWER, compact=True
        )
        self.older = OutlinedButton(ctx.theme, tr("Older"), name=ACROSS_OLDER, compact=True)
        self.where = Caption()
        self.pager = QWidget()
        self.area.setAccessibleName(tr("Over the years"))  # has the keyboard: its keys scroll
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.cards.setSpacing(GAP)
        row = QHBoxLayout(self.pager)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for widget in (self.newer, self.older, self.where):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addWidget(self.alone)
        self.column.addLayout(self.cards)
        self.column.addWidget(self.pager)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.newer.clicked.connect(self._go_newer)
        self.older.clicked.connect(self._go_older)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Read the reviews of all cycles."""
        if self.is_fresh:
            self._first = 0
        self._found = try_read(self.ctx, reviews.across, self.ctx.store, view.person.id) or ()
        self.alone.setText(
            tr(
                "This is {name}'s first review. Later ones will appear next to it.",
                name=view.person.short_name,
            )
        )
        self.alone.setVisible(len(self._found) == 1)
        self._fill()

    @override
    def focus_first(self) -> None:
        """The pager, if there is one."""
        for button in (self.older, self.newer):
            if button.isVisibleTo(self) and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        if self._found and self._beside() != self._count:
            self._fill()

    def _beside(self) -> int:
        room = min(self.width(), self.body.maximumWidth()) - 56
        least = self.ctx.theme.look.measure(LEAST)
        return max(1, min(MOST_BESIDE, (room + GAP) // (least + GAP)))

    def _fill(self) -> None:
        self._count = self._beside()
        self._first = max(0, min(self._first, len(self._found) - self._count))
        shown = self._found[self._first : self._first + self._count]
        discard_all(self.cards)
        for one in shown:
            card = _card(one, here=one.review.id == self.review_id)
            self.cards.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        last = self._first + len(shown)
        self.where.setText(
            tr("{first} to {last} of {all}", first=self._first + 1, last=last, all=len(self._found))
        )
        self.newer.setEnabled(self._first > 0)
        self.older.setEnabled(last < len(self._found))
        self.pager.setVisible(len(self._found) > self._count)

    @Slot()
    def _go_newer(self) -> None:
        self._first -= self._count
        self._fill()
        self.focus_first()

    @Slot()
    def _go_older(self) -> None:
        self._first += self._count
        self._fill()
        self.focus_first()


def _card(view: ReviewView, *, here: bool) -> QFrame:
    cycle = view.cycle.cycle
    card = QFrame()
    card.setProperty("kind", "card")
    card.setObjectName(f"{ACROSS_CARD}{view.review.id}")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 14)
    column.setSpacing(2)
    column.addWidget(Strong(cycle.name, wrap=True))
    period = Dates.period(cycle.starts_on, cycle.ends_on)
    column.addWidget(Caption(tr("{period} · this review", period=period) if here else period,
                             wrap=True))  # fmt: skip
    for label, words in _parts(view):
        column.addSpacing(6)
        column.addWidget(SmallLabel(label))
        column.addWidget(Body(words, wrap=True))
    said = [cycle.name, *(f"{label}: {words}" for label, words in _parts(view))]
    card.setAccessibleName(". ".join(said))
    return card


def _parts(view: ReviewView) -> list[tuple[str, str]]:
    review, label = view.review, view.cycle.label
    if review.left_out:
        return [(tr("Left out"), review.left_out)]
    written = (
        (tr("Self"), label(review.self_step)),
        (tr("Proposed"), label(review.proposed_step)),
        (tr("Final"), label(review.final_step)),
        (tr("Narrative"), beginning(review.narrative, SHOWN)),
    )
    shared = review.shared_on
    return [
        *((part, words or tr("none yet")) for part, words in written),
        (tr("Promotion"), _promotion(view)),
        (tr("Shared"), Dates.long_day(shared) if shared else tr("not yet")),
    ]


def _promotion(view: ReviewView) -> str:
    one = view.outcome
    if one is None or one.promotion is PromotionState.NONE:
        return tr("none")
    levels = " → ".join(part for part in (one.from_level, one.to_level) if part)
    return ", ".join(part for part in (promotion_word(one.promotion), levels) if part)
