"""Letting layouts find their sizes before anything is painted.

It stands apart from the pages, so that the frame can use it before the first of them is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

LEVELS = 10  # of layouts in layouts


class _Settling:
    """Whether anyone who shows a page settles it at the end, and whose rows wait for that."""

    left_to_caller = False
    waiting: ClassVar[list[QAbstractItemView]] = []


def settle() -> None:
    """Let all layouts find their sizes now, so that a page is painted once and does not jump.

    A layout inside another tells the outer one by a posted event, level by level. A widget that is
    shown asks for its painting by another: if the window is painted before that comes, which it is
    where showing took long, all of it is painted a second time.
    """
    if _Settling.left_to_caller:
        return
    for _ in range(LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        _lay_out_waiting()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)


def lay_out_when_settled(view: QAbstractItemView) -> None:
    """Let *view* lay its rows out again with the next `settle`, if it is seen then.

    Qt would do so while it paints them, and then paint them once more.
    """
    view.scheduleDelayedItemsLayout()
    if view not in _Settling.waiting:
        _Settling.waiting.append(view)


def _lay_out_waiting() -> None:
    waiting, _Settling.waiting = _Settling.waiting, []
    for view in waiting:
        if isValid(view) and view.isVisible():
            view.executeDelayedItemsLayout()


@contextmanager
def settled_once() -> Iterator[None]:
    """Settle at the end of the block, once for all that is done in it."""
    _Settling.left_to_caller = True
    try:
        yield
    finally:
        _Settling.left_to_caller = False
    settle()
