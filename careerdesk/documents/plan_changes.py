"""What is no longer as it was agreed, on paper: what it was, and what it is."""

from __future__ import annotations

import re
from itertools import groupby

from careerdesk.documents.model import Row, Section
from careerdesk.documents.words import Words
from careerdesk.domain.agreement import Agreement, Change, ChangeWords, Term, listed
from careerdesk.domain.shared import SharedPlan
from careerdesk.i18n import tr

_BREAKS = re.compile(r"[ \t\r\n]+")  # but none of the spaces that hold a number and its unit


def changes_section(agreement: Agreement, plan: SharedPlan, words: Words) -> Section:
    """The changes since a plan was agreed, by the numbers that its goals have in the plan."""
    places = {item.uid: number for number, item in enumerate(plan.items, 1)}
    told = zip(agreement.changes, changes_told(agreement, plan, words), strict=True)
    rows = [
        _row(list(changes), places.get(uid, 0))
        for uid, changes in groupby(told, key=lambda one: one[0].goal_uid)
    ]
    title = tr("Changed since {day}", day=words.day(agreement.on))
    return Section(title, rows=tuple(rows), key="changes")


def changes_told(agreement: Agreement, plan: SharedPlan, words: Words) -> tuple[ChangeWords, ...]:
    """Each change since a plan was agreed, in words."""
    called = plan.person_short_name
    return tuple(listed(one, words.listed_day, words.number, called) for one in agreement.changes)


def _row(changes: list[tuple[Change, ChangeWords]], place: int) -> Row:
    """The changes of a goal; one that is new or went is told by its title."""
    first, told = changes[0]
    if first.term in (Term.NEW, Term.DROPPED):
        return Row(told.label, (f"{place} {told.goal}" if place else told.goal,))
    lines = tuple(_line(change, told) for change, told in changes)
    return Row(tr("Goal {n}", n=place), lines)


def _line(change: Change, told: ChangeWords) -> str:
    was, became = (_BREAKS.sub(" ", text.strip()) for text in (told.was, told.became))
    both = tr("{was} \u2192 {became}", was=was, became=became)
    if change.term is Term.TITLE:
        return both
    return tr("{what}: {change}", what=told.label, change=both)
