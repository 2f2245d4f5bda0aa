"""One question of a career conversation: what was answered the last time, and now."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from careerdesk.domain.errors import NotFound
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import CheckIn, DiscoveryNote, Person, Question
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import N_, tr
from careerdesk.services import answers, career_conversations
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.answer_marks import AnswerMarks
from careerdesk.ui.widgets.labels import Caption, Muted, QuestionText, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import private_name

ANSWER = "careerAnswer"
LINES = (3, 12)


class CareerQuestion(QFrame):
    """The question over the last answer and an editor that saves itself as a note of Discovery."""

    def __init__(self, ctx: Context, place: int, parent: QWidget | None = None) -> None:
        """Start without a question; *place* sets the handles of the two apart."""
        super().__init__(parent)
        self._ctx, self._place = ctx, place
        self._check_in: CheckIn | None = None
        self.text = QuestionText(wrap=True)
        self.when = SmallLabel()
        self.before = Muted(wrap=True)
        self.now = Caption(tr("Today"))
        self.nothing = Muted(tr("Asked, but no answer was written down."), wrap=True)
        self._note: DiscoveryNote | None = None
        self.marks = AnswerMarks(ctx, self._has_words, f"career{place}")
        self.answer = NoteEditor(ctx.theme, tr("Answer"), name=f"{ANSWER}{place}")
        self.answer.grow(*LINES)
        self._saved = SavedField(ctx, self.answer, f"career-answer-{place}", self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.text, self.when, self.before, self.now, self.answer, self.nothing,
                     self.marks):  # fmt: skip
            column.addWidget(part)
        self.answer.refused.connect(ctx.notices.toast)
        self.marks.private_wanted.connect(self._set_private)
        self.marks.off_record_wanted.connect(self._set_off_record)

    def show_question(
        self,
        check_in: CheckIn,
        person: Person,
        asked: AskedQuestion,
        before: DiscoveryNote | None,
        note: DiscoveryNote,
    ) -> None:
        """Show a question with what was answered *before* this conversation, and in it."""
        if self._note is None or note.question_id != self._note.question_id:
            self.marks.fold()
        elif not note.id and not self._note.id:
            note = replace(note, private=self._note.private)
        self._check_in, self._note = check_in, note
        self.text.setText(asked.words)
        words = trg(person, "In their own words", she="In her own words", he="In his own words")
        self.answer.setPlaceholderText(words)
        if before is not None:
            self.when.setText(tr("Last time: {day}", day=Dates.long_day(before.asked_on)))
            self.before.setText(before.their_words.strip())
        for part in (self.when, self.before, self.now):
            part.setVisible(before is not None)
        ref = TextRef(DiscoveryNote, note.id, "their_words") if note.id else None
        self._saved.show_text(asked.id, note.their_words, ref, kind=Question)
        self._show_marks(note)
        self.setVisible(True)

    def _show_marks(self, note: DiscoveryNote) -> None:
        """Show what holds for a note; the name of its field says so, too."""
        name = tr("Answer to: {question}", question=self.text.text())
        self.answer.setAccessibleName(private_name(name) if note.private else name)
        hidden = note.off_record or (note.private and self._ctx.sharing.on)
        self.answer.setVisible(not hidden)
        self.nothing.setVisible(note.off_record)
        self.marks.show_marks(private=note.private, off_record=note.off_record)

    def release(self) -> None:
        """There is no such question: stand empty and unseen."""
        self._saved.release()
        self._note = None
        self.marks.fold()
        self.setVisible(False)

    def _has_words(self) -> bool:
        return bool(self.answer.text().strip() or (self._note and self._note.id))

    def _set_private(self, private: bool) -> None:
        self._change(partial(answers.set_private, private=private))

    def _set_off_record(self, off_record: bool) -> None:
        if off_record:
            self._saved.throw_away()
        self._change(partial(answers.set_off_record, off_record=off_record))

    def _change(self, act: partial[DiscoveryNote]) -> None:
        """Do something with the note; what is being typed is part of it by then."""
        done = try_action(self._ctx, lambda: act(self._ctx.store, self._as_stored()))
        if done.value is not None and not done.value.id:
            self._note = done.value
        if self._note is not None:
            self._show_marks(self._note)

    def _as_stored(self) -> DiscoveryNote:
        """The note as it is now that all typing is written, or what it is going to be."""
        if self._check_in is None or self._note is None or self._note.question_id is None:
            raise NotFound(N_("No question is shown."))
        store, today = self._ctx.store, self._ctx.clock.today()
        now = career_conversations.answer_of(store, self._check_in, self._note.question_id, today)
        return now if now.id else self._note

    def _write(self, question_id: int, text: str, merge: str, _by: QObject) -> None:
        if self._check_in is not None:
            career_conversations.write_answer(
                self._ctx.store, self._check_in.id, question_id, text, self._ctx.clock.today(),
                private=self._note.private if self._note else None,
                merge=f"{merge}-{self._check_in.id}", origin=self._saved,
            )  # fmt: skip
