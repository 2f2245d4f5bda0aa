"""Every word that is typed is found at once, and none that is not there any more."""

from __future__ import annotations

import gzip
import random
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from careerdesk.data.mapping import table_name
from careerdesk.data.queries.search import Match, matches
from careerdesk.data.search_check import is_in_order
from careerdesk.data.search_codes import SEARCHED, by_code
from careerdesk.data.store import Store
from careerdesk.domain.catalogue import CATALOGUE
from careerdesk.domain.entries import Area
from careerdesk.domain.errors import Interrupted
from careerdesk.domain.loop import Trashed
from careerdesk.domain.records import CheckIn, Person, Promise, Record
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.folding import words_of
from careerdesk.domain.search.found import State
from careerdesk.services import checking, checkins, demo, discovery, people, striking, trash
from careerdesk.services.reviews import reviews
from tests.builders import a_person
from tests.counting import Statements
from tests.review_builders import ReviewBuilder, a_cycle
from tests.seeds import seeds
from tests.stores import ask, blank_store

TODAY = date(2026, 11, 17)
EVERY_STATE = tuple(State)


def found(store: Store, words: str, **more: object) -> list[Match]:
    return store.read(matches, Area.CONVERSATIONS, words, **more)  # type: ignore[arg-type]


def keys_of(connection: sqlite3.Connection, kind: type[Record]) -> list[int]:
    """The ids of all records of a kind."""
    return [row[0] for row in connection.execute(f"SELECT id FROM {table_name(kind)}")]


def test_each_searched_text_has_a_code_of_its_own() -> None:
    searched = {(kind, name) for kind, entry in CATALOGUE.items() for name in entry.searched}
    coded = [(one.kind, name) for one in SEARCHED for name in one.codes if name != FIGURES]
    assert sorted(map(str, coded)) == sorted(map(str, searched))
    codes = [code for one in SEARCHED for code in one.codes.values()]
    assert len(set(codes)) == len(codes) == len(by_code()) - 2


