"""The scale of a cycle and what it looks at: two short lists in an order of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.curve import WHOLE, guideline_gap
from careerdesk.domain.reviews.records import RatingLevel, ReviewCycle
from careerdesk.i18n import tr
from careerdesk.services.reviews import cycles
from careerdesk.services.reviews.cycles import LEAST_STEPS, MOST_STEPS, CycleView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import number, percent
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.reviews.cycle.level_form import LevelForm
from careerdesk.ui.reviews.cycle.ranked_row import RankedRowDelegate
from careerdesk.ui.reviews.cycle.ranked_rows import RankedModel, RankedRow
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.ordered_list import OrderedListView
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader

SCALE_LIST, SCALE_ADD = "scaleList", "scaleEdit"
CRITERION_LIST, CRITERION_ADD = "criterionList", "criterionEdit"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RankedList(OrderedListView):
    """Enter or F2 opens a row, Delete takes it away, Alt and the arrows move it."""

    opened = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, theme: Theme, model: RankedModel, name: str, label: str) -> None:
        """Show *model*."""
        super().__init__(theme, name=name, gap=6, fit=True)
        self.setAccessibleName(label)
        self.setItemDelegate(RankedRowDelegate(theme, self))
        self.setModel(model)
        self.doubleClicked.connect(self._open)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID_ROLE))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for opening a row here; elsewhere it is an action of the window."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, take away, or what every ordered list does."""
        index = self.currentIndex()
        if index.isValid() and event.key() in ENTER:
            self._open(index)
        elif index.isValid() and event.key() in DELETE:
            self.removal_wanted.emit(index.data(ID_ROLE))
        else:
            super().keyPressEvent(event)


class RankedBox(QWidget):
    """A list, the form for one of its rows, and the line that adds one."""

    def __init__(
        self, ctx: Context, title: str, kind: str, handles: tuple[str, str], add: str
    ) -> None:
        """*handles* are those of the list and of the line that adds."""
        super().__init__()
        self.ctx = ctx
        self.cycle_id = 0
        self.edited = 0
        self.head = GroupHeader(ctx.theme, title, wrap=True)
        self.note = Caption(wrap=True)
        self.model = RankedModel(kind, self)
        self.list = RankedList(ctx.theme, self.model, handles[0], title)
        self.form = LevelForm(ctx, kind)
        self.form.hide()
        self.add = InlineAdd(ctx.theme, add, name=handles[1])
        self._unstored = Unstored(ctx, handles[1], {TEXT: self.add})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.head, self.note, self.list, self.form, self.add):
            column.addWidget(widget)
        self.list.opened.connect(self.open_row)
        self.list.removal_wanted.connect(self.remove_row)
        self.list.move_requested.connect(self.move_rows)
        self.add.submitted.connect(self.add_lines)
        self.add.left.connect(self.list.setFocus)
        self.form.saved.connect(self.save_row)
        self.form.cancelled.connect(self._drop_form)
        ctx.drafts.came_back.connect(self._bring_back)

    @Slot(int)
    def open_row(self, key: int) -> None:
        """Let a row be edited."""
        self.show_form(key)
        self.form.come_into_view()
        self.form.label.setFocus()
        self.form.label.selectAll()

    def show_form(self, key: int) -> None:
        """Show the form of a row; a subclass says what it starts from."""

    @Slot(int)
    def remove_row(self, key: int) -> None:
        """Take a row away; a subclass says how."""

    @Slot(list, object)
    def move_rows(self, ids: list[int], before_id: int | None) -> None:
        """Put rows elsewhere; a subclass says how."""

    @Slot(list)
    def add_lines(self, lines: list[str]) -> None:
        """Add rows; a subclass says how."""

    @Slot(dict)
    def save_row(self, fields: dict[str, object]) -> None:
        """Keep what the form says; a subclass says how."""

    def close_form(self) -> None:
        """Take the form away; what was typed into it comes back with its row."""
        self.form.release()
        self.edited = 0

    @Slot()
    def _drop_form(self) -> None:
        if self.form.unstored.discard():
            self.leave_form()

    def leave_form(self) -> None:
        """Go back to the row that was edited."""
        self.list.setFocus()
        self.list.select_ids([self.edited])
        self.close_form()

    def show_rows(self, cycle_id: int, rows: Sequence[RankedRow]) -> None:
        """Show these rows; the form goes with the row it was for."""
        self.cycle_id = cycle_id
        self._unstored.belong_to(0, ReviewCycle, cycle_id)
        if self.edited not in {row.id for row in rows}:
            self.close_form()
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._bring_back()

    @Slot()
    def _bring_back(self) -> None:
        """Show the form again over a row of which words are kept."""
        held = next((row.id for row in self.model.rows if self.form.holds(row.id)), 0)
        if held and not self.edited and self.isEnabled():
            self.show_form(held)


