"""What of a review may be handed over, and what moved since its seal."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date

import pytest

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import Horizon, ItemState, Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.drift import Drift, drift
from careerdesk.domain.reviews.records import PromotionState, Source
from careerdesk.domain.reviews.seal import Sealed
from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.services import feedback, plans
from careerdesk.services.reviews import accomplishments, bridges, evidence, reviews
from careerdesk.services.reviews.sheet import packet, share_sheet
from careerdesk.services.reviews.steps import career_day
from careerdesk.services.store import Store
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review

HIDDEN = ("qzpeerqz", "qzpeertextqz", "qzreasonqz", "qzaskedqz", "qzwhyqz", "qzpayqz", "qzlevelqz",
          "qzselfqz")  # fmt: skip


def rich(store: Store) -> ReviewBuilder:
    """A calibrated review with a marker in everything that its person does not read."""
    review = a_review(store)
    reviews.write(store, review.id, self_review="qzselfqz", share_words="Thank you.",
                  self_step=review.step("Outstanding").id)  # fmt: skip
    peer = reviews.ask_peers(store, review.id, ["qzpeerqz"], TODAY)[0]
    reviews.write_peer(store, peer.id, TODAY, text="qzpeertextqz")
    review.written("Good year.", "Growing", proposed_why="qzwhyqz", gaps="- Leads two teams")
    review.sealed().calibrated("Solid", "qzreasonqz", "qzaskedqz")
    reviews.write_outcome(
        store, review.id, pay_change=4.5, words="qzpayqz", to_level="qzlevelqz",
        promotion=PromotionState.PROPOSED,
    )  # fmt: skip
    reviews.add_points(store, review.id, ["Leads"])
    return review


def test_the_sheet_holds_what_its_person_reads_and_nothing_else(store: Store) -> None:
    sheet = share_sheet(store, rich(store).id)
    assert (sheet.rating, sheet.narrative, sheet.closing) == ("Solid", "Good year.", "Thank you.")
    assert not sheet.is_draft
    said = repr(asdict(sheet))
    assert not [word for word in (*HIDDEN, "Growing", "Outstanding", "4.5") if word in said]


def test_the_record_has_no_place_for_anything_else() -> None:
    assert {field.name for field in fields(ShareSheet)} == {
        "whose", "is_draft", "rating", "rating_meaning", "narrative", "strengths", "gaps",
        "goals", "closing", "shared_on", "first_shared_on", "is_as_read", "response",
        "response_on",
    }  # fmt: skip


def test_before_a_round_the_sheet_shows_the_rating_that_would_be_shared(store: Store) -> None:
    review = a_review(store)
    assert share_sheet(store, review.id).is_empty
    review.written("Good.", "Strong")
    assert share_sheet(store, review.id).is_draft
    assert share_sheet(store, review.id).rating == "Strong"
    review.sealed()
    assert not share_sheet(store, review.id).is_draft


def test_strengths_are_the_own_deeds_that_are_cited(store: Store) -> None:
    review = a_review(store)
    person = review.review.person_id
    done = accomplishments.add(store, person, ["Wrote the guide", "Not cited"], TODAY)
    goal = plans.add_items_for(store, person, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    plans.change_item(store, goal.id, today=TODAY, state=ItemState.DONE, may_be_cited=True)
    heard = feedback.add(store, person, TODAY, way=FeedbackWay.RECEIVED, from_whom="Kim Lee",
                         behaviour="Rang the shop herself")  # fmt: skip
    for source, key in ((Source.ACCOMPLISHMENT, done[0].id), (Source.GOAL, goal.id),
                        (Source.FEEDBACK, heard.id)):  # fmt: skip
        evidence.cite(store, review.id, source, key, NOW)
    sheet = share_sheet(store, review.id)
    assert [one.title for one in sheet.strengths] == ["Wrote the guide", "Loads are done"]
    assert "Kim Lee" not in repr(sheet)


def test_goals_are_gaps_that_went_into_the_plan_and_are_still_there(store: Store) -> None:
    review = a_review(store)
    kept = bridges.gap_to_goal(store, review.id, "Lead two teams", NOW)
    gone = bridges.gap_to_goal(store, review.id, "Write decisions down", NOW)
    plans.remove_items(store, [gone.id])
    assert share_sheet(store, review.id).goals == (kept.title,)


def test_the_packet_holds_everything_but_names(store: Store) -> None:
    review = rich(store)
    found = packet(store, review.id)
    said = repr(asdict(found))
    assert not [word for word in HIDDEN if word not in said and word != "qzpeerqz"]
    assert "qzpeerqz" not in said
    assert (found.self_rating, found.proposed, found.calibrated, found.final) == (
        "Outstanding", "Growing", "Solid", "Solid",
    )  # fmt: skip
    assert found.scale == ("Outstanding", "Strong", "Solid", "Growing")
    assert found.seal is not None
    assert not found.seal.changed
    assert "qzpeerqz" in repr(packet(store, review.id, include_names=True))


@pytest.mark.parametrize("since", ["nothing", "another name", "another text", "deleted"])
def test_a_name_before_cited_feedback_goes_whatever_became_of_it(store: Store, since: str) -> None:
    review = a_review(store)
    heard = feedback.add(store, review.review.person_id, TODAY, way=FeedbackWay.RECEIVED,
                         from_whom="Kim Lee", behaviour="Rang: the shop herself")  # fmt: skip
    evidence.cite(store, review.id, Source.FEEDBACK, heard.id, NOW)
    if since == "another name":
        feedback.change(store, heard.id, TODAY, from_whom="Kim")
    elif since == "another text":
        feedback.change(store, heard.id, TODAY, behaviour="Called")
    elif since == "deleted":
        feedback.remove(store, [heard.id])
    words = packet(store, review.id).evidence[0].words
    assert words == "Rang: the shop herself"
    named = packet(store, review.id, include_names=True).evidence[0].words
    assert named == "Kim Lee: Rang: the shop herself"


def test_given_feedback_with_a_colon_keeps_its_words(store: Store) -> None:
    review = a_review(store)
    given = feedback.add(store, review.review.person_id, TODAY, behaviour="Seen: calm work")
    evidence.cite(store, review.id, Source.FEEDBACK, given.id, NOW)
    assert packet(store, review.id).evidence[0].words == "Seen: calm work"


def test_a_change_after_the_seal_is_in_the_packet(store: Store) -> None:
    review = a_review(store).written("Good.").sealed()
    reviews.write(store, review.id, narrative="Very good.")
    found = packet(store, review.id).seal
    assert found is not None
    assert (found.changed, found.broken) == (True, False)


def test_drift_counts_words_and_names_the_sealed_rating() -> None:
    held = Sealed("one two three", "Strong", "why", "a")
    assert drift(held, "one two three", "a", "why").is_none
    assert drift(held, "one four five three", "b", "why") == Drift(1, 2, sealed_rating="Strong")
    assert drift(held, "one two three", "a", "other") == Drift(why_changed=True)
    assert drift(held, "one two\n\nthree", "a", "why") == Drift(spacing=True)
    assert drift(held, "word " * 4_000, "a", "why") == Drift(None, None)


def test_another_form_of_the_same_letters_is_no_drift() -> None:
    held = Sealed("caf\u00e9", "Strong", "", "a")
    assert drift(held, "cafe\u0301", "a", "").is_none


@pytest.mark.parametrize(
    ("shared", "today", "day"),
    [
        (date(2026, 11, 17), date(2026, 11, 17), date(2026, 11, 20)),
        (date(2026, 11, 18), date(2026, 11, 18), date(2026, 11, 23)),  # no Saturday
        (date(2026, 10, 1), date(2026, 11, 17), date(2026, 11, 18)),
        (date(2026, 10, 1), date(2026, 11, 20), date(2026, 11, 23)),
        (date(2026, 11, 17), date(2026, 11, 19), date(2026, 11, 20)),
    ],
)
def test_the_career_conversation_is_three_days_later_and_never_over(
    shared: date, today: date, day: date
) -> None:
    assert career_day(Person(given_name="Ana"), shared, today, WorkWeek()) == day
