"""What a person has struck is gone: from what is shown, from what is kept, and from the file."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.data import commit_mode, sweeping
from careerdesk.data.folders import Surroundings
from careerdesk.data.library import WINDOW_WAIT_MS, Library
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput, NotAStore, NotFound
from careerdesk.domain.loop import (
    Aspiration,
    HandedOver,
    Objective,
    PlanSnapshot,
    Template,
    TemplateKind,
)
from careerdesk.domain.records import (
    DiscoveryNote,
    Drive,
    Motivator,
    MotivatorStanding,
    PlanItem,
    Question,
)
from careerdesk.services import (
    agreements,
    aspirations,
    brief,
    discovery,
    exporting,
    own_words,
    people,
    plan_history,
    plans,
    roles,
    striking,
    trash,
    versions,
)
from careerdesk.services.versions import TextRef
from tests.builders import TODAY, PersonBuilder, a_person
from tests.other_library import other_sqlite
from tests.review_builders import ReviewBuilder, a_cycle
from tests.seeds import seeds
from tests.stores import ask, blank_file, blank_store, dump
from tests.struck import MARK, found_in_folder, said_everywhere, store_with_words, with_words

SPREADS = 12  # a seed with which rows leave a copy of themselves behind
QUOTE = "I want to build things that last"
SHAPES = {
    "plain": QUOTE,
    "other letters": "Müßiggang ist für mich kein Laster, sondern Œuvre",
    "quotes and lines": 'Sie sagte "nein"\nund dann\t„doch“ — zweimal \\ so',
    "beyond the first plane": "Mehr 🌱 und 𝔐uße für alle im Haus",
    "without spaces": "自由に働きたいと思っています",
    "long": " ".join(f"Wort{number} nach Wort" for number in range(60)),
}  # fmt: skip


@pytest.fixture
def ana(tmp_path: Path) -> Iterator[PersonBuilder]:
    """Ana, who has said something of each kind, in a store of her own."""
    ana = store_with_words(tmp_path / "files" / "store.db", QUOTE)
    yield ana
    ana.store.close()


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Ana's, if the test asks for her, else a new one."""
    if "ana" in request.fixturenames:
        ana: PersonBuilder = request.getfixturevalue("ana")
        yield ana.store
        return
    store = blank_store(tmp_path / "files" / "store.db")
    yield store
    store.close()


def strike_all(store: Store, ana: PersonBuilder) -> None:
    assert striking.strike_motivator(store, ana.motivators[0].id, TODAY)


