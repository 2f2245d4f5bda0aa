"""Headings of groups and sections."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import Caption, ElidedLabel, Heading, SectionName


class IconMark(QWidget):
    """An icon that only tells, in the colour of a token."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        size: int = 16,
        token: str = "text-muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._size, self._token = theme, icon, size, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_icon(self, icon: str, token: str = "") -> None:
        """Show another icon."""
        self._icon, self._token = icon, token or self._token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """The icon."""
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colours of the theme."""
        painter = QPainter(self)
        look = self._theme.look
        look.paint_icon(painter, self._icon, QRectF(self.rect()), self._size, self._token)
        painter.end()


class Rule(QFrame):
    """A hairline, across or down."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Section(QWidget):
    """Icon, name and a caption at the right over a hairline; what it holds goes into `body`."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        icon: str = "",
        caption: str = "",
        parent: QWidget | None = None,
        *,
        rule: bool = True,
    ) -> None:
        super().__init__(parent)
        self.title = SectionName(title)
        self.caption = ElidedLabel(caption, role="caption")
        self.caption.set_kind("caption")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.tools = QHBoxLayout()
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.setAccessibleName(title)
        for label in (self.title, self.caption):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._head(theme, icon))
        if rule:
            outer.addWidget(Rule())
        outer.addLayout(self.body)
        outer.addWidget(filler())

    def set_caption(self, text: str, kind: str = "caption") -> None:
        """Change the small words at the right; kind `warning` for what needs a look."""
        self.caption.set_full_text(text)
        self.caption.set_kind(kind)

    def _head(self, theme: Theme, icon: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        if icon:
            head.addWidget(IconMark(theme, icon, 18, "text"))
        head.addWidget(self.title)
        head.addItem(spring())
        head.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self.tools)
        return head


class GroupHeader(QWidget):
    """The name of a group with a count in caption, at least 34 high."""

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        """*wrap*: a name with a person in it takes more lines where it is narrow."""
        super().__init__(parent)
        self.title = Heading(title, wrap=wrap)
        self.caption = Caption()
        self.tools = QHBoxLayout()
        self._hint = IconMark(theme, "hint", 14, "warning")
        self._hint.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)  # it counts where a long name takes two lines
        row.setSpacing(10)
        row.addWidget(self.title, 1 if wrap else 0)
        row.addWidget(self._hint)
        row.addWidget(self.caption)
        row.addStretch()
        row.addLayout(self.tools)
        self.setMinimumHeight(theme.look.row("heading", 6, 34))

    def set_caption(self, text: str, *, warning: bool = False) -> None:
        """Change the count; as a warning it turns colour and gets the hint's bulb."""
        self.caption.setText(text)
        self.caption.set_kind("warning" if warning else "caption")
        self._hint.setVisible(warning)


def filler() -> QWidget:
    """Takes the height that nothing above it wants, but none from what can grow."""
    empty = QWidget()
    empty.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
    return empty


def spring() -> QSpacerItem:
    """Pushes what stands beside it apart, without letting the row grow in height."""
    return QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
