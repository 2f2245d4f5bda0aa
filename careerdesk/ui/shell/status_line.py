"""The line at the bottom: when the last text was saved, and which place this is."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.section import IconMark

if TYPE_CHECKING:
    from careerdesk.ui.base.long_work import LongWork
    from careerdesk.ui.widgets.progress import WorkShown


class StatusLine(QWidget):
    """Tells quietly that all is well, or that it is not."""

    backups_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.STATUS_LINE)
        set_area(self, "ground")
        self._mark = IconMark(theme, "check", 14, "text-muted")
        self._saved = Caption(tr("Everything is saved"))
        self._saved.setObjectName(names.SAVED_STATE)
        self._at: datetime | None = None
        self.room = Caption(tr("Conversations"))
        self._work: WorkShown | None = None
        self._backup: LinkButton | None = None
        self._theme = theme
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(5)
        row.addWidget(self._mark)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self.room)
        self.setMinimumHeight(theme.look.row("caption", 4, 26))

    def follow(self, work: LongWork) -> None:
        """Show what is stored little by little; its parts are made when there is something."""
        work.began.connect(lambda words: self._show_work(work, words))

    def _show_work(self, work: LongWork, words: str) -> None:
        if self._work is None:
            from careerdesk.ui.widgets.progress import WorkShown

            self._work = WorkShown(self._theme)
            self._work.setFixedHeight(self.minimumHeight())  # else all above moves, and is painted
            self._row.insertWidget(self._row.count() - 1, self._work)
            self._work.follow(work)
        self._work.begin(words)

    def show_backup(self, words: str, why: str, warned: bool) -> None:  # as told
        """Say how old the newest backup is, "" for nothing; a press opens their page."""
        if self._backup is None:
            if not words:
                return
            self._backup = LinkButton(self._theme, words, name=names.BACKUP_STATE, compact=True)
            self._backup.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a command of the menu does it
            self._backup.clicked.connect(self.backups_wanted)
            self._row.insertWidget(2, self._backup)
        self._backup.set_words(words)
        self._backup.setFont(self._saved.font())  # as quiet as what stands beside it
        self._backup.setToolTip(plain_tip(why))
        self._backup.set_icon("warning" if warned else "", "warning" if warned else "")
        self._backup.setVisible(bool(words))

    def show_area(self, room: str) -> None:
        """Say which place this is; *room* is growth or review."""
        review = room == "review"
        self.room.setText(tr("Reviews") if review else tr("Conversations"))
        self.room.set_kind("review" if review else "caption")

    def show_saved(self, at: datetime) -> None:
        """Say when everything was on the disk last."""
        self._tell("check", "text-muted", tr("Saved {time}", time=Dates.time(at)))
        self._at = at

    def show_day(self, today: date) -> None:
        """Name the day of what was saved before *today*: a time alone reads as one of today's."""
        if self._at is not None:
            day = Dates.short_day_within(self._at.astimezone().date(), today)
            words = tr("Saved {day}, {time}", day=day, time=Dates.time(self._at))
            self._saved.setText(words)

    def show_all_saved(self) -> None:
        """Say that nothing waits to be saved."""
        self._tell("check", "text-muted", tr("Everything is saved"))

    def show_unsaved(self) -> None:
        """Say that something typed is not on the disk."""
        self._tell("warning", "warning", tr("Not saved yet"))

    def show_read_only(self) -> None:
        """Say that nothing can be written here."""
        self._tell("lock", "warning", tr("Read-only"))

    def show_gone(self) -> None:
        """Say that the file is not there, so that nothing is saved, whatever was saved before."""
        self._tell("warning", "warning", tr("Can't save"))

    def show_unread(self) -> None:
        """Say that something stored could not be read, so that nobody takes it for nothing."""
        self._tell("warning", "warning", tr("Some content couldn't be read"))

    def _tell(self, icon: str, token: str, words: str) -> None:
        self._at = None
        self._mark.set_icon(icon, token)
        if token == "warning" and self._saved.text() != words:
            announce(self, words)
        self._saved.setText(words)
        self._saved.set_kind("warning" if token == "warning" else "caption")
