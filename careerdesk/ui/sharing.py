"""Share-safe mode: what is private stays hidden while others see the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override


class Sharing(QObject):
    """Whether the screen is shared, and with whom: only they may be seen then."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.person_id: int | None = None

    @property
    def on(self) -> bool:
        """Whether private things and other people are hidden."""
        return self.person_id is not None

    def share(self, person_id: int) -> None:
        """Hide all that this person must not see; 0 stands for nobody."""
        self.person_id = person_id
        self.changed.emit()

    def stop(self) -> None:
        """Show everything again."""
        self.person_id = None
        self.changed.emit()

    def shows(self, person_id: int) -> bool:
        """Whether anything of a person may be seen now."""
        return self.person_id in (None, person_id)

    def veil(self, *widgets: QWidget) -> None:
        """Keep private widgets hidden while the screen is shared, whatever their page does."""
        for widget in widgets:
            _Veil(self, widget)


class _Veil(QObject):
    """Watches one private widget; lives and goes with it."""

    _turning = True  # also while Python takes it down before Qt does

    def __init__(self, sharing: Sharing, widget: QWidget) -> None:
        super().__init__(widget)
        self._sharing, self._widget = sharing, widget
        self._wanted = not widget.isHidden()
        self._turning = False
        widget.installEventFilter(self)
        sharing.changed.connect(self._turn)
        if sharing.on:
            self._show(shown=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what the page wants; hide what it shows, before it is painted."""
        if not self._turning and event.type() == QEvent.Type.ShowToParent:
            self._wanted = True
            if self._sharing.on:
                self._show(shown=False)
        elif not self._turning and event.type() == QEvent.Type.HideToParent:
            self._wanted = False
        return super().eventFilter(watched, event)

    @Slot()
    def _turn(self) -> None:
        self._show(shown=self._wanted and not self._sharing.on)

    def _show(self, *, shown: bool) -> None:
        self._turning = True
        self._widget.setVisible(shown)
        self._turning = False
