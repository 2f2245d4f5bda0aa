"""What a goal that came up in a career conversation is good for, asked right there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import CheckIn, Person, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr
from careerdesk.services import plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption

FOR_PERSON, FOR_BUSINESS = "for_person", "for_business"


class ForBoth(QWidget):
    """Two lines under the goal that was taken last; they save themselves and may stay empty."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in_id = self._item_id = 0
        self.goal = Caption(wrap=True)
        self.fields = {
            FOR_PERSON: GrowingText(tr("For the person"), name="takenForPerson", one_line=True),
            FOR_BUSINESS: GrowingText(
                tr("For the business"), tr("What the team or company gets out of it"),
                name="takenForBusiness", one_line=True,
            ),
        }  # fmt: skip
        self._saved = {
            name: SavedField(ctx, field, f"taken-{name}", partial(self._write, name))
            for name, field in self.fields.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 0, 6)
        column.setSpacing(4)
        for part in (self.goal, *self.fields.values()):
            column.addWidget(part)
        self.fields[FOR_PERSON].entered.connect(self._next)
        self.hide()

    def ask(self, goal: PlanItem) -> None:
        """Ask for both sides of a goal, with the cursor in the first."""
        self._item_id = goal.id
        self._show(goal)
        self.fields[FOR_PERSON].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Follow the goal while the conversation goes on; in another one nothing is asked."""
        words = tr("What {name} wants from it, in their own words", name=person.short_name)
        self.fields[FOR_PERSON].setPlaceholderText(words)
        if check_in.id != self._check_in_id:
            self._check_in_id, self._item_id = check_in.id, 0
        try:
            goal = self._ctx.store.get(PlanItem, self._item_id) if self._item_id else None
        except NotFound:  # it was undone
            goal = None
        if goal is not None:
            self._show(goal)
            return
        self._item_id = 0
        for saved in self._saved.values():
            saved.release()
        self.hide()

    def _show(self, goal: PlanItem) -> None:
        self.goal.setText(tr("New goal: {title}", title=one_line(goal.title)))
        for name, saved in self._saved.items():
            saved.show_text(goal.id, getattr(goal, name), TextRef(PlanItem, goal.id, name))
        self.show()

    def _next(self) -> None:
        self.fields[FOR_BUSINESS].setFocus(Qt.FocusReason.TabFocusReason)

    def _write(self, name: str, item_id: int, text: str, merge: str, _by: QObject) -> None:
        today = self._ctx.clock.today()
        plans.change_item(self._ctx.store, item_id, today=today, merge=merge,
                          origin=self._saved[name], **{name: text})  # fmt: skip
