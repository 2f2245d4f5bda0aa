"""What counts as changed after a seal."""

from __future__ import annotations

from dataclasses import replace

from careerdesk.domain.reviews.changes import changes_since, text_changes
from careerdesk.domain.reviews.records import Review, Seal
from careerdesk.domain.reviews.seal import digest, seal_body
from tests.builders import NOW

REVIEW = Review(
    uid="r1", cycle_id=1, person_id=1, narrative="One café, two rooms.", proposed_why="Reason"
)
BODY = seal_body(REVIEW, "step-1", "Strong", NOW)
SEAL = Seal(review_id=1, sealed_at=NOW, digest=digest(BODY), body=BODY)


def test_nothing_is_changed_right_after_the_seal_or_without_one() -> None:
    assert changes_since(REVIEW, SEAL, "step-1").count == 0
    assert changes_since(replace(REVIEW, narrative="Other"), None, "step-1").count == 0


def test_each_passage_the_rating_and_the_reason_count() -> None:
    now = replace(REVIEW, narrative="Two cafés, two halls.", proposed_why="Another")
    found = changes_since(now, SEAL, "step-2")
    assert found.rating
    assert [now.narrative[start:end] for start, end in found.narrative.fresh] == [
        "Two cafés",
        "halls",
    ]
    assert found.why.count == 1
    assert found.count == 4


def test_how_letters_are_coded_is_no_change() -> None:
    now = replace(REVIEW, narrative="One cafe\u0301, two rooms.")
    assert changes_since(now, SEAL, "step-1").count == 0


def test_a_change_of_space_alone_counts_and_has_no_marks() -> None:
    found = text_changes("One room", "One  room")
    assert found.count == 1
    assert found.unmarked


def test_a_seal_that_cannot_be_read_tells_no_changes() -> None:
    assert changes_since(REVIEW, replace(SEAL, body="{"), "step-2").count == 0
