"""An answer: the person's words above, the manager's private reading below; older ones beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import DiscoveryNote, Person
from careerdesk.domain.views import MotivatorView
from careerdesk.services import discovery
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates, possessive, tr
from careerdesk.ui.discovery.motivator_chips import MotivatorChips
from careerdesk.ui.discovery.note_day import NoteDay
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.buttons import IconButton, TextButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import PrivateBox, private_name

NOTE_REMOVE = "noteRemove"
NOTE_MOTIVATOR = "noteMotivator"
NEWER = "newerAnswers"
OLDER = "olderAnswers"
MOST_BESIDE = 3
LEAST_WIDTH = 280
WORDS_LINES = (4, 22)
READING_LINES = (3, 14)
FOCUS_CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


def words_label(person: Person) -> str:
    """*Her words*; *Their words* where no pronoun is known."""
    words = tr("{their} words").format(their=possessive(person.pronouns))
    return words[:1].upper() + words[1:]


class NotePair(QWidget):
    """One note in two editors that save themselves; the words may be shared, the reading not."""

    remove_wanted = Signal(int)

    def __init__(self, ctx: Context, origin: QWidget, note: DiscoveryNote) -> None:
        """Write as *origin*."""
        super().__init__()
        self._ctx = ctx
        self._origin = origin
        self.note = note
        self.day = NoteDay(ctx)
        self.label = SmallLabel()
        self.remove = IconButton(ctx.theme, "trash", tr("Delete this note"), name=NOTE_REMOVE)
        self.words = NoteEditor(
            ctx.theme,
            tr("Their words"),
            name=names.NOTE_THEIR_WORDS,
            placeholder=tr("As close to the spoken words as you can"),
        )
        self.reading = NoteEditor(
            ctx.theme,
            private_name(tr("my reading")),
            name=names.NOTE_MY_READING,
            placeholder=tr("What you make of it. It is in nothing you share."),
            private=True,
        )
        self.toolbar = self.words.make_toolbar()
        self.shows = Caption(tr("Shows"))
        self.evidence = MotivatorChips(
            ctx, tr("Motivators this note shows"), NOTE_MOTIVATOR, folded=True
        )
        self._saved = {
            field: SavedField(ctx, editor, f"note-{field}", partial(self._write, field))
            for field, editor in (("their_words", self.words), ("my_reading", self.reading))
        }
        self._arrange()
        self._connect()

    def set_suffix(self, suffix: str) -> None:
        """Tell the handles of an older note from those of the first one."""
        self.words.setObjectName(names.NOTE_THEIR_WORDS + suffix)
        self.reading.setObjectName(names.NOTE_MY_READING + suffix)
        self.remove.setObjectName(NOTE_REMOVE + suffix)
        self.evidence.set_suffix(suffix)
        self.day.set_suffix(suffix)

    def show_note(self, note: DiscoveryNote, person: Person) -> None:
        """Show a note; what is being typed is left alone."""
        if note.id != self.note.id:
            self.evidence.fold()
        self.note = note
        day = Dates.long_day(note.asked_on)
        self.day.show_note(note)
        self.label.setText(words_label(person))
        self.words.setAccessibleName(f"{words_label(person)}, {day}")
        self.reading.setAccessibleName(private_name(tr("my reading")) + f", {day}")
        for field, saved in self._saved.items():
            text = str(getattr(note, field))
            saved.show_text(note.id, text, TextRef(DiscoveryNote, note.id, field))

    def show_evidence(self, drives: Sequence[MotivatorView], shown: frozenset[int]) -> None:
        """Show what drives the person, and press what the note shows."""
        self.evidence.show_chosen(drives, shown)
        self.shows.setVisible(bool(drives))

    def _arrange(self) -> None:
        self.words.grow(*WORDS_LINES)
        self.reading.grow(*READING_LINES)
        set_kind(self.words, "plain")
        box = PrivateBox(self._ctx, tr("Private, my reading"))
        box.body.addWidget(self.reading)
        top = QHBoxLayout()
        top.addWidget(self.day)
        top.addStretch(1)
        top.addWidget(self.remove)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self._words_card())
        outer.addSpacing(8)
        outer.addWidget(box)
        outer.addSpacing(8)
        outer.addWidget(self.shows)
        outer.addSpacing(3)
        outer.addWidget(self.evidence)
        outer.addStretch(1)

    def _words_card(self) -> QFrame:
        kept = self.toolbar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.toolbar.setSizePolicy(kept)
        self.toolbar.hide()
        card = QFrame()
        card.setProperty("kind", "card")
        head = QHBoxLayout()
        head.addWidget(self.label)
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
        self.remove.clicked.connect(self._remove)
        self.evidence.chosen.connect(self._link)
        self.words.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the tools while the words are written."""
        if watched is self.words and event.type() in FOCUS_CHANGES:
            self.toolbar.setVisible(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _write(self, field: str, note_id: int, text: str, merge: str, _origin: QObject) -> None:
        origin, fields = self._origin, {field: text}
        discovery.write_note(self._ctx.store, note_id, origin=origin, merge=merge, **fields)

    def _link(self, ids: frozenset[int]) -> None:
        link = discovery.set_note_motivators
        try_action(self._ctx, link, self._ctx.store, self.note.id, sorted(ids)).ignored_because(
            "a banner says why; the next reading shows what is stored"
        )

    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.note.id)


