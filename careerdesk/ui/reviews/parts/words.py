"""The Reviews place in words: cycles, columns, deadlines."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.domain.reviews.stages import Column
from careerdesk.i18n import fill, tr, trn
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates

TAB_OF = {
    Column.EVIDENCE: "accomplishments",
    Column.SELF: "self",
    Column.PEERS: "peers",
    Column.WRITING: "narrative",
    Column.SEALED: "narrative",
    Column.CALIBRATED: "calibration",
    Column.SHARED: "share",
}


def cycle_kind_word(kind: CycleKind) -> str:
    """How long a cycle looks back."""
    return {
        CycleKind.ANNUAL: tr("Year"),
        CycleKind.HALF_YEAR: tr("Half-year"),
        CycleKind.QUARTER: tr("Quarter"),
        CycleKind.OWN: tr("Custom"),
    }[kind]


def proposed_name(kind: CycleKind, starts_on: date, ends_on: date) -> str:
    """What a new cycle may be called: *2026 annual review*, *Q4 2026 review*."""
    part = (starts_on.month - 1) // (3 if kind is CycleKind.QUARTER else 6) + 1
    words = {
        CycleKind.ANNUAL: tr("{year} annual review"),
        CycleKind.HALF_YEAR: tr("H{part} {year} review"),
        CycleKind.QUARTER: tr("Q{part} {year} review"),
        CycleKind.OWN: tr("{year} review"),
    }[kind]
    return fill(words, year=str(ends_on.year), part=str(part))


def period_words(starts_on: date, ends_on: date) -> str:
    """`1 January to 31 December 2026`."""
    same = starts_on.year == ends_on.year
    first = Dates.day_month(starts_on) if same else Dates.long_day(starts_on)
    return tr("{start} to {end}", start=first, end=Dates.long_day(ends_on))


def scale_words(count: int) -> str:
    """`Four-level scale`."""
    return {
        3: tr("Three-level scale"),
        4: tr("Four-level scale"),
        5: tr("Five-level scale"),
        6: tr("Six-level scale"),
        7: tr("Seven-level scale"),
    }.get(count, tr("{n}-level scale", n=count))


def people_words(count: int) -> str:
    """`1 person`, `7 people`."""
    return trn("1 person", "{n} people", count)


def cycle_facts(view: CycleView, people: int) -> str:
    """What stands below the name of a cycle."""
    cycle = view.cycle
    parts = [
        period_words(cycle.starts_on, cycle.ends_on),
        scale_words(len(view.steps)),
        people_words(people),
    ]
    if cycle.closed_on is not None:
        parts.append(tr("closed {day}", day=Dates.long_day(cycle.closed_on)))
    return MIDDLE_DOT.join(parts)


def calibrates_words() -> str:
    """What comes with *My company calibrates*."""
    return tr(
        "Adds calibration rounds, the rating distribution, upward feedback, pay and "
        "promotion, and the approval packet. Without this option, a review has only "
        "evidence, a narrative and a share sheet."
    )  # fmt: skip


def cycle_option(cycle: ReviewCycle) -> str:
    """A cycle in the choice of cycles."""
    if cycle.closed_on is None:
        return cycle.name
    return tr("{name} (closed)", name=cycle.name)


def column_word(column: Column) -> str:
    """What a column of the board is about; its heading is `heading_word`."""
    return {
        Column.EVIDENCE: tr("Evidence"),
        Column.SELF: tr("Self-review"),
        Column.PEERS: tr("Peer feedback"),
        Column.WRITING: tr("Writing"),
        Column.SEALED: tr("Sealed"),
        Column.CALIBRATED: tr("Calibrated"),
        Column.SHARED: tr("Shared"),
    }[column]


def heading_word(column: Column, cycle: ReviewCycle) -> str:
    """The heading of a column: in a light cycle the narrative is written and sealed in one."""
    if column is Column.WRITING and not cycle.calibrates:
        return tr("Narrative")
    return column_word(column)


def rating_words(*, sealed: bool, light: bool) -> str:
    """What is above the scale: where nothing is calibrated, nothing is proposed either."""
    if light:
        return tr("Rating, sealed") if sealed else tr("Rating")
    return tr("Proposed rating, sealed") if sealed else tr("Proposed rating")


def level_word(column: Column) -> str:
    """What is done in a column, within a sentence."""
    return {
        Column.EVIDENCE: tr("evidence"),
        Column.SELF: tr("self-review"),
        Column.PEERS: tr("peer feedback"),
        Column.WRITING: tr("writing"),
        Column.SEALED: tr("sealing"),
        Column.CALIBRATED: tr("calibration"),
        Column.SHARED: tr("sharing"),
    }[column]