class ScaleBox(RankedBox):
    """The levels of the scale, the highest first, with the guideline of each."""

    def __init__(self, ctx: Context) -> None:
        """Show no scale yet."""
        super().__init__(ctx, tr("Rating scale, highest level first"), "step",
                         (SCALE_LIST, SCALE_ADD), tr("Add a level"))  # fmt: skip
        self._steps: dict[int, RatingLevel] = {}

    def show_cycle(self, view: CycleView) -> None:
        """Show the scale of a cycle."""
        self.form.show_guideline(shown=view.cycle.calibrates)
        self._steps = {step.id: step for step in view.steps}
        self.show_rows(view.id, [_level_row(step) for step in view.steps])
        self.add.setVisible(len(view.steps) < MOST_STEPS)
        self._say(guideline_gap(view.steps))

    def _say(self, gap: float | None) -> None:
        words = tr(
            (
                "A scale can have {least} to {most} levels. Press Enter or double-click a "
                "level to edit it."
            ),
            least=LEAST_STEPS,
            most=MOST_STEPS,
        )
        if gap is not None:
            words = tr(
                "The guideline percentages add up to {sum}, not {whole}.",
                sum=percent((WHOLE + gap) / WHOLE),
                whole=percent(1),
            )
        self.head.set_caption("", warning=gap is not None)
        self.note.setText(words)
        self.note.set_kind("warning" if gap is not None else "caption")

    @override
    def show_form(self, key: int) -> None:
        """Label, meaning and guideline of a level."""
        step = self._steps[key]
        self.edited = key
        self.form.fill(key, step.label, step.meaning, step.guideline)

    @override
    def save_row(self, fields: dict[str, object]) -> None:
        """Keep the level."""
        change = cycles.change_level
        with self.form.unstored.taking():
            done = try_action(self.ctx, change, self.ctx.store, self.edited, **fields)
        if done:
            self.leave_form()

    @override
    def remove_row(self, key: int) -> None:
        """Take the level away, unless a rating stands on it."""
        if try_action(self.ctx, cycles.remove_level, self.ctx.store, key):
            self.ctx.notices.toast(tr("Level removed"), undo=True)

    @override
    def move_rows(self, ids: list[int], before_id: int | None) -> None:
        """Put levels elsewhere."""
        try_action(self.ctx, cycles.move_level, self.ctx.store, ids, before_id).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    @override
    def add_lines(self, lines: list[str]) -> None:
        """Add levels at the low end."""
        add = cycles.add_levels
        try_action(self.ctx, add, self.ctx.store, self.cycle_id, lines).ignored_because(
            "a banner says why, and the words are back in their row"
        )


class CriteriaBox(RankedBox):
    """What the scale looks at."""

    def __init__(self, ctx: Context) -> None:
        """Show nothing yet."""
        super().__init__(ctx, tr("Criteria"), "criterion", (CRITERION_LIST, CRITERION_ADD),
                         tr("Add a criterion"))  # fmt: skip

    def show_cycle(self, view: CycleView) -> None:
        """Show the criteria of a cycle."""
        self.show_rows(view.id, [RankedRow(one.id, one.name) for one in view.criteria])
        self.note.setText(
            tr("You can link accomplishments to these criteria. Press Enter to rename one.")
        )

    @override
    def show_form(self, key: int) -> None:
        """The name of a criterion."""
        self.edited = key
        self.form.fill(key, self.model.rows[self.model.row_of(key)].title)

    @override
    def save_row(self, fields: dict[str, object]) -> None:
        """Keep the name."""
        name = str(fields["label"])
        rename = cycles.rename_criterion
        with self.form.unstored.taking():
            done = try_action(self.ctx, rename, self.ctx.store, self.edited, name)
        if done:
            self.leave_form()

    @override
    def remove_row(self, key: int) -> None:
        """Take it away; what spoke for it stays."""
        if try_action(self.ctx, cycles.remove_criterion, self.ctx.store, key):
            self.ctx.notices.toast(tr("Criterion removed"), undo=True)

    @override
    def move_rows(self, ids: list[int], before_id: int | None) -> None:
        """Put criteria elsewhere."""
        try_action(self.ctx, cycles.move_criterion, self.ctx.store, ids, before_id).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    @override
    def add_lines(self, lines: list[str]) -> None:
        """Add criteria at the end."""
        add = cycles.add_criteria
        try_action(self.ctx, add, self.ctx.store, self.cycle_id, lines).ignored_because(
            "a banner says why, and the words are back in their row"
        )


def _level_row(step: RatingLevel) -> RankedRow:
    part = (
        ""
        if step.guideline is None
        else tr("guideline {part}", part=f"{number(step.guideline, 1)}\u202f%")
    )
    return RankedRow(step.id, step.label, step.meaning, part)
