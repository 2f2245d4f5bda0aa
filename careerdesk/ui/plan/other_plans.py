"""A quiet line that leads to another open plan, where a store of an earlier version holds two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import Plan
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.plan.plan_header import plan_name
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.discard import discard_all

OTHER_PLAN = "otherPlan"


class OtherPlans(QWidget):
    """Hides itself where there is one open plan, as there should be."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Plan, ...] = ()
        self._buttons: list[LinkButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 4)
        self._rows.setSpacing(0)
        self.hide()

    @property
    def is_needed(self) -> bool:
        """Whether there is another open plan."""
        return bool(self._shown)

    @property
    def ids(self) -> frozenset[int]:
        """The ids of the other open plans."""
        return frozenset(plan.id for plan in self._shown)

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Lead to these plans."""
        if tuple(plans) == self._shown:
            return
        self._shown = tuple(plans)
        discard_all(self._rows)
        self._buttons = [self._button(plan) for plan in plans]
        for button in self._buttons:
            self._rows.addWidget(button)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return list(self._buttons)

    def _button(self, plan: Plan) -> LinkButton:
        text = tr(
            "You have another plan open: {plan}. Score and close one of the two.",
            plan=plan_name(plan),
        )
        button = LinkButton(self._theme, text, "chevron-right", name=f"{OTHER_PLAN}{plan.id}")
        button.clicked.connect(carrying(self._open, plan.id))
        return button

    def _open(self, plan_id: int) -> None:
        self.wanted.emit(plan_id)
