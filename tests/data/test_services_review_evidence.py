"""What may be cited: all that is dated in the period, and nothing that is private."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from careerdesk.data.queries.reviews import evidence as queries
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, ItemState, Measure
from careerdesk.domain.reviews.evidence import Offered
from careerdesk.domain.reviews.records import CycleKind, Source, Way
from careerdesk.services import (
    checkins,
    closing,
    discovery,
    feedback,
    key_result_values,
    key_results,
    plans,
    trash,
)
from careerdesk.services.reviews import accomplishments, bridges, cycles, reviews
from careerdesk.services.reviews import evidence as review_evidence
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.review_builders import YEAR, ReviewBuilder, a_cycle
from tests.stores import ask, dump

PRIVATE_COLUMNS = (
    "my_reading", "their_words", "private_note", "private_notes", "temperature", "said", "sensed",
    "recognition", "feedback_likes", "discovery_note", "motivator", "aspiration", "agenda_item",
    "promise",
)  # fmt: skip
SECRET = "qzprivate"


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def offered(review: ReviewBuilder) -> list[Offered]:
    """What may be cited."""
    return review_evidence.offered(review.store, review.id)


def sources(review: ReviewBuilder) -> list[Source]:
    """Where it comes from."""
    return [one.source for one in offered(review)]


def everything(ana: PersonBuilder) -> None:
    """One of each source, and everything private beside it."""
    store = ana.store
    ana.with_goals("Loads are done by six", "Open one").citable().with_checkin(
        20, shared_notes="We *looked* at it", private_notes=f"{SECRET} notes", said=-1,
        temperature_words=f"{SECRET} mood",
    ).with_note(f"{SECRET} words", f"{SECRET} reading")  # fmt: skip
    ana.driven_by(f"{SECRET} drive").with_points(f"{SECRET} point").with_promise(f"{SECRET} word")
    goal = ana.goals[0].id
    plans.change_item(store, goal, today=TODAY, private_note=f"{SECRET} goal", for_business="Less")
    result = key_results.add(store, goal, "Late loads", today=TODAY).id
    key_results.change(store, result, today=TODAY, measure=Measure.PERCENT, target=5.0)
    key_result_values.add(
        store, result, TODAY, 7.5, today=TODAY, note=f"{SECRET} read", confidence=3
    )
    plans.set_state(store, [goal], ItemState.DONE, TODAY)
    feedback.add(store, ana.id, TODAY, situation="At noon", behaviour="Led", impact="Calm")
    feedback.add(store, ana.id, TODAY, behaviour=f"{SECRET} untold", way=FeedbackWay.TO_DELIVER)
    accomplishments.add(store, ana.id, ["Cut the build"], TODAY)


def test_everything_dated_in_the_period_is_offered_once(ana: PersonBuilder) -> None:
    everything(ana)
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    found = {one.source: one for one in offered(review)}
    assert found.keys() == set(Source)
    assert found[Source.CHECK_IN].title == "We looked at it"
    assert found[Source.FEEDBACK].words == "At noon – Led – Calm"
    assert found[Source.GOAL].title == "Loads are done by six"
    assert "7.5 %" in found[Source.READING].title
    assert [one.on for one in offered(review)] == sorted(
        (one.on for one in offered(review)), reverse=True
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [(75_500_123.5, "75\u202f500\u202f123.5 €"), (-40.0, "\u221240 €"), (0.25, "0.25 €")],
)
def test_a_value_keeps_every_digit(ana: PersonBuilder, value: float, written: str) -> None:
    goal = ana.with_goals("Costs").citable().goals[0].id
    result = key_results.add(ana.store, goal, "A month", today=TODAY).id
    key_results.change(ana.store, result, today=TODAY, measure=Measure.MONEY, unit="€")
    key_result_values.add(ana.store, result, TODAY, value, today=TODAY)
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    titles = [one.title for one in offered(review) if one.source is Source.READING]
    assert [title for title in titles if title.startswith(f"A month: {written} (")]


def test_a_value_is_measured_by_the_target_of_its_day(ana: PersonBuilder) -> None:
    store = ana.store
    goal = ana.with_goals("Loads").citable().goals[0].id
    result = key_results.add(store, goal, "By six", today=TODAY).id
    key_results.change(store, result, today=TODAY, measure=Measure.NUMBER, target=95.0)
    key_result_values.add(store, result, TODAY - timedelta(days=9), 88.0, today=TODAY)
    key_results.change(store, result, today=TODAY, target=80.0)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    (title,) = [one.title for one in offered(review) if one.source is Source.READING]
    assert title == "By six: 88 (95)"


def test_nothing_private_is_offered_or_copied(ana: PersonBuilder) -> None:
    everything(ana)
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    assert SECRET not in repr(offered(review))
    for one in offered(review):
        review_evidence.cite(ana.store, review.id, one.source, one.source_id, NOW)
    assert SECRET not in repr(review.view)
    assert SECRET not in repr(ask(ana.store.path, "SELECT * FROM evidence"))
    assert SECRET not in repr(ask(ana.store.path, "SELECT * FROM crossing"))


def test_no_query_names_a_private_column() -> None:
    named = vars(queries).items()
    statements = [text for name, text in named if name.isupper() and isinstance(text, str)]
    assert len(statements) > len(Source)
    for sql in statements:
        assert not [name for name in PRIVATE_COLUMNS if name in sql.replace("shared_notes", "")]
        assert "*" not in sql


def test_a_check_in_without_shared_notes_or_that_was_not_held_is_none(ana: PersonBuilder) -> None:
    ana.with_checkin(20, private_notes="x")
    check_in = checkins.start(ana.store, ana.id, NOW)
    checkins.write(ana.store, check_in.id, shared_notes="Running")
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    assert sources(review) == []
    checkins.finish(ana.store, check_in.id, NOW)
    assert sources(review) == [Source.CHECK_IN]


@pytest.mark.parametrize("kind", list(CheckInKind))
def test_nothing_that_a_career_conversation_said_is_offered(
    ana: PersonBuilder, kind: CheckInKind
) -> None:
    """Its notes, and the feedback and the readings that were noted down in it."""
    store = ana.store
    goal = ana.with_goals("Loads").citable().goals[0].id
    result = key_results.add(store, goal, "By six", today=TODAY).id
    check_in = checkins.start(store, ana.id, NOW, kind=kind)
    checkins.write(store, check_in.id, shared_notes="She wants to lead")
    key_results.change(store, result, today=TODAY, current=7.0, made_in=check_in.id)
    feedback.add(store, ana.id, TODAY, behaviour="Led the call", made_in=check_in.id)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30))
    key_result_values.add(store, result, TODAY - timedelta(days=3), 5.0, today=TODAY)
    feedback.add(store, ana.id, TODAY - timedelta(days=3), behaviour="Ran the shift")
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    elsewhere = {(Source.READING, "By six: 5 (1)"), (Source.FEEDBACK, "Ran the shift")}
    said = {
        (Source.CHECK_IN, "She wants to lead"), (Source.READING, "By six: 7 (1)"),
        (Source.FEEDBACK, "Led the call"),
    }  # fmt: skip
    found = {(one.source, one.title) for one in offered(review)}
    assert found == (elsewhere if kind is CheckInKind.CAREER else elsewhere | said)
    with pytest.raises(NotFound, match="can't be cited"):
        key = check_in.id if kind is CheckInKind.CAREER else 0
        review_evidence.cite(store, review.id, Source.CHECK_IN, key, NOW)


def said_in_a_career_conversation(ana: PersonBuilder) -> int:
    """A reading and feedback noted down in a career conversation; its id."""
    goal = ana.with_goals("Loads").citable().goals[0].id
    result = key_results.add(ana.store, goal, "By six", today=TODAY).id
    check_in = checkins.start(ana.store, ana.id, NOW, kind=CheckInKind.CAREER)
    key_results.change(ana.store, result, today=TODAY, current=7.0, made_in=check_in.id)
    feedback.add(ana.store, ana.id, TODAY, behaviour="Led the call", made_in=check_in.id)
    checkins.finish(ana.store, check_in.id, NOW + timedelta(minutes=30))
    return check_in.id


def test_what_a_deleted_career_conversation_said_is_never_offered(ana: PersonBuilder) -> None:
    store = ana.store
    check_in = said_in_a_career_conversation(ana)
    other = checkins.start(store, ana.id, NOW + timedelta(hours=1))
    feedback.add(store, ana.id, TODAY, behaviour="Ran the shift", made_in=other.id)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    before = dump(store.path)
    assert [one.title for one in offered(review)] == ["Ran the shift"]
    checkins.remove(store, [check_in, other.id])
    assert [one.title for one in offered(review)] == ["Ran the shift"]
    trash.bring_back(store, [trash.things(store)[0].id])
    assert [one.title for one in offered(review)] == ["Ran the shift"]
    store.undo()
    trash.forget(store, [trash.things(store)[0].id])
    assert [one.title for one in offered(review)] == ["Ran the shift"]
    store.undo()
    store.undo()
    assert dump(store.path) == before


@pytest.mark.parametrize("forgotten", [False, True])
def test_nor_is_what_comes_back_after_its_career_conversation_was_deleted(
    ana: PersonBuilder, forgotten: bool
) -> None:
    store = ana.store
    check_in = said_in_a_career_conversation(ana)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    feedback.remove(store, [feedback.newest(store, ana.id)[0].id])
    plans.remove_items(store, [ana.goals[0].id])
    deleted = [one.id for one in trash.things(store)]
    checkins.remove(store, [check_in])
    (gone,) = {one.id for one in trash.things(store)} - set(deleted)
    if forgotten:
        trash.forget(store, [gone])
    trash.bring_back(store, deleted)
    assert {row for (row,) in ask(store.path, "SELECT made_in FROM feedback")} == {None}
    assert offered(review) == []


def test_what_was_cited_of_a_career_conversation_before_stays_until_it_is_taken_out(
    ana: PersonBuilder,
) -> None:
    store = ana.store
    check_in = ana.with_checkin(20, shared_notes="We looked at it").check_ins[0]
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    cited = review_evidence.cite(store, review.id, Source.CHECK_IN, check_in.id, NOW)
    checkins.write(store, check_in.id, shared_notes="She wants to lead")
    checkins.write(store, check_in.id, kind=CheckInKind.CAREER)
    (kept,) = offered(review)
    assert (kept.title, kept.number, kept.is_left) == ("We looked at it", 1, True)
    assert review_evidence.cite(store, review.id, Source.CHECK_IN, check_in.id, NOW) == cited
    review_evidence.uncite(store, [cited.id])
    assert offered(review) == []


def test_a_goal_and_its_values_are_offered_where_that_is_settled(ana: PersonBuilder) -> None:
    store = ana.store
    everything(ana)
    goal = ana.goals[0].id
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    of_goals = {Source.GOAL, Source.READING}
    assert of_goals <= set(sources(review))
    plans.change_item(store, goal, today=TODAY, may_be_cited=False)
    assert set(sources(review)) == set(Source) - of_goals
    store.undo()
    assert of_goals <= set(sources(review))


def test_nobody_settled_it_for_a_goal_that_is_new(ana: PersonBuilder) -> None:
    ana.with_goals("Loads are done by six")
    assert not ana.goals[0].may_be_cited
    plans.set_state(ana.store, [ana.goals[0].id], ItemState.DONE, TODAY)
    assert sources(ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)) == []


def test_what_was_cited_stays_though_it_may_not_be_cited_any_more(ana: PersonBuilder) -> None:
    store = ana.store
    everything(ana)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    goal = ana.goals[0].id
    for one in offered(review):
        review_evidence.cite(store, review.id, one.source, one.source_id, NOW)
    before = {one.key: (one.number, one.title, one.words) for one in offered(review)}
    plans.change_item(store, goal, today=TODAY, may_be_cited=False, title=f"{SECRET} title")
    after = offered(review)
    assert {one.key: (one.number, one.title, one.words) for one in after} == before
    left = {one.source for one in after if one.is_left}
    assert left == {Source.GOAL, Source.READING}
    store.undo()
    assert not any(one.is_left for one in offered(review))


def test_the_newest_form_of_a_goal_says_whether_it_may_be_cited(ana: PersonBuilder) -> None:
    """Over three closings: what was read in any of its plans counts once, or not at all."""
    store = ana.store
    goal = ana.with_goals("Loads").goals[0].id
    key_results.add(store, goal, "By six", today=TODAY)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    for value in (1.0, 2.0, 3.0):
        view = plans.active(store, ana.id)
        assert view is not None
        (going,) = view.items
        day = TODAY - timedelta(days=9 - int(value))
        key_result_values.add(store, going.key_results[0].id, day, value, today=TODAY)
        plans.set_state(store, [going.id], ItemState.DONE, TODAY)
        closing.close(store, view.plan.id, TODAY, carry=[going.id])
        assert offered(review) == []
    view = plans.active(store, ana.id)
    assert view is not None
    newest = view.items[0].id
    plans.change_item(store, newest, today=TODAY, may_be_cited=True)
    found = offered(review)
    read = [f"By six: {value} (1)" for value in (3, 2, 1)]
    assert [one.title for one in found if one.source is Source.READING] == read
    assert [one.title for one in found if one.source is Source.GOAL] == ["Loads"] * 3
    closing.close(store, view.plan.id, TODAY, carry=[newest])
    assert offered(review) == found  # the word goes along
    again = plans.active(store, ana.id)
    assert again is not None
    plans.change_item(store, again.items[0].id, today=TODAY, may_be_cited=False)
    assert offered(review) == []
    plans.remove_items(store, [again.items[0].id])
    assert offered(review) == []  # what was taken back stays so
    store.undo()
    store.undo()
    assert offered(review) == found
    plans.remove_items(store, [again.items[0].id])
    assert offered(review) == found  # nobody took it back


@pytest.mark.parametrize("values", [{"may_be_cited": False}, {"personal": True}])
def test_what_is_taken_back_is_so_in_every_plan_of_the_goal_in_one_step(
    ana: PersonBuilder, values: dict[str, bool]
) -> None:
    store = ana.store
    first = ana.with_goals("Loads").citable().goals[0].id
    for _ in range(2):
        view = plans.active(store, ana.id)
        assert view is not None
        closing.close(store, view.plan.id, TODAY, carry=[view.items[0].id])
    view = plans.active(store, ana.id)
    assert view is not None
    before = dump(store.path)
    plans.change_item(store, view.items[0].id, today=TODAY, title="Trucks")
    assert plans.item(store, first).item.may_be_cited
    plans.change_item(store, view.items[0].id, today=TODAY, **values)
    assert ask(store.path, "SELECT DISTINCT may_be_cited FROM plan_item") == [(0,)]
    store.undo()
    store.undo()
    assert dump(store.path) == before


def test_other_people_are_never_offered(ana: PersonBuilder) -> None:
    everything(a_person(ana.store, "Ben"))
    assert offered(ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)) == []


@pytest.fixture(params=["Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """The place of the manager."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    time.tzset()


