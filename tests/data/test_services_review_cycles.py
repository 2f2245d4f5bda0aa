"""Cycles: period, scale, who takes part; and nothing changes once one is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import PersonStatus, Relation
from careerdesk.domain.reviews.records import CycleKind, Review, Source
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services import people, trash, versions
from careerdesk.services.reviews import accomplishments, cycles, evidence, reviews
from careerdesk.services.reviews import steps as review_steps
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, a_person
from tests.review_builders import YEAR, ReviewBuilder, a_cycle, review_of
from tests.stores import ask, dump

Q, H, A, OWN = CycleKind.QUARTER, CycleKind.HALF_YEAR, CycleKind.ANNUAL, CycleKind.OWN


def labels(store: Store, cycle_id: int) -> list[str]:
    """The scale from the highest step down."""
    return [step.label for step in cycles.get(store, cycle_id).steps]


def taking_part(store: Store, cycle_id: int) -> list[str]:
    """Who takes part, by name."""
    rows = reviews.board(store, cycle_id, TODAY)
    return [row.person.name for row in rows if row.facts.stage is not Stage.LEFT_OUT]


@pytest.mark.parametrize(
    ("kind", "day", "starts_on", "ends_on"),
    [
        (A, date(2026, 11, 17), date(2026, 1, 1), date(2026, 12, 31)),
        (OWN, date(2026, 11, 17), date(2026, 1, 1), date(2026, 12, 31)),
        (H, date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30)),
        (H, date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
        (Q, date(2024, 2, 29), date(2024, 1, 1), date(2024, 3, 31)),
        (Q, date(2026, 11, 17), date(2026, 10, 1), date(2026, 12, 31)),
        (A, date(9999, 12, 31), date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_kind_proposes_the_period_in_which_today_lies(
    kind: CycleKind, day: date, starts_on: date, ends_on: date
) -> None:
    assert cycles.period(kind, day) == (starts_on, ends_on)


def test_a_new_cycle_has_a_scale_criteria_and_deadlines_in_order(store: Store) -> None:
    view = a_cycle(store)
    assert [step.label for step in view.steps] == list(cycles.SCALE)
    assert [one.name for one in view.criteria] == list(cycles.CRITERIA)
    dues = [getattr(view.cycle, name) for name in cycles.DEADLINES]
    assert dues == sorted(dues)
    assert dues[0] > view.cycle.ends_on


def test_an_end_before_the_start_is_refused_and_changes_nothing(store: Store) -> None:
    cycle = a_cycle(store)
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="before it starts"):
        cycles.add(store, "Odd", A, YEAR[1], YEAR[0])
    with pytest.raises(InvalidInput, match="before it starts"):
        cycles.change(store, cycle.id, ends_on=YEAR[0] - timedelta(1))
    with pytest.raises(InvalidInput, match="before it starts"):
        cycles.change(store, cycle.id, starts_on=YEAR[1] + timedelta(1))
    assert dump(store.path) == before


def test_a_cycle_of_one_day_is_fine(store: Store) -> None:
    a_person(store)
    cycle = a_cycle(store, "Day", OWN, (TODAY, TODAY))
    assert len(taking_part(store, cycle.id)) == 1


@pytest.mark.parametrize("day", [date(1812, 1, 1), date(2399, 1, 1), date.max])
def test_a_slip_in_the_year_is_refused(store: Store, day: date) -> None:
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="Check the year"):
        cycles.add(store, "Odd", OWN, min(day, TODAY), max(day, TODAY))
    assert dump(store.path) == before


def test_a_name_is_needed(store: Store) -> None:
    with pytest.raises(InvalidInput, match="name"):
        cycles.add(store, " \u200b", A, *YEAR)


def test_overlapping_cycles_are_told_and_allowed(store: Store) -> None:
    year = a_cycle(store)
    spring = a_cycle(store, "Spring", OWN, (date(2026, 3, 1), date(2026, 5, 31)))
    touching = a_cycle(store, "Eve", OWN, (YEAR[1], YEAR[1] + timedelta(9)))
    after = a_cycle(store, "After", OWN, (date(2027, 1, 10), date(2027, 2, 1)))
    found = [one.name for one in cycles.overlapping(store, year.id)]
    assert sorted(found) == ["Eve", "Spring"]
    assert [one.id for one in cycles.overlapping(store, spring.id)] == [year.id]
    assert [one.id for one in cycles.overlapping(store, touching.id)] == [year.id]
    assert cycles.overlapping(store, after.id) == []


@pytest.mark.parametrize(
    ("name", "kind", "period", "next_name", "next_period"),
    [
        ("Year 2026", A, YEAR, "Year 2027", (date(2027, 1, 1), date(2027, 12, 31))),
        ("2025/26", A, (date(2025, 7, 1), date(2026, 6, 30)),
         "2026/27", (date(2026, 7, 1), date(2027, 6, 30))),
        ("2025–2026", A, (date(2025, 4, 1), date(2026, 3, 31)),
         "2026–2027", (date(2026, 4, 1), date(2027, 3, 31))),
        ("Q3 2026", Q, (date(2026, 7, 1), date(2026, 9, 30)),
         "Q4 2026", (date(2026, 10, 1), date(2026, 12, 31))),
        ("Q4 2026", Q, (date(2026, 10, 1), date(2026, 12, 31)),
         "Q1 2027", (date(2027, 1, 1), date(2027, 3, 31))),
        ("H2 FY26", H, (date(2026, 7, 1), date(2026, 12, 31)),
         "H1 FY27", (date(2027, 1, 1), date(2027, 6, 30))),
        ("Leap", A, (date(2023, 3, 1), date(2024, 2, 29)),
         "Leap (2025)", (date(2024, 3, 1), date(2025, 2, 28))),
        ("Sprint", OWN, (date(2026, 12, 20), date(2026, 12, 31)),
         "Sprint (2027)", (date(2027, 1, 1), date(2027, 1, 12))),
        ("Mid 2026", A, (date(2026, 1, 15), date(2026, 7, 14)),
         "Mid 2027", (date(2026, 7, 15), date(2027, 1, 11))),
    ],
)  # fmt: skip
def test_the_next_cycle_follows_right_after(
    store: Store,
    name: str,
    kind: CycleKind,
    period: tuple[date, date],
    next_name: str,
    next_period: tuple[date, date],
) -> None:
    found = cycles.follow(store, a_cycle(store, name, kind, period).id)
    assert (found.name, found.starts_on, found.ends_on) == (next_name, *next_period)
    assert found.kind is kind


def test_the_next_cycle_takes_scale_criteria_deadlines_and_people(store: Store) -> None:
    a_person(store, "Ana")
    old = a_cycle(store)
    cycles.change_level(store, old.steps[0].id, label="Stellar", guideline=12.5)
    cycles.add_level(store, old.id, "Starting")
    cycles.add_criteria(store, old.id, ["Safety"])
    cycles.change(store, old.id, nine_box=True, peers_due=None, self_due=date(2027, 1, 20))
    a_person(store, "Ben")
    found = cycles.follow(store, old.id)
    view = cycles.get(store, found.id)
    assert labels(store, found.id) == ["Stellar", "Strong", "Solid", "Growing", "Starting"]
    assert view.steps[0].guideline == 12.5
    assert view.criteria[-1].name == "Safety"
    assert found.nine_box
    assert (found.self_due, found.peers_due) == (date(2028, 1, 20), None)
    assert taking_part(store, found.id) == ["Ana", "Ben"]
    assert {step.uid for step in view.steps}.isdisjoint(step.uid for step in old.steps)
    assert labels(store, old.id)[0] == "Stellar"


def test_far_in_the_future_no_cycle_follows(store: Store) -> None:
    cycle = a_cycle(store)
    ask(store.path, "UPDATE review_cycle SET starts_on = '9999-01-01', ends_on = '9999-12-31'")
    with pytest.raises(InvalidInput, match="Check the year"):
        cycles.follow(store, cycle.id)


def test_the_newest_cycle_comes_first(store: Store) -> None:
    old = a_cycle(store)
    new = cycles.follow(store, old.id)
    assert [one.id for one in cycles.every(store)] == [new.id, old.id]


def test_a_scale_has_three_to_seven_steps(store: Store) -> None:
    cycle = a_cycle(store)
    for number in range(3):
        cycles.add_level(store, cycle.id, f"More {number}")
    with pytest.raises(InvalidInput, match="seven"):
        cycles.add_level(store, cycle.id, "Too many")
    steps = cycles.get(store, cycle.id).steps
    for step in steps[:4]:
        cycles.remove_level(store, step.id)
    assert len(labels(store, cycle.id)) == 3
    with pytest.raises(InvalidInput, match="three"):
        cycles.remove_level(store, steps[-1].id)


def test_two_steps_of_one_name_are_refused(store: Store) -> None:
    cycle = a_cycle(store)
    with pytest.raises(InvalidInput, match="with that name"):
        cycles.add_level(store, cycle.id, "sTRONG ")
    with pytest.raises(InvalidInput, match="with that name"):
        cycles.change_level(store, cycle.steps[0].id, label="Strong")
    cycles.change_level(store, cycle.steps[0].id, label="OUTSTANDING")
    assert labels(store, cycle.id)[0] == "OUTSTANDING"


@pytest.mark.parametrize("part", [-1, 100.5, 1e9])
def test_a_guideline_is_a_share_of_a_hundred(store: Store, part: float) -> None:
    step = a_cycle(store).steps[0]
    with pytest.raises(InvalidInput, match="0 to 100"):
        cycles.change_level(store, step.id, guideline=part)
    cycles.change_level(store, step.id, guideline=100)
    cycles.change_level(store, step.id, guideline=None)


@pytest.mark.parametrize("field", ["self_step", "proposed_step", "final_step"])
def test_a_step_with_a_rating_stays(store: Store, field: str) -> None:
    ana = a_person(store)
    cycle = a_cycle(store)
    review = review_of(store, cycle, ana.id)
    with store.edit("Rate") as tx:
        tx.change(Review, review.id, **{field: cycle.steps[0].id})
    with pytest.raises(InvalidInput, match="A review uses this level"):
        cycles.remove_level(store, cycle.steps[0].id)
    with store.edit("Rate") as tx:
        tx.change(Review, review.id, **{field: cycle.steps[1].id})
    cycles.remove_level(store, cycle.steps[0].id)


def test_a_step_of_an_earlier_round_stays_too(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).written().sealed()
    review.calibrated(0).calibrated(2)
    with pytest.raises(InvalidInput, match="A review uses this level"):
        cycles.remove_level(store, review.step(0))


def test_a_step_renamed_after_ratings_renames_them_and_changes_no_seal(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).written().sealed()
    cycles.change_level(store, review.step(1), label="Very good")
    view = review.view
    assert view.cycle.label(view.review.proposed_step) == "Very good"
    assert not view.facts.changed
    assert view.flaws == ()


def test_steps_and_criteria_move(store: Store) -> None:
    cycle = a_cycle(store)
    one, two, three, four = (step.id for step in cycle.steps)
    cycles.move_level(store, [four], one)
    cycles.move_level(store, [one, two], None)
    assert [step.id for step in cycles.get(store, cycle.id).steps] == [four, three, one, two]
    first, second, third = (one.id for one in cycle.criteria)
    cycles.move_criterion(store, [third], first)
    names = [one.id for one in cycles.get(store, cycle.id).criteria]
    assert names == [third, first, second]


def test_a_step_of_another_cycle_does_not_move_along(store: Store) -> None:
    cycle, other = a_cycle(store), a_cycle(store, "Other")
    before = ask(store.path, f"SELECT * FROM rating_step WHERE cycle_id = {other.id}")
    cycles.move_level(store, [cycle.steps[0].id, other.steps[0].id], None)
    assert ask(store.path, f"SELECT * FROM rating_step WHERE cycle_id = {other.id}") == before
    assert labels(store, cycle.id)[-1] == "Outstanding"


def test_a_criterion_that_goes_leaves_the_accomplishments(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).collected()
    cycles.rename_criterion(store, review.cycle.criteria[0].id, "Reach")
    assert cycles.get(store, review.cycle.id).criteria[0].name == "Reach"
    cycles.remove_criterion(store, review.cycle.criteria[0].id)
    [(found, speaks)] = accomplishments.of_review(store, review.id)
    assert (found.what, speaks) == ("done", frozenset())


def test_who_is_there_takes_part_and_others_can_be_let_in(store: Store) -> None:
    a_person(store, "There")
    a_person(store, "Away").like(status=PersonStatus.ON_LEAVE)
    left = a_person(store, "Left").like(status=PersonStatus.LEFT)
    a_person(store, "Future").like(status=PersonStatus.FUTURE)
    a_person(store, "Later").like(start_date=date(2027, 1, 1))
    a_person(store, "Last").like(start_date=date(2026, 12, 31))
    people.archive(store, a_person(store, "Archived").id, TODAY)
    cycle = a_cycle(store)
    assert taking_part(store, cycle.id) == ["There", "Away", "Last"]
    cycles.take_in(store, cycle.id, left.id)
    assert taking_part(store, cycle.id) == ["There", "Away", "Left", "Last"]
    names = [one.person.name for one in cycles.members(store, cycle.id)]
    assert names == ["There", "Away", "Left", "Future", "Later", "Last"]


def test_an_archived_person_stays_on_the_board_behind_the_others(store: Store) -> None:
    ana, ben = a_person(store, "Ana"), a_person(store, "Ben")
    cycle = a_cycle(store)
    people.archive(store, ana.id, TODAY)
    assert [row.person.id for row in reviews.board(store, cycle.id, TODAY)] == [ben.id, ana.id]
    assert {one.id for one in cycles.members(store, cycle.id)} == {ana.id, ben.id}


@pytest.mark.parametrize(
    ("start", "joined"),
    [
        (None, False),
        (YEAR[0] - timedelta(1), False),
        (YEAR[0], False),
        (YEAR[0] + timedelta(1), True),
        (YEAR[1], True),
        (YEAR[1] + timedelta(1), False),
    ],
)
def test_who_joined_in_mid_period_is_told(store: Store, start: date | None, joined: bool) -> None:
    a_person(store).like(start_date=start)
    member = cycles.members(store, a_cycle(store).id)[0]
    assert member.joined == (start if joined else None)


@pytest.mark.parametrize("relation", [Relation.SKIP_LEVEL, Relation.OTHER])
def test_only_direct_reports_are_invited_and_others_are_let_in_by_hand(
    store: Store, relation: Relation
) -> None:
    people.add(store, "Mareike Moll")
    other = people.add(store, "Kehinde Ade")
    people.change(store, other.id, relation=relation)
    cycle = a_cycle(store)
    assert taking_part(store, cycle.id) == ["Mareike Moll"]
    assert {one.person.name for one in cycles.members(store, cycle.id)} == {
        "Mareike Moll", "Kehinde Ade",
    }  # fmt: skip
    cycles.take_in(store, cycle.id, other.id)
    assert taking_part(store, cycle.id) == ["Mareike Moll", "Kehinde Ade"]
    assert taking_part(store, cycles.follow(store, cycle.id).id) == ["Mareike Moll"]


def test_leaving_out_needs_a_reason_and_can_be_taken_back(store: Store) -> None:
    ana = a_person(store)
    cycle = a_cycle(store)
    review = ReviewBuilder(store, cycle, ana.id).written()
    with pytest.raises(InvalidInput, match="reason"):
        cycles.leave_out(store, cycle.id, ana.id, "  ")
    cycles.leave_out(store, cycle.id, ana.id, "On leave")
    assert (review.stage, taking_part(store, cycle.id)) == (Stage.LEFT_OUT, [])
    cycles.leave_out(store, cycle.id, ana.id, "On leave until May")
    assert review.view.review.left_out == "On leave until May"
    assert cycles.take_in(store, cycle.id, ana.id).left_out == ""
    assert (review.stage, review.view.review.narrative) == (Stage.COLLECTING, "narrative")
    with pytest.raises(InvalidInput, match="already in the cycle"):
        cycles.take_in(store, cycle.id, ana.id)


def test_someone_who_was_never_in_can_be_left_out(store: Store) -> None:
    cycle = a_cycle(store)
    ana = a_person(store)
    cycles.leave_out(store, cycle.id, ana.id, "Came too late")
    assert review_of(store, cycle, ana.id).left_out == "Came too late"


def test_who_is_sealed_cannot_be_left_out(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).written().sealed()
    with pytest.raises(InvalidInput, match="break the seal first"):
        cycles.leave_out(store, review.cycle.id, ana.id, "On leave")


def test_a_cycle_that_is_deleted_comes_back_whole(store: Store) -> None:
    ana = a_person(store)
    review = ReviewBuilder(store, a_cycle(store), ana.id).whole()
    before = dump(store.path)
    cycles.remove(store, review.cycle.id)
    assert cycles.every(store) == []
    assert people.get(store, ana.id).name == "Ana Ruiz"
    trash.bring_back(store, [trash.things(store)[0].id])
    assert dump(store.path) == before


class Closed:
    """A closed cycle with a calibrated review, and one that collects."""

    def __init__(self, store: Store) -> None:
        self.store = store
        ana, ben = a_person(store, "Ana").with_checkin(20, shared_notes="Well."), a_person(store)
        eve = a_person(store, "Eve").id
        self.cycle = a_cycle(store)
        cycles.add_level(store, self.cycle.id, "Starting")
        self.unused = cycles.get(store, self.cycle.id).steps[-1].id
        self.sealed = ReviewBuilder(store, self.cycle, eve).written().sealed().id
        self.ana, self.ben, self.dee = ana.id, ben.id, a_person(store, "Dee").id
        self.review = ReviewBuilder(store, self.cycle, ana.id).collected().written().sealed()
        self.review.calibrated().with_outcome()
        self.key = self.review.id
        self.other = ReviewBuilder(store, self.cycle, ben.id).written().id
        self.check_in = ana.check_ins[0].id
        view = self.review.view
        self.peer, self.point, self.cited = (
            view.peers[0].id, view.points[0].id, view.cited[0].id,
        )  # fmt: skip
        self.peer_gone = reviews.ask_peers(store, self.key, ["Gone"], TODAY)[0].id
        reviews.remove_peers(store, [self.peer_gone])
        self.thrown = trash.things(store)[0].id
        self.done = accomplishments.of_review(store, self.key)[0][0].id
        self.step, self.criterion = self.cycle.steps[0].id, self.cycle.criteria[0].id
        cycles.close(store, self.cycle.id, TODAY)


REFUSED: dict[str, Callable[[Closed], object]] = {
    "change": lambda c: cycles.change(c.store, c.cycle.id, name="Other"),
    "take in": lambda c: cycles.take_in(c.store, c.cycle.id, c.dee),
    "leave out": lambda c: cycles.leave_out(c.store, c.cycle.id, c.ben, "No"),
    "add step": lambda c: cycles.add_level(c.store, c.cycle.id, "More"),
    "change step": lambda c: cycles.change_level(c.store, c.step, label="More"),
    "move step": lambda c: cycles.move_level(c.store, [c.step], None),
    "remove step": lambda c: cycles.remove_level(c.store, c.unused),
    "add criteria": lambda c: cycles.add_criteria(c.store, c.cycle.id, ["More"]),
    "rename criterion": lambda c: cycles.rename_criterion(c.store, c.criterion, "More"),
    "move criterion": lambda c: cycles.move_criterion(c.store, [c.criterion], None),
    "remove criterion": lambda c: cycles.remove_criterion(c.store, c.criterion),
    "write": lambda c: reviews.write(c.store, c.key, narrative="x"),
    "ask": lambda c: reviews.ask_peers(c.store, c.key, ["Bo"], TODAY),
    "write peer": lambda c: reviews.write_peer(c.store, c.peer, TODAY, text="x"),
    "remove peers": lambda c: reviews.remove_peers(c.store, [c.peer]),
    "outcome": lambda c: reviews.write_outcome(c.store, c.key, words="x"),
    "add points": lambda c: reviews.add_points(c.store, c.key, ["x"]),
    "write point": lambda c: reviews.write_point(c.store, c.point, text="x"),
    "remove points": lambda c: reviews.remove_points(c.store, [c.point]),
    "seal": lambda c: review_steps.seal(c.store, c.other, NOW),
    "open seal": lambda c: review_steps.open_seal(c.store, c.sealed, NOW),
    "calibrate": lambda c: review_steps.calibrate(c.store, c.key, c.step, TODAY),
    "drop round": lambda c: review_steps.drop_round(c.store, c.key),
    "set final": lambda c: review_steps.set_final(c.store, c.key, c.step),
    "share": lambda c: review_steps.share(c.store, c.key, TODAY),
    "withdraw": lambda c: review_steps.withdraw(c.store, c.key),
    "cite": lambda c: evidence.cite(c.store, c.key, Source.CHECK_IN, c.check_in, NOW),
    "uncite": lambda c: evidence.uncite(c.store, [c.cited]),
    "map": lambda c: accomplishments.set_criteria(c.store, c.done, c.cycle.id, []),
    "earlier": lambda c: versions.bring_back(c.store, TextRef(Review, c.key, "narrative"), "x"),
    "from trash": lambda c: trash.bring_back(c.store, [c.thrown]),
}


@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED.keys())
def test_a_closed_cycle_refuses_it_and_open_again_takes_it(
    store: Store, edit: Callable[[Closed], object]
) -> None:
    closed = Closed(store)
    assert closed.review.view.is_fixed
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="cycle is closed"):
        edit(closed)
    assert dump(store.path) == before
    cycles.close(store, closed.cycle.id, None)
    assert not closed.review.view.is_fixed
    if edit is REFUSED["withdraw"]:
        review_steps.share(store, closed.key, TODAY)  # nothing is shared to be withdrawn yet
        before = dump(store.path)
    edit(closed)
    assert dump(store.path) != before


def test_what_is_not_the_cycles_own_can_still_be_noted(store: Store) -> None:
    closed = Closed(store)
    accomplishments.add(store, closed.ana, ["After all"], TODAY)
    cycles.follow(store, closed.cycle.id)
    assert len(cycles.every(store)) == 2


def test_what_is_gone_is_told_gently(store: Store) -> None:
    for attempt in (
        lambda: cycles.get(store, 99),
        lambda: cycles.remove(store, 99),
        lambda: cycles.close(store, 99, TODAY),
        lambda: cycles.remove_level(store, 99),
        lambda: cycles.rename_criterion(store, 99, "x"),
        lambda: reviews.get(store, 99),
        lambda: reviews.board(store, 99, TODAY),
    ):
        with pytest.raises(NotFound):
            attempt()
