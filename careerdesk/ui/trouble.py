"""When the program itself goes wrong: the log says where, and the user is told calmly."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from careerdesk.ui.texts import tr

if TYPE_CHECKING:
    from careerdesk.ui.notices import Notices

KEY = "trouble"


class Trouble(QObject):
    """Stands before the hook for uncaught exceptions until `stop`; from any thread."""

    happened = Signal()

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._before = sys.excepthook
        sys.excepthook = self._note
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _note(
        self, kind: type[BaseException], error: BaseException, frames: TracebackType | None
    ) -> None:
        self._before(kind, error, frames)
        if issubclass(kind, Exception):
            self.happened.emit()

    @Slot()
    def _tell(self) -> None:
        words = tr(
            "Something went wrong here, and what you did last may not have happened. Your text is"
            " safe. Try again, or close CareerDesk and open it anew."
        )
        self._notices.banner(KEY, "warning", words)
