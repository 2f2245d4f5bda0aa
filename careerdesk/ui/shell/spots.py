"""Where one is in the window, to come back to: the place, how far it is scrolled, the keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMainWindow,
    QTextEdit,
    QWidget,
)

from careerdesk.dataclass import dataclass
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive
from careerdesk.ui.base.focus import show_now
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.settling import settle
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.widgets.record_list import ID_ROLE, RecordListModel

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell
    from careerdesk.ui.shell.standalone_pages import StandalonePages

Key = tuple[str, str, int]
"""A part of a page: its name, its class, and which one of those that share both."""


@dataclass(frozen=True, slots=True)
class Held:
    """What has the keyboard, with the place of the cursor in it or the row that is current."""

    widget: Alive[QWidget]
    name: str
    cursor: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the window. `page` is the name of a plain page, "" for a person's.

    `inside` is where one is in it; `opened` is what is open on the page of a person.
    """

    page: str
    person_id: int
    tab: str
    inside: str = ""
    opened: Destination | None = None
    details: bool = False
    scrolled: tuple[tuple[Key, int], ...] = ()
    held: Held | None = None


class Spots:
    """Takes down where one is, and goes there again."""

    def __init__(self, window: Shell, frame: QMainWindow, pages: StandalonePages) -> None:
        """Look at *window*, whose outside is *frame*, and its plain *pages*."""
        self._window, self._frame, self._pages = window, frame, pages

    def here(self) -> Spot:
        """Where one is now."""
        shown, page = self._window.person_page, self._pages.current
        spot = Spot("", shown.person_id, shown.tab, held=_held(self._frame))
        if page is not None:
            spot = replace(spot, page=page.objectName(), inside=page.spot)
        elif shown.page is not None:
            panel = self._frame.findChild(QWidget, names.PERSON_PANEL)
            details = panel is not None and panel.isVisible()
            spot = replace(spot, opened=shown.page.opened, details=details)
        return replace(spot, scrolled=tuple(_scrolled(self._root())))

    def return_to(self, spot: Spot) -> bool:
        """Go to a place again; tells whether it can still be shown."""
        if not self._show(spot):
            return False
        settle()
        self._scroll(spot)
        self._give_keyboard(spot.held)
        self._scroll(spot)  # whoever took the keyboard may have scrolled
        return True

    def _root(self) -> QWidget:
        return self._pages.current or self._window.person_page.page or self._window.person_page

    def _show(self, spot: Spot) -> bool:
        if spot.page:
            return self._pages.show_again(spot.page, spot.inside)
        if not spot.person_id:
            self._pages.close()
            return True
        window = self._window
        window.person_page.take_side()
        if not window.open_person(spot.person_id, spot.tab):
            return False
        page = window.person_page.page
        if page is not None:
            page.come_back(spot.opened)
        if spot.details:
            window.actions_[EDIT_PERSON].trigger()
        return True

    def _scroll(self, spot: Spot) -> None:
        areas = dict(_areas(self._root()))
        for key, value in spot.scrolled:
            area = areas.get(key)
            if isinstance(area, QAbstractItemView):
                area.doItemsLayout()  # else it may not know yet how long it is
            if area is not None:
                area.verticalScrollBar().setValue(value)

    def _give_keyboard(self, held: Held | None) -> None:
        widget = self._widget_of(held) if held is not None else None
        if held is None or widget is None:
            self._pages.focus()
            return
        _place(widget, held)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widget_of(self, held: Held) -> QWidget | None:
        """The same widget, else the one that was made in its place."""
        same = held.widget.get()
        if same is not None and same.isVisible():
            return same
        for one in self._frame.findChildren(QWidget, held.name) if held.name else ():
            show_now(one)
            if one.isVisible():
                return one
        return None


def _held(frame: QMainWindow) -> Held | None:
    focused = QApplication.focusWidget()
    widget = focused if focused is not None and focused.window() is frame else frame.focusWidget()
    if widget is None:
        return None
    held = Held(Alive(widget), widget.objectName())
    if isinstance(widget, QTextEdit):
        return replace(held, cursor=widget.textCursor().position())
    if isinstance(widget, QLineEdit):
        return replace(held, cursor=widget.cursorPosition())
    if isinstance(widget, QAbstractItemView):
        return replace(held, row=widget.currentIndex().data(ID_ROLE) or 0)
    return held


def _place(widget: QWidget, held: Held) -> None:
    """Put the cursor, or what is current, back where it was."""
    if isinstance(widget, QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(held.cursor, widget.document().characterCount() - 1))
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(held.cursor)
    elif isinstance(widget, QAbstractItemView):
        model = widget.model()
        row = model.row_of(held.row) if isinstance(model, RecordListModel) and held.row else -1
        if row >= 0:
            widget.setCurrentIndex(model.index(row, 0))


def _areas(root: QWidget) -> Iterator[tuple[Key, QAbstractScrollArea]]:
    seen: Counter[tuple[str, str]] = Counter()
    for area in root.findChildren(QAbstractScrollArea):
        if area.isVisible():
            name = area.objectName(), type(area).__name__
            yield (*name, seen[name]), area
            seen[name] += 1


def _scrolled(root: QWidget) -> Iterator[tuple[Key, int]]:
    for key, area in _areas(root):
        if value := area.verticalScrollBar().value():
            yield key, value
