"""The panel beside the plan in which one goal is written out; everything saves itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.records import Horizon, ItemState, KeyResult, Measure
from careerdesk.domain.views import ItemView, MotivatorView
from careerdesk.services import plans
from careerdesk.ui import names
from careerdesk.ui.context import Context
from careerdesk.ui.delegates.plan_words import (
    DUE,
    FOR_BUSINESS,
    FOR_PERSON,
    KEY_RESULTS,
    STATE_TOKENS,
)
from careerdesk.ui.errors import guard
from careerdesk.ui.pages.doing import succeeded
from careerdesk.ui.pages.key_results import KeyResultRow, with_measure
from careerdesk.ui.texts import state_word, tr
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import Chip, IconButton, TickBox
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import PrivateBox, private_name
from careerdesk.ui.widgets.section import IconMark
from careerdesk.ui.widgets.side_panel import SidePanel

ITEM_REMOVE = "itemRemove"
ITEM_MOTIVATOR = "itemMotivator"
TEXT_LINES = (2, 9)


def kind_words(horizon: Horizon) -> str:
    """What the panel calls a goal of a group."""
    return {Horizon.SHORT: tr("Short-term goal"), Horizon.LONGER: tr("Longer-term goal")}[horizon]


class ItemPanel(SidePanel):
    """Edits one goal at a time; writes as its own origin, so that nobody types over it."""

    remove_wanted = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx.theme, kind_words(Horizon.SHORT), parent, name=names.ITEM_PANEL)
        self._ctx = ctx
        self._view: ItemView | None = None
        self.remove_button = IconButton(ctx.theme, "trash", tr("Delete goal"), name=ITEM_REMOVE)
        self.title = GrowingText(
            tr("Title of the goal"),
            tr("What will be true when it is reached?"),
            name=names.ITEM_TITLE,
            kind="plain",
            one_line=True,
        )
        self.texts = _text_fields(ctx.theme)
        self.state = DropDown(
            ctx.theme,
            [(state, state_word(state)) for state in ItemState],
            tr("State"),
            name=names.ITEM_STATE,
        )
        self.due = DateField(ctx.clock.today, tr("Due"), name=names.ITEM_DUE)
        self.committed = TickBox(ctx.theme, tr("Committed"), name=names.ITEM_COMMITTED)
        self.committed.setToolTip(tr("Not ticked: aspirational, more than is sure to be reached"))
        self.motivators = MotivatorChips(ctx)
        self.results = KeyResultList(ctx, self)
        self._fill()
        self._connect()
        self._draw_states()

    @property
    def item_id(self) -> int:
        """The goal that is shown; 0 for none."""
        return self._view.id if self._view else 0

    def show_item(
        self, view: ItemView, drives: Sequence[MotivatorView], *, typing: bool = False
    ) -> None:
        """Show a goal; with *typing* the field that has the keyboard is left alone."""
        fresh = view.id != self.item_id
        self._view = view
        item = view.item
        self.set_kind_word(kind_words(item.horizon))
        typing = typing and not fresh
        if not (typing and self.title.hasFocus()):
            self.title.set_text(item.title)
        for field, edit in self.texts.items():
            if not (typing and edit.hasFocus()):
                edit.set_text(getattr(item, field))
        self.state.set_value(item.state)
        if not (typing and self.due.hasFocus()):
            self.due.set_day(item.due_on)
        self.committed.setChecked(item.committed)
        self.motivators.show_chosen(drives, frozenset(m.id for m in view.motivators))
        self.results.show_results(view.id, view.key_results, all_fields=not typing)

    def forget(self) -> None:
        """Show nothing, because the goal is gone or the panel is closed."""
        self._view = None

    def focus_field(self, field: str) -> None:
        """Put the cursor where a hint is cured; the title for an unknown field."""
        widgets = {
            FOR_PERSON: self.texts["for_person"],
            FOR_BUSINESS: self.texts["for_business"],
            KEY_RESULTS: self.results.add,
            DUE: self.due,
        }
        widget: QWidget = widgets.get(field, self.title)
        widget.setFocus()

    def _fill(self) -> None:
        theme = self._ctx.theme
        self.tools.addWidget(self.remove_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        row.addWidget(self.due, 1)
        self.title.document().setDocumentMargin(1)
        self.body.addSpacing(4)
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.body.addWidget(self.committed)
        self._field("motivator", tr("For the person"), self.motivators, self.texts["for_person"])
        self._field("objective", tr("For the business"), self.texts["for_business"])
        self._field("key-result", tr("Key results"), self.results)
        box = PrivateBox(theme, tr("Private"))
        box.body.addWidget(self.texts["private_note"])
        self.body.addSpacing(4)
        self.body.addWidget(box)
        self.body.addStretch(1)

    def _field(self, icon: str, label: str, *widgets: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(IconMark(self._ctx.theme, icon, 14))
        head.addWidget(SmallLabel(label))
        head.addStretch(1)
        part = QVBoxLayout()
        part.setSpacing(4)
        part.setContentsMargins(0, 3, 0, 0)
        part.addLayout(head)
        for widget in widgets:
            part.addWidget(widget)
        self.body.addLayout(part)

    def _connect(self) -> None:
        self.title.edited.connect(self._title_edited)
        for edit in self.texts.values():
            edit.edited.connect(self._text_edited)
            edit.refused.connect(self._refused)
        self.title.entered.connect(self._title_done)
        self.title.left.connect(self._title_left)
        self.state.picked.connect(self._choose_state)
        self.due.picked.connect(self._pick_due)
        self.committed.clicked.connect(self._commit)
        self.motivators.chosen.connect(self._choose_motivators)
        self.remove_button.clicked.connect(self._remove)
        self._ctx.theme.changed.connect(self._draw_states)

    def _draw_states(self) -> None:
        self.title.setFont(self._ctx.theme.look.font("heading"))
        for index, state in enumerate(ItemState):
            icon = "state-" + state.value.replace("_", "-")
            self.state.setItemIcon(index, self._ctx.theme.icon(icon, STATE_TOKENS[state], 14))

    def _text_edited(self) -> None:
        for field, edit in self.texts.items():
            if edit is self.sender():
                self._touch(field, edit.text())

    def _title_edited(self) -> None:
        if self.title.text().strip():
            self._touch("title", self.title.text())

    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)

    def _touch(self, field: str, text: str) -> None:
        if not self._view:
            return
        key = f"goal-{self._view.id}-{field}"
        write = partial(self._write, self._view.id, key, **{field: text})
        self._ctx.autosaver.touch(key, write)

    def _write(self, item_id: int, merge: str, **fields: object) -> None:
        today = self._ctx.clock.today()
        plans.change_item(self._ctx.store, item_id, today=today, merge=merge, origin=self, **fields)

    def _set(self, **fields: object) -> None:
        if self._view:
            succeeded(self._ctx, self._write, self._view.id, "", **fields)

    def _title_done(self) -> None:
        self.state.setFocus()

    def _title_left(self) -> None:
        if self._view and not self.title.text().strip():
            self.title.set_text(self._view.item.title)

    def _choose_state(self, state: ItemState) -> None:
        self._set(state=state)

    def _pick_due(self) -> None:
        self._set(due_on=self.due.day())

    def _commit(self, on: bool) -> None:
        self._set(committed=on)

    def _choose_motivators(self, ids: frozenset[int]) -> None:
        if self._view:
            store, item_id = self._ctx.store, self._view.id
            link = plans.set_item_motivators
            succeeded(self._ctx, link, store, item_id, sorted(ids), origin=self)

    def _remove(self) -> None:
        if self._view:
            self.remove_wanted.emit(self._view.id)


def _text_fields(theme: Theme) -> dict[str, NoteEditor]:
    fields = {
        "for_person": NoteEditor(
            theme,
            tr("For the person"),
            name=names.ITEM_FOR_PERSON,
            placeholder=tr("What they want from it, in their words"),
        ),
        "for_business": NoteEditor(
            theme,
            tr("For the business"),
            name=names.ITEM_FOR_BUSINESS,
            placeholder=tr("What the team or the company gets"),
        ),
        "private_note": NoteEditor(
            theme,
            private_name(tr("note on the goal")),
            name=names.ITEM_PRIVATE_NOTE,
            placeholder=tr("Only you see this"),
            private=True,
        ),
    }
    for field in fields.values():
        field.grow(*TEXT_LINES)
    for name in ("for_person", "for_business"):
        set_kind(fields[name], "field")
    return fields


class MotivatorChips(QWidget):
    """The motivators of the person; the pressed ones are fed by the goal."""

    chosen = Signal(object)

    def __init__(self, ctx: Context) -> None:
        """Show none yet."""
        super().__init__()
        self._ctx = ctx
        self._chips: dict[int, Chip] = {}
        self._known: tuple[tuple[int, str], ...] = ()
        self._flow = FlowLayout(self, gap=4)
        self.setAccessibleName(tr("Motivators this goal feeds"))

    def show_chosen(self, drives: Sequence[MotivatorView], chosen: frozenset[int]) -> None:
        """Show what drives the person, and press what the goal feeds."""
        known = tuple((view.id, view.motivator.name) for view in drives)
        if known != self._known:
            self._rebuild(known)
        for key, chip in self._chips.items():
            chip.setChecked(key in chosen)
        self.setVisible(bool(known))

    def _rebuild(self, known: tuple[tuple[int, str], ...]) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                discard(widget)
        self._known = known
        self._chips = {key: self._chip(key, name) for key, name in known}

    def _chip(self, key: int, name: str) -> Chip:
        chip = Chip(
            self._ctx.theme, name, "motivator", name=f"{ITEM_MOTIVATOR}{key}", checkable=True
        )
        chip.clicked.connect(self._choose)
        self._flow.addWidget(chip)
        return chip

    def _choose(self) -> None:
        self.chosen.emit(frozenset(k for k, chip in self._chips.items() if chip.isChecked()))


class KeyResultList(QWidget):
    """The key results of a goal and the row to add one."""

    def __init__(self, ctx: Context, origin: QWidget) -> None:
        """Write as *origin*."""
        super().__init__()
        self._ctx = ctx
        self._origin = origin
        self._item_id = 0
        self._rows: dict[int, KeyResultRow] = {}
        self.setObjectName(names.KEY_RESULT_LIST)
        self.setAccessibleName(tr("Key results"))
        self.empty = Caption(tr("What would you see, or count, once it is reached?"), wrap=True)
        self.add = InlineAdd(ctx.theme, tr("Add a key result"), name=names.KEY_RESULT_EDIT)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.empty)
        outer.addLayout(self._column)
        outer.addWidget(self.add)
        self.add.submitted.connect(self._add)

    def show_results(self, item_id: int, results: Sequence[KeyResult], *, all_fields: bool) -> None:
        """Show the key results of a goal; a field being typed into stays unless *all_fields*."""
        self._item_id = item_id
        wanted = [result.id for result in results]
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            discard(row)
        for place, result in enumerate(results):
            self._show_one(place, result, all_fields)
        self.empty.setVisible(not results)

    def row(self, result_id: int) -> KeyResultRow:
        """The row of a key result."""
        return self._rows[result_id]

    def _show_one(self, place: int, result: KeyResult, all_fields: bool) -> None:
        row = self._rows.get(result.id)
        if row is not None:
            row.show_result(result, all_fields=all_fields)
            return
        row = KeyResultRow(self._ctx.theme, result)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        self._rows[result.id] = row
        self._column.insertWidget(place, row)
        row.show()

    def _add(self, titles: list[str]) -> None:
        last = 0
        for title in titles:
            added = guard(
                self._ctx,
                plans.add_key_result,
                self._ctx.store,
                self._item_id,
                title,
                today=self._ctx.clock.today(),
                origin=self._origin,
            )
            if added is None:
                self.add.setText(title)
                return
            last = added.id
        if len(titles) == 1 and last in self._rows:
            self._rows[last].unfold()

    def _change(self, result_id: int, field: str, value: object) -> None:
        if isinstance(value, Measure):
            fields = with_measure(self._rows[result_id].result, value)
            succeeded(self._ctx, self._write, result_id, "", **fields)
            return
        key = f"key-result-{result_id}-{field}"
        self._ctx.autosaver.touch(key, partial(self._write, result_id, key, **{field: value}))

    def _write(self, result_id: int, merge: str, **fields: object) -> None:
        plans.change_key_result(
            self._ctx.store,
            result_id,
            today=self._ctx.clock.today(),
            merge=merge,
            origin=self._origin,
            **fields,
        )

    def _remove(self, result_id: int) -> None:
        remove = plans.remove_key_result
        if succeeded(self._ctx, remove, self._ctx.store, result_id, origin=self._origin):
            self.add.setFocus()
            self._ctx.notices.toast(tr("Key result deleted"), undo=True)