def held(ana: PersonBuilder, moment: datetime) -> None:
    """A check-in with notes at that moment."""
    check_in = checkins.start(ana.store, ana.id, moment.astimezone(UTC))
    checkins.write(ana.store, check_in.id, shared_notes=f"{moment:%Y-%m-%d %H:%M}")
    checkins.finish(ana.store, check_in.id, moment.astimezone(UTC) + timedelta(minutes=5))


@pytest.mark.parametrize(
    "period",
    [
        YEAR,
        (date(2026, 3, 29), date(2026, 10, 25)),  # the days on which clocks change in Europe
        (date(2026, 3, 8), date(2026, 11, 1)),  # and in America
        (TODAY, TODAY),
    ],
)
def test_days_of_the_period_are_those_of_the_managers_place(
    ana: PersonBuilder, zone: ZoneInfo, period: tuple[date, date]
) -> None:
    first, last = (datetime(day.year, day.month, day.day, tzinfo=zone) for day in period)
    for moment in (
        first - timedelta(minutes=10),
        first + timedelta(minutes=1),
        last.replace(hour=23, minute=54),
        (last + timedelta(days=1)).replace(hour=0, minute=1),
    ):
        held(ana, moment)
    review = ReviewBuilder(ana.store, a_cycle(ana.store, "Own", CycleKind.OWN, period), ana.id)
    assert [one.title for one in offered(review)] == [
        f"{period[1]} 23:54", f"{period[0]} 00:01",
    ]  # fmt: skip
    assert {one.on for one in offered(review)} == set(period)


