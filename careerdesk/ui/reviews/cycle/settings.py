"""What a cycle is: its name and period, its deadlines, its scale, and its end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import Criterion, CycleKind, RatingLevel, ReviewCycle
from careerdesk.domain.reviews.stages import FULL, columns
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews import cycles
from careerdesk.services.reviews.cycles import DEADLINES
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.reviews.cycle.scale import CriteriaBox, ScaleBox
from careerdesk.ui.reviews.parts.tabs import CycleTab, OpenCycle
from careerdesk.ui.reviews.parts.words import (
    calibrates_words,
    column_word,
    cycle_kind_word,
    heading_word,
)
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton, TickBox
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.section import GroupHeader

NAME, KIND = "settingsName", "settingsKind"
STARTS, ENDS = "settingsStarts", "settingsEnds"
CALIBRATES = "calibratesOption"
NINE_BOX, CLOSE, FOLLOW, DELETE = "nineBoxOption", "closeCycle", "followCycle", "deleteCycle"
WIDEST = 820
ACROSS = 3  # deadlines in a row


class SettingsTab(CycleTab):
    """Each field is kept when it is left; a closed cycle can only be read or opened again."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx, parent)
        theme, today = ctx.theme, ctx.clock.today
        self._cycle: OpenCycle | None = None
        self.closed = Muted(wrap=True)
        self.name = QLineEdit()
        self.name.setObjectName(NAME)
        self.name.setAccessibleName(tr("Cycle name"))
        self.name.setMaxLength(200)
        kinds = [(kind, cycle_kind_word(kind)) for kind in CycleKind]
        self.kind = DropDown(theme, kinds, tr("Length"), name=KIND)
        self.starts = DateField(today, tr("First day of the period"), name=STARTS)
        self.ends = DateField(today, tr("Last day of the period"), name=ENDS)
        self.overlap = Caption(wrap=True)
        self._name = SavedField(ctx, self.name, "cycle-name", self._rename, must=True)
        self.dates = {
            field: DateField(today, _until(column_word(column)), name=f"deadline-{column.value}")
            for field, column in zip(DEADLINES, FULL, strict=True)
        }  # fmt: skip
        self._halves = [
            HalfTyped(ctx, field.objectName(), field)
            for field in (self.starts, self.ends, *self.dates.values())
        ]
        self.scale, self.criteria = ScaleBox(ctx), CriteriaBox(ctx)
        self._due_labels = {column: SmallLabel(column_word(column)) for column in FULL}
        self._due_grid = QGridLayout()
        self._asks_all: bool | None = None  # of the deadlines that are shown
        self.calibrates = TickBox(theme, tr("My company calibrates ratings"), name=CALIBRATES)
        self.nine_box_words = Caption(
            tr("Shows people by performance and potential. Off by default, because it's easy "
               "to mistake the box for the person."), wrap=True)  # fmt: skip
        self.nine_box = TickBox(theme, tr("Show the nine-box grid"), name=NINE_BOX)
        self.close_cycle = OutlinedButton(theme, tr("Close cycle"), name=CLOSE)
        self.follow = OutlinedButton(theme, tr("Create the next cycle from this one"), name=FOLLOW)
        self.delete = TextButton(theme, tr("Delete cycle"), "trash", name=DELETE)
        self._fields = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._about())
        column.addWidget(self.overlap)
        column.addWidget(_heading(self.ctx, tr("Deadlines"), tr("leave blank for no deadline")))
        self._due_grid.setHorizontalSpacing(12)
        self._due_grid.setVerticalSpacing(4)
        column.addLayout(self._due_grid)
        for widget in (*self._due_labels.values(), *self.dates.values()):
            widget.setParent(self._fields)  # one that is not asked for is in no layout
        column.addSpacing(8)
        column.addWidget(self.scale)
        column.addSpacing(8)
        column.addWidget(self.criteria)
        column.addSpacing(8)
        column.addWidget(_heading(self.ctx, tr("Options"), ""))
        column.addWidget(self.calibrates)
        column.addWidget(Caption(calibrates_words(), wrap=True))
        column.addWidget(self.nine_box)
        column.addWidget(self.nine_box_words)
        self._outside()

    def _outside(self) -> None:
        foot = FlowLayout(gap=8)
        for button in (self.close_cycle, self.follow, self.delete):
            foot.addWidget(button)
        body = QWidget()
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        whole = QVBoxLayout(body)
        whole.setContentsMargins(28, 14, 28, 28)
        whole.setSpacing(8)
        whole.addWidget(self.closed)
        whole.addWidget(self._fields)
        whole.addSpacing(16)
        whole.addLayout(foot)
        whole.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))

    def _about(self) -> QGridLayout:
        period = QHBoxLayout()
        period.setSpacing(8)
        period.addWidget(self.starts, 1)
        period.addWidget(Caption(tr("to")))
        period.addWidget(self.ends, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(SmallLabel(tr("Name")), 0, 0, 1, 2)
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(SmallLabel(tr("Length")), 2, 0)
        grid.addWidget(SmallLabel(tr("Period")), 2, 1)
        grid.addWidget(self.kind, 3, 0)
        grid.addLayout(period, 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        return grid

    def _show_deadlines(self, cycle: ReviewCycle) -> None:
        """The days that this cycle asks for; the others are kept for when it calibrates."""
        if self._asks_all == cycle.calibrates:
            return
        self._asks_all = cycle.calibrates
        fields = dict(zip(FULL, self.dates.values(), strict=True))
        asked = [column for column in columns(cycle) if column in fields]
        for column, field in fields.items():
            for widget in (self._due_labels[column], field):
                self._due_grid.removeWidget(widget)
                widget.setVisible(column in asked)
        for place, column in enumerate(asked):
            row, at = place // ACROSS * 2, place % ACROSS
            label = self._due_labels[column]
            label.setText(heading_word(column, cycle))
            fields[column].setAccessibleName(_until(label.text()))
            self._due_grid.addWidget(label, row, at)
            self._due_grid.addWidget(fields[column], row + 1, at)
        for at in range(ACROSS):
            self._due_grid.setColumnStretch(at, 1)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self.ctx.autosaver.flush)
        self.kind.picked.connect(self._set_kind)
        self.starts.picked.connect(self._set_start)
        self.ends.picked.connect(self._set_end)
        for name, field in self.dates.items():
            field.picked.connect(carrying(self._set_deadline, name))
        self.calibrates.clicked.connect(self._set_calibrates)
        self.nine_box.clicked.connect(self._set_nine_box)
        self.close_cycle.clicked.connect(self._close)
        self.follow.clicked.connect(self._follow)
        self.delete.clicked.connect(self._delete)

    @override
    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show a cycle; what is being typed is left alone."""
        self._cycle = cycle
        found = cycle.view.cycle
        self._name.show_text(found.id, found.name, TextRef(ReviewCycle, found.id, "name"))
        for half in self._halves:
            half.belong_to(0, ReviewCycle, found.id)
        self.kind.set_value(found.kind)
        days: list[tuple[DateField, date | None]] = [
            (self.starts, found.starts_on), (self.ends, found.ends_on),
            *((field, getattr(found, name)) for name, field in self.dates.items()),
        ]  # fmt: skip
        for field, day in days:
            field.set_day(day)
        self.scale.show_cycle(cycle.view)
        self.criteria.show_cycle(cycle.view)
        self._show_deadlines(found)
        self.calibrates.setChecked(found.calibrates)
        self.nine_box.setChecked(found.nine_box)
        for widget in (self.nine_box, self.nine_box_words):
            widget.setVisible(found.calibrates)
        self._show_overlap(cycle)
        self._show_closed(cycle)

    def _show_overlap(self, cycle: OpenCycle) -> None:
        found = cycles.overlapping(self.ctx.store, cycle.view.id)
        others = ", ".join(one.name for one in found)
        self.overlap.setText(
            tr(
                (
                    "This cycle overlaps with {others}. That's fine: anything from the "
                    "overlapping days can be cited in each cycle."
                ),
                others=others,
            )
        )
        self.overlap.setVisible(bool(found))

    def _show_closed(self, cycle: OpenCycle) -> None:
        on = cycle.view.cycle.closed_on
        self._fields.setEnabled(on is None)
        self.closed.setVisible(on is not None)
        if on is not None:
            self.scale.close_form()
            self.criteria.close_form()
            self.closed.setText(
                tr(
                    "This cycle was closed on {day}. Reopen it to make changes.",
                    day=Dates.long_day(on),
                )
            )
        self.close_cycle.set_words(tr("Close cycle") if on is None else tr("Reopen cycle"))

    @override
    def arrive(self, to: Destination) -> bool:
        """Go to the name, a level or a criterion; those of a closed cycle are seen alone."""
        for kind, box in ((RatingLevel, self.scale), (Criterion, self.criteria)):
            if found := to.id_of(kind):
                return choose_record(box.list, found)
        return super().arrive(to)

    @override
    def focus_first(self) -> None:
        """The name; of a closed cycle what opens it."""
        if self._cycle is not None and self._cycle.is_closed:
            self.close_cycle.setFocus()
        else:
            self.name.setFocus()

    @property
    def _cycle_id(self) -> int:
        return self._cycle.view.id if self._cycle else 0

    def _change(self, **fields: object) -> None:
        """Keep fields; where that fails the sentence is said and the old values come back."""
        done = try_action(
            self.ctx,
            cycles.change,
            self.ctx.store,
            self._cycle_id,
            **fields,  # type: ignore[arg-type]  # fields of a cycle alone
        )
        if not done and self._cycle is not None:
            self.show_cycle(self._cycle)

    def _rename(self, cycle_id: int, name: str, merge: str, origin: QObject) -> None:
        cycles.change(self.ctx.store, cycle_id, merge=merge, origin=origin, name=name)

    @Slot(object)
    def _set_kind(self, kind: object) -> None:
        self._change(kind=CycleKind(str(kind)))

    @Slot(object)
    def _set_start(self, day: date | None) -> None:
        self._set_period("starts_on", day)

    @Slot(object)
    def _set_end(self, day: date | None) -> None:
        self._set_period("ends_on", day)

    def _set_period(self, name: str, day: date | None) -> None:
        if day is None:
            try_action(self.ctx, _refuse).ignored_because(
                "a banner says why; the rows show what is stored"
            )
            if self._cycle is not None:
                self.show_cycle(self._cycle)
            return
        self._change(**{name: day})

    def _set_deadline(self, name: str) -> None:
        self._change(**{name: self.dates[name].day()})

    @Slot()
    def _set_calibrates(self) -> None:
        self._change(calibrates=self.calibrates.isChecked())

    @Slot()
    def _set_nine_box(self) -> None:
        self._change(nine_box=self.nine_box.isChecked())

    @Slot()
    def _close(self) -> None:
        if self._cycle is None:
            return
        on = None if self._cycle.is_closed else self.ctx.clock.today()
        if try_action(self.ctx, cycles.close, self.ctx.store, self._cycle_id, on):
            words = tr("Review cycle closed") if on else tr("Review cycle reopened")
            self.ctx.notices.toast(words, undo=True)

    @Slot()
    def _follow(self) -> None:
        self.ctx.autosaver.flush()
        made = try_action(self.ctx, cycles.follow, self.ctx.store, self._cycle_id).value
        if made is not None:
            self.ctx.notices.toast(tr("{name} created", name=made.name), undo=True)
            self.cycle_wanted.emit(made.id)

    @Slot()
    def _delete(self) -> None:
        name = self._cycle.view.cycle.name if self._cycle else ""
        if try_action(self.ctx, cycles.remove, self.ctx.store, self._cycle_id):
            words = tr("{name} and its reviews deleted", name=name)
            self.ctx.notices.toast(words, undo=True)
            self.side_wanted.emit("board")


def _until(what: str) -> str:
    return tr("{what} due", what=what)


def _refuse() -> None:
    raise InvalidInput(N_("Enter the first and last day of the cycle."))


def _heading(ctx: Context, words: str, caption: str) -> GroupHeader:
    head = GroupHeader(ctx.theme, words)
    head.set_caption(caption)
    return head
