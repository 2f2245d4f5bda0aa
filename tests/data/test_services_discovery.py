"""Asking, noting down, and what drives a person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import Drive, Lens
from careerdesk.services import answers, closing, discovery, plans
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_note, a_person, the_question

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    discovery.ensure_bank(store)
    return a_person(store, "Ana")


def names(ana: PersonBuilder, drive: Drive = Drive.DRIVES) -> list[str]:
    views = discovery.motivators(ana.store, ana.id)
    return [view.motivator.name for view in views if view.motivator.drive is drive]


def test_asking_opens_a_note_of_today_and_asking_again_the_same(
    store: Store, ana: PersonBuilder
) -> None:
    question = discovery.questions(store, ana.id)[0].id
    note = a_note(store, ana.id, question, TODAY)
    assert (note.asked_on, note.their_words) == (TODAY, "")
    discovery.write_note(store, note.id, their_words="x")
    assert a_note(store, ana.id, question, TODAY).id == note.id
    assert a_note(store, ana.id, question, YESTERDAY).id != note.id
    other = a_person(store, "Ben")
    assert a_note(store, other.id, question, TODAY).id != note.id


def test_a_free_note_is_taken_again_only_while_it_is_empty(
    store: Store, ana: PersonBuilder
) -> None:
    first = a_note(store, ana.id, None, TODAY)
    assert a_note(store, ana.id, None, TODAY).id == first.id
    discovery.write_note(store, first.id, my_reading="x")
    assert a_note(store, ana.id, None, TODAY).id != first.id


def test_earlier_answers_stand_beside_the_new_one(store: Store, ana: PersonBuilder) -> None:
    question = discovery.questions(store, ana.id)[3].id
    for on in (date(2024, 1, 1), TODAY, date(2025, 1, 1)):
        note = a_note(store, ana.id, question, on)
        discovery.write_note(store, note.id, their_words=f"In {on.year}")
    found = [note.their_words for note in discovery.answers(store, ana.id, question)]
    assert found == ["In 2026", "In 2025", "In 2024"]
    asked = {each.id: each for each in discovery.questions(store, ana.id)}
    assert asked[question].last_asked == TODAY
    assert asked[question].last_words == "In 2026"


def test_the_next_question_was_not_asked_for_longest(store: Store, ana: PersonBuilder) -> None:
    asked = discovery.questions(store, ana.id)
    bank = [one.id for one in asked if not one.question.question_set]
    for days, question in enumerate(bank):
        a_note(store, ana.id, question, TODAY - timedelta(days=(days * 7) % 29))
    ordered = sorted(bank, key=lambda key: (-((bank.index(key) * 7) % 29), bank.index(key)))
    skip: set[int] = set()
    for expected in ordered[:5]:
        found = the_question(store, ana.id, TODAY, frozenset(skip))
        assert found is not None
        assert found.id == expected
        skip.add(found.id)


def test_notes_come_newest_first_with_their_question(store: Store, ana: PersonBuilder) -> None:
    question = discovery.questions(store, ana.id)[0]
    a_note(store, ana.id, question.id, YESTERDAY)
    ana.with_note("free")
    views = discovery.notes(store, ana.id)
    assert [view.question_text for view in views] == ["", question.question.text]


def test_notes_are_kept_to_the_letter(store: Store, ana: PersonBuilder) -> None:
    text = "**Bold** <b>x</b> & 100 %\n\n- 'quote' \"double\"\n\t\\ 🙂 שלום"
    note = ana.with_note(text, "mine: " + text).notes[0]
    assert (note.their_words, note.my_reading) == (text, "mine: " + text)


def test_a_million_characters_and_one_are_refused(store: Store, ana: PersonBuilder) -> None:
    note = a_note(store, ana.id, None, TODAY)
    with pytest.raises(InvalidInput, match=r"1,?000,?001 characters"):
        discovery.write_note(store, note.id, their_words="x" * 1_000_001)
    assert discovery.note(store, note.id).their_words == ""


def test_typing_is_one_step_for_each_field(store: Store, ana: PersonBuilder) -> None:
    note = a_note(store, ana.id, None, TODAY).id
    for text in ("a", "ab", "abc"):
        discovery.write_note(store, note, their_words=text)
    discovery.write_note(store, note, my_reading="hm")
    store.undo()
    assert discovery.note(store, note).their_words == "abc"
    store.undo()
    assert discovery.note(store, note).their_words == ""


def test_a_deleted_note_is_gone(store: Store, ana: PersonBuilder) -> None:
    note = ana.with_note("x").notes[0].id
    discovery.remove_note(store, note)
    assert discovery.notes(store, ana.id) == []
    for act in (
        lambda: discovery.note(store, note),
        lambda: discovery.write_note(store, note, their_words="y"),
        lambda: discovery.remove_note(store, note),
    ):
        with pytest.raises(NotFound):
            act()


def test_motivators_are_ranked_apart_from_drainers(ana: PersonBuilder) -> None:
    ana.driven_by("Craft", "Calm", "Praise").driven_by("Noise", "Rush", drive=Drive.DRAINS)
    craft, calm, praise, noise, rush = (found.id for found in ana.motivators)
    discovery.move_motivators(ana.store, [praise], craft)
    discovery.move_motivators(ana.store, [rush], noise)
    assert names(ana) == ["Praise", "Craft", "Calm"]
    assert names(ana, Drive.DRAINS) == ["Rush", "Noise"]
    discovery.change_motivator(ana.store, calm, drive=Drive.DRAINS, name=" Too calm ")
    assert names(ana) == ["Praise", "Craft"]
    assert sorted(names(ana, Drive.DRAINS)) == ["Noise", "Rush", "Too calm"]
    discovery.move_motivators(ana.store, [calm], rush)
    assert names(ana, Drive.DRAINS)[0] == "Too calm"


def test_a_motivator_without_a_name_is_refused(ana: PersonBuilder) -> None:
    ana.driven_by("Craft")
    with pytest.raises(InvalidInput, match=r"^The motivator can't be blank\.$"):
        ana.driven_by(" ")
    with pytest.raises(InvalidInput):
        discovery.change_motivator(ana.store, ana.motivators[0].id, name="")
    assert names(ana) == ["Craft"]


def test_a_motivator_counts_the_goals_of_the_current_plan(ana: PersonBuilder) -> None:
    ana.driven_by("Craft").with_goals("One", "Two")
    craft = ana.motivators[0].id
    for goal in ana.goals:
        plans.set_item_motivators(ana.store, goal.id, [craft])
    (view,) = discovery.motivators(ana.store, ana.id)
    assert (view.id, view.item_count) == (craft, 2)
    closing.close(ana.store, ana.plan.id, TODAY)
    (view,) = discovery.motivators(ana.store, ana.id)
    assert view.item_count == 0


def test_deleting_a_motivator_leaves_the_goal(ana: PersonBuilder) -> None:
    ana.driven_by("Craft").with_goals("One")
    plans.set_item_motivators(ana.store, ana.goals[0].id, [ana.motivators[0].id])
    discovery.remove_motivators(ana.store, [ana.motivators[0].id])
    assert plans.item(ana.store, ana.goals[0].id).motivators == ()


def test_an_own_question_is_asked_last(store: Store, ana: PersonBuilder) -> None:
    own = discovery.add_question(store, Lens.VALUES, " Tea or coffee? ")
    assert own.text == "Tea or coffee?"
    assert discovery.questions(store, ana.id)[-1].id == own.id
    with pytest.raises(InvalidInput, match=r"^The question can't be blank\.$"):
        discovery.add_question(store, Lens.VALUES, "")


def test_an_answer_that_showed_motivators_can_go_off_the_record_and_back(
    store: Store, ana: PersonBuilder
) -> None:
    ana.driven_by("Craft")
    question = discovery.questions(store, ana.id)[0].id
    note = answers.answer(store, discovery.asking(store, ana.id, question, TODAY), their_words="x")
    discovery.set_note_motivators(store, note.id, [ana.motivators[0].id])
    kept = answers.set_off_record(store, note, off_record=True)
    assert (kept.id, kept.their_words, kept.off_record) == (note.id, "", True)
    assert discovery.notes(store, ana.id)[0].shows == frozenset()
    assert discovery.motivators(store, ana.id)[0].note_count == 0
    again = answers.set_off_record(store, kept, off_record=False)
    assert (again.id, again.off_record, again.asked_on) == (0, False, TODAY)
    assert discovery.notes(store, ana.id) == []
    store.undo()
    [view] = discovery.notes(store, ana.id)
    assert view.note.off_record and view.note.their_words == ""