def test_both_ends_of_the_period_count_for_days_too(ana: PersonBuilder) -> None:
    for day in (YEAR[0] - timedelta(1), YEAR[0], YEAR[1], YEAR[1] + timedelta(1)):
        accomplishments.add(ana.store, ana.id, [str(day)], day)
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    assert [one.on for one in offered(review)] == [YEAR[1], YEAR[0]]


def test_citing_copies_the_words_and_logs_what_crossed(ana: PersonBuilder) -> None:
    everything(ana)
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    check_in = next(one for one in offered(review) if one.source is Source.CHECK_IN)
    added = review_evidence.cite(store, review.id, Source.CHECK_IN, check_in.source_id, NOW)
    again = review_evidence.cite(store, review.id, Source.CHECK_IN, check_in.source_id, NOW)
    assert added == again
    [crossed] = bridges.crossings(store, ana.id)
    assert (crossed.way, crossed.kind, crossed.source_id, crossed.target_id) == (
        Way.TO_REVIEW, "talk", check_in.source_id, added.id,
    )  # fmt: skip
    checkins.write(store, check_in.source_id, shared_notes="Worded anew")
    assert [one.words for one in review.view.cited] == [added.words]
    assert [one.title for one in offered(review) if one.number] == ["Worded anew"]


def test_an_accomplishment_is_of_reviews_and_crosses_nothing(ana: PersonBuilder) -> None:
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id).collected()
    assert len(review.view.cited) == 1
    assert bridges.crossings(ana.store, ana.id) == []


