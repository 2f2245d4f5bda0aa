"""An answer: the person's words above, the manager's private reading below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.days import noted_later
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import DiscoveryNote, Person, Question
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.services import answers, discovery
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.discovery.motivator_chips import MotivatorChips
from careerdesk.ui.discovery.note_day import NoteDay
from careerdesk.ui.discovery.note_fields import reading_editor, words_editor
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.answer_marks import AnswerMarks
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel
from careerdesk.ui.widgets.private import PrivateBox, PrivateMark, private_name
from careerdesk.ui.widgets.text_card import TextCard

NOTE_REMOVE = "noteRemove"
NOTE_MOTIVATOR = "noteMotivator"
WORDS_LINES = (4, 22)
INTERPRETATION_LINES = (3, 14)
FOCUS_CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


def words_label(person: Person) -> str:
    """*Her words*; *Their words* where no pronoun is known."""
    return trg(person, "In their words", she="In her words", he="In his words")


class NotePair(QWidget):
    """One note in two editors that save themselves; the words may be shared, the reading not.

    A note that is not stored yet is with its first words: its pair *asks*, and stays with the
    question, whatever undo makes of the note. `kept` tells what became of the note otherwise
    than by typing, and once it is stored.
    """

    remove_wanted = Signal(int)
    kept = Signal(object)

    def __init__(self, ctx: Context, origin: QWidget, note: DiscoveryNote) -> None:
        """Write as *origin*."""
        super().__init__()
        self._ctx = ctx
        self._origin = origin
        self.note = note
        self.asks = not note.id
        self._first = True
        self.day = NoteDay(ctx)
        self.label = SmallLabel()
        self.private_mark = PrivateMark(ctx.theme)
        self.remove = IconButton(ctx.theme, "trash", tr("Delete this note"), name=NOTE_REMOVE)
        self.words = words_editor(ctx.theme, tr("In their words"), name=names.NOTE_THEIR_WORDS)
        self.reading = reading_editor(ctx.theme, name=names.NOTE_INTERPRETATION)
        self.toolbar = self.words.make_toolbar()
        self.marks = AnswerMarks(ctx, self._has_words)
        self.nothing = Muted(tr("Asked, but no answer was written down."), wrap=True)
        self.shows = Caption(tr("Points to"))
        self.evidence = MotivatorChips(
            ctx, tr("Motivators this note points to"), NOTE_MOTIVATOR, folded=True
        )
        handle = "asked" if self.asks else "note"
        self._saved = {
            field: SavedField(ctx, editor, f"{handle}-{field}", partial(self._write, field))
            for field, editor in (("their_words", self.words), ("my_reading", self.reading))
        }
        self._arrange()
        self._connect()

    def is_of(self, note: DiscoveryNote) -> bool:
        """Whether it shows this note, or asked for it."""
        if self.note.id and note.id:
            return self.note.id == note.id
        same = (note.person_id, note.question_id) == (self.note.person_id, self.note.question_id)
        day = not (self.note.id or note.id) or note.asked_on == self.note.asked_on
        return self.asks and same and day

    def set_place(self, place: int) -> None:
        """The first one shows what can be said of it at rest; the handles tell them apart."""
        suffix = str(place + 1) if place else ""
        self.words.setObjectName(names.NOTE_THEIR_WORDS + suffix)
        self.reading.setObjectName(names.NOTE_INTERPRETATION + suffix)
        self.remove.setObjectName(NOTE_REMOVE + suffix)
        self.marks.set_suffix(suffix)
        self.evidence.set_suffix(suffix)
        self.day.set_suffix(suffix)
        self._first = not place
        self._show_marks()

    def show_note(self, note: DiscoveryNote, person: Person) -> None:
        """Show a note; what is being typed is left alone."""
        if note.id != self.note.id:
            self.evidence.fold()
        self.note = note
        day = Dates.long_day(note.asked_on)
        self.day.show_note(note)
        self.label.setText(words_label(person))
        words = f"{words_label(person)}, {day}"
        self.words.setAccessibleName(private_name(words) if note.private else words)
        self.reading.setAccessibleName(private_name(tr("my interpretation, {day}", day=day)))
        for part in (self.card, self.box):
            part.setVisible(not note.off_record)
        self.nothing.setVisible(note.off_record)
        self.private_mark.setVisible(note.private)
        able = note.question_id is not None
        self.marks.show_marks(private=note.private, off_record=note.off_record, able=able)
        for field, saved in self._saved.items():
            text = str(getattr(note, field))
            ref = TextRef(DiscoveryNote, note.id, field) if note.id else None
            if self.asks:
                saved.show_text(note.question_id or 0, text, ref, kind=Question)
            else:
                saved.show_text(note.id, text, ref)

    def show_evidence(self, drives: Sequence[MotivatorView], shown: frozenset[int]) -> None:
        """Show what drives the person, and press what the note shows."""
        self.evidence.show_chosen(drives, shown)
        written = bool(self.note.id) and not self.note.off_record
        self.shows.setVisible(bool(drives) and written)
        self.evidence.setVisible(written)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.words, self.reading, *self.marks.tab_stops(), *self.evidence.tab_stops(),
                self.remove]  # fmt: skip

    def focus_first(self) -> None:
        """Put the cursor into the words; where none are kept, onto what says so."""
        (self.marks.off_record if self.note.off_record else self.words).setFocus()

    def _has_words(self) -> bool:
        typed = self.words.text() + self.reading.text()
        return bool(self.note.id or typed.strip())

    def _arrange(self) -> None:
        self.words.grow(*WORDS_LINES)
        self.reading.grow(*INTERPRETATION_LINES)
        set_kind(self.words, "plain")
        self.box = PrivateBox(self._ctx, tr("Private: my interpretation"))
        self.box.body.addWidget(self.reading)
        top = QHBoxLayout()
        top.addWidget(self.day)
        top.addStretch(1)
        top.addWidget(self.remove)
        self.card = self._words_card()
        _keep_room(self.marks)
        self.nothing.setContentsMargins(0, 6, 0, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.card)
        outer.addWidget(self.nothing)
        outer.addSpacing(8)
        outer.addWidget(self.box)
        outer.addSpacing(8)
        outer.addWidget(self.marks)
        outer.addSpacing(8)
        outer.addWidget(self.shows)
        outer.addSpacing(3)
        outer.addWidget(self.evidence)
        outer.addStretch(1)

    def _words_card(self) -> QFrame:
        _keep_room(self.toolbar)
        self.toolbar.hide()
        card = TextCard(self.words)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addWidget(self.private_mark)
        head.addStretch(1)
        head.addWidget(self.toolbar)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 4, 6, 8)
        inside.setSpacing(2)
        inside.addLayout(head)
        inside.addWidget(self.words)
        return card

    def _connect(self) -> None:
        self.words.refused.connect(self._refused)
        self.reading.refused.connect(self._refused)
        self.day.moved.connect(self._move)
        self.remove.clicked.connect(self._remove)
        self.evidence.chosen.connect(self._link)
        self.marks.private_wanted.connect(self._set_private)
        self.marks.off_record_wanted.connect(self._set_off_record)
        self.words.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_marks)

    # Seen or not

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the tools while the words are written."""
        if watched is self.words and event.type() in FOCUS_CHANGES:
            self.toolbar.setVisible(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer what can be said of it."""
        super().enterEvent(event)
        self._show_marks()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Be calm again."""
        super().leaveEvent(event)
        self._show_marks()

    @Slot()
    def _show_marks(self) -> None:
        """An earlier answer says it only while one is at it: many chips are no calm page."""
        focused = self.focusWidget()
        busy = self.underMouse() or (focused is not None and focused.hasFocus())
        self.marks.setVisible(self._first or busy)

    # What the user does

    def _write(self, field: str, record_id: int, text: str, merge: str, _origin: QObject) -> None:
        store, origin = self._ctx.store, self._origin
        if not self.asks:
            discovery.write_note(store, record_id, origin=origin, merge=merge, **{field: text})
            return
        before = self.note
        note = answers.answer(store, before, origin=origin, merge=merge, **{field: text})
        if note.id != before.id:
            self.note = note
            self.kept.emit(note)

    def _set_private(self, private: bool) -> None:
        self._change(partial(answers.set_private, private=private))

    def _set_off_record(self, off_record: bool) -> None:
        if off_record:
            for saved in self._saved.values():
                saved.throw_away()
        self._change(partial(answers.set_off_record, off_record=off_record))

    def _change(self, act: partial[DiscoveryNote]) -> None:
        """Do something with the note; what is being typed is part of it by then."""
        done = try_action(self._ctx, lambda: act(self._ctx.store, self.note))
        if done.value is not None:
            self.note = done.value
            self.kept.emit(self.note)
        else:
            note = self.note
            able = note.question_id is not None
            self.marks.show_marks(private=note.private, off_record=note.off_record, able=able)

    def _link(self, ids: frozenset[int]) -> None:
        link = discovery.set_note_motivators
        try_action(self._ctx, link, self._ctx.store, self.note.id, sorted(ids)).ignored_because(
            "a banner says why; the next reading shows what is stored"
        )

    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)

    def _move(self, day: date) -> None:
        """Answer of another day, once there is an answer."""
        today = self._ctx.clock.today()
        noted = noted_later(None, today, day)
        self.note = replace(self.note, asked_on=day, noted_on=noted)
        self.kept.emit(self.note)

    def _remove(self) -> None:
        """Delete the note; what is being typed is part of it by then."""
        self._ctx.autosaver.flush()
        self.remove_wanted.emit(self.note.id)


def _keep_room(widget: QWidget) -> None:
    """Nothing moves where a widget comes and goes."""
    kept = widget.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(kept)
