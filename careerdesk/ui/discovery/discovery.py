"""Discovery: what drives a person, what to ask next, and what was answered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import Aspiration, HandedOver, NoteMotivator, Reading
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
from careerdesk.services import discovery, motivators, own_words, people, red_thread
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import guard, try_action
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.texts import tr
from careerdesk.ui.discovery.aspirations import AspirationPane
from careerdesk.ui.discovery.drive_fold import DriveFold
from careerdesk.ui.discovery.motivator_chips import seen_views
from careerdesk.ui.discovery.motivators import MotivatorPane
from careerdesk.ui.discovery.note_pair import AnswerRow
from careerdesk.ui.discovery.note_row import NoteRowDelegate
from careerdesk.ui.discovery.notes import NoteModel
from careerdesk.ui.discovery.questions import ROW_INSET, QuestionPane
from careerdesk.ui.discovery.red_thread import RedThreadPane
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted, QuestionText
from careerdesk.ui.widgets.section import GroupHeader, Rule
from careerdesk.ui.widgets.tab_order import TabOrder

ASK = "askQuestion"
TALK = "startDiscoveryTalk"
FREE_NOTE = "freeNote"
LEFT_SHARE = 0.304  # of the page, for what drives the person
LEAST_WIDE = 840  # where there is less, what drives the person folds to a line above
MOST_LEFT = 360
WIDEST = 1320
SIDE, BESIDE = 28, 22  # of the words: to the edge of the page, to the line beside them


class DiscoveryPage(Page):
    """Motivators at the left; questions, answers and notes at the right."""

    watches = (
        Motivator, Question, DiscoveryNote, Person, Aspiration, NoteMotivator, Plan, PlanItem,
        ItemMotivator, KeyResult, Reading, HandedOver,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self._tabs = TabOrder()
        self._question_id: int | None = None
        self._note_id = 0  # of the free note that is shown; 0 while a question is
        self.setObjectName(names.DISCOVERY_TAB)
        self.motivators = MotivatorPane(ctx)
        self.aspirations = AspirationPane(ctx)
        self.questions = QuestionPane(ctx)
        self.talk = OutlinedButton(
            ctx.theme, tr("Discovery talk"), "discovery", name=TALK, compact=True
        )
        self.questions.add_tool(self.talk)
        self.asked = QuestionText(wrap=True)
        self.asked.setObjectName(names.QUESTION_TEXT)
        self.ask_button = OutlinedButton(ctx.theme, tr("Ask today"), name=ASK)
        self.hint = Muted(wrap=True)
        self.answers = AnswerRow(ctx)
        self.strands = RedThreadPane(ctx)
        self.notes = NoteModel(self)
        self.history = FittedList(name=names.NOTES_HISTORY, label=tr("Notes"))
        self.history.setItemDelegate(NoteRowDelegate(ctx.theme, ctx.clock.today, self.history))
        self.history.setModel(self.notes)
        self.free = TextButton(ctx.theme, tr("Free note"), "plus", name=FREE_NOTE, compact=True)
        self.no_notes = Muted(wrap=True)
        self._right = QScrollArea()
        self.fold = DriveFold(ctx)
        self._narrow = False
        self._arrange()
        self._connect()

    @override
    def show_person(self, person_id: int) -> None:
        """Start with the newest note of another person."""
        if person_id != self.person_id:
            self._note_id = 0
            self.answers.start_over()
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Read motivators, questions and notes anew."""
        store = self.ctx.store
        person = people.get(store, self.person_id)
        drives = discovery.motivators(store, self.person_id)
        self.motivators.show_person(person, drives, motivators.earlier(store, self.person_id))
        handing = own_words.handing(store, self.person_id, self.ctx.clock.today())
        self.motivators.offer_handing_over(offered=handing.is_new)
        self.fold.show_person(person, drives)
        self.answers.show_evidence(
            seen_views(self.ctx, drives),
            discovery.evidence(store, self.person_id),
        )
        self.strands.show_thread(
            person.id,
            red_thread.of(
                store, self.person_id, self.ctx.clock.today(), guesses=not self.ctx.sharing.on
            ),
        )
        self.aspirations.show_person(person)
        self.questions.show_questions(
            discovery.questions(store, self.person_id), discovery.retired(store, self.person_id)
        )
        notes = discovery.notes(store, self.person_id)
        self.notes.discreet = self.ctx.sharing.on
        self.notes.set_rows(notes)
        self.history.viewport().update()  # the marks may have come or gone
        self.no_notes.setVisible(not notes)
        self._choose_first()
        self._show_answers(person)
        self._order_tabs()

    @override
    def focus_first(self) -> None:
        """The question bank."""
        go_to_list(self.questions.view)

    @override
    def arrive(self, to: Destination) -> None:
        """A question is asked."""
        question_id = to.id_of(Question)
        if question_id:
            self.ask(question_id)

    def ask(self, question_id: int) -> None:
        """Open today's note for a question, with the cursor in the person's words."""
        self._note_id = 0
        self._ask(question_id)

    # What is read

    def _choose_first(self) -> None:
        asked = self.questions
        if self._question_id is None or asked.question(self._question_id) is None:
            rows = asked.model.rows
            self._question_id = rows[0].id if rows else None
        chosen = asked.view.currentIndex().isValid() or self._note_id
        if self._question_id is not None and not chosen:
            asked.choose_shown(self._question_id)

    def _show_answers(self, person: Person) -> None:
        if self._note_id and self.notes.row_of(self._note_id) < 0:
            self._note_id = 0
        shown = self._shown_notes()
        found = self.questions.question(self._question_id or 0)
        text = found.question.text if found and not self._note_id else tr("Free note")
        self.asked.setText(text)
        self.ask_button.setVisible(not self._note_id and found is not None)
        asked_today = any(note.asked_on == self.ctx.clock.today() for note in shown)
        self.ask_button.set_words(tr("Go on writing") if asked_today else tr("Ask today"))
        self.hint.setVisible(not shown)
        words = tr(
            "Not asked yet. Press Ask today when you hear the answer: {name}'s words are kept "
            "apart from your reading of them, which stays private."
        )
        self.hint.setText(words.format(name=person.short_name))
        self.answers.setVisible(bool(shown))
        self.answers.show_notes(shown, person)

    def _shown_notes(self) -> list[DiscoveryNote]:
        views = self.notes.rows
        if self._note_id:
            return [view.note for view in views if view.id == self._note_id]
        if self._question_id is None:
            return []
        return [view.note for view in views if view.note.question_id == self._question_id]

    def _order_tabs(self) -> None:
        head = [self.fold.button, *self.motivators.tab_stops(), *self.aspirations.tab_stops()]
        head += [*self.questions.tab_stops(), self.talk]
        self._tabs.set_stops(
            [
                *head,
                self.ask_button,
                *self.answers.tab_stops(),
                *self.strands.tab_stops(),
                self.free,
                self.history,
            ]
        )

    # What the user wants

    def _choose(self, question_id: int) -> None:
        if question_id == self._question_id and not self._note_id:
            return
        self.ctx.autosaver.flush()
        self._question_id = question_id
        self._note_id = 0
        self.answers.start_over()
        self.reload()

    def _ask_shown(self) -> None:
        if self._question_id is not None:
            self._ask(self._question_id)

    def _ask(self, question_id: int | None) -> None:
        self.ctx.autosaver.flush()
        store, today = self.ctx.store, self.ctx.clock.today()
        ask = discovery.ask
        note = try_action(self.ctx, ask, store, self.person_id, question_id, today).value
        if note is not None:
            self._open(note)

    def _start_talk(self) -> None:
        self.ctx.navigator.start_discovery(self.person_id)

    def _hand_over(self) -> None:
        """Show what the person said as they will read it."""
        from careerdesk.ui.discovery.own_words_preview import OwnWordsPreview

        if not self.ctx.autosaver.flush():
            return
        dialog = guard(self.ctx, OwnWordsPreview, self.ctx, self.person_id, self.window())
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _free_note(self) -> None:
        self._ask(None)

    def _open(self, note: DiscoveryNote) -> None:
        """Show a note among the answers to its question, and go to its words."""
        self.answers.start_over()
        self._note_id = 0 if note.question_id else note.id
        if note.question_id:
            self._question_id = note.question_id
            self.questions.choose(note.question_id)
        self.reload()
        self.answers.show_note(note.id)
        self._right.ensureWidgetVisible(self.answers, 0, 40)

    def _open_row(self, index: QModelIndex) -> None:
        self.ctx.autosaver.flush()
        self._open(self.notes.record(index).note)

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
        self._drives = _stacked(self.motivators, self.aspirations)
        left = self._left = _scrolling(self._drives)
        self._rule = Rule(upright=True)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST - MOST_LEFT)
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.fold)
        self.fold.hide()
        column = self._column = QVBoxLayout()
        column.setContentsMargins(BESIDE - ROW_INSET, 14, SIDE - ROW_INSET, 28)
        column.setSpacing(0)
        self._fill(column)
        outer.addLayout(column)
        self._right.setWidget(inner)
        _behave(self._right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._rule)
        row.addWidget(self._right, 1)

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
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.asked, 1)
        head.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignTop)
        history = GroupHeader(self.ctx.theme, tr("Notes"))
        history.tools.addWidget(self.free)
        words = tr(
            "No notes yet. Choose a question and ask it in your next talk, or write "
            "down what you hear in passing as a free note."
        )
        self.no_notes.setText(words)
        column.addWidget(self.questions)
        inset = QVBoxLayout()
        inset.setContentsMargins(ROW_INSET, 12, ROW_INSET, 0)
        inset.setSpacing(0)
        inset.addLayout(head)
        inset.addSpacing(8)
        inset.addWidget(self.hint)
        inset.addWidget(self.answers)
        inset.addSpacing(16)
        inset.addWidget(self.strands)
        inset.addSpacing(16)
        inset.addWidget(history)
        inset.addWidget(self.no_notes)
        column.addLayout(inset)
        column.addWidget(self.history)
        column.addStretch(1)

    def _connect(self) -> None:
        self.motivators.chosen.connect(self.strands.follow_motivator)
        self.motivators.hand_over.clicked.connect(self._hand_over)
        self.questions.chosen.connect(self._choose)
        self.questions.ask_wanted.connect(self.ask)
        self.ask_button.clicked.connect(self._ask_shown)
        self.talk.clicked.connect(self._start_talk)
        self.answers.remove_wanted.connect(self._remove)
        self.answers.rearranged.connect(self._order_tabs)
        self.free.clicked.connect(self._free_note)
        self.history.opened.connect(self._open_row)
        self.history.clicked.connect(self._open_row)
        self.history.remove_requested.connect(self._remove_row)


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    _behave(area)
    return area


def _behave(area: QScrollArea) -> None:
    area.setWidgetResizable(True)
    area.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
