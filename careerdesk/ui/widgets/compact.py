"""A row of joined buttons in small type, for narrow columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.segmented import Segmented

AIR = 12  # beside the words of a part, both sides and the edge together
LEAST = 30


class CompactSegmented(Segmented):
    """A Segmented whose parts are as wide as their words and never cut."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[object, str]],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        empty: object = None,
    ) -> None:
        """As for a Segmented; small type comes from the theme."""
        super().__init__(options, label, parent, name=name, empty=empty)
        self._theme = theme
        for part in self._parts():
            part.setProperty("compact", True)  # noqa: FBT003
        self._dress()
        theme.changed.connect(self._dress)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Dress after the style sheet, which sets a least width of its own."""
        super().showEvent(event)
        self._dress()  # a style sheet sets the least width of its own while it polishes

    def _parts(self) -> list[QPushButton]:
        return self.findChildren(QPushButton)

    def _dress(self) -> None:
        look = self._theme.look
        metrics = look.metrics("label")
        for part in self._parts():
            part.setFont(look.font("caption"))
            part.ensurePolished()
            part.setMinimumWidth(max(LEAST, metrics.horizontalAdvance(part.text()) + AIR))
