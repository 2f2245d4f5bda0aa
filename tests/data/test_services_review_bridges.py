"""What goes from Review to Growth by hand: gaps without rating words, and the check-in after it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import (
    CheckIn,
    CheckInKind,
    CheckInState,
    Horizon,
    ItemState,
    PersonStatus,
)
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.records import Source, Way
from careerdesk.services import checkins, goal_changes, leave, people, plans
from careerdesk.services.reviews import bridges, cycles, evidence, reviews
from careerdesk.services.reviews.sheet import share_sheet
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person, a_planned, titles
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import dump

HOUR = timedelta(hours=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    store.now = lambda: NOW
    return a_person(store, "Ana Ruiz")


@pytest.fixture
def review(ana: PersonBuilder) -> ReviewBuilder:
    """Ana's review, sealed."""
    return ReviewBuilder(ana.store, a_cycle(ana.store), ana.id).written().sealed()


def planned(review: ReviewBuilder) -> list[CheckInKind]:
    """The kinds of check-ins that are planned with Ana, in the order of time."""
    found = []
    while check_in := checkins.next_planned(review.store, review.person_id, TODAY):
        found.append(check_in.kind)
        checkins.remove(review.store, [check_in.id])
    for _ in found:
        review.store.undo()
    return found


@pytest.mark.parametrize(
    "words",
    [
        "Get a better rating",
        "Become rated higher",
        "Survive CALIBRATION",
        "Earn more pay",
        "A salary like others",
        "Reach the bonus",
        "Pass the performance review",
        "Two ratings higher",
        "Be Outstanding next time",
        "be strong in meetings",
        "from solid to strong",
    ],
)
def test_a_word_of_reviews_stays_here(review: ReviewBuilder, words: str) -> None:
    before = dump(review.store.path)
    with pytest.raises(InvalidInput, match="belongs in the review"):
        bridges.gap_to_goal(review.store, review.id, words, NOW)
    assert dump(review.store.path) == before


@pytest.mark.parametrize(
    "words",
    ["Operating the payments service", "Strongly typed interfaces", "Prorated plans",
     "チームを導く", "Solidify the release", "Tune the performance of queries",
     "Collaborate across teams"],
)  # fmt: skip
def test_words_that_only_look_alike_go_over(review: ReviewBuilder, words: str) -> None:
    item = bridges.gap_to_goal(review.store, review.id, words, NOW)
    assert item.title == words


def test_own_labels_with_signs_are_refused_too(review: ReviewBuilder) -> None:
    cycles.change_level(review.store, review.step(0), label="A+ (top)")
    cycles.change_level(review.store, review.step(1), label="超える")
    cycles.change_level(review.store, review.step(2), label="5")
    bridges.gap_to_goal(review.store, review.id, "Hold 25 talks", NOW)
    for words in ("Become a+ (TOP) soon", "Reach a 5", "期待を超える人になる"):
        with pytest.raises(InvalidInput, match="belongs in the review"):
            bridges.gap_to_goal(review.store, review.id, words, NOW)


def test_a_gap_becomes_a_draft_goal_in_the_plan_of_now(review: ReviewBuilder) -> None:
    store = review.store
    item = bridges.gap_to_goal(store, review.id, "Lead across teams", NOW)
    view = plans.active(store, review.person_id)
    assert view is not None
    assert view.plan.id == item.plan_id
    second = bridges.gap_to_goal(store, review.id, "Write more", NOW)
    assert second.plan_id == item.plan_id
    assert (item.horizon, item.state) == (Horizon.LONGER, ItemState.NOT_STARTED)
    assert item.rank < second.rank
    assert (item.score, item.private_note, item.for_business) == (None, "", "")
    told = goal_changes.between(store, item.plan_id, TODAY, TODAY)
    assert [(goal.title, goal.new) for goal in told] == [
        ("Lead across teams", True), ("Write more", True),
    ]  # fmt: skip


def test_it_joins_the_goals_that_are_there(review: ReviewBuilder, ana: PersonBuilder) -> None:
    ana.with_goals("Far", horizon=Horizon.LONGER)
    bridges.gap_to_goal(ana.store, review.id, "Lead across teams", NOW)
    view = plans.active(ana.store, ana.id)
    assert view is not None
    longer = [one.item for one in view.items if one.item.horizon is Horizon.LONGER]
    assert titles(longer) == ["Far", "Lead across teams"]


