"""The nine boxes: what was reached, and what somebody may grow into. Only as an option."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.curve import third
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.reviews.parts.tabs import OpenCycle
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Body, Caption, SmallLabel
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader
from careerdesk.ui.widgets.segmented import Segmented

NINE_BOX, NINE_BOX_LIST, POTENTIAL = "nineBox", "nineBoxList", "potential"
LEVELS = (3, 2, 1)


class NineBox(QWidget):
    """The grid for the eye, the same as a list for the keys; `review_wanted` on Enter."""

    review_wanted = Signal(int, str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self.ctx = ctx
        self._cycle: OpenCycle | None = None
        self.setObjectName(NINE_BOX)
        self.head = GroupHeader(ctx.theme, tr("Nine-box grid"))
        self.cells: dict[tuple[int, int], Body] = {}
        self.model = LinkModel(self)
        self.list = FittedList(name=NINE_BOX_LIST, label=tr("Nine-box grid as a list"))
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        words = [(None, tr("Not set")), *((n, level_word(n)) for n in reversed(LEVELS))]
        self.potential = Segmented(words, tr("Potential"), name=POTENTIAL)
        self.whose = SmallLabel(wrap=True)
        self._arrange()
        self.list.opened.connect(self._enter)
        self.list.selectionModel().currentChanged.connect(self._show_potential)
        self.potential.picked.connect(self._set_potential)

    def _arrange(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.rows)
        grid = QGridLayout()
        grid.setSpacing(6)
        for row, potential in enumerate(LEVELS):
            grid.addWidget(Caption(level_word(potential)), row, 0)
            for column, reached in enumerate(reversed(LEVELS), 1):
                card = self._card(potential, reached)
                grid.addWidget(card, row, column)
                grid.setColumnStretch(column, 1)
        for column, reached in enumerate(reversed(LEVELS), 1):
            grid.addWidget(Caption(level_word(reached)), len(LEVELS), column,
                           Qt.AlignmentFlag.AlignHCenter)  # fmt: skip
        choice = QHBoxLayout()
        choice.addWidget(self.potential)
        choice.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(8)
        column_of_all.addWidget(self.head)
        column_of_all.addWidget(
            Caption(
                tr("Performance runs from left to right, potential from bottom to top."), wrap=True
            )
        )
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.whose)
        column_of_all.addLayout(choice)
        column_of_all.addWidget(self.list)

    def _card(self, potential: int, reached: int) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setMinimumHeight(self.ctx.theme.look.measure(64))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 6)
        words = Body(wrap=True)
        inside.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        inside.addStretch(1)
        self.cells[potential, reached] = words
        card.setAccessibleName(_box_word(potential, reached))
        return card

    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show everyone who has a rating; in the list everyone."""
        self._cycle = cycle
        inside = _names_by_box(cycle)
        for key, label in self.cells.items():
            label.setText(", ".join(inside[key]))
        self.model.set_rows([_list_row(cycle, row) for row in cycle.taking_part])
        self.list.setVisible(bool(cycle.taking_part))
        self.potential.setEnabled(not cycle.is_closed)
        if self.model.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_potential()

    def _current(self) -> BoardRow | None:
        key = self.list.currentIndex().data(ID_ROLE)
        rows = self._cycle.taking_part if self._cycle else []
        return next((row for row in rows if row.id == key), None)

    @Slot()
    def _show_potential(self) -> None:
        row = self._current()
        self.whose.setText(
            tr("{name}'s potential", name=row.person.name) if row is not None else ""
        )
        self.potential.setVisible(row is not None)
        self.potential.set_value(row.facts.review.potential if row is not None else None)

    @Slot(object)
    def _set_potential(self, value: object) -> None:
        row = self._current()
        if row is not None and not try_action(self.ctx, reviews.write, self.ctx.store, row.id,
                                             potential=value):  # fmt: skip
            self._show_potential()

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self.review_wanted.emit(index.data(ID_ROLE), "")

    @override
    def setVisible(self, visible: bool) -> None:  # of Qt
        """Hidden, it has no rows that a key could reach."""
        super().setVisible(visible)
        if not visible:
            self.model.set_rows([])


def box(cycle: OpenCycle, row: BoardRow) -> tuple[int, int] | None:
    """Potential and what was reached, 1 to 3 each; None while one of them is not said."""
    reached, potential = reached_third(cycle, row), row.facts.review.potential
    return None if reached is None or potential is None else (potential, reached)


def reached_third(cycle: OpenCycle, row: BoardRow) -> int | None:
    """The third of the scale of the last rating there is: final, calibrated, proposed."""
    review = row.facts.review
    for step_id in (review.final_step, row.facts.calibrated_level, review.proposed_step):
        places = [n for n, step in enumerate(cycle.view.steps) if step.id == step_id]
        if places:
            return third(places[0], len(cycle.view.steps))
    return None


def level_word(level: int) -> str:
    """High, middle or low."""
    return {3: tr("High"), 2: tr("Medium"), 1: tr("Low")}[level]


def _level_within(level: int) -> str:
    return {3: tr("high"), 2: tr("medium"), 1: tr("low")}[level]


def _box_word(potential: int, reached: int) -> str:
    return tr(
        "Potential {p}, performance {r}", p=_level_within(potential), r=_level_within(reached)
    )


def _list_row(cycle: OpenCycle, row: BoardRow) -> LinkRow:
    reached, potential = reached_third(cycle, row), row.facts.review.potential
    not_said = tr("not set")
    caption = tr(
        "Performance: {r}, potential: {p}",
        r=_level_within(reached) if reached else not_said,
        p=_level_within(potential) if potential else not_said,
    )
    return LinkRow(row.id, row.person.name, caption, "", person=row.person)


def _names_by_box(cycle: OpenCycle) -> Mapping[tuple[int, int], list[str]]:
    """Who stands in each box; those without a rating stand in none."""
    inside: dict[tuple[int, int], list[str]] = defaultdict(list)
    for row in cycle.taking_part:
        place = box(cycle, row)
        if place is not None:
            inside[place].append(row.person.name)
    return inside
