"""The facts of a goal in one line of its panel: state, days, how sure it is, whose idea it was."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careerdesk.domain.records import ItemState, Person, PlanItem, ProposedBy
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.field_note import refuse
from careerdesk.ui.base.person_words import settle_citing, whose_idea
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.fact_fields import DueDay, FactButton, ReachedDay, StateChoice
from careerdesk.ui.widgets.flow import FlowLayout

ITEM_REACHED = "itemReached"
FACTS_GAP = 2


class FactsLine(QWidget):
    """What one sees of a goal at a glance, each of it open to a change.

    `changed` carries a field of the goal and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show no goal yet."""
        super().__init__(parent)
        self._item: PlanItem | None = None
        self._person = Person()
        theme, today = ctx.theme, ctx.clock.today
        self.state = StateChoice(theme, name=names.ITEM_STATE)
        self.due = DueDay(today, tr("Due"), name=names.ITEM_DUE)
        self.reached = ReachedDay(today, tr("Date reached"), name=ITEM_REACHED)
        self.committed = FactButton(theme, tr("Committed"), name=names.ITEM_COMMITTED, compact=True)
        self.committed.setToolTip(
            tr(
                "Commitment, whose idea the goal was, and whether it's personal, part "
                "of onboarding or citable in a review"
            )
        )
        self._halves = (
            HalfTyped(ctx, "goal-due", self.due),
            HalfTyped(ctx, "goal-reached", self.reached),
        )
        self._arrange()
        self._connect()

    def show_item(self, item: PlanItem, person: Person) -> None:
        """Show the facts of a goal; a day that is half typed stays."""
        self._item, self._person = item, person
        self.state.set_value(item.state)
        self.state.updateGeometry()
        for half in self._halves:
            half.belong_to(person.id, PlanItem, item.id)
        self.due.set_day(item.due_on)
        self.reached.set_day(item.reached_on)
        self.reached.setVisible(item.state is ItemState.DONE)
        self.committed.set_words(tr("Committed") if item.committed else tr("Aspirational"))

    def release(self) -> None:
        """Show no goal any more; what is half typed is kept."""
        self._item = None
        for half in self._halves:
            half.release()

    def refuse_reached(self, day: date, sentence: str) -> None:
        """Show a day again that could not be taken, with why; Esc brings the stored one back."""
        self.reached.start_over(self._item.reached_on if self._item else None)
        self.reached.put_half(day.isoformat())
        refuse(self.reached, sentence)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.state, self.due, self.committed, self.reached]

    def menu(self) -> QMenu:
        """How sure the goal is, whose idea it was, and what kind it is of."""
        menu = QMenu(self.committed)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._choose)
        item = self._item
        if item is not None:
            sure = item.committed
            _add(
                menu,
                tr("Committed: expected to be achieved in full"),
                ("committed", True),
                chosen=sure,
            )
            _add(menu, tr(
                "Aspirational: getting most of the way there is a good result"
            ), ("committed", False),
                 chosen=not sure)  # fmt: skip
            menu.addSeparator()
            for by in ProposedBy:
                said = item.proposed_by is by
                _add(menu, whose_idea(by, self._person), ("proposed_by", by), chosen=said)
            unsaid = item.proposed_by is None
            _add(menu, tr("Don't record whose idea it was"), ("proposed_by", None), chosen=unsaid)
            menu.addSeparator()
            personal, onboarding = item.personal, item.onboarding
            _add(menu, tr("Personal: needs no business benefit and isn't scored"),
                 ("personal", not personal), chosen=personal)  # fmt: skip
            _add(menu, tr("Onboarding"), ("onboarding", not onboarding), chosen=onboarding)
            menu.addSeparator()
            self._add_citing(menu, item)
        return menu

    def _add_citing(self, menu: QMenu, item: PlanItem) -> None:
        """A tick that is off until both want it; what is personal stays out, and says so.

        It is there while the screen is shared, too: it is the person's word as well.
        """
        cited = item.may_be_cited
        words = tr("Personal, so it can't be cited in a review")
        if not item.personal:
            words = settle_citing(self._person).replace("&", "&&")
        _add(menu, words, ("may_be_cited", not cited), chosen=cited)
        menu.actions()[-1].setEnabled(not item.personal)

    def _choose(self, action: QAction) -> None:
        field, value = action.data()
        self.changed.emit(field, value)

    def _set_state(self, state: object) -> None:
        self.changed.emit("state", state)

    def _set_due(self, day: object) -> None:
        self.changed.emit("due_on", day)

    def _set_reached(self, day: object) -> None:
        self.changed.emit("reached_on", day)

    def _arrange(self) -> None:
        flow = FlowLayout(gap=FACTS_GAP)
        for fact in (self.state, self.due, self.committed, self.reached):
            flow.addWidget(fact)
        column = QVBoxLayout(self)  # what is wrong with a day is a row of its own
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(flow)

    def _connect(self) -> None:
        self.state.picked.connect(self._set_state)
        self.due.picked.connect(self._set_due)
        self.reached.picked.connect(self._set_reached)
        self.committed.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        place = self.committed.rect().bottomLeft()
        self.menu().popup(self.committed.mapToGlobal(place))


def _add(menu: QMenu, words: str, sets: tuple[str, object], *, chosen: bool) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    action.setData(sets)


def kinds(item: PlanItem, person: Person) -> list[str]:
    """What else a goal is, in few words: *her idea*, *personal*; nothing for most."""
    idea = [whose_idea(item.proposed_by, person)] if item.proposed_by else []
    personal = [tr("Personal")] if item.personal else []
    onboarding = [tr("Onboarding")] if item.onboarding else []
    return [*idea, *personal, *onboarding, *([tr("May be cited")] if item.may_be_cited else [])]
