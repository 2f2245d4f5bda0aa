"""One question of a career conversation: what was answered the last time, and now."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from careerdesk.domain.records import CheckIn, DiscoveryNote, Person, Question
from careerdesk.domain.views import AskedQuestion
from careerdesk.services import career_talks
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates, possessive, tr
from careerdesk.ui.widgets.labels import Caption, Muted, QuestionText, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor

ANSWER = "careerAnswer"
LINES = (3, 12)


class CareerQuestion(QFrame):
    """The question over the last answer and an editor that saves itself as a note of Discovery."""

    def __init__(self, ctx: Context, place: int, parent: QWidget | None = None) -> None:
        """Start without a question; *place* sets the handles of the two apart."""
        super().__init__(parent)
        self._ctx, self._place = ctx, place
        self._talk: CheckIn | None = None
        self.text = QuestionText(wrap=True)
        self.when = SmallLabel()
        self.before = Muted(wrap=True)
        self.now = Caption(tr("Today"))
        self.answer = NoteEditor(ctx.theme, tr("Answer"), name=f"{ANSWER}{place}")
        self.answer.grow(*LINES)
        self._saved = SavedField(ctx, self.answer, f"career-answer-{place}", self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.text, self.when, self.before, self.now, self.answer):
            column.addWidget(part)
        self.answer.refused.connect(ctx.notices.toast)

    def show_question(
        self,
        talk: CheckIn,
        person: Person,
        asked: AskedQuestion,
        before: str,
        note: DiscoveryNote | None,
    ) -> None:
        """Show a question with what was answered *before* this conversation, and in it."""
        self._talk = talk
        self.text.setText(asked.question.text)
        words = tr("In {their} words").format(their=possessive(person.pronouns))
        self.answer.setPlaceholderText(words)
        self.answer.setAccessibleName(
            tr("Answer to: {question}").format(question=asked.question.text)
        )
        answered = bool(before.strip()) and asked.last_asked is not None
        if answered and asked.last_asked is not None:
            self.when.setText(tr("Last time, {day}").format(day=Dates.long_day(asked.last_asked)))
            self.before.setText(before.strip())
        for part in (self.when, self.before, self.now):
            part.setVisible(answered)
        ref = TextRef(DiscoveryNote, note.id, "their_words") if note else None
        self._saved.show_text(asked.id, note.their_words if note else "", ref, kind=Question)
        self.setVisible(True)

    def let_go(self) -> None:
        """There is no such question: stand empty and unseen."""
        self._saved.let_go()
        self.setVisible(False)

    def _write(self, question_id: int, text: str, merge: str, _by: QObject) -> None:
        if self._talk is not None:
            career_talks.write_answer(
                self._ctx.store, self._talk.id, question_id, text, self._ctx.clock.today(),
                merge=f"{merge}-{self._talk.id}", origin=self._saved,
            )  # fmt: skip
