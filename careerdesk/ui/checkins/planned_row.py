"""A check-in that is planned, as a row: when it is, and what can become of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.offers import days_beside, is_free
from careerdesk.domain.records import CheckIn, Person, Repeat
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import has_left, in_leave
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, kind_word
from careerdesk.ui.checkins.timeline_row import KIND_ICONS
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.widgets.cards import (
    Index,
    RowDelegate,
    is_hovered,
    is_mirrored,
    is_selected,
    mirror,
    start_side,
)
from careerdesk.ui.widgets.planning_words import moment_words, weeks_within
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE, RecordListModel

ICON, SIDE, GAP = 18, 8, 18


class Act(Enum):
    """What can become of a planned check-in."""

    HOLD = "hold"
    MOVE = "move"
    SKIP = "skip"
    CANCEL = "cancel"
    DAY_BEFORE = "day before"
    DAY_AFTER = "day after"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """When it is, what is said of that, and what is offered at its end.

    `days` are the working days next to one that is free. `heading` stands over the first row of
    a group.
    """

    id: int
    title: str
    caption: str
    icon: str
    acts: tuple[tuple[Act, str], ...]
    warned: bool = False
    heading: str = ""
    days: tuple[date | None, date | None] = (None, None)


class PlannedModel(RecordListModel[PlannedRow]):
    """Rows are `PlannedRow`s: those that were missed, then those to come."""

    @override
    def text(self, row: PlannedRow) -> str:
        """What and when."""
        return row.title

    @override
    def spoken(self, row: PlannedRow) -> str:
        """The group, all words, and what can be done."""
        acts = tr("actions: {acts}", acts=", ".join(words for _, words in row.acts))
        return ", ".join(part for part in (row.heading, row.title, row.caption, acts) if part)


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows of a person's planned check-ins depend on beside them.

    `week` is that of the person, `clashes` who else is planned for the hour of a check-in.
    """

    person: Person
    today: date
    week: WorkWeek
    repeat: Repeat | None = None
    clashes: Mapping[int, str] = field(default_factory=dict)


def planned_rows(check_ins: Sequence[CheckIn], around: Around) -> list[PlannedRow]:
    """The rows of the planned check-ins of a person; those that were missed come first."""
    rows = [_row(check_in, around) for check_in in check_ins]
    missed = sum(moments.day(check_in) < around.today for check_in in check_ins)
    if not missed:
        return rows
    heads = {0: tr("Missed"), missed: tr("Planned")}
    return [replace(row, heading=heads.get(place, "")) for place, row in enumerate(rows)]


def _row(check_in: CheckIn, around: Around) -> PlannedRow:
    day, today = moments.day(check_in), around.today
    title = tr(
        "{kind}, {moment}", kind=kind_word(check_in.kind), moment=moment_words(check_in.starts_at)
    )
    row = PlannedRow(check_in.id, title, "", KIND_ICONS[check_in.kind], ())
    if day < today:
        acts = [(Act.HOLD, tr("Start now")), (Act.MOVE, tr("Move")), (Act.SKIP, tr("Skip"))]
        if has_left(around.person):
            del acts[:2]
        caption = tr("Not held, {ago}", ago=Dates.ago(day, today))
        return replace(row, caption=caption, icon="warning", acts=tuple(acts), warned=True)
    clash = around.clashes.get(check_in.id, "")
    row = replace(_with_acts(row, check_in, around), warned=bool(clash))
    return _off_work(row, check_in, around) if _is_off(check_in, around) else row


def _with_acts(row: PlannedRow, check_in: CheckIn, around: Around) -> PlannedRow:
    """A row to come: how far it is, how it repeats, who else is planned for then."""
    day, repeat = moments.day(check_in), around.repeat
    words = [_ahead(day, around.today)]
    if repeat is not None and check_in.repeat_id == repeat.id:
        words.append(weeks_within(repeat.weeks))
    if clash := around.clashes.get(check_in.id):
        words.append(clash)
    acts = [(Act.MOVE, tr("Move")), (Act.SKIP, tr("Skip")), (Act.CANCEL, tr("Cancel"))]
    if has_left(around.person):
        del acts[0]
    elif day == around.today:
        acts.insert(0, (Act.HOLD, tr("Start")))
    return replace(row, caption=MIDDLE_DOT.join(words), acts=tuple(acts))


def _is_off(check_in: CheckIn, around: Around) -> bool:
    """Whether a repeat has put a check-in on a free day; one that was moved there is meant."""
    day = moments.day(check_in)
    return check_in.made_for == day and is_free(around.person, day, around.week)


def _off_work(row: PlannedRow, check_in: CheckIn, around: Around) -> PlannedRow:
    """Nothing moves by itself: the row offers the working days before and after."""
    day, person, today = moments.day(check_in), around.person, around.today
    before, after = days_beside(person, day, around.week)
    before = before if before is not None and before >= today else None
    offers = ((Act.DAY_BEFORE, before), (Act.DAY_AFTER, after))
    acts = tuple(
        (act, tr("Move to {day}", day=Dates.week_day(beside))) for act, beside in offers if beside
    )
    why = tr("while on leave") if in_leave(person, day) else tr("not a working day")
    return replace(
        row,
        caption=f"{row.caption}{MIDDLE_DOT}{why}",
        acts=(*acts, (Act.SKIP, tr("Skip"))),
        warned=True,
        days=(before, after),
    )


