"""What is shown of somebody of whom nothing is known yet."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QKeySequence

from careerdesk.domain.records import Person
from careerdesk.domain.views import Brief
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.person_words import outcomes_wanted, words_stay
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.empty_state import EmptyState, StartCard

DISCOVER, FIRST_GOAL, FIRST_ONE_ON_ONE = "emptyDiscover", "emptyFirstGoal", "emptyFirstTalk"
STEP_TABS = {FIRST_GOAL: "plan", FIRST_ONE_ON_ONE: "check-ins"}


def blank_page(ctx: Context, brief: Brief) -> EmptyState:
    """Three steps to begin with, in any order."""
    person = brief.person
    steps = (
        StartCard(DISCOVER, "discovery", tr("1. Discover"), words_stay(person),
             tr("Choose a question")),
        StartCard(
            FIRST_GOAL, "plan", tr("2. Plan"), outcomes_wanted(person), tr("Add the first goal")
        ),
        _first_one_on_one(person, brief.next_at, ctx.clock.today()),
    )  # fmt: skip
    return EmptyState(
        ctx.theme,
        tr("Get to know {name} first", name=person.short_name),
        tr("A lasting plan starts with what drives the person. Take these three steps in any "
           "order, over a few check-ins."),
        steps,
        tr("Already talking? Press {keys} to start the check-in.", keys=_start_keys()),
    )  # fmt: skip


def _first_one_on_one(person: Person, planned: datetime | None, today: date) -> StartCard:
    """To be planned, unless one is for today or later."""
    words, button = _cadence_words(person), tr("Plan the first 1:1")
    at = planned.astimezone() if planned is not None else None
    if at is not None and at.date() >= today:
        words = tr(
            "The first check-in is on {day} at {time}.",
            day=Dates.week_day(at.date()),
            time=Dates.time(at),
        )
        button = tr("Open check-ins")
    return StartCard(FIRST_ONE_ON_ONE, "checkin", tr("3. Follow up"), words, button)


def _cadence_words(person: Person) -> str:
    days = Dates.days(max(1, person.cadence_days))
    return tr("A short check-in every {days} keeps the plan moving.", days=days)


def _start_keys() -> str:
    return QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
