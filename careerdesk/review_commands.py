"""Reviews on the command line: the board in words, and the two documents."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from careerdesk.domain.errors import InvalidInput

if TYPE_CHECKING:
    from careerdesk.domain.records import Person
    from careerdesk.domain.reviews.records import ReviewCycle
    from careerdesk.domain.reviews.stages import Cell
    from careerdesk.services.reviews.reviews import BoardRow
    from careerdesk.services.store import Store

MEETING = "meeting"
NEXT = {
    "evidence": "evidence",
    "self": "self review",
    "peers": "peer feedback",
    "writing": "narrative",
    "sealed": "seal",
    "calibrated": "calibration",
    "shared": "sharing",
}


def board(cycle: ReviewCycle, rows: Sequence[BoardRow]) -> dict[str, object]:
    """A cycle and where each review in it stands; no rating is in it."""
    return {"cycle": asdict(cycle), "reviews": [_facts(row) for row in rows]}


def _facts(row: BoardRow) -> dict[str, object]:
    return {
        "person_id": row.person.id,
        "name": row.person.name,
        "stage": row.facts.stage.value,
        "cells": {cell.column.value: asdict(cell) for cell in row.cells},
    }


def board_lines(cycle: ReviewCycle, rows: Sequence[BoardRow]) -> Iterator[str]:
    """The same in words, a line for each person."""
    yield f"{cycle.name}, {cycle.starts_on} to {cycle.ends_on}"
    yield from (_line(cycle, row) for row in rows)


def _line(cycle: ReviewCycle, row: BoardRow) -> str:
    """A person, the stage, and what is next: by when, how late, how much of it is there."""
    from careerdesk.domain.reviews.stages import Stage, next_column

    stage = row.facts.stage.value.replace("_", " ")
    head = f"{row.person.name}  ({stage})"
    if row.facts.stage is Stage.LEFT_OUT:
        return f"{head}  {row.facts.review.left_out}"
    after = next_column(row.facts, cycle)
    cell = next((cell for cell in row.cells if cell.column is after), None)
    if cell is None:
        return head
    return f"{head}  next: {', '.join((NEXT[cell.column.value], *_standing(cell)))}"


def _standing(cell: Cell) -> Iterator[str]:
    """How much of it is there, and how late it is or by when it is due."""
    if cell.count:
        yield f"{cell.count[0]} of {cell.count[1]}"
    if cell.words:
        yield f"{cell.words} words"
    if cell.late_days:
        yield f"{cell.late_days} days late"
    elif cell.due:
        yield f"due {cell.due}"


def review(store: Store, person: Person, options: argparse.Namespace) -> bytes:
    """The share sheet, or the packet where it is asked for: only that one is confidential."""
    from careerdesk.documents.export import packet_as, sheet_as
    from careerdesk.domain.clock import SystemClock
    from careerdesk.services.reviews.finding import find_review
    from careerdesk.services.reviews.sheet import packet, share_sheet

    one = find_review(store, person, options.cycle)
    if one.left_out:
        raise InvalidInput(
            "{name} is left out of this cycle. Let them take part first.", name=person.name
        )
    today, names = SystemClock().today(), options.include_private
    if options.reader == MEETING:
        found = packet(store, one.id, include_names=names)
        return packet_as(found, options.format, today, paper=options.paper)
    if names:
        raise InvalidInput(
            "A share sheet is written for its person and names nobody who gave feedback. "
            "Leave --include-private out."
        )
    return sheet_as(share_sheet(store, one.id), options.format, today, paper=options.paper)
