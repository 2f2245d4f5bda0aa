"""A key result at rest: its name, how it stands, a bar, and a line of how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.progress import is_below_start, keeps, share_reached
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.goal_words import result_parts, result_text, standing_words
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.texts import Dates, number, percent
from careerdesk.ui.theme.paint import paint_lines, paint_progress, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import mirror
from careerdesk.ui.widgets.sparkline import Line, paint_sparkline

LINE = (92, 16)
BAR = 6
GAP = 12
PENCIL = MARK = 14
AIR = 3
MOST_LINES = 40
BESIDE = 2  # lines of a name that the numbers stand beside; below a longer one
FROM_THE_RIGHT = 0.55  # of the width: more than that the numbers do not take beside a name
MOVES = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1_000, Qt.Key.Key_End: 1_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Places:
    """Where its parts stand, for reading from the left."""

    lines: tuple[str, ...]
    name: QRectF
    stand: QRectF
    bar: QRectF
    line: QRectF
    note: QRectF
    pencil: QRectF
    height: int


class ResultButton(QPushButton):
    """A press or Enter opens it, Delete asks to take it away, Alt with arrows to move it.

    `move_wanted` carries how many places, `remove_wanted` nothing.
    """

    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date], *, name: str = "") -> None:
        """Show nothing yet; *today* gives the day that dates are seen from."""
        super().__init__()
        self._theme, self._today = theme, today
        self._result: KeyResult | None = None
        self._values: tuple[float, ...] = ()
        self._note = ""
        self.setObjectName(name)
        self.setProperty("kind", "bare")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_result(self, result: KeyResult, values: Sequence[float]) -> None:
        """Show how a key result stands, and its last values."""
        self._result, self._values = result, tuple(values)
        due = ""
        if result.due_on is not None:
            due = tr("due {day}", day=Dates.short_day_within(result.due_on, self._today()))
        below = "" if keeps(result.direction) else standing_words(result)
        self._note = " \u00b7 ".join(filter(None, (below, due)))
        self.setAccessibleName(_spoken(result, self._values, due))
        self.setToolTip(tr("Press Enter to edit, Alt+↑ or Alt+↓ to move"))
        self.updateGeometry()
        self.update()

    def note(self) -> str:
        """What is said below its numbers."""
        return self._note

    @override
    def sizeHint(self) -> QSize:
        """As high as it is in its width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel gets; the name goes on below."""
        return QSize(80, 30)

    @override
    def hasHeightForWidth(self) -> bool:
        """A long name takes more lines where it is narrow."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """All of its name, and the rest."""
        return self._places(width).height

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete and Alt with arrows ask."""
        key = Qt.Key(event.key())
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~keypad == Qt.KeyboardModifier.AltModifier and key in MOVES:
            self.move_wanted.emit(MOVES[key])
        elif is_alone(event) and key in ENTER and not event.isAutoRepeat():
            self.click()
        elif is_alone(event) and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and numbers, bar and line; a pencil where one comes near."""
        if self._result is None:
            return
        painter, places = QPainter(self), self._places(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = QRectF(self.rect())
        at = {name: mirror(getattr(places, name), row) if mirrored else getattr(places, name)
              for name in ("name", "stand", "bar", "line", "note", "pencil")}  # fmt: skip
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        look = self._theme.look
        paint_lines(painter, look, at["name"], places.lines, "body", "text", start)
        self._paint_stand(painter, at["stand"], end)
        self._paint_way(painter, at["bar"], start, mirrored=mirrored)
        if len(self._values) > 1:
            span = _span(self._result, self._values)
            paint_sparkline(painter, look, at["line"], [Line(self._values, "growth")], span)
        if self._note:
            token = "warning" if is_below_start(self._result) else "text-muted"
            paint_text(painter, look, at["note"], self._note, "caption", token, start)
        if self.underMouse() or self.hasFocus():
            look.paint_icon(painter, "edit", at["pencil"], PENCIL)
        painter.end()

    def _paint_stand(self, painter: QPainter, rect: QRectF, end: Qt.AlignmentFlag) -> None:
        """*71 → **88** of 95 %*, at the end of the first line, always read from the left."""
        look, result = self._theme.look, self._result
        if result is None:
            return
        parts = result_parts(result)
        roles = ("caption", "label", "caption")
        widths = [look.advance(role, part) for role, part in zip(roles, parts, strict=True)]
        left = rect.right() - sum(widths) if end == Qt.AlignmentFlag.AlignRight else rect.left()
        for part, role, wide in zip(parts, roles, widths, strict=True):
            token = "text" if role == "label" else "text-muted"
            place = QRectF(left, rect.top(), wide + 1, rect.height())
            paint_text(painter, look, place, part, role, token)
            left += wide

    def _paint_way(
        self, painter: QPainter, rect: QRectF, start: Qt.AlignmentFlag, *, mirrored: bool
    ) -> None:
        """The bar; of what should stay where it is, whether it did."""
        look, result = self._theme.look, self._result
        if result is None or result.measure is Measure.MILESTONE:
            return
        if not keeps(result.direction):
            bar = QRectF(rect.left(), rect.center().y() - BAR / 2, rect.width(), BAR)
            part = share_reached(result)
            paint_progress(painter, look, bar, part, right_to_left=mirrored)
            return
        icon, token = _kept_mark(result)
        at = QRectF(rect.left(), rect.top(), MARK, rect.height())
        words = rect.adjusted(MARK + 5, 0, 0, 0)
        if mirrored:
            at.moveRight(rect.right())
            words.moveLeft(rect.left())
        look.paint_icon(painter, icon, at, MARK, token)
        paint_text(painter, look, words, standing_words(result), "caption", token, start)

    def _line_height(self) -> int:
        return self._theme.look.row("body", 0, 19)

    def _places(self, width: int) -> _Places:
        """Where everything stands in a width."""
        look, result = self._theme.look, self._result
        if result is None:
            none = QRectF()
            return _Places((), none, none, none, none, none, none, 30)
        parts = zip(("caption", "label", "caption"), result_parts(result), strict=True)
        stand = min(sum(look.advance(*part) for part in parts) + 1, width)
        full = max(40, width - PENCIL - 5)
        room = full - stand - GAP
        name, beside = one_line(result.name), stand <= width * FROM_THE_RIGHT
        lines = look.wrapped("body", name, room, MOST_LINES)[0] if beside else ()
        if not 0 < len(lines) <= BESIDE:
            room, beside = full, False
            lines, _ = look.wrapped("body", name, room, MOST_LINES)
        high = self._line_height()
        words = QRectF(0, AIR, room, high * len(lines))
        last = look.advance("body", lines[-1])
        pencil = QRectF(last + 5, words.bottom() - high, PENCIL, high)
        top = words.top() if beside else words.bottom()
        numbers = QRectF(width - stand, top, stand, high)
        below = max(words.bottom(), numbers.bottom())
        bar, line, below = self._way_places(result, width, below)
        note = QRectF(0, below, width, look.metrics("caption").height() if self._note else 0)
        height = round(note.bottom() + AIR)
        return _Places(lines, words, numbers, bar, line, note, pencil, height)

    def _way_places(
        self, result: KeyResult, width: int, top: float
    ) -> tuple[QRectF, QRectF, float]:
        """The bar and the line below the name, and where they end."""
        drawn = len(self._values) > 1
        if result.measure is Measure.MILESTONE and not drawn:
            return QRectF(), QRectF(), top
        look = self._theme.look
        wide, high = look.measure(LINE[0]), max(LINE[1], look.metrics("caption").height())
        end = width - wide - GAP if drawn else width
        return QRectF(0, top, end, high), QRectF(width - wide, top, wide, high), top + high


def _kept_mark(result: KeyResult) -> tuple[str, str]:
    if result.current is None:
        return "state-not-started", "text-muted"
    return ("check", "success") if share_reached(result) >= 1 else ("warning", "warning")


def _span(result: KeyResult, values: Sequence[float]) -> tuple[float, float] | None:
    """From the least to the most that the line reaches, with what it should reach."""
    every = (*values, result.target)
    return (min(every), max(every)) if values else None


def _spoken(result: KeyResult, values: Sequence[float], due: str) -> str:
    """All of it in a sentence."""
    far = "" if keeps(result.direction) else percent(share_reached(result))
    went = ""
    if len(values) > 1:
        went = trn(
            "1 value, first {first}, latest {last}",
            "{n} values, first {first}, latest {last}",
            len(values),
            first=number(values[0]),
            last=number(values[-1]),
        )
    parts = (one_line(result.name), result_text(result), far, due, went)
    return ", ".join(part for part in parts if part)
