"""Share-safe mode: what is private stays hidden while others see the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Record

R = TypeVar("R", bound=Record)


def _nothing() -> None:
    """Do nothing between hiding and reading."""


class Sharing(QObject):
    """Whether the screen is shared, and with whom: only they may be seen then.

    `turned` comes first, for what is hidden without reading anything: that must not wait for a
    disk. `changed` comes after it, for pages that leave rows out where they are read.
    """

    turned = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.person_id: int | None = None

    @property
    def on(self) -> bool:
        """Whether private things and other people are hidden."""
        return self.person_id is not None

    def share(self, person_id: int, before_reading: Callable[[], None] = _nothing) -> None:
        """Hide all that this person must not see; 0 stands for nobody.

        *before_reading* runs once what can be hidden is hidden, and may fail.
        """
        self._turn(person_id, before_reading)

    def stop(self, before_reading: Callable[[], None] = _nothing) -> None:
        """Show everything again."""
        self._turn(None, before_reading)

    def _turn(self, person_id: int | None, before_reading: Callable[[], None]) -> None:
        self.person_id = person_id
        self.turned.emit()
        try:
            before_reading()
        finally:
            self.changed.emit()

    def shows(self, person_id: int) -> bool:
        """Whether anything of a person may be seen now."""
        return self.person_id in (None, person_id)

    def seen(self, records: Iterable[R]) -> list[R]:
        """Those of *records* that may be seen now: while the screen is shared no private one."""
        if not self.on:
            return list(records)
        from careerdesk.domain.catalogue import is_private

        return [one for one in records if not is_private(one)]

    def hide_while_sharing(self, *widgets: QWidget) -> None:
        """Keep private widgets hidden while the screen is shared, whatever their page does."""
        for widget in widgets:
            _HiddenWhileSharing(self, widget)


class _HiddenWhileSharing(QObject):
    """Watches one private widget; lives and goes with it."""

    _turning = True  # also while Python takes it down before Qt does

    def __init__(self, sharing: Sharing, widget: QWidget) -> None:
        super().__init__(widget)
        self._sharing, self._widget = sharing, widget
        self._wanted = not widget.isHidden()
        self._turning = False
        widget.installEventFilter(self)
        sharing.turned.connect(self._turn)
        if sharing.on:
            self._show(shown=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what the page wants; hide what it shows, before it is painted."""
        if self._turning:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShowToParent:
            self._wanted = True
            if self._sharing.on:
                self._show(shown=False)
        elif event.type() == QEvent.Type.HideToParent:
            self._wanted = False
        return super().eventFilter(watched, event)

    @Slot()
    def _turn(self) -> None:
        self._show(shown=self._wanted and not self._sharing.on)

    def _show(self, *, shown: bool) -> None:
        self._turning = True
        self._widget.setVisible(shown)
        self._turning = False
