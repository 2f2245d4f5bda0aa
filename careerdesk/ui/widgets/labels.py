"""Words on a page: plain text only, in the roles of the look, growing with the system's font."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QStyle, QWidget

from careerdesk.compat import override
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.look import role_font
from careerdesk.ui.theme.theme import set_kind

AT_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
MOST_HEIGHTS = 8  # a layout asks for a few widths, again and again


class RoleLabel(QLabel):
    """A label in the font of a role; shows markup as the characters it is made of."""

    role = "body"
    kind = ""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int], int] = {}
        self._side = AT_START
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(AT_START)
        self.setWordWrap(wrap)
        self.setText(text)
        if self.kind:
            self.setProperty("kind", self.kind)
        self._dress()

    def set_kind(self, kind: str) -> None:
        """Colour it as `muted`, `accent`, `warning`, `danger`, `private` or, with "", as text."""
        set_kind(self, kind)

    @override
    def setAlignment(self, side: Qt.AlignmentFlag) -> None:
        """Stand at a side of the page: Qt goes by the first letter, also of a name elsewhere."""
        self._side = side
        super().setAlignment(QStyle.visualAlignment(self.layoutDirection(), side))

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words; remembered, since layouts ask many times in a row."""
        key = (self.text(), width)
        if key not in self._heights:
            if len(self._heights) >= MOST_HEIGHTS:
                self._heights.clear()
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        self._heights.clear()
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._side)

    def _dress(self) -> None:
        self.setFont(role_font(self.role, QApplication.font()))


class Display(RoleLabel):
    """One large number."""

    role = "display"


class Title(RoleLabel):
    """The name of a person or a page."""

    role = "title"


class QuestionText(RoleLabel):
    """The asked question."""

    role = "question"


class Heading(RoleLabel):
    """The name of a group."""

    role = "heading"


class Strong(RoleLabel):
    """The name of a thing, or a sentence that comes first."""

    role = "strong"


class SectionName(Strong):
    """The name of a section, in words of the program."""


class Lead(RoleLabel):
    """What a person said, a note, a narrative."""

    role = "lead"


class Body(RoleLabel):
    """Everything else."""


class Muted(RoleLabel):
    """Second text."""

    kind = "muted"


class Caption(RoleLabel):
    """Dates, counts and other small words."""

    role = "caption"
    kind = "caption"


class SmallLabel(RoleLabel):
    """The name of a field, above it."""

    role = "label"
    kind = "label"


class ElidedLabel(RoleLabel):
    """One line that ends in an ellipsis where it is too long; the tooltip has all of it."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "body"
    ) -> None:
        self.role = role
        self._full = text
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def full_text(self) -> str:
        """The text, also what does not fit."""
        return self._full

    @override
    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        line = self._full.replace("\n", " ")
        return QSize(self.fontMetrics().horizontalAdvance(line) + 2, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """A few letters: it elides."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        line = self._full.replace("\n", " ")
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != line else "")
