"""Work in parts: one of them, then whatever else the window has to do, then the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from careerdesk.domain.parts import AT_ONCE, Parts

End = Callable[[Callable[[], Any]], object]
"""Is given a function that returns the result of the work, or raises what went wrong."""


class Turns(QObject):
    """Does *parts* one to a turn of the event loop, and calls *then* at the end, in one thread.

    `moved` carries each part. After `stop` neither comes. Another thread would be no help: two
    that run Python wait for each other, the window for each of its rows.
    """

    moved = Signal(object)

    def __init__(self, parts: Parts[Any], then: End, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._then = then
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._small = True  # as far as is known
        self.over = False

    def start(self, *, small: bool = True) -> None:
        """Do all of it now if it is small, else the rest by turns."""
        self._small = small
        while not self.over and self._small:
            self._turn()
        if not self.over:
            self._timer.start()

    def finish(self) -> None:
        """Do the rest of it now."""
        while not self.over:
            self._turn()

    def stop(self) -> None:
        """End it here: what was done so far is taken back."""
        if not self.over:
            self._end()
            self._parts.close()

    def _end(self) -> None:
        self.over = True
        self._timer.stop()
        self.deleteLater()

    @Slot()
    def _turn(self) -> None:
        try:
            part = next(self._parts)
        except StopIteration as end:
            self._give(end.value)
        except Exception as error:  # noqa: BLE001  # anyone who asked hears of it
            self._fail(error)
        else:
            self._small = part.all <= AT_ONCE
            self.moved.emit(part)

    def _give(self, result: object) -> None:
        self._end()
        self._then(lambda: result)

    def _fail(self, error: Exception) -> None:
        def fail() -> None:
            raise error

        self._end()
        self._then(fail)
