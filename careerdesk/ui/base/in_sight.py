"""Scrolling the pages around a widget, so that what has the keyboard is seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

AROUND = 40  # pixels of a page that are seen beside what one comes to


def show_all_of(widget: QWidget, part: QRect) -> None:
    """Scroll every page around a widget so that a *part* of it is seen, its beginning at least."""
    for area in _areas_around(widget):
        inside = area.widget()
        if inside is None or not inside.isAncestorOf(widget):
            continue
        rect = QRect(widget.mapTo(inside, part.topLeft()), part.size())
        area.ensureVisible(rect.center().x(), rect.bottom(), 0, AROUND)
        area.ensureVisible(rect.center().x(), rect.top(), 0, AROUND)


def show_cursor_of(widget: QWidget) -> None:
    """Scroll the pages around a widget until its cursor, or current row, is seen.

    A widget without either is seen from its upper to its lower edge; nothing moves if it is so.
    """
    if not _cursor_is_seen(widget):
        for area in _areas_around(widget):
            area.ensureWidgetVisible(widget, 0, AROUND)


def _cursor_is_seen(widget: QWidget) -> bool:
    """Whether the pages around a widget leave its cursor in sight.

    One that was scrolled away within the widget itself is the widget's own affair.
    """
    cursor = QRectF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toAlignedRect()
    inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    seen = inside.visibleRegion().boundingRect()
    there = cursor.intersected(inside.rect())
    return not seen.isEmpty() if there.isEmpty() else seen.contains(there)


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()
