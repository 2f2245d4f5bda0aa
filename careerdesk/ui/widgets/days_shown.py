"""What shows days without reading anything: fields for a day, and rows painted as seen today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from careerdesk.ui.base.day import Day
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.date_words import day_words


def show_day(window: QWidget, today: date) -> None:
    """Let all of *window* show its days as seen *today*; what is being typed stays."""
    for field in window.findChildren(DateField):
        _show_as_of(field, today)
    for view in window.findChildren(QAbstractItemView):
        view.scheduleDelayedItemsLayout()
        view.updateGeometry()
        view.viewport().update()


def _show_as_of(field: DateField, today: date) -> None:
    day = field.day()
    if day is None or field.isModified():
        return
    if day_words(day, today) != field.text():
        _put(field, day)


class OffersToday(QObject):
    """Lets a field that offers today offer it also tomorrow, if nobody chose another day there.

    `moved` comes then. *is_new* says whether what the field is for has no day of its own yet;
    *ahead*, how far after today the day is that is offered.
    """

    moved = Signal()

    def __init__(
        self,
        field: DateField,
        day: Day,
        is_new: Callable[[], bool] = lambda: True,
        *,
        ahead: timedelta = timedelta(),
    ) -> None:
        """Follow *day* for as long as *field* lives."""
        super().__init__(field)
        self._field, self._day, self._is_new, self._ahead = field, day, is_new, ahead
        day.changed.connect(self._offer)

    @Slot(object)
    def _offer(self, today: date) -> None:
        field, offered = self._field, self._day.before + self._ahead
        if field.day() == offered and not field.isModified() and self._is_new():
            _put(field, today + self._ahead)
            self.moved.emit()


def _put(field: DateField, day: date) -> None:
    """Show a day, and leave standing why the field may not be changed, if that is said there."""
    why = field.accessibleDescription()
    field.set_day(day)
    field.setAccessibleDescription(why)
