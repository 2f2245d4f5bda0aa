"""The entries of a brief's rows: what each kind offers, by key, by menu and by a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt

from careerdesk.domain.brief_lines import LineKind
from careerdesk.i18n import tr
from careerdesk.ui.prepare.brief_acts import BriefActs
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import (
    ANOTHER,
    ASK_NOW,
    EDIT,
    PUT_ON_AGENDA,
    SHIFT,
    BriefRow,
    Kind,
    RowKind,
)
from careerdesk.ui.widgets.tick_list import RowAction

Entry = tuple[str, Qt.Key, Callable[[BriefRow], None]]


class Leads(Protocol):
    """Where rows lead, and what a page does itself."""

    def open_goal(self, row: BriefRow) -> None:
        """Go to the goal."""

    def open_plan(self, row: BriefRow) -> None:
        """Go to the plan."""

    def open_discovery(self, row: BriefRow) -> None:
        """Go to Discovery."""

    def fold(self, row: BriefRow) -> None:
        """Unfold a note, or fold it."""

    def show_more(self, row: BriefRow) -> None:
        """Show all of a section, or fewer again."""

    def put_on_agenda(self, row: BriefRow) -> None:
        """Put the question on the agenda."""

    def ask(self, row: BriefRow) -> None:
        """Ask the question now."""

    def another(self, row: BriefRow) -> None:
        """Propose another question."""

    def add_feedback(self, row: BriefRow) -> None:
        """Let feedback be typed."""

    def edit_feedback(self, row: BriefRow) -> None:
        """Let feedback be typed again."""

    def tell_feedback(self, row: BriefRow) -> None:
        """It was told."""


class BriefMenu:
    """Says what can be done with rows; the first entry with Enter is what a click does."""

    def __init__(self, acts: BriefActs, leads: Leads, shared: Callable[[], bool]) -> None:
        """*shared* tells whether others see the screen."""
        self._acts, self._leads, self._shared = acts, leads, shared

    def serve(self, view: BriefList) -> None:
        """Let a list have these entries."""
        view.actions_of = lambda rows: self.entries(view, rows)
        view.rows.pressed.connect(self.press)

    def entries(self, view: BriefList, rows: Sequence[BriefRow]) -> list[RowAction]:
        """What can be done with the selected rows."""
        if not rows:
            return []
        row = view.current() or rows[0]
        same = [one for one in rows if one.kind is row.kind]
        if row.tick is not None:
            return self._of_ticks(view, row, rows)
        found = [RowAction(text, key, _with(act, row)) for text, key, act in self._of(row)]
        if row.kind is LineKind.FEEDBACK:
            found.append(RowAction(tr("Delete"), Qt.Key.Key_Delete,
                                   lambda: self._acts.remove(same)))  # fmt: skip
        return found

    def press(self, row: BriefRow, link: str) -> None:
        """Do what a click on a link or a row means."""
        if link or row.kind is LineKind.QUESTION:
            act = {
                PUT_ON_AGENDA: self._leads.put_on_agenda, ASK_NOW: self._leads.ask,
                ANOTHER: self._leads.another, EDIT: self._leads.edit_feedback,
                SHIFT: self._acts.shift,
            }.get(link, self._leads.tell_feedback)  # fmt: skip
            act(row)
        elif row.kind is LineKind.FEEDBACK:
            self._leads.edit_feedback(row)
        else:
            entry = next(iter(self._of(row)), None)
            if entry is not None:
                entry[2](row)

    def _of(self, row: BriefRow) -> list[Entry]:
        leads, enter, space = self._leads, Qt.Key.Key_Return, Qt.Key.Key_Space
        discover = (tr("Open Discovery"), enter, leads.open_discovery)
        told: list[Entry] = [(tr("Passed on"), enter, leads.tell_feedback),
                             (tr("Edit"), Qt.Key.Key_E, leads.edit_feedback)]  # fmt: skip
        edit: list[Entry] = [(tr("Edit"), enter, leads.edit_feedback)]
        turn = tr("Collapse") if row.unfolded else tr("Expand")
        goal: list[Entry] = [(tr("Open the goal"), enter, leads.open_goal)]
        if row.away:
            goal.append(
                (tr("Postpone by the length of their leave"), Qt.Key.Key_S, self._acts.shift)
            )
        known: dict[Kind, list[Entry]] = {
            LineKind.GOAL: goal,
            LineKind.PLAN: [(tr("Open the plan"), enter, leads.open_plan)],
            LineKind.NOTE: [(turn, enter, leads.fold), (turn, space, leads.fold)],
            RowKind.MORE: [(row.text, enter, leads.show_more), (row.text, space, leads.show_more)],
            LineKind.QUESTION: [
                (tr("Add to agenda"), enter, leads.put_on_agenda),
                (tr("Ask now"), Qt.Key.Key_Q, leads.ask),
                (tr("Another question"), Qt.Key.Key_N, leads.another),
            ],
            LineKind.WISH: [discover],
            LineKind.DRIVES: [discover],
            RowKind.ADD_FEEDBACK: [(row.text, enter, leads.add_feedback),
                                   (row.text, space, leads.add_feedback)],
            LineKind.FEEDBACK: told if self._acts.waits(row) else edit,
        }  # fmt: skip
        return known.get(row.kind, [])

    def _of_ticks(
        self, view: BriefList, row: BriefRow, rows: Sequence[BriefRow]
    ) -> list[RowAction]:
        acts, able = self._acts, [one for one in rows if one.tick is not None]
        found = [
            RowAction(tr("Tick or untick"), Qt.Key.Key_Space, view.tick_selected),
            RowAction(tr("Edit"), Qt.Key.Key_Return, view.edit_current),
        ]
        if row.kind is LineKind.POINT:
            found.append(RowAction(tr("Change who raised it"), Qt.Key.Key_O,
                                   lambda: acts.turn_owner(able)))  # fmt: skip
            if not self._shared():
                found.append(RowAction(tr("Make private or shared"), Qt.Key.Key_P,
                                       lambda: acts.turn(able, "private")))  # fmt: skip
            found.append(RowAction(tr("Raise every time or just once"), Qt.Key.Key_R,
                                   lambda: acts.turn(able, "repeating")))  # fmt: skip
        else:
            found += [
                RowAction(tr("Change due date"), Qt.Key.Key_D, view.edit_due),
                RowAction(tr("Change owner"), Qt.Key.Key_O, lambda: acts.turn_owner(able)),
            ]
        if row.kind is LineKind.STEP:
            found.append(RowAction(tr("Open the goal"), Qt.Key.Key_G,
                                   lambda: self._leads.open_goal(row)))  # fmt: skip
        return [*found, RowAction(tr("Delete"), Qt.Key.Key_Delete, view.remove_selected)]


def _with(act: Callable[[BriefRow], None], row: BriefRow) -> Callable[[], None]:
    return lambda: act(row)
