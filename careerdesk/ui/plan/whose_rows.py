"""Whose idea goals were: one row for each goal, which may be left as it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.records import Person, ProposedBy
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.plan.agreement_words import whose_options
from careerdesk.ui.widgets.labels import Body
from careerdesk.ui.widgets.segmented import Segmented

WHOSE = "whoseIdea"


def readable_column(widget: QWidget, widest: int) -> QVBoxLayout:
    """A column in a widget that is no wider than lines can be read.

    A greatest width of the widget itself would not do: layouts ask for its height at their own.
    """
    body = QWidget()
    body.setMaximumWidth(widest)
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(body, 1000)
    row.addStretch(1)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(8)
    return column


class WhoseRows(QWidget):
    """Theirs, mine or together beside each goal; Delete takes an answer back."""

    picked = Signal(int, object)

    def __init__(self, person: Person, goals: Iterable[ItemView]) -> None:
        """Show what is known of each."""
        super().__init__()
        self.fields: dict[int, Segmented] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, view in enumerate(goals):
            title = one_line(view.item.title)
            field = Segmented(
                whose_options(person),
                tr("Whose idea was “{goal}”?", goal=title),
                name=f"{WHOSE}{view.id}-",
            )
            field.set_value(view.item.proposed_by)
            field.picked.connect(carrying(self._pick, view.id))
            self.fields[view.id] = field
            grid.addWidget(Body(title, wrap=True), row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)

    def _pick(self, item_id: int) -> None:
        self.picked.emit(item_id, self.fields[item_id].value())

    def chosen(self) -> dict[int, ProposedBy]:
        """What was said so far, by the ids of the goals."""
        values = {key: field.value() for key, field in self.fields.items()}
        return {key: value for key, value in values.items() if isinstance(value, ProposedBy)}
