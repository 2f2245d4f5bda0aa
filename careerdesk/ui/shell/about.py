"""Which version this is, where everything lies, and what the program promises about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.crash_report import version_words, versions
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Body, Heading, Muted, Title

WIDEST = 680


def _promises() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("Nothing leaves this computer"),
            tr(
                "CareerDesk never opens a network connection. There's no account, it "
                "doesn't check for updates or collect statistics, and it never loads "
                "images or links in your text. It communicates with only two things, "
                "both on this computer: its own window, through a local socket, so "
                "that starting CareerDesk again brings up the window that's already "
                "open; and your desktop, for windows, dialogs and reminders (on Linux, "
                "also over D-Bus)."
            ),
        ),
        (
            tr("The data you keep about people"),
            tr(
                "Everything you keep about people is their personal data, and as much "
                "theirs as yours: notes, plans, check-ins, feedback, reviews, earlier "
                "versions of text, and anything in the trash. All of it is stored in "
                "your file and its backups, which only your user account can read, and "
                "nowhere else until you export it. The file isn't encrypted, so use "
                "your system's disk encryption. Anything you delete permanently is "
                "overwritten in the file, but older backups will still contain it."
            ),
        ),
        (
            tr("Licences"),
            tr(
                "CareerDesk is released under the MIT licence. It's built with Qt and PySide6 "
                "(LGPL version 3), SQLAlchemy, Alembic, platformdirs and markdown-it-py (MIT), "
                "Python (PSF) and SQLite (public domain). The font is Inter, under the SIL Open "
                "Font License 1.1."
            ),
        ),
    )


class AboutPage(StandalonePage):
    """A plain page of words that can be read, and details that can be copied."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutPage")
        set_area(self, "growth")
        self._ctx = ctx
        self.copy = TextButton(ctx.theme, tr("Copy details"), name="aboutCopy")
        self.copy.clicked.connect(self._copy_details)
        inner = QWidget()
        inner.setMaximumWidth(ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 16, 28, 28)
        column.setSpacing(8)
        _, *others = versions()
        column.addWidget(Title(tr("About CareerDesk")))
        column.addWidget(Body(version_words()))
        for line in others:
            column.addWidget(Muted(line, wrap=True))
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(Heading(tr("Your file")))
        column.addWidget(Body(str(ctx.store.path), wrap=True))
        for title, words in _promises():
            column.addSpacing(12)
            column.addWidget(Heading(title))
            column.addWidget(Body(words, wrap=True))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(inner))

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(versions()))
        self._ctx.notices.toast(tr("Copied. None of your text is included."))

    @override
    def focus_first(self) -> None:
        """Put the focus on the one thing that can be done here."""
        self.copy.setFocus()
