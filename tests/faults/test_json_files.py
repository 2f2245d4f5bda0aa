"""F54: what is wrong in a file of JSON is refused whole, with the place, and nothing is left."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careerdesk.data import json_rows, json_store
from careerdesk.data.backups import Stopped
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.library import PLAIN
from careerdesk.domain.errors import NewerStore, NotAStore, StoreError
from careerdesk.services import planning
from tests.builders import NOW, a_person
from tests.json_files import content, write
from tests.stores import blank_store, dump

DEEP = 100_000
Told = dict[str, Any]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with two people, in all of what is refused below."""
    folder = tmp_path_factory.mktemp("json")
    store = blank_store(folder / "store.db")
    ana = a_person(store, "Ana Ruiz").with_goals("One", "Two").with_note("Hm", "I see")
    a_person(store, "Ben Okri")
    planning.add_past(store, ana.id, NOW, NOW)
    store.close()
    return write(store.path, folder / "all.json").read_bytes()


def refused(folder: Path, text: bytes) -> str:
    """What is said of a file; nothing else may be left of it."""
    path = folder / "all.json"
    path.write_bytes(text)
    with pytest.raises(StoreError) as caught:
        json_store.load(path, folder / "new.db")
    assert [one.name for one in folder.iterdir()] == ["all.json"]
    said = str(caught.value)
    assert "Traceback" not in said
    assert said.endswith(".")
    assert len(said) < 600
    assert isinstance(caught.value, NotAStore)
    return said


def changed(good: bytes, change: Callable[[Told], object]) -> bytes:
    """The file with something else in it."""
    told = json.loads(good)
    change(told)
    return json.dumps(told).encode()


def first(told: Told, table: str) -> Told:
    """The first row of a table."""
    row: Told = told["tables"][table][0]
    return row


