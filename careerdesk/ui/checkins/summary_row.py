"""What becomes of the summary of a check-in that is over: to be sent, copied, or sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import CheckIn, Person
from careerdesk.domain.summary import CheckInSummary, Difference, Sending, told
from careerdesk.i18n import fill, tr, trn
from careerdesk.services import summaries
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import Dates, number
from careerdesk.ui.widgets.buttons import LinkButton, OutlinedButton
from careerdesk.ui.widgets.elided import ElidedButton
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption

COPY, COPY_AGAIN, MARK = "summaryCopy", "summaryCopyAgain", "summaryMarkSent"
MOST_DIFFERENCES = 3


class SummaryRow(QWidget):
    """Copying offers to mark it as sent in its place; only that stores anything.

    It is hidden where there is nothing to send, and while somebody else may see the screen. `sent`
    says that there is nothing more to do.
    """

    sent = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a check-in."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in: CheckIn | None = None
        self._sending = Sending()
        self._copied: CheckInSummary | None = None
        theme = ctx.theme
        self.copy = ElidedButton(theme, "", name=COPY, compact=True)
        self.mark = OutlinedButton(theme, tr("Mark as sent"), "check", name=MARK, compact=True)
        self.again = LinkButton(theme, tr("Copy again"), name=COPY_AGAIN, compact=True)
        self.state = Caption()
        self.differences = Caption(wrap=True)
        row = FlowLayout(gap=10)
        for part in (self.copy, self.mark, self.state, self.again):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 2)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.differences)
        self.copy.clicked.connect(self.copy_summary)
        self.again.clicked.connect(self.copy_summary)
        self.mark.clicked.connect(self.mark_sent)
        self.hide()

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Show what became of the summary of a check-in with a person."""
        if self._check_in is None or check_in.id != self._check_in.id:
            self._copied = None
        self._check_in = check_in
        self.copy.set_words(tr("Copy summary for {name}", name=person.short_name))
        self._sending = summaries.sending(self._ctx.store, check_in.id)
        if self._copied is not None and not (self._sending.anything and self._is_copied()):
            self._copied = None  # what was copied is no longer what there is to send
        self._tell()

    def offer(self) -> bool:
        """Give the keyboard to what is to be done next; tells whether there is anything."""
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.copy.hasFocus()

    @Slot()
    def copy_summary(self) -> None:
        """Put it on the clipboard, for a mail and for a chat; nothing is stored by that."""
        if self._check_in is None or not self._ctx.sharing.shows(self._check_in.person_id):
            return
        done = try_action(self._ctx, self._read)
        if not done or done.value is None:
            return
        self._copied = done.value
        _put_on_clipboard(self._ctx, done.value)
        self._tell()
        self.mark.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.state.text())

    @Slot()
    def mark_sent(self) -> None:
        """Note that the person was sent what was copied."""
        if self._check_in is None or self._copied is None:
            return
        ctx, copied = self._ctx, self._copied
        if try_action(
            ctx, summaries.mark_sent, ctx.store, self._check_in.id, copied, ctx.clock.now()
        ):
            self._copied = None
            self._tell()
            self.sent.emit()
            announce(self, self.state.text())

    def _read(self) -> CheckInSummary:
        check_in_id = self._check_in.id if self._check_in else 0
        return summaries.of(self._ctx.store, check_in_id, self._ctx.clock.now())

    def _is_copied(self) -> bool:
        return self._copied == self._read()

    def _tell(self) -> None:
        """Show what there is to do, and what was done."""
        now, copied = self._sending, self._copied is not None
        due = now.anything and (now.sent_on is None or bool(now.differences))
        self._show_buttons(due and not copied, copied, now.anything and (copied or not due))
        self.state.setText(tr("Copied") if copied else self._state_words())
        lines = () if copied else now.differences
        self.differences.setText(_listed(lines))
        self.differences.setVisible(bool(lines))
        shown = self._check_in is not None and self._ctx.sharing.shows(self._check_in.person_id)
        self.setVisible(shown and (now.anything or now.sent_on is not None))

    def _show_buttons(self, *shown: bool) -> None:
        """Show some of them; one that goes hands the keyboard to one that stays."""
        buttons = (self.copy, self.mark, self.again)
        had_keyboard = any(button.hasFocus() for button in buttons)
        left = [button for button, is_shown in zip(buttons, shown, strict=True) if is_shown]
        for button in left:
            button.show()
        if had_keyboard and left:
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for button, is_shown in zip(buttons, shown, strict=True):
            button.setVisible(is_shown)

    def _state_words(self) -> str:
        now = self._sending
        if now.sent_on is None:
            return tr("Ready to share but not sent yet")
        day = Dates.short_date(now.sent_on, self._ctx.clock.today())
        words = tr("Sent {day}. Changed since then:") if now.differences else tr("Sent {day}")
        return fill(words, day=day)


def _listed(differences: Sequence[Difference]) -> str:
    lines = [told(one, Dates.listed_day, number) for one in differences[:MOST_DIFFERENCES]]
    rest = len(differences) - len(lines)
    if rest > 0:
        lines.append(trn("1 more", "{n} more", rest))
    return "\n".join(f"\u2022 {line}" for line in lines)


def _put_on_clipboard(ctx: Context, summary: CheckInSummary) -> None:
    from careerdesk.documents.mail import as_chat, as_mail
    from careerdesk.documents.summary import checkin_summary_document
    from careerdesk.ui.base.document_words import document_words

    document = checkin_summary_document(summary, ctx.clock.today(), document_words())
    data = QMimeData()
    data.setHtml(as_mail(document))
    data.setText(as_chat(document))
    QGuiApplication.clipboard().setMimeData(data)
