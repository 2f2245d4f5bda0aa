"""What a person wants: near ones first, and what it was before stays beside it."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Aspiration, AspirationState, Reach
from careerdesk.domain.records import PlanItem
from careerdesk.services import aspirations, own_words, trash, versions
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import TODAY, a_person

MAY = date(2026, 5, 1)


@pytest.fixture
def ana(store: Store) -> int:
    return a_person(store, "Ana Ruiz").id


def test_near_ones_come_first_and_what_ended_last(store: Store, ana: int) -> None:
    aspirations.add(store, ana, ["Far"], MAY, reach=Reach.FIVE_PLUS)
    done, _ = aspirations.add(store, ana, ["Done", "Near"], MAY)
    aspirations.change(store, done.id, TODAY, state=AspirationState.REACHED)
    assert [wish.now.statement for wish in aspirations.of(store, ana)] == ["Near", "Far", "Done"]


def test_a_change_keeps_what_it_was_before(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Lead a team"], MAY)[0]
    second = aspirations.change(store, first.id, date(2026, 8, 1), statement="Teach a team")
    aspirations.change(store, second, TODAY, state=AspirationState.COMMITTED)
    wish = aspirations.of(store, ana)[0]
    assert (wish.now.statement, wish.now.state) == ("Teach a team", AspirationState.COMMITTED)
    assert [(one.statement, one.valid_to) for one in wish.earlier] == [
        ("Teach a team", TODAY), ("Lead a team", date(2026, 8, 1)),
    ]  # fmt: skip


def test_a_slip_of_the_same_day_is_only_put_right(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Laed"], TODAY)[0]
    assert aspirations.change(store, first.id, TODAY, statement="Lead") == first.id
    assert aspirations.of(store, ana)[0].earlier == ()


def test_no_change_is_no_step(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Lead"], MAY)[0]
    name = store.undo_name
    aspirations.change(store, first.id, TODAY, statement="Lead")
    assert store.undo_name == name
    assert len(aspirations.of(store, ana)) == 1


def test_goals_follow_to_the_new_wording(store: Store, ana: int) -> None:
    goal = a_person(store, "Ben").with_goals("One").goals[0].id
    first = aspirations.add(store, ana, ["Lead"], MAY)[0]
    with store.edit("Link") as tx:
        tx.change(PlanItem, goal, aspiration_id=first.id)
    second = aspirations.change(store, first.id, TODAY, statement="Teach")
    assert store.get(PlanItem, goal).aspiration_id == second


def test_deleting_takes_the_earlier_wordings_and_the_trash_has_them(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Lead"], MAY)[0]
    second = aspirations.change(store, first.id, TODAY, statement="Teach")
    aspirations.remove(store, [second])
    assert aspirations.of(store, ana) == []
    trash.bring_back(store, [thing.id for thing in trash.things(store)])
    wish = aspirations.of(store, ana)[0]
    assert [one.statement for one in wish.earlier] == ["Lead"]


@pytest.mark.parametrize("words", ["", "  "])
def test_an_aspiration_needs_words(store: Store, ana: int, words: str) -> None:
    with pytest.raises(InvalidInput):
        aspirations.add(store, ana, [words], TODAY)
    assert aspirations.of(store, ana) == []


def test_an_earlier_wording_is_not_changed_any_more(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Lead"], MAY)[0]
    aspirations.change(store, first.id, TODAY, statement="Teach")
    with pytest.raises(InvalidInput, match="earlier wording"):
        aspirations.change(store, first.id, TODAY, statement="Build")
    assert aspirations.of(store, ana)[0].now.statement == "Teach"


def test_a_clock_that_was_set_back_ends_nothing_before_it_began(store: Store, ana: int) -> None:
    first = aspirations.add(store, ana, ["Lead"], TODAY)[0]
    aspirations.change(store, first.id, MAY, statement="Teach")
    wish = aspirations.of(store, ana)[0]
    assert (wish.now.valid_from, wish.earlier[0].valid_to) == (TODAY, TODAY)


def handed(store: Store, ana: int, *words: str) -> list[int]:
    """Aspirations that the person was given to read in May."""
    known = aspirations.add(store, ana, words, MAY)
    own_words.hand_over(store, ana, MAY, TODAY)
    return [one.id for one in known]


def test_only_one_that_was_seen_can_stand_on_the_plan(store: Store, ana: int) -> None:
    unseen = aspirations.add(store, ana, ["Lead"], MAY)[0].id
    with pytest.raises(InvalidInput, match="Give them “In your own words” first"):
        aspirations.put_on_plan(store, unseen, on_plan=True)
    assert not aspirations.of(store, ana)[0].now.on_plan
    own_words.hand_over(store, ana, TODAY, TODAY)
    aspirations.put_on_plan(store, unseen, on_plan=True)
    (wish,) = aspirations.of(store, ana)
    assert (wish.now.seen_on, wish.now.on_plan, wish.earlier) == (TODAY, True, ())


@pytest.mark.parametrize("day", [MAY, TODAY])
def test_other_words_are_a_new_record_neither_seen_nor_on_the_plan(
    store: Store, ana: int, day: date
) -> None:
    (first,) = handed(store, ana, "Lead a team")
    aspirations.put_on_plan(store, first, on_plan=True)
    second = aspirations.change(store, first, day, statement="Teach a team", on_plan=True)
    (wish,) = aspirations.of(store, ana)
    assert second != first and wish.id == second
    assert (wish.now.seen_on, wish.now.on_plan) == (None, False)
    assert [(one.statement, one.seen_on) for one in wish.earlier] == [("Lead a team", MAY)]


def test_how_serious_it_is_says_nothing_of_its_words(store: Store, ana: int) -> None:
    (first,) = handed(store, ana, "Lead a team")
    aspirations.put_on_plan(store, first, on_plan=True)
    aspirations.change(store, first, TODAY, state=AspirationState.COMMITTED)
    (wish,) = aspirations.of(store, ana)
    assert (wish.now.seen_on, wish.now.on_plan) == (MAY, True)


def test_a_tick_is_no_new_wording(store: Store, ana: int) -> None:
    (first,) = handed(store, ana, "Lead a team")
    assert aspirations.change(store, first, TODAY, on_plan=True) == first
    assert aspirations.of(store, ana)[0].now.on_plan
    store.undo()
    assert not aspirations.of(store, ana)[0].now.on_plan


def test_an_earlier_version_of_its_words_was_not_seen_either(store: Store, ana: int) -> None:
    (first,) = handed(store, ana, "Lead a team")
    aspirations.put_on_plan(store, first, on_plan=True)
    versions.bring_back(store, TextRef(Aspiration, first, "statement"), "Lead all teams")
    (wish,) = aspirations.of(store, ana)
    assert (wish.now.statement, wish.now.seen_on, wish.now.on_plan) == (
        "Lead all teams", None, False,
    )  # fmt: skip
    store.undo()
    assert aspirations.of(store, ana)[0].now.on_plan
