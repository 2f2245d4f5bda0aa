"""Turns share-safe mode on and off for the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from careerdesk.ui.errors import KEY as PROBLEM
from careerdesk.ui.texts import tr

if TYPE_CHECKING:
    from careerdesk.ui.plain_pages import PlainPages
    from careerdesk.ui.shell import Shell


class ShareMode(QObject):
    """Hides what is private before anything else can be painted.

    The screen is shared with the person who is open, so their page is the one that stays.
    """

    def __init__(self, window: Shell, frame: QMainWindow, pages: PlainPages) -> None:
        super().__init__(frame)
        self._window, self._frame, self._pages = window, frame, pages
        window.share_bar.off_wanted.connect(self.turn)

    @Slot()
    def turn(self) -> None:
        """Turn the mode on, or off if it is on."""
        window = self._window
        sharing = window.ctx.sharing
        if not window.ctx.autosaver.flush():
            window.actions_.set_shared(on=sharing.on)  # a tick that the click has made goes back
            return
        if sharing.on:
            sharing.stop()
        else:
            self._close_what_tells()
            sharing.share(window.person_page.person_id)
        self._frame.setWindowTitle(tr("CareerDesk, share-safe") if sharing.on else "CareerDesk")
        window.share_bar.setVisible(sharing.on)
        window.actions_.set_shared(on=sharing.on)

    def _close_what_tells(self) -> None:
        """Panels, plain pages and messages may name other people."""
        from careerdesk.ui.dialogs.capture import QuickCapture

        window = self._window
        window.toast.clear()
        window.ctx.notices.clear_banner(PROBLEM)
        going = self._frame.findChild(QuickCapture)
        if going is not None:
            going.leave()
        in_reviews = self._pages.current and self._pages.current.property("room") == "review"
        if in_reviews or (not window.on_person_page and window.person_page.person_id):
            self._pages.close()
