"""Searching without a window, the demo for every command that reads, and people by their ids."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from careerdesk.domain.errors import NotFound
from careerdesk.services import people
from tests.builders import a_person
from tests.seeds import is_long
from tests.stores import blank_store
from tests.unit.test_cli import called, refused


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> None:
    """What is called in this process draws with the application of all tests."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with Ana and Ben, of whom something is written."""
    store = blank_store(tmp_path_factory.mktemp("cli-search") / "store.db")
    ana = a_person(store, "Ana Ruiz").like(external_id="E-17")
    ana.with_goals("Release the stock service alone")
    ana.with_checkin(5, shared_notes="The release went well", private_notes="release privateworry")
    a_person(store, "Ben Łukasz 山田").with_promise("Write the release notes")
    store.close()
    return store.path


def lines(*arguments: object) -> list[str]:
    done = called(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().splitlines()


def search(*arguments: object) -> dict[str, Any]:
    done = called("search", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_was_found_with_whose_it_is(filled: Path) -> None:
    found = lines("search", "release", "--store", filled)
    assert "Release the stock service alone  (Ana Ruiz, Goal)" in found
    assert any(line.startswith("The release went well  (Ana Ruiz, Check-in, 20") for line in found)
    assert not any("privateworry" in line for line in found)
    assert lines("search", "absent", "--store", filled) == ["Nothing found."]


def test_where_not_every_text_is_in_the_index_yet_it_is_said_and_check_helps(
    filled: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "all.json"
    assert called("export", "all", "-o", kept, "--store", filled).returncode == 0
    restored = tmp_path / "restored.db"
    assert called("restore", kept, "--store", restored).returncode == 0
    done = called("search", "release", "--store", restored)
    assert (done.returncode, b"careerdesk check" in done.stderr) == (0, True)
    assert called("check", "--store", restored).returncode == 0
    assert lines("search", "release", "--store", restored) == lines(
        "search", "release", "--store", filled
    )


def test_what_is_private_only_where_it_is_asked_for(filled: Path) -> None:
    assert lines("search", "privateworry", "--store", filled) == ["Nothing found."]
    (line,) = lines("search", "privateworry", "--include-private", "--store", filled)
    assert line.startswith("release privateworry  (Ana Ruiz, Check-in, 20")
    assert line.endswith(", private)")


def test_as_json_with_the_marks(filled: Path) -> None:
    found = search("stock", "rel", "--store", filled)
    (one,) = found.pop("found")
    assert found == {"count": 1, "more": False, "understood": "", "filters": []}
    assert [one["line"][at : at + length] for at, length in one["marks"]] == ["Release", "stock"]
    assert (one["kind"], one["field"], one["person"]) == ("Goal", "title", "Ana Ruiz")


def test_only_of_one_person_in_the_words_or_beside_them(filled: Path) -> None:
    both = search("release", "--store", filled)["count"]
    for narrowed in (
        ("release", "from:ben"),
        ("release", "--person", "ben"),
        ("lukasz", "release"),
    ):
        found = search(*narrowed, "--store", filled)
        assert [one["person"] for one in found["found"]] == ["Ben Łukasz 山田"], narrowed
        assert found["count"] < both
    assert "There is no one named zoe" in refused(
        called("search", "x", "--person", "zoe", "--store", filled), 2
    )


def test_a_filter_that_is_not_understood_is_said_and_the_rest_is_found(filled: Path) -> None:
    done = called("search", "release", "before:whenever", "--store", filled)
    assert done.returncode == 0
    assert done.stderr.decode().startswith("careerdesk: “whenever” isn't a date.")
    assert done.stdout.count(b"\n") == 3


READING = (
    ("people",), ("people", "--json"), ("brief", "mareike"), ("ask", "mareike"), ("upcoming",),
    ("week",), ("reviews",), ("check",), ("search", "release"),
    ("search", "migration", "--in", "reviews"),
    ("export", "plan", "mareike", "--format", "md", "-o", "-"),
)  # fmt: skip


@pytest.fixture(scope="module")
def no_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where there is no store at all."""
    return tmp_path_factory.mktemp("nothing")


def test_the_demo_is_read_by_every_command_and_thrown_away(
    no_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERDESK_HOME", str(no_store))
    monkeypatch.setenv("TMPDIR", str(no_store))
    for place, command in enumerate(READING[:: 1 if is_long() else 4]):
        asked = ("--demo", *command) if place % 2 else (*command, "--demo")
        done = called(*asked)
        assert (done.returncode, done.stderr) == (0, b""), command
        assert len(done.stdout) > 20, command


def test_what_was_found_in_one_place_is_not_found_in_the_other(filled: Path) -> None:
    assert (
        search("release", "--in", "reviews", "--include-private", "--store", filled)["count"] == 0
    )


def test_the_demo_and_a_store_are_not_asked_for_together(filled: Path, tmp_path: Path) -> None:
    assert "--demo uses its own data file" in refused(
        called("people", "--demo", "--store", filled), 2
    )
    table = tmp_path / "team.csv"
    table.write_text("Name\nJo Day\n")
    assert "The demo will be discarded when it ends" in refused(
        called("import", table, "--demo"), 2
    )
    assert "opens the window" in refused(called("--measure-start", "people"), 2)


def test_a_person_is_named_by_the_id_that_is_listed(filled: Path) -> None:
    for one in json.loads(called("people", "--json", "--store", filled).stdout):
        for words in (one["id"], f"no. {one['id']}"):
            brief = called("brief", words, "--store", filled).stdout.decode()
            assert brief.startswith(f"{one['given_name']} {one['family_name']}")
            search("release", "--person", words, "--store", filled)


def test_an_id_that_two_people_have_names_neither(tmp_path: Path) -> None:
    with_store = blank_store(tmp_path / "store.db")
    a_person(with_store, "Ana Ruiz").like(external_id="2")
    ben = a_person(with_store, "Ben Okri")
    with pytest.raises(NotFound, match=r"Ana Ruiz \(2\), Ben Okri \(no\. 2\)"):
        people.find(with_store, "2")
    assert people.find(with_store, "no. 2").id == ben.id
    assert people.find(with_store, "1").name == "Ana Ruiz"
    with_store.close()
