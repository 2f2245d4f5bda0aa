"""The ideas below the goals of a plan: no goals yet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.ideas.idea_box import IdeaBox, plan_choices
from careerdesk.ui.widgets.section import GroupHeader


class Ideas(QWidget):
    """A heading over the ideas, which are there as soon as there is a plan, or one of them."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody's."""
        super().__init__(parent)
        self.is_needed = False
        self.header = GroupHeader(ctx.theme, tr("Ideas"))
        self.header.set_caption(tr("not goals yet, so they're left out of documents"))
        self.box = IdeaBox(ctx, "plan", plan_choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.box)

    def show_person(self, person_id: int, *, offered: bool) -> None:
        """Show the ideas of a person; *offered*: also where there is none."""
        self.box.show_person(person_id)
        self.is_needed = offered or bool(self.box.model.rows)
