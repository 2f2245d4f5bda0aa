"""A sentence about the page that lasts as long as its cause, with one way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.labels import Body
from careerdesk.ui.widgets.section import IconMark

KINDS = {"danger": ("banner-danger", "danger"), "quiet": ("banner-growth", "growth")}


class NoteLine(QFrame):
    """Hidden while it has nothing to say; `pressed` when its button was."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, kind: str, icon: str, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """*kind* is danger or quiet."""
        super().__init__(parent)
        ground, token = KINDS[kind]
        self.setProperty("kind", ground)
        self.setObjectName(name)
        self.text = Body(wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = TextButton(theme, "", name=f"{name}Button", compact=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 20, 6)
        row.setSpacing(10)
        row.addWidget(IconMark(theme, icon, 18, token), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.pressed)
        self.hide()

    def say(self, sentence: str, button: str = "") -> None:
        """Say something else, and offer a way on; an empty sentence says nothing."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.set_words(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(sentence))
