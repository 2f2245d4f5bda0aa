"""Reviews on the command line: the board in words, and the two documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from careerdesk.arguments import Options
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.i18n import N_, tr, translated, trn

if TYPE_CHECKING:
    from careerdesk.domain.records import Person
    from careerdesk.domain.reviews.records import ReviewCycle
    from careerdesk.domain.reviews.sheet import ShareSheet
    from careerdesk.domain.reviews.stages import Cell
    from careerdesk.services.reviews.reviews import BoardRow, ReviewView
    from careerdesk.services.store import Store

MEETING = "meeting"
NEXT = {
    "evidence": N_("evidence"),
    "self": N_("self-review"),
    "peers": N_("peer feedback"),
    "writing": N_("narrative"),
    "sealed": N_("seal"),
    "calibrated": N_("calibration"),
    "shared": N_("sharing"),
}


STAGES = {
    "left_out": N_("left out"),
    "collecting": N_("collecting"),
    "sealed": N_("sealed"),
    "calibrated": N_("calibrated"),
    "shared": N_("shared"),
}


def board(cycle: ReviewCycle, rows: Sequence[BoardRow]) -> dict[str, object]:
    """A cycle and where each review in it stands; no rating is in it."""
    return {"cycle": asdict(cycle), "reviews": [_facts(row) for row in rows]}


def _facts(row: BoardRow) -> dict[str, object]:
    return {
        "person_id": row.person.id,
        "name": row.person.name,
        "stage": row.facts.stage.value,
        "left_out": row.facts.review.left_out,
        "cells": {cell.column.value: asdict(cell) for cell in row.cells},
    }


def board_lines(cycle: ReviewCycle, rows: Sequence[BoardRow]) -> Iterator[str]:
    """The same in words, a line for each person."""
    yield tr(
        "{cycle}, {start} to {end}", cycle=cycle.name, start=cycle.starts_on, end=cycle.ends_on
    )
    yield from (_line(cycle, row) for row in rows)


def _line(cycle: ReviewCycle, row: BoardRow) -> str:
    """A person, the stage, and what is next: by when, how late, how much of it is there."""
    from careerdesk.domain.reviews.stages import Stage, next_column

    stage = translated(STAGES[row.facts.stage.value])
    head = f"{row.person.name}  ({stage})"
    if row.facts.stage is Stage.LEFT_OUT:
        return f"{head}  {row.facts.review.left_out}"
    after = next_column(row.facts, cycle)
    cell = next((cell for cell in row.cells if cell.column is after), None)
    if cell is None:
        return head
    parts = ", ".join((translated(NEXT[cell.column.value]), *_standing(cell)))
    return tr("{head}  next: {parts}", head=head, parts=parts)


def _standing(cell: Cell) -> Iterator[str]:
    """How much of it is there, and how late it is or by when it is due."""
    if cell.count:
        yield tr("{n} of {count}", n=cell.count[0], count=cell.count[1])
    if cell.words:
        yield trn("1 word", "{n} words", cell.words)
    if cell.late_days:
        yield trn("1 day late", "{n} days late", cell.late_days)
    elif cell.due:
        yield tr("due {day}", day=cell.due)


def review(store: Store, person: Person, options: Options) -> bytes:
    """The share sheet, or the packet where it is asked for: only that one is confidential."""
    from careerdesk.documents.export import packet_as, sheet_as
    from careerdesk.domain.clock import SystemClock
    from careerdesk.services.reviews.finding import find_review
    from careerdesk.services.reviews.sheet import packet

    one = find_review(store, person, options.cycle)
    if one.left_out:
        raise InvalidInput(
            N_("{name} has been left out of this cycle. Add them back first."), name=person.name
        )
    today, names = SystemClock().today(), options.include_private
    if options.reader == MEETING:
        if options.draft or options.shared_on:
            raise InvalidInput(
                N_(
                    "--draft and --shared-on work only with the share sheet. Leave them out "
                    "for the packet."
                )
            )
        found = packet(store, one.id, include_names=names)
        return packet_as(found, options.format, today, paper=options.paper)
    if names:
        raise InvalidInput(
            N_(
                "A share sheet goes to the person being reviewed and never names anyone who gave "
                "feedback. Leave out --include-private."
            )
        )
    sheet = _sheet(store, one.id, options)
    return sheet_as(sheet, options.format, today, paper=options.paper)


def _sheet(store: Store, review_id: int, options: Options) -> ShareSheet:
    """What was read, of the day that is asked for or the last; as a draft what would be read."""
    from careerdesk.services.reviews import reviews
    from careerdesk.services.reviews.sheet import share_sheet

    view = reviews.get(store, review_id)
    on = view.review.shared_on
    if options.shared_on is None and on is None:
        return _unshared(store, view, options)
    if options.shared_on is None and options.draft:
        raise InvalidInput(N_("This review has already been shared. Leave out --draft."))
    sheet = share_sheet(store, review_id) if options.shared_on is None else _of_day(view, options)
    if not sheet.is_as_read:
        words = tr(
            (
                "This sheet was shared on {day}, before CareerDesk started keeping copies "
                "of shared sheets. You are seeing the current version."
            ),
            day=on,
        )
        _tell(words)
    if view.is_sheet_broken:
        words = tr(
            "The shared copy of this review was changed outside CareerDesk. For details, run: "
            "careerdesk check"
        )
        _tell(words)
    return sheet


def _unshared(store: Store, view: ReviewView, options: Options) -> ShareSheet:
    from careerdesk.services.reviews.sheet import sheet_now

    if not options.draft:
        raise InvalidInput(
            N_(
                "{name}'s review in {cycle} has not been shared. Share it first, or "
                "add --draft to export the current text."
            ),
            name=view.person.name,
            cycle=view.cycle.cycle.name,
        )
    sheet = sheet_now(store, view)
    name = view.person.name
    if sheet.rating:
        _tell(tr("This draft includes a rating that has not been shared with {name}.", name=name))
    else:
        _tell(tr("This draft includes text that has not been shared with {name}.", name=name))
    return sheet


def _of_day(view: ReviewView, options: Options) -> ShareSheet:
    """What was read of what was shared on a day; the last of that day where there are more."""
    from careerdesk.services.reviews.sheet import shared_before, sheet_read

    if options.draft:
        raise InvalidInput(N_("--draft and --shared-on can't be combined. Leave one out."))
    kept = shared_before(view)
    found = [one for one in kept if one.shared_on == options.shared_on]
    if not found:
        days = ", ".join(dict.fromkeys(one.shared_on.isoformat() for one in kept))
        raise NotFound(
            N_("No sheet was shared on {day}. Available dates: {days}."),
            day=options.shared_on.isoformat(),
            days=days or tr("none"),
        )
    if found[-1].withdrawn:
        _tell(tr("The sheet shared on {day} has since been withdrawn.", day=options.shared_on))
    return sheet_read(view, found[-1].id)


def _tell(sentence: str) -> None:
    print(f"careerdesk: {sentence}", file=sys.stderr)
