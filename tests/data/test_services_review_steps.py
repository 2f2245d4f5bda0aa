"""Seal, calibration, sharing: what each refuses, what it fixes, and what shows afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.reviews.seal import Flaw, read_body
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services import versions
from careerdesk.services.reviews import cycles, reviews, steps
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, a_person
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import ask, dump


@pytest.fixture
def review(store: Store) -> ReviewBuilder:
    """Ana's review, with nothing in it."""
    ana = a_person(store, "Ana")
    return ReviewBuilder(store, a_cycle(store), ana.id)


def test_a_seal_needs_words_and_a_rating(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="narrative"):
        review.sealed()
    reviews.write(review.store, review.id, narrative=" \n ")
    with pytest.raises(InvalidInput, match="narrative"):
        review.sealed()
    reviews.write(review.store, review.id, narrative="Ana shipped it.")
    with pytest.raises(InvalidInput, match="rating"):
        review.sealed()
    reviews.write(review.store, review.id, proposed_step=review.step(1))
    assert review.sealed().stage is Stage.SEALED


def test_a_seal_holds_the_words_the_rating_and_why(review: ReviewBuilder) -> None:
    seal = review.written().sealed().view.facts.seal
    assert seal is not None
    held = read_body(seal)
    assert held is not None
    assert (held.narrative, held.proposed, held.why) == ("narrative", "Strong", "why")
    assert seal.sealed_at == NOW


def test_a_narrative_of_a_hundred_thousand_characters_is_sealed(review: ReviewBuilder) -> None:
    long = "Ana did it, é and 日本 too.\n" * 4000
    reviews.write(review.store, review.id, narrative=long, proposed_step=review.step(0))
    view = review.sealed().view
    assert (view.review.narrative, view.flaws, view.facts.changed) == (long, (), False)
    with pytest.raises(InvalidInput, match=r"the limit is 1,?000,?000\. Shorten it"):
        reviews.write(review.store, review.id, narrative="x" * 1_000_001)


def test_a_seal_that_is_opened_stays_known_and_another_follows(review: ReviewBuilder) -> None:
    review.written().sealed()
    steps.open_seal(review.store, review.id, NOW)
    assert review.stage is Stage.COLLECTING
    assert review.view.review.digest == ""
    reviews.write(review.store, review.id, narrative="Other words")
    view = review.sealed().view
    assert not view.facts.changed
    rows = ask(review.store.path, "SELECT opened_at IS NULL FROM seal ORDER BY id")
    assert rows == [(0,), (1,)]


def test_words_changed_under_the_seal_show_and_can_be_changed_back(review: ReviewBuilder) -> None:
    review.written().sealed()
    for values in (
        {"narrative": "Other words"},
        {"proposed_why": "Other"},
        {"proposed_step": review.step(0)},
        {"proposed_step": None},
    ):
        reviews.write(review.store, review.id, **values)
        assert review.view.facts.changed
        assert review.view.flaws == ()
        review.store.undo()
        assert not review.view.facts.changed
    reviews.write(review.store, review.id, gaps="More", self_review="Mine")
    assert not review.view.facts.changed


TAMPERED = {
    "narrative": "UPDATE review SET narrative = 'Ana did nothing.'",
    "reason": "UPDATE review SET proposed_why = ''",
    "rating": "UPDATE review SET proposed_step = 1",
    "digest": "UPDATE review SET digest = ''",
}


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED.keys())
def test_words_changed_from_outside_are_found(review: ReviewBuilder, sql: str) -> None:
    review.written().sealed()
    ask(review.store.path, sql)
    assert review.view.flaws == (Flaw.TEXT_CHANGED_OUTSIDE,)


BROKEN = {
    "body": "UPDATE seal SET body = replace(body, 'narrative', 'nArrative')",
    "words": 'UPDATE seal SET body = replace(body, \'"why":"why"\', \'"why":"because"\')',
    "digest": "UPDATE seal SET digest = 'x'",
    "gone": "DELETE FROM seal",
    "opened": "UPDATE seal SET opened_at = '2026-01-01T00:00:00Z'",
}


@pytest.mark.parametrize("sql", BROKEN.values(), ids=BROKEN.keys())
def test_a_seal_changed_from_outside_is_found(review: ReviewBuilder, sql: str) -> None:
    review.written().sealed()
    ask(review.store.path, sql)
    assert review.view.flaws == (Flaw.SEAL_CHANGED,)


def test_an_edit_beside_it_does_not_hide_what_was_changed_from_outside(
    review: ReviewBuilder,
) -> None:
    review.written().sealed()
    ask(review.store.path, TAMPERED["narrative"])
    reviews.write(review.store, review.id, proposed_why="Because of the launch")
    assert review.view.flaws == (Flaw.TEXT_CHANGED_OUTSIDE,)
    versions.bring_back(review.store, TextRef(Review, review.id, "narrative"), "Another")
    assert review.view.flaws == (Flaw.TEXT_CHANGED_OUTSIDE,)


