"""Turns share-safe mode on and off for the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import clear_problem
from careerdesk.ui.base.window_filter import WindowFilter

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell
    from careerdesk.ui.shell.standalone_pages import StandalonePages


class ShareMode(QObject):
    """Hides what is private before anything else can be painted, whatever else fails.

    The screen is shared with the person who is open, so their page is the one that stays.
    Title, bar, menu and switch are drawn from `Sharing` alone: they say what is so.
    """

    def __init__(self, window: Shell, frame: QMainWindow, pages: StandalonePages) -> None:
        super().__init__(frame)
        self._window, self._frame, self._pages = window, frame, pages
        window.share_bar.off_wanted.connect(self.turn)
        window.ctx.sharing.turned.connect(self._show_state)
        ShareKeys(window.actions_[names.SHARE_SAFE_MODE], self)

    @Slot()
    def turn(self) -> None:
        """Turn the mode on, or off if it is on."""
        window = self._window
        try:
            if window.ctx.sharing.on:
                self._turn_off()
            else:
                window.ctx.sharing.share(window.person_page.person_id, self._close_what_tells)
        finally:
            self._show_state()  # the click has turned the tick already

    def _turn_off(self) -> None:
        self._window.ctx.sharing.stop(self._write)
        page = self._pages.current
        if page is not None and page.objectName() == names.NOBODY_SHOWN:
            self._pages.close()

    @Slot()
    def _show_state(self) -> None:
        on = self._window.ctx.sharing.on
        self._frame.setWindowTitle(tr("CareerDesk (share-safe mode)") if on else "CareerDesk")
        self._window.share_bar.setVisible(on)
        self._window.actions_.set_shared(on=on)

    def _close_what_tells(self) -> None:
        """Close what may name other people; one that fails keeps no other from being closed."""
        notices = self._window.ctx.notices
        _each(
            self._window.toast.clear,
            lambda: clear_problem(notices),
            _close_popups,
            self._close_dialogs,
            self._close_capture,
            self._write,
            self._leave_page,
        )

    def _write(self) -> None:
        """Write what was typed; what cannot be written stays typed, so nothing waits for it."""
        self._window.ctx.autosaver.flush()

    def _close_dialogs(self) -> None:
        _each(*(dialog.reject for dialog in self._frame.findChildren(QDialog)))

    def _close_capture(self) -> None:
        from careerdesk.ui.shell.capture import QuickCapture

        _each(*(going.leave for going in self._frame.findChildren(QuickCapture)))

    def _leave_page(self) -> None:
        if self._pages.current is not None:
            self._pages.close()


class ShareKeys(WindowFilter):
    """Hears the keys of the mode where a dialog or a menu keeps them from the window.

    Qt asks no action of a window for its keys while something modal lies over it; just then the
    screen may have to be safe at once.
    """

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the mode by its keys; all else goes on to where it belongs."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if over and QKeySequence(event.keyCombination()) == self._action.shortcut():
                self._action.trigger()
                return True
        return super().eventFilter(watched, event)


def _close_popups() -> None:
    """Menus and lists of choices; each that is closed may leave another one below it."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        following = QApplication.activePopupWidget()
        popup = following if following is not popup else None


def _each(*actions: Callable[[], object]) -> None:
    """Do all of them; the first error comes back once all were tried."""
    failed: Exception | None = None
    for action in actions:
        try:
            action()
        except Exception as error:  # noqa: BLE001  # raised again below, when all else is hidden
            failed = failed or error
    if failed is not None:
        raise failed
