"""Light cycles in the store: the default, the way there and back, and nothing that is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.light import says_something
from careerdesk.domain.reviews.records import CycleKind, PromotionState, ReviewCycle, Voice
from careerdesk.domain.reviews.stages import LIGHT, Column
from careerdesk.services import people, trash
from careerdesk.services.reviews import cycles, deadlines, reviews, sheet, steps
from careerdesk.services.store import Store
from careerdesk.services.today import today as todays
from tests.builders import TODAY, a_person
from tests.review_builders import YEAR, ReviewBuilder, a_cycle
from tests.stores import dump

Act = Callable[[ReviewBuilder], object]


def light(store: Store) -> ReviewBuilder:
    """Ana's review in a light cycle."""
    person = a_person(store, "Ana Ruiz").id
    return ReviewBuilder(store, a_cycle(store, calibrates=False), person)


def full(store: Store) -> ReviewBuilder:
    """Ana's review in a cycle of a company that calibrates, sealed."""
    person = a_person(store, "Ana Ruiz").id
    one = ReviewBuilder(store, a_cycle(store), person).written().sealed()
    reviews.write(store, one.id, potential=None)
    return one


def calibrates(one: ReviewBuilder) -> bool:
    """Whether the cycle of a review does, as it is stored."""
    return one.store.get(ReviewCycle, one.cycle.id).calibrates


def make_light(one: ReviewBuilder) -> None:
    cycles.change(one.store, one.cycle.id, calibrates=False)


def ask_report(one: ReviewBuilder) -> int:
    return reviews.ask_peers(one.store, one.id, ["Bo"], TODAY, voice=Voice.UPWARD)[0].id


def test_a_cycle_is_light_unless_it_is_said_otherwise(store: Store) -> None:
    a_person(store, "Ana Ruiz")
    made = cycles.add(store, "Year", CycleKind.ANNUAL, *YEAR)
    assert not made.calibrates
    assert cycles.add(store, "Other", CycleKind.ANNUAL, *YEAR, calibrates=True).calibrates


@pytest.mark.parametrize("wanted", [True, False])
def test_the_cycle_that_follows_is_as_the_one_before(store: Store, wanted: bool) -> None:
    old = a_cycle(store, calibrates=wanted)
    assert cycles.follow(store, old.id).calibrates is wanted


def test_all_deadlines_are_kept_while_two_are_asked_for(store: Store) -> None:
    one = light(store)
    before = {name: getattr(one.cycle.cycle, name) for name in cycles.DEADLINES}
    assert None not in before.values()
    cycles.change(store, one.cycle.id, calibrates=True)
    make_light(one)
    cycles.change(store, one.cycle.id, calibrates=True)
    after = store.get(ReviewCycle, one.cycle.id)
    assert {name: getattr(after, name) for name in cycles.DEADLINES} == before


