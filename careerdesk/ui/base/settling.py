"""Letting layouts find their sizes before anything is painted.

It stands apart from the pages, so that the frame can use it before the first of them is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

LEVELS = 10  # of layouts in layouts


class _Settling:
    """Whether anyone who shows a page settles it at the end."""

    left_to_caller = False


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
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)


def lay_out_when_settled(view: QAbstractItemView) -> None:
    """Let *view* lay its rows out again with the next `settle`; its `event` asks `lay_out_on`.

    Qt would do so while it paints them, and then paint them once more.
    """
    view.scheduleDelayedItemsLayout()
    QCoreApplication.postEvent(view, QEvent(QEvent.Type.LayoutRequest))


def lay_out_on(event: QEvent, view: QAbstractItemView) -> None:
    """Lay the rows of *view* out now if *event* says so and they wait for it."""
    if event.type() == QEvent.Type.LayoutRequest and view.isVisible():
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
