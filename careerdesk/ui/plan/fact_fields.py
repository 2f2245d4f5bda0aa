"""The facts of a goal as words in a line: they look like text until one comes near them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import ItemState
from careerdesk.i18n import tr
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import Dates, state_word
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.past_day import PastDay

FACT = "fact"
RADIUS = 6
START, SIDE, ICON, GAP, ARROW = 2, 6, 14, 5, 14
AIR = 22  # around the words of a day


def state_icon(state: ItemState) -> str:
    """The name of the shape that stands for a state, beside its word."""
    return "state-" + state.value.replace("_", "-")


class StateChoice(DropDown):
    """The state as its shape and its word, as wide as these are: never cut."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name: str = "") -> None:
        """Offer every state."""
        options = [(state, state_word(state)) for state in ItemState]
        super().__init__(theme, options, tr("Status"), parent, name=name, snug=True)
        set_kind(self, FACT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._draw()
        theme.changed.connect(self._draw)

    def state(self) -> ItemState:
        """The chosen state."""
        return ItemState(str(self.value()))

    @override
    def sizeHint(self) -> QSize:
        """Shape, word, and room for the arrow that shows when one comes near."""
        look = self._theme.look
        words = look.advance("strong", self.currentText())
        return QSize(words + START + ICON + GAP + ARROW + SIDE, look.row("body", 5, 28))

    @override
    def minimumSizeHint(self) -> QSize:
        """The same: the word is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape and the word, a frame while it is used."""
        painter, look = QPainter(self), self._theme.look
        rect, near = QRectF(self.rect()), self.underMouse() or self.hasFocus()
        if near:
            paint_plate(painter, rect, None, look.colour.line_strong, radius=RADIUS)
        token, shape = STATE_TOKENS[self.state()], QRectF(START, 0, ICON, self.height())
        words = rect.adjusted(START + ICON + GAP, 0, -SIDE - ARROW, 0)
        arrow = QRectF(rect.right() - SIDE - ARROW + 2, 0, ARROW, self.height())
        align = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            align = Qt.AlignmentFlag.AlignRight
            for part in (shape, words, arrow):
                part.moveLeft(rect.width() - part.right())
        look.paint_icon(painter, state_icon(self.state()), shape, ICON, token)
        paint_text(painter, look, words, self.currentText(), "strong", token, align)
        if near:
            look.paint_icon(painter, "chevron-down", arrow, ARROW)
        painter.end()

    def _draw(self) -> None:
        for index, state in enumerate(ItemState):
            icon = self._theme.icon(state_icon(state), STATE_TOKENS[state], ICON)
            self.setItemIcon(index, icon)
        self.updateGeometry()


class FactButton(LookButton):
    """Words in the line that open a menu."""

    kind = FACT
    token = "text-muted"


if TYPE_CHECKING:
    _Base = DateField
else:

    class _Base:
        """Nothing: with two bases of Qt, PySide hands a painter the wrong half of a field."""


class _FactDay(_Base):
    """Mix in before a field: its day reads as a fact, *Due 30 Nov*, until the cursor is in it."""

    _rests = True

    def dress(self) -> None:
        """Look like words in a line, as wide as these."""
        set_kind(self, FACT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def said(self, day: date | None) -> str:
        """What stands in the line for a day; a subclass says."""
        return Dates.short_day_within(day, self._today()) if day else ""

    @override
    def value_words(self) -> str:
        """The fact, or the day alone while it is edited."""
        return self.said(self._day) if self._rests else super().value_words()

    @override
    def show_value(self, *, anew: bool = False) -> None:
        """Show the value, as wide as it needs; while it is edited there is room for any day."""
        super().show_value(anew=anew)
        words = self.text() or self.placeholderText()
        room = (words,) if self._rests else (words, tr("30 September"))
        self.setFixedWidth(max(map(self.fontMetrics().horizontalAdvance, room)) + AIR)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the day alone, ready to be typed over."""
        self._rests = False
        self.show_value()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, and read as a fact again."""
        super().focusOutEvent(event)
        self._rests = True
        self.show_value()


class DueDay(_FactDay, DateField):
    """*Due 30 Nov*, or *No date*."""

    def __init__(
        self, today: Callable[[], date], label: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        """Start without a day."""
        super().__init__(today, label, parent, name=name)
        self.dress()
        self.show_value()

    @override
    def said(self, day: date | None) -> str:
        """*Due 30 Nov*."""
        return tr("Due {day}", day=super().said(day)) if day else ""


class ReachedDay(_FactDay, PastDay):
    """*Reached 3 Dec*: a day up to today, and never empty."""

    def __init__(
        self, today: Callable[[], date], label: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        """Start without a day."""
        super().__init__(today, label, parent, name=name)
        self.dress()
        self.setPlaceholderText(tr("Date reached…"))
        self.show_value()

    @override
    def said(self, day: date | None) -> str:
        """*Reached 3 Dec*."""
        return tr("Reached {day}", day=super().said(day)) if day else ""
