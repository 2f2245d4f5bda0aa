"""A person's review from the first word to the answer, on the level of services."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import CycleKind, Source
from careerdesk.domain.reviews.stages import Mark, Stage
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    evidence,
    reviews,
    steps,
)
from tests.builders import NOW, TODAY, a_person
from tests.stores import blank_store

YEAR = (date(TODAY.year, 1, 1), date(TODAY.year, 12, 31))


def test_a_review_goes_from_the_first_word_to_the_answer(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    ana = a_person(store, "Ana Ruiz").with_checkin(20, shared_notes="Shipped the parser.")
    cycle = cycles.add(store, "Year 2026", CycleKind.ANNUAL, *YEAR, calibrates=True)
    view = cycles.get(store, cycle.id)
    assert [step.label for step in view.steps] == list(cycles.SCALE)
    row = reviews.board(store, cycle.id, TODAY)[0]
    assert row.person.id == ana.id
    assert row.facts.stage is Stage.COLLECTING
    key = row.id
    reviews.write(store, key, self_review="I did well", self_received_on=TODAY)
    peer = reviews.ask_peers(store, key, ["Bo"], TODAY)[0]
    reviews.write_peer(store, peer.id, TODAY, text="Helpful")
    accomplishments.add(store, ana.id, ["Cut the build to 4 minutes"], TODAY)
    offered = evidence.offered(store, key)
    assert {one.source for one in offered} == {Source.CHECK_IN, Source.ACCOMPLISHMENT}
    check_in = next(one for one in offered if one.source is Source.CHECK_IN)
    evidence.cite(store, key, Source.CHECK_IN, check_in.source_id, NOW)
    assert [one.number for one in evidence.offered(store, key) if one.number] == [1]
    with pytest.raises(InvalidInput, match="narrative"):
        steps.seal(store, key, NOW)
    reviews.write(store, key, narrative="Ana shipped.", proposed_step=view.steps[1].id)
    steps.seal(store, key, NOW)
    assert reviews.get(store, key).facts.stage is Stage.SEALED
    assert reviews.get(store, key).flaws == ()
    reviews.write(store, key, narrative="Ana shipped it.")
    assert reviews.get(store, key).facts.changed
    assert reviews.get(store, key).flaws == ()
    steps.calibrate(store, key, view.steps[2].id, TODAY, reason="Budget")
    cells = reviews.board(store, cycle.id, TODAY)[0].cells
    assert [cell.mark for cell in cells[:5]] == [Mark.DONE] * 5
    assert cells[4].changed
    steps.share(store, key, TODAY)
    reviews.write(store, key, response="Thank you", response_on=TODAY)
    goal = bridges.gap_to_goal(store, key, "Lead a project across teams", NOW)
    assert goal.title == "Lead a project across teams"
    with pytest.raises(InvalidInput, match="Strong"):
        bridges.gap_to_goal(store, key, "Become Strong", NOW)
    check_in_found = bridges.plan_career_conversation(store, key)
    assert check_in_found.starts_at.date() >= TODAY + timedelta(3)
    assert bridges.career_conversations(store, cycle.id)[0].held_on is None
    while store.undo():
        pass
    assert not cycles.every(store)
    store.close()
