"""The plan in a running check-in, as rows: a line for each goal, and what is folded below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import Action
from careerdesk.domain.progress import is_open, share_reached
from careerdesk.domain.records import ItemState, KeyResult, Measure, Owner, Person, PlanItem
from careerdesk.domain.standing import away_on
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.goal_words import now_words
from careerdesk.ui.base.texts import Dates, state_word
from careerdesk.ui.widgets.record_list import Index, RecordListModel

MENU = tuple(ItemState)  # in the order of the menu and of the keys 1 to 6


class Part(IntEnum):
    """What a row is of its goal."""

    GOAL = 0
    RESULT = 1
    STEP = 2
    NEW_STEP = 3
    DUE = 4


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A row: of a goal, or of a part of it that stands below it while it is unfolded.

    `record_id` is that of the goal, the key result or the step. `value` and `note` stand at the
    end of the row, `ticked` is None where there is nothing to tick.
    """

    part: Part
    record_id: int
    goal: PlanItem
    text: str
    value: str = ""
    note: str = ""
    ticked: bool | None = None
    late: bool = False
    unfolded: bool = False
    spoken: str = ""

    @property
    def id(self) -> int:
        """A number that no other row of the list has."""
        return self.record_id * len(Part) + self.part

    @property
    def is_value(self) -> bool:
        """Whether a number can be typed into it."""
        return self.part is Part.RESULT and self.ticked is None


class GoalLines(RecordListModel[GoalLine]):
    """Rows are `GoalLine`s; goals are folded until `turn`."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Start without a plan; *today* gives the day that late is seen from."""
        super().__init__(parent)
        self._today = today
        self._person: Person | None = None
        self._goals: list[ItemView] = []
        self._steps: Mapping[int, Sequence[Action]] = {}
        self._unfolded: set[int] = set()

    def show_plan(
        self,
        person: Person,
        plan: PlanView | None,
        steps: Mapping[int, Sequence[Action]],
        changed: frozenset[int] = frozenset(),
    ) -> None:
        """Show the open goals of a plan and those *changed* in this check-in, with their steps."""
        self._person = person
        goals = plan.items if plan else ()
        self._goals = [view for view in goals if is_open(view.item) or view.id in changed]
        self._steps = steps
        self._say()

    def turn(self, goal_id: int, *, unfold: bool) -> None:
        """Unfold a goal, or fold it."""
        if unfold:
            self._unfolded.add(goal_id)
        else:
            self._unfolded.discard(goal_id)
        self._say()

    def fold_all(self) -> None:
        """Fold all goals, for somebody else."""
        self._unfolded.clear()

    def result(self, result_id: int) -> KeyResult | None:
        """A key result that is shown."""
        every = (one for view in self._goals for one in view.key_results)
        return next((one for one in every if one.id == result_id), None)

    def goal_row(self, goal_id: int) -> int:
        """The row of a goal, or -1."""
        return self.row_of(goal_id * len(Part) + Part.GOAL)

    def row_of_part(self, part: Part, record_id: int) -> int:
        """The row of a part, or -1."""
        return self.row_of(record_id * len(Part) + part)

    def _say(self) -> None:
        count, today = len(self._goals), self._today()
        rows: list[GoalLine] = []
        for place, view in enumerate(self._goals, 1):
            unfolded = view.id in self._unfolded
            steps = self._steps.get(view.id, ())
            rows.append(_goal_line(view, steps, (place, count), unfolded=unfolded))
            if unfolded:
                rows += _below(view, steps, today, self._person)
        self.set_rows(rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is ticked says so to a screen reader."""
        row = line_at(index) if role == Qt.ItemDataRole.CheckStateRole else None
        if row is None:
            return super().data(index, role)
        if row.ticked is None:
            return None
        return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked says so."""
        flags, row = super().flags(index), line_at(index)
        ticks = row is not None and row.ticked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    @override
    def text(self, row: GoalLine) -> str:
        """Its words."""
        return row.text

    @override
    def spoken(self, row: GoalLine) -> str:
        """The row as a sentence."""
        return row.spoken

    @override
    def tip(self, row: GoalLine) -> str | None:
        """The words whole, since a folded goal is one line."""
        return row.text


def line_at(index: Index) -> GoalLine | None:
    """The row of an index, if it is one."""
    model = index.model()
    valid = index.isValid() and isinstance(model, GoalLines) and index.row() < len(model.rows)
    return model.rows[index.row()] if valid and isinstance(model, GoalLines) else None


def _goal_line(
    view: ItemView, steps: Sequence[Action], place: tuple[int, int], *, unfolded: bool
) -> GoalLine:
    item = view.item
    title = one_line(item.title)
    state = state_word(item.state)
    words = tr(
        "Goal {place} of {count}: {title}, {state}",
        place=place[0],
        count=place[1],
        title=title,
        state=state,
    )
    many = trn("1 step", "{n} steps", sum(step.done_on is None for step in steps))
    fold = tr("expanded") if unfolded else tr("collapsed")
    parts = (words, many if any(step.done_on is None for step in steps) else "", fold)
    return GoalLine(
        Part.GOAL, item.id, item, title, note=state, unfolded=unfolded,
        spoken=", ".join(part for part in parts if part),
    )  # fmt: skip


def _below(
    view: ItemView, steps: Sequence[Action], today: date, person: Person | None
) -> Iterator[GoalLine]:
    """What stands below an unfolded goal."""
    item = view.item
    for result in view.key_results:
        yield _result_line(item, result)
    for step in steps:
        if step.done_on is None or step.done_on == today:
            yield _step_line(item, step, today)
    add = tr("Add a next step")
    yield GoalLine(Part.NEW_STEP, item.id, item, add, spoken=add)
    away = person is not None and item.due_on is not None and away_on(person, item.due_on)
    late = _is_late(item.due_on, today) and is_open(item) and not away
    due = _due_words(item, today, late=late)
    yield GoalLine(Part.DUE, item.id, item, due, late=late, spoken=due)


def _result_line(item: PlanItem, result: KeyResult) -> GoalLine:
    name = one_line(result.name)
    if result.measure is Measure.MILESTONE:
        reached = share_reached(result) >= 1
        said = tr("reached") if reached else tr("not reached yet")
        return GoalLine(
            Part.RESULT, result.id, item, name, ticked=reached, spoken=f"{name}, {said}"
        )
    value, target = now_words(result)
    words = tr("{name}: {value} {target}", name=name, value=value, target=target)
    return GoalLine(Part.RESULT, result.id, item, name, value=value, note=target, spoken=words)


def _step_line(item: PlanItem, step: Action, today: date) -> GoalLine:
    done = step.done_on is not None
    late = not done and _is_late(step.due_on, today)
    due = Dates.short_day_within(step.due_on, today) if step.due_on and not done else ""
    mine = tr("mine") if step.owner is Owner.ME else ""
    note = ", ".join(part for part in (mine, due) if part)
    said = ", ".join(part for part in (step.text, note, tr("done") if done else tr("open")) if part)
    return GoalLine(
        Part.STEP, step.id, item, one_line(step.text), note=note, ticked=done, late=late,
        spoken=said,
    )  # fmt: skip


def _due_words(item: PlanItem, today: date, *, late: bool) -> str:
    if item.due_on is None:
        return tr("No due date")
    day = Dates.short_day_within(item.due_on, today)
    return fill(tr("Due {day} (overdue)") if late else tr("Due {day}"), day=day)


def _is_late(day: date | None, today: date) -> bool:
    return day is not None and day < today
