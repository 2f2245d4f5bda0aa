"""What can be done with the rows of a brief: each kind has its keys, and its entries in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careerdesk.domain.brief import shifted, with_ticked
from careerdesk.domain.brief_facts import StepGlance
from careerdesk.domain.brief_lines import LineKind
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import Action
from careerdesk.domain.records import AgendaItem, Owner, Promise, Record
from careerdesk.domain.views import Brief
from careerdesk.services import actions, checkins, feedback, plans
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import go_to_answer
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.texts import tr
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import TICKED, BriefRow, Kind

Ticked = Promise | StepGlance | AgendaItem
KINDS: dict[Kind, type[Record]] = {
    LineKind.PROMISE: Promise, LineKind.STEP: Action, LineKind.POINT: AgendaItem,
}  # fmt: skip
HANDLES: dict[Kind, str] = {
    LineKind.PROMISE: "promiseRow",
    LineKind.STEP: "stepRow",
    LineKind.POINT: "agendaRow",
}


class BriefActs(QObject):
    """Ticks, words, days and owners of promises, steps and points; goals and feedback besides.

    What was ticked here stays to be seen, until `forget`. `changed` asks for the rows to be made
    again where nothing was stored.
    """

    changed = Signal()

    def __init__(self, ctx: Context, lists: Sequence[BriefList], parent: QObject) -> None:
        """Serve the rows of these lists."""
        super().__init__(parent)
        self._ctx = ctx
        self._brief: Brief | None = None
        self._kept: dict[tuple[Kind, int], Ticked] = {}
        self._edits = [
            {kind: RowEdits(ctx, KINDS[kind], HANDLES[kind], one.rows) for kind in KINDS}
            for one in lists
        ]
        for one, edits in zip(lists, self._edits, strict=True):
            one.due_of = self._due_of
            one.due_wanted.connect(self._set_due)
            one.tick_wanted.connect(_for_rows(one, self.tick))
            one.removal_wanted.connect(_for_rows(one, self.remove))
            one.rename_wanted.connect(self._renaming(one))
            one.rows.editor_made.connect(self._beginning(one, edits))

    def show(self, brief: Brief) -> Brief:
        """Serve a brief; gives it with what was ticked here."""
        self._brief = brief
        open_ones: tuple[Ticked, ...] = (*brief.promises_due, *brief.steps, *brief.agenda)
        for one in open_ones:
            self._kept.pop((_kind_of(one), one.id), None)
        return with_ticked(brief, self._kept.values())

    def forget(self) -> None:
        """Show only what is open."""
        self._kept.clear()

    def tick(self, rows: Sequence[BriefRow]) -> None:
        """Tick these rows, or open them again if all are ticked."""
        able = [row for row in rows if row.tick is not None]
        done = not all(row.tick.ticked for row in able if row.tick)
        for row in able:
            if row.tick and row.tick.ticked != done:
                on = self._ctx.clock.today() if done else None
                self._tick_one(row, on, alone=len(able) == 1)

    def _tick_one(self, row: BriefRow, on: date | None, *, alone: bool) -> None:
        found, key = self._record(row), (row.kind, row.key)
        talk_id = self._brief.running_id if self._brief else None
        if found is None:
            return
        before = self._kept.pop(key, None)
        if on and not (row.kind is LineKind.POINT and talk_id):
            self._kept[key] = _done(found, on)
        ctx, store = self._ctx, self._ctx.store
        if row.kind is LineKind.POINT:
            done = succeeded(ctx, checkins.tick_agenda, store, row.key, on, talk_id)
        elif row.kind is LineKind.STEP:
            today = ctx.clock.today()
            done = succeeded(ctx, actions.tick, store, [row.key], on, today=today)
        else:
            done = succeeded(ctx, checkins.tick_promise, store, row.key, on)
        if not done:
            self._kept.pop(key, None)
            if before is not None:
                self._kept[key] = before
            self.changed.emit()
        elif on is not None and alone and isinstance(found, AgendaItem):
            go_to_answer(ctx, found)

    def remove(self, rows: Sequence[BriefRow]) -> None:
        """Delete promises, steps, points or feedback."""
        today, store = self._ctx.clock.today(), self._ctx.store
        for kind, one, many, act in (
            (LineKind.POINT, tr("Point deleted"), tr("{n} points deleted"), checkins.remove_agenda),
            (LineKind.PROMISE, tr("Promise deleted"), tr("{n} promises deleted"),
             checkins.remove_promises),
            (LineKind.FEEDBACK, tr("Feedback deleted"), tr("{n} deleted"), feedback.remove),
        ):  # fmt: skip
            keys = self._keys(rows, kind)
            if keys and succeeded(self._ctx, act, store, keys):
                self._tell_gone(one if len(keys) == 1 else many, len(keys))
        steps = self._keys(rows, LineKind.STEP)
        if steps and succeeded(self._ctx, actions.remove, store, steps, today=today):
            words = tr("Step deleted") if len(steps) == 1 else tr("{n} steps deleted")
            self._tell_gone(words, len(steps))

    def _keys(self, rows: Sequence[BriefRow], kind: Kind) -> list[int]:
        keys = [row.key for row in rows if row.kind is kind]
        for key in keys:
            self._kept.pop((kind, key), None)
        return keys

    def _tell_gone(self, words: str, count: int) -> None:
        self._ctx.notices.toast(words.format(n=count), undo=True)

    def turn_owner(self, rows: Sequence[BriefRow]) -> None:
        """Let them be those of the other one."""
        for row in rows:
            found = self._record(row)
            if found is not None:
                other = Owner.ME if found.owner is Owner.THEM else Owner.THEM
                self.change(row, owner=other)

    def turn(self, rows: Sequence[BriefRow], name: str) -> None:
        """Turn a yes of points into a no, or the other way round."""
        for row in rows:
            found = self._record(row)
            if isinstance(found, AgendaItem):
                self.change(row, **{name: not getattr(found, name)})

    def change(self, row: BriefRow, **fields: object) -> None:
        """Set fields of the record of a row."""
        kept = self._kept.get((row.kind, row.key))
        if kept is not None:
            self._kept[row.kind, row.key] = replace(kept, **fields)  # type: ignore[arg-type]
        ctx, store = self._ctx, self._ctx.store
        if row.kind is LineKind.STEP:
            today = ctx.clock.today()
            done = try_action(ctx, actions.change, store, row.key, today=today, **fields)
        else:
            act: Callable[..., None] = checkins.change_promise
            if row.kind is LineKind.POINT:
                act = checkins.change_agenda
            done = try_action(ctx, act, store, row.key, **fields)
        done.ignored_because("a banner says why; the rows show what is stored")

    def shift(self, row: BriefRow) -> None:
        """Give a goal that is due within a leave a later day."""
        brief = self._brief
        look = next((one for one in brief.items_to_look_at if one.item.id == row.key),
                    None) if brief else None  # fmt: skip
        if brief is None or look is None or look.item.due_on is None:
            return
        day, today = shifted(look.item.due_on, brief.person), self._ctx.clock.today()
        store = self._ctx.store
        if succeeded(self._ctx, plans.change_item, store, row.key, today=today, due_on=day):
            self._ctx.notices.toast(tr("The goal's day is shifted"), undo=True)

    def tell(self, found: Feedback) -> None:
        """It was told now."""
        today, store = self._ctx.clock.today(), self._ctx.store
        talk_id = self._brief.running_id if self._brief else None
        if succeeded(self._ctx, feedback.deliver, store, found.id, today, talk_id):
            self._ctx.notices.toast(tr("Feedback told"), undo=True)

    def feedback_of(self, row: BriefRow) -> Feedback | None:
        """The feedback of a row."""
        if self._brief is None:
            return None
        known = (*self._brief.to_deliver, *self._brief.feedback)
        return next((one for one in known if one.id == row.key), None)

    def waits(self, row: BriefRow) -> bool:
        """Whether it is feedback that is to be told."""
        found = self.feedback_of(row)
        return found is not None and found.way is FeedbackWay.TO_DELIVER

    def _record(self, row: BriefRow) -> Ticked | None:
        kept = self._kept.get((row.kind, row.key))
        if kept is not None or self._brief is None:
            return kept
        brief = self._brief
        known: Sequence[Ticked] = (*brief.promises_due, *brief.steps, *brief.agenda)
        return next((one for one in known if one.id == row.key and _kind_of(one) is row.kind), None)

    def _due_of(self, row: BriefRow) -> tuple[type[Record], date | None]:
        found = self._record(row)
        due_on = None if isinstance(found, AgendaItem) or found is None else found.due_on
        return KINDS[row.kind], due_on

    def _set_due(self, row: BriefRow, day: date | None) -> None:
        self.change(row, due_on=day)

    def _renaming(self, view: BriefList) -> Callable[[int, str], None]:
        def rename(row_id: int, words: str) -> None:
            """Store new words of a row, with the draft that they were."""
            place = view.model_.row_of(row_id)
            if place < 0:
                return
            row = view.model_.rows[place]
            edits = self._edits[0][row.kind]
            with edits.taking(row.key):
                self.change(row, text=words)

        return rename

    def _beginning(
        self, view: BriefList, edits: dict[Kind, RowEdits]
    ) -> Callable[[QWidget, int, Callable[[], str]], None]:
        def begin(editor: QWidget, row_id: int, stored: Callable[[], str]) -> None:
            """Keep what is typed over a row as the draft of its record."""
            place = view.model_.row_of(row_id)
            if place >= 0 and view.model_.rows[place].kind in TICKED:
                row = view.model_.rows[place]
                edits[row.kind].begin(editor, row.key, stored)

        return begin


def _for_rows(view: BriefList, act: Callable[[Sequence[BriefRow]], None]) -> Callable[..., None]:
    def run(ids: list[int]) -> None:
        """Do it with the rows of these ids."""
        places = [view.model_.row_of(key) for key in ids]
        act([view.model_.rows[place] for place in places if place >= 0])

    return run


def _kind_of(one: Ticked) -> Kind:
    if isinstance(one, Promise):
        return LineKind.PROMISE
    return LineKind.STEP if isinstance(one, StepGlance) else LineKind.POINT


def _done(found: Ticked, on: date) -> Ticked:
    if isinstance(found, AgendaItem):
        return replace(found, covered_on=on)
    return replace(found, done_on=on)
