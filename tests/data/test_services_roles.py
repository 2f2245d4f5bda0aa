"""Titles and levels of their time: begun, corrected, promised, shown, imported, deleted."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.reviews.records import PromotionState, Way
from careerdesk.domain.roles import role_on
from careerdesk.domain.roster import understand
from careerdesk.services import brief, exporting, importing, own_words, people, roles, trash
from careerdesk.services.importing import RowOutcome
from careerdesk.services.reviews import bridges, cycles, promotions, reviews, sheet, steps
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Store
from tests.builders import PersonBuilder, a_person
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review
from tests.seeds import seeds
from tests.stores import blank_store, dump

DAY = timedelta(days=1)
JANUARY = date(2027, 1, 1)
APPROVED = PromotionState.APPROVED


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """An engineer on level four, since some day in 2020."""
    store.now = lambda: NOW
    return a_person(store).like(title="Engineer", level="L4", start_date=date(2020, 3, 1))


def said(store: Store, person_id: int) -> list[str]:
    """The history in words, the newest first."""
    return [
        f"{role.words} until {role.last_day}" if role.last_day else role.words
        for role in roles.history(store, person_id)
    ]


def test_a_new_level_keeps_what_was_before_until_the_day_before(ana: PersonBuilder) -> None:
    roles.begin(ana.store, ana.id, TODAY, TODAY, level="L5")
    assert said(ana.store, ana.id) == ["Engineer, L5", "Engineer, L4 until 2026-11-16"]
    assert roles.on(ana.store, ana.id, TODAY - DAY).level == "L4"
    ana.store.undo()
    assert said(ana.store, ana.id) == ["Engineer, L4"]


def test_until_a_coming_day_the_old_ones_hold_everywhere(ana: PersonBuilder) -> None:
    store = ana.with_goals("One").store
    roles.begin(store, ana.id, JANUARY, TODAY, title="Senior Engineer", level="L5")
    for day, title in ((JANUARY - DAY, "Engineer"), (JANUARY, "Senior Engineer")):
        assert roles.as_of(store, ana.id, day).title == title
        assert people.rail(store, day)[0].person.title == title
        assert brief.on_paper(store, ana.id, day).person.title == title
        assert exporting.check_ins_summary(store, ana.id, day).person_title == title
        assert own_words.of(store, ana.id, day).person_title == title
    assert exporting.plan_for_sharing(store, ana.plan.id).person_title == "Engineer"
    assert people.rail(store, TODAY)[0].person.level == "L4"


def test_two_from_the_same_day_are_one(ana: PersonBuilder) -> None:
    roles.begin(ana.store, ana.id, TODAY, TODAY, level="L5")
    roles.begin(ana.store, ana.id, TODAY, TODAY, title="Lead")
    assert said(ana.store, ana.id) == ["Lead, L5", "Engineer, L4 until 2026-11-16"]


def test_what_begins_with_the_first_day_at_work_is_a_correction(ana: PersonBuilder) -> None:
    roles.begin(ana.store, ana.id, date(2020, 3, 1), TODAY, level="L5")
    assert said(ana.store, ana.id) == ["Engineer, L5"]


def test_a_day_that_cannot_be_is_refused_by_a_sentence(ana: PersonBuilder) -> None:
    roles.begin(ana.store, ana.id, date(2026, 1, 1), TODAY, level="L5")
    before = dump(ana.store.path)
    for since, why in (
        (date(2020, 2, 29), "started on 2020-03-01"), (date(2025, 12, 31), "apply from 2026-01-01"),
        (date(1066, 1, 1), "Check the year"), (date(2166, 1, 1), "Check the year"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput, match=why):
            roles.begin(ana.store, ana.id, since, TODAY, level="L6")
        with pytest.raises(InvalidInput, match=why):
            roles.keep_before(ana.store, ana.id, since, TODAY, level="L3")
    assert dump(ana.store.path) == before


def test_the_same_again_is_nothing_new(ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="already"):
        roles.begin(ana.store, ana.id, TODAY, TODAY, title=" Engineer ", level="L4")


def test_an_earlier_one_is_added_corrected_deleted_and_brought_back(ana: PersonBuilder) -> None:
    store = ana.store
    past = roles.add(store, ana.id, date(2023, 1, 1), TODAY, title="Trainee\n", level="L1")
    assert said(store, ana.id) == ["Engineer, L4", "Trainee, L1 until 2022-12-31"]
    roles.change(store, past.id, TODAY, title="Junior", until=date(2022, 1, 1))
    assert said(store, ana.id)[1] == "Junior, L1 until 2021-12-31"
    roles.remove(store, past.id)
    assert said(store, ana.id) == ["Engineer, L4"]
    thing = trash.things(store)[0]
    assert (thing.word, thing.on) == ("Earlier title and level", date(2022, 1, 1))
    trash.bring_back(store, [thing.id])
    assert said(store, ana.id)[1] == "Junior, L1 until 2021-12-31"


def test_an_earlier_one_has_a_day_of_its_own_at_work(ana: PersonBuilder) -> None:
    store = ana.store
    roles.add(store, ana.id, date(2023, 1, 1), TODAY, level="L3")
    other = roles.add(store, ana.id, date(2021, 1, 1), TODAY, level="L2")
    for until, why in (
        (date(2020, 3, 1), "started on 2020-03-01"), (date(2023, 1, 1), "ends on 2022-12-31"),
        (date(1890, 1, 1), "too far in the past"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput, match=why):
            roles.add(store, ana.id, until, TODAY, level="L1")
        with pytest.raises(InvalidInput, match=why):
            roles.change(store, other.id, TODAY, until=until)
    assert len(said(store, ana.id)) == 3


def test_an_earlier_one_has_words(ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="title or level"):
        roles.add(ana.store, ana.id, date(2023, 1, 1), TODAY, title=" \n")
    with pytest.raises(InvalidInput, match="Shorten"):
        roles.add(ana.store, ana.id, date(2023, 1, 1), TODAY, title="x" * 501)


def test_the_day_of_a_promotion_moves_with_its_entry(ana: PersonBuilder) -> None:
    store, review = ana.store, promised(ana.store, effective_on=date(2026, 9, 1))
    promotions.write(store, review.id, NOW)
    roles.change(store, roles.history(store, ana.id)[1].id, TODAY, until=date(2026, 10, 1))
    assert ana.person.last_promotion == date(2026, 10, 1)
    store.undo()
    assert ana.person.last_promotion == date(2026, 9, 1)


def test_the_past_goes_and_comes_with_its_person(ana: PersonBuilder) -> None:
    store = ana.store
    roles.add(store, ana.id, date(2023, 1, 1), TODAY, level="L3")
    before = said(store, ana.id)
    people.archive(store, ana.id, TODAY)
    assert said(store, ana.id) == before
    people.remove(store, ana.id)
    assert not store.read(lambda file: file.execute("SELECT * FROM past_role").fetchall())
    trash.bring_back(store, [trash.things(store)[0].id])
    assert said(store, ana.id) == before


# -- an approved promotion


def promised(store: Store, name: str = "Ana Ruiz", **outcome: object) -> ReviewBuilder:
    """A review whose promotion is approved."""
    review = a_review(store, name)
    told = {"to_title": "Senior Engineer", "to_level": "L5", "promotion": APPROVED} | outcome
    reviews.write_outcome(store, review.id, **told)
    return review


def test_an_approved_promotion_is_written_in_one_step(ana: PersonBuilder) -> None:
    store, review = ana.store, promised(ana.store, effective_on=JANUARY)
    before = dump(store.path)
    promotions.write(store, review.id, NOW)
    assert said(store, ana.id) == ["Senior Engineer, L5", "Engineer, L4 until 2026-12-31"]
    assert ana.person.last_promotion == JANUARY
    assert promotions.of(review.view).on == TODAY
    store.undo()
    assert dump(store.path) == before
    store.redo()
    assert promotions.of(review.view).on == TODAY


def test_without_a_day_it_is_from_today_and_what_is_empty_stays(ana: PersonBuilder) -> None:
    review = promised(ana.store, to_title="")
    promotions.write(ana.store, review.id, NOW)
    assert said(ana.store, ana.id) == ["Engineer, L5", "Engineer, L4 until 2026-11-16"]
    assert ana.person.last_promotion == TODAY


def test_only_what_is_approved_is_written(ana: PersonBuilder) -> None:
    for state in PromotionState:
        review = promised(ana.store, promotion=state)
        found = promotions.of(review.view)
        assert (found.step is None, found.on, found.why_not) == (state is not APPROVED, None, None)
        if state is not APPROVED:
            refused(review, "Choose “Approved” first")


def refused(review: ReviewBuilder, why: str) -> None:
    """Nothing is written, and a sentence says why."""
    before = dump(review.store.path)
    with pytest.raises(InvalidInput, match=why):
        promotions.write(review.store, review.id, NOW)
    assert dump(review.store.path) == before


def test_a_second_press_writes_nothing(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    promotions.write(ana.store, review.id, NOW)
    refused(review, "details were updated on 2026-11-17")


def test_declined_and_approved_again_it_is_not_offered_again(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    promotions.write(ana.store, review.id, NOW)
    for state in (PromotionState.DECLINED, APPROVED):
        reviews.write_outcome(ana.store, review.id, promotion=state)
        assert promotions.of(review.view).on == TODAY
        assert promotions.of(review.view).step is None
    assert ana.person.level == "L5"


def test_a_person_who_is_corrected_later_is_left_alone(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    promotions.write(ana.store, review.id, NOW)
    ana.like(title="Senior Software Engineer")
    assert promotions.of(review.view).on == TODAY
    assert promotions.of(review.view).step is None


def test_another_level_can_be_written_over_the_first(ana: PersonBuilder) -> None:
    review = promised(ana.store, effective_on=JANUARY)
    promotions.write(ana.store, review.id, NOW)
    reviews.write_outcome(ana.store, review.id, to_level="L6")
    promotions.write(ana.store, review.id, NOW)
    assert said(ana.store, ana.id) == ["Senior Engineer, L6", "Engineer, L4 until 2026-12-31"]
    ana.store.undo()
    ana.store.undo()
    assert promotions.of(review.view).on == TODAY


def test_pay_and_words_leave_written_what_was(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    promotions.write(ana.store, review.id, NOW)
    reviews.write_outcome(ana.store, review.id, bonus=5.0, words="x", to_level="L5")
    assert promotions.of(review.view).on == TODAY


def test_what_cannot_be_written_says_what_to_do(ana: PersonBuilder) -> None:
    roles.add(ana.store, ana.id, date(2026, 1, 1), TODAY, level="L3")
    cases: list[tuple[dict[str, object], str]] = [
        ({"to_title": "", "to_level": ""}, "Enter the new title or level"),
        ({"to_title": "Engineer", "to_level": "L4"}, "Ana already has this title and level"),
        ({"effective_on": date(2019, 1, 1)}, "Ana started on 2020-03-01"),
        ({"effective_on": date(2025, 6, 1)}, "apply from 2026-01-01"),
    ]
    for outcome, why in cases:
        review = promised(ana.store, **outcome)
        reason = promotions.of(review.view).why_not
        assert reason is not None
        assert why in str(reason)
        refused(review, why)


def test_a_closed_cycle_and_an_archived_person_can_still_have_it(ana: PersonBuilder) -> None:
    review = promised(ana.store, effective_on=JANUARY)
    cycles.close(ana.store, review.cycle.id, TODAY)
    people.archive(ana.store, ana.id, TODAY)
    promotions.write(ana.store, review.id, NOW)
    assert ana.person.level == "L5"
    assert promotions.of(review.view).on == TODAY


def test_who_is_left_out_gets_nothing(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    cycles.leave_out(ana.store, review.cycle.id, ana.id, "On leave")
    refused(review, "left out")


def test_with_its_person_a_review_is_gone(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    people.remove(ana.store, ana.id)
    with pytest.raises(NotFound):
        promotions.write(ana.store, review.id, NOW)


def test_the_step_across_is_logged_and_is_no_gap(ana: PersonBuilder) -> None:
    ana.with_goals("Nobody's gap")
    review = promised(ana.store)
    assert ana.goals[0].id == ana.id  # so that one could be taken for the other
    promotions.write(ana.store, review.id, NOW)
    (line,) = bridges.crossing_lines(ana.store, ana.id)
    assert (line.crossing.way, line.title, line.there) == (
        Way.TO_CONVERSATIONS, "Senior Engineer, L5", True,
    )  # fmt: skip
    assert bridges.gone_over(ana.store, review.id) == []
    assert not sheet.share_sheet(ana.store, review.id).goals


def test_nothing_of_the_person_says_where_it_came_from(ana: PersonBuilder) -> None:
    review = promised(ana.store)
    promotions.write(ana.store, review.id, NOW)
    name = ana.store.undo_name
    assert name == "Update title and level"
    by_hand = a_person(ana.store, "Ben Okri").like(title="Engineer", level="L4")
    roles.begin(ana.store, by_hand.id, TODAY, TODAY, title="Senior Engineer", level="L5")
    mine, hands = (
        [(one.title, one.level, one.until) for one in roles.history(ana.store, who)]
        for who in (ana.id, by_hand.id)
    )
    assert mine == hands


# -- reviews of their time


def test_a_review_shows_what_held_at_its_time(ana: PersonBuilder) -> None:
    store, old = ana.store, a_review(ana.store, cycle="Year 2025")
    now = a_review(store)
    roles.begin(store, ana.id, date(2026, 2, 1), TODAY, title="Lead", level="L5")
    assert [one.role.words for one in (old.view, now.view)] == ["Engineer, L4", "Lead, L5"]
    assert [one.role.words for one in reviews.across(store, ana.id)] == [
        "Lead, L5", "Engineer, L4",
    ]  # fmt: skip
    for make in (sheet.share_sheet, sheet.packet):
        assert (make(store, old.id).whose.title, make(store, old.id).whose.level) == (
            "Engineer", "L4",
        )  # fmt: skip


def test_after_sharing_a_review_keeps_the_level_of_that_day(ana: PersonBuilder) -> None:
    store, review = ana.store, a_review(ana.store).written().sealed().shared()
    roles.begin(store, ana.id, TODAY + DAY, TODAY, level="L5")
    assert later(review.view, 5).role.level == "L4"
    assert later(a_review(store, "Ana Ruiz", "Year 2027").view, 5).role.level == "L5"


def test_a_promotion_between_sharing_and_correcting_is_no_change_of_the_sheet(
    ana: PersonBuilder,
) -> None:
    store, review = ana.store, a_review(ana.store).written().sealed().shared()
    roles.begin(store, ana.id, TODAY + DAY, TODAY, level="L5")
    changes = sheet.changed_after(store, review.view)
    assert not changes.person
    reviews.write(store, review.id, narrative="Put right.")
    store.now = lambda: NOW + 3 * DAY
    steps.correct(store, review.id, TODAY + 3 * DAY)
    for one in sheet.shared_before(review.view):
        assert one.sheet is not None
        assert one.sheet.whose.level == "L4"


def later(view: ReviewView, days: int) -> ReviewView:
    """A review as it is read some days later."""
    from dataclasses import replace

    return replace(view, today=view.today + timedelta(days))


def test_what_comes_after_the_period_is_not_shown_in_it(ana: PersonBuilder) -> None:
    review = a_review(ana.store)
    roles.begin(ana.store, ana.id, JANUARY, TODAY, level="L5")
    assert [later(review.view, days).role.level for days in (0, 40, 50, 500)] == ["L4"] * 4


def test_the_head_says_since_when_the_level_is(ana: PersonBuilder) -> None:
    store, review = ana.like(last_promotion=date(2024, 5, 1)).store, a_review(ana.store)
    assert review.view.level_since == date(2024, 5, 1)
    roles.begin(store, ana.id, date(2026, 2, 1), TODAY, title="Lead")
    assert review.view.level_since == date(2024, 5, 1)  # the level is the same
    roles.begin(store, ana.id, date(2026, 9, 1), TODAY, level="L5")
    assert review.view.level_since == date(2026, 9, 1)
    assert a_review(store, cycle="Year 2023").view.level_since is None


# -- tables


def rows(store: Store, title: str) -> list[importing.RosterRow]:
    """What a table that knows this title would do on the day."""
    found = understand(enumerate([["Name", "Title"], ["Ana Ruiz", title]], 1))
    return importing.preview(store, found, today=TODAY)


def test_a_table_with_the_title_of_now_leaves_the_coming_one(ana: PersonBuilder) -> None:
    store = ana.store
    roles.begin(store, ana.id, JANUARY, TODAY, title="Senior Engineer")
    assert [one.outcome for one in rows(store, "Engineer")] == [RowOutcome.SAME]
    assert [one.outcome for one in rows(store, "Senior Engineer")] == [RowOutcome.SAME]
    changed = rows(store, "Staff Engineer")
    assert [one.changes for one in changed] == [("title",)]
    importing.apply(store, changed)
    assert said(store, ana.id) == ["Staff Engineer, L4", "Engineer, L4 until 2026-12-31"]


# -- by chance, beside a calendar


@pytest.mark.parametrize("seed", seeds(short=3))
def test_begun_on_any_days_it_is_as_in_a_calendar(seed: int, tmp_path: Path) -> None:
    store, chance = blank_store(tmp_path / "store.db"), Random(seed)
    start = date(2026, 1, 1)
    days = [start + timedelta(n) for n in range(120)]
    ana = a_person(store).like(title="T", level="0", start_date=start)
    calendar = dict.fromkeys(days, "T, 0")
    latest = start
    for number in range(1, 25):
        since, today = chance.choice(days), chance.choice(days)
        words = f"T{chance.randint(1, 3)}", str(number)
        if since < latest:
            with pytest.raises(InvalidInput):
                roles.begin(store, ana.id, since, today, title=words[0], level=words[1])
        else:
            roles.begin(store, ana.id, since, today, title=words[0], level=words[1])
            if chance.random() < 0.3:
                store.undo()
            else:
                latest = since
                calendar |= {day: ", ".join(words) for day in days if day >= since}
        known = roles.history(store, ana.id)
        assert {day: role_on(known, day).words for day in days} == calendar
    store.close()
