"""What an entry of the catalogue says about one kind of record (`domain.catalogue`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal

from careerdesk.dataclass import dataclass
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import Record
from careerdesk.i18n import Message

Place = Literal[
    "", "people", "prepare", "discovery", "plan", "check-ins", "objectives", "templates", "trash",
    "reviews",
]  # fmt: skip
"""Where something is shown: a tab of its person, a page, or "" for nowhere by itself.

"people" is the person, on whatever tab is open.
"""


class Area(Enum):
    """On which side of the wall a record is; `BOTH` keeps words of either side."""

    CONVERSATIONS = "conversations"
    REVIEWS = "reviews"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Text:
    """One text field of a record.

    *private*: for the manager alone. In Conversations it is hidden while the screen is shared, in
    Reviews it has no place on what the person reads.
    *searched*: a search looks into it. *kept*: it keeps what it said before.
    """

    name: str
    private: bool = False
    searched: bool = True
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Rows:
    """Those records of a kind that have one of *values* in *field*."""

    field: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that the program knows about a kind of record, apart from its fields.

    `codes` are the fields that hold a `str` and are no text: keys, names of tables, digests.
    The trash names it by the first of `named_by` that says something, or by all of them if
    `by_whole_name`, and by the day in `dated_by`.
    """

    kind: type[Record]
    word: Message
    area: Area
    opens: Place
    texts: tuple[Text, ...] = ()
    codes: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    by_whole_name: bool = False
    dated_by: str = ""
    private_rows: Rows | None = None

    @property
    def kept(self) -> frozenset[str]:
        """The texts that keep what they said before."""
        return frozenset(text.name for text in self.texts if text.kept)

    @property
    def searched(self) -> frozenset[str]:
        """The texts that a search looks into."""
        return frozenset(text.name for text in self.texts if text.searched)

    @property
    def private(self) -> frozenset[str]:
        """The texts that are for the manager alone."""
        return frozenset(text.name for text in self.texts if text.private)

    def hides(self, record: Record) -> bool:
        """Whether the whole *record* is for the manager alone."""
        rows = self.private_rows
        return rows is not None and getattr(record, rows.field) in rows.values

    def name(self, row: Mapping[str, Any]) -> str:
        """What is said of a record with the columns *row*; "" where its texts say nothing."""
        said = [text for name in self.named_by if (text := str(row.get(name) or ""))]
        return " ".join(said).strip() if self.by_whole_name else "".join(said[:1])

    def day(self, row: Mapping[str, Any]) -> date | None:
        """The day of a record with the columns *row*, that of a moment where it was."""
        text = str(row.get(self.dated_by) or "")
        if "T" not in text:
            return date.fromisoformat(text) if text else None
        try:
            return local_of(datetime.fromisoformat(text), row.get("utc_offset")).date()
        except OverflowError:  # on the last day of all clocks
            return date.fromisoformat(text[:10])