@pytest.mark.parametrize("words", SHAPES.values(), ids=SHAPES)
def test_no_file_of_the_folder_holds_the_words_open_or_closed(tmp_path: Path, words: str) -> None:
    ana = store_with_words(tmp_path / "files" / "store.db", words)
    store = ana.store
    assert said_everywhere(store, ana, words) >= 20
    assert found_in_folder(store.path, words)
    strike_all(store, ana)
    assert found_in_folder(store.path, words) == {}
    assert (store.path.parent / f"{store.path.name}-wal").exists()
    store.close()
    assert found_in_folder(store.path, words) == {}
    assert not [row for row in dump(store.path) if "(earlier)" in row and "motivator" in row]
    assert ask(store.path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(store.path, "PRAGMA foreign_key_check") == []


def test_what_is_struck_leaves_the_lists_and_a_quiet_count_stays(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    shell = store.get(Motivator, ana.motivators[0].id)
    assert (shell.name, shell.quote, shell.struck_on) == ("", "", TODAY)
    later = TODAY + timedelta(days=4)
    striking.strike_aspiration(store, aspirations.of(store, ana.id)[0].id, later)
    assert striking.struck(store, ana.id) == [(TODAY, 1), (later, 1)]
    assert striking.struck(store, ana.id, striking.MOTIVATORS) == [(TODAY, 1)]
    assert striking.struck(store, ana.id, striking.ASPIRATIONS) == [(later, 1)]
    assert striking.struck(store, a_person(store, "Ben").id) == []


def test_where_a_person_wants_to_go_is_unknown_once_it_is_struck(store: Store) -> None:
    ana = a_person(store)
    wish = aspirations.add(store, ana.id, ["Run a small bakery"], TODAY)[0]
    assert discovery.known(store, ana.id).aspiration
    striking.strike_aspiration(store, wish.id, TODAY)
    assert not discovery.known(store, ana.id).aspiration


def test_a_goal_that_named_it_still_knows_that_there_was_something(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    wish = aspirations.of(store, ana.id)[0].id
    striking.strike_aspiration(store, wish, TODAY)
    view = plans.item(store, ana.goals[0].id)
    assert [(one.name, one.struck_on) for one in view.motivators] == [("", TODAY)]
    assert store.get(Aspiration, view.item.aspiration_id or 0).struck_on == TODAY


def test_no_brief_and_no_paper_has_an_empty_place_for_it(store: Store, ana: PersonBuilder) -> None:
    wish = aspirations.of(store, ana.id)[0].id
    with store.edit("Show") as tx:
        tx.change(Aspiration, wish, seen_on=TODAY, on_plan=True)
    assert brief.brief(store, ana.id, TODAY).wishes
    assert exporting.plan_for_sharing(store, ana.plan.id).aspirations
    striking.strike_aspiration(store, wish, TODAY)
    strike_all(store, ana)
    told = brief.brief(store, ana.id, TODAY)
    assert told.wishes == ()
    assert "Autonomy" not in str(told)
    shared = exporting.plan_for_sharing(store, ana.plan.id)
    assert (shared.aspirations, shared.items[0].motivators) == ((), ())


def test_an_aspiration_goes_with_all_its_earlier_wordings(store: Store) -> None:
    ana = a_person(store)
    first = aspirations.add(store, ana.id, ["Run a small bakery in Jena"], TODAY)[0]
    second = aspirations.change(store, first.id, TODAY + timedelta(1), statement="Have a bakery")
    third = aspirations.change(store, second, TODAY + timedelta(2), statement="Bake for others now")
    other = aspirations.add(store, ana.id, ["Learn to fly a glider"], TODAY)[0]
    ana.with_note("She said: run a small bakery in Jena. Or bake for others now!")
    striking.strike_aspiration(store, third, TODAY)
    for words in ("Run a small bakery in Jena", "Have a bakery", "Bake for others now"):
        assert found_in_folder(store.path, words) == {}
        assert found_in_folder(store.path, words.lower()) == {}
    assert striking.struck(store, ana.id) == [(TODAY, 1)]
    assert store.get(Aspiration, other.id).statement == "Learn to fly a glider"
    assert discovery.note(store, ana.notes[0].id).their_words == f"She said: [{MARK}]. Or [{MARK}]!"


@pytest.mark.parametrize("which", [0, 1, 2])
def test_whichever_wording_is_named_all_of_them_go(store: Store, which: int) -> None:
    ana = a_person(store)
    ids = [aspirations.add(store, ana.id, ["Wording number 0 of it"], TODAY)[0].id]
    for number in (1, 2):
        on = TODAY + timedelta(number)
        words = f"Wording number {number} of it"
        ids.append(aspirations.change(store, ids[-1], on, statement=words))
    striking.strike_aspiration(store, ids[which], TODAY)
    assert found_in_folder(store.path, "Wording number") == {}


def test_the_quote_alone_can_be_struck_and_another_be_said_later(
    store: Store, ana: PersonBuilder
) -> None:
    key = ana.motivators[0].id
    assert striking.strike_quote(store, key, TODAY)
    one = store.get(Motivator, key)
    assert (one.name, one.quote, one.struck_on) == ("Autonomy", "", None)
    assert found_in_folder(store.path, QUOTE) == {}
    assert striking.struck(store, ana.id) == [(TODAY, 1)]
    with store.edit("Say") as tx:
        tx.change(Motivator, key, quote="Let me find my own way there")
    store.close()
    again = Store(store.path)
    assert again.get(Motivator, key).quote == "Let me find my own way there"
    with again.edit("Bring in an older copy") as tx:
        tx.change(Motivator, key, quote=QUOTE)
    assert again.get(Motivator, key).quote == ""
    assert found_in_folder(again.path, QUOTE) == {}
    again.close()


def test_a_name_of_two_words_goes_only_where_it_is_all_that_is_said(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").like(place="Public speaking", team="public speaking")
    ana.driven_by("Public speaking").with_goals("Public speaking", "Public speaking at the fair")
    ana.with_note("Public speaking").with_note("More public speaking, please")
    striking.strike_motivator(store, ana.motivators[0].id, TODAY)
    titles = [plans.item(store, goal.id).item.title for goal in ana.goals]
    assert titles == [MARK, "Public speaking at the fair"]
    said = [discovery.note(store, note.id).their_words for note in ana.notes]
    assert said == [MARK, "More public speaking, please"]
    assert (ana.person.place, ana.person.team) == ("Public speaking", "public speaking")


def test_what_others_said_stays(store: Store, ana: PersonBuilder) -> None:
    ben = a_person(store, "Ben").driven_by("Autonomy").with_note(QUOTE).with_goals(QUOTE)
    ana.driven_by("Autonomy")
    with store.edit("Add") as tx:
        objective = tx.add(Objective(title=QUOTE))
        tx.change(Motivator, ana.motivators[1].id, name=QUOTE)
    assert striking.reached(store, Motivator, ana.motivators[0].id).left_alone == 2
    strike_all(store, ana)
    assert discovery.note(store, ben.notes[0].id).their_words == QUOTE
    assert plans.item(store, ben.goals[0].id).item.title == QUOTE
    assert store.get(Motivator, ben.motivators[0].id).name == "Autonomy"
    assert store.get(Objective, objective.id).title == QUOTE
    names = [store.get(Motivator, one.id).name for one in ana.motivators]
    assert names == ["", QUOTE, "Autonomy"], "each of them is struck by itself"


def test_a_long_sentence_goes_from_templates_and_own_questions_too(
    store: Store, ana: PersonBuilder
) -> None:
    with store.edit("Add") as tx:
        body = json.dumps([{"title": QUOTE, "key_results": []}, {"title": "Autonomy"}])
        kept = tx.add(Template(kind=TemplateKind.PLAN, name="Autonomy", body=body))
        asked = tx.add(Question(text=f"Is it still so: {QUOTE}?"))
    strike_all(store, ana)
    template = store.get(Template, kept.id)
    assert [one["title"] for one in json.loads(template.body)] == [f"[{MARK}]", "Autonomy"]
    assert template.name == "Autonomy"
    assert store.get(Question, asked.id).text == f"Is it still so: [{MARK}]?"


def test_undo_and_redo_begin_again(store: Store, ana: PersonBuilder) -> None:
    ana.with_goals("To be undone", "And one more").with_points("A point")
    store.undo()
    assert store.undo_name
    assert store.redo_name
    strike_all(store, ana)
    assert (store.undo_name, store.redo_name, store.last_edit) == ("", "", None)
    assert store.undo() is None
    assert store.redo() is None
    ana.with_goals("After it")
    assert store.undo() is not None
    assert store.get(Motivator, ana.motivators[0].id).struck_on == TODAY


def test_those_who_show_it_hear_of_it_when_undo_is_empty_already(
    store: Store, ana: PersonBuilder
) -> None:
    heard = []
    store.subscribe(lambda changes: heard.append((changes.touches(Motivator), store.undo_name)))
    strike_all(store, ana)
    assert heard == [(True, "")]


def test_what_comes_back_from_the_trash_comes_without_the_words(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    deleted = trash.things(store)
    assert QUOTE not in str(deleted)
    trash.bring_back(store, [one.id for one in deleted])
    view = plans.item(store, ana.goals[1].id)
    assert view.item.for_person == f"So [{MARK}] so"
    assert [(one.name, one.struck_on) for one in view.motivators] == [("", TODAY)]
    assert found_in_folder(store.path, QUOTE) == {}


def test_a_person_who_is_deleted_and_brought_back_stays_struck(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    people.remove(store, ana.id)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert store.get(Motivator, ana.motivators[0].id).struck_on == TODAY
    assert striking.struck(store, ana.id) == [(TODAY, 1)]


def older_copy(store: Store, ana: PersonBuilder) -> Motivator:
    """The struck row as it was, words and all."""
    return Motivator(**{
        name: getattr(ana.motivators[0], name)
        for name in ("id", "uid", "person_id", "name", "drive", "rank")
    }, quote=QUOTE)  # fmt: skip


def test_an_older_copy_of_the_row_is_struck_again_before_it_is_stored(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    with store.edit("Import an older copy") as tx:
        tx.remove(Motivator, ana.motivators[0].id)
        tx.add(older_copy(store, ana))
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=TODAY, their_words=f"Again: {QUOTE}"))
    shell = store.get(Motivator, ana.motivators[0].id)
    assert (shell.name, shell.quote, shell.struck_on) == ("", "", TODAY)
    assert found_in_folder(store.path, QUOTE) == {}
    assert store.undo_name == "", "the step would hold the words"
    assert striking.struck(store, ana.id) == [(TODAY, 1)]


def test_what_another_program_put_back_is_struck_at_the_next_opening(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    wish = aspirations.of(store, ana.id)[0].id
    striking.strike_aspiration(store, wish, TODAY)
    store.close()
    ask(store.path, f"UPDATE motivator SET name = 'Autonomy', quote = '{QUOTE}', struck_on = NULL")
    ask(store.path, f"UPDATE aspiration SET statement = '{QUOTE}'")
    again = Store(store.path)
    assert again.get(Motivator, ana.motivators[0].id).quote == ""
    assert again.get(Aspiration, wish).statement == ""
    assert again.undo_name == ""
    again.close()
    assert ask(store.path, "SELECT quote FROM motivator ORDER BY id") == [("",), (QUOTE,)]


def test_undo_in_another_window_cannot_bring_it_back(store: Store, ana: PersonBuilder) -> None:
    """There can be two windows only where a disk knows no locks; even then nothing is half."""
    other = Store(store.path)
    with other.edit("Rename") as tx:
        tx.change(Motivator, ana.motivators[0].id, name="Being free")
    strike_all(store, ana)
    assert other.undo() is not None
    assert other.undo_name == other.redo_name == ""
    shell = other.get(Motivator, ana.motivators[0].id)
    assert (shell.name, shell.quote, shell.struck_on) == ("", "", TODAY)
    other.close()
    assert found_in_folder(store.path, QUOTE) == {}


def test_plans_of_earlier_days_say_that_something_was_struck(
    store: Store, ana: PersonBuilder
) -> None:
    with store.edit("Change") as tx:
        plan_id = ana.goals[0].plan_id
        for (key,) in tx.connection.execute("SELECT id FROM plan_snapshot").fetchall():
            tx.remove(PlanSnapshot, key)
    store.now = lambda later=store.now: later() + timedelta(days=3)  # type: ignore[misc]
    plans.change_item(store, ana.goals[0].id, for_person=f"So {QUOTE} so", today=TODAY)
    store.now = lambda later=store.now: later() + timedelta(days=3)  # type: ignore[misc]
    plans.change_item(store, ana.goals[0].id, for_person="", today=TODAY)
    strike_all(store, ana)
    before = [plan_history.as_of(store, plan_id, day) for day in plan_history.days(store, plan_id)]
    said = {item.item.for_person for view in before for item in view.items}
    assert f"So [{MARK}] so" in said
    chips = {(one.name, one.struck_on) for view in before for item in view.items
             for one in item.motivators}  # fmt: skip
    assert chips == {(MARK, TODAY)}


def test_what_was_handed_over_keeps_its_digest_and_its_day(
    store: Store, ana: PersonBuilder
) -> None:
    with store.edit("Hand over") as tx:
        body = json.dumps({"drivers": ["Autonomy", "Mastery of the craft"], "items": [
            {"title": "Lead", "for_person": f"“{QUOTE}”", "motivators": ["autonomy"],
             "objective": "Autonomy"}]})  # fmt: skip
        given = tx.add(HandedOver(person_id=ana.id, what="own_words", handed_on=TODAY,  # type: ignore[arg-type]
                                  digest="abc", body=body))  # fmt: skip
    strike_all(store, ana)
    after = store.get(HandedOver, given.id)
    assert (after.digest, after.handed_on) == ("abc", TODAY)
    left = json.loads(after.body)
    assert left["drivers"] == [MARK, "Mastery of the craft"]
    assert left["items"][0] == {
        "title": "Lead", "for_person": MARK, "motivators": [MARK], "objective": "Autonomy",
    }  # fmt: skip


def test_own_words_that_were_handed_over_say_what_was_struck(
    store: Store, ana: PersonBuilder
) -> None:
    ana.driven_by("Autonomy", drive=Drive.VALUE).said()
    wish = aspirations.of(store, ana.id)[0].id
    given = own_words.hand_over(store, ana.id, TODAY, TODAY)
    strike_all(store, ana)
    striking.strike_aspiration(store, wish, TODAY)
    after = store.get(HandedOver, given.id)
    left = json.loads(after.body)
    assert after.digest == given.digest
    assert [one["name"] for one in left["drives"]] == [MARK, "Mastery of the craft"]
    assert [one["name"] for one in left["values"]] == ["Autonomy"], "that one was not struck"
    assert [one["statement"] for one in left["aspirations"]] == [MARK]
    assert not own_words.handing(store, ana.id, TODAY).is_new, "no reason to hand it over again"


def test_rows_that_came_in_past_the_store_can_be_struck_again(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    ask(store.path, f"UPDATE motivator SET quote = '{QUOTE}' WHERE struck_on IS NOT NULL")
    striking.strike_again(store)
    assert store.get(Motivator, ana.motivators[0].id).quote == ""
    assert found_in_folder(store.path, QUOTE) == {}


def test_what_is_struck_is_no_change_since_a_plan_was_agreed(
    store: Store, ana: PersonBuilder
) -> None:
    goal, plan_id = ana.goals[0].id, ana.plan.id
    plans.change_item(store, goal, today=TODAY, for_person=f"Once she said: {QUOTE}")
    agreements.agree(store, plan_id, TODAY)
    strike_all(store, ana)
    agreed = agreements.of(store, plan_id)
    assert agreed is not None
    assert agreed.changes == ()
    assert MARK in store.get(PlanItem, goal).for_person


def test_what_was_said_to_mean_the_same_stays_so(store: Store, ana: PersonBuilder) -> None:
    goal, plan_id = ana.goals[0].id, ana.plan.id
    plans.change_item(store, goal, today=TODAY, for_person=f"Once she said: {QUOTE}")
    agreements.agree(store, plan_id, TODAY)
    plans.change_item(store, goal, today=TODAY, for_person=f"She often said: {QUOTE}")
    changed = agreements.of(store, plan_id)
    assert changed is not None
    agreements.same_meaning(store, plan_id, changed.changes[0])
    strike_all(store, ana)
    agreed = agreements.of(store, plan_id)
    assert agreed is not None
    assert (agreed.changes, len(agreed.same)) == ((), 1)


def test_earlier_versions_of_other_texts_lose_the_words_and_stay(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    note = TextRef(DiscoveryNote, ana.notes[0].id, "their_words")
    assert [one.text for one in versions.earlier(store, note)] == [MARK]
    assert versions.earlier(store, TextRef(Motivator, ana.motivators[0].id, "quote")) == []


def test_drafts_of_it_go_and_other_drafts_lose_the_words(store: Store, ana: PersonBuilder) -> None:
    said_everywhere(store, ana, QUOTE)
    strike_all(store, ana)
    bodies = [str(body) for (body,) in ask(store.path, "SELECT body FROM draft")]
    assert len(bodies) == 1
    assert MARK in bodies[0]


def test_what_a_review_says_is_not_touched(store: Store, ana: PersonBuilder) -> None:
    """What is sealed there would not be what was sealed any more; the confirmation says so."""
    review = ReviewBuilder(store, a_cycle(store), ana.id, QUOTE).written()
    narrative = review.view.review.narrative
    assert QUOTE in narrative
    strike_all(store, ana)
    assert review.view.review.narrative == narrative


def test_looking_what_it_reaches_changes_nothing(store: Store, ana: PersonBuilder) -> None:
    said_everywhere(store, ana, QUOTE)
    before = dump(store.path)
    key = ana.motivators[0].id
    found = striking.reached(store, Motivator, key)
    assert (found.named_by, found.goals, found.notes, found.handed_over) == (1, 1, 2, 1)
    assert found.other > 10
    assert striking.reached(store, Motivator, key, only_quote=True).named_by == 0
    wish = aspirations.of(store, ana.id)[0].id
    assert striking.reached(store, Aspiration, wish).named_by == 1
    assert dump(store.path) == before


def test_striking_twice_is_striking_once(store: Store, ana: PersonBuilder) -> None:
    strike_all(store, ana)
    before = dump(store.path)
    assert striking.strike_motivator(store, ana.motivators[0].id, TODAY + timedelta(1))
    assert dump(store.path) == before


def test_what_cannot_be_struck_is_said_in_a_sentence(store: Store) -> None:
    ana = a_person(store).driven_by("Autonomy")
    with pytest.raises(InvalidInput, match="no quote in their own words"):
        striking.strike_quote(store, ana.motivators[0].id, TODAY)
    with pytest.raises(NotFound):
        striking.strike_motivator(store, 99, TODAY)
    with pytest.raises(NotFound):
        striking.strike_aspiration(store, 99, TODAY)
    before = dump(store.path)
    store.close_for_writing()
    with pytest.raises(NotAStore, match="damaged"):
        striking.strike_motivator(store, ana.motivators[0].id, TODAY)
    assert dump(store.path) == before


def test_bodies_that_cannot_be_read_lose_the_words_all_the_same(
    store: Store, ana: PersonBuilder
) -> None:
    with store.edit("Break") as tx:
        for table in ("trashed", "handed_over", "draft"):
            tx.connection.execute(f"UPDATE {table} SET body = '{{no JSON: {QUOTE}'")
    strike_all(store, ana)
    assert found_in_folder(store.path, QUOTE) == {}


def test_words_of_one_record_can_be_forgotten(store: Store, ana: PersonBuilder) -> None:
    note = ana.notes[0].id
    discovery.write_note(store, note, their_words=QUOTE)
    assert striking.forget_words(
        store, DiscoveryNote, note, ("their_words", "my_reading"), also={"off_record": True},
    )  # fmt: skip
    after = discovery.note(store, note)
    assert (after.their_words, after.my_reading, after.off_record) == ("", "", True)
    assert store.undo_name == ""
    assert versions.earlier(store, TextRef(DiscoveryNote, note, "their_words")) == []
    assert striking.struck(store, ana.id) == []
    assert store.get(Motivator, ana.motivators[0].id).quote == QUOTE, "nobody struck that"
    discovery.write_note(store, note, their_words="Said later")
    store.close()
    again = Store(store.path)
    assert discovery.note(again, note).their_words == "Said later"
    again.close()


# The file


def test_somebody_who_reads_meanwhile_sees_all_of_it_or_nothing(tmp_path: Path) -> None:
    ana = store_with_words(tmp_path / "files" / "store.db", QUOTE, wait_ms=0)
    store = ana.store
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        said = "SELECT count(*) FROM motivator WHERE name = 'Autonomy'"
        assert other.execute(said).fetchone() == (1,)
        assert striking.strike_motivator(store, ana.motivators[0].id, TODAY) is False
        assert store.swept is False
        assert other.execute(said).fetchone() == (1,)
        other.execute("COMMIT")
        assert other.execute(said).fetchone() == (0,)
    store.close()
    assert found_in_folder(store.path, QUOTE) == {}


def test_what_was_left_undone_is_done_at_the_next_opening(
    store: Store, ana: PersonBuilder, tmp_path: Path
) -> None:
    copied = tmp_path / "copied" / "store.db"
    copied.parent.mkdir()
    with store.edit("Strike without sweeping") as tx:
        from careerdesk.data import striking as within

        within.strike(tx, within.target(tx.connection, Motivator, ana.motivators[0].id), TODAY)
        tx.let_nothing_stay()
    for end in ("", "-wal"):
        shutil.copy(f"{store.path}{end}", f"{copied}{end}")
    assert found_in_folder(copied, QUOTE)
    again = Store(copied)
    assert found_in_folder(copied, QUOTE) == {}
    assert again.get(Motivator, ana.motivators[0].id).struck_on == TODAY
    again.close()
    assert ask(copied, "SELECT count(*) FROM strike WHERE kind = 'sweep'") == [(0,)]


def test_a_store_that_somebody_writes_opens_and_leaves_it_to_later(
    store: Store, ana: PersonBuilder
) -> None:
    strike_all(store, ana)
    store.close()
    ask(store.path, f"UPDATE motivator SET quote = '{QUOTE}' WHERE struck_on IS NOT NULL")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        sweeping.note(other, TODAY)
        other.execute("BEGIN IMMEDIATE")
        busy = Store(store.path, library=Library(wait_ms=0))
        assert busy.swept is False
        other.execute("COMMIT")
        busy.close()
    again = Store(store.path)
    assert again.swept
    assert again.get(Motivator, ana.motivators[0].id).quote == ""
    again.close()


def test_reading_alone_does_not_sweep(store: Store) -> None:
    with store.edit("Strike without sweeping") as tx:
        tx.let_nothing_stay()
    reader = Store(store.path, read_only=True)
    reader.close()
    assert ask(store.path, "SELECT count(*) FROM strike WHERE kind = 'sweep'") == [(1,)]


@pytest.mark.parametrize("mode", ["wal", "truncate"])
@pytest.mark.parametrize("seed", [SPREADS, *seeds(2, 60)])
def test_nothing_stays_in_the_free_space_of_pages(tmp_path: Path, seed: int, mode: str) -> None:
    """Zeros over what is deleted are not enough where rows moved to other pages before."""
    path = blank_file(tmp_path / "files" / "store.db")
    with closing(Library().connect(path)) as file:
        file.execute(f"PRAGMA journal_mode={mode}")
        file.execute("PRAGMA synchronous=OFF")
        edit_by_chance(file, random.Random(seed))
        file.execute("UPDATE said SET words = replace(words, ?, '')", (QUOTE,))
        sweeping.note(file, TODAY)
        assert sweeping.sweep(file)
        assert found_in_folder(path, QUOTE) == {}
        assert commit_mode.mode_of(file) == mode


def edit_by_chance(file: sqlite3.Connection, chance: random.Random) -> None:
    """Make a table of which some rows say the words, by many edits."""
    file.execute("CREATE TABLE said (id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT)")
    there: list[int | None] = []
    for _ in range(600):
        size = int(chance.choice([5, 50, 300, 900, 5000]) * chance.random())
        words = "x" * (size // 2) + (QUOTE if chance.random() < 0.15 else "") + "y" * (size // 2)
        what = chance.random()
        if what < 0.55 or not there:
            there.append(file.execute("INSERT INTO said (words) VALUES (?)", (words,)).lastrowid)
        elif what < 0.85:
            row = chance.choice(there)
            file.execute("UPDATE said SET words = ? WHERE id = ?", (words, row))
        else:
            row = there.pop(chance.randrange(len(there)))
            file.execute("DELETE FROM said WHERE id = ?", (row,))


def test_in_a_folder_that_travels_and_with_another_library(tmp_path: Path) -> None:
    home = tmp_path / "Dropbox"
    home.mkdir()
    (home / ".dropbox").write_text("")
    around = Surroundings(mounts=tmp_path / "none", home=tmp_path, variables={})
    library = Library(other_sqlite(), wait_ms=WINDOW_WAIT_MS)
    path = blank_file(home / "store.db")
    store = Store(path, around=around, library=library)
    ana = with_words(store, QUOTE)
    said_everywhere(store, ana, QUOTE)
    strike_all(store, ana)
    assert found_in_folder(path, QUOTE) == {}
    store.close()
    assert found_in_folder(path, QUOTE) == {}
    assert not Path(f"{path}-journal").exists()


def test_a_disk_without_room_to_write_the_file_again_leaves_that_to_later(
    store: Store, ana: PersonBuilder
) -> None:
    driver = store.writer()._connection
    driver.set_authorizer(_no_vacuum)
    assert striking.strike_motivator(store, ana.motivators[0].id, TODAY) is False
    assert store.get(Motivator, ana.motivators[0].id).struck_on == TODAY
    assert striking.struck(store, ana.id) == [(TODAY, 1)]
    driver.set_authorizer(None)
    store.close()
    assert found_in_folder(store.path, QUOTE) == {}


def _no_vacuum(action: int, *_names: object) -> int:
    """Refuse what writes the file again, as a full disk does."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def test_guessed_or_ended_ones_can_be_struck_too(store: Store) -> None:
    ana = a_person(store).driven_by("Being left alone", "Autonomy")
    with store.edit("Say") as tx:
        tx.change(Motivator, ana.motivators[0].id, until=TODAY)
        tx.change(Motivator, ana.motivators[1].id, standing=MotivatorStanding.CONFIRMED)
    for one_of in ana.motivators:
        assert striking.strike_motivator(store, one_of.id, date(2026, 11, 18))
    assert striking.struck(store, ana.id) == [(date(2026, 11, 18), 2)]


def test_what_somebody_was_called_is_not_what_they_said(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").driven_by("Mastery").like(title="Mastery")
    roles.add(store, ana.id, TODAY, TODAY, title="Mastery")
    assert striking.strike_motivator(store, ana.motivators[0].id, TODAY)
    assert [role.title for role in roles.history(store, ana.id)] == ["Mastery", "Mastery"]
