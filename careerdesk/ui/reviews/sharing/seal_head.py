"""The seal in the head of a review, and the sentences that hold for all of its tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.reviews.changes import changes_since
from careerdesk.domain.reviews.seal import Flaw, read_body
from careerdesk.i18n import tr
from careerdesk.services.reviews import cycles
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.sharing.note_line import NoteLine
from careerdesk.ui.reviews.sharing.seal_badge import SealBadge
from careerdesk.ui.widgets.buttons import OutlinedButton

SHOW_CHANGES = "showChanges"
GAP = 16
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
FLAW_NOTE, SHEET_NOTE, CLOSED_NOTE, LEFT_OUT_NOTE = (
    "flawNote",
    "sheetFlawNote",
    "closedNote",
    "leftOutNote",
)


class SealHead(QWidget):
    """The badge of a seal and the way to what changed since; hidden where there is no seal."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self.badge = SealBadge(ctx.theme)
        self.show_changes = OutlinedButton(ctx.theme, tr("Show changes"), name=SHOW_CHANGES)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.badge)
        self._row.addWidget(self.show_changes)
        self._row.setAlignment(self.show_changes, MIDDLE)
        self.show_changes.clicked.connect(self._open)
        self.hide()

    def show_review(self, view: ReviewView) -> None:
        """Show the seal of a review."""
        self._view = view
        seal = view.facts.seal
        self.setVisible(seal is not None)
        if seal is not None:
            step = view.cycle.step(view.review.proposed_step)
            count = changes_since(view.review, seal, step.uid if step else "").count
            self.badge.show_seal(seal, None if read_body(seal) is None else count)
            different = bool(count or view.flaws)
            self.show_changes.setEnabled(different)
            self.show_changes.setToolTip(
                "" if different else tr("Nothing has changed since the review was sealed")
            )

    def whole_width(self) -> int:
        """As wide as badge and button beside each other, with the words they have now."""
        layout = self.badge.layout()
        if layout is not None:
            layout.activate()  # until then it goes by the words before
        return self.badge.sizeHint().width() + GAP + self.show_changes.sizeHint().width()

    def fit(self, room: int) -> None:
        """Put the button below the badge where there is less room than both need."""
        ways = QBoxLayout.Direction
        beside = self.whole_width() <= room
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    @Slot()
    def _open(self) -> None:
        from careerdesk.ui.reviews.sharing.changes import SealChangesDialog

        if self._view is not None:
            self._ctx.autosaver.flush()
            dialog = SealChangesDialog(self._ctx, self._view, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


class ReviewNotes(QWidget):
    """What holds for the whole review: what is broken, a closed cycle, a person left out."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self.flaw = NoteLine(ctx.theme, "danger", "danger", name=FLAW_NOTE)
        self.sheet = NoteLine(ctx.theme, "danger", "danger", name=SHEET_NOTE)
        self.closed = NoteLine(ctx.theme, "quiet", "lock", name=CLOSED_NOTE)
        self.left_out = NoteLine(ctx.theme, "quiet", "person", name=LEFT_OUT_NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self.flaw, self.sheet, self.closed, self.left_out):
            column.addWidget(line)
        self._connect()

    def _connect(self) -> None:
        self.closed.pressed.connect(self._open_again)
        self.left_out.pressed.connect(self._take_in)

    def show_review(self, view: ReviewView) -> None:
        """Say what holds for a review."""
        self._view = view
        self.flaw.say(flaw_words(view.flaws))
        broken = view.is_sheet_broken
        self.sheet.say(broken_sheet_words() if broken else "")
        on = view.cycle.cycle.closed_on
        self.closed.say(
            tr(
                "This cycle was closed on {day}. You can read everything, but you can't change it.",
                day=Dates.long_day(on),
            )
            if on
            else "",
            tr("Reopen"),
        )
        self.left_out.say(_left_out_words(view), "" if on else tr("Add to cycle"))
        self.setVisible(bool(view.flaws or broken or on or view.review.left_out))

    @Slot()
    def _open_again(self) -> None:
        if self._view is None:
            return
        store, cycle = self._ctx.store, self._view.cycle.cycle
        if try_action(self._ctx, cycles.close, store, cycle.id, None):
            self._ctx.notices.toast(tr("Cycle reopened"), undo=True)

    @Slot()
    def _take_in(self) -> None:
        if self._view is None:
            return
        store, review = self._ctx.store, self._view.review
        if try_action(self._ctx, cycles.take_in, store, review.cycle_id, review.person_id):
            name = self._view.person.short_name
            self._ctx.notices.toast(tr("{name} added to the cycle", name=name), undo=True)


def _left_out_words(view: ReviewView) -> str:
    if not view.review.left_out:
        return ""
    return tr(
        "{name} has been left out of this cycle: {reason}",
        name=view.person.short_name,
        reason=view.review.left_out,
    )


def broken_sheet_words() -> str:
    """That what was shared cannot be told for sure, and what to do."""
    return tr(
        "The shared copy of this review was changed outside CareerDesk, so it may not be what "
        "they read. Restore an earlier backup."
    )


def flaw_words(flaws: tuple[Flaw, ...]) -> str:
    """What contradicts a seal, and what to do; empty where nothing does."""
    if Flaw.SEAL_CHANGED in flaws:
        return tr(
            "The seal was changed outside CareerDesk, so it may not match what you "
            "sealed. Restore an earlier backup. If the review hasn't been calibrated "
            "or shared yet, you can also break the seal and seal the review again."
        )
    if Flaw.TEXT_CHANGED_OUTSIDE in flaws:
        return tr(
            "This review was changed outside CareerDesk after it was sealed. The sealed version "
            "is intact. Choose Show changes to compare the two, then fix the text or seal it "
            "again."
        )
    return ""
