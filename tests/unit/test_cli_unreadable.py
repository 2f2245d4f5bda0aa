"""A data file that SQLite can read, and in which a value is none: another program wrote it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from careerdesk.demo import make_demo
from tests.stores import ask
from tests.unit.test_cli import called

DAMAGE = {
    "day": "UPDATE person SET start_date = 'nope'",
    "day of sharing": "UPDATE review SET shared_on = 'nope'",
    "moment": "UPDATE check_in SET starts_at = 7",
    "moment without a zone": "UPDATE check_in SET starts_at = '2026-11-01'",
    "state": "UPDATE plan_item SET state = 'zzz'",
    "number": "UPDATE key_result SET target = 'many'",
    "name": "UPDATE person SET preferred_name = CAST('Ana' AS BLOB)",
    "motivator": "UPDATE motivator SET name = CAST(name AS BLOB)",
    "text": "UPDATE review SET narrative = CAST(narrative AS BLOB)",
    "letters": "UPDATE person SET title = CAST(x'ff41' AS TEXT)",
}
COMMANDS = (
    "people", "upcoming", "reviews", "week", "brief Mareike", "ask Mareike", "search release",
    "export plan Mareike -o -", "export checkins Mareike -o -",
    "export review Mareike -o - --draft",
)  # fmt: skip


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> None:
    """What is called in this process draws with the application of all tests."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "store.db"
    make_demo(path)
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "store.db"))


@pytest.mark.parametrize("sql", DAMAGE.values(), ids=DAMAGE.keys())
def test_every_command_does_its_work_or_says_that_the_file_is_damaged(path: Path, sql: str) -> None:
    ask(path, sql)
    for command in COMMANDS:
        done = called("--store", path, *command.split())
        said = done.stderr.decode()
        assert (done.returncode == 0) == ("is damaged. Restore a copy." not in said), command
        assert done.returncode in {0, 1}, said


def test_what_is_damaged_is_no_error_of_the_program(path: Path) -> None:
    ask(path, DAMAGE["day"])
    done = called("--store", path, "people")
    assert done.returncode == 1
    assert done.stdout == b""
    assert (
        done.stderr.decode()
        == f"careerdesk: {path} is damaged. Restore a copy. The file itself was not changed.\n"
    )


@pytest.mark.parametrize("sql", DAMAGE.values(), ids=DAMAGE.keys())
def test_the_check_finds_it_and_says_where(path: Path, sql: str) -> None:
    assert called("--store", path, "check").returncode == 0
    ask(path, sql)
    done = called("--store", path, "check")
    _, table, _, column, *_ = sql.split()
    assert done.returncode == 1
    said = done.stdout.decode()
    named = "Mareike Solbrück's sealed review in 2025 annual review was changed outside CareerDesk."
    assert (
        named if table == "review" else f"The {column} of row 1 in {table} can't be read."
    ) in said
    assert done.stderr == b""


def test_the_check_finds_a_text_of_a_review_that_is_not_sealed(path: Path) -> None:
    ask(path, "UPDATE review SET gaps = CAST('Gap' AS BLOB)")
    done = called("--store", path, "check")
    assert done.returncode == 1
    assert "The gaps of row 1 in review can't be read." in done.stdout.decode()


def test_the_backup_that_is_named_is_one_that_can_be_read(path: Path) -> None:
    assert called("--store", path, "backup").returncode == 0
    ask(path, DAMAGE["day"])
    assert called("--store", path, "backup").returncode == 0
    done = called("--store", path, "people")
    assert "careerdesk restore 1\n" in done.stderr.decode()
    assert called("--store", path, "restore", 1).returncode == 0
    assert called("--store", path, "people").returncode == 0
