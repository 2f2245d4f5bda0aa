"""Coming to a point, a promise or feedback in a brief that a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import AgendaItem, Promise, Record
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.landing import choose_row, land_in_field

if TYPE_CHECKING:
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.feedback.feedback_editing import FeedbackEditing
    from careerdesk.ui.prepare.brief_columns import Columns

PARTS = {
    AgendaItem: (Part.AGENDA, LineKind.POINT),
    Promise: (Part.PROMISES, LineKind.PROMISE),
    Feedback: (Part.FEEDBACK, LineKind.FEEDBACK),
}


class BriefPage(Protocol):
    """The page of a brief, as far as one comes to something on it."""

    ctx: Context
    columns: Columns
    editing: FeedbackEditing

    def keep_whole(self, part: Part) -> None:
        """Show all of a section from now on."""

    def reload(self) -> None:
        """Read again."""

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""


def arrive(page: BriefPage, to: Destination) -> bool:
    """Choose the row of a record, and of feedback show all words in its form."""
    if to.record is None or to.record[0] not in PARTS:
        return False
    kind, record_id = to.record
    part, line = PARTS[kind]
    page.keep_whole(part)
    page.reload()
    if kind is Feedback and not page.ctx.sharing.on:
        return _open_feedback(page, record_id, to.field)
    view = page.columns.list_of(part)
    rows = enumerate(view.model_.rows)
    found = next((n for n, row in rows if row.kind is line and row.key == record_id), None)
    if found is not None:
        choose_row(view, found)
    return found is not None or _tell_done(page, kind, record_id)


def _tell_done(page: BriefPage, kind: type[Record], record_id: int) -> bool:
    """What was done outside a check-in is on no page any more: say when that was."""
    one = page.ctx.store.get(kind, record_id)
    day = one.done_on if isinstance(one, Promise) else None
    day = one.covered_on if isinstance(one, AgendaItem) else day
    if day is not None:
        page.ctx.notices.toast(
            tr(
                "This was done on {day}, outside a check-in, so it's no longer shown on any page.",
                day=Dates.long_day(day),
            )
        )
        page.focus_first()
    return day is not None


def _open_feedback(page: BriefPage, feedback_id: int, field: str) -> bool:
    page.editing.edit(page.ctx.store.get(Feedback, feedback_id))
    return land_in_field(page.editing.form, Feedback, feedback_id, field)
