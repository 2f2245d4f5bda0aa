"""The question that is open on Discovery, why it is suggested, and the answers to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.question_words import VOLUNTARY, few_words
from careerdesk.domain.records import DiscoveryNote, Person
from careerdesk.domain.views import AskedQuestion, MotivatorView, NoteView
from careerdesk.i18n import fill, tr, translated
from careerdesk.services import discovery
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.discovery.answer_row import AnswerRow
from careerdesk.ui.widgets.buttons import OutlinedButton
from careerdesk.ui.widgets.labels import Caption, Muted, QuestionText

ASK = "askQuestion"


class Answering(QWidget):
    """One question or one note without one is open for answering, and no other.

    A note is stored with its first words: to ask alone keeps nothing. `turned` tells that another
    one is open, which the page reads and shows, and `opened` that the cursor is in its words.
    """

    turned = Signal()
    opened = Signal()
    remove_wanted = Signal(int)
    rearranged = Signal()

    def __init__(self, ctx: Context) -> None:
        """Start with nobody and no question."""
        super().__init__()
        self._ctx = ctx
        self.person_id = 0
        self.question_id: int | None = None
        self.note_id = 0  # of the note without a question that is open; 0 while a question is
        self._asking: DiscoveryNote | None = None
        self._made = 0  # what became of that note
        self._first = (0, 0)  # the person and the question of the first answer of all
        self.asked = QuestionText(wrap=True)
        self.asked.setObjectName(names.QUESTION_TEXT)
        self.why = Caption()
        self.button = OutlinedButton(ctx.theme, tr("Ask today"), name=ASK)
        self.voluntary = Muted(translated(VOLUNTARY), wrap=True)
        self.hint = Muted(wrap=True)
        self.answers = AnswerRow(ctx)
        self._arrange()
        self.button.clicked.connect(self._ask_shown)
        self.answers.remove_wanted.connect(self._remove)
        self.answers.rearranged.connect(self.rearranged)
        self.answers.kept.connect(self._kept)

    @property
    def is_free(self) -> bool:
        """Whether a note without a question is open."""
        return bool(self.note_id) or self._is_asking(None)

    def start_over(self, person_id: int) -> None:
        """Begin with another person: no question is open."""
        self.person_id = person_id
        self.question_id = None
        self._turn(None)

    def choose(self, question_id: int | None) -> None:
        """Open a question; what was typed is kept with its own."""
        if question_id == self.question_id and not self.is_free:
            return
        self._ctx.autosaver.flush()
        self.question_id = question_id
        self._turn(None)
        self.turned.emit()

    def ask(self, question_id: int | None) -> None:
        """Open a question, or None a note without one, for an answer of today."""
        store = self._ctx.store
        today = self._ctx.clock.today()
        note = try_action(
            self._ctx, discovery.to_answer, store, self.person_id, question_id, today
        ).value
        if note is not None:
            self.open(note)

    def open(self, note: DiscoveryNote) -> None:
        """Show a note among the answers to its question, with the cursor in its words."""
        self._ctx.autosaver.flush()
        self.question_id = note.question_id or self.question_id
        self._turn(None if note.id else note)
        self.note_id = 0 if note.question_id else note.id
        self.turned.emit()
        self.answers.show_note(note.id)
        self.opened.emit()

    def _keep_room(self, person: Person, found: AskedQuestion | None, *, answered: bool) -> None:
        """The words before the first answer go with it, but nothing moves while it is typed."""
        key = (person.id, found.id if found else 0)
        if not answered:
            self._first = key
        policy = self.voluntary.sizePolicy()
        policy.setRetainSizeWhenHidden(answered and not self.is_free and key == self._first)
        self.voluntary.setSizePolicy(policy)

    def show_open(
        self,
        person: Person,
        found: AskedQuestion | None,
        views: Sequence[NoteView],
        *,
        suggested: bool,
        answered: bool,
    ) -> None:
        """Show what is open, with a person's notes; *found* is the question if one is.

        *answered* tells whether anything was ever said to a question.
        """
        if self.note_id and all(view.id != self.note_id for view in views):
            self.note_id = 0
        today, free = self._ctx.clock.today(), self.is_free
        notes = self._notes(views, today)
        self.asked.setText(tr("Note") if free else found.words if found else "")
        self.button.setVisible(not free and found is not None)
        now = any(note.asked_on == today for note in notes)
        self.button.set_words(tr("Continue") if now else tr("Ask today"))
        self._show_why(found if suggested and not free and not now else None)
        self._keep_room(person, found, answered=answered)
        self.voluntary.setVisible(not answered and not free and found is not None)
        words = tr(
            "Not asked yet. To write down an answer, press “Ask today”. {name}'s words "
            "are kept separate from your interpretation, which stays private."
        )
        if self._ctx.sharing.on:
            words = tr("To write down an answer, press “Ask today”.")
        if found is None:
            words = tr(
                "There are no questions here. Choose another topic, or write your own question."
            )
        self.hint.setText(fill(words, name=person.short_name))
        self.hint.setVisible(not notes)
        self.answers.setVisible(bool(notes))
        self.answers.show_notes(notes, person)

    def show_evidence(
        self, drives: Sequence[MotivatorView], evidence: Mapping[int, frozenset[int]]
    ) -> None:
        """From now on, let each note say which of these motivators it shows."""
        self.answers.show_evidence(drives, evidence)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.button, *self.answers.tab_stops()]

    def _notes(self, views: Sequence[NoteView], today: date) -> list[DiscoveryNote]:
        """The notes to what is open, and before them the one that is asked for."""
        if self.note_id:
            return [view.note for view in views if view.id == self.note_id]
        if self._asking is not None:
            if self._asking.noted_on is None:
                self._asking = replace(self._asking, asked_on=today)
            if self._asking.question_id is None:
                return [self._asking]
        if not self.question_id:
            return []
        notes = [view.note for view in views if view.note.question_id == self.question_id]
        asking = self._asking
        if asking is None or not self._ctx.sharing.seen([asking]):
            return notes
        made = any(note.asked_on == asking.asked_on or note.id == self._made for note in notes)
        return notes if made else [asking, *notes]

    def _show_why(self, found: AskedQuestion | None) -> None:
        words = ""
        if found is not None and found.why is not None:
            said = few_words(found).said(lambda day: Dates.short_day(day, day))
            words = tr("Suggested: {why}", why=said)
        self.why.setText(words)
        self.why.setVisible(bool(words))

    def _is_asking(self, question_id: int | None) -> bool:
        return self._asking is not None and self._asking.question_id == question_id

    def _turn(self, asking: DiscoveryNote | None) -> None:
        self.note_id, self._asking, self._made = 0, asking, 0
        self.answers.start_over()

    def _ask_shown(self) -> None:
        if self.question_id is not None:
            self.ask(self.question_id)

    def _remove(self, note_id: int) -> None:
        """Delete a note, or stop asking."""
        if note_id:
            self._asking = None
            self.remove_wanted.emit(note_id)
            return
        self._turn(None)
        self.turned.emit()
        self.button.setFocus()

    def _kept(self, note: DiscoveryNote) -> None:
        """A note was stored, or is no longer, or will be another one: it stays open."""
        self._made = note.id
        if note.question_id is None:
            self.note_id, self._asking = note.id, None if note.id else note
        elif not note.id:
            self._asking = note
        else:
            return  # anyone who shows the notes has heard of it
        self.turned.emit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.asked, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.why)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.voluntary)
        column.addWidget(self.hint)
        self.voluntary.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.answers)
