"""What every side of a cycle does: it shows a cycle with everyone in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base.context import Context


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A cycle as the room has read it."""

    view: CycleView
    rows: Sequence[BoardRow]

    @property
    def taking_part(self) -> list[BoardRow]:
        """Everyone who is not left out."""
        return [row for row in self.rows if row.facts.stage is not Stage.LEFT_OUT]

    @property
    def is_closed(self) -> bool:
        """Whether nothing in it may be changed."""
        return self.view.cycle.closed_on is not None


class CycleTab(QWidget):
    """One side of a cycle.

    `review_wanted` carries a review and the tab to open, `side_wanted` another side of the cycle,
    `cycle_wanted` another cycle, `person_wanted` a person among those who take part or do not.
    """

    review_wanted = Signal(int, str)
    side_wanted = Signal(str)
    cycle_wanted = Signal(int)
    person_wanted = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Take the context of the room; show nothing yet."""
        super().__init__(parent)
        self.ctx = ctx

    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show a cycle, or the same one after a change; a subclass says how."""

    def focus_first(self) -> None:
        """Put the focus where work on this side begins; a subclass says where."""
        self.setFocus()

    def focus_person(self, person_id: int) -> None:
        """Put the focus on a person's row, where this side has rows."""

    def step_back(self) -> bool:
        """Take one thing back, such as a filter, before the room is left; whether there was one."""
        return False
