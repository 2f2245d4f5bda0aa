"""Every word that is typed is found at once, and none that is not there any more."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from careerdesk.data.queries.search import Match, matches
from careerdesk.data.search_check import is_in_order
from careerdesk.data.search_codes import SEARCHED, by_code
from careerdesk.data.store import Store
from careerdesk.domain.catalogue import CATALOGUE
from careerdesk.domain.entries import Area
from careerdesk.domain.loop import Trashed
from careerdesk.domain.records import CheckIn, Person, Promise
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.found import State
from careerdesk.services import checking, checkins, demo, motivators, people, striking, trash
from tests.seeds import seeds
from tests.stores import ask, blank_store

TODAY = date(2026, 11, 17)
EVERY_STATE = tuple(State)


def found(store: Store, words: str, **more: object) -> list[Match]:
    return store.read(matches, Area.CONVERSATIONS, words, **more)  # type: ignore[arg-type]


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
        promise = checkins.promise(store, ana.id, "Send the zeppelin plans")
        checkins.remove_promise(store, promise.id)
        assert found(store, '"zeppelin"') == []
        kept = found(store, '"zeppelin"', states=(State.DELETED,))
        assert [(one.kind, one.record_id, one.private) for one in kept] == [
            (Promise, promise.id, True)
        ]
        trash.restore(store, kept[0].kept_in)
        assert len(found(store, '"zeppelin"')) == 1
        checkins.remove_promise(store, promise.id)
        (row,) = store.read(lambda c: c.execute("SELECT id FROM trashed").fetchall())
        trash.delete_for_good(store, row[0])
        assert found(store, '"zeppelin"', states=EVERY_STATE) == []
        assert store.read(is_in_order)


@pytest.mark.parametrize("seed", seeds(short=3))
def test_after_any_history_the_index_is_as_one_made_anew(tmp_path: Path, seed: int) -> None:
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
                table = kind.__name__
                with store.edit(f"Change {table}") as tx:
                    from careerdesk.data.mapping import table_name

                    rows = tx.read(
                        lambda c, name=table_name(kind): c.execute(f"SELECT id FROM {name}")
                        .fetchall()
                    )
                    if not rows:
                        continue
                    key = dice.choice(rows)[0]
                    if act > 0.9 and kind is not Person:
                        tx.trash(kind, [key])
                    else:
                        text = " ".join(dice.choices(words, k=3))
                        tx.change(kind, key, **{dice.choice(fields): text})
        assert store.read(is_in_order)


def test_an_index_that_lost_a_row_is_seen_and_made_anew(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add(store, "Ana Ruiz")
        path = store.path
    ask(path, "INSERT INTO conversation_words (conversation_words) VALUES ('delete-all')")
    with closing(Store(path)) as store:
        assert not store.read(is_in_order)
        assert "made anew" in checking.mend_index(store)
        assert checking.mend_index(store) == ""
        assert len(found(store, '"ruiz"')) == 1


@pytest.mark.parametrize("broken", ["DROP TABLE conversation_words",
                                    "UPDATE conversation_words_data SET block = x'00'"])
def test_a_broken_index_takes_no_edit_with_it_and_is_made_anew(
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
    import gzip

    path = tmp_path / "store.db"
    old = Path(__file__).parent / "stores" / "store-7.db.gz"
    path.write_bytes(gzip.decompress(old.read_bytes()))
    with closing(Store(path)) as store:
        person = people.everyone(store)[0]
        people.add(store, "Zora Quist")
        store.tend_index()
        assert store.read(is_in_order)
        assert found(store, '"quist"')
        assert found(store, f'"{person.family_name.lower()}"*') or person.family_name == ""


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
    from careerdesk.domain.errors import Interrupted

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
