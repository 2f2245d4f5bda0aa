"""The panel beside the plan in which one goal is written out; everything saves itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.records import Horizon, ItemState, PlanItem
from careerdesk.domain.views import ItemView, MotivatorView
from careerdesk.services import plans
from careerdesk.services.versions import TextRef
from careerdesk.ui import names
from careerdesk.ui.context import Context
from careerdesk.ui.delegates.plan_words import (
    DUE,
    FOR_BUSINESS,
    FOR_PERSON,
    KEY_RESULTS,
    STATE_TOKENS,
)
from careerdesk.ui.pages.doing import succeeded
from careerdesk.ui.pages.key_result_list import KeyResultList
from careerdesk.ui.pages.motivator_chips import MotivatorChips
from careerdesk.ui.pages.offer_goal import OfferGoal
from careerdesk.ui.pages.serving import Serving
from careerdesk.ui.pages.steps import StepBox
from careerdesk.ui.texts import state_word, tr
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import IconButton, TickBox
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import PrivateBox, private_name
from careerdesk.ui.widgets.section import IconMark
from careerdesk.ui.widgets.side_panel import SidePanel
from careerdesk.ui.widgets.text_menu import set_source

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
        self.motivators = MotivatorChips(ctx, tr("Motivators this goal feeds"), ITEM_MOTIVATOR)
        self.offer = OfferGoal(ctx)
        self.serving = Serving(ctx)
        self.results = KeyResultList(ctx, self)
        self.steps = StepBox(ctx)
        self._fill()
        self._connect()
        self._draw_states()

    @property
    def item_id(self) -> int:
        """The goal that is shown; 0 for none."""
        return self._view.id if self._view else 0

    def show_item(
        self,
        view: ItemView,
        drives: Sequence[MotivatorView],
        person_id: int,
        *,
        typing: bool = False,
    ) -> None:
        """Show a goal; with *typing* the field that has the keyboard is left alone.

        Words that are not written yet stay whatever else has changed.
        """
        fresh = view.id != self.item_id
        self._view = view
        item = view.item
        set_source(self.title, TextRef(PlanItem, item.id, "title"))
        self.set_kind_word(kind_words(item.horizon))
        typing = typing and not fresh
        if not (typing and self.title.hasFocus()) and not self._waits(item, "title"):
            self.title.set_text(item.title)
        self._show_texts(item, typing=typing)
        self.state.set_value(item.state)
        half_typed = not fresh and self.due.isModified()
        if not (half_typed or (typing and self.due.hasFocus())):
            self.due.set_day(item.due_on)
        self.committed.setChecked(item.committed)
        self.motivators.show_chosen(drives, frozenset(m.id for m in view.motivators))
        self.offer.show_item(item)
        self.serving.show_item(item, person_id)
        self.results.show_results(view.id, view.key_results, all_fields=not typing)
        self.steps.show_item(view.id)

    def _show_texts(self, item: PlanItem, *, typing: bool) -> None:
        for field, edit in self.texts.items():
            set_source(edit, TextRef(PlanItem, item.id, field))
            if not (typing and edit.hasFocus()) and not self._waits(item, field):
                edit.set_text(getattr(item, field))

    def _waits(self, item: PlanItem, field: str) -> bool:
        return self._ctx.autosaver.waits(_key(item.id, field))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [
            self.remove_button,
            self.close_button,
            self.title,
            self.state,
            self.due,
            self.offer.button,
            *self.serving.tab_stops(),
            self.committed,
            *self.motivators.tab_stops(),
            self.texts["for_person"],
            self.texts["for_business"],
            *self.results.tab_stops(),
            *self.steps.tab_stops(),
            self.texts["private_note"],
        ]

    def forget(self) -> None:
        """Show nothing, because the goal is gone or the panel is closed."""
        self.steps.show_item(0)
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
        self.tools.addWidget(self.remove_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        row.addWidget(self.due, 1)
        self.title.document().setDocumentMargin(1)
        self.body.addSpacing(4)
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.body.addWidget(self.offer)
        self.body.addWidget(self.serving)
        self.body.addWidget(self.committed)
        self._field("motivator", tr("For the person"), self.motivators, self.texts["for_person"])
        self._field("objective", tr("For the business"), self.texts["for_business"])
        self._field("key-result", tr("Key results"), self.results)
        self._field("action", tr("Next steps"), self.steps)
        box = PrivateBox(self._ctx, tr("Private"))
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
        self.serving.aspiration_picked.connect(self._choose_aspiration)
        self.serving.objective_picked.connect(self._choose_objective)
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
        key = _key(self._view.id, field)
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

    def _choose_aspiration(self, aspiration_id: int | None) -> None:
        self._set(aspiration_id=aspiration_id)

    def _choose_objective(self, objective_id: int | None) -> None:
        self._set(objective_id=objective_id)

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


def _key(item_id: int, field: str) -> str:
    """Under which what is typed into a field of a goal waits to be written."""
    return f"goal-{item_id}-{field}"
