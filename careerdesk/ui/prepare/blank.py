"""What is shown of somebody of whom nothing is known yet."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from careerdesk.domain.records import Person
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.person_words import outcomes_wanted, words_stay
from careerdesk.ui.base.texts import Dates, tr
from careerdesk.ui.widgets.empty_state import EmptyState, Step

DISCOVER, FIRST_GOAL, FIRST_TALK = "emptyDiscover", "emptyFirstGoal", "emptyFirstTalk"
STEP_TABS = {DISCOVER: "discovery", FIRST_GOAL: "plan", FIRST_TALK: "check-ins"}


def blank_page(ctx: Context, person: Person) -> EmptyState:
    """Three steps to begin with, in any order."""
    days = Dates.days(max(1, person.cadence_days))
    steps = (
        Step(DISCOVER, "discovery", tr("1. Discover"), words_stay(person),
             tr("Choose a question")),
        Step(FIRST_GOAL, "plan", tr("2. Plan"), outcomes_wanted(person), tr("Add a first goal")),
        Step(FIRST_TALK, "checkin", tr("3. Follow up"),
             tr("A short check-in every {days} keeps the plan moving.").format(days=days),
             tr("Plan the first 1:1")),
    )  # fmt: skip
    return EmptyState(
        ctx.theme,
        tr("Get to know {name} first").format(name=person.short_name),
        tr("A plan that holds starts with what moves the person. Three steps, in any order, over"
           " a few check-ins."),
        steps,
        tr("Talking already? Press {keys}, and the check-in starts.").format(keys=_start_keys()),
    )  # fmt: skip


def _start_keys() -> str:
    return QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
