"""What may be cited in a review, by month: a header for each month, cards below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.evidence import Offered
from careerdesk.domain.reviews.records import Source
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.reviews.writing.month_strip import count_words
from careerdesk.ui.widgets.past_day import both_days
from careerdesk.ui.widgets.record_list import RecordListModel

SOURCES = tuple(Source)
ICONS = {
    Source.ACCOMPLISHMENT: "accomplishment",
    Source.GOAL: "plan",
    Source.FEEDBACK: "feedback",
    Source.CHECK_IN: "checkin",
    Source.READING: "key-result",
}


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The header of a month; its items are shown while it is unfolded."""

    first: date
    count: int
    cited: int
    unfolded: bool
    name: str = ""

    @property
    def id(self) -> int:
        """Its own among all rows: no item has one below nought."""
        return -(self.first.year * 12 + self.first.month)

    @property
    def counts(self) -> str:
        """*5 items, 3 cited*."""
        return count_words(self.count, self.cited)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Something that may be cited, in words."""

    item: Offered
    day: str

    @property
    def id(self) -> int:
        """Its own among all rows, also where two sources count alike."""
        return self.item.source_id * len(SOURCES) + SOURCES.index(self.item.source) + 1

    @property
    def state(self) -> str:
        """*Cite*, or *Cited, 3*."""
        if not self.item.number:
            return tr("Cite")
        return tr("Cited ({n})", n=self.item.number)

    @property
    def caption(self) -> str:
        """Where it comes from, its words as far as the title does not have them.

        Where it was noted later than it was held, both days; and that it would not be offered now.
        """
        left = tr("cited earlier, no longer available") if self.item.is_left else ""
        parts = (source_word(self.item.source), both_days(self.item.on, self.item.noted), left)
        kind, words = ", ".join(filter(None, parts)), " ".join(self.item.words.split())
        known = self.item.title.rstrip("…").strip()
        if words.startswith(known):
            rest = words[len(known) :] if self.item.source is Source.ACCOMPLISHMENT else ""
            words = f"…{rest}" if rest else ""
        return f"{kind}: {words}" if words else kind


EvidenceRow = MonthRow | ItemRow


class EvidenceModel(RecordListModel[EvidenceRow]):
    """Rows are headers and, below each that is unfolded, its items."""

    @override
    def text(self, row: EvidenceRow) -> str:
        """The month, or the title of the item."""
        return row.name if isinstance(row, MonthRow) else row.item.title

    @override
    def spoken(self, row: EvidenceRow) -> str:
        """The whole row: month and counts, or what, when, from where and whether it is cited."""
        if isinstance(row, MonthRow):
            fold = tr("expanded") if row.unfolded else tr("collapsed")
            return f"{self.text(row)}, {row.counts}, {fold}"
        cited = row.state if row.item.number else tr("not cited")
        return ". ".join((row.item.title, row.caption, f"{row.day}, {cited}"))

    @override
    def tip(self, row: EvidenceRow) -> str | None:
        """All words of an item, since its lines may be cut."""
        if isinstance(row, MonthRow):
            return None
        return plain_tip("\n".join(part for part in (row.item.title, row.caption) if part))


def rows_of(
    offered: Sequence[Offered], unfolded: Collection[date], only: date | None, today: date
) -> list[EvidenceRow]:
    """The rows for what is offered (the newest first); *only* leaves one month, unfolded."""
    rows: list[EvidenceRow] = []
    one_year = len({one.on.year for one in offered}) == 1
    for first, found in groupby(offered, key=_month):
        items = list(found)
        if only not in (None, first):
            continue
        shown = first in unfolded or only == first
        cited = sum(bool(one.number) for one in items)
        name = Dates.month_name(first) if one_year else Dates.month(first)
        rows.append(MonthRow(first, len(items), cited, shown, name))
        if shown:
            rows += [ItemRow(one, Dates.short_day(one.on, today)) for one in items]
    return rows


def months_of(offered: Sequence[Offered]) -> list[date]:
    """The months in which there is something, the newest first."""
    return [first for first, _ in groupby(offered, key=_month)]


def _month(one: Offered) -> date:
    return one.on.replace(day=1)


def source_word(source: Source) -> str:
    """Where evidence comes from."""
    return {
        Source.CHECK_IN: tr("Shared check-in notes"),
        Source.FEEDBACK: tr("Feedback"),
        Source.ACCOMPLISHMENT: tr("Accomplishment"),
        Source.GOAL: tr("Goal reached"),
        Source.READING: tr("Key result value"),
    }[source]
