"""The ratings of a review side by side: self, proposed, calibrated, final."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import Caption, Heading, SmallLabel

LEAST = 150  # of a card; where four do not fit, two stand above two
GAP = 8


@dataclass(frozen=True, slots=True)
class RatingCard:
    """What a card says: whose rating, which one, and a small line below."""

    whose: str
    rating: str
    note: str = ""
    moved: bool = False


class RatingSheet(QWidget):
    """Four cards, in one row or in two; a card that moved says so in words and in the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name: str) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.cards = [_Card() for _ in range(4)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        self._place(len(self.cards))

    def show_cards(self, cards: Sequence[RatingCard]) -> None:
        """Show what each of the four says."""
        for widget, card in zip(self.cards, cards, strict=True):
            widget.show_card(card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where it is narrow."""
        super().resizeEvent(event)
        least = self._theme.look.measure(LEAST)
        self._place(4 if self.width() >= 4 * least + 3 * GAP else 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _Card(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.whose, self.rating, self.note = SmallLabel(), Heading(wrap=True), Caption(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        for label in (self.whose, self.rating, self.note):
            column.addWidget(label)
        column.addStretch(1)

    def show_card(self, card: RatingCard) -> None:
        self.whose.setText(card.whose)
        self.rating.setText(card.rating or "\u2013")
        self.rating.set_kind("accent" if card.moved else "" if card.rating else "muted")
        self.note.setText(card.note)
        self.note.setVisible(bool(card.note))
        self.setAccessibleName(", ".join(part for part in (card.whose, card.rating, card.note)
                                         if part))  # fmt: skip
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
