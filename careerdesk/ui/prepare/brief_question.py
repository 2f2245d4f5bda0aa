"""The card with the question that was not asked for longest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.brief_lines import why_question
from careerdesk.domain.views import AskedQuestion
from careerdesk.ui.base import names
from careerdesk.ui.base.brief_words import because
from careerdesk.ui.base.texts import tr
from careerdesk.ui.discovery.question_words import answer_words, asked_words
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Muted, QuestionText, SmallLabel
from careerdesk.ui.widgets.section import IconMark

ASK_NOW = "askNow"


class BriefQuestion(QFrame):
    """Proposes a question; says what the user wants to do with it."""

    agenda_wanted = Signal()
    another_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a question."""
        super().__init__(parent)
        self.setProperty("kind", "accent-card")
        self.setObjectName(names.BRIEF_QUESTION)
        self.when = SmallLabel(wrap=True)
        self.text = QuestionText(wrap=True)
        self.answer = Muted(wrap=True)
        self.put = OutlinedButton(
            theme, tr("Put on the agenda"), name=names.PUT_ON_AGENDA, compact=True
        )
        self.ask = TextButton(theme, tr("Ask now"), name=ASK_NOW, compact=True)
        self.another = TextButton(theme, tr("Another"), name=names.ANOTHER_QUESTION, compact=True)
        self._arrange(theme)
        self._connect()

    def show_question(self, asked: AskedQuestion, last_words: str, today: date) -> None:
        """Show a question and what was answered to it the last time."""
        self.when.setText(asked_words(asked.last_asked, today))
        self.text.setText(asked.question.text)
        answer = answer_words(asked.last_asked, last_words)
        self.answer.setText(answer)
        self.answer.setVisible(bool(answer))
        self.setAccessibleName(asked.question.text)
        self.setToolTip(because(why_question(asked, today)))

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconMark(theme, "discovery", 14))
        head.addWidget(self.when, 1)
        buttons = FlowLayout(gap=2)
        for button in (self.put, self.ask, self.another):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.answer)
        column.addSpacing(2)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.put.clicked.connect(self.agenda_wanted)
        self.ask.clicked.connect(self.ask_wanted)
        self.another.clicked.connect(self.another_wanted)
