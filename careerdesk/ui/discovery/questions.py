"""The question bank: chosen by lens, with the day each one was asked last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.question_sets import START
from careerdesk.domain.records import Lens, Question
from careerdesk.domain.suggestions import of_set, start_of
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr
from careerdesk.services import discovery
from careerdesk.ui.base import names
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import lens_word
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.discovery.question_model import QuestionModel
from careerdesk.ui.discovery.question_row import QuestionRowDelegate
from careerdesk.ui.discovery.set_words import CHOICES, set_word, start_words
from careerdesk.ui.widgets.buttons import Chip, TextButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Heading, Muted
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.tab_order import holds_focus

MOST_ROWS = 8
ROW_INSET = 10  # the ground of a row reaches so far beyond its words
OWN_QUESTION = "ownQuestion"
REWORD = "rewordQuestion"
QUESTION_SETS = "questionSet"
LENS = "lens"
_TO_START = Why(Unknown.START, Lens.JOY)  # of a row only that it is suggested is said


class QuestionPane(QWidget):
    """Chips filter by lens; Enter or a double click asks."""

    chosen = Signal(int)
    ask_wanted = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody's questions yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._all: Sequence[AskedQuestion] = ()
        self._suggested: AskedQuestion | None = None
        self._start: dict[int, AskedQuestion] = {}
        self._gone: Sequence[AskedQuestion] = ()
        self._reworded = 0
        self._settling = False
        self.lens: Lens | None = Lens.JOY
        self.title = Heading(tr("Questions"))
        self.progress = Muted(wrap=True)
        self.own = TextButton(ctx.theme, tr("Custom question"), "plus", name=OWN_QUESTION,
                              compact=True)  # fmt: skip
        self.reword = TextButton(ctx.theme, tr("Reword"), "edit", name=REWORD, compact=True)
        self.reword.hide()
        self.sets = DropDown(
            ctx.theme,
            [(name, set_word(name)) for name in CHOICES],
            tr("Question set"),
            name=QUESTION_SETS,
            snug=True,
        )
        self.chips = {lens: self._chip(lens) for lens in Lens}
        self.retired = Chip(ctx.theme, tr("Retired"), name="retiredQuestions", checkable=True)
        self.retired.setToolTip(tr("Press Delete to retire a question or restore a retired one"))
        self.model = QuestionModel(ctx.clock.today, self)
        self.view = FittedList(name=names.QUESTION_LIST, label=tr("Questions"), most=MOST_ROWS)
        self.view.setItemDelegate(QuestionRowDelegate(ctx.theme, ctx.clock.today, self.view))
        self.view.setModel(self.model)
        self.own_edit = InlineAdd(ctx.theme, "", name=names.OWN_QUESTION_EDIT)
        self._unstored = Unstored(ctx, names.OWN_QUESTION_EDIT, {TEXT: self.own_edit})
        self._unstored.filled.connect(self.own_edit.show)
        self.own_edit.hide()
        self._arrange()
        self._connect()
        self._show_lens()

    def show_questions(
        self, asked: Sequence[AskedQuestion], suggested: AskedQuestion | None = None
    ) -> None:
        """Show a person's questions under the chosen lens, or those that are retired."""
        self._all = [one for one in asked if not one.question.retired]
        self._gone = retired = [one for one in asked if one.question.retired]
        self._suggested = suggested
        start = start_of(self._all, self._ctx.clock.today())
        self._start = {one.id: replace(one, why=_TO_START) for one in start.now}
        self.progress.setText(start_words(start))
        if not self._reworded:
            self._unstored.belong_to(self._unstored.shown)
        if not retired:
            self.retired.setChecked(False)
        self.retired.setVisible(bool(retired))
        release = self._unstored.owner is None
        if self._reworded and (release or self.question(self._reworded) is None):
            self._end_own()
        self._show_rows()

    def choose(self, question_id: int) -> None:
        """Select a question, under its lens if another one is chosen."""
        found = next((one for one in self._all if one.id == question_id), None)
        if found is None:
            return
        if self.model.row_of(question_id) < 0:
            self.lens = found.question.lens
            self.sets.set_value(found.question.question_set)
            self._name_lens()
            self._show_rows()
        self.choose_shown(question_id)

    def go_to(self, question_id: int) -> bool:
        """Choose a question with the keyboard, also a retired one; tells whether it is there."""
        asked = self.question(question_id)
        if asked is None:
            return False
        if asked.question.retired:
            self.sets.set_value("")
            self.retired.setChecked(True)
            self._filter()
        else:
            self.retired.setChecked(False)
            self.choose(question_id)
            self._show_rows()
        return choose_record(self.view, question_id)

    def choose_shown(self, question_id: int) -> None:
        """Select a question if the chosen lens shows it; the lens stays."""
        row = self.model.row_of(question_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def choose_none(self) -> None:
        """Select no question: something else is open."""
        self._select(0)

    def choose_suggested(self) -> None:
        """Select what is suggested, where it stands; else the first question that is shown."""
        found = self._suggested
        if found is not None:
            starts = found.why is not None and found.why.unknown is Unknown.START
            self.sets.set_value(START if starts else "")
            self.lens = found.question.lens
            self.retired.setChecked(False)
            self._name_lens()
            self._show_rows()
        first = self.model.id_at(0) if self.model.rows else 0
        self._select(found.id if found is not None else first)

    @property
    def shown_id(self) -> int:
        """The question that is selected; 0 for none."""
        index = self.view.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else 0

    def question(self, question_id: int) -> AskedQuestion | None:
        """A question of the bank, whether its lens is chosen or not, retired or not."""
        known = (*self._all, *self._gone)
        return next((one for one in known if one.id == question_id), None)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [
            self.reword,
            self.own,
            self.sets,
            *self.chips.values(),
            self.retired,
            self.view,
            self.own_edit,
        ]

    def _chip(self, lens: Lens) -> Chip:
        chip = Chip(self._ctx.theme, lens_word(lens), name=f"{LENS}{lens.value}", checkable=True)
        chip.clicked.connect(carrying(self._pick_lens, lens))
        return chip

    def _arrange(self) -> None:
        lenses = self._lenses = QWidget()
        lenses.setObjectName(names.QUESTION_LENSES)
        lenses.setAccessibleName(tr("Topics"))
        flow = FlowLayout(lenses, gap=6)
        for chip in self.chips.values():
            flow.addWidget(chip)
        flow.addWidget(self.retired)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inset, own = QVBoxLayout(), QVBoxLayout()
        outer.addLayout(inset)
        outer.addWidget(self.view)
        outer.addLayout(own)
        inset.setContentsMargins(ROW_INSET, 0, ROW_INSET, 8)
        inset.setSpacing(0)
        inset.addWidget(self._header())
        inset.addSpacing(6)
        inset.addWidget(lenses)
        inset.addWidget(self.progress)
        own.setContentsMargins(ROW_INSET, 4, ROW_INSET, 0)
        own.addWidget(self.own_edit)

    def _header(self) -> QWidget:
        """The heading with its tools, which go below it where it is narrow."""
        header = QWidget()
        header.setMinimumHeight(self._ctx.theme.look.row("heading", 6, 34))
        self._tools = FlowLayout(header, gap=8, headed=True)
        for part in (self.title, self.reword, self.own, self.sets):
            self._tools.addWidget(part)
        return header

    def add_tool(self, tool: QWidget) -> None:
        """Put a button at the end of the heading."""
        self._tools.addWidget(tool)

    def _connect(self) -> None:
        self.own.clicked.connect(self._start_own)
        self.reword.clicked.connect(self._start_reword)
        self.sets.picked.connect(self._show_lens)
        self.own_edit.submitted.connect(self._add_own)
        self.own_edit.left.connect(self._end_own)
        self.view.opened.connect(self._ask)
        self.view.remove_requested.connect(self._retire)
        self.retired.clicked.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._choose)

    def _pick_lens(self, lens: Lens) -> None:
        self.lens = None if lens is self.lens else lens
        self._show_lens()

    def _show_lens(self) -> None:
        self._name_lens()
        self._filter()

    def _name_lens(self) -> None:
        for lens, chip in self.chips.items():
            chip.setChecked(lens is self.lens)
        own = tr("Add your own question ({lens})", lens=lens_word(self.lens or Lens.JOY))
        self.own_edit.setPlaceholderText(own)
        self.own_edit.setAccessibleName(own)

    def _filter(self) -> None:
        """Show other questions: the chosen one stays chosen if it is among them, else the first.

        Where there is none, the question that was open is so no longer.
        """
        self._show_rows()
        if self.view.currentIndex().isValid():
            return
        if self.model.rows:
            self.view.setCurrentIndex(self.model.index(0, 0))
        else:
            self.chosen.emit(0)

    def _show_rows(self) -> None:
        """Show the questions of the lens; no other is chosen because its neighbour went."""
        chosen = self.shown_id
        self._settling = True
        self._fill_rows()
        self._settling = False
        self._select(chosen)

    def _select(self, question_id: int) -> None:
        """Select a row without a word of it; none if it is not shown."""
        self._settling = True
        row = self.model.row_of(question_id) if question_id else -1
        self.view.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())
        self._settling = False
        self._offer_reword()

    def _fill_rows(self) -> None:
        chosen = self.sets.value()
        self._lenses.setVisible(not chosen)
        self.progress.setVisible(chosen == START)
        self.own.setVisible(not chosen)
        self.model.set_rows(self._wanted(chosen))
        self.view.setVisible(bool(self.model.rows))  # else Tab would stop at nothing

    def _wanted(self, chosen: object) -> list[AskedQuestion]:
        """Those of the *chosen* set; without one those that are retired, or under the lens."""
        next_one = {self._suggested.id: self._suggested} if self._suggested else {}
        because = self._start if chosen == START else next_one
        found = [because.get(one.id, one) for one in of_set(self._all, str(chosen))]
        if chosen:
            return found
        if self.retired.isChecked():
            return list(self._gone)
        return [one for one in found if self.lens in (None, one.question.lens)]

    def _offer_reword(self) -> None:
        """Only what the user wrote can be worded again."""
        index = self.view.currentIndex()
        asked = self.question(self.model.id_at(index.row())) if index.isValid() else None
        self.reword.setVisible(asked is not None and not asked.question.key)

    def _retire(self, index: QModelIndex) -> None:
        question, row = self.model.id_at(index.row()), index.row()
        away = not self.model.rows[row].question.retired
        words = (
            tr("Question retired. Its answers have been kept.") if away else tr("Question restored")
        )
        moved = try_action(self._ctx, discovery.retire, self._ctx.store, question, retire=away)
        if not moved.say(words):
            return
        if self.model.rows:
            self.view.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), 0))

    def _choose(self, index: QModelIndex) -> None:
        if self._settling:
            return
        self._offer_reword()
        if index.isValid():
            self.chosen.emit(self.model.id_at(index.row()))

    def _ask(self, index: QModelIndex) -> None:
        self.ask_wanted.emit(self.model.id_at(index.row()))

    def _start_own(self) -> None:
        self.own_edit.show()
        self.own_edit.setFocus()

    def _start_reword(self) -> None:
        self._reworded = self.model.id_at(self.view.currentIndex().row())
        asked = self.question(self._reworded)
        if self._unstored.belong_to(self._unstored.shown, Question, self._reworded):
            self.own_edit.setText(asked.words if asked else "")
            self._unstored.start_here()
        self._start_own()
        self.own_edit.selectAll()

    def _end_own(self) -> None:
        """The keyboard goes back to the button that brought the line, else to the questions."""
        opener = self.reword if self._reworded else self.own
        self._reworded = 0
        self._unstored.belong_to(self._unstored.shown)
        if holds_focus(self.own_edit):
            (self.view if opener.isHidden() else opener).setFocus()
        self.own_edit.hide()

    @Slot()
    def _end_reword(self) -> None:
        """The words are taken by now: the row may belong to another question."""
        self._end_own()
        self.view.setFocus()

    def _add_own(self, lines: list[str]) -> None:
        if self._reworded:
            change = discovery.reword
            if try_action(self._ctx, change, self._ctx.store, self._reworded, " ".join(lines)):
                QTimer.singleShot(0, self, self._end_reword)
            return
        lens, add = self.lens or Lens.JOY, discovery.add_questions
        added = try_action(self._ctx, add, self._ctx.store, lens, lines)
        if added.value:
            self.choose(added.value[-1].id)
        self.own_edit.setFocus()
