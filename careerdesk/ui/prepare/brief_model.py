"""The rows of a brief, as one model: what is read aloud, ticked, and said on hovering."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip, state_word
from careerdesk.ui.prepare.brief_rows import AT_REST, TICKED, BriefRow
from careerdesk.ui.widgets.record_list import Index, RecordListModel
from careerdesk.ui.widgets.ticks import WORDS_ROLE, TickWords


class BriefModel(RecordListModel[BriefRow]):
    """Rows are `BriefRow`s; headings and notes that stand below a row cannot be chosen."""

    @override
    def text(self, row: BriefRow) -> str:
        """The words alone."""
        return row.text

    @override
    def tip(self, row: BriefRow) -> str | None:
        """Why it is there, below what may be cut; of a heading what is said beside it."""
        if not row.tip:
            return plain_tip(row.aside) or None
        return "\n".join(filter(None, (plain_tip(row.below), row.tip))) if row.below else row.tip

    @override
    def spoken(self, row: BriefRow) -> str:
        """The section before its first row, the words, and what stands beside and below them."""
        parts = [row.section, state_word(row.state) if row.state else "", row.text, row.aside,
                 row.below, _state(row)]  # fmt: skip
        parts += [label for _, label in row.links]
        line = ", ".join(part for part in parts if part)
        return tr("Private: {name}", name=line) if row.private else line

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What can be ticked has words as in any list with boxes."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == WORDS_ROLE:
            return row.tick or TickWords(row.text, note=row.aside, private=row.private)
        if role == Qt.ItemDataRole.CheckStateRole and row.tick is not None:
            ticked = row.tick.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked can be edited too; headings are read, not chosen."""
        if not index.isValid():
            return super().flags(index)
        row = self.rows[index.row()]
        if row.kind in AT_REST:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = super().flags(index)
        if row.kind in TICKED:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _state(row: BriefRow) -> str:
    if row.tick is not None:
        return tr("ticked") if row.tick.ticked else tr("open")
    if row.unfolded is not None:
        return tr("expanded") if row.unfolded else tr("collapsed")
    return ""
