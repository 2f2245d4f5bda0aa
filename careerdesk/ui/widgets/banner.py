"""Sentences that stay under the tab bar for as long as their cause lasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.notices import Action
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import IconButton, TextButton
from careerdesk.ui.widgets.labels import Body
from careerdesk.ui.widgets.section import IconMark

ICONS = {"danger": "danger", "warning": "warning", "success": "check", "growth": "hint"}

URGENT = frozenset({names.CRASH})  # keys of what cannot wait, though one may close it


class Banner(QFrame):
    """One sentence with its icon and buttons; one of danger cannot be closed."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        text: str,
        actions: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", f"banner-{kind}")
        self.setAccessibleName(text)
        self.actions_ = list(actions)
        self.text = Body(text, wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(IconMark(theme, ICONS[kind], 18, kind), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        for number, (words, action) in enumerate(actions):
            row.addWidget(_button(theme, words, action, number))
        if kind != "danger":
            row.addWidget(self._close_button(theme))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as all its lines need, however much room the page below it wants."""
        super().resizeEvent(event)
        self.text.setMinimumHeight(self.text.heightForWidth(self.text.width()))

    def _close_button(self, theme: Theme) -> IconButton:
        button = IconButton(theme, "close", tr("Close"), name="dismissBanner")
        button.clicked.connect(self.closed)
        return button


class BannerArea(QWidget):
    """The banners that are up, one for each key; takes no room when there are none.

    Who used a button of one has the keyboard where it was before once the banner is gone.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._banners: dict[str, Banner] = {}
        self._came_from: Alive[QWidget] = Alive()
        self._on_close: dict[str, Callable[[], None]] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or before.window() is not self.window():
            return
        if self.isAncestorOf(now) and not self.isAncestorOf(before):
            self._came_from = Alive(before)

    def show_banner(
        self,
        key: str,
        kind: str,
        text: str,
        actions: Sequence[Action] = (),
        *,
        closed: Callable[[], None] | None = None,
    ) -> None:
        """Put a banner up, in place of the one with the same key, and have it spoken.

        *closed* is called if the user closes it.
        """
        shown = self._banners.get(key)
        said = shown is not None and shown.text.text() == text
        if shown is not None and said and (not actions or shown.actions_ == list(actions)):
            return  # made again it would be painted again, and what cannot be painted fails again
        self.clear_banner(key)
        banner = Banner(self._theme, kind, text, actions)
        banner.setObjectName(f"banner.{key}")
        banner.closed.connect(carrying(self._close, key))
        self._banners[key] = banner
        if closed is not None:
            self._on_close[key] = closed
        self._rows.addWidget(banner)
        self.show()
        if not said:
            announce(banner, text, urgent=kind == "danger" or key in URGENT)

    def clear_banner(self, key: str) -> None:
        """Take the banner of a key down, if it is up."""
        self._on_close.pop(key, None)
        banner = self._banners.pop(key, None)
        if banner is not None:
            focused = QApplication.focusWidget()
            self._rows.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
            if focused is not None and banner.isAncestorOf(focused):
                focus_again(self._came_from)
        self.setVisible(bool(self._banners))

    def banner(self, key: str) -> Banner | None:
        """The banner of a key, if it is up."""
        return self._banners.get(key)

    def _close(self, key: str) -> None:
        tell = self._on_close.get(key, _nothing)
        self.clear_banner(key)
        tell()


def _nothing() -> None:
    """Nobody wants to know."""


def _button(theme: Theme, words: str, action: Callable[[], object], number: int) -> TextButton:
    button = TextButton(theme, words, name=f"bannerAction{number}")

    def act() -> None:
        """Do what the button says."""
        action()

    button.clicked.connect(act)
    return button
