"""How a plan is begun where there is none."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout

from careerdesk.domain.loop import TemplateKind
from careerdesk.domain.records import Person
from careerdesk.i18n import fill, tr
from careerdesk.services import people, templates
from careerdesk.ui.base.context import Context
from careerdesk.ui.plan.plan_commands import PlanCommands
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.empty_state import EmptyState, StartCard

ADD_FIRST = "emptyPlanAdd"
DISCOVER_FIRST = "emptyPlanDiscover"
TEMPLATE_FIRST = "emptyPlanTemplate"


class Beginning(QObject):
    """Stands on top of *column*, in words that fit what there is of the person."""

    goal_wanted = Signal()

    def __init__(
        self, ctx: Context, commands: PlanCommands, column: QVBoxLayout, parent: QObject
    ) -> None:
        """Begin nothing yet."""
        super().__init__(parent)
        self._ctx, self._commands, self._column = ctx, commands, column
        self._person_id = 0
        self.state: EmptyState | None = None

    def renew(self, person_id: int, *, needed: bool, again: bool, known: bool) -> None:
        """Stand there if it is *needed*; *again*: not for the first time; *known*: what moves."""
        if self.state is not None:
            discard(self.state)
            self.state = None
        self._person_id = person_id
        if not needed:
            return
        ctx = self._ctx
        person = people.get(ctx.store, person_id)  # who is gone has no plan either
        kept = not ctx.sharing.on and bool(templates.of(ctx.store, TemplateKind.PLAN))
        self.state = _empty_state(ctx.theme, person, again=again, known=known, kept=kept)
        self.state.chosen.connect(self._take_first_step)
        self._column.insertWidget(0, self.state)

    def _take_first_step(self, key: str) -> None:
        if key == DISCOVER_FIRST:
            self._ctx.navigator.choose_question(self._person_id)
        elif key == TEMPLATE_FIRST and self.state is not None:
            button = self.state.buttons[key]
            menu = QMenu(button)
            menu.aboutToHide.connect(menu.deleteLater)
            self._commands.choose().add_templates(menu)
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.goal_wanted.emit()


def _empty_state(
    theme: Theme, person: Person, *, again: bool, known: bool, kept: bool
) -> EmptyState:
    """The empty state; *again* after a closed plan, *known* where motivators are known.

    *kept*: there are templates to begin with.
    """
    title = (
        tr("Make your next plan with {name}") if again else tr("Make your first plan with {name}")
    )
    name = person.short_name
    steps = [_add_first()]
    if not known:
        steps.append(_discover_first())
    if kept:
        steps.append(_use_template())
    return EmptyState(
        theme,
        fill(title, name=name),
        tr(
            (
                "Aim for two or three outcomes that {name} wants and the team needs. "
                "The plan will be created when you add the first goal."
            ),
            name=name,
        ),
        steps,
    )


def _add_first() -> StartCard:
    return StartCard(
        ADD_FIRST,
        "plan",
        tr("Start with an outcome"),
        tr("Describe the outcome, not the tasks."),
        tr("Add the first goal"),
    )


def _discover_first() -> StartCard:
    return StartCard(
        DISCOVER_FIRST,
        "discovery",
        tr("Not sure what motivates them?"),
        tr("A good plan starts with what matters to them. Ask one question first."),
        tr("Choose a question"),
    )


def _use_template() -> StartCard:
    return StartCard(
        TEMPLATE_FIRST,
        "history",
        tr("Made a similar plan before?"),
        tr("Start with goals from a template and adapt them to the person."),
        tr("Choose a template"),
    )
