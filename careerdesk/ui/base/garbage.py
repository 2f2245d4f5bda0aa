"""Circles of garbage are freed while nothing of Qt is under way.

Python frees them wherever something happens to be allocated: in another thread, or within a call
that Qt made to us. A widget freed then may be the one that Qt returns to, and the program dies.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QThread, Slot


class IdleCollector(QObject):
    """Collects, in place of Python, whenever the thread that made it runs out of events.

    As much as Python would, by its own thresholds, but neither in a thread nor while a dialog
    or a menu has an event loop of its own. It costs no timer: a window at rest stays at rest.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thread = QThread.currentThread()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._collect)

    @Slot()
    def _collect(self) -> None:
        if self._thread.loopLevel() > 1:
            return
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counts) if count > most > 0]
        if due:
            gc.collect(due[-1])