ROUND = "calibration rounds for Ana Ruiz"
HELD: dict[str, tuple[Act, str, Act]] = {
    "a round": (
        lambda one: one.calibrated(), ROUND, lambda one: steps.drop_round(one.store, one.id)
    ),
    "an outcome": (
        lambda one: reviews.write_outcome(one.store, one.id, pay_change=4.5),
        "an outcome for Ana Ruiz",
        lambda one: reviews.write_outcome(one.store, one.id, pay_change=None),
    ),
    "a promotion case": (
        lambda one: reviews.write_outcome(one.store, one.id, promotion=PromotionState.PREPARED),
        "an outcome for Ana Ruiz",
        lambda one: reviews.write_outcome(one.store, one.id, promotion=PromotionState.NONE),
    ),
    "a criterion of promotion": (
        lambda one: reviews.add_points(one.store, one.id, ["Leads"]),
        "an outcome for Ana Ruiz",
        lambda one: reviews.remove_points(one.store, [point.id for point in one.view.points]),
    ),
    "upward feedback": (
        ask_report,
        "upward feedback for Ana Ruiz",
        lambda one: reviews.remove_peers(one.store, [peer.id for peer in one.view.peers]),
    ),
    "potential": (
        lambda one: reviews.write(one.store, one.id, potential=2),
        "potential ratings for Ana Ruiz",
        lambda one: reviews.write(one.store, one.id, potential=None),
    ),
    "a guideline": (
        lambda one: cycles.change_level(one.store, one.step(0), guideline=10),
        "a guideline on its scale",
        lambda one: cycles.change_level(one.store, one.step(0), guideline=None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("put", "words", "take"), HELD.values(), ids=HELD)
def test_a_cycle_is_not_made_light_over_what_it_holds(
    store: Store, put: Act, words: str, take: Act
) -> None:
    one = full(store)
    put(one)
    before = dump(store.path)
    with pytest.raises(InvalidInput) as caught:
        make_light(one)
    assert f"content that would be hidden: {words}. Remove that content first." in str(caught.value)
    assert (dump(store.path), calibrates(one)) == (before, True)
    take(one)
    before = dump(store.path)
    make_light(one)
    assert not calibrates(one)
    store.undo()
    assert dump(store.path) == before


@pytest.mark.parametrize("put", [put for put, _, _ in HELD.values()], ids=HELD)
def test_nothing_of_it_comes_into_a_light_cycle(store: Store, put: Act) -> None:
    one = light(store).written().sealed()
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="doesn't include calibration"):
        put(one)
    assert dump(store.path) == before
    cycles.change(store, one.cycle.id, calibrates=True)
    put(one)
    assert dump(store.path) != before


def test_a_light_cycle_has_no_nine_box_and_no_packet(store: Store) -> None:
    one = light(store)
    with pytest.raises(InvalidInput, match="can't have a nine-box grid"):
        cycles.change(store, one.cycle.id, nine_box=True)
    with pytest.raises(InvalidInput, match="can't have a packet"):
        sheet.packet(store, one.id)
    cycles.change(store, one.cycle.id, calibrates=True, nine_box=True)
    assert sheet.packet(store, one.id).whose.name == "Ana Ruiz"


def test_the_nine_box_is_there_again_as_it_was(store: Store) -> None:
    one = full(store)
    cycles.change(store, one.cycle.id, nine_box=True)
    make_light(one)
    cycles.change(store, one.cycle.id, calibrates=True)
    assert store.get(ReviewCycle, one.cycle.id).nine_box


def test_a_closed_cycle_stays_as_it_is(store: Store) -> None:
    one = full(store)
    cycles.close(store, one.cycle.id, TODAY)
    with pytest.raises(InvalidInput, match="This cycle is closed"):
        make_light(one)


def test_also_what_is_held_of_somebody_left_out_counts(store: Store) -> None:
    person = a_person(store, "Ana Ruiz").id
    one = ReviewBuilder(store, a_cycle(store), person)
    ask_report(one)
    cycles.leave_out(store, one.cycle.id, person, "On leave")
    with pytest.raises(InvalidInput, match="upward feedback for Ana Ruiz"):
        make_light(one)


def test_a_whole_review_in_a_light_cycle(store: Store) -> None:
    one = light(store).written()
    peer = reviews.ask_peers(store, one.id, ["Bo"], TODAY)[0]
    reviews.write_peer(store, peer.id, TODAY, text="Calm")
    one.sealed().shared()
    assert one.view.review.final_step == one.step(1)
    assert sheet.share_sheet(store, one.id).rating == cycles.SCALE[1]


def test_feedback_that_comes_back_from_the_trash_makes_its_cycle_calibrate_again(
    store: Store,
) -> None:
    one = full(store)
    reviews.remove_peers(store, [ask_report(one)])
    make_light(one)
    before = dump(store.path)
    [kept] = trash.things(store)
    trash.bring_back(store, [kept.id])
    assert [peer.voice for peer in one.view.peers] == [Voice.UPWARD]
    assert calibrates(one)
    with pytest.raises(InvalidInput, match="upward feedback for Ana Ruiz"):
        make_light(one)
    store.undo()
    assert dump(store.path) == before


@pytest.mark.parametrize(
    "put", [put for name, (put, _, _) in HELD.items() if name != "a guideline"],
    ids=[name for name in HELD if name != "a guideline"],
)  # fmt: skip
@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_person_who_comes_back_with_it_makes_the_cycle_calibrate_again(
    store: Store, put: Act, closed: bool
) -> None:
    one = full(store)
    other = a_cycle(store, "Other", calibrates=False)
    put(one)
    people.remove(store, one.person_id)
    make_light(one)
    if closed:
        cycles.close(store, one.cycle.id, TODAY)
    before = dump(store.path)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert calibrates(one)
    assert not store.get(ReviewCycle, other.id).calibrates
    store.undo()
    assert dump(store.path) == before


def test_no_rating_of_a_round_that_is_not_seen_is_shared(store: Store) -> None:
    one = full(store).calibrated(2)
    people.remove(store, one.person_id)
    make_light(one)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert one.view.facts.rounds
    one.shared()
    assert calibrates(one)
    assert sheet.share_sheet(store, one.id).rating == cycles.SCALE[2]


def test_what_comes_back_without_any_of_it_leaves_the_cycle_light(store: Store) -> None:
    one = light(store).written()
    people.remove(store, one.person_id)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert not calibrates(one)


def test_what_counts_as_an_outcome_is_the_same_in_the_file_and_in_the_window(store: Store) -> None:
    one = full(store)
    values: list[dict[str, object]] = [
        {"pay_change": 0.0}, {"bonus": 1.0}, {"effective_on": TODAY}, {"currency": "EUR"},
        {"from_level": "L3"}, {"to_level": "L4"}, {"words": "Later"},
    ]  # fmt: skip
    for value in values:
        made = reviews.write_outcome(store, one.id, **value)
        assert says_something(made, ())
        with pytest.raises(InvalidInput, match="an outcome for Ana Ruiz"):
            make_light(one)
        store.undo()
    reviews.write_outcome(store, one.id, words="")
    assert one.view.outcome is not None
    make_light(one)


def test_the_board_counts_what_is_cited(store: Store) -> None:
    one = light(store).collected()
    [row] = reviews.board(store, one.cycle.id, TODAY)
    assert [cell.column for cell in row.cells] == list(LIGHT)
    assert (row.facts.cited, row.cells[0].cited) == (1, 1)
    assert reviews.get(store, one.id).facts.cited == 1


def test_today_and_the_rail_ask_a_light_cycle_for_writing_and_sharing_alone(store: Store) -> None:
    one = light(store)
    days = {name: TODAY + timedelta(place) for place, name in enumerate(cycles.DEADLINES)}
    cycles.change(store, one.cycle.id, **days)
    found = deadlines.ahead(store)
    assert [line.column for line in found] == [Column.WRITING, Column.SHARED]
    assert [line.column for line in todays(store, TODAY).reviews] == [Column.WRITING]
    one.written().sealed()
    assert [line.column for line in deadlines.ahead(store)] == [Column.SHARED]
    one.shared()
    assert deadlines.ahead(store) == []
