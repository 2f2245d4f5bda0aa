"""What is missing in a cycle is counted as the board shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from careerdesk.domain.reviews.records import CycleKind, Voice
from careerdesk.domain.reviews.stages import FULL, Column
from careerdesk.services import people
from careerdesk.services.reviews import cycles, deadlines, reviews, steps
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY
from tests.stores import blank_store


def missing(store: Store, cycle_id: int) -> dict[Column, int]:
    found = deadlines.ahead(store)
    return {one.column: one.missing for one in found if one.cycle.id == cycle_id}


def on_the_board(store: Store, cycle_id: int) -> dict[Column, int]:
    """The same from the cells of anyone who takes part and is not through."""
    rows = [row for row in reviews.board(store, cycle_id, TODAY)
            if row.cells and row.facts.review.shared_on is None]  # fmt: skip
    counts = {
        column: sum(row.cells[place].on is None for row in rows)
        for place, column in enumerate(FULL)
    }
    return {column: count for column, count in counts.items() if count}


def test_the_count_is_that_of_the_board(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    assert deadlines.ahead(store) == []
    people.add_many(store, [f"Person {number}" for number in range(7)])
    cycle = cycles.add(
        store, "Year", CycleKind.ANNUAL, date(2026, 1, 1), date(2026, 12, 31), calibrates=True
    )
    ids = [row.id for row in reviews.board(store, cycle.id, TODAY)]
    step = cycles.get(store, cycle.id).steps[0].id
    assert missing(store, cycle.id) == dict.fromkeys(FULL, 7)
    reviews.write(store, ids[0], self_received_on=TODAY)
    asked = reviews.ask_peers(store, ids[1], ["Bo", "Cy"], TODAY)
    reviews.write_peer(store, asked[0].id, TODAY, text="Good")
    only = reviews.ask_peers(store, ids[2], ["Bo"], TODAY)
    reviews.write_peer(store, only[0].id, TODAY, text="Good")
    reviews.ask_peers(store, ids[3], ["Ana"], TODAY, voice=Voice.UPWARD)
    for key in ids[3:6]:
        reviews.write(store, key, narrative="Words", proposed_step=step)
        steps.seal(store, key, NOW)
    steps.open_seal(store, ids[3], NOW)
    steps.calibrate(store, ids[4], step, TODAY)
    steps.share(store, ids[5], TODAY)
    person = reviews.board(store, cycle.id, TODAY)[6].person
    cycles.leave_out(store, cycle.id, person.id, "On leave")
    assert missing(store, cycle.id) == on_the_board(store, cycle.id)
    cycles.close(store, cycle.id, TODAY)
    assert missing(store, cycle.id) == {}
    store.close()
