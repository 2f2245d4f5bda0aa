"""What the plan page shows while there is no plan: how to begin one."""

from __future__ import annotations

from careerdesk.domain.records import Person
from careerdesk.ui.base.texts import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.empty_state import EmptyState, Step

ADD_FIRST = "emptyPlanAdd"
DISCOVER_FIRST = "emptyPlanDiscover"
TEMPLATE_FIRST = "emptyPlanTemplate"


def plan_start(theme: Theme, person: Person, *, again: bool, known: bool, kept: bool) -> EmptyState:
    """The empty state; *again* after a closed plan, *known* where motivators are known.

    *kept*: there are templates to begin with.
    """
    title = tr("Make the next plan with {name}") if again else tr("Make a first plan with {name}")
    sentence = tr(
        "Two or three outcomes that {name} wants and the team needs. "
        "The plan begins with the first goal."
    )
    name = person.short_name
    steps = [_add_first()]
    if not known:
        steps.append(_discover_first())
    if kept:
        steps.append(_use_template())
    return EmptyState(theme, title.format(name=name), sentence.format(name=name), steps)


def _add_first() -> Step:
    return Step(
        ADD_FIRST,
        "plan",
        tr("Start with an outcome"),
        tr("What will be true when it is reached? Not what there is to do."),
        tr("Add a first goal"),
    )


def _discover_first() -> Step:
    return Step(
        DISCOVER_FIRST,
        "discovery",
        tr("Not sure what moves them?"),
        tr("A plan that holds starts with that. Ask one question first."),
        tr("Choose a question"),
    )


def _use_template() -> Step:
    return Step(
        TEMPLATE_FIRST,
        "history",
        tr("Like one you made before?"),
        tr("Begin with the goals of a template, and make them the person's own."),
        tr("Choose a template"),
    )
