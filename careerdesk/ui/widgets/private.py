"""How private things look: a lock, a word and a hatched ground, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import CARD_RADIUS, mark_height, mark_width, paint_private_mark
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.section import filler, spring


def what_private_means() -> str:
    """What *private* says of a text, and what it does not."""
    return tr(
        "Left out of anything you share. The person it's about, or a court, may still be entitled "
        "to read it."
    )


class PrivateMark(QWidget):
    """The lock and a word on its plate; the word starts with *Private*."""

    def __init__(self, theme: Theme, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word or tr("Private")
        self.setAccessibleName(self._word)
        self.setToolTip(what_private_means())
        self.setAccessibleDescription(what_private_means())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """Lock and word."""
        look = self._theme.look
        return QSize(mark_width(look, self._word), mark_height(look))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_private_mark(painter, self._theme.look, QRectF(self.rect()), self._word)
        painter.end()


class PrivateBox(QWidget):
    """A hatched box with the mark above; fields go into `body`, small things into `head`.

    While the screen is shared it is gone.

    Its accessible name starts with *Private*; name the fields inside by `private_name`.
    """

    def __init__(
        self, ctx: Context, word: str = "", caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme = ctx.theme
        self.mark = PrivateMark(theme, word)
        self.caption = Caption(caption)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.setAccessibleName(self.mark.accessibleName())
        self._arrange()
        theme.changed.connect(self.update)
        ctx.sharing.hide_while_sharing(self)

    def _arrange(self) -> None:
        self.head.setSpacing(8)
        self.head.addWidget(self.mark)
        self.head.addItem(spring())
        self.head.addWidget(self.caption)
        self.caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 4)  # the filler's spacing makes it ten
        outer.setSpacing(6)
        outer.addLayout(self.head)
        outer.addLayout(self.body)
        outer.addWidget(filler())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor into the text that the box is for, also by a click beside it."""
        alone = self.body.itemAt(0) if self.body.count() == 1 else None
        text = alone.widget() if alone is not None else None
        if isinstance(text, QTextEdit):
            text.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_hatched(painter, self._theme.look, QRectF(self.rect()))
        painter.end()


def paint_hatched(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The ground of a private box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour.private_hatch, 1))
    painter.setBrush(look.hatch(painter.device().devicePixelRatio()))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
    painter.restore()


def private_name(name: str) -> str:
    """The accessible name of a private field: *Private: my reading*."""
    return tr("Private: {name}", name=name)


class HatchFrame(QWidget):
    """The hatched ground of private things; they go into `body`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Hatch the private ground."""
        painter = QPainter(self)
        paint_hatched(painter, self._theme.look, QRectF(self.rect()))
        painter.end()
