"""The key results of a goal, in the panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import KeyResult, Measure, PlanItem
from careerdesk.services import plans
from careerdesk.ui.base import names
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import tr
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.plan.key_results import KeyResultRow, with_measure
from careerdesk.ui.plan.reading_history import ReadingHistory
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption


class KeyResultList(QWidget):
    """The key results of a goal and the row to add one."""

    def __init__(self, ctx: Context, origin: QWidget) -> None:
        """Write as *origin*."""
        super().__init__()
        self._ctx = ctx
        self._origin = origin
        self._item_id = 0
        self._rows: dict[int, KeyResultRow] = {}
        self._order: list[int] = []
        self.setObjectName(names.KEY_RESULT_LIST)
        self.setAccessibleName(tr("Key results"))
        self.empty = Caption(tr("What would you see, or count, once it is reached?"), wrap=True)
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

    def show_results(self, item_id: int, results: Sequence[KeyResult]) -> None:
        """Show the key results of a goal; what is being typed stays."""
        self._item_id = item_id
        self._unstored.belong_to(self._ctx.drafts.shown, PlanItem, item_id)
        wanted = [result.id for result in results]
        self._order = wanted
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            discard(row)
        for place, result in enumerate(results):
            self._show_one(place, result)
        self.empty.setVisible(not results)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        rows = [self._rows[key] for key in self._order]
        return [*(stop for row in rows for stop in row.tab_stops()), self.add]

    def row(self, result_id: int) -> KeyResultRow:
        """The row of a key result."""
        return self._rows[result_id]

    def _show_one(self, place: int, result: KeyResult) -> None:
        row = self._rows.get(result.id)
        if row is not None:
            row.show_result(result)
            return
        row = KeyResultRow(self._ctx.theme, result, ReadingHistory(self._ctx, result.id))
        row.history.changed.connect(carrying(self._reread, result.id))
        row.changed.connect(self._change)
        row.keep_words(self._ctx, self._write_text)
        row.removed.connect(self._remove)
        self._rows[result.id] = row
        self._column.insertWidget(place, row)
        row.show()

    def _add(self, titles: list[str]) -> None:
        added = try_action(
            self._ctx, plans.add_key_results, self._ctx.store, self._item_id, titles,
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
        plans.change_key_result(
            self._ctx.store,
            result_id,
            today=self._ctx.clock.today(),
            merge=merge,
            origin=self._origin,
            **fields,  # type: ignore[arg-type]  # fields of a key result alone
        )
        row = self._rows.get(result_id)
        if row is not None and "current" in fields:
            row.history.show_result(self._ctx.store.get(KeyResult, result_id))

    def _reread(self, result_id: int) -> None:
        """A reading came or went: the key result stands elsewhere now."""
        row = self._rows.get(result_id)
        if row is not None:
            row.show_result(self._ctx.store.get(KeyResult, result_id))

    def _remove(self, result_id: int) -> None:
        remove = plans.remove_key_result
        if succeeded(self._ctx, remove, self._ctx.store, result_id, origin=self._origin):
            self.add.setFocus()
            self._ctx.notices.toast(tr("Key result deleted"), undo=True)
