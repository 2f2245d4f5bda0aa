"""Paints a goal in a career conversation: a sentence, and below it what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.domain.career_talk import Verdict
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import one_line
from careerdesk.ui.base.texts import tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_lines, paint_plate, paint_text
from careerdesk.ui.widgets.cards import Index, start_side
from careerdesk.ui.widgets.edited_row import EditedRowDelegate
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.tick_row import line_height

TITLE_EDIT = "careerGoalEdit"
PADDING, SIDE, GAP, AIR = 6, 4, 6, 8
MOST_LINES = 6
LONGEST_TITLE = 200


def verdict_word(verdict: Verdict) -> str:
    """What is said of a goal."""
    return {
        Verdict.RIGHT: tr("Still right"),
        Verdict.CHANGE: tr("Change"),
        Verdict.DROP: tr("Drop"),
    }[verdict]


def said_word(verdict: Verdict | None) -> str:
    """What was said of a goal, for a screen reader."""
    return {
        Verdict.RIGHT: tr("still right"),
        Verdict.CHANGE: tr("changed"),
        Verdict.DROP: tr("dropped"),
        None: "",
    }[verdict]


@dataclass(frozen=True, slots=True)
class CareerGoal:
    """A goal as a sentence, and what was said of it in this conversation."""

    item: PlanItem
    verdict: Verdict | None = None

    @property
    def id(self) -> int:
        """The id of the goal."""
        return self.item.id

    @property
    def title(self) -> str:
        """The sentence."""
        return one_line(self.item.title)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sentence stands, line by line, and below it the three choices."""

    text: QRect
    lines: tuple[str, ...]
    choices: dict[Verdict, QRect]
    height: int


def lay_out(title: str, rect: QRect, look: Look, direction: Qt.LayoutDirection) -> Places:
    """Place a goal from the top of *rect*, in its width."""
    width = max(60, rect.width() - 2 * SIDE)
    lines, _ = look.wrapped("body", title, width, MOST_LINES)
    line = line_height(look)
    text = QRect(rect.left() + SIDE, rect.top() + PADDING, width, line * len(lines))
    top, high = text.bottom() + 1 + 2, look.row("caption", 3, 22)
    left = rect.left() + SIDE
    choices = {}
    for verdict in Verdict:
        wide = look.advance("caption", verdict_word(verdict)) + 2 * AIR
        choices[verdict] = QStyle.visualRect(direction, rect, QRect(left, top, wide, high))
        left += wide + GAP
    height = top + high + PADDING - rect.top()
    return Places(QStyle.visualRect(direction, rect, text), lines, choices, height)


class CareerGoalDelegate(EditedRowDelegate):
    """Shows `CareerGoal`s, whose sentences can be edited in place."""

    editor_name = TITLE_EDIT
    longest = LONGEST_TITLE

    def places(self, rect: QRect, index: Index, direction: Qt.LayoutDirection) -> Places:
        """Where the parts of a goal stand."""
        row: CareerGoal = index.data(RECORD_ROLE)
        return lay_out(row.title, rect, self.look, direction)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the sentence needs, and one for the choices."""
        row: CareerGoal = index.data(RECORD_ROLE)
        way = Qt.LayoutDirection.LeftToRight
        return lay_out(row.title, QRect(0, 0, width, 0), self.look, way).height

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The sentence, and the choices with the one that was made."""
        row: CareerGoal = index.data(RECORD_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        marked = self.shows_selected(option)
        dropped = row.verdict is Verdict.DROP
        token = "selection-text" if marked else "text-muted" if dropped else "text"
        area, side = QRectF(places.text), start_side(option)
        paint_lines(painter, self.look, area, places.lines, "body", token, side)
        for verdict, place in places.choices.items():
            self._paint_choice(painter, QRectF(place), verdict, chosen=verdict is row.verdict,
                               marked=marked)  # fmt: skip

    def _paint_choice(
        self, painter: QPainter, rect: QRectF, verdict: Verdict, *, chosen: bool, marked: bool
    ) -> None:
        look = self.look
        if chosen:
            edge = look.colour.growth if look.high_contrast else None
            paint_plate(painter, rect, look.colour.growth_soft, edge, radius=rect.height() / 2)
        token = "growth" if chosen else "selection-text" if marked else "text-muted"
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, look, rect, verdict_word(verdict), "caption", token, centre)

    @override
    def words_of(self, index: Index) -> str:
        """The sentence."""
        row: CareerGoal = index.data(RECORD_ROLE)
        return row.title

    @override
    def editor_label(self) -> str:
        """What is typed."""
        return tr("Words of the goal")

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line over the sentence."""
        places = self.places(option.rect, index, option.direction)
        high = self.look.row("body", 5, 28)
        editor.setGeometry(places.text.left() - SIDE, max(0, places.text.top() - 5),
                           places.text.width() + 2 * SIDE, high)  # fmt: skip
