"""What tells that the screen is shared: a bar over the whole window and a frame around it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.labels import Body, Strong
from careerdesk.ui.widgets.section import IconMark

FRAME = 4


class ShareBar(QFrame):
    """Says what is hidden, and turns it off."""

    off_wanted = Signal()

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        """*keys* is the shortcut as the user reads it."""
        super().__init__(parent)
        self._was_on = False
        self.setProperty("kind", "share-bar")
        self.setObjectName("shareBar")
        self.off = _ShareButton(theme, _off_words(keys), name="shareSafeOff", compact=True)
        words = tr("Private notes, temperature and other people are hidden.")
        self.words = Body(words, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(IconMark(theme, "share-safe", 18, "on-share"))
        row.addWidget(Strong(tr("Share-safe")))
        row.addWidget(self.words, 1)
        row.addWidget(self.off)
        self.setMinimumHeight(theme.look.row("body", 8, 36))
        self.off.clicked.connect(self.off_wanted)

    def follow(self, sharing: Sharing) -> None:
        """Have it spoken whenever the mode goes on or off."""
        self._was_on = sharing.on
        sharing.changed.connect(lambda: self._say(on=sharing.on))

    def _say(self, *, on: bool) -> None:
        if on != self._was_on:
            self._was_on = on
            words = tr("Share-safe mode on. {what}", what=self.words.text())
            announce(self.window(), words if on else tr("Share-safe mode off"))


class _ShareButton(LookButton):
    kind = "share"


def _off_words(keys: str) -> str:
    return tr("Turn off  {keys}", keys=keys)


class ShareFrame(QWidget):
    """Holds a part of the window; while the screen is shared its free edges are framed."""

    def __init__(self, theme: Theme, sharing: Sharing, *, bottom: bool) -> None:
        """*bottom*: the frame goes along the lower edge too."""
        super().__init__()
        self._theme, self._sharing, self._bottom = theme, sharing, bottom
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._connect()

    def _connect(self) -> None:
        self._sharing.turned.connect(self._turn)
        self._theme.changed.connect(self.update)

    def _turn(self) -> None:
        edge = FRAME if self._sharing.on else 0
        self.column.setContentsMargins(edge, 0, edge, edge if self._bottom else 0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame shows wherever no part of the window stands."""
        if self._sharing.on:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.look.colour.share)
            painter.end()
