"""Buttons whose words end in an ellipsis where there is little room, and are never too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from careerdesk.compat import override
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.look import elided
from careerdesk.ui.widgets.buttons import LinkButton, OutlinedButton

AROUND = 8  # letters that are left at least

if TYPE_CHECKING:
    from careerdesk.ui.widgets.buttons import LookButton

    _Base = LookButton
else:

    class _Base:
        """Nothing: with two bases of Qt, PySide hands a painter the wrong half of a button."""


class _Elided(_Base):
    """Mix in before a button: says all of its words in the tooltip and to screen readers."""

    _words = ""

    @override
    def set_words(self, text: str) -> None:
        """Show words as far as they fit."""
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        super().set_words(text)
        self.setToolTip(plain_tip(text))
        self._elide()

    @override
    def sizeHint(self) -> QSize:
        """As wide as all of the words."""
        return QSize(self._advance(self._words) + self._around(), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        few = self.fontMetrics().averageCharWidth() * AROUND
        return QSize(min(self.sizeHint().width(), few + self._around()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _around(self) -> int:
        """What stands around the words: the edges and the icon."""
        return super().sizeHint().width() - self._advance(self.text().replace("&&", "&"))

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _elide(self) -> None:
        shown = self._words
        if self.width() < self.sizeHint().width():
            shown = elided(self.fontMetrics(), shown, self.width() - self._around())
        if shown != self.text().replace("&&", "&"):
            self.setText(shown.replace("&", "&&"))


class ElidedLink(_Elided, LinkButton):
    """Muted words that can be pressed."""


class ElidedButton(_Elided, OutlinedButton):
    """A button with an edge."""