def test_what_lies_outside_or_is_of_another_cannot_be_cited(ana: PersonBuilder) -> None:
    store = ana.store
    old = accomplishments.add(store, ana.id, ["Old"], YEAR[0] - timedelta(1))[0]
    bens = accomplishments.add(store, a_person(store, "Ben").id, ["His"], TODAY)[0]
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    for key in (old.id, bens.id, 999):
        with pytest.raises(NotFound, match="outside the review period"):
            review_evidence.cite(store, review.id, Source.ACCOMPLISHMENT, key, NOW)


def test_what_is_cited_stays_when_its_source_goes(ana: PersonBuilder) -> None:
    everything(ana)
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    for one in offered(review):
        review_evidence.cite(store, review.id, one.source, one.source_id, NOW)
    count = len(offered(review))
    numbers = {one.key: one.number for one in offered(review)}
    checkins.remove(store, [ana.check_ins[0].id])
    plans.remove_items(store, [ana.goals[0].id])
    for told in feedback.newest(store, ana.id, 9):
        feedback.remove(store, [told.id])
    accomplishments.remove(
        store, [one.id for one, _ in accomplishments.of_review(store, review.id)]
    )
    left = offered(review)
    assert {one.key: one.number for one in left} == numbers
    assert len(left) == count == len(review.view.cited)


