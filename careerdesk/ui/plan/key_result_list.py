"""The key results of a goal, in the panel."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import GoalChange, KeyResultValue
from careerdesk.domain.records import KeyResult, Measure, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr
from careerdesk.services import goal_changes, key_result_values, key_results
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.plan.key_results import KeyResultRow, with_measure
from careerdesk.ui.widgets.coming_back import ShowsRecords
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.tab_order import holds_focus


class KeyResultList(ShowsRecords):
    """The key results of a goal; the row that adds one shows where there is none, or on demand.

    `turned` tells that this row came or went, or that a key result was unfolded.
    """

    turned = Signal()
    holds = KeyResult

    def __init__(self, ctx: Context, origin: QWidget) -> None:
        """Write as *origin*."""
        super().__init__()
        self._ctx = ctx
        self._origin = origin
        self._item_id = self._plan_id = 0
        self._adds = False
        self._rows: dict[int, KeyResultRow] = {}
        self._order: list[int] = []
        self.setObjectName(names.KEY_RESULT_LIST)
        self.setAccessibleName(tr("Key results"))
        self.empty = Caption(
            tr("What would you see or count once this goal is reached?"), wrap=True
        )
        self.add = InlineAdd(ctx.theme, tr("Add a key result"), name=names.KEY_RESULT_EDIT)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.empty)
        outer.addLayout(self._column)
        outer.addWidget(self.add)
        self._unstored = Unstored(ctx, names.KEY_RESULT_EDIT, {TEXT: self.add})
        self.add.submitted.connect(self._add)
        self.add.left.connect(self._stop_adding)
        self._unstored.filled.connect(self._show_add)
        ctx.bridge.changed.connect(self._heard)

    @property
    def is_adding(self) -> bool:
        """Whether the row that adds one can be seen."""
        return self._adds or not self._order or self._unstored.is_kept

    def show_results(self, view: ItemView) -> None:
        """Show the key results of a goal; what is being typed stays."""
        item, results = view.item, view.key_results
        other = item.id != self._item_id
        if other:
            self._adds = False
        self._item_id, self._plan_id = item.id, item.plan_id
        self._unstored.belong_to(self._ctx.drafts.shown, PlanItem, item.id)
        wanted = [result.id for result in results]
        gone = [key for key in self._order if key not in wanted]
        place = next((self._order.index(key) for key in gone if holds_focus(self._rows[key])), -1)
        self._order = wanted
        for key in gone:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            discard(row)
        values, changes = dict(view.values), self._read_changes()
        for place, result in enumerate(results):
            row = self._row_at(place, result)
            row.show_result(result, values.get(result.id, ()), changes.get(result.id))
        self.empty.setVisible(not results)
        self._show_add()
        if place >= 0 and not other:
            self._focus_at(place)

    def start_adding(self) -> None:
        """Show the row that adds a key result, with the keyboard in it."""
        self._adds = True
        self._show_add()
        self.add.setFocus()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        rows = [self._rows[key] for key in self._order]
        return [*(stop for row in rows for stop in row.tab_stops()), self.add]

    def row_of(self, result_id: int) -> KeyResultRow | None:
        """The row of a key result, if it is shown."""
        return self._rows.get(result_id)

    def row(self, result_id: int) -> KeyResultRow:
        """The row of a key result."""
        return self._rows[result_id]

    @override
    def show_back(self, ids: Collection[int]) -> list[str]:
        """Give the keyboard to the first of these rows; the names of those that are here."""
        rows = [self._rows[key] for key in self._order if key in ids]
        for row in rows[:1]:
            row.button.setFocus()
        return [one_line(row.result.name) for row in rows]

    def _read(self) -> tuple[dict[int, tuple[float, ...]], dict[int | None, GoalChange]]:
        """How all of them went, and how their targets changed last."""
        found = try_read(
            self._ctx, key_result_values.values_of_plan, self._ctx.store, self._plan_id
        )
        return found or {}, self._read_changes()

    def _read_changes(self) -> dict[int | None, GoalChange]:
        store, item_id = self._ctx.store, self._item_id
        changes = try_read(self._ctx, goal_changes.target_changes, store, item_id) or []
        return {change.result_id: change for change in reversed(changes)}

    def _row_at(self, place: int, result: KeyResult) -> KeyResultRow:
        row = self._rows.get(result.id) or self._made(result)
        if self._column.indexOf(row) != place:
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        return row

    def _made(self, result: KeyResult) -> KeyResultRow:
        row = KeyResultRow(self._ctx, result, self._write_text)
        row.read.connect(self._reread)
        row.unfolded.connect(self.turned)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        row.move_wanted.connect(self._move)
        self._rows[result.id] = row
        self._column.addWidget(row)
        row.show()
        return row

    @Slot()
    def _show_add(self) -> None:
        if self.add.isHidden() is self.is_adding:
            self.add.setVisible(self.is_adding)
            self.turned.emit()

    def _stop_adding(self) -> None:
        """The keyboard goes first, else Qt would pick a place for it."""
        self._adds = False
        if self._order:
            self._rows[self._order[-1]].button.setFocus()
        self._show_add()

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """A value came, went or was put right: the lines go elsewhere."""
        if self._order and self.isVisible() and changes.touches(KeyResultValue, GoalChange):
            values, targets = self._read()
            for key, row in self._rows.items():
                row.show_result(row.result, values.get(key, ()), targets.get(key))

    def _add(self, titles: list[str]) -> None:
        self._adds = True
        added = try_action(
            self._ctx, key_results.add_all, self._ctx.store, self._item_id, titles,
            today=self._ctx.clock.today(), origin=self._origin,
        )  # fmt: skip
        if added.value and len(titles) == 1 and added.value[0].id in self._rows:
            self._rows[added.value[0].id].unfold()

    def _change(self, result_id: int, field: str, value: object) -> None:
        fields, merge = {field: value}, f"key-result-{result_id}-{field}"
        if isinstance(value, Measure):
            fields, merge = with_measure(self._rows[result_id].result, value), ""
        try_action(self._ctx, self._write, result_id, merge, **fields).ignored_because(
            "a banner says why; the next reading shows what is stored"
        )

    def _write_text(self, field: str, result_id: int, text: str, merge: str, _by: QObject) -> None:
        self._write(result_id, merge, **{field: text})

    def _write(self, result_id: int, merge: str, **fields: object) -> None:
        key_results.change(
            self._ctx.store,
            result_id,
            today=self._ctx.clock.today(),
            merge=merge,
            origin=self._origin,
            **fields,  # type: ignore[arg-type]  # fields of a key result alone
        )
        if "current" in fields:
            self._reread(result_id)

    def _reread(self, result_id: int) -> None:
        """A value came or went: the key result stands elsewhere now."""
        row = self._rows.get(result_id)
        if row is not None:
            values, targets = self._read()
            now = self._ctx.store.get(KeyResult, result_id)
            row.show_result(now, values.get(result_id, ()), targets.get(result_id))

    def _move(self, result_id: int, places: int) -> None:
        here, last = self._order.index(result_id), len(self._order) - 1
        there = min(max(here + places, 0), last)
        if there == here:
            return
        rest = [key for key in self._order if key != result_id]
        before = rest[there] if there < last else None
        move = key_results.move
        if try_action(self._ctx, move, self._ctx.store, [result_id], before, origin=self._origin):
            self._rows[result_id].button.setFocus()
            count = len(self._order)
            announce(self, tr("moved to position {n} of {count}", n=there + 1, count=count))

    def _remove(self, result_id: int) -> None:
        place = self._order.index(result_id)
        remove = key_results.remove
        if try_action(self._ctx, remove, self._ctx.store, result_id, origin=self._origin):
            self._focus_at(place)
            self._ctx.notices.toast(tr("Key result deleted"), undo=True)

    def _focus_at(self, place: int) -> None:
        """The keyboard goes to what stands where the deleted one stood."""
        if self._order:
            self._rows[self._order[min(place, len(self._order) - 1)]].button.setFocus()
        else:
            self.start_adding()
