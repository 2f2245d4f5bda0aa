"""The rows of Today: what each is about, and what can be done with it."""

from __future__ import annotations

from enum import Enum, StrEnum, auto

from PySide6.QtCore import Qt

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Person
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.widgets.record_list import Index, RecordListModel

FIRST_HEADING = -1_000_000_000  # ids of what stands for no record


class Do(StrEnum):
    """What an action of a row does."""

    OPEN = "open"
    FINISH = "finish"
    HOLD = "hold"
    MOVE = "move"
    SKIP = "skip"
    MOVE_TO = "move_to"
    PLAN = "plan"
    PLAN_CAREER = "plan_career"
    KEEP = "keep"
    TICK = "tick"
    BACK = "back"
    STILL_AWAY = "still_away"
    REVIEWS = "reviews"
    CLOSE_WEEK = "close_week"
    MORE = "more"


class RowKind(Enum):
    """How a row looks."""

    HEADING = auto()
    NEXT = auto()
    PLAIN = auto()
    SMALL = auto()


@dataclass(frozen=True, slots=True)
class RowAction:
    """One thing that can be done; what is not `shown` at the end of the row is in its menu.

    `aim` is what it is done to: the id of a record or the ordinal of a day, `tab` where to go.
    `beside` says that it belongs to the second reason of the row.
    """

    do: Do
    words: str
    aim: int = 0
    tab: str = ""
    shown: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A row in words; `also` is a second reason, and `person_id` whom it is about."""

    id: int
    title: str
    caption: str = ""
    actions: tuple[RowAction, ...] = ()
    kind: RowKind = RowKind.PLAIN
    lead: str = ""
    lead_note: str = ""
    icon: str = ""
    token: str = "text-muted"
    person: Person | None = None
    person_id: int = 0
    warned: bool = False
    also: str = ""

    @property
    def shown(self) -> tuple[RowAction, ...]:
        """The actions that stand in the row."""
        return tuple(action for action in self.actions if action.shown)


def heading(number: int, title: str, caption: str = "", token: str = "") -> TodayRow:
    """The name of a group, the *number*-th of its list; with a *token* it has a warning's icon."""
    icon = "warning" if token else ""
    return TodayRow(
        FIRST_HEADING - number, title, caption, kind=RowKind.HEADING, icon=icon, token=token
    )


class TodayModel(RecordListModel[TodayRow]):
    """Rows are `TodayRow`s; headings cannot be chosen."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by the keyboard."""
        if index.isValid() and self.record(index).kind is RowKind.HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    @override
    def text(self, row: TodayRow) -> str:
        """The first line."""
        return row.title

    @override
    def tip(self, row: TodayRow) -> str | None:
        """All lines, since each may be cut."""
        if row.kind is RowKind.HEADING:
            return None
        return plain_tip("\n".join(part for part in (row.title, row.caption, row.also) if part))

    @override
    def spoken(self, row: TodayRow) -> str:
        """All words, then what can be done."""
        actions = (action.words for action in row.shown)
        parts = (row.lead, row.lead_note, row.title, row.caption, row.also, *actions)
        return ", ".join(part for part in parts if part)
