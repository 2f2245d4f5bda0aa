"""The panel at the right in which one thing of a list is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

WIDTH = 344
SIDE = 18  # the edges


class SidePanel(QFrame):
    """A kind in caption, tools and close at the upper right, a scrolling `body`; Esc closes."""

    closed = Signal()

    def __init__(
        self, theme: Theme, kind_word: str, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setObjectName(name)
        self.kind_word = SmallLabel()
        self.tools = QHBoxLayout()
        self.body = QVBoxLayout()
        self.close_button = IconButton(theme, "close", tr("Close"), name=names.ITEM_PANEL_CLOSE)
        self._width = theme.look.measure(WIDTH)
        self.setMinimumWidth(self._width)
        self.set_kind_word(kind_word)
        self._arrange()
        self.close_button.clicked.connect(self.closed)

    def set_kind_word(self, word: str) -> None:
        """Say what kind of thing is open: *Short-term goal*."""
        self.kind_word.setText(word)
        self.setAccessibleName(word)

    @override
    def sizeHint(self) -> QSize:
        """As wide as it was set."""
        return QSize(self._width, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Lay all of it out at once, the innermost first: else it would jump into place.

        What gets its width thereby may be of another height then: hence a second time.
        """
        every = [widget.layout() for widget in reversed(self.findChildren(QWidget))]
        for _ in range(2):
            for layout in every:
                if layout is not None:
                    layout.activate()
            QApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kind_word)
        head.addStretch()
        head.addLayout(self.tools)
        head.addWidget(self.close_button)
        inner = QWidget()
        inner.setLayout(self.body)
        area = self._area = SteadyScroll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 14, 0, 0)
        outer.setSpacing(4)
        head.setContentsMargins(18, 0, 12, 0)
        outer.addLayout(head)
        outer.addWidget(area, 1)
        self.body.setContentsMargins(SIDE, 0, area.beside_bar(SIDE), 14)
        self.body.setSpacing(8)
        area.setWidget(inner)