def test_what_was_sealed_put_back_by_hand_is_whole_again(review: ReviewBuilder) -> None:
    review.written().sealed()
    reviews.write(review.store, review.id, narrative="A later word")
    ask(review.store.path, TAMPERED["narrative"])
    assert review.view.flaws
    reviews.write(review.store, review.id, narrative="narrative")
    assert review.view.flaws == ()
    assert not review.view.facts.changed


def test_an_earlier_version_brought_back_under_the_seal_is_a_change(review: ReviewBuilder) -> None:
    review.written().sealed()
    versions.bring_back(review.store, TextRef(Review, review.id, "narrative"), "Before")
    assert review.view.flaws == ()
    assert review.view.facts.changed


def test_rounds_follow_each_other_and_the_last_one_counts(review: ReviewBuilder) -> None:
    review.written().sealed().calibrated(2).calibrated(0)
    view = review.view
    assert [one.step_id for one in view.facts.rounds] == [review.step(2), review.step(0)]
    assert view.review.final_step == review.step(0)
    steps.drop_round(review.store, review.id)
    assert review.view.review.final_step == review.step(2)
    steps.drop_round(review.store, review.id)
    assert (review.stage, review.view.review.final_step) == (Stage.SEALED, None)
    with pytest.raises(InvalidInput, match="no calibration round to remove"):
        steps.drop_round(review.store, review.id)


def test_the_final_rating_can_be_another_than_that_of_the_round(review: ReviewBuilder) -> None:
    review.written().sealed()
    with pytest.raises(InvalidInput, match="after calibration and before"):
        steps.set_final(review.store, review.id, review.step(0))
    review.calibrated(2)
    steps.set_final(review.store, review.id, review.step(0))
    assert review.view.review.final_step == review.step(0)
    assert review.view.facts.calibrated_level == review.step(2)


def test_without_a_round_what_was_proposed_is_final_when_shared(review: ReviewBuilder) -> None:
    review.written().sealed().shared()
    assert review.view.review.final_step == review.step(1)
    steps.withdraw(review.store, review.id)
    view = review.view
    assert (view.facts.stage, view.review.final_step) == (Stage.SEALED, None)
    assert view.review.response == "response"


def test_a_review_withdrawn_after_calibration_is_calibrated_again(review: ReviewBuilder) -> None:
    review.written().sealed().calibrated(2).shared()
    steps.withdraw(review.store, review.id)
    view = review.view
    assert (view.facts.stage, view.review.final_step) == (Stage.CALIBRATED, review.step(2))


