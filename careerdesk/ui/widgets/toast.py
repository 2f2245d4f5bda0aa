"""What was just done, told for eight seconds, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.announce import announce
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.labels import Body

SHOWN_MS = 8_000
FADE_MS = 120
FROM_BOTTOM = 18


class Toast(QFrame):
    """One at a time, bottom middle of its parent; stays while the pointer or focus is on it."""

    undo_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._host = theme, parent
        self._step: object = None
        self.setProperty("kind", "toast")
        self.setObjectName(names.TOAST)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._row: QHBoxLayout | None = None
        self.hide()
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)

    def _fill(self) -> QHBoxLayout:
        """Make what it shows, when it is shown first."""
        self._text = Body()
        self._undo = _ToastButton(self._theme, tr("Undo"), name=names.TOAST_UNDO, compact=True)
        self._undo.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self.setMinimumHeight(self._theme.look.measure(40))
        return row

    def tell(self, text: str, undo: bool = False, step: object = None) -> None:
        """Show a sentence in place of the last, with an Undo button if there is a way back.

        `undo_wanted` carries the *step* that was done, whatever was done since.
        """
        self._step = step
        self._row = self._row or self._fill()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undo)
        self._row.setContentsMargins(16, 4, 8 if undo else 16, 4)
        self._place()
        self.show()
        self.raise_()
        self._fade_in()
        self._timer.start()
        announce(self, text)

    def clear(self) -> None:
        """Take it away at once."""
        self._timer.stop()
        self.hide()

    def text(self) -> str:
        """The sentence shown last."""
        return self.accessibleName()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of a page that is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Count down again."""
        self._timer.start()
        super().leaveEvent(event)

    def _leave(self) -> None:
        if self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _take_back(self) -> None:
        self._timer.stop()
        self.hide()
        self.undo_wanted.emit(self._step)

    def _place(self) -> None:
        self._text.setMaximumWidth(max(120, self._host.width() - 200))
        self.adjustSize()
        x = (self._host.width() - self.width()) // 2
        self.move(x, self._host.height() - self.height() - FROM_BOTTOM)

    def _fade_in(self) -> None:
        from PySide6.QtCore import QPropertyAnimation
        from PySide6.QtWidgets import QGraphicsOpacityEffect

        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(self._solid)
        fade.start()

    def _solid(self) -> None:
        self.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes the effect away


class _ToastButton(LookButton):
    kind = "toast"