def test_what_moved_out_of_the_period_stays_cited(ana: PersonBuilder) -> None:
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id).collected()
    cycles.change(store, review.cycle.id, ends_on=TODAY - timedelta(1))
    assert [one.number for one in offered(review)] == [1]


def test_numbers_move_up_when_one_is_cited_no_longer(ana: PersonBuilder) -> None:
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    keys = [one.id for one in accomplishments.add(store, ana.id, ["A", "B", "C"], TODAY)]
    cited = [
        review_evidence.cite(store, review.id, Source.ACCOMPLISHMENT, key, NOW) for key in keys
    ]
    review_evidence.uncite(store, [cited[0].id])
    numbers = {one.title: one.number for one in offered(review)}
    assert numbers == {"A": 0, "B": 1, "C": 2}


def test_a_citation_from_the_trash_beside_a_new_one_counts_once(ana: PersonBuilder) -> None:
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    keys = [one.id for one in accomplishments.add(store, ana.id, ["A", "B"], TODAY)]
    first = review_evidence.cite(store, review.id, Source.ACCOMPLISHMENT, keys[0], NOW)
    review_evidence.uncite(store, [first.id])
    for key in keys:
        review_evidence.cite(store, review.id, Source.ACCOMPLISHMENT, key, NOW)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert sorted(one.number for one in offered(review)) == [1, 2]
    assert len(review.view.cited) == 2
    review_evidence.uncite(store, [review.view.cited[0].id])
    assert sorted(one.number for one in offered(review)) == [0, 1]


