"""A part of the goal panel: its name in small words, a count at the right, perhaps a plus."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.section import IconMark

ICON = 14
HEAD = 22


class PanelSection(QWidget):
    """What it holds goes into `body`; `plus` adds one more where *adds* says what."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        icon: str,
        parent: QWidget | None = None,
        *,
        adds: str = "",
        name: str = "",
    ) -> None:
        """*name* is the handle of the plus."""
        super().__init__(parent)
        self.caption = Caption()
        self.plus = IconButton(theme, "plus", adds or title, self, name=name)
        self.plus.setVisible(bool(adds))
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(IconMark(theme, icon, ICON))
        head.addWidget(SmallLabel(title))
        head.addStretch(1)
        head.addWidget(self.caption)
        if adds:
            head.addWidget(self.plus)
        row = QWidget()
        row.setMinimumHeight(theme.look.measure(HEAD))
        row.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addWidget(row)
        outer.addLayout(self.body)