def test_both_ways_are_logged_the_last_first(review: ReviewBuilder, ana: PersonBuilder) -> None:
    store = ana.store
    ana.with_checkin(9, shared_notes="Well")
    evidence.cite(store, review.id, Source.CHECK_IN, ana.check_ins[0].id, NOW)
    item = bridges.gap_to_goal(store, review.id, "Lead across teams", NOW + HOUR)
    found = bridges.crossings(store, ana.id)
    assert [(one.way, one.kind) for one in found] == [
        (Way.TO_CONVERSATIONS, "gap"), (Way.TO_REVIEW, "talk"),
    ]  # fmt: skip
    assert [one.target_id for one in bridges.gone_over(store, review.id)] == [item.id]
    plans.remove_items(store, [item.id])
    assert len(bridges.crossings(store, ana.id)) == 2


def test_the_gaps_come_apart_line_by_line(review: ReviewBuilder) -> None:
    reviews.write(review.store, review.id, gaps="- Lead a project\n- Write it down\n\n")
    assert bridges.gap_lines(review.store, review.id) == ["Lead a project", "Write it down"]


def test_an_empty_gap_is_refused(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="gap"):
        bridges.gap_to_goal(review.store, review.id, " ", NOW)


def test_a_career_conversation_follows_sharing(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="Share the review first"):
        bridges.plan_career_conversation(review.store, review.id)
    review.shared()
    check_in = bridges.plan_career_conversation(review.store, review.id)
    assert (check_in.kind, check_in.state) == (CheckInKind.CAREER, CheckInState.PLANNED)
    assert check_in.starts_at.astimezone().date() == TODAY + timedelta(3)


def test_planned_twice_it_is_one_check_in(review: ReviewBuilder) -> None:
    review.shared()
    first = bridges.plan_career_conversation(review.store, review.id)
    assert bridges.plan_career_conversation(review.store, review.id).id == first.id
    assert planned(review) == [CheckInKind.CAREER]


@pytest.mark.parametrize("days_ago", [0, 1, 3, 8, 60, 200])
@pytest.mark.parametrize("day", range(7))
def test_it_is_always_ahead_on_a_working_day_three_days_later(
    review: ReviewBuilder, days_ago: int, day: int
) -> None:
    now = NOW + timedelta(days=day)
    review.store.now = lambda: now
    shared = (now - timedelta(days=days_ago)).date()
    review.shared(shared)
    on = bridges.plan_career_conversation(review.store, review.id).starts_at.astimezone().date()
    assert on >= shared + timedelta(3)
    assert on > now.date()
    assert on.weekday() < 5


def on_leave(review: ReviewBuilder, first: date, until: date | None) -> None:
    leave.begin(review.store, review.person_id, first, until)


@pytest.mark.parametrize(
    ("first", "until", "day"),
    [
        (date(2026, 11, 17), date(2026, 11, 24), date(2026, 11, 25)),
        (date(2026, 11, 20), date(2026, 11, 20), date(2026, 11, 23)),
        (date(2026, 11, 19), date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 23), date(2026, 12, 4), date(2026, 11, 20)),  # before it begins
        (date(2026, 11, 23), None, date(2026, 11, 20)),
    ],
)
def test_it_is_never_proposed_within_a_leave(
    review: ReviewBuilder, first: date, until: date | None, day: date
) -> None:
    review.shared()
    on_leave(review, first, until)
    assert bridges.career_conversations(review.store, review.cycle.id)[0].offered_on == day
    assert (
        bridges.plan_career_conversation(review.store, review.id).starts_at.astimezone().date()
        == day
    )
    assert bridges.career_conversations(review.store, review.cycle.id)[0].offered_on is None


def test_of_a_leave_without_a_known_end_no_day_is_proposed(review: ReviewBuilder) -> None:
    review.shared()
    on_leave(review, TODAY, None)
    assert bridges.career_conversations(review.store, review.cycle.id)[0].offered_on is None
    with pytest.raises(InvalidInput, match="once you know when their leave ends"):
        bridges.plan_career_conversation(review.store, review.id)
    assert planned(review) == []


