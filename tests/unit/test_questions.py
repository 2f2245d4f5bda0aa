"""The bank of questions: own words over every side of a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from careerdesk import i18n
from careerdesk.domain.question_sets import SETS
from careerdesk.domain.questions import BANK
from careerdesk.domain.records import Lens, Question
from careerdesk.services import answers, discovery, people
from careerdesk.services.store import Store
from tests.builders import TODAY, the_question
from tests.catalogues import GERMAN, write_catalogue
from tests.stores import ask


def test_there_are_enough_questions_over_all_lenses() -> None:
    assert len(BANK) >= 24
    counted = Counter(lens for _, lens, _ in BANK)
    assert set(counted) == set(Lens)
    assert min(counted.values()) >= 3


def test_keys_and_wordings_are_unique_and_end_as_questions() -> None:
    assert len({key for key, _, _ in BANK}) == len(BANK)
    assert len({text for _, _, text in BANK}) == len(BANK)
    assert all(text.endswith("?") and len(text) <= 120 for _, _, text in BANK)


def test_what_the_program_exists_to_ask_is_in_it() -> None:
    words = " ".join(text for _, _, text in BANK).lower()
    for part in ("childhood", "easily", "hard", "happiest moments", "successful", "three years"):
        assert part in words


def test_the_bank_is_filled_once_and_is_no_step(store: Store) -> None:
    discovery.ensure_bank(store)
    discovery.ensure_bank(store)
    ana = people.add(store, "Ana").id
    asked = [one.question for one in discovery.questions(store, ana)]
    texts = [question.text for question in asked if not question.question_set]
    assert texts == [text for _, _, text in BANK]
    store.undo()
    assert store.undo_name == ""


def test_a_new_wording_is_shown_and_own_questions_stay(store: Store) -> None:
    discovery.ensure_bank(store)
    own = discovery.add_question(store, Lens.JOY, "Tea or coffee?")
    ask(store.path, "UPDATE question SET text = 'old words' WHERE key = 'joy-happiest'")
    ask(store.path, "DELETE FROM question WHERE key = 'stay-why'")
    discovery.ensure_bank(store)
    ana = people.add(store, "Ana").id
    every = discovery.every_question(store, ana)
    shown = {(one.question.key, one.words) for one in every if not one.question.question_set}
    assert shown == {("", own.text)} | {(key, text) for key, _, text in BANK}


def test_built_in_questions_are_asked_in_the_language_of_the_interface(
    store: Store, tmp_path: Path
) -> None:
    discovery.ensure_bank(store)
    ana = people.add(store, "Ana").id
    asked = discovery.every_question(store, ana)[0]
    write_catalogue(tmp_path, "de", GERMAN, {asked.words: "Was macht dir Freude?"})
    answers.answer(store, discovery.asking(store, ana, asked.id, TODAY), their_words="Numbers")
    i18n.speak("de", str(tmp_path))
    try:
        assert asked.words == "Was macht dir Freude?"
        (view,) = discovery.notes(store, ana)
        assert view.question_text == "Was macht dir Freude?"
    finally:
        i18n.speak("en")


def test_a_retired_question_is_not_asked(store: Store) -> None:
    discovery.ensure_bank(store)
    ana = people.add(store, "Ana").id
    first = the_question(store, ana, TODAY)
    assert first is not None
    with store.edit("Retire") as tx:
        tx.change(Question, first.id, retired=True)
    assert first.id not in [asked.id for asked in discovery.questions(store, ana)]
    following = the_question(store, ana, TODAY)
    assert following is not None
    assert following.id != first.id
    assert replace(first.question, retired=True) == store.get(Question, first.id)


def test_every_set_has_a_handful_of_questions_of_its_own() -> None:
    entries = [entry for entries in SETS.values() for entry in entries]
    assert all(4 <= len(found) <= 7 for found in SETS.values())
    everything = [*BANK, *entries]
    assert len({key for key, _, _ in everything}) == len(everything)
    assert len({text for _, _, text in everything}) == len(everything)
    assert all(text.endswith("?") and len(text) <= 120 for _, _, text in entries)
