"""The store's word of changes as a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from careerdesk.services.store import Changes, Store


class Bridge(QObject):
    """Emits `changed(Changes)` after every edit, undo and redo of the store.

    `told` counts the changes: whoever read when it was what it is now knows all of them.
    """

    changed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told = 0
        self._stop = store.subscribe(self._tell)

    def _tell(self, changes: Changes) -> None:
        self.told += 1
        self.changed.emit(changes)

    def doubt(self) -> None:
        """An edit failed: what shows it as done already has to read again."""
        self._tell(Changes(unsure=True))

    def stop(self) -> None:
        """Listen to the store no more."""
        self._stop()
