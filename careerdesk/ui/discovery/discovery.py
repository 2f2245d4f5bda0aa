"""Discovery: what drives a person, what to ask next, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import suggestions
from careerdesk.domain.loop import Aspiration, HandedOver, KeyResultValue, NoteMotivator
from careerdesk.domain.records import (
    DiscoveryNote,
    ItemMotivator,
    KeyResult,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Question,
)
from careerdesk.domain.views import NoteView
from careerdesk.i18n import tr
from careerdesk.services import discovery, golden_thread, motivators, own_words, people, striking
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.navigation import DISCOVERY, Destination, Errand
from careerdesk.ui.base.page import Page
from careerdesk.ui.discovery.answering import Answering
from careerdesk.ui.discovery.aspirations import AspirationPane
from careerdesk.ui.discovery.drive_fold import DriveFold
from careerdesk.ui.discovery.golden_thread import GoldenThreadPane
from careerdesk.ui.discovery.motivator_chips import seen_views
from careerdesk.ui.discovery.motivators import MotivatorPane
from careerdesk.ui.discovery.note_row import NoteRowDelegate
from careerdesk.ui.discovery.notes import NoteModel
from careerdesk.ui.discovery.questions import ROW_INSET, QuestionPane
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.landing import land_in_field
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader, Rule
from careerdesk.ui.widgets.steady_scroll import SteadyScroll
from careerdesk.ui.widgets.tab_order import TabOrder

CHECK_IN = "startDiscoveryTalk"
FREE_NOTE = "freeNote"
LEFT_SHARE = 0.304  # of the page, for what drives the person
LEAST_WIDE = 840  # where there is less, what drives the person folds to a line above
MOST_LEFT = 360
WIDEST = 1320
AT_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
SIDE, BESIDE = 28, 22  # of the words: to the edge of the page, to the line beside them


class DiscoveryPage(Page):
    """Motivators at the left; questions, answers and notes at the right."""

    watches = (
        Motivator, Question, DiscoveryNote, Person, Aspiration, NoteMotivator, Plan, PlanItem,
        ItemMotivator, KeyResult, KeyResultValue, HandedOver,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self._tabs = TabOrder()
        self.setObjectName(names.DISCOVERY_TAB)
        self.motivators = MotivatorPane(ctx)
        self.aspirations = AspirationPane(ctx)
        self.questions = QuestionPane(ctx)
        self.check_in = OutlinedButton(
            ctx.theme, tr("Discovery conversation"), "discovery", name=CHECK_IN, compact=True
        )
        self.questions.add_tool(self.check_in)
        self.answering = Answering(ctx)
        self.asked, self.answers = self.answering.asked, self.answering.answers
        self.node_kinds = GoldenThreadPane(ctx)
        self.notes = NoteModel(self)
        self.history = FittedList(name=names.NOTES_HISTORY, label=tr("Notes"))
        self.history.setItemDelegate(NoteRowDelegate(ctx.theme, ctx.clock.today, self.history))
        self.history.setModel(self.notes)
        self.free = TextButton(ctx.theme, tr("Note"), "plus", name=FREE_NOTE, compact=True)
        self.no_notes = Muted(wrap=True)
        self._right = SteadyScroll()
        self.fold = DriveFold(ctx)
        self._narrow = False
        self._arrange()
        self._connect()

    @override
    def show_person(self, person_id: int) -> None:
        """Start with what is suggested for another person."""
        if person_id != self.person_id:
            self.answering.start_over(person_id)
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Read motivators, questions and notes again."""
        store = self.ctx.store
        person = people.get(store, self.person_id)
        drives, earlier = motivators.every(store, self.person_id)
        self.motivators.show_person(person, drives, earlier)
        self.aspirations.show_person(person)
        struck = striking.every(store, self.person_id)
        self.motivators.struck.show_struck(struck)
        self.aspirations.struck.show_struck(struck)
        self.motivators.offer_handing_over(
            offered=own_words.is_new(
                store, self.person_id, (view.motivator for view in drives),
                self.aspirations.wanted(),
            )
        )  # fmt: skip
        self.fold.show_person(person, drives)
        notes = self._seen(discovery.notes(store, self.person_id))
        shows = {view.id: view.shows for view in notes}
        self.answering.show_evidence(seen_views(self.ctx, drives), shows)
        self.node_kinds.show_thread(
            person.id,
            golden_thread.of(
                store, self.person_id, self.ctx.clock.today(), guesses=not self.ctx.sharing.on,
                drives=drives,
            ),
        )  # fmt: skip
        self.notes.discreet = self.ctx.sharing.on
        self.notes.set_rows(notes)
        self.history.viewport().update()  # the marks may have come or gone
        self.no_notes.setVisible(not notes)
        self.history.setVisible(bool(notes))  # else Tab would stop at nothing
        self._show_questions(person, notes)
        self._order_tabs()

    def _seen(self, notes: Sequence[NoteView]) -> list[NoteView]:
        """The notes that may be seen now: while the screen is shared no private one."""
        shown = {note.id for note in self.ctx.sharing.seen(view.note for view in notes)}
        return [view for view in notes if view.id in shown]

    def _show_questions(self, person: Person, notes: Sequence[NoteView]) -> None:
        """Show the bank with what is suggested of it, and the answers to what is open."""
        store, today = self.ctx.store, self.ctx.clock.today()
        asked = discovery.every_question(store, person.id)
        known = discovery.known(store, person.id)
        next_one = suggestions.suggested(asked, known, today)
        if next_one is not None and self.ctx.sharing.on:
            next_one = suggestions.shareable(next_one)
        self.questions.show_questions(asked, next_one)
        answering = self.answering
        known_one = self.questions.question(answering.question_id or 0)
        if known_one is None and answering.question_id != 0:
            self.questions.choose_suggested()
            answering.question_id = self.questions.shown_id
        elif not self.questions.view.currentIndex().isValid() and not answering.is_free:
            self.questions.choose_shown(answering.question_id or 0)
        found = self.questions.question(answering.question_id or 0)
        suggested = next_one is not None and found is not None and found.id == next_one.id
        shown = next_one if suggested else found
        answering.show_open(person, shown, notes, suggested=suggested, answered=known.answered)

    @override
    def focus_first(self) -> None:
        """The question bank, else what chooses another one."""
        if self.questions.model.rows:
            go_to_list(self.questions.view)
        else:
            self.questions.sets.setFocus()

    @override
    def arrive(self, to: Destination) -> bool:
        """A question is chosen or asked, an aspiration followed, or a record shown."""
        question_id, aspiration_id = to.id_of(Question), to.id_of(Aspiration)
        if to.found:
            return self._show_found(to)
        if question_id:
            self.ask(question_id)
        elif aspiration_id:
            self.aspirations.go_to(aspiration_id)
            self._left.ensureWidgetVisible(self.aspirations.list, 0, 40)
            self.node_kinds.follow_aspiration(aspiration_id)
        elif to.errand is Errand.CHOOSE_QUESTION:
            self.focus_first()
        return True

    def _show_found(self, to: Destination) -> bool:
        if question_id := to.id_of(Question):
            return self.questions.go_to(question_id)
        if note_id := to.id_of(DiscoveryNote):
            return self._open_note(note_id, to.field)
        self.fold.unfold()
        if motivator_id := to.id_of(Motivator):
            return self.motivators.go_to(motivator_id, to.field)
        return to.within is not None and self.aspirations.open(to.within[1])

    def _open_note(self, note_id: int, field: str) -> bool:
        """Put the cursor into one of the texts of a note, if the note may be seen now."""
        row = self.notes.row_of(note_id)
        if row < 0:
            return False
        self.answering.open(self.notes.rows[row].note)
        return land_in_field(self.answers, DiscoveryNote, note_id, field)

    @property
    @override
    def opened(self) -> Destination | None:
        """The note without a question, or the question that is open."""
        note, question = self.answering.note_id, self.answering.question_id
        record = (DiscoveryNote, note) if note else (Question, question or 0)
        return Destination(self.person_id, DISCOVERY, record, found=True) if record[1] else None

    @override
    def come_back(self, opened: Destination | None) -> None:
        """Open the question or the note that was open."""
        if opened is not None:
            self.arrive(opened)

    def ask(self, question_id: int) -> None:
        """Open today's note for a question, with the cursor in the person's words."""
        self.answering.ask(question_id)

    def _order_tabs(self) -> None:
        head = [self.fold.button, *self.motivators.tab_stops(), *self.aspirations.tab_stops()]
        head += [*self.questions.tab_stops(), self.check_in]
        self._tabs.set_stops(
            [
                *head,
                *self.answering.tab_stops(),
                *self.node_kinds.tab_stops(),
                self.free,
                self.history,
            ]
        )

    # What the user wants

    def _start_check_in(self) -> None:
        self.ctx.navigator.start_discovery(self.person_id)

    def _follow_aspiration(self, row: QModelIndex) -> None:
        """Follow the thread from the aspiration that somebody went to."""
        if row.isValid() and self.aspirations.list.hasFocus():
            self.node_kinds.follow_aspiration(row.data(ID_ROLE))

    def _hand_over(self) -> None:
        """Show what the person said as they will read it."""
        from careerdesk.ui.discovery.own_words_preview import OwnWordsPreview

        if not self.ctx.autosaver.flush():
            return
        dialog = try_read(self.ctx, OwnWordsPreview, self.ctx, self.person_id, self.window())
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _free_note(self) -> None:
        self.answering.ask(None)

    def _turned(self) -> None:
        """Another question or note is open: choose it in the bank, and show it."""
        if self.answering.is_free:
            self.questions.choose_none()
        elif self.answering.question_id:
            self.questions.choose(self.answering.question_id)
        self.reload()

    def _show_open(self) -> None:
        self._right.ensureWidgetVisible(self.answers, 0, 40)

    def _open_row(self, index: QModelIndex) -> None:
        self.answering.open(self.notes.record(index).note)

    def _remove_row(self, index: QModelIndex) -> None:
        self._remove(self.notes.id_at(index.row()))

    def _remove(self, note_id: int) -> None:
        row = self.notes.row_of(note_id)
        gone = try_action(self.ctx, discovery.remove_note, self.ctx.store, note_id)
        if not gone.say(tr("Note deleted")):
            return
        count = self.notes.rowCount()
        if count:
            self.history.setCurrentIndex(self.notes.index(min(row, count - 1), 0))
            self.history.setFocus()
        else:
            self.questions.view.setFocus()

    # Where it stands

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left, self._rule = _scrolling(), Rule(upright=True)
        row.addWidget(self._left)
        row.addWidget(self._rule)
        row.addWidget(self._right, 1)
        self._drives, inner = QWidget(), QWidget()
        self._left.setWidget(self._drives)
        _stack(self._drives, self.motivators, self.aspirations)
        self._right.setWidget(inner)
        self._right.setAlignment(AT_START)
        inner.setMaximumWidth(WIDEST - MOST_LEFT)
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.fold)
        self.fold.hide()
        column = self._column = QVBoxLayout()
        outer.addLayout(column)
        far = self._right.beside_bar(SIDE - ROW_INSET)
        column.setContentsMargins(BESIDE - ROW_INSET, 14, far, 28)
        column.setSpacing(0)
        self._fill(column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left column its share of the width, or fold it where that is too little."""
        super().resizeEvent(event)
        measure = self.ctx.theme.look.measure
        self._left.setFixedWidth(min(measure(MOST_LEFT), round(self.width() * LEFT_SHARE)))
        self._fold(narrow=self.width() < measure(LEAST_WIDE))

    def _fold(self, *, narrow: bool) -> None:
        """Move what drives the person between its column and the line above the questions."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self.fold.take(self._left.takeWidget())
        else:
            self.fold.give()
            self._left.setWidget(self._drives)
        margins = self._column.contentsMargins()
        margins.setLeft((SIDE if narrow else BESIDE) - ROW_INSET)
        self._column.setContentsMargins(margins)
        self._left.setHidden(narrow)
        self._rule.setHidden(narrow)
        self.fold.setVisible(narrow)

    def _fill(self, column: QVBoxLayout) -> None:
        history = GroupHeader(self.ctx.theme, tr("Notes"))
        history.tools.addWidget(self.free)
        words = tr(
            "No notes yet. Choose a question to ask in your next check-in, or "
            "add a note about something you heard."
        )
        self.no_notes.setText(words)
        column.addWidget(self.questions)
        inset = QVBoxLayout()
        column.addLayout(inset)
        inset.setContentsMargins(ROW_INSET, 12, ROW_INSET, 0)
        inset.setSpacing(0)
        inset.addWidget(self.answering)
        inset.addSpacing(16)
        inset.addWidget(self.node_kinds)
        inset.addSpacing(16)
        inset.addWidget(history)
        inset.addWidget(self.no_notes)
        column.addWidget(self.history)
        column.addStretch(1)

    def _connect(self) -> None:
        self.motivators.chosen.connect(self.node_kinds.follow_motivator)
        self.aspirations.list.selectionModel().currentChanged.connect(self._follow_aspiration)
        self.motivators.hand_over.clicked.connect(self._hand_over)
        self.questions.chosen.connect(self.answering.choose)
        self.questions.ask_wanted.connect(self.ask)
        self.check_in.clicked.connect(self._start_check_in)
        self.answering.turned.connect(self._turned)
        self.answering.opened.connect(self._show_open)
        self.answering.remove_wanted.connect(self._remove)
        for part in (self.answering, self.node_kinds):
            part.rearranged.connect(self._order_tabs)
        self.free.clicked.connect(self._free_note)
        self.history.opened.connect(self._open_row)
        self.history.clicked.connect(self._open_row)
        self.history.remove_requested.connect(self._remove_row)


def _stack(holder: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAlignment(AT_START)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