def test_a_reached_goal_is_offered_into_the_cycle_of_its_day(ana: PersonBuilder) -> None:
    store = ana.store
    ana.with_goals("Far", "Open").citable()
    plans.set_state(store, [ana.goals[0].id], ItemState.DONE, TODAY)
    with pytest.raises(InvalidInput, match="Start one in Reviews"):
        review_evidence.offer_goal(store, ana.goals[0].id, NOW)
    cycle = a_cycle(store)
    with pytest.raises(InvalidInput, match="Only a goal that has been reached"):
        review_evidence.offer_goal(store, ana.goals[1].id, NOW)
    found, evidence = review_evidence.offer_goal(store, ana.goals[0].id, NOW)
    assert (found.id, evidence.title) == (cycle.id, "Far")
    assert review_evidence.offer_goal(store, ana.goals[0].id, NOW)[1] == evidence


def test_a_goal_that_nobody_settled_is_not_brought_over(ana: PersonBuilder) -> None:
    store = ana.store
    cycle = a_cycle(store)
    goal = ana.with_goals("Far").goals[0].id
    plans.set_state(store, [goal], ItemState.DONE, TODAY)
    with pytest.raises(InvalidInput, match="Discuss it with them, then open the goal and tick"):
        review_evidence.offer_goal(store, goal, NOW)
    plans.change_item(store, goal, today=TODAY, may_be_cited=True)
    found, cited = review_evidence.offer_goal(store, goal, NOW)
    assert found.id == cycle.id
    plans.change_item(store, goal, today=TODAY, may_be_cited=False)
    assert review_evidence.offer_goal(store, goal, NOW)[1] == cited


def test_a_personal_goal_stays_out_of_reviews_and_what_was_cited_before_in(
    ana: PersonBuilder,
) -> None:
    store = ana.store
    everything(ana)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    goal = ana.goals[0].id
    cited = review_evidence.cite(store, review.id, Source.GOAL, goal, NOW)
    plans.change_item(store, goal, today=TODAY, personal=True)
    found = {one.source: one for one in offered(review)}
    assert found.keys() == set(Source) - {Source.READING}
    assert found[Source.GOAL].evidence_id == cited.id
    with pytest.raises(InvalidInput, match=r"^Personal goals can't be cited in reviews"):
        review_evidence.offer_goal(store, goal, NOW)
    review_evidence.uncite(store, [cited.id])
    assert Source.GOAL not in sources(review)


def test_a_closed_cycle_or_one_without_the_person_is_passed_over(ana: PersonBuilder) -> None:
    store = ana.store
    ana.with_goals("Far").citable()
    plans.set_state(store, [ana.goals[0].id], ItemState.DONE, TODAY)
    cycles.close(store, a_cycle(store, "Closed").id, TODAY)
    out = a_cycle(store, "Out")
    cycles.leave_out(store, out.id, ana.id, "On leave")
    with pytest.raises(InvalidInput, match="No open review cycle"):
        review_evidence.offer_goal(store, ana.goals[0].id, NOW)
    right = a_cycle(store, "Right", CycleKind.OWN, (TODAY, TODAY))
    assert review_evidence.offer_goal(store, ana.goals[0].id, NOW)[0].id == right.id


def test_notes_that_ask_for_markup_come_as_plain_words(ana: PersonBuilder) -> None:
    ana.with_checkin(9, shared_notes="# Plan\n\n- **bold** move\n\n" + "long " * 900)
    [found] = offered(ReviewBuilder(ana.store, a_cycle(ana.store), ana.id))
    assert len(found.title) <= review_evidence.TITLE
    assert "**" not in found.words
    assert len(found.words) <= queries.MOST


def test_discovery_is_no_source(ana: PersonBuilder) -> None:
    discovery.ensure_bank(ana.store)
    ana.with_note("I want to lead", "Ready")
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    assert sources(review) == []
    assert reviews.get(ana.store, review.id).cited == ()


def test_of_a_long_note_the_beginning_is_cited_and_says_so(ana: PersonBuilder) -> None:
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    for days, count in ((3, 400), (2, 401)):
        ana.with_checkin(days, shared_notes=" ".join(["abcd"] * count))
    long, short = (one.words for one in offered(review))
    assert short == " ".join(["abcd"] * 400)
    assert long == f"{short}…"


def test_a_long_accomplishment_is_cited_whole(ana: PersonBuilder) -> None:
    review = ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)
    what = "Moved the stock service to the new machines " * 8
    accomplishments.add(ana.store, ana.id, [what, "Wrote the guide"], TODAY)
    short, long = offered(review)
    assert (short.title, short.words) == ("Wrote the guide", "")
    assert long.title.endswith("…")
    assert long.words == what.strip()
