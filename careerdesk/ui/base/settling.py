"""Letting layouts find their sizes before anything is painted.

It stands apart from the pages, so that the frame can use it before the first of them is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

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


@contextmanager
def settled_once() -> Iterator[None]:
    """Settle at the end of the block, once for all that is done in it."""
    _Settling.left_to_caller = True
    try:
        yield
    finally:
        _Settling.left_to_caller = False
    settle()
