"""The points of an agenda, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.compat import override
from careerdesk.domain.records import AgendaItem
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.person_words import whose
from careerdesk.ui.widgets.past_day import written_words
from careerdesk.ui.widgets.ticks import TickModel, TickWords


class AgendaModel(TickModel[AgendaItem]):
    """Rows are `AgendaItem`s in their order."""

    holds = AgendaItem

    @override
    def words(self, place: int) -> TickWords:
        """The point, from whom it is, and how often it was carried over."""
        item = self.rows[place]
        return TickWords(
            text=item.text,
            ticked=self.is_ticked(item),
            note=self._note(item),
            private=item.private,
        )

    @override
    def is_ticked(self, row: AgendaItem) -> bool:
        """Covered, in a check-in or without one."""
        return row.covered_on is not None

    @override
    def in_order(self, rows: Sequence[AgendaItem]) -> list[AgendaItem]:
        """By rank."""
        return sorted(rows, key=_order)

    @override
    def tip(self, row: AgendaItem) -> str:
        """Why it is named."""
        from careerdesk.domain.brief_lines import why_point  # late: nobody hovers at the start
        from careerdesk.ui.base.brief_words import because

        return because(why_point(row))

    def open_count(self) -> int:
        """How many points are still to be talked about."""
        return sum(not self.is_ticked(item) for item in self.rows)

    def _note(self, item: AgendaItem) -> str:
        parts = [tr("every time") if item.repeating else whose(item.owner, self.person)]
        if item.in_writing:
            parts.append(written_words(item.noted_on, self._today()))
        if item.carried:
            parts.append(carried_words(item.carried))
        return ", ".join(parts)


def carried_words(count: int) -> str:
    """How many check-ins a point has outlived."""
    return trn("carried over once", "carried over {n} times", count)


def _order(item: AgendaItem) -> tuple[int, int]:
    return item.rank, item.id
