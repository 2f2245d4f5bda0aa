"""The one large thing that may be on the way to the disk: it can be seen, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.parts import Parts
from careerdesk.ui.base.autosave import Autosaver
from careerdesk.ui.base.turns import End, Turns


class LongWork(QObject):
    """Stores in parts while the window goes on; meanwhile what is typed waits to be saved.

    `began` says what it is, `moved` how far, and `ended` that it is over. What is small is over
    before `start` comes back, and neither is said.
    """

    began = Signal(str)
    moved = Signal(object)
    ended = Signal()

    def __init__(self, autosaver: Autosaver, parent: QObject) -> None:
        super().__init__(parent)
        self._autosaver = autosaver
        self._turns: Turns | None = None
        self._more: list[Parts[Any]] = []
        self._then: End | None = None
        self._stopped: Callable[[], object] | None = None
        self._result: Callable[[], Any] | None = None
        self._told = False
        self._then_close: Callable[[], object] | None = None

    @property
    def busy(self) -> bool:
        """Whether something large is being stored."""
        return self._turns is not None

    def start(
        self, parts: Parts[Any], words: str, then: End, stopped: Callable[[], object]
    ) -> None:
        """Do *parts*, called *words*; *then* hears of the end, or *stopped* of `stop`.

        While something else is under way, the store refuses it, and *then* hears that.
        """
        if self.busy:
            Turns(parts, then, self).start()
            return
        self._then, self._stopped = then, stopped
        self._autosaver.hold()
        self._turns = turns = Turns(parts, self._finish, self)
        turns.start()
        if not turns.over:
            turns.moved.connect(self.moved)
            self._told = True
            self.began.emit(words)

    def also(self, parts: Parts[Any]) -> None:
        """Do these *parts* too, before it is over: showing what was stored takes long as well."""
        self._more.append(parts)

    def finishes_first(self, then: Callable[[], object]) -> bool:
        """Whether something is being stored that is to be done before the window closes.

        *then* is called once it is, unless it fails. Whoever asks again does not wait for it.
        """
        if not self.busy or self._then_close is not None:
            return False
        self._then_close = then
        return True

    @Slot()
    def stop(self) -> None:
        """End it, and leave everything as it was before."""
        if self._turns is None:
            return
        self._turns.stop()
        if self._result is not None:  # it is stored by now, and only not shown in full
            self._end(self._result)
            return
        stopped = self._stopped
        self._release()
        if stopped is not None:
            stopped()

    def _finish(self, result: Callable[[], Any]) -> None:
        if self._more:
            self._result = result
            turns = Turns(self._follow(self._more), lambda shown: self._end(result, shown), self)
            self._more, self._turns = [], turns
            turns.start(small=not self._told)
        else:
            self._end(result)

    @staticmethod
    def _follow(all_parts: list[Parts[Any]]) -> Parts[None]:
        for parts in all_parts:
            yield from parts

    def _end(self, *results: Callable[[], Any]) -> None:
        """Give the first of *results*; what went wrong in showing it is raised after that."""
        then, close = self._then, self._then_close
        self._release()
        if then is not None:
            then(results[0])
        for shown in results[1:]:
            shown()
        if close is not None and _is_done(results[0]):
            close()

    def _release(self) -> None:
        self._turns, self._then, self._stopped, self._result = None, None, None, None
        self._more, self._told, self._then_close = [], False, None
        self._autosaver.release()
        self.ended.emit()


def _is_done(result: Callable[[], Any]) -> bool:
    """Whether it was stored; of what was not, a banner says why, which is to be read."""
    try:
        result()
    except Exception:  # noqa: BLE001  # it was told to anyone who asked
        return False
    return True
