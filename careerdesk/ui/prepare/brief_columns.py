"""The two columns of a brief: which sections stand where, and how much of each is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect

from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.brief import todo
from careerdesk.domain.brief_lines import Group, Part
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, Owner
from careerdesk.domain.views import Brief, LookAt, Reason
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.person_words import whose
from careerdesk.ui.base.texts import Dates, kind_word, number
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import AT_REST, BriefRow, Kind, RowKind, RowMaker, fitted

RIGHT = (Part.QUESTION, Part.DRIVES, Part.TEMPERATURE, Part.FEEDBACK)


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief with its sections, and how it is to be seen.

    *whole* sections are shown with all their lines; *typing*: feedback is being typed; *field* is
    the height of the row that adds a point, *tools* the width of what stands beside its heading.
    """

    brief: Brief
    groups: tuple[Group, ...]
    whole: frozenset[Part]
    wide: bool
    shared: bool
    typing: bool
    height: int
    field: int
    tools: int


class Columns:
    """Fills the lists of a brief with rows."""

    def __init__(self, ctx: Context, left: BriefList, right: BriefList) -> None:
        """*right* is used where there is room for two columns."""
        self._ctx, self.left, self.right = ctx, left, right
        self.maker = RowMaker(ctx.clock.today())
        self._wide = True

    def show(self, shown: Shown) -> None:
        """Show the rows of a brief."""
        self._wide = shown.wide
        self.maker.today = shown.brief.today
        self.maker.captions = captions(shown)
        self.maker.begin()
        beside = [one for one in shown.groups if one.part in RIGHT]
        others = [one for one in shown.groups if one.part not in RIGHT]
        if shown.wide:
            self._fill(self.left, others, shown, first=True)
            self._fill(self.right, beside, shown)
        else:
            question = [one for one in beside if one.part is Part.QUESTION]
            rest = [one for one in beside if one.part is not Part.QUESTION]
            self._fill(self.left, [*question, *others, *rest], shown, first=True)
            self.right.show_rows([])

    def _fill(
        self, view: BriefList, groups: Sequence[Group], shown: Shown, *, first: bool = False
    ) -> None:
        width = max(1, view.viewport().width())

        def make(lines: Mapping[Part, int]) -> list[BriefRow]:
            """The rows with so many lines of each section."""
            rows = self._when(shown.brief) if first else []
            for group in groups:
                rows += self._section(group, lines[group.part], shown)
            return rows

        def height(rows: Sequence[BriefRow]) -> int:
            """How high these rows are."""
            return sum(view.rows.height_of(row, width) for row in rows)

        room = shown.height if shown.wide else 1_000_000
        view.show_rows(fitted(groups, make, height, room, shown.whole))

    def _section(self, group: Group, most: int, shown: Shown) -> list[BriefRow]:
        """The rows of a section: heading, lines, how many more, and what adds to it."""
        if group.part is Part.QUESTION and not group.lines:
            return []
        maker, part = self.maker, group.part
        first, last = group.shown(most)
        rest = len(group.lines) - len(first) - len(last)
        rows = (
            []
            if part is Part.QUESTION
            else [maker.heading(group, shown.tools if part is Part.AGENDA else 0)]
        )
        if not group.lines and not group.remark:
            rows.append(maker.nothing(group))
        rows += maker.lines(group, first)
        rest += self._unread(part, shown)
        folds = part in shown.whole and bool(group.most) and len(group.lines) > group.most
        if rest or folds:
            rows.append(maker.more(part, rest))
        rows += maker.lines(group, last)
        if part is Part.AGENDA:
            adding = maker.adding(part, RowKind.ADD_POINT, tr("Add an item"), shown.field)
            rows.append(adding)
        if part is Part.FEEDBACK and not shown.shared and not shown.typing:
            rows.append(maker.adding(part, RowKind.ADD_FEEDBACK, tr("Add feedback")))
        return rows

    def _unread(self, part: Part, shown: Shown) -> int:
        """How much feedback there is beyond what was read."""
        if part is not Part.FEEDBACK or shown.shared:
            return 0
        return max(0, shown.brief.feedback_count - len(shown.brief.feedback))

    def _when(self, brief: Brief) -> list[BriefRow]:
        words, aside = when_words(brief)
        return [self.maker.when(words, aside)] if words else []

    # Finding rows

    def list_of(self, part: Part) -> BriefList:
        """The list that a section stands in now."""
        return self.right if self._wide and part in RIGHT else self.left

    def heading_of(self, part: Part) -> QRect:
        """Where the heading of a section stands in the left list; nowhere: an empty one."""
        rows = self.left.model_.rows
        found = (n for n, row in enumerate(rows) if row.kind is RowKind.HEAD and row.part is part)
        place = next(found, None)
        return QRect() if place is None else self.left.rect_of(place)

    def select_kind(self, kind: Kind) -> None:
        """Make the first row of a kind the current one."""
        for view in (self.left, self.right):
            found = next((row for row in view.model_.rows if row.kind is kind), None)
            if found is not None:
                view.select(found.id)

    def select_last(self, part: Part) -> None:
        """Make the last row of a section the current one, if none of it is."""
        view = self.list_of(part)
        current = view.current()
        rows = [row for row in view.model_.rows if row.part is part and row.kind not in AT_REST]
        if rows and (current is None or current.part is not part):
            view.select(rows[-1].id)


