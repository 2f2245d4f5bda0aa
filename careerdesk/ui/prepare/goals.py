"""The goals that a brief names, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.compat import override
from careerdesk.domain.records import ItemState, Person
from careerdesk.domain.views import LookAt, Reason
from careerdesk.ui.base.texts import Dates, state_word, tr
from careerdesk.ui.widgets.record_list import RecordListModel

WARNED = (Reason.LATE, Reason.DUSTY)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal to look at: its words at the right are a warning or not."""

    id: int
    title: str
    state: ItemState
    why: str
    warned: bool
    look: LookAt
    person: Person


class GoalModel(RecordListModel[GoalRow]):
    """Rows are `GoalRow`s; they change in Plan, not here."""

    @override
    def text(self, row: GoalRow) -> str:
        """The title."""
        return row.title

    @override
    def tip(self, row: GoalRow) -> str:
        """Why it is named."""
        from careerdesk.domain.brief_lines import why_goal  # late: nobody hovers at the start
        from careerdesk.ui.base.brief_words import because

        return because(why_goal(row.look, row.person))

    @override
    def spoken(self, row: GoalRow) -> str:
        """Title, state, and why it is named."""
        return ", ".join((row.title, state_word(row.state), row.why))


def goal_row(look: LookAt, person: Person, today: date) -> GoalRow:
    """A goal of a brief in words."""
    item = look.item
    late = item.due_on is not None and item.due_on < today
    warned = late or look.reason in WARNED
    return GoalRow(item.id, item.title, item.state, why(look, today), warned, look, person)


def why(look: LookAt, today: date) -> str:
    """*4 days late*, *due in 24 days*, *not touched for 41 days*."""
    due = look.item.due_on
    if due is not None and (due < today or look.reason is not Reason.DUSTY):
        return _due_words((due - today).days)
    if not look.days:
        return tr("touched today")
    return tr("not touched for {days}").format(days=Dates.days(look.days))


def _due_words(left: int) -> str:
    if left < 0:
        return tr("1 day late") if left == -1 else tr("{n} days late").format(n=-left)
    return tr("due today") if not left else tr("due in {days}").format(days=Dates.days(left))


def summary(looks: tuple[LookAt, ...]) -> str:
    """*1 at risk, 1 gathering dust*."""
    words = {
        Reason.BLOCKED: tr("{n} blocked"),
        Reason.AT_RISK: tr("{n} at risk"),
        Reason.LATE: tr("{n} late"),
        Reason.DUE_SOON: tr("{n} due soon"),
        Reason.DUSTY: tr("{n} gathering dust"),
    }
    counts = {reason: sum(look.reason is reason for look in looks) for reason in words}
    return ", ".join(words[reason].format(n=n) for reason, n in counts.items() if n)