class AnswerRow(QWidget):
    """Answers to one question side by side, the newest left; a pager leads to older ones."""

    remove_wanted = Signal(int)
    rearranged = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._notes: tuple[DiscoveryNote, ...] = ()
        self._person: Person | None = None
        self._first = 0
        self._drives: Sequence[MotivatorView] = ()
        self._evidence: Mapping[int, frozenset[int]] = {}
        self.pairs: list[NotePair] = []
        self.newer = TextButton(ctx.theme, tr("Newer"), name=NEWER, compact=True)
        self.older = TextButton(ctx.theme, tr("Older"), name=OLDER, compact=True)
        self.where = Caption()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(14)
        self._pager = QWidget()
        self.setObjectName(names.ANSWERS)
        self._arrange()
        self.newer.clicked.connect(self._show_newer)
        self.older.clicked.connect(self._show_older)

    def show_notes(self, notes: Sequence[DiscoveryNote], person: Person) -> None:
        """Show these notes, the newest first; what is being typed is left alone."""
        self._notes = tuple(notes)
        self._person = person
        self._first = max(0, min(self._first, len(self._notes) - 1))
        self._fill()

    def show_evidence(
        self, drives: Sequence[MotivatorView], evidence: Mapping[int, frozenset[int]]
    ) -> None:
        """From now on, let each note say which of these motivators it shows."""
        self._drives, self._evidence = drives, evidence

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        pairs = (
            (pair.words, pair.reading, *pair.evidence.tab_stops(), pair.remove)
            for pair in self.pairs
        )
        return [*(stop for stops in pairs for stop in stops), self.newer, self.older]

    def show_note(self, note_id: int) -> None:
        """Turn the pages to a note and put the cursor into its words."""
        ids = [note.id for note in self._notes]
        if note_id not in ids:
            return
        at = ids.index(note_id)
        if not self._first <= at < self._first + self._beside():
            self._first = at
            self._fill()
        self.pair(note_id).words.setFocus()

    def start_over(self) -> None:
        """Go back to the newest."""
        self._first = 0

    def pair(self, note_id: int) -> NotePair:
        """The editors of a note that is shown."""
        return next(pair for pair in self.pairs if pair.note.id == note_id)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one answer: where there is less room, the earlier ones give way."""
        widest = max((pair.minimumSizeHint().width() for pair in self.pairs), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many earlier answers as fit."""
        super().resizeEvent(event)
        if self._person is not None and len(self.pairs) != len(self._shown()):
            self._fill()

    def _arrange(self) -> None:
        pager = QHBoxLayout(self._pager)
        pager.setContentsMargins(0, 4, 0, 0)
        pager.addWidget(self.newer)
        pager.addWidget(self.older)
        pager.addWidget(self.where)
        pager.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._columns)
        outer.addWidget(self._pager)

    def _beside(self) -> int:
        least = self._ctx.theme.look.measure(LEAST_WIDTH)
        return max(1, min(MOST_BESIDE, (self.width() + 14) // (least + 14)))

    def _shown(self) -> tuple[DiscoveryNote, ...]:
        return self._notes[self._first : self._first + self._beside()]

    def _fill(self) -> None:
        shown = self._shown()
        if [pair.note.id for pair in self.pairs] != [note.id for note in shown]:
            self._rebuild(shown)
        if self._person is not None:
            self._show_notes_of(self._person, shown)
        self._show_pager(len(shown))

    def _show_notes_of(self, person: Person, shown: Sequence[DiscoveryNote]) -> None:
        for pair, note in zip(self.pairs, shown, strict=True):
            pair.show_note(note, person)
            pair.show_evidence(self._drives, self._evidence.get(note.id, frozenset()))

    def _rebuild(self, shown: Sequence[DiscoveryNote]) -> None:
        kept = {pair.note.id: pair for pair in self.pairs}
        wanted = {note.id for note in shown}
        for key in kept.keys() - wanted:
            pair = kept.pop(key)
            self._columns.removeWidget(pair)
            discard(pair)
        self.pairs = [kept.get(note.id) or self._make(note) for note in shown]
        for place, pair in enumerate(self.pairs):
            self._columns.removeWidget(pair)
            self._columns.insertWidget(place, pair, 1)
            pair.show()
            pair.set_suffix(str(place + 1) if place else "")
        self.rearranged.emit()

    def _make(self, note: DiscoveryNote) -> NotePair:
        pair = NotePair(self._ctx, self, note)
        pair.remove_wanted.connect(self.remove_wanted)
        return pair

    def _show_pager(self, shown: int) -> None:
        count = len(self._notes)
        self._pager.setVisible(count > shown)
        self.newer.setEnabled(self._first > 0)
        self.older.setEnabled(self._first + shown < count)
        first, last = self._first + 1, self._first + shown
        words = tr("Answer {first} of {count}")
        if last > first:
            words = tr("Answers {first} to {last} of {count}")
        self.where.setText(words.format(first=first, last=last, count=count))

    def _show_newer(self) -> None:
        self._turn(-self._beside())

    def _show_older(self) -> None:
        self._turn(self._beside())

    def _turn(self, by: int) -> None:
        self._ctx.autosaver.flush()
        self._first = max(0, min(self._first + by, len(self._notes) - 1))
        self._fill()