def test_a_word_is_found_until_it_is_undone_and_again_when_it_is_redone(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        checkins.add_agenda(store, ana.id, "Zwölf Gründe für Łódź")
        for typed in ('"zwolf"', '"lodz"', '"grunde fur"', '"z"*', '"zwo"*', '"grund"*'):
            assert [match.record_id for match in found(store, typed, person_id=ana.id)] == [1]
        store.undo()
        assert found(store, '"zwolf"') == []
        store.redo()
        assert len(found(store, '"zwolf"')) == 1
        assert store.read(is_in_order)


def test_deleted_words_are_found_in_the_trash_alone_and_nowhere_when_they_are_gone(
    tmp_path: Path,
) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        promise = checkins.add_promise(store, ana.id, "Send the zeppelin plans")
        checkins.remove_promises(store, [promise.id])
        assert found(store, '"zeppelin"') == []
        kept = found(store, '"zeppelin"', states=(State.DELETED,))
        assert [(one.kind, one.record_id, one.private) for one in kept] == [
            (Promise, promise.id, True)
        ]
        trash.bring_back(store, [kept[0].kept_in])
        assert len(found(store, '"zeppelin"')) == 1
        checkins.remove_promises(store, [promise.id])
        (row,) = store.read(lambda c: c.execute("SELECT id FROM trashed").fetchall())
        trash.forget(store, [row[0]])
        assert found(store, '"zeppelin"', states=EVERY_STATE) == []
        assert store.read(is_in_order)


def test_who_had_a_review_is_found_in_the_trash_on_each_side_and_leaves_no_word_behind(
    tmp_path: Path,
) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = a_person(store, "Zephyrine Quist").with_note("Glimmering", "")
        review = ReviewBuilder(store, a_cycle(store), ana.id).whole().over()
        reviews.write(store, review.id, gaps="Obfuscation")
        for _ in range(2):  # by the edit, and by one that follows an index that was made again
            people.remove(store, ana.id)
            assert store.read(is_in_order)
            trash.bring_back(store, [trash.things(store)[0].id])
            assert store.read(is_in_order)
            store.make_index()
        people.remove(store, ana.id)
        trash.forget(store, [trash.things(store)[0].id])
        assert store.read(is_in_order)


@pytest.mark.parametrize("seed", seeds(short=3))
def test_after_any_history_the_index_is_as_one_made_again(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    words = ["Łódź", "release", "東京", "Παύλος", "r", "plan-b", "40 %", "", "\ue000p1"]
    with closing(blank_store(tmp_path / "store.db")) as store:
        demo.fill(store, TODAY)
        tables = [(one.kind, [name for name in one.codes if name != FIGURES]) for one in SEARCHED]
        for _ in range(60):
            act = dice.random()
            if act < 0.2:
                store.undo()
            elif act < 0.3:
                store.redo()
            else:
                kind, fields = dice.choice(tables)
                keys = store.read(keys_of, kind)
                if not keys:
                    continue
                key = dice.choice(keys)
                with store.edit("Change") as tx:
                    if act > 0.9 and kind is not Person:
                        tx.trash(kind, [key])
                    else:
                        text = " ".join(dice.choices(words, k=3))
                        tx.change(kind, key, **{dice.choice(fields): text})
        assert store.read(is_in_order)


def test_an_index_that_lost_a_row_is_seen_and_made_again(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add(store, "Ana Ruiz")
        path = store.path
    ask(path, "INSERT INTO conversation_words (conversation_words) VALUES ('delete-all')")
    with closing(Store(path)) as store:
        assert not store.read(is_in_order)
        assert "rebuilt" in checking.mend_index(store)
        assert checking.mend_index(store) == ""
        assert len(found(store, '"ruiz"')) == 1


@pytest.mark.parametrize(
    "broken", ["DROP TABLE conversation_words", "UPDATE conversation_words_data SET block = x'00'"]
)
def test_a_broken_index_takes_no_edit_with_it_and_is_made_again(
    tmp_path: Path, broken: str
) -> None:  # fmt: skip
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add(store, "Ana Ruiz")
        path = store.path
    ask(path, broken)
    with closing(Store(path)) as store:
        ana = people.add(store, "Bo Lund")
        assert store.get(Person, ana.id).name == "Bo Lund"
        store.tend_index()
        assert store.read(is_in_order)
        assert len(found(store, '"lund"')) == 1


def test_a_store_of_an_older_version_is_searched_once_its_index_is_made(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    old = Path(__file__).parent / "stores" / "store-7.db.gz"
    path.write_bytes(gzip.decompress(old.read_bytes()))
    with closing(Store(path)) as store:
        person = people.everyone(store)[0]
        people.add(store, "Zora Quist")
        store.tend_index()
        assert store.read(is_in_order)
        assert found(store, '"quist"')
        (name,) = words_of(person.family_name)
        assert found(store, f'"{name}"', person_id=person.id)


def test_only_private_words_are_private_and_reviews_stay_apart(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        demo.fill(store, TODAY)
        for one in found(store, "", private=False, newest=5_000):
            assert one.field not in CATALOGUE[one.kind].private
            assert CATALOGUE[one.kind].area is Area.CONVERSATIONS
        hidden = found(store, "", private=True, newest=5_000)
        assert {CheckIn} <= {one.kind for one in hidden}
        assert Trashed not in {one.kind for one in hidden}


def test_a_reader_that_was_told_to_stop_reads_again_when_it_goes_on(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add(store, "Ana Ruiz")
        with closing(store.reader()) as reader:
            assert len(reader.read(matches, Area.CONVERSATIONS, '"ruiz"')) == 1
            reader.interrupt()
            with pytest.raises(Interrupted):
                reader.read(matches, Area.CONVERSATIONS, '"ruiz"')
            reader.go_on()
            people.add(store, "Bo Ruiz")
            assert len(reader.read(matches, Area.CONVERSATIONS, '"ruiz"')) == 2


def test_struck_words_are_found_nowhere_and_are_not_in_the_file(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        (motivator,) = discovery.add_motivators(store, ana.id, ["Zymurgical freedom"])
        assert len(found(store, '"zymurgical"', states=EVERY_STATE)) == 1
        assert striking.strike_motivator(store, motivator.id, TODAY)
        assert found(store, '"zymurgical"', states=EVERY_STATE) == []
        assert store.read(is_in_order)
    assert b"zymurgical" not in store.path.read_bytes().lower()
    assert b"ymurgical" not in store.path.read_bytes().lower()  # FTS5 leaves out what is the same


def test_words_forgotten_for_good_leave_nothing_in_the_file(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        for text in ("quixotry", "quixotry again", "calm"):
            checkins.add_promise(store, ana.id, text)
        with store.edit("Forget", for_good=True) as tx:
            tx.remove(Promise, 1)
            tx.remove(Promise, 2)
        assert len(found(store, '"calm"')) == 1
    assert b"uixotry" not in store.path.read_bytes()


def test_much_that_goes_and_comes_back_leaves_few_parts_of_the_index(store: Store) -> None:
    """Each part more is looked through by each search, and is merged with others some time."""
    ana = a_person(store).with_goals(*(f"Goal {n} of all" for n in range(60)))
    ana.with_points(*(f"Point {n} of all" for n in range(60)))
    store.tend_index()
    segments = "SELECT count(DISTINCT segid) FROM conversation_words_idx"
    [(before,)] = ask(store.path, segments)
    people.remove(store, ana.id)
    [(after,)] = ask(store.path, segments)
    assert after - before <= 3
    store.undo()
    assert ask(store.path, segments)[0][0] - after <= 2
    assert checking.mend_index(store) == ""


def test_no_part_of_a_large_deletion_merges_the_index(store: Store) -> None:
    """Each leaves a few parts of it, and the sixteenth would be merged with all others at once."""
    years = a_person(store, "Ana Ruiz")
    years.with_points(*(f"point {number} {number % 97} {number % 89}" for number in range(1_200)))
    connection = store.writer()._connection
    most: list[int] = []
    for work in (partial(people.removing, store, years.id), *(store.undoing, store.redoing) * 6):
        written = [connection.total_changes]
        written += [connection.total_changes for _ in work()]
        most.append(max(after - before for before, after in pairwise(written)))
    assert max(most[1:]) <= 3 * min(most[1:])


def test_typing_on_asks_the_index_once(tmp_path: Path) -> None:
    statements = Statements()
    blank_store(tmp_path / "store.db").close()
    with closing(Store(tmp_path / "store.db", library=statements.library)) as store:
        ana = people.add(store, "Ana Ruiz")
        check_in = checkins.start(store, ana.id, datetime(2026, 11, 17, 9, tzinfo=UTC))
        checkins.write(store, check_in.id, shared_notes="calm")
        checkins.write(store, check_in.id, shared_notes="calm water")
        statements.asked.clear()
        checkins.write(store, check_in.id, shared_notes="calm waters")
        words = [sql for sql in statements.asked if "ing_words" in sql or "ion_words" in sql]
        assert [sql.split()[0] for sql in words] == ["SELECT"]  # whether the row waits already
        assert len(statements.asked) <= 10
        statements.asked.clear()
        checkins.write(store, check_in.id, said=1)
        assert not [sql for sql in statements.asked if "ing_words" in sql or "ion_words" in sql]
        store.tend_index()
        statements.asked.clear()
        checkins.write(store, check_in.id, shared_notes="calm")
        assert not [sql for sql in statements.asked if "conversation_words" in sql]
