"""Fields that stand over a row while its value is typed, and go by a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from careerdesk.compat import override
from careerdesk.ui.base.field_note import is_refused
from careerdesk.ui.base.keys import ENTER
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.typed_field import TypedField


class RowNumber(NumberField):
    """The number of a row; `left` tells that a key is done with it."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number, then leave."""
        if _leaves(self, event, super().keyPressEvent):
            self.left.emit()


class RowDay(DateField):
    """The day of a row; `left` tells that a key is done with it."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the day, then leave."""
        if _leaves(self, event, super().keyPressEvent):
            self.left.emit()


def _leaves(field: TypedField, event: QKeyEvent, press: Callable[[QKeyEvent], None]) -> bool:
    """Let a key be pressed; whether the field is done with, which takes the key from the list.

    Enter is, and Esc where nothing is typed: else it brings the value back. What cannot be read
    stays.
    """
    escape = event.key() == Qt.Key.Key_Escape and not field.isModified()
    press(event)
    done = (event.key() in ENTER or escape) and not is_refused(field)
    if done:
        event.accept()
    return done
