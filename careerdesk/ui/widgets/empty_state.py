"""What a page shows while there is nothing on it yet: the next steps, not a blank."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import FilledButton, LookButton, OutlinedButton
from careerdesk.ui.widgets.labels import Muted, RoleLabel, Strong
from careerdesk.ui.widgets.section import IconMark

WIDEST = 680
CIRCLE = 44
DRAWING = 22
SIDE = 28
AROUND = 2 * SIDE + 2 * 22 + CIRCLE + 18  # what a card needs beside its words
LEAST_WORDS = 200


@dataclass(frozen=True, slots=True)
class StartCard:
    """A card of an empty state: `key` is the handle of its button and what `chosen` carries."""

    key: str
    icon: str
    title: str
    text: str
    button: str


class EmptyState(QWidget):
    """A title, a sentence and up to three steps, the first with the filled button."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        steps: Sequence[StartCard] = (),
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = _EmptyTitle(title, wrap=True)
        self.sentence = Muted(sentence, wrap=True)
        self.buttons: dict[str, LookButton] = {}
        self._cards: list[tuple[QBoxLayout, LookButton]] = []
        column = QWidget()
        column.setMaximumWidth(theme.look.measure(WIDEST))
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 44, 0, 28)
        rows.setSpacing(12)
        rows.addWidget(self.title)
        rows.addWidget(self.sentence)
        rows.addSpacing(8)
        for number, step in enumerate(steps):
            rows.addWidget(self._card(step, first=number == 0))
        if hint:
            rows.addLayout(self._hint(hint))
        rows.addStretch()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SIDE, 0, SIDE, 0)
        outer.addStretch(1)
        outer.addWidget(column, 1000)
        outer.addStretch(1)

    def _card(self, step: StartCard, first: bool) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        make = FilledButton if first else OutlinedButton
        button = make(self._theme, step.button, name=step.key)
        button.clicked.connect(carrying(self._choose, step.key))
        self.buttons[step.key] = button
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Strong(step.title, wrap=True))
        words.addWidget(Muted(step.text, wrap=True))
        row = QHBoxLayout(card)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(18)
        row.addWidget(RoundIcon(self._theme, step.icon), 0, Qt.AlignmentFlag.AlignVCenter)
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setSpacing(18)
        beside.addLayout(words, 1)
        beside.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(beside, 1)
        self._cards.append((beside, button))
        return card

    @override
    def minimumSizeHint(self) -> QSize:
        """As wide as the widest button: it folds."""
        buttons = max((button.sizeHint().width() for button in self.buttons.values()), default=0)
        return QSize(buttons + AROUND, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words have too little room beside a button, it goes below them."""
        super().resizeEvent(event)
        look = self._theme.look
        width = min(event.size().width() - 2 * SIDE, look.measure(WIDEST)) + 2 * SIDE - AROUND
        ways, least = QBoxLayout.Direction, look.measure(LEAST_WORDS)
        for beside, button in self._cards:
            narrow = width - 18 - button.sizeHint().width() < least
            beside.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignVCenter
            beside.setAlignment(button, side)

    def _hint(self, hint: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2, 12, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconMark(self._theme, "capture", 16))
        row.addWidget(Muted(hint, wrap=True), 1)
        return row

    def _choose(self, key: str) -> None:
        self.chosen.emit(key)


class Scrolled(QScrollArea):
    """Room for a page that large type makes higher than the window."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)  # the page's own ground shows
        widget.setAutoFillBackground(False)


class RoundIcon(QWidget):
    """An icon in the accent on a soft circle."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """The circle."""
        return QSize(CIRCLE, CIRCLE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in its circle."""
        look = self._theme.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour.growth if look.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.growth_soft)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        look.paint_icon(painter, self._icon, QRectF(self.rect()), DRAWING, "growth")
        painter.end()


class _EmptyTitle(RoleLabel):
    role = "title"
