"""A whole store as JSON: nothing is lost on the way there and back, and its form is published."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.cli import run
from careerdesk.data import json_export, json_store
from careerdesk.data.backups import Stopped
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.library import PLAIN
from careerdesk.data.store import Store
from careerdesk.demo import FILE, throw_away_demo
from careerdesk.domain.errors import StoreError
from careerdesk.domain.records import Person
from careerdesk.domain.search.found import Scope
from careerdesk.services import checking, drafts, everything, people, search
from tests.builders import NOW as CHECK_IN_AT
from tests.builders import TODAY, a_person
from tests.data.test_undo import actions, open_store, play
from tests.json_files import NOW, content, write, write_older
from tests.json_schema import problems
from tests.modes import is_private
from tests.seeds import examples
from tests.stores import ask, blank_store, dump

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "stores"
TYPED = frozenset({"draft"})
SCHEMA = ROOT / "docs" / f"careerdesk-{SCHEMA_VERSION}.schema.json"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = blank_store(tmp_path / "store.db")
    a_person(store, "Ana Ruiz").with_goals("Loads are done by six").with_note("Hm", "I see")
    yield store
    store.close()


def there_and_back(store: Path, folder: Path) -> Path:
    """The store at a path, through JSON, as another file."""
    json_store.load(write(store, folder / "all.json"), folder / "back.db")
    return folder / "back.db"


@given(st.lists(st.lists(actions(), min_size=1, max_size=5), max_size=10))
@settings(max_examples=examples(15, 400), deadline=None)
def test_there_and_back_gives_the_same_rows(edits: list[list[tuple[str, int, str, int]]]) -> None:
    with open_store() as store:
        play(store, edits)
        back = there_and_back(store.path, store.path.parent)
        assert dump(back, without=TYPED) == dump(store.path, without=TYPED)


def test_the_demo_comes_back_whole_and_is_what_the_published_form_says(tmp_path: Path) -> None:
    with throw_away_demo() as folder:
        back = there_and_back(folder / FILE, tmp_path)
        assert dump(back, without=TYPED) == dump(folder / FILE, without=TYPED)
        for table in ("session", "store_identity"):
            rows = f"SELECT * FROM {table}"
            assert ask(back, rows) == ask(folder / FILE, rows)
    schema = json.loads(SCHEMA.read_bytes())
    told = content(tmp_path / "all.json")
    assert problems(told, schema, schema) == []
    told["tables"]["person"][0]["rank"] = "first"
    del told["tables"]["plan"][0]["title"]
    assert len(problems(told, schema, schema)) == 2
    opened = Store(back)
    assert checking.check_store(opened) == []
    opened.close()
    assert is_private(back)


def test_the_published_form_is_that_of_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "all", "--schema"]) == 0
    assert capsys.readouterr().out == SCHEMA.read_text(encoding="utf-8"), (
        f"Write it anew: careerdesk export all --schema -o {SCHEMA.name}"
    )


@pytest.mark.parametrize("version", range(3, SCHEMA_VERSION + 1))
def test_a_file_of_each_older_version_is_taken(tmp_path: Path, version: int) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress((FROZEN / f"store-{version}.db.gz").read_bytes()))
    json_store.load(write_older(path, tmp_path / "old.json"), tmp_path / "back.db")
    Store(path).close()
    assert dump(tmp_path / "back.db", without=TYPED) == dump(path, without=TYPED)
    assert ask(tmp_path / "back.db", "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_what_is_being_typed_stays_out(store: Store, tmp_path: Path) -> None:
    typed = drafts.new(drafts.Owner(1, handle="field"), {"text": "Half a w"}, CHECK_IN_AT)
    drafts.keep(store, typed, anew=False)
    assert b"Half a w" not in write(store.path, tmp_path / "all.json").read_bytes()


def test_no_id_is_given_twice_after_it(store: Store, tmp_path: Path) -> None:
    gone = people.add(store, "Ben Okri")
    people.remove(store, gone.id)
    back = Store(there_and_back(store.path, tmp_path))
    assert people.add(back, "Chi Tran").id > gone.id
    back.close()


def test_its_words_are_found(store: Store, tmp_path: Path) -> None:
    back = Store(there_and_back(store.path, tmp_path))
    back.tend_index()
    found = search.find(back, "loads", Scope(), TODAY)
    assert [hit.line for hit in found.hits] == ["Loads are done by six"]
    back.close()


ODD = [
    ("UPDATE person SET team = x'00ff'", {"bytes": "00ff"}),
    ("UPDATE person SET team = CAST(x'41ff' AS TEXT)", {"text": "41ff"}),
    ("UPDATE plan_item SET score = 9e999", {"real": "inf"}),
    ("UPDATE plan_item SET score = -9e999", {"real": "-inf"}),
    ("UPDATE plan_item SET score = 0.1 + 0.2", 0.1 + 0.2),
    ("UPDATE person SET rank = 9223372036854775807", 9223372036854775807),
    ("UPDATE person SET rank = -9223372036854775808", -9223372036854775808),
    ("UPDATE person SET team = 'a' || char(0) || 'b'", "a\0b"),
    ("UPDATE person SET team = char(0x2028) || char(0x1F642)", "\u2028🙂"),
]


@pytest.mark.parametrize(("sql", "told"), ODD)
def test_what_another_program_stored_keeps_its_exact_value(
    store: Store, tmp_path: Path, sql: str, told: object
) -> None:
    store.close()
    ask(store.path, sql)
    table, column = sql.split()[1], sql.split()[3]
    back = there_and_back(store.path, tmp_path)
    schema = json.loads(SCHEMA.read_bytes())
    written = content(tmp_path / "all.json")
    assert repr(written["tables"][table][0][column]) == repr(told)
    assert problems(written, schema, schema) == []
    exact = f"SELECT typeof({column}), hex({column}), {column} IS NULL FROM {table}"
    assert ask(back, exact) == ask(store.path, exact)


def test_a_file_is_private_and_there_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "out" / "all.json"
    target.parent.mkdir()
    target.write_text("older")
    with pytest.raises(Stopped):
        json_export.write(store.path, target, NOW, PLAIN, lambda _done, _of: False)
    assert target.read_text() == "older"
    everything.write(store, target)
    assert is_private(target)
    assert [one.name for one in target.parent.iterdir()] == ["all.json"]
    with pytest.raises(StoreError, match="Choose another location"):
        everything.write(store, tmp_path / "nowhere" / "all.json")


def test_it_is_of_one_moment_and_edits_go_on_meanwhile(store: Store, tmp_path: Path) -> None:
    before = dump(store.path, without=TYPED)
    added = []

    def edit(_done: int, _of: int) -> bool:
        added.append(people.add(store, "Ben Okri"))
        return True

    json_export.write(store.path, tmp_path / "all.json", NOW, PLAIN, edit)
    assert len(added) > 1
    json_store.load(tmp_path / "all.json", tmp_path / "back.db")
    assert dump(tmp_path / "back.db", without=TYPED) == before


def test_without_a_wal_beside_it_nobody_waits_either(store: Store, tmp_path: Path) -> None:
    store.close()
    ask(store.path, "PRAGMA journal_mode=DELETE")
    with closing(sqlite3.connect(store.path, timeout=0)) as other:

        def edit(_done: int, _of: int) -> bool:
            with other:
                other.execute("UPDATE person SET team = 'Other'")
            return True

        json_export.write(store.path, tmp_path / "all.json", NOW, PLAIN, edit)
    assert content(tmp_path / "all.json")["tables"]["person"][0]["team"] == ""
    assert list(tmp_path.rglob("*.part*")) == []


def test_never_all_of_it_is_in_memory(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add") as tx:
        for number in range(40):
            tx.add(Person(given_name=f"N{number}", feedback_style="x" * 1_000_000))
    sizes = []

    class Counted:
        def write(self, piece: bytes) -> None:
            sizes.append(len(piece))

    everything.pour(store, Counted())  # type: ignore[arg-type]  # only writes
    store.close()
    assert sum(sizes) > 40_000_000
    assert max(sizes) < 17_000_000  # the first rows; after that it is known how large they are
    assert sorted(sizes)[-2] < 1_100_000


def test_a_name_that_is_taken_is_refused(store: Store, tmp_path: Path) -> None:
    write(store.path, tmp_path / "all.json")
    before = store.path.read_bytes()
    with pytest.raises(StoreError, match="There is already a file at"):
        json_store.load(tmp_path / "all.json", store.path)
    assert store.path.read_bytes() == before


def test_the_command_writes_everything_and_says_what_is_in_it(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.json"
    told = ["--store", str(store.path), "export", "all", "-o", str(out)]
    assert run(told) == 0
    assert "including everything that's private" in capsys.readouterr().out
    assert content(out)["tables"]["discovery_note"][0]["my_reading"] == "I see"
    for wrong in (["Ana"], ["--format", "pdf"]):
        assert run([*told, *wrong]) == 2
    assert run([*told[:-1], str(store.path)]) == 4
    assert run(told[:4]) == 2
    assert run(["--store", str(store.path), "export", "plan", "Ana", "--schema"]) == 2
