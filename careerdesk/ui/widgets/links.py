"""Rows that lead somewhere: an icon or a time, two lines of words, and what Enter does."""

from __future__ import annotations

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.widgets.record_list import RecordListModel


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link in words: `lead` with `lead_note` below it, or an icon, stands before them.

    `ending` is how the caption ends, and what is left of it where that is too long for its line.
    """

    id: int
    title: str
    caption: str
    action: str
    icon: str = ""
    token: str = "text-muted"
    lead: str = ""
    lead_note: str = ""
    person: Person | None = None
    warned: bool = False
    private: bool = False
    why: str = ""
    ending: str = ""


class LinkModel(RecordListModel[LinkRow]):
    """Rows are `LinkRow`s; the page knows where each leads."""

    @override
    def text(self, row: LinkRow) -> str:
        """The first line."""
        return row.title

    @override
    def tip(self, row: LinkRow) -> str:
        """Both lines, since either may be cut, and why the row is there."""
        return plain_tip("\n".join(part for part in (row.title, row.caption, row.why) if part))

    @override
    def spoken(self, row: LinkRow) -> str:
        """Private first, then all words, then what Enter does."""
        parts = (
            tr("Private") if row.private else "", row.lead, row.lead_note, row.title, row.caption,
            row.action,
        )  # fmt: skip
        return ", ".join(part for part in parts if part)
