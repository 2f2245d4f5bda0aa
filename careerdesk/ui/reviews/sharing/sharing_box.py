"""What becomes of a share sheet: shared on a day, withdrawn, and the check-in that follows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import PersonStatus
from careerdesk.domain.reviews.records import Review, Seal
from careerdesk.domain.reviews.stages import Act
from careerdesk.domain.standing import standing
from careerdesk.i18n import fill, tr
from careerdesk.services.reviews.bridges import CareerConversation
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.reviews.sheet import SharedBefore
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.reviews.parts.content_tab import allow, why_locked, why_not
from careerdesk.ui.reviews.sharing.sheet_words import state_words
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton, TextButton
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.labels import Body, Caption, SmallLabel, Strong
from careerdesk.ui.widgets.typed_field import take_all

SHARED_ON, MARK_SHARED, WITHDRAW, PLAN_CHECK_IN, SHARE_HINT, CHECK_IN_STATE = (
    "sharedOn", "markShared", "withdrawReview", "planCareerTalk", "shareHint", "careerTalkState",
)  # fmt: skip
SHARE_STATE, CHANGED_AFTER, SHOW_CHANGED, SHARE_AGAIN = (
    "shareState", "changedAfter", "showChangedAfter", "shareAgain",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """What is other than what was read, whether it can be shown, and whether it can be shared."""

    words: str = ""
    shown: bool = False
    free: bool = False


class SharingBox(QWidget):
    """`share_wanted` carries the day, `correct_wanted` that of a correction.

    The filled button is what comes next: share, then check-in.
    """

    share_wanted = Signal(object)
    correct_wanted = Signal(object)
    changes_wanted = Signal()
    withdraw_wanted = Signal()
    check_in_wanted = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self._kept: tuple[SharedBefore, ...] = ()
        self._correction = Correction()
        self._offered: date | None = None
        theme = ctx.theme
        self.state = Strong(wrap=True)
        self.state.setObjectName(SHARE_STATE)
        self.changed = Body(wrap=True)
        self.changed.setObjectName(CHANGED_AFTER)
        self.show_changed = TextButton(
            theme, tr("Show what changed"), name=SHOW_CHANGED, compact=True
        )
        self.day_label = SmallLabel(tr("Shared on"))
        self.day = PastDateField(ctx.clock.today, tr("Shared on"), name=SHARED_ON)
        self.unstored = Unstored(ctx, SHARED_ON, {"day": self.day})
        self.share = FilledButton(theme, "", name=MARK_SHARED)
        self.again = OutlinedButton(theme, tr("Correct and share again"), name=SHARE_AGAIN)
        self.withdraw = OutlinedButton(theme, tr("Withdraw"), "undo", name=WITHDRAW, compact=True)
        self.hint = Caption(wrap=True)
        self.hint.setObjectName(SHARE_HINT)
        self.check_in = FilledButton(theme, "", "calendar", name=PLAN_CHECK_IN)
        self.check_in_state = Body(wrap=True)
        self.check_in_state.setObjectName(CHECK_IN_STATE)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.withdraw)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.state)
        column.addWidget(self.changed)
        column.addWidget(self.show_changed, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.day_label, self.day, self.share, self.again, self.hint,
                       self.check_in_state, self.check_in):  # fmt: skip
            column.addWidget(widget)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.day.picked.connect(self._check)
        self.unstored.filled.connect(self._check)
        self.share.clicked.connect(self._share)
        self.again.clicked.connect(self._correct)
        self.show_changed.clicked.connect(self.changes_wanted)
        self.withdraw.clicked.connect(self.withdraw_wanted)
        self.check_in.clicked.connect(self._plan)
        self.unstored.offer("day")
        offers = OffersToday(self.day, self._ctx.day)
        offers.moved.connect(self.unstored.follow_offer)
        offers.moved.connect(self._check)

    def show_state(
        self,
        view: ReviewView,
        check_in: CareerConversation | None,
        kept: Sequence[SharedBefore],
        correction: Correction,
    ) -> None:
        """Show where sharing stands; *check-in* is there once the review is shared.

        *kept* is what was read of it, *correction* what was changed since.
        """
        self._view, self._kept, self._correction = view, tuple(kept), correction
        shared = view.review.shared_on
        today = self._ctx.clock.today()
        if self.unstored.belong_to(view.person.id, Review, view.review.id):
            self.day.start_over(today)
            self.unstored.start_here()
        self.state.setText(state_words(view, kept, today))
        self._show_correction(correction, shared=shared is not None)
        self.share.setVisible(shared is None)
        self.withdraw.setVisible(shared is not None)
        allow(self.withdraw, why_not(view, Act.WITHDRAW) if shared else "")
        self._show_check_in(check_in)
        self._check()

    def show_check_in(self, check_in: CareerConversation | None) -> None:
        """Show what became of the talk about the future."""
        self._show_check_in(check_in)
        self._check()

    def _show_correction(self, correction: Correction, *, shared: bool) -> None:
        self.changed.setText(correction.words)
        self.changed.setVisible(bool(correction.words))
        self.show_changed.setVisible(correction.shown)
        self.again.setVisible(correction.free)
        label = tr("Corrected on") if correction.free else tr("Shared on")
        self.day_label.setText(label)
        self.day.setAccessibleName(label)
        for widget in (self.day_label, self.day):
            widget.setVisible(correction.free or not shared)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.show_changed, self.day, self.share, self.again, self.check_in, self.withdraw]

    def focus_first(self) -> bool:
        """Put the focus on the obvious next thing; tells whether there is one."""
        for widget in (self.share, self.check_in):
            if widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _show_check_in(self, check_in: CareerConversation | None) -> None:
        words = _check_in_words(check_in, self._ctx.clock.today()) if check_in else ""
        self._offered = check_in.offered_on if check_in else None
        self.check_in_state.setText(words)
        self.check_in_state.setVisible(bool(words))
        self.check_in.setVisible(self._offered is not None)
        if self._offered is not None:
            words = tr("Plan a career conversation for {day}")
            self.check_in.set_words(fill(words, day=Dates.week_day(self._offered)))
        if self._view is not None:
            allow(self.check_in, why_locked(self._view))

    @Slot()
    def _check(self) -> None:
        if self._view is None:
            return
        if self._view.review.shared_on is not None:
            self._check_shared(self._view)
            return
        day, today = self._chosen_day(), self._ctx.clock.today()
        self.share.set_words(_share_words(day, today))
        why = why_not(self._view, Act.SHARE) or _wrong_day(day, today, self._view.facts.seal)
        allow(self.share, why)
        allow(self.day, why_not(self._view, Act.SHARE))
        self._say("" if why_locked(self._view) else why)  # that is said once for the whole tab

    def _check_shared(self, view: ReviewView) -> None:
        """The day of a correction, else what comes next."""
        wrong = ""
        if self._correction.free:
            wrong = _wrong_correction(self._chosen_day(), self._ctx.clock.today(), self._kept)
            allow(self.again, wrong)
            allow(self.day, "")
        self._say("" if why_locked(view) else wrong or self._after())

    def _after(self) -> str:
        """Nothing where one is held or planned, or nobody can say when: they are away, or left."""
        if self._offered is None:
            return ""
        return tr("Hold the career conversation on a separate day.")

    def _chosen_day(self) -> date:
        return self.day.day() or self._ctx.clock.today()

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    @Slot()
    def _share(self) -> None:
        if not take_all([self.day]):
            return
        self.share_wanted.emit(self._chosen_day())

    @Slot()
    def _correct(self) -> None:
        if take_all([self.day]):
            self.correct_wanted.emit(self._chosen_day())

    @Slot()
    def _plan(self) -> None:
        self.check_in_wanted.emit(self._offered)


def _check_in_words(check_in: CareerConversation, today: date) -> str:
    """When the check-in was held or is to be, or why no day is proposed; empty where one is."""
    if check_in.held_on:
        day = Dates.short_day_within(check_in.held_on, today)
        return tr("Career conversation held {day}", day=day)
    if check_in.planned_on:
        day = Dates.week_day(check_in.planned_on)
        return tr("Career conversation planned for {day}", day=day)
    if check_in.offered_on is None and standing(check_in.person, today) is PersonStatus.ON_LEAVE:
        return tr(
            "{name} is on leave. Plan the conversation once you know when their leave ends.",
            name=check_in.person.short_name,
        )
    return ""


def _share_words(day: date, today: date) -> str:
    if abs((day - today).days) <= 1:
        return tr("Mark as shared {day}", day=Dates.short_day_within(day, today))
    return tr("Mark as shared on {day}", day=Dates.short_date(day, today))


def _wrong_correction(day: date, today: date, kept: Sequence[SharedBefore]) -> str:
    """Why a review cannot have been corrected on a day; empty where it can."""
    if day > today:
        return tr("That date is in the future. Mark the review as shared once you've discussed it.")
    if kept and day < kept[-1].shared_on:
        return tr(
            "This review was shared on {day}. Choose that date or a later one.",
            day=Dates.long_day(kept[-1].shared_on),
        )
    return ""


def _wrong_day(day: date, today: date, seal: Seal | None) -> str:
    """Why a review cannot have been shared on a day; empty where it can."""
    if day > today:
        return tr("That date is in the future. Mark the review as shared once you've discussed it.")
    sealed = seal.sealed_on if seal else None
    if sealed is not None and day < sealed:
        return tr(
            "The review was sealed on {day}. Choose that date or a later one.",
            day=Dates.long_day(sealed),
        )
    return ""
