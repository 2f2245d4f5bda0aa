"""The panel beside the plan in which one goal is written out; everything saves itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Horizon, Person, PlanItem
from careerdesk.domain.views import ItemView, MotivatorView
from careerdesk.i18n import tr
from careerdesk.services import aspirations, people, plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action, try_read
from careerdesk.ui.base.person_words import not_offered
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import percent
from careerdesk.ui.plan.action_box import ActionBox
from careerdesk.ui.plan.facts import FactsLine, kinds
from careerdesk.ui.plan.goal_feedback import GoalFeedback
from careerdesk.ui.plan.goal_score import GoalScore
from careerdesk.ui.plan.goal_texts import text_fields
from careerdesk.ui.plan.key_result_list import KeyResultList
from careerdesk.ui.plan.offer_goal import OfferGoal
from careerdesk.ui.plan.panel_section import PanelSection
from careerdesk.ui.plan.person_chips import PersonChips
from careerdesk.ui.plan.plan_words import DUE, FOR_BUSINESS, FOR_PERSON, KEY_RESULTS
from careerdesk.ui.plan.serving import Serving
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.private import PrivateBox
from careerdesk.ui.widgets.side_panel import SidePanel
from careerdesk.ui.widgets.tab_order import holds_focus

ITEM_HISTORY, ITEM_REMOVE = "itemHistory", "itemRemove"
KEY_RESULT_PLUS, STEP_PLUS = "keyResultPlus", "stepPlus"
TOOLS_ROOM = 140  # of the tools beside the kind of goal, with the edges
GAP = 5
DOT = " \u00b7 "


def kind_words(horizon: Horizon) -> str:
    """What the panel calls a goal of a group."""
    return {Horizon.SHORT: tr("Short-term goal"), Horizon.LONGER: tr("Longer-term goal")}[horizon]


class ItemPanel(SidePanel):
    """Edits one goal at a time; writes as its own origin, so that nobody types over it.

    `stops_changed` tells that there is more or less for Tab to go over.
    """

    remove_wanted = Signal(int)
    stops_changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx.theme, kind_words(Horizon.SHORT), parent, name=names.ITEM_PANEL)
        self._ctx = ctx
        self._view: ItemView | None = None
        self._person = Person()
        theme = ctx.theme
        self.history_button = IconButton(theme, "history", tr("Earlier versions"),
                                         name=ITEM_HISTORY)  # fmt: skip
        self.remove_button = IconButton(theme, "trash", tr("Delete goal"), name=ITEM_REMOVE)
        self.title = GrowingText(
            tr("Goal title"),
            tr("What will be true once this goal is reached?"),
            name=names.ITEM_TITLE,
            kind="plain",
            one_line=True,
        )
        self._last_text: QTextEdit = self.title
        self.texts = text_fields(theme)
        self._saved = {
            field: SavedField(ctx, edit, f"goal-{field}", partial(self._write_text, field),
                              must=field == "title")
            for field, edit in {"title": self.title, **self.texts}.items()
        }  # fmt: skip
        self.kinds = Caption(wrap=True)
        self.facts = FactsLine(ctx)
        self.score = GoalScore(ctx, partial(self._write_text, "score_words"))
        self.motivators = PersonChips(ctx)
        self.offer = OfferGoal(ctx)
        self.serving = Serving(ctx)
        self.results = KeyResultList(ctx, self)
        self.steps = ActionBox(ctx)
        self.feedback = GoalFeedback(ctx)
        self._fill()
        self._connect()
        self._dress()

    @property
    def item_id(self) -> int:
        """The goal that is shown; 0 for none."""
        return self._view.id if self._view else 0

    def show_item(self, view: ItemView, drives: Sequence[MotivatorView], person_id: int) -> None:
        """Show a goal; words that are not written yet stay whatever else has changed."""
        other = view.id != self.item_id
        if other:
            self._last_text = self.title
        self._view = view
        self._person = try_read(self._ctx, people.get, self._ctx.store, person_id) or Person()
        item = view.item
        self._show_kind(item)
        for field, saved in self._saved.items():
            text = str(getattr(item, field))
            saved.show_text(item.id, text, TextRef(PlanItem, item.id, field))
        self.facts.show_item(item, self._person)
        self.score.show_item(view, self._person)
        wishes = [wish.now for wish in aspirations.of(self._ctx.store, person_id)]
        self.motivators.show_item(item.id, drives, wishes, view.motivators, item.aspiration_id)
        self.offer.show_item(item)
        self.serving.show_item(item, view.objective, person_id)
        self.results.show_results(view)
        self.steps.show_item(view.id)
        self.feedback.show_item(view.id)
        self._show_sides(item)
        self._show_heads()
        if other and self.isVisible():
            self.settle()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [
            self.history_button,
            self.remove_button,
            self.close_button,
            self.title,
            *self.facts.tab_stops(),
            *self.score.tab_stops(),
            self.offer.button,
            *self.motivators.tab_stops(),
            self.texts["for_person"],
            self.texts["for_business"],  # right behind the other side: both are written at once
            *self.serving.tab_stops(),
            self.parts["results"].plus,
            *self.results.tab_stops(),
            self.parts["steps"].plus,
            *self.steps.tab_stops(),
            self.texts["private_note"],
        ]

    def forget(self) -> None:
        """Show nothing, because the goal is gone or the panel is closed."""
        self.steps.show_item(0)
        self.feedback.show_item(0)
        self._view = None
        for saved in self._saved.values():
            saved.release()
        self.facts.release()
        self.score.release()

    def focus_field(self, field: str) -> None:
        """Put the cursor where a hint is cured; the title for an unknown field."""
        if field == KEY_RESULTS:
            self.results.start_adding()
            return
        if field == FOR_BUSINESS:
            self.parts["business"].show()
        widgets = {
            FOR_PERSON: self.texts["for_person"],
            FOR_BUSINESS: self.texts["for_business"],
            DUE: self.facts.due,
        }
        widget: QWidget = widgets.get(field, self.title)
        widget.setFocus()

    def _fill(self) -> None:
        theme = self._ctx.theme
        for button in (self.history_button, self.remove_button):
            self.tools.addWidget(button)
        self.parts = {
            "person": PanelSection(theme, tr("For the person"), "motivator"),
            "business": PanelSection(theme, tr("For the business"), "objective"),
            "results": PanelSection(theme, tr("Key results"), "key-result",
                                    adds=tr("Add a key result"), name=KEY_RESULT_PLUS),
            "steps": PanelSection(theme, tr("Next steps"), "action", adds=tr("Add a next step"),
                                  name=STEP_PLUS),
        }  # fmt: skip
        holds: dict[str, tuple[QWidget, ...]] = {
            "person": (self.motivators, self.texts["for_person"]),
            "business": (self.serving, self.texts["for_business"]),
            "results": (self.results,),
            "steps": (self.steps,),
        }
        self.title.document().setDocumentMargin(1)
        self.tools.setSpacing(4)
        self.body.setSpacing(GAP)
        for above in (self.kinds, self.title, self.facts, self.score, self.offer):
            self.body.addWidget(above)
        for name, part in self.parts.items():
            self.body.addWidget(part)
            for widget in holds[name]:
                part.body.addWidget(widget)
        box = PrivateBox(self._ctx, tr("Private"))
        self.body.addWidget(self.feedback)
        self.body.addWidget(box)
        box.body.addWidget(self.texts["private_note"])
        self.body.addStretch(1)

    def _connect(self) -> None:
        for edit in self.texts.values():
            edit.refused.connect(self._refused)
            edit.installEventFilter(self)
        self.title.installEventFilter(self)
        self.title.entered.connect(self._title_done)
        self.facts.changed.connect(self._set_field)
        self.score.changed.connect(self._set_field)
        self.motivators.chosen.connect(self._choose_motivators)
        self.motivators.aspiration_picked.connect(self._choose_aspiration)
        self.serving.objective_picked.connect(self._choose_objective)
        self.parts["results"].plus.clicked.connect(self.results.start_adding)
        self.parts["steps"].plus.clicked.connect(self.steps.start_adding)
        self.results.turned.connect(self._show_heads)
        self.results.turned.connect(self.stops_changed)
        self.steps.turned.connect(self._show_heads)
        self.steps.left.connect(self.parts["steps"].plus.setFocus)
        self.history_button.clicked.connect(self._show_versions)
        self.remove_button.clicked.connect(self._remove)
        self._ctx.theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.title.setFont(self._ctx.theme.look.font("heading"))

    def _show_kind(self, item: PlanItem) -> None:
        """What kind of goal it is; what does not fit beside the tools stands below them."""
        every = [kind_words(item.horizon), *kinds(item, self._person)]
        words = DOT.join(every)
        room = self.width() - self._ctx.theme.look.measure(TOOLS_ROOM)
        fits = self.kind_word.fontMetrics().horizontalAdvance(words) <= room
        self.set_kind_word(words if fits else every[0])
        self.kinds.setText("" if fits else DOT.join(every[1:]))
        self.kinds.setHidden(fits)

    def _show_heads(self) -> None:
        """Counts, and a plus where nothing can be added otherwise."""
        results, steps = self.parts["results"], self.parts["steps"]
        results.plus.setHidden(self.results.is_adding)
        steps.plus.setHidden(self.steps.is_adding)
        steps.caption.setText(self.steps.count_words())
        far = self._view.progress if self._view else None
        several = self._view is not None and len(self._view.key_results) > 1
        results.caption.setText(percent(far) if far is not None and several else "")

    def _show_sides(self, item: PlanItem) -> None:
        """A personal goal needs one side: the other is there once it is used."""
        used = bool(item.objective_id or item.for_business.strip() or self.serving.is_adding)
        business = self.parts["business"]
        if used or not item.personal:
            business.show()
        elif not holds_focus(business):
            business.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which text had the cursor last."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QTextEdit):
            self._last_text = watched
        return super().eventFilter(watched, event)

    def _show_versions(self) -> None:
        """The earlier versions of the text that had the cursor last."""
        self._last_text.setFocus()
        action = self.window().findChild(QAction, names.EARLIER_VERSIONS)
        if action is not None:
            action.trigger()

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
        self.facts.state.setFocus()

    def _set_field(self, field: str, value: object) -> None:
        if field == "reached_on":
            self._set_reached(value)
        elif field == "may_be_cited":
            self._set_citing(on=bool(value))
        else:
            self._set(**{field: value})

    def _set_citing(self, *, on: bool) -> None:
        """Where it is taken back, say what that does not reach; if anything was is not said."""
        if self._view and try_action(
            self._ctx, self._write, self._view.id, "", may_be_cited=on
        ) and not on:  # fmt: skip
            self._ctx.notices.toast(not_offered(), undo=True)

    def _set_reached(self, day: object) -> None:
        """A day that cannot be stays in its field, with why."""
        refused: list[str] = []

        def write(item_id: int) -> None:
            try:
                self._write(item_id, "", reached_on=day)
            except InvalidInput as error:
                refused.append(sentence(error))

        if self._view:
            try_action(self._ctx, write, self._view.id).ignored_because("said by the field")
        if refused and isinstance(day, date):
            self.facts.refuse_reached(day, refused[0])

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
