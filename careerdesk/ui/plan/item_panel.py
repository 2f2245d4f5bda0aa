"""The panel beside the plan in which one goal is written out; everything saves itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.records import Horizon, ItemState, PlanItem
from careerdesk.domain.views import ItemView, MotivatorView
from careerdesk.services import plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.goal_words import STATE_TOKENS
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import state_word, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.discovery.motivator_chips import MotivatorChips
from careerdesk.ui.plan.key_result_list import KeyResultList
from careerdesk.ui.plan.offer_goal import OfferGoal
from careerdesk.ui.plan.plan_words import DUE, FOR_BUSINESS, FOR_PERSON, KEY_RESULTS
from careerdesk.ui.plan.serving import Serving
from careerdesk.ui.plan.steps import StepBox
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
        self._saved = {
            field: SavedField(ctx, edit, f"goal-{field}", partial(self._write_text, field),
                              must=field == "title")
            for field, edit in {"title": self.title, **self.texts}.items()
        }  # fmt: skip
        self.state = DropDown(
            ctx.theme,
            [(state, state_word(state)) for state in ItemState],
            tr("State"),
            name=names.ITEM_STATE,
        )
        self.due = DateField(ctx.clock.today, tr("Due"), name=names.ITEM_DUE)
        self._half_due = HalfTyped(ctx, "goal-due", self.due)
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

    def show_item(self, view: ItemView, drives: Sequence[MotivatorView], person_id: int) -> None:
        """Show a goal; words that are not written yet stay whatever else has changed."""
        self._view = view
        item = view.item
        self.set_kind_word(kind_words(item.horizon))
        for field, saved in self._saved.items():
            text = str(getattr(item, field))
            saved.show_text(item.id, text, TextRef(PlanItem, item.id, field))
        self.state.set_value(item.state)
        self._half_due.belong_to(person_id, PlanItem, item.id)
        self.due.set_day(item.due_on)
        self.committed.setChecked(item.committed)
        self.motivators.show_chosen(drives, frozenset(m.id for m in view.motivators))
        self.offer.show_item(item)
        self.serving.show_item(item, person_id)
        self.results.show_results(view.id, view.key_results)
        self.steps.show_item(view.id)

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
        for saved in self._saved.values():
            saved.let_go()
        self._half_due.let_go()

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
        for edit in self.texts.values():
            edit.refused.connect(self._refused)
        self.title.entered.connect(self._title_done)
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

    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)

    def _write_text(self, field: str, item_id: int, text: str, merge: str, _by: QObject) -> None:
        self._write(item_id, merge, **{field: text})

    def _write(self, item_id: int, merge: str, **fields: object) -> None:
        today = self._ctx.clock.today()
        plans.change_item(self._ctx.store, item_id, today=today, merge=merge, origin=self, **fields)

    def _set(self, **fields: object) -> None:
        if self._view:
            try_action(self._ctx, self._write, self._view.id, "", **fields).ignored_because(
                "a banner says why; the next reading shows what is stored"
            )

    def _title_done(self) -> None:
        self.state.setFocus()

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
            try_action(self._ctx, link, store, item_id, sorted(ids), origin=self).ignored_because(
                "a banner says why; the next reading shows what is stored"
            )

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
            placeholder=tr("In nothing you share"),
            private=True,
        ),
    }
    for field in fields.values():
        field.grow(*TEXT_LINES)
    for name in ("for_person", "for_business"):
        set_kind(fields[name], "field")
    return fields
