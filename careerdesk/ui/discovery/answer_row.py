"""Answers to one question side by side, the newest left; older ones by a pager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import DiscoveryNote, Person
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import fill, tr
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.discovery.note_pair import NotePair
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.labels import Caption

NEWER = "newerAnswers"
OLDER = "olderAnswers"
MOST_BESIDE = 3
LEAST_WIDTH = 280


class AnswerRow(QWidget):
    """Answers to one question side by side, the newest left; a pager leads to older ones."""

    remove_wanted = Signal(int)
    kept = Signal(object)
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
        stops = (stop for pair in self.pairs for stop in pair.tab_stops())
        return [*stops, self.newer, self.older]

    def show_note(self, note_id: int) -> None:
        """Turn the pages to a note and put the cursor into its words."""
        ids = [note.id for note in self._notes]
        if note_id not in ids:
            return
        at = ids.index(note_id)
        if not self._first <= at < self._first + self._beside():
            self._first = at
            self._fill()
        self.pair(note_id).focus_first()

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
        rest = list(self.pairs)
        self.pairs = [_taken(rest, note) or self._make(note) for note in shown]
        for pair in rest:
            self._columns.removeWidget(pair)
            discard(pair)
        for place, pair in enumerate(self.pairs):
            self._columns.removeWidget(pair)
            self._columns.insertWidget(place, pair, 1)
            pair.show()
            pair.set_place(place)
        self.rearranged.emit()

    def _make(self, note: DiscoveryNote) -> NotePair:
        pair = NotePair(self._ctx, self, note)
        pair.remove_wanted.connect(self.remove_wanted)
        pair.kept.connect(self.kept)
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
        self.where.setText(fill(words, first=first, last=last, count=count))

    def _show_newer(self) -> None:
        self._turn(-self._beside())

    def _show_older(self) -> None:
        self._turn(self._beside())

    def _turn(self, by: int) -> None:
        self._ctx.autosaver.flush()
        self._first = max(0, min(self._first + by, len(self._notes) - 1))
        self._fill()


def _taken(pairs: list[NotePair], note: DiscoveryNote) -> NotePair | None:
    """The pair of a note, which is taken out of *pairs*; one that asked for it is its pair too."""
    exact = (pair for pair in pairs if pair.note.id == note.id and pair.is_of(note))
    found = next(exact, None) or next((pair for pair in pairs if pair.is_of(note)), None)
    if found is not None:
        pairs.remove(found)
    return found
