"""What can be done with the rows of a brief: each kind has its keys, and its entries in a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careerdesk.domain.brief import shifted, with_ticked
from careerdesk.domain.brief_facts import ActionGlance
from careerdesk.domain.brief_lines import LineKind
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import Action
from careerdesk.domain.records import AgendaItem, Owner, Promise, Record
from careerdesk.domain.views import Brief
from careerdesk.i18n import Counting, tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import go_to_answer
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import TICKED, BriefRow, Kind

if TYPE_CHECKING:
    from careerdesk.services.tickable import Row, Tickable

Ticked = Promise | ActionGlance | AgendaItem
Key = tuple[Kind, int]
KINDS: dict[Kind, Tickable] = {
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
        self._kept: dict[Key, Ticked] = {}
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
        turned = [row for row in able if row.tick and row.tick.ticked != done]
        self._tick(turned, self._ctx.clock.today() if done else None, alone=len(able) == 1)

    def _tick(self, rows: Sequence[BriefRow], on: date | None, *, alone: bool) -> None:
        from careerdesk.services import tickable

        found = {(row.kind, row.key): one for row in rows if (one := self.record(row))}
        check_in_id = self._brief.running_id if self._brief else None
        before = {key: self._kept.pop(key) for key in found if key in self._kept}
        if on:
            kept = {key: _done(one, on) for key, one in found.items()
                    if not (key[0] is LineKind.POINT and check_in_id)}  # fmt: skip
            self._kept |= kept
        ctx = self._ctx
        if not try_action(ctx, tickable.tick, ctx.store, _stored(found), on,
                         today=ctx.clock.today(), checkin_id=check_in_id):  # fmt: skip
            self._put_back(found, before)
        elif on is not None and alone:
            for one in found.values():
                if isinstance(one, AgendaItem):
                    go_to_answer(ctx, one)

    def _put_back(self, keys: Iterable[Key], before: Mapping[Key, Ticked]) -> None:
        """Show rows as they were, since nothing was stored."""
        for key in keys:
            self._kept.pop(key, None)
        self._kept |= before
        self.changed.emit()

    def remove(self, rows: Sequence[BriefRow]) -> None:
        """Delete promises, steps, points or feedback."""
        from careerdesk.services import feedback, tickable

        today, store = self._ctx.clock.today(), self._ctx.store
        told = [row.key for row in rows if row.kind is LineKind.FEEDBACK]
        if told and try_action(self._ctx, feedback.remove, store, told):
            self._tell_gone(told, Counting("Feedback deleted", "{n} items deleted"))
        keys = [(row.kind, row.key) for row in rows if row.kind in KINDS]
        for key in keys:
            self._kept.pop(key, None)
        if keys and try_action(self._ctx, tickable.remove, store, _stored(keys), today=today):
            self._tell_gone(keys, _gone_words(kind for kind, _ in keys))

    def _tell_gone(self, gone: Sequence[object], words: Counting) -> None:
        self._ctx.notices.toast(words.in_words(len(gone)), undo=True)

    def turn_owner(self, rows: Sequence[BriefRow]) -> None:
        """Let them be those of the other one."""
        from careerdesk.services import tickable

        found = {(row.kind, row.key): one for row in rows if (one := self.record(row))}
        before = {key: self._kept[key] for key in found if key in self._kept}
        for key, kept in before.items():
            other = Owner.ME if kept.owner is Owner.THEM else Owner.THEM
            self._kept[key] = replace(kept, owner=other)
        ctx = self._ctx
        if not try_action(ctx, tickable.turn_owner, ctx.store, _stored(found),
                         today=ctx.clock.today()):  # fmt: skip
            self._put_back(found, before)

    def turn(self, rows: Sequence[BriefRow], name: Literal["private", "repeating"]) -> None:
        """Turn a yes of points into a no, or the other way round."""
        from careerdesk.services import tickable

        found = {(row.kind, row.key): one for row in rows
                 if isinstance(one := self.record(row), AgendaItem)}  # fmt: skip
        before = {key: self._kept[key] for key in found if key in self._kept}
        for key in before:
            self._kept[key] = _turned(found[key], name)
        ids = [key for _, key in found]
        if not try_action(self._ctx, tickable.turn_points, self._ctx.store, ids, name):
            self._put_back(found, before)

    def change(self, row: BriefRow, **fields: object) -> None:
        """Set fields of the record of a row."""
        kept = self._kept.get((row.kind, row.key))
        if kept is not None:
            self._kept[row.kind, row.key] = replace(kept, **fields)  # type: ignore[arg-type]
        ctx, store = self._ctx, self._ctx.store
        if row.kind is LineKind.STEP:
            from careerdesk.services import actions

            today = ctx.clock.today()
            done = try_action(ctx, actions.change, store, row.key, today=today, **fields)
        else:
            from careerdesk.services import checkins

            act: Callable[..., None] = checkins.change_promise
            if row.kind is LineKind.POINT:
                act = checkins.change_agenda
            done = try_action(ctx, act, store, row.key, **fields)
        done.ignored_because("a banner says why; the rows show what is stored")

    def shift(self, row: BriefRow) -> None:
        """Give a goal that is due within a leave a later day."""
        from careerdesk.services import plans

        brief = self._brief
        look = next((one for one in brief.items_to_look_at if one.item.id == row.key),
                    None) if brief else None  # fmt: skip
        if brief is None or look is None or look.item.due_on is None:
            return
        day, today = shifted(look.item.due_on, brief.person), self._ctx.clock.today()
        store = self._ctx.store
        if try_action(self._ctx, plans.change_item, store, row.key, today=today, due_on=day):
            self._ctx.notices.toast(tr("Goal postponed"), undo=True)

    def tell(self, found: Feedback) -> None:
        """It was told now."""
        from careerdesk.services import feedback

        today, store = self._ctx.clock.today(), self._ctx.store
        check_in_id = self._brief.running_id if self._brief else None
        if try_action(self._ctx, feedback.deliver, store, found.id, today, check_in_id):
            self._ctx.notices.toast(tr("Feedback passed on"), undo=True)

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

    def record(self, row: BriefRow) -> Ticked | None:
        """What a row is about, also where it was ticked here; None for rows of other kinds."""
        kept = self._kept.get((row.kind, row.key))
        if kept is not None or self._brief is None:
            return kept
        brief = self._brief
        known: Sequence[Ticked] = (*brief.promises_due, *brief.steps, *brief.agenda)
        return next((one for one in known if one.id == row.key and _kind_of(one) is row.kind), None)

    def _due_of(self, row: BriefRow) -> tuple[type[Record], date | None]:
        found = self.record(row)
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


def _turned(point: AgendaItem, name: Literal["private", "repeating"]) -> AgendaItem:
    if name == "private":
        return replace(point, private=not point.private)
    return replace(point, repeating=not point.repeating)


def _gone_words(kinds: Iterable[Kind]) -> Counting:
    """What is said of one that was deleted, and of several of these kinds."""
    words: dict[Kind, Counting] = {
        LineKind.POINT: Counting("Item deleted", "{n} items deleted"),
        LineKind.PROMISE: Counting("Promise deleted", "{n} promises deleted"),
        LineKind.STEP: Counting("Next step deleted", "{n} next steps deleted"),
    }
    every = set(kinds)
    if len(every) > 1:
        return Counting("{n} items deleted", "{n} items deleted")
    return words[every.pop()]


def _stored(keys: Iterable[Key]) -> list[Row]:
    """The records of rows, as services know them."""
    return [(KINDS[kind], key) for kind, key in keys]


def _kind_of(one: Ticked) -> Kind:
    if isinstance(one, Promise):
        return LineKind.PROMISE
    return LineKind.STEP if isinstance(one, ActionGlance) else LineKind.POINT


def _done(found: Ticked, on: date) -> Ticked:
    if isinstance(found, AgendaItem):
        return replace(found, covered_on=on)
    return replace(found, done_on=on)