def test_with_somebody_who_has_left_nothing_is_proposed(review: ReviewBuilder) -> None:
    review.shared()
    people.change(review.store, review.person_id, status=PersonStatus.LEFT)
    assert bridges.career_conversations(review.store, review.cycle.id)[0].offered_on is None
    with pytest.raises(InvalidInput, match="has left"):
        bridges.plan_career_conversation(review.store, review.id)
    people.change(review.store, review.person_id, status=PersonStatus.ACTIVE)
    people.archive(review.store, review.person_id, TODAY)
    assert bridges.career_conversations(review.store, review.cycle.id)[0].offered_on is None
    with pytest.raises(InvalidInput, match="is archived"):
        bridges.plan_career_conversation(review.store, review.id)


def test_it_is_on_a_day_on_which_both_work(review: ReviewBuilder) -> None:
    review.shared()
    people.change(review.store, review.person_id, work_days=0b00110)  # Tuesday and Wednesday
    week = WorkWeek(off=frozenset({date(2026, 11, 24)}))
    check_in = bridges.plan_career_conversation(review.store, review.id, week=week)
    assert check_in.starts_at.astimezone().date() == date(2026, 11, 25)


def test_at_an_hour_that_is_taken_it_begins_later(review: ReviewBuilder) -> None:
    review.shared()
    at = datetime(2026, 11, 20, 14).astimezone()
    a_planned(review.store, review.person_id, at)
    assert bridges.plan_career_conversation(review.store, review.id).starts_at == at + HOUR / 2


def test_it_survives_whatever_is_planned_or_finished_beside_it(review: ReviewBuilder) -> None:
    store = review.shared().store
    check_in = bridges.plan_career_conversation(store, review.id)
    for days in (1, 2, 9):
        a_planned(store, review.person_id, NOW + timedelta(days=days))
    a_planned(store, review.person_id, NOW + timedelta(days=30), kind=CheckInKind.CAREER)
    before = planned(review)
    assert sorted(before) == [CheckInKind.CAREER] * 2 + [CheckInKind.ONE_ON_ONE] * 3
    going = checkins.start(store, review.person_id, NOW)
    checkins.finish(store, going.id, NOW + HOUR, NOW + timedelta(days=7))
    assert checkins.get(store, check_in.id).state is CheckInState.PLANNED
    assert sorted(planned(review)) == sorted([*before, CheckInKind.ONE_ON_ONE])


def test_one_that_is_planned_already_is_given_back(review: ReviewBuilder) -> None:
    store = review.shared().store
    later = NOW + timedelta(days=30)
    a_planned(store, review.person_id, later, kind=CheckInKind.CAREER)
    step = store.last_edit
    assert bridges.plan_career_conversation(store, review.id).starts_at == later
    assert store.last_edit is step


def test_who_never_had_it_shows(review: ReviewBuilder) -> None:
    store, cycle = review.store, review.cycle.id
    assert bridges.career_conversations(store, cycle) == []
    review.shared()
    [found] = bridges.career_conversations(store, cycle)
    assert (found.id, found.shared_on) == (review.person_id, TODAY)
    assert (found.planned_on, found.held_on) == (None, None)
    check_in = bridges.plan_career_conversation(store, review.id)
    day = check_in.starts_at.astimezone().date()
    assert bridges.career_conversations(store, cycle)[0].planned_on == day
    checkins.start(store, review.person_id, check_in.starts_at)
    checkins.finish(store, check_in.id, check_in.starts_at + HOUR)
    [found] = bridges.career_conversations(store, cycle)
    assert (found.planned_on, found.held_on) == (None, day)


def test_a_check_in_before_or_on_the_day_of_sharing_does_not_count(
    review: ReviewBuilder, ana: PersonBuilder
) -> None:
    ana.with_checkin(3, kind=CheckInKind.CAREER).with_checkin(0, kind=CheckInKind.CAREER)
    review.shared()
    [found] = bridges.career_conversations(ana.store, review.cycle.id)
    assert (found.planned_on, found.held_on) == (None, None)


