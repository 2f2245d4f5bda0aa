"""The form for one row of a scale or of the criteria."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.curve import WHOLE
from careerdesk.domain.reviews.records import Criterion, RatingLevel
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.typed_field import take_all

MOST = 200


class LevelForm(InlineForm):
    """A name, and for a level its meaning and guideline; `saved` carries the fields."""

    saved = Signal(dict)

    def __init__(self, ctx: Context, kind: str, parent: QWidget | None = None) -> None:
        """*kind* is `step` or `criterion`; it begins the handles."""
        super().__init__(ctx.theme, kind, parent)
        self._whole = kind == "step"
        self._labels: dict[str, SmallLabel] = {}
        self.label = _line(tr("Name"), f"{kind}Label")
        self.meaning = _line(tr("What it means"), f"{kind}Meaning")
        self.part = NumberField(tr("Guideline (% of people)"), name=f"{kind}Guideline",
                                decimals=1, least=0, most=WHOLE)  # fmt: skip
        self.part.setPlaceholderText(tr("None"))
        self.part.setMaximumWidth(ctx.theme.look.measure(120))
        self._record = RatingLevel if self._whole else Criterion
        fields = {"label": self.label, "meaning": self.meaning, "part": self.part}
        self.unstored = Unstored(ctx, f"{kind}Form", fields)
        self._arrange()
        for field in (self.label, self.meaning, self.part):
            field.returnPressed.connect(self.keep)

    def _arrange(self) -> None:
        fields = (self.label, self.meaning, self.part) if self._whole else (self.label,)
        for field in fields:
            label = SmallLabel(field.accessibleName())
            self._labels[field.objectName()] = label
            self.column.addWidget(label)
            row = QHBoxLayout()
            row.addWidget(field, 1)
            row.addStretch(0)
            self.column.addLayout(row)
        for field in (self.label, self.meaning, self.part):
            if field not in fields:
                field.setParent(self)
                field.hide()
        self.end()

    def fill(self, key: int, label: str, meaning: str = "", part: float | None = None) -> None:
        """Let a row be edited; what was typed for it already comes back."""
        fresh = self.unstored.belong_to(0, self._record, key)
        if fresh or self.unstored.is_untouched:
            self.label.setText(label)
            self.meaning.setText(meaning)
            self.part.start_over(part)
            self.unstored.start_here()
        self.show()

    def show_guideline(self, *, shown: bool) -> None:
        """Ask for a guideline, or not: a cycle in which nothing is calibrated has none."""
        if self._whole:
            for widget in (self.part, self._labels[self.part.objectName()]):
                widget.setVisible(shown)

    def holds(self, key: int) -> bool:
        """Whether there are words that were typed for this row and not kept."""
        return self.unstored.holds(0, self._record, key)

    @override
    def keep(self) -> None:
        """Tell all fields, unless a number in them is none."""
        if not take_all([self.part]):  # Enter comes here before the field is left
            return
        fields: dict[str, object] = {"label": self.label.text()}
        if self._whole:
            fields |= {"meaning": self.meaning.text(), "guideline": self.part.number()}
        self.saved.emit(fields)


def _line(label: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(label)
    field.setMaxLength(MOST)
    return field
