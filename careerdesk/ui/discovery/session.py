"""A discovery check-in: one question after the other, and space for the answer; nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import suggestions
from careerdesk.domain.question_sets import START_HERE
from careerdesk.domain.question_words import VOLUNTARY
from careerdesk.domain.records import DiscoveryNote, Person
from careerdesk.domain.suggestions import start_of
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr, translated, trn
from careerdesk.services import answers, discovery
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.discovery.note_fields import reading_editor, words_editor
from careerdesk.ui.discovery.note_pair import words_label
from careerdesk.ui.discovery.question_words import answer_words, asked_words
from careerdesk.ui.discovery.set_words import CHOICES, set_word
from careerdesk.ui.theme.theme import set_area, set_kind
from careerdesk.ui.widgets.answer_marks import AnswerMarks
from careerdesk.ui.widgets.buttons import FilledButton, TextButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption, Display, Muted, SmallLabel, Strong
from careerdesk.ui.widgets.private import PrivateBox, PrivateMark, private_name
from careerdesk.ui.widgets.text_card import TextCard

SESSION, SETS_CHOICE = "discoverySession", "sessionSet"
WORDS, READING = "sessionTheirWords", "sessionMyReading"
NEXT, SKIP, FINISH, BACK = "sessionNext", "sessionSkip", "sessionFinish", "sessionBack"
SESSION_MARKS = "session"
WIDEST = 760


class DiscoverySession(StandalonePage):
    """Ctrl+Enter goes on, Esc ends it; `done` comes at the end. Nothing typed is ever lost."""

    done = Signal()

    def __init__(self, ctx: Context, person: Person) -> None:
        """Begin with what tells most: one or two of *Start here*, and then the rest of the bank."""
        super().__init__()
        self.ctx = ctx
        self._person = person
        self._asked: list[AskedQuestion] = []
        self._at, self._set = 0, ""
        self._note: DiscoveryNote | None = None  # of the question that is on, stored or not
        self._answered: set[int] = set()
        self.setObjectName(SESSION)
        set_area(self, "growth")
        theme = ctx.theme
        self.sets = DropDown(
            theme, [(name, set_word(name)) for name in CHOICES], tr("Questions"),
            name=SETS_CHOICE, snug=True,
        )  # fmt: skip
        self.progress = Caption()
        self.when = SmallLabel()
        self.question = Display(wrap=True)
        self.voluntary = Muted(translated(VOLUNTARY), wrap=True)
        self.before = Muted(wrap=True)
        self.marks = AnswerMarks(ctx, self._has_words, SESSION_MARKS)
        self.nothing = Muted(tr("Asked, but no answer was written down."), wrap=True)
        label = words_label(person)
        self.words_label = SmallLabel(label)
        self.words = words_editor(theme, label, name=WORDS)
        self.reading = reading_editor(theme, name=READING)
        self.back = TextButton(theme, tr("Back"), name=BACK)
        self.skip = TextButton(theme, tr("Skip"), name=SKIP)
        self.next = FilledButton(theme, tr("Next question"), name=NEXT)
        self.end = TextButton(theme, tr("Finish"), name=FINISH)
        self.keys = Caption(_keys(), wrap=True)
        self._saved = {
            field: SavedField(ctx, editor, f"session-{field}", partial(self._write, field))
            for field, editor in (("their_words", self.words), ("my_reading", self.reading))
        }
        self._arrange()
        self._connect()
        ctx.drafts.turn_to(person.id)
        self._begin("")

    @property
    @override
    def person_id(self) -> int:
        """With whom the check-in is."""
        return self._person.id

    @override
    def focus_first(self) -> None:
        """Their words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what is typed and go back to Discovery."""
        if not self.ctx.autosaver.flush():
            return
        count = len(self._answered)
        if count:
            self.ctx.notices.toast(trn("1 answer saved", "{n} answers saved", count))
        self.done.emit()

    def _begin(self, name: str) -> None:
        today = self.ctx.clock.today()
        asked = discovery.session(self.ctx.store, self._person.id, today, name)
        if not asked:
            self.ctx.notices.toast(tr("All the questions in this set have been retired."))
            self.sets.set_value(self._set)
            return
        self._asked, self._at, self._set = asked, 0, name
        self.sets.set_value(name)
        self._show()

    def _show(self) -> None:
        """Show the question that is on, with what was written down for it today."""
        asked, today = self._asked[self._at], self.ctx.clock.today()
        store, person = self.ctx.store, self._person.id
        self._note = discovery.to_answer(store, person, asked.id, today)
        self.question.setText(asked.words)
        self._show_when()
        seen = suggestions.shareable(asked) if self.ctx.sharing.on else asked
        words = answer_words(asked.last_asked, seen.last_words)
        self.before.setText("" if self._note.id else words)
        self.before.setVisible(bool(self.before.text()))
        self.voluntary.setVisible(not discovery.known(store, person).answered)
        self._show_progress()
        self.marks.fold()
        self._show_note()
        last = self._at + 1 == len(self._asked)
        self.next.set_words(tr("Finish") if last else tr("Next question"))
        self.skip.setEnabled(not last)
        self.back.setEnabled(self._at > 0)
        self.focus_first()

    @Slot()
    def _show_note(self) -> None:
        """Show the words of the note, and what holds for it."""
        note = self._note
        if note is None:
            return
        for field, saved in self._saved.items():
            saved.show_text(note.question_id or 0, str(getattr(note, field)))
        self.card.setVisible(not note.off_record and bool(self.ctx.sharing.seen([note])))
        self.box.setVisible(not note.off_record)
        self.nothing.setVisible(note.off_record)
        self.private_mark.setVisible(note.private)
        label = words_label(self._person)
        self.words.setAccessibleName(private_name(label) if note.private else label)
        self.marks.show_marks(private=note.private, off_record=note.off_record)

    def _show_progress(self) -> None:
        """Which of how many; of *Start here* how far all of it is, too."""
        place = tr("Question {n} of {all}", n=self._at + 1, all=len(self._asked))
        if self._asked[self._at].question.key in START_HERE:
            store, today = self.ctx.store, self.ctx.clock.today()
            start = start_of(discovery.questions(store, self._person.id), today)
            place = tr(
                "{place}. {asked} of {of} “Start here” questions asked.",
                place=place,
                asked=start.asked,
                of=start.of,
            )
        self.progress.setText(place)

    def _has_words(self) -> bool:
        typed = self.words.text() + self.reading.text()
        return bool(typed.strip() or (self._note and self._note.id))

    def _set_private(self, private: bool) -> None:
        self._change(partial(answers.set_private, private=private))

    def _set_off_record(self, off_record: bool) -> None:
        if off_record:
            for saved in self._saved.values():
                saved.throw_away()
        self._change(partial(answers.set_off_record, off_record=off_record))

    def _change(self, act: partial[DiscoveryNote]) -> None:
        done = try_action(self.ctx, lambda: act(self.ctx.store, self._note, origin=self))
        if done.value is not None:
            self._note = done.value
            if self._note.off_record:
                self._answered.add(self._note.question_id or 0)
        self._show_note()

    @Slot()
    def _show_when(self) -> None:
        """When it was asked: today, where one comes back to an answer of this conversation."""
        note = self._note
        on = note.asked_on if note and note.id else self._asked[self._at].last_asked
        self.when.setText(asked_words(on, self.ctx.clock.today()))

    def _go(self, by: int) -> None:
        if not self.ctx.autosaver.flush():
            return
        if self._at + by >= len(self._asked):
            self.finish()
        elif self._at + by >= 0:
            self._at += by
            self._show()

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _pick_set(self, name: str) -> None:
        if self.ctx.autosaver.flush():
            self._begin(name)

    def _write(self, field: str, question_id: int, text: str, merge: str, _by: QObject) -> None:
        """Keep an answer; the note is made when there is something to keep."""
        store, today = self.ctx.store, self.ctx.clock.today()
        note = self._note
        shown = note is not None and note.question_id == question_id
        if note is None or not shown or not note.id:
            found = discovery.to_answer(store, self._person.id, question_id, today)
            note = replace(found, private=note.private) if note and shown else found
        note = answers.answer(store, note, merge=merge, origin=self, **{field: text})
        if shown:
            self._note = note
        if note.id:
            self._answered.add(question_id)

    def _arrange(self) -> None:
        self.words.grow(6, 14)
        self.reading.grow(2, 8)
        set_kind(self.words, "plain")
        self.card = self._words_card()
        self.box = PrivateBox(self.ctx, tr("Private: my interpretation"))
        self.box.body.addWidget(self.reading)
        body = QWidget()
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(10)
        column.addWidget(self._head())
        column.addStretch(1)
        column.addWidget(self.when)
        column.addWidget(self.question)
        column.addWidget(self.voluntary)
        column.addWidget(self.before)
        column.addSpacing(10)
        column.addWidget(self.card)
        column.addWidget(self.nothing)
        column.addWidget(self.box)
        column.addWidget(self.marks)
        column.addSpacing(8)
        column.addWidget(self._foot())
        column.addStretch(2)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(middle))

    def _words_card(self) -> QFrame:
        card = TextCard(self.words)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.private_mark = PrivateMark(self.ctx.theme)
        head.addWidget(self.words_label)
        head.addWidget(self.private_mark)
        head.addStretch(1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 8, 8, 10)
        inside.addLayout(head)
        inside.addWidget(self.words)
        return card

    def _head(self) -> QWidget:
        """Whom it is with, how far it has come, and which questions; below it where narrow."""
        title = tr("Discovery with {name}", name=self._person.short_name)
        return _flowing(Strong(title), self.progress, self.sets)

    def _foot(self) -> QWidget:
        buttons = _flowing(self.next, self.skip, self.back, self.end, headed=False)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(buttons, 2)
        row.addWidget(self.keys, 1, Qt.AlignmentFlag.AlignVCenter)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return foot

    def _connect(self) -> None:
        self.ctx.day.changed.connect(self._show_when)
        self.ctx.sharing.changed.connect(self._show_note)
        for editor in (self.words, self.reading):
            editor.refused.connect(self.ctx.notices.toast)
        self.sets.picked.connect(self._pick_set)
        self.marks.private_wanted.connect(self._set_private)
        self.marks.off_record_wanted.connect(self._set_off_record)
        self.next.clicked.connect(self._go_on)
        self.skip.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.end.clicked.connect(self.finish)
        for keys, act in (
            ("Ctrl+Return", self._go_on), ("Ctrl+Enter", self._go_on),
            ("Ctrl+Shift+Return", self.finish),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the check-in."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)


def _flowing(*parts: QWidget, headed: bool = True) -> QWidget:
    """Side by side where there is room, else in several lines."""
    holder = QWidget()
    flow = FlowLayout(holder, gap=12 if headed else 8, headed=headed)
    for part in parts:
        flow.addWidget(part)
    return holder


def _keys() -> str:
    native = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
    return tr("Press {keys} for the next question or Esc to finish.", keys=native)
