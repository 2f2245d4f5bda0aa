"""Makes what first visits would wait for, while nothing else is done.

No start waits for a page that it does not show; its first visit would, for dozens of modules and
up to two hundred widgets. Once the start is over they are had in small steps, while the user has
let go of mouse and keyboard (`docs/adr/0068-made-in-pauses.md`).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.ui.base.window_filter import WindowFilter
from careerdesk.ui.shell.person_page import TABS, PersonPage

FOLDERS = ("widgets", "agenda", "feedback", "ideas", "discovery", "plan", "checkins", "today")
"""Those of `careerdesk.ui` whose modules a day with the program needs."""

AT_ONCE_MS = 4  # of small steps between two events; the largest is a page, by itself
PAUSE_MS = 8  # after them, for all that waits
QUIET_MS = 400  # that nobody has typed, clicked or turned the wheel
_DONE_BY_USER = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.InputMethod,
})  # fmt: skip


class MakingAhead(WindowFilter):
    """Takes *steps* while nothing else is done, and waits whenever the user does something."""

    def __init__(
        self, steps: Iterator[object], parent: QObject, *, quiet_ms: int = QUIET_MS
    ) -> None:
        """Begin when the events that wait now are through; end with *parent*."""
        super().__init__(parent)
        self._steps, self._quiet_ms = steps, quiet_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(PAUSE_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to the user."""
        if event.type() in _DONE_BY_USER and self._timer.isActive():
            self._timer.start(self._quiet_ms)
        return False

    @Slot()
    def _go_on(self) -> None:
        if _is_amid_something():
            self._timer.start(self._quiet_ms)
            return
        more = False
        try:
            more = self._has_more(QDeadlineTimer(AT_ONCE_MS))
        finally:  # a page that cannot be made says so at its visit as well
            if more:
                self._timer.start(PAUSE_MS)
            else:
                self.deleteLater()

    def _has_more(self, end: QDeadlineTimer) -> bool:
        """Take steps until *end*; whether some are left then."""
        return any(end.hasExpired() for _ in self._steps)


def _is_amid_something() -> bool:
    """Whether a menu, a dialog or a drag waits for the user."""
    nested = QThread.currentThread().loopLevel() > 1
    return nested or bool(QApplication.activePopupWidget() or QApplication.activeModalWidget())


def steps_for(page: PersonPage) -> Iterator[object]:
    """Import what the tabs of *page* and Today need, and make those tabs, bit by bit."""
    yield from _modules()
    for tab in TABS:
        made = page.made_page(tab)
        yield made
        yield from made.parts_for_later()
        yield from _dressed(made)


def _modules() -> Iterator[object]:
    from careerdesk import ui

    for folder in FOLDERS:
        package = import_module(f"{ui.__name__}.{folder}")
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            yield import_module(module.name)
    gc.collect()
    gc.freeze()  # modules stay: no collection after this one need look at them
    yield None


def _dressed(page: QWidget) -> Iterator[object]:
    """Dress the widgets of a page, the innermost first: each that is dressed dresses its own."""
    for widget in reversed(page.findChildren(QWidget)):
        if isValid(widget):  # else a visit between two steps has put something else in its place
            widget.ensurePolished()
        yield widget