def test_another_kind_of_check_in_does_not_count(review: ReviewBuilder) -> None:
    store = review.shared().store
    check_in = checkins.start(store, review.person_id, NOW + timedelta(days=5))
    checkins.finish(store, check_in.id, NOW + timedelta(days=5, hours=1))
    assert bridges.career_conversations(store, review.cycle.id)[0].held_on is None


def test_one_that_was_missed_does_not_hide_the_one_that_was_held(review: ReviewBuilder) -> None:
    store = review.shared().store
    missed = bridges.plan_career_conversation(store, review.id)
    checkins.cancel(store, missed.id, CheckInState.SKIPPED)
    assert bridges.career_conversations(store, review.cycle.id)[0].planned_on is None
    day = datetime(2026, 11, 30, 9, tzinfo=UTC)
    later = day + timedelta(days=30)
    check_in = checkins.start(store, review.person_id, day, CheckInKind.CAREER)
    checkins.finish(store, check_in.id, day + HOUR)
    a_planned(store, review.person_id, later, kind=CheckInKind.CAREER)
    [found] = bridges.career_conversations(store, review.cycle.id)
    assert (found.planned_on, found.held_on) == (None, day.date())


def test_one_that_was_missed_is_not_to_come(review: ReviewBuilder) -> None:
    store = review.shared().store
    missed = bridges.plan_career_conversation(store, review.id)
    store.now = lambda: missed.starts_at + timedelta(days=1)
    assert bridges.career_conversations(store, review.cycle.id)[0].planned_on is None
    check_in = bridges.plan_career_conversation(store, review.id)
    assert check_in.id != missed.id
    assert check_in.starts_at > store.now()
    day = check_in.starts_at.astimezone().date()
    assert bridges.career_conversations(store, review.cycle.id)[0].planned_on == day
    assert planned(review) == [CheckInKind.CAREER] * 2


def test_one_that_was_held_elsewhere_has_the_day_of_that_place(review: ReviewBuilder) -> None:
    store = review.shared().store
    evening = datetime(2026, 11, 24, 20, tzinfo=timezone(timedelta(hours=-5)))  # 25th here
    check_in = checkins.start(store, review.person_id, evening, CheckInKind.CAREER)
    checkins.finish(store, check_in.id, evening + HOUR)
    with store.edit("Hold it elsewhere") as tx:
        tx.change(CheckIn, check_in.id, utc_offset=-300)
    assert bridges.career_conversations(store, review.cycle.id)[0].held_on == evening.date()


def test_a_goal_that_came_of_a_gap_is_called_here_as_it_went_over(
    ana: PersonBuilder, review: ReviewBuilder
) -> None:
    """How it was reworded with its person is theirs: the log and the sheet say no word of it."""
    store = ana.store
    reviews.write(store, review.id, gaps="Lead a project\nAsk earlier")
    goal = bridges.gap_to_goal(store, review.id, "Lead a project", NOW).id
    for title in ("Lead", "Find another team", "Lead it elsewhere"):
        plans.change_item(store, goal, today=TODAY, title=title)
        (line,) = bridges.crossing_lines(store, ana.id)
        assert (line.title, line.there) == ("Lead a project", True)
        assert share_sheet(store, review.id).goals == ("Lead a project",)
        assert [bool(one.gone_on) for one in bridges.gaps(store, review.id)] == [True, False]
    plans.remove_items(store, [goal])
    (line,) = bridges.crossing_lines(store, ana.id)
    assert (line.title, line.there) == ("", False)
    assert share_sheet(store, review.id).goals == ()


def test_the_log_does_not_call_what_was_cited_once_by_a_title_that_may_not_be_cited(
    ana: PersonBuilder,
) -> None:
    store = ana.store
    goal = ana.with_goals("Loads").citable().goals[0].id
    plans.set_state(store, [goal], ItemState.DONE, TODAY)
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    cited = evidence.cite(store, review.id, Source.GOAL, goal, NOW)
    evidence.uncite(store, [cited.id])
    assert [one.title for one in bridges.crossing_lines(store, ana.id)] == ["Loads"]
    plans.change_item(store, goal, today=TODAY, title="Leave the team", may_be_cited=False)
    (line,) = bridges.crossing_lines(store, ana.id)
    assert (line.title, line.there) == ("", False)
