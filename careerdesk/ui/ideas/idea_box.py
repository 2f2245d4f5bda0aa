"""Ideas as a quiet list: each is taken as a goal, put off or dropped; one row adds more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.loop import Idea
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr
from careerdesk.services import ideas
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.choice_list import ChoiceList, ChoiceModel
from careerdesk.ui.widgets.choice_row import Choice, ChoiceRow
from careerdesk.ui.widgets.inline_add import InlineAdd

IDEA_LIST, IDEA_EDIT, IDEA_ADD = "ideaList", "ideaEdit", "ideaAdd"


class Answer(Enum):
    """What is said of an idea."""

    TAKE = auto()
    NOT_NOW = auto()
    NO = auto()


def check_in_choices() -> tuple[Choice, ...]:
    """What can be said of an idea in a conversation."""
    take, no = plan_choices()
    return take, Choice(Answer.NOT_NOW, tr("Not now")), no


def plan_choices() -> tuple[Choice, Choice]:
    """What can be done with an idea on the plan, where it stays by itself."""
    return Choice(Answer.TAKE, tr("Turn into a goal")), Choice(Answer.NO, tr("No"))


class IdeaBox(QWidget):
    """The ideas of a person; *place* is the page that undo goes back to, and sets handles apart.

    `taken` carries the goal that an idea became.
    """

    taken = Signal(object)

    def __init__(
        self,
        ctx: Context,
        place: str,
        choices: Callable[[], Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        """Start with nobody's."""
        super().__init__(parent)
        self._ctx, self._place = ctx, place
        self._person_id = 0
        self._check_in_id: int | None = None
        self.model = ChoiceModel(self)
        self.model.holds = Idea
        self.list = ChoiceList(
            ctx.theme, self.model, choices, name=f"{place}-{IDEA_LIST}", label=tr("Ideas"),
            editor_name=IDEA_EDIT, editor_label=tr("Idea"),
        )  # fmt: skip
        self.edit = InlineAdd(ctx.theme, tr("Add an idea: what else might work?"),
                              name=f"{place}-{IDEA_ADD}")  # fmt: skip
        self._unstored = Unstored(ctx, f"{place}-{IDEA_ADD}", {TEXT: self.edit})
        self._edits = RowEdits(ctx, Idea, "ideaRow", self.list.rows)
        self._arrange()
        self._connect()

    def show_person(self, person_id: int, check_in_id: int | None = None) -> None:
        """Show the ideas of a person; what is added came up in that check-in, if there is one."""
        self._person_id, self._check_in_id = person_id, check_in_id
        self._unstored.belong_to(person_id)
        found = ideas.waiting(self._ctx.store, person_id)
        self.model.set_rows([ChoiceRow(one.id, one_line(one.text)) for one in found])
        self.list.setVisible(bool(found))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, self.edit]

    def take_in(self) -> None:
        """Add what is typed and not added yet."""
        self.edit.enter()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.edit)

    def _connect(self) -> None:
        self.list.chosen.connect(self._answer)
        self.list.remove_requested.connect(self._remove)
        self.list.rows.renamed.connect(self._rename)
        self.list.rows.editor_made.connect(self._edits.begin)
        self.edit.submitted.connect(self._add)
        self.edit.left.connect(self._leave)

    def _leave(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _add(self, lines: list[str]) -> None:
        today = self._ctx.clock.today()
        try_action(
            self._ctx, ideas.add, self._ctx.store, self._person_id, lines, today,
            made_in=self._check_in_id,
        ).ignored_because("a banner says why, and the words are back in their row")  # fmt: skip

    def _answer(self, idea_id: int, answer: Answer) -> None:
        if answer is Answer.TAKE:
            self._take(idea_id)
        elif answer is Answer.NOT_NOW:
            try_action(self._ctx, ideas.put_last, self._ctx.store, idea_id, place=self._place).say(
                tr("Saved for later")
            )
        else:
            self._decline(idea_id)

    def _take(self, idea_id: int) -> None:
        ctx = self._ctx
        goal = try_action(
            ctx, ideas.take, ctx.store, idea_id, ctx.clock.today(), place=self._place
        ).value
        if goal is not None:
            ctx.notices.toast(tr("Added to the plan as a goal"), undo=True)
            self.taken.emit(goal)

    def _decline(self, idea_id: int) -> None:
        had_focus = self.list.hasFocus()
        gone = try_action(self._ctx, ideas.decline, self._ctx.store, [idea_id], place=self._place)
        if gone.say(tr("Idea deleted")) and had_focus and not self.model.rows:
            self.edit.setFocus()

    def _remove(self, index: QModelIndex) -> None:
        self._decline(self.model.rows[index.row()].id)

    def _rename(self, idea_id: int, words: str) -> None:
        with self._edits.taking(idea_id):
            try_action(self._ctx, ideas.reword, self._ctx.store, idea_id, words).ignored_because(
                "a banner says why; the rows show what is stored"
            )
