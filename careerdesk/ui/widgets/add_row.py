"""The field that adds to a list, with small choices below it while it is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.inline_add import InlineAdd


class AddRow(QWidget):
    """Puts choices under an InlineAdd; they show while the keyboard is here, and keep their room.

    `left` tells that the keyboard went elsewhere: choices begin anew then.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, placeholder: str, parent: QWidget | None = None, *, key_hint: str = ""
    ) -> None:
        """Start with a field and no choices."""
        super().__init__(parent)
        self.edit = InlineAdd(theme, placeholder, key_hint=key_hint)
        self.choices = QWidget()
        keep = self.choices.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.choices.setSizePolicy(keep)
        self._row = QHBoxLayout(self.choices)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 6, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.edit)
        outer.addWidget(self.choices)
        self.choices.hide()
        self.edit.installEventFilter(self)

    def add_choice(self, choice: QWidget) -> None:
        """Put one more choice at the end."""
        self._row.insertWidget(self._row.count() - 1, choice)
        choice.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        if here != self.choices.isVisibleTo(self):
            self.choices.setVisible(here)
            if here:
                self._come_into_view()
            else:
                self.left.emit()

    def _come_into_view(self) -> None:
        """Scroll whatever this stands in so far that the choices can be seen too."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, 8)
