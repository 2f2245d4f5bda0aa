"""What a cell of the board says, to the eye and to a screen reader."""

from __future__ import annotations

from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.stages import URGENT_DAYS, Cell, Column, Mark, Stage
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.parts.words import heading_word

DASH = "–"


@dataclass(frozen=True, slots=True)
class CellWords:
    """A cell: kind is done, chip, late, sealed or none; `words` is in the chip or after the tick.

    `spoken` says the same in a few words, with nothing left to the eye.
    """

    kind: str
    words: str
    spoken: str
    caption: str = ""


def cell_words(row: BoardRow, cell: Cell, cycle: CycleView, today: date) -> CellWords:
    """What the cell of one person in one column says."""
    if cell.column is Column.EVIDENCE:
        return _cited(cell.cited)
    if cell.mark is Mark.NOT_YET:
        return CellWords("none", DASH, tr("not yet"))
    if cell.mark is Mark.DONE:
        return _done(row, cell, cell.on, cycle, today) if cell.on else _undated()
    if cell.mark is Mark.LATE:
        return _late(cell)
    return _now(cell, today)


def _cited(count: int) -> CellWords:
    if not count:
        return CellWords("none", DASH, tr("no evidence cited"))
    words = trn("1 cited", "{n} cited", count)
    return CellWords("none", words, words)


def _done(row: BoardRow, cell: Cell, on: date, cycle: CycleView, today: date) -> CellWords:
    day = _day(on, today)
    light = not cycle.cycle.calibrates
    if cell.column is (Column.WRITING if light else Column.SEALED):
        caption = tr("changed since") if row.facts.changed else ""
        spoken = tr("sealed {day}", day=Dates.long_day(on))
        return CellWords("sealed", day, _joined(spoken, caption), caption)
    if cell.changed:
        was = tr("was {step}", step=cycle.label(row.facts.review.proposed_step))
        spoken = tr("changed {day}", day=Dates.long_day(on))
        return CellWords("chip", tr("Changed"), _joined(spoken, was), was)
    return CellWords("done", day, tr("done {day}", day=Dates.long_day(on)))


def _undated() -> CellWords:
    """Sealed, but the day was changed from outside; the review says what to do."""
    return CellWords("done", tr("Sealed"), tr("sealed, date unknown"))


def _late(cell: Cell) -> CellWords:
    days = tr("{days} late", days=Dates.days(cell.late_days))
    if cell.column is Column.PEERS and cell.count is not None and cell.count[1]:
        words = _of(cell.count)
        return CellWords("late", words, _joined(words, days), days)
    if cell.words:
        words = _words(cell.words)
        return CellWords("late", tr("Late"), _joined(days, words), words)
    return CellWords("late", tr("Late"), days, Dates.days(cell.late_days))


def _now(cell: Cell, today: date) -> CellWords:
    due = tr("due {day}", day=_day(cell.due, today)) if cell.due else ""
    if cell.column is Column.WRITING:
        words = _words(cell.words)
        return CellWords("chip", tr("Writing"), _joined(tr("writing"), words), words)
    if cell.column is Column.SELF:
        return CellWords("chip", tr("Waiting"), _joined(tr("waiting"), due), due)
    return _peers(cell, due, today)


def _peers(cell: Cell, due: str, today: date) -> CellWords:
    if cell.count is None or not cell.count[1]:
        return CellWords("chip", tr("Ask"), _joined(tr("no one asked yet"), due), due)
    urgent = cell.due is not None and (cell.due - today).days <= URGENT_DAYS
    return _awaited(cell.count, due, urgent=urgent)


def _awaited(count: tuple[int, int], due: str, *, urgent: bool) -> CellWords:
    """How many of the peers who were asked have said something."""
    received, asked = count
    words = _of(count)
    if urgent and received:
        again = tr("{n} to remind", n=asked - received)
        return CellWords("chip", words, _joined(words, again, due), again)
    return CellWords("late" if urgent else "chip", words, _joined(words, due), due)


def row_sentence(row: BoardRow, cycle: CycleView, today: date) -> str:
    """A whole row as one sentence for a screen reader."""
    if row.facts.stage is Stage.LEFT_OUT:
        return _joined(row.person.name, left_out_words(row))
    parts = [
        f"{heading_word(cell.column, cycle.cycle)}: {cell_words(row, cell, cycle, today).spoken}"
        for cell in row.cells
    ]
    return "; ".join((row.person.name, *parts))


def left_out_words(row: BoardRow) -> str:
    """Why somebody takes no part."""
    return tr("Left out: {reason}", reason=row.facts.review.left_out)


def _of(count: tuple[int, int]) -> str:
    return tr("{n} of {count}", n=count[0], count=count[1])


def _words(count: int) -> str:
    return trn("1 word", "{n} words", count)


def _day(day: date, today: date) -> str:
    """A day as a day of the month: *Mon* would be read as the last one."""
    return Dates.short_date(day, today)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
