"""The questions that somebody may answer in writing before a check-in, to be copied and sent."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.services import asking_before
from careerdesk.services.asking_before import Letter
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.labels import Caption, Muted, Title
from careerdesk.ui.widgets.reader import reader

ASK_BEFORE, LETTER = "askBefore", "askBeforeLetter"
COPY, SENT, CLOSE = "askBeforeCopy", "askBeforeSent", "askBeforeClose"
WIDE, HIGH = 620, 560


class AskBefore(QDialog):
    """Shows the letter as it will be read. Copying is not sending: that is said apart."""

    def __init__(
        self, ctx: Context, person: Person, letter: Letter, parent: QWidget | None = None
    ) -> None:
        """Show the *letter* to a person."""
        super().__init__(parent)
        self._ctx, self._person, self._letter = ctx, person, letter
        self.setObjectName(ASK_BEFORE)
        title = tr("Ask {name} before you meet", name=person.short_name)
        self.setWindowTitle(title)
        set_area(self, "growth")
        self.title = Title(title, wrap=True)
        self.summary = Muted(tr(
            "Paste these questions into an email or chat. "
            "They contain nothing private."
        ),
                             wrap=True)  # fmt: skip
        label = tr("Preview of the questions")
        self.text = reader(ctx.theme, label, LETTER, letter.text)
        self.state = Caption(wrap=True)
        self.copy = FilledButton(ctx.theme, tr("Copy"), name=COPY)
        self.sent = OutlinedButton(ctx.theme, tr("Mark as sent"), "check", name=SENT)
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name=CLOSE)
        self.sent.hide()
        self._arrange()
        self._connect()
        self._tell()
        take_size(self, ctx.theme, WIDE, HIGH, parent)
        self.copy.setFocus()

    def _arrange(self) -> None:
        self.state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.close_button, self.sent, self.copy):
            buttons.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(self.title)
        outer.addWidget(self.summary)
        outer.addWidget(self.text, 1)
        outer.addLayout(buttons)
        stops = (self.text, self.close_button, self.sent, self.copy)
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self.copy.clicked.connect(self.copy_text)
        self.sent.clicked.connect(self.mark_sent)
        self.close_button.clicked.connect(self.reject)

    def _tell(self) -> None:
        """Say when it was sent for this check-in, if it was."""
        sent = try_read(self._ctx, asking_before.last_sent, self._ctx.store, self._person.id)
        if sent is not None and sent.checkin_id == self._letter.checkin_id:
            day = Dates.short_day_within(sent.handed_on, self._ctx.clock.today())
            self.state.setText(tr("Sent {day}", day=day))

    @Slot()
    def copy_text(self) -> None:
        """Put the letter on the clipboard as plain text, and offer to say that it was sent."""
        data = QMimeData()
        data.setText(self._letter.text)
        QGuiApplication.clipboard().setMimeData(data)
        self.state.setText(tr("Copied"))
        self.sent.show()
        announce(self, tr("Questions copied. Mark them as sent once you've sent them."))

    @Slot()
    def mark_sent(self) -> None:
        """Note that it was sent today, and close."""
        ctx = self._ctx
        done = try_action(
            ctx, asking_before.mark_sent, ctx.store, self._person.id, self._letter,
            ctx.clock.today(), ctx.clock.today(),
        )  # fmt: skip
        if done:
            self.accept()
            done.say(tr("Marked as sent to {name}", name=self._person.short_name))