def _ahead(day: date, today: date) -> str:
    days = (day - today).days
    near = {0: tr("today"), 1: tr("tomorrow")}
    return near.get(days) or tr("in {days}", days=Dates.days(days))


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand; an empty heading is not there."""

    heading: QRectF
    row: QRectF
    icon: QRectF
    title: QRectF
    caption: QRectF
    acts: tuple[QRectF, ...]

    def mirrored(self, rect: QRectF) -> Places:
        """The same for reading from the right."""
        return Places(
            mirror(self.heading, rect),
            mirror(self.row, rect),
            mirror(self.icon, rect),
            mirror(self.title, rect),
            mirror(self.caption, rect),
            tuple(mirror(part, rect) for part in self.acts),
        )


def _heading_height(row: PlannedRow, look: Look) -> int:
    return look.row("label", 6, 24) if row.heading else 0


def _acts_width(row: PlannedRow, look: Look) -> float:
    wide = sum(look.advance("strong", words) + 2.0 for _, words in row.acts)
    return wide + GAP * max(0, len(row.acts) - 1)


def _stands_below(row: PlannedRow, width: float, look: Look) -> bool:
    """Whether what can be done stands on a line of its own."""
    words = max(look.advance("body", row.title), look.advance("caption", row.caption)) + 2
    return _acts_width(row, look) + words + ICON + 12 + 2 * SIDE + GAP > width


def row_height(row: PlannedRow, width: int, look: Look) -> int:
    """Two lines, a third where it is narrow, and the heading."""
    line, low = look.metrics("body").height() + 2, look.metrics("caption").height() + 2
    third = line + 4 if _stands_below(row, width, look) else 0
    return max(look.measure(46), line + low + 10) + third + _heading_height(row, look)


def lay_out(row: PlannedRow, rect: QRectF, look: Look) -> Places:
    """Place the parts of a row in its rectangle, for reading from the left."""
    head = QRectF(rect.left(), rect.top(), rect.width(), _heading_height(row, look))
    body = rect.adjusted(0, head.height(), 0, 0)
    line, low = look.metrics("body").height() + 2, look.metrics("caption").height() + 2
    below = _stands_below(row, rect.width(), look)
    high = line + low + (line + 4 if below else 0)
    top = body.center().y() - high / 2
    icon = QRectF(body.left() + SIDE, top + (line + low - ICON) / 2, ICON, ICON)
    left = icon.right() + 12
    wide = _acts_width(row, look)
    end = body.right() - SIDE
    words = end - left - (0 if below else wide + GAP)
    acts_top = top + line + low + 4 if below else body.top()
    acts_high = float(line) if below else body.height()
    x = left if below else end - wide
    acts = []
    for _, text in row.acts:
        acts.append(QRectF(x, acts_top, look.advance("strong", text) + 2.0, acts_high))
        x = acts[-1].right() + GAP
    title = QRectF(left, top, words, line)
    return Places(head, body, icon, title, QRectF(left, top + line, words, low), tuple(acts))


class PlannedRowDelegate(RowDelegate):
    """Shows `PlannedRow`s; `acted` carries the id of a row and what was clicked at its end."""

    acted = Signal(int, object)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as it takes in that width."""
        return row_height(index.data(RECORD_ROLE), width, self.look)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Leave the heading out of the row's ground."""
        head = _heading_height(index.data(RECORD_ROLE), self.look)
        super().paint_ground(painter, rect.adjusted(0, head, 0, 0), option, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Icon, when it is, what is said of that, and what can be done."""
        row: PlannedRow = index.data(RECORD_ROLE)
        look, side, selected = self.look, start_side(option), is_selected(option)
        places = self._places(row, rect, option)
        quiet = "warning" if row.warned else "text-muted"
        ink, quiet = ("selection-text", "selection-text") if selected else ("text", quiet)
        if row.heading:
            heading = places.heading.adjusted(SIDE, 0, -SIDE, 0)
            paint_text(painter, look, heading, row.heading, "label", "text-muted", side)
        look.paint_icon(painter, row.icon, places.icon, ICON, quiet)
        paint_text(painter, look, places.title, row.title, "body", ink, side)
        paint_text(painter, look, places.caption, row.caption, "caption", quiet, side)
        link = "growth" if is_hovered(option) or row.warned else "text-muted"
        for (_, words), place in zip(row.acts, places.acts, strict=True):
            token = "selection-text" if selected else link
            paint_text(painter, look, place, words, "strong", token, side)

    def act_at(self, at: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> Act | None:
        """What stands below the pointer."""
        row: PlannedRow = index.data(RECORD_ROLE)
        places = self._places(row, QRectF(option.rect), option)
        for (act, _), place in zip(row.acts, places.acts, strict=True):
            if place.adjusted(-GAP / 2, 0, GAP / 2, 0).contains(at.position()):
                return act
        return None

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the words at the end does what they say."""
        act = self.act_at(event, option, index)
        if act is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self.acted.emit(index.data(ID_ROLE), act)
        return True

    def _places(self, row: PlannedRow, rect: QRectF, option: QStyleOptionViewItem) -> Places:
        places = lay_out(row, rect, self.look)
        return places.mirrored(rect) if is_mirrored(option) else places