def test_the_file_itself_is_taken(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(b"\xef\xbb\xbf" + good + b"\n \n")
    json_store.load(tmp_path / "all.json", tmp_path / "new.db")
    assert len(dump(tmp_path / "new.db")) > 5


PATCHES: dict[str, tuple[bytes, bytes, str]] = {
    "deep cell": (b'"Ana"', b"[" * DEEP, "nested too deeply, at tables.person[0]"),
    "deep objects": (b'"Ana"', b'{"a":' * DEEP, "nested too deeply, at tables.person[0]"),
    "deep row": (b'"person": [', b'"person": [' + b"[" * DEEP, "nested too deeply"),
    "deep table": (b'"person": [', b'"person": ' + b"[" * DEEP, "nested too deeply"),
    "deep member": (b'"program": ', b'"program": ' + b"[" * DEEP, "nested too deeply, at program"),
    "same column": (b'"given_name":"Ana"', b'"given_name":"Ana","given_name":"Ana"',
                    "the same entry appears twice, at tables.person[0].given_name"),
    "same table": (b'"person": [', b'"person": [],\n"person": [', "twice, at tables.person"),
    "same member": (b'"schema":', b'"schema": 9,\n"schema":',
                    "the same entry appears twice, at schema"),
    "not a number": (b'"rank":1', b'"rank":NaN', "NaN isn't a valid number, at tables.person[0]"),
    "infinity": (b'"rank":1', b'"rank":-Infinity', "-Infinity isn't a valid number"),
    "too large": (b'"score":null', b'"score":1e999', "tables.plan_item[0].score"),
    "many digits": (b'"rank":1', b'"rank":' + b"7" * 100_000, "too large, at tables.person[0]"),
    "digits": (b'"rank":1', b'"rank":9223372036854775808', "tables.person[0].rank"),
    "half a sign": (b'"Ana"', rb'"A\ud800"',
                    "the value isn't valid text, at tables.person[0].given_name"),
    "half a name": (b'"given_name"', rb'"\ud800"', "unknown column, at tables.person[0].?"),
    "no utf-8": (b'"Ana"', b'"A\xff"', "the file isn't encoded in UTF-8"),
    "no end of text": (b'"Ana"', b'"Ana', "the file isn't valid JSON, at tables.person[0]"),
    "control": (b'"Ana"', b'"A\x01"', "the file isn't valid JSON, at tables.person[0]"),
    "comma": (b'"tables": {', b'"tables": {,', "the file isn't valid JSON"),
    "version": (b'"schema": 9', b'"schema": "9"', "the version number isn't valid, at schema"),
    "true": (b'"schema": 9', b'"schema": true', "the version number isn't valid, at schema"),
    "none": (b'"schema": 9', b'"schema": 0', "the version number isn't valid, at schema"),
    "not ours": (b'"careerdesk"', b'"other"', "it isn't a CareerDesk file, at format"),
    "more": (b'"tables": {', b'"more": 1,\n"tables": {', "unknown entry, at more"),
    "other table": (b'"person": [', b'"staff": [],\n"person": [', "unknown table, at tables.staff"),
    "draft": (b'"person": [', b'"draft": [],\n"person": [', "unknown table, at tables.draft"),
    "inside": (b'"person": [', b'"sqlite_master": [],\n"person": [', "tables.sqlite_master"),
    "last id": (b'"last_ids": {', b'"last_ids": {\n"person": -1,',
                "the ID isn't valid, at last_ids.person"),
    "strange id": (b'"last_ids": {', b'"last_ids": {\n"x\'": 1,', "unknown table, at last_ids.x'"),
}  # fmt: skip


@pytest.mark.parametrize("name", PATCHES)
def test_f54_what_is_no_such_file_is_refused_with_the_place(
    good: bytes, tmp_path: Path, name: str
) -> None:
    old, new, words = PATCHES[name]
    new = new.replace(b'"schema": 9', b'"schema": %d' % SCHEMA_VERSION)
    old = old.replace(b'"schema": 9', b'"schema": %d' % SCHEMA_VERSION)
    assert old in good
    assert words in refused(tmp_path, good.replace(old, new, 1))


CHANGES: dict[str, tuple[Callable[[Told], object], str]] = {
    "number for text": (lambda t: first(t, "person").update(title=7), "tables.person[0].title"),
    "text for number": (lambda t: first(t, "person").update(rank="7"), "tables.person[0].rank"),
    "half for whole": (lambda t: first(t, "person").update(rank=1.5), "tables.person[0].rank"),
    "truth": (lambda t: first(t, "person").update(rank=True), "tables.person[0].rank"),
    "list": (lambda t: first(t, "person").update(title=[]), "tables.person[0].title"),
    "object": (lambda t: first(t, "person").update(title={"a": 1}), "tables.person[0].title"),
    "bytes": (lambda t: first(t, "person").update(title={"bytes": "zz"}), "person[0].title"),
    "nothing": (lambda t: first(t, "person").update(title=None), "tables.person[0].title"),
    "no id": (lambda t: first(t, "person").update(id=None), "tables.person[0].id"),
    "id of none": (lambda t: first(t, "person").update(id=0), "tables.person[0].id"),
    "odd id": (lambda t: first(t, "person").update(id={"bytes": "00"}), "tables.person[0].id"),
    "unknown column": (lambda t: first(t, "person").update(pay=1), "unknown column, at tables.per"),
    "column away": (lambda t: first(t, "person").pop("title"), "is missing, at tables.person[0]."),
    "table away": (
        lambda t: t["tables"].pop("plan"),
        "a required entry is missing, at tables.plan",
    ),
    "member away": (lambda t: t.pop("program"), "a required entry is missing, at program"),
    "row": (
        lambda t: t["tables"].update(person=[7]),
        "expected a record, at tables.person[0]",
    ),
    "table": (lambda t: t["tables"].update(person={}), "expected a list, at tables.person"),
    "tables": (lambda t: t.update(tables=[]), "expected an object, at tables"),
    "same id": (lambda t: t["tables"]["person"][1].update(id=1), "twice, at tables.person[1].id"),
    "same uid": (
        lambda t: t["tables"]["person"][1].update(uid=first(t, "person")["uid"]),
        "twice, at tables.person[1].uid",
    ),
    "nobody": (lambda t: first(t, "plan").update(person_id=77), "tables.plan (id 1).person_id"),
    "no such goal": (
        lambda t: t["tables"]["plan_item"][1].update(carried_from=99),
        "(id 2).carried_from",
    ),
    "its own parent": (
        lambda t: first(t, "plan_item").update(carried_from=1),
        "a record refers back to itself, at tables.plan_item (id 1).carried_from",
    ),
    "a circle": (
        lambda t: [t["tables"]["plan_item"][at].update(carried_from=2 - at) for at in (0, 1)],
        "a record refers back to itself, at tables.plan_item (id 1).carried_from",
    ),
    "no day": (
        lambda t: first(t, "plan").update(starts_on="soon"),
        "the value can't be interpreted, at tables.plan (id 1).starts_on",
    ),
    "no state": (lambda t: first(t, "plan").update(state="odd"), "tables.plan (id 1).state"),
    "no moment": (
        lambda t: first(t, "check_in").update(starts_at=""),
        "tables.check_in (id 1).starts_at",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_f54_rows_that_do_not_fit_are_refused_with_the_place(
    good: bytes, tmp_path: Path, name: str
) -> None:
    change, words = CHANGES[name]
    assert words in refused(tmp_path, changed(good, change))


@pytest.mark.parametrize("share", [0, 0.0001, 0.01, 0.3, 0.7, 0.999, 0.9999])
def test_f54_a_file_that_is_cut_is_refused(good: bytes, tmp_path: Path, share: float) -> None:
    said = refused(tmp_path, good[: int(len(good.rstrip()) * share)])
    assert (
        "the file ends unexpectedly" in said
        or "the file is empty" in said
        or "the file isn't valid JSON" in said
    )


OTHERS = [b" \n", b"[]", b"7", b"null", b"\x00" * 99, b"SQLite format 3\x00", b"{}",
          b"Name,Title\nAna,Lead\n", b"\xff\xfe{\x00"]  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_f54_what_is_something_else_is_refused(tmp_path: Path, text: bytes) -> None:
    refused(tmp_path, text)


def test_f54_a_large_file_is_refused_at_its_first_fault(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_rows, "MOST", 1 << 20)
    long = good.replace(b'"Ana"', b'"' + b"A" * (3 << 20) + b'"', 1)
    assert "the value is too large, at tables.person[0]" in refused(tmp_path, long)
    assert "the file isn't valid JSON" in refused(
        tmp_path, good.replace(b'"Ana"', b"A" * (3 << 20), 1)
    )


def test_f54_a_newer_file_is_refused_with_status_3(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(
        changed(good, lambda told: told.update(schema=SCHEMA_VERSION + 1, tables={"new": [1]}))
    )
    with pytest.raises(NewerStore, match="newer version of CareerDesk") as caught:
        json_store.load(tmp_path / "all.json", tmp_path / "new.db")
    assert caught.value.status == 3
    assert [one.name for one in tmp_path.iterdir()] == ["all.json"]


def test_the_members_may_be_in_the_order_of_their_names(good: bytes, tmp_path: Path) -> None:
    told = json.loads(good)
    (tmp_path / "all.json").write_text(json.dumps(told, sort_keys=True, indent=2))
    json_store.load(tmp_path / "all.json", tmp_path / "new.db")
    again = content(write(tmp_path / "new.db", tmp_path / "again.json"))
    assert again["tables"] == told["tables"]


def test_what_is_stopped_leaves_nothing(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(good)
    with pytest.raises(Stopped):
        json_store.load(tmp_path / "all.json", tmp_path / "new.db", PLAIN, lambda _done, _of: False)
    assert [one.name for one in tmp_path.iterdir()] == ["all.json"]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("none.json", "", "pipe.json"):
        with pytest.raises(StoreError, match="There is no file at"):
            json_store.load(tmp_path / name, tmp_path / "new.db")
        assert not json_rows.is_json(tmp_path / name)
    assert [one.name for one in tmp_path.iterdir()] == ["pipe.json"]