WRITES: dict[str, Callable[[ReviewBuilder, int], object]] = {
    "self": lambda r, step: reviews.write(r.store, r.id, self_step=step),
    "proposed": lambda r, step: reviews.write(r.store, r.id, proposed_step=step),
    "calibrated": lambda r, step: steps.calibrate(r.store, r.id, step, TODAY),
    "final": lambda r, step: steps.set_final(r.store, r.id, step),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_a_step_of_another_scale_is_refused(
    review: ReviewBuilder, write: Callable[[ReviewBuilder, int], object]
) -> None:
    review.written().sealed().calibrated()
    foreign = a_cycle(review.store, "Other").steps[0].id
    before = dump(review.store.path)
    for step in (foreign, 999):
        with pytest.raises(NotFound):
            write(review, step)
    assert dump(review.store.path) == before


@pytest.mark.parametrize("potential", [0, 4, -1])
def test_potential_is_one_to_three(review: ReviewBuilder, potential: int) -> None:
    with pytest.raises(InvalidInput, match="low, medium or high"):
        reviews.write(review.store, review.id, potential=potential)


def test_what_has_a_step_of_its_own_cannot_be_written_past_it(review: ReviewBuilder) -> None:
    for name in ("digest", "final_step", "shared_on", "left_out", "person_id"):
        with pytest.raises(TypeError):
            reviews.write(review.store, review.id, **{name: "x"})


def test_the_first_words_of_a_peer_date_them_and_blank_ones_do_not(review: ReviewBuilder) -> None:
    store = review.store
    one, two = reviews.ask_peers(store, review.id, ["Bo Lee", "Bo Lee"], TODAY - timedelta(9))
    assert one.id != two.id
    reviews.write_peer(store, one.id, TODAY, text=" \n")
    assert review.view.facts.peers_received == 0
    reviews.write_peer(store, one.id, TODAY, text="Helpful")
    reviews.write_peer(store, one.id, TODAY + timedelta(1), text="Very helpful")
    facts = review.view.facts
    assert (facts.peers_asked, facts.peers_received, facts.peers_received_on) == (2, 1, TODAY)


def test_a_peer_needs_a_name_and_nothing_comes_in_without(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="name"):
        reviews.ask_peers(review.store, review.id, ["Bo", " "], TODAY)
    assert review.view.peers == ()


def test_every_stage_of_a_cycle_shows_on_its_board(store: Store) -> None:
    ids = [a_person(store, name).id for name in ("Ana", "Ben", "Chi", "Dee", "Eli")]
    cycle = a_cycle(store)
    built = [ReviewBuilder(store, cycle, key).written() for key in ids]
    built[1].sealed()
    built[2].sealed().calibrated()
    built[3].sealed().calibrated().shared()
    cycles.leave_out(store, cycle.id, ids[4], "On leave")
    stages = [row.facts.stage for row in reviews.board(store, cycle.id, TODAY)]
    assert stages == [
        Stage.COLLECTING, Stage.SEALED, Stage.CALIBRATED, Stage.SHARED, Stage.LEFT_OUT,
    ]  # fmt: skip


def board_statements(store: Store, cycle_id: int) -> list[str]:
    """What is asked of the file to show a board."""
    said: list[str] = []
    store._reader.set_trace_callback(said.append)
    reviews.board(store, cycle_id, TODAY)
    store._reader.set_trace_callback(None)
    return said


def test_a_board_of_forty_asks_no_more_than_one_of_two(store: Store) -> None:
    ids = [a_person(store, f"Person {number}").id for number in range(2)]
    few = a_cycle(store)
    for key in ids:
        ReviewBuilder(store, few, key).whole()
    asked = len(board_statements(store, few.id))
    more = [a_person(store, f"More {number}").id for number in range(38)]
    many = a_cycle(store, "Many")
    for key in [*ids, *more]:
        ReviewBuilder(store, many, key).written().sealed().calibrated()
    found = board_statements(store, many.id)
    assert len(reviews.board(store, many.id, TODAY)) == 40
    assert len(found) == asked <= 10


def test_a_board_reads_no_words_of_peers(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).collected()
    peers = [sql for sql in board_statements(store, review.cycle.id) if "peer_feedback" in sql]
    assert peers
    assert not [sql for sql in peers if "text" in sql]


def test_a_persons_reviews_stand_side_by_side_the_newest_first(review: ReviewBuilder) -> None:
    store = review.store
    newer = cycles.follow(store, review.cycle.id)
    found = reviews.across(store, review.person_id)
    assert [view.cycle.id for view in found] == [newer.id, review.cycle.id]


@pytest.mark.parametrize(
    ("shared", "day"),
    [
        (date(2026, 11, 16), date(2026, 11, 19)),
        (date(2026, 11, 17), date(2026, 11, 20)),
        (date(2026, 11, 18), date(2026, 11, 23)),
        (date(2026, 11, 19), date(2026, 11, 23)),
        (date(2026, 11, 20), date(2026, 11, 23)),
        (date(2026, 11, 21), date(2026, 11, 24)),
        (date(2026, 12, 30), date(2027, 1, 4)),
        (date(2028, 2, 27), date(2028, 3, 1)),
    ],
)
def test_the_career_day_is_a_working_day_three_days_later(shared: date, day: date) -> None:
    assert steps.career_day(Person(given_name="Ana"), shared, shared, WorkWeek()) == day


def test_no_day_of_the_year_leads_to_the_same_day_or_a_weekend() -> None:
    for number in range(366):
        shared = date(2028, 1, 1) + timedelta(number)
        day = steps.career_day(Person(given_name="Ana"), shared, shared, WorkWeek())
        assert day is not None
        assert timedelta(3) <= day - shared <= timedelta(5)
        assert day.weekday() < 5


# Days to come

TOMORROW = TODAY + timedelta(1)
TO_COME: dict[str, Callable[[ReviewBuilder], object]] = {
    "round": lambda one: steps.calibrate(one.store, one.id, one.step(1), TOMORROW),
    "shared": lambda one: steps.share(one.store, one.id, TOMORROW),
    "self review": lambda one: reviews.write(one.store, one.id, self_received_on=TOMORROW),
    "response": lambda one: reviews.write(one.store, one.id, response_on=TOMORROW),
    "asked": lambda one: reviews.ask_peers(one.store, one.id, ["Ben"], TOMORROW),
}


@pytest.mark.parametrize("what", TO_COME)
@pytest.mark.whole
def test_what_has_happened_is_of_no_day_to_come(store: Store, what: str) -> None:
    ana = a_person(store, "Ana Ruiz")
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    review = review.written().sealed()
    store.now = lambda: NOW
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="in the future"):
        TO_COME[what](review)
    assert dump(store.path) == before
    store.now = lambda: NOW + timedelta(1)
    TO_COME[what](review)
    assert dump(store.path) != before


def test_what_is_said_of_a_peer_or_corrected_is_of_no_day_to_come(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz")
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    peer = reviews.ask_peers(store, review.id, ["Ben"], TODAY)[0]
    steps.share(store, review.written().sealed().id, TODAY)
    reviews.write(store, review.id, narrative="Put right.")
    store.now = lambda: NOW
    for refused in (
        lambda: reviews.write_peer(store, peer.id, TODAY, received_on=TOMORROW),
        lambda: steps.correct(store, review.id, TOMORROW),
    ):
        with pytest.raises(InvalidInput, match="in the future"):
            refused()