def when_words(brief: Brief) -> tuple[str, str]:
    """*1:1 on Thu 26 Nov, 14:00* and *in 9 days*; without an agreed moment the day it is due."""
    on, today = brief.next_on, brief.today
    if brief.running_id is not None or on is None:
        return "", ""
    ahead = _ahead(on, today)
    if brief.next_at is None:
        return tr("Next check-in due {day}, not planned yet", day=Dates.week_day(on)), ahead
    kind = kind_word(brief.kind) if brief.kind is not CheckInKind.CAREER else tr(
        "Career conversation")  # fmt: skip
    return tr(
        "{kind} on {day} at {time}",
        kind=kind,
        day=Dates.week_day(on),
        time=Dates.time(brief.next_at),
    ), ahead


def _ahead(on: date, today: date) -> str:
    days = (on - today).days
    if days < 0:
        return Dates.ago(on, today)
    if days <= 1:
        return tr("tomorrow") if days else tr("today")
    return tr("in {days}", days=Dates.days(days))


def captions(shown: Shown) -> dict[Part, str]:
    """What is said beside the headings."""
    brief = shown.brief
    found = {
        Part.SINCE: _last_words(brief),
        Part.PROMISES: _whose_words(brief),
        Part.AGENDA: _point_words(shown),
        Part.FEEDBACK: _told(shown),
    }
    if not brief.is_career and brief.items_to_look_at:
        found[Part.GOALS] = tr(
            "Needs attention: {reasons}", reasons=_goal_words(brief.items_to_look_at)
        )
    return found


def _last_words(brief: Brief) -> str:
    if brief.last_check_in is None:
        return ""
    day = moments.day(brief.last_check_in)
    return f"{Dates.week_day(day)}, {Dates.ago(day, brief.today)}"


def _whose_words(brief: Brief) -> str:
    todos = todo(brief.promises_due, brief.steps)
    counts = {
        owner: sum(one.owner is owner and one.done_on is None for one in todos)
        for owner in (Owner.ME, Owner.THEM)
    }
    return ", ".join(
        f"{number(n, 0)} {whose(owner, brief.person)}" for owner, n in counts.items() if n
    )


def _point_words(shown: Shown) -> str:
    points = [one for one in shown.brief.agenda if not (one.private and shown.shared)]
    count = sum(one.covered_on is None for one in points)
    if not count:
        return ""
    return trn("1 item", "{n} items", count)


def _goal_words(looks: Sequence[LookAt]) -> str:
    """*1 at risk, 1 late*."""
    words = {
        Reason.BLOCKED: tr("{n} blocked"),
        Reason.AT_RISK: tr("{n} at risk"),
        Reason.LATE: tr("{n} late"),
        Reason.AWAY: tr("{n} due during leave"),
        Reason.DUE_SOON: tr("{n} due soon"),
        Reason.STALE: tr("{n} not updated"),
    }
    counts = {reason: sum(look.reason is reason for look in looks) for reason in words}
    return ", ".join(fill(words[reason], n=n) for reason, n in counts.items() if n)


def _told(shown: Shown) -> str:
    """How much waits to be told, else how old the last feedback is; of what may be seen now."""
    brief = shown.brief
    if brief.to_deliver and not shown.shared:
        return tr("{n} to pass on", n=len(brief.to_deliver))
    last = brief.last_feedback
    if last is None or last.given_on is None:
        return ""
    if shown.shared and last.way is not FeedbackWay.GIVEN:
        return ""
    return tr("last feedback {ago}", ago=Dates.ago(last.given_on, brief.today))
