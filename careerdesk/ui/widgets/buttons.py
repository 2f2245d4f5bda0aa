"""Buttons and chips. All take the theme for their icons; `name` is the handle of names.py."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.theme.paint import chip_height, chip_width, paint_chip
from careerdesk.ui.theme.style import RADIUS_PROPERTY, paint_tick_box
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.labels import Caption

ICON_SIZE = 16
CHIP_ICON_SIZE = 13
NAV_AIR = 32  # at both ends of a button of the rail, and between its words
AIR = 3  # more than Qt leaves between an icon and its words


class _Drawn:
    """Keeps a button's icon in the colours of the theme."""

    def __init__(
        self, button: QAbstractButton, theme: Theme, icon: str, token: str, size: int
    ) -> None:
        self._button, self._theme = button, theme
        self._icon, self._token, self._size = icon, token, size
        self._air = AIR if isinstance(button, QPushButton) else 0
        button.setIconSize(QSize(size + self._air, size))
        self.refresh()

    def choose(self, icon: str, token: str = "") -> None:
        """Show another icon."""
        self._icon = icon
        self._token = token or self._token
        self.refresh()

    @property
    def name(self) -> str:
        """Which icon it is."""
        return self._icon

    def refresh(self) -> None:
        """Draw the icon in the colours of the theme."""
        if self._icon:
            self._button.setIcon(self._theme.icon(self._icon, self._token, self._size, self._air))


class LookButton(QPushButton):
    """A push button of the look; its text is its accessible name and is never a mnemonic."""

    kind = ""
    token = "text"
    drawing = ICON_SIZE

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self.setProperty("compact", compact)
        self.setObjectName(name)
        self.set_words(text)
        self.setAutoDefault(False)
        self._drawn = _Drawn(self, theme, icon, self.token, self.drawing)
        self._connect(theme)

    def set_words(self, text: str) -> None:
        """Change the text and the accessible name; an ampersand shows as one."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, icon: str, token: str = "") -> None:
        """Show another icon, in another colour if a token is given."""
        self._drawn.choose(icon, token)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does; Qt would do so in dialogs alone."""
        if event.key() in ENTER and is_alone(event) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _connect(self, theme: Theme) -> None:
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._drawn.refresh()


class FilledButton(LookButton):
    """The one obvious next thing of a page."""

    kind = "filled"
    token = "on-growth"


class OutlinedButton(LookButton):
    """Any other button."""

    kind = "outlined"


class TextButton(LookButton):
    """A quiet button: words in the accent, no edge."""

    kind = "text"
    token = "growth"


class LinkButton(LookButton):
    """Muted words that can be pressed, such as *Archived (3)*."""

    kind = "link"
    token = "text-muted"


class NavButton(LookButton):
    """A place that the rail leads to; checked while it is open."""

    kind = "nav"
    drawing = 18

    def set_count(self, words: str) -> None:
        """Say in small words at its end how much is there; it is part of the accessible name."""
        if self.layout() is None:
            row = QHBoxLayout(self)
            row.setContentsMargins(8, 0, 10, 0)
            row.addStretch(1)
            row.addWidget(Caption())
        count = self.findChild(Caption)
        if count is not None:
            count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            count.setText(words)
        self.setAccessibleName(", ".join(part for part in (self.text(), words) if part))
        self._fit_count()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the count out where it would lie over the words."""
        super().resizeEvent(event)
        self._fit_count()

    def _fit_count(self) -> None:
        count = self.findChild(Caption)
        if count is not None:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)  # as it is while the place is open
            words = QFontMetrics(bold).horizontalAdvance(self.text())
            room = self.width() - words - self.iconSize().width() - NAV_AIR
            count.setVisible(count.sizeHint().width() <= room)


class ReviewsButton(NavButton):
    """The way into Reviews, in its colour."""

    kind = "nav-review"
    token = "review"


class Chip(LookButton):
    """A chip that can be pressed; kinds: "" (outlined, to filter), quiet, growth, warning, …"""

    token = "text-muted"
    drawing = CHIP_ICON_SIZE

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        kind: str = "",
        checkable: bool = False,
    ) -> None:
        self.kind = f"chip-{kind}" if kind else "chip"
        self.token = "text-muted" if kind in ("", "quiet") else kind
        self._theme = theme
        super().__init__(theme, text, icon, parent, name=name)
        self.setCheckable(checkable)
        self.setFont(theme.look.font("caption"))
        self.setProperty(RADIUS_PROPERTY, 11)

    @override
    def _refresh(self) -> None:
        super()._refresh()
        self.setFont(self._theme.look.font("caption"))


class IconButton(QToolButton):
    """An icon alone, with its word as tooltip and accessible name; `large` for the bars."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        token: str = "text-muted",
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        set_kind(self, "tool" if large else "icon")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(text)
        self._drawn = _Drawn(self, theme, icon, token, 18 if large else ICON_SIZE)
        self._connect(theme)

    def set_words(self, text: str) -> None:
        """Change tooltip and accessible name."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def set_icon(self, icon: str, token: str = "") -> None:
        """Show another icon."""
        self._drawn.choose(icon, token)

    def _connect(self, theme: Theme) -> None:
        theme.changed.connect(self._drawn_again)

    def _drawn_again(self) -> None:
        self._drawn.refresh()


class Badge(QWidget):
    """A chip that only tells: *Agreed 3 July*."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        kind: str = "quiet",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(text, kind, icon)
        theme.changed.connect(self.update)

    def show_words(self, text: str, kind: str = "quiet", icon: str = "") -> None:
        """Tell something else."""
        self._text, self._kind, self._icon = text, kind, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as its words."""
        look = self._theme.look
        return QSize(chip_width(look, self._text, self._icon), chip_height(look))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_chip(painter, self._theme.look, rect, self._text, self._kind, self._icon)
        painter.end()


class TickBox(QCheckBox):
    """A tick box with words, 16 px, answering over its whole height."""

    def __init__(
        self, theme: Theme, text: str, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        words = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.rect = words
        painter = QPainter(self)
        look = self._theme.look
        paint_tick_box(painter, look, QRectF(box), self.isChecked(), self.isEnabled())
        style.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option, painter, self)
        painter.end()
