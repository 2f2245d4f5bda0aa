"""The program without a window, as a shell sees it: words, files and exit statuses."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, cast

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk import __version__
from careerdesk.app import open_store, user_settings
from careerdesk.cli import run
from careerdesk.commands import facts_of
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckIn, CheckInKind, DiscoveryNote, Owner
from careerdesk.services import agreements, feedback, planning, plans
from careerdesk.ui.base.work_week import keep_working_days
from tests.builders import TODAY, a_person, a_planned
from tests.clocks import LIBRARY, WHY, clock_at
from tests.modes import is_private
from tests.nobody import BECOME, as_nobody
from tests.seeds import one_in
from tests.stores import blank_store

ROOT = Path(__file__).parents[2]
TEAM = 'Name,ID,Manager\n"Ruiz, Ana",1,Mona\nDee Lee,4,Mona\nEli Li,5,Ziv\n'


Done = subprocess.CompletedProcess[bytes]


def careerdesk(
    *arguments: object,
    changed: Mapping[str, str | None] | None = None,
    before: tuple[str, ...] = (),
    umask: int = 0o022,
    stdout: int | IO[bytes] = subprocess.PIPE,
) -> Done:
    """Run the program as a shell does; *changed* environment, None takes a variable away."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for name, value in (changed or {}).items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    return subprocess.run(
        [*before, sys.executable, "-m", "careerdesk", *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment,
        umask=umask,
        check=False,
        timeout=240,
    )


def called(*arguments: object) -> Done:
    """The same without a process of its own: quick, where only words and status matter."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = run([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        out.flush()
        err.flush()
    words = (cast("io.BytesIO", stream.buffer).getvalue() for stream in (out, err))
    return Done(arguments, status, *words)


def refused(done: Done, status: int) -> str:
    """The one sentence on standard error, after checking that it is one."""
    said = done.stderr.decode()
    assert done.returncode == status, said
    assert done.stdout == b""
    assert said.startswith("careerdesk: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    return said


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> None:
    """What is called in this process draws with the application of all tests."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with Ana, who has a plan, and Ben."""
    store = blank_store(tmp_path_factory.mktemp("cli") / "store.db")
    ana = a_person(store, "Ana Ruiz").like(title="Engineer", email="ana@x.org")
    ana.with_goals("First goal", "Second goal").with_points("Raise")
    ana.with_checkin(5, shared_notes="We spoke about nights", private_notes="privateworry")
    ana.with_promise("Call", due_in=-3).with_promise("Answer", owner=Owner.THEM)
    ana.driven_by("Craft").said().driven_by("privateguess").with_note("words", "privatereading")
    plans.change_item(store, ana.goals[0].id, today=TODAY, private_note="privatenote")
    a_person(store, "Ben Łukasz 山田")
    store.close()
    return store.path


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_import_no_qt_and_touch_nothing(tmp_path: Path, argument: str) -> None:
    done = careerdesk(argument, changed={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    loaded = done.stderr.decode()
    assert "import time" in loaded
    for heavy in ("PySide6", "sqlalchemy", "sqlite3", "alembic", "platformdirs"):
        assert heavy not in loaded
    words = done.stdout.decode()
    assert words == f"CareerDesk {__version__}\n" or "Exit status: 0 success" in words
    assert not (tmp_path / "home").exists()


def test_people_in_their_order(filled: Path) -> None:
    done = called("--store", filled, "people")
    assert done.stdout.decode().splitlines()[1] == "Ben Łukasz 山田  (no check-in planned)"
    found = json.loads(called("people", "--json", "--store", filled).stdout)
    assert [one["given_name"] for one in found] == ["Ana", "Ben"]


def test_the_brief_in_words_and_as_json(filled: Path) -> None:
    words = called("brief", "ana", "--store", filled).stdout.decode()
    for part in ("Ana Ruiz", "Call (mine", "Answer (theirs)", "Raise", "Craft"):
        assert part in words
    assert "privateguess" not in words
    more = called("brief", "ana", "--include-private", "--store", filled).stdout.decode()
    assert "Private, guessed: privateguess" in more
    found = json.loads(called("brief", "ANA@X.ORG", "--json", "--store", filled).stdout)
    assert found["person"]["title"] == "Engineer"


def test_the_questions_before_a_check_in_are_printed_to_be_sent(filled: Path) -> None:
    words = called("ask", "ana", "--store", filled).stdout.decode()
    assert words.startswith(
        "If you like, spend two minutes on these questions before we meet. Feel free "
        "to skip anything.\n\n1. "
    )
    assert "a) Answer" in words and "Call" not in words  # what they took on, not what I did
    found = json.loads(called("ask", "ana", "--json", "--store", filled).stdout)
    assert [asked["number"] for asked in found["questions"]] == [1, 2, 3]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_brief_holds_what_is_private_only_if_it_is_asked_for(
    tmp_path: Path, form: tuple[str, ...]
) -> None:
    store = blank_store(tmp_path / "private.db")
    a_person(store, "Ana Ruiz").with_checkin(3, private_notes="Qzsecret", said=-2)
    store.close()
    plain = called("brief", "ana", *form, "--store", tmp_path / "private.db").stdout.decode()
    assert "Qzsecret" not in plain and "−2" not in plain and '"said": -2' not in plain
    asked = called("brief", "ana", "--include-private", *form, "--store", tmp_path / "private.db")
    told = asked.stdout.decode()
    assert "Qzsecret" in told and ("−2" in told or '"said": -2' in told)


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_the_next_check_ins_by_their_days(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "talks.db")
    a_person(store, "Chi Tran")
    for name, days in (("Ben Okri", 9), ("Ana Ruiz", 2)):
        at = datetime.combine(TODAY + timedelta(days=days), time(10, 30)).astimezone()
        a_planned(store, a_person(store, name).id, at, kind=CheckInKind.CAREER)
    a_person(store, "Dee Lee").with_checkin(0)
    store.close()
    days = [(TODAY + timedelta(days=n)).isoformat() for n in (2, 9, 14)]

    def upcoming(*arguments: object) -> str:
        on_that_day = clock_at(f"{TODAY} 12:00:00")
        done = careerdesk("upcoming", *arguments, "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert upcoming().splitlines() == [
        f"{days[0]} 10:30  Ana Ruiz  (career)",
        f"{days[1]} 10:30  Ben Okri  (career)",
        f"{days[2]}        Dee Lee  (based on their cadence)",
    ]
    found = json.loads(upcoming("--from", days[1], "--to", days[1], "--json"))
    assert [(one["person"]["given_name"], one["on"]) for one in found] == [("Ben", days[1])]


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_the_close_of_a_week_and_nothing_private_unless_asked_for(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "week.db")
    ana = a_person(store, "Ana Ruiz").with_promise("Call", due_in=-3).with_promise("Ask")
    a_person(store, "Ben Okri").with_checkin(25, private_notes="privateworry")
    feedback.add(store, ana.id, TODAY, behaviour="privatepraise", way=FeedbackWay.TO_DELIVER)
    with store.edit("Note") as tx:
        monday = datetime(2026, 11, 23, 10, 30).astimezone()
        tx.add(CheckIn(person_id=ana.id, starts_at=monday, kind=CheckInKind.CAREER))
    store.close()
    before = store.path.read_bytes()

    def closed(*arguments: object) -> str:
        on_that_day = clock_at(f"{TODAY} 12:00:00")
        done = careerdesk("week", *arguments, "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    lines = [
        "Ana Ruiz", "  next week: 2026-11-23 10:30, career",
        "  promised: Call (due 2026-11-14, overdue)", "  promised: Ask",
        "  praise to pass on: privatepraise", "  no notes yet",
        "Ben Okri", "  no notes since 2026-10-23",
    ]  # fmt: skip
    assert closed("--include-private").splitlines() == lines
    assert closed().splitlines() == [one for one in lines if "private" not in one]
    plain, private = closed("--json"), closed("--json", "--include-private")
    assert "private" not in plain
    assert json.loads(private)[0]["praise_not_told"][0]["behaviour"] == "privatepraise"
    assert json.loads(plain)[1]["noted_on"] == "2026-10-23"
    assert store.path.read_bytes() == before


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_next_week_begins_as_my_week_of_work_does(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "week.db")
    ana = a_person(store, "Ana Ruiz")
    sunday = date(2026, 11, 22)
    a_planned(store, ana.id, datetime.combine(sunday, time(10, 30)).astimezone())
    store.close()

    def closed() -> str:
        on_that_day = clock_at("2026-11-19 12:00:00")
        done = careerdesk("week", "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert "next week" not in closed()
    settings = user_settings()
    keep_working_days(settings, 0b1001111)  # from Sunday to Thursday
    settings.sync()
    assert "next week: 2026-11-22 10:30" in closed()


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_what_was_said_a_year_ago_is_told_in_words_and_as_data(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "week.db")
    a_person(store, "Ben Okri")
    ana = a_person(store, "Ana Ruiz")
    with store.edit("Note") as tx:
        said = date(2025, 12, 3)
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=said, their_words="I want to teach"))
    store.close()

    def closed(*arguments: object) -> str:
        on_that_day = clock_at("2026-12-04 12:00:00")
        done = careerdesk("week", *arguments, "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert "said: I want to teach" in closed("--include-private")
    rows = json.loads(closed("--json", "--include-private"))
    told = {row["person"]["given_name"]: row["said_a_year_ago"] for row in rows}
    assert told == {"Ben": None, "Ana": {"on": "2025-12-03", "words": "I want to teach"}}
    assert "teach" not in closed("--json") + closed()


def test_several_check_ins_of_a_person_are_listed_and_a_missed_one_is_marked(
    tmp_path: Path,
) -> None:
    store = blank_store(tmp_path / "talks.db")
    ana = a_person(store, "Ana Ruiz")
    noon = datetime.combine(TODAY, time(12)).astimezone()
    for days in (-3, 2, 16):
        planning.plan(store, ana.id, noon + timedelta(days=days), noon - timedelta(days=9))
    store.close()
    days = [(TODAY + timedelta(days=n)).isoformat() for n in (-3, 2, 16)]

    def upcoming(*arguments: object) -> str:
        on_that_day = clock_at(f"{TODAY} 12:00:00")
        done = careerdesk("upcoming", *arguments, "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert upcoming().splitlines() == [
        f"{days[0]} 12:00  Ana Ruiz  (one on one, missed)",
        f"{days[1]} 12:00  Ana Ruiz  (one on one)",
        f"{days[2]} 12:00  Ana Ruiz  (one on one)",
    ]
    found = json.loads(upcoming("--json"))
    assert [(one["on"], one["missed"]) for one in found] == list(
        zip(days, (True, False, False), strict=True)
    )
    assert len({one["checkin_id"] for one in found}) == 3


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_a_day_that_is_over_is_not_given_as_the_next_one(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "missed.db")
    noon = datetime.combine(TODAY, time(12)).astimezone()
    for name, days in (("Ana Ruiz", -3), ("Ben Okri", 2)):
        planning.plan(
            store, a_person(store, name).id, noon + timedelta(days=days), noon - timedelta(days=9)
        )
    a_person(store, "Dee Lee").with_checkin(20)
    a_person(store, "Eli Li").with_checkin(5)
    store.close()

    def printed(*arguments: object) -> list[str]:
        on_that_day = clock_at(f"{TODAY} 12:00:00")
        done = careerdesk(*arguments, "--store", store.path, changed=on_that_day)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode().splitlines()

    assert printed("people") == [
        "Ana Ruiz  (overdue since 2026-11-14)", "Ben Okri  (2026-11-19)",
        "Dee Lee  (overdue since 2026-11-11)", "Eli Li  (due 2026-11-26)",
    ]  # fmt: skip
    assert [printed("brief", name)[0] for name in ("ana", "ben", "dee", "eli")] == [
        "Ana Ruiz: missed 1:1 2026-11-14 12:00",
        "Ben Okri: next 1:1 2026-11-19 12:00",
        "Dee Lee: next check-in due 2026-11-11, not planned yet",
        "Eli Li: next check-in due 2026-11-26, not planned yet",
    ]


def test_days_between_which_there_is_no_check_in(filled: Path) -> None:
    none = called("upcoming", "--to", "2020-01-01", "--store", filled)
    assert none.stdout == b"No check-ins planned or due.\n"
    turned = called("upcoming", "--from", "2026-11-24", "--to", "2026-11-19", "--store", filled)
    assert "--from is after --to" in refused(turned, 2)
    odd = called("upcoming", "--from", "soon", "--store", filled)
    assert odd.returncode == 2
    assert b"soon isn't a valid date. Enter a date such as 2026-11-24." in odd.stderr


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_the_check_ins_are_written_down_and_private_words_only_when_asked(
    filled: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"out.{form}"
    line = ["export", "checkins", "Ana", "--format", form, "-o", out, "--store", filled]
    done = called(*line)
    assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", f"{out}\n")
    assert is_private(out)
    plain = words_of(out.read_bytes(), form)
    assert "We spoke about nights" in plain
    assert "rivate" not in plain
    assert called(*line, "--include-private").returncode == 0
    assert "privateworry" in words_of(out.read_bytes(), form)


def words_of(content: bytes, form: str) -> str:
    """What a reader of a file finds in it."""
    if form != "pdf":
        return content.decode()
    found = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


def test_anyone_who_never_talked_has_no_check_ins_to_write_down(
    filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    done = called("export", "checkins", "Ben", "-o", out, "--store", filled)
    assert "No check-ins with Ben" in refused(done, 2)
    assert not out.exists()


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_a_plan_is_written_without_private_words(filled: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    done = called("export", "plan", "Ana", "--format", form, "-o", out, "--store", filled)
    assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", f"{out}\n")
    assert is_private(out)
    content = out.read_bytes()
    plain = " ".join(words_of(content, form).split())
    assert plain.index("First goal") < plain.index("Second goal")
    assert b"privatenote" not in content
    assert "private" not in plain
    assert os.listdir(tmp_path) == [out.name]


def test_an_agreed_plan_is_written_with_what_changed_since(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    ana = a_person(store, "Ana Ruiz").with_goals("First goal")
    day = TODAY - timedelta(days=9)
    agreements.agree(store, ana.plan.id, day, today=TODAY)
    plans.change_item(store, ana.goals[0].id, today=TODAY, title="Next goal")
    store.close()
    done = called("export", "plan", "Ana", "--format", "md", "-o", "-", "--store", store.path)
    text = done.stdout.decode()
    assert f"Agreed on {ENGLISH.day(day)}, 1 change since." in text
    assert "- **Goal 1:** First goal → Next goal" in text


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_own_words_are_written_without_a_guess(filled: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    done = called("export", "own-words", "Ana", "--format", form, "-o", out, "--store", filled)
    assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", f"{out}\n")
    assert is_private(out)
    plain = " ".join(words_of(out.read_bytes(), form).split())
    assert "Craft" in plain and "private" not in plain


def test_own_words_that_cannot_be_written_are_said(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = called("export", "own-words", "Ben", "-o", out, "--store", filled)
    assert "Nothing has been marked as said by Ben" in refused(done, 2)
    done = called("export", "own-words", "Ana", "--include-private", "-o", out, "--store", filled)
    assert "Leave out --include-private" in refused(done, 2)
    assert not out.exists()


def test_a_summary_is_of_the_last_check_in_or_of_a_day(filled: Path, tmp_path: Path) -> None:
    day = TODAY - timedelta(days=5)
    for more in ([], ["--date", day.isoformat()]):
        done = called(
            "export", "summary", "Ana", "--format", "md", *more, "-o", "-", "--store", filled
        )
        words = done.stdout.decode()
        assert words.startswith("## Our 1:1 on") and "We spoke about nights" in words
        assert "private" not in words
    out = tmp_path / "x.pdf"
    done = called("export", "summary", "Ana", "-o", out, "--store", filled)
    assert done.returncode == 0 and out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["summary", "Ben"], "No check-ins with Ben Łukasz 山田 yet"),
        (["summary", "Ana", "--date", "2026-01-02"], "There was no check-in with Ana Ruiz on 2026"),
        (["summary", "Ana", "--include-private"], "Leave out --include-private"),
        (["plan", "Ana", "--date", "2026-01-02"], "--date only works with a summary"),
    ],
)
def test_a_summary_that_cannot_be_written_is_said(
    filled: Path, tmp_path: Path, asked: list[str], said: str
) -> None:
    out = tmp_path / "x.pdf"
    assert said in refused(called("export", *asked, "-o", out, "--store", filled), 2)
    assert not out.exists()


def test_a_plan_goes_to_standard_output(filled: Path) -> None:
    done = called("export", "plan", "Ana", "--format", "md", "-o", "-", "--store", filled)
    assert done.stdout.startswith(b"# Ana Ruiz")


def test_anyone_who_has_no_plan_or_is_unknown_is_said(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = called("export", "plan", "Ben", "-o", out, "--store", filled)
    assert "has no plan yet" in refused(done, 2)
    assert "There is no one named" in refused(called("brief", "%s{0}", "--store", filled), 2)
    assert not out.exists()


@pytest.mark.parametrize("target", ["none/x.pdf", ".", "store", "x" * 300])
def test_a_plan_that_cannot_be_written_is_status_4(
    filled: Path, tmp_path: Path, target: str
) -> None:
    before = filled.read_bytes()
    out = filled if target == "store" else tmp_path / target
    refused(called("export", "plan", "Ana", "-o", out, "--store", filled), 4)
    assert filled.read_bytes() == before
    assert os.listdir(tmp_path) == []


def test_a_dry_run_shows_and_an_import_brings_in(tmp_path: Path) -> None:
    store, table = tmp_path / "store.db", tmp_path / "team.csv"
    table.write_text(TEAM)
    first = called("import", "--dry-run", table, "--store", store)
    assert first.stdout.endswith(b"team.csv: 3 rows, 3 would be imported.\n")
    assert not store.exists()
    blank_store(tmp_path / "other.db").close()
    other = tmp_path / "other.db"
    dry = called("import", "--dry-run", table, "--manager", "mona", "--store", other)
    assert dry.stdout.decode().splitlines() == [
        "line 2: new  Ana Ruiz",
        "line 3: new  Dee Lee",
        "team.csv: 2 rows, 2 would be imported.",
    ]
    assert called("people", "--store", other).stdout == b"You haven't added anyone yet.\n"
    done = called("import", table, "--store", other, "--manager", "Mona")
    assert done.stdout.decode().endswith("team.csv: 2 rows, 2 imported.\n")
    again = json.loads(called("import", table, "--json", "--store", other).stdout)
    assert [row["fate"] for row in again] == ["same", "same", "new"]
    done = called("import", table, "--store", other, "--manager", "X")
    assert "The managers in the table are: Mona (2), Ziv (1)." in refused(done, 2)


@pytest.mark.parametrize("content", [b"", b"Shoe\n42\n", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_table_is_refused(filled: Path, tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "team.csv"
    table.write_bytes(content)
    refused(called("import", table, "--dry-run", "--store", filled), 2)


def test_f70_check_of_a_whole_and_of_a_damaged_store(filled: Path, tmp_path: Path) -> None:
    done = called("check", "--store", filled)
    assert (done.returncode, done.stdout.decode()) == (0, f"{filled} is intact.\n")
    bad = tmp_path / "bad.db"
    content = bytearray(filled.read_bytes())
    page = 4096
    for start in range(page, len(content), page):
        content[start : start + 8] = b"\xff" * 8
    bad.write_bytes(content)
    done = called("check", "--store", bad)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"damaged" in done.stdout + done.stderr
    assert bad.read_bytes() == bytes(content)


FOREIGN = {
    "empty": b"",
    "text": b"hello",
    "one byte": b"S",
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "cut": b"SQLite format 3\0",
}


@pytest.mark.parametrize("kind", [*FOREIGN, "folder", "pipe", "sqlite"])
def test_f26_a_file_that_is_no_store_is_status_1(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "sqlite":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE bookmark (id)")
            other.commit()
    else:
        path.write_bytes(FOREIGN[kind])
    before = path.read_bytes() if path.is_file() else b""
    assert str(path) in refused(called("--store", path, "people"), 1)
    if kind in {"text", "pipe"}:
        assert str(path) in refused(careerdesk("--store", path), 1)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 999, 2**31 - 1, -1])
def test_f24_a_newer_store_is_status_3_and_untouched(
    filled: Path, tmp_path: Path, version: int
) -> None:
    path, table = tmp_path / "newer.db", tmp_path / "team.csv"
    shutil.copy(filled, path)
    table.write_text(TEAM)
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version={version}")
        other.execute("PRAGMA journal_mode=DELETE")
    before = path.read_bytes()
    for arguments in (["people"], ["check"], ["import", table]):
        assert "newer" in refused(called("--store", path, *arguments), 3)
        assert path.read_bytes() == before
    if version == 2:
        assert "newer" in refused(careerdesk("--store", path), 3)
        assert path.read_bytes() == before


def test_a_store_in_use_can_be_read_but_not_changed(filled: Path, tmp_path: Path) -> None:
    path, table = tmp_path / "used.db", tmp_path / "team.csv"
    shutil.copy(filled, path)
    table.write_text(TEAM)
    held = open_store(path)
    try:
        assert "is already open in another" in refused(called("import", table, "--store", path), 5)
        assert called("people", "--store", path).returncode == 0
        assert called("check", "--store", path).returncode == 0
        dry = called("import", "--dry-run", table, "--store", path)
        assert dry.returncode == 0
    finally:
        held.close()


def test_a_start_of_the_demo_is_measured_and_ends(tmp_path: Path) -> None:
    done = careerdesk("--demo", "--measure-start", changed={"CAREERDESK_HOME": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["first_data_ms"] > 0


@pytest.mark.posix("a system without a screen")
def test_no_screen_is_status_2(tmp_path: Path) -> None:
    done = careerdesk(changed={"QT_QPA_PLATFORM": None, "DISPLAY": None, "WAYLAND_DISPLAY": None})
    assert "No display is available" in refused(done, 2)
    assert not (tmp_path / "home" / "data" / "careerdesk.db").exists()


@pytest.mark.parametrize("arguments", [["dance"], ["export"], ["brief"], ["--nonsense"]])
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    done = called(*arguments)
    assert done.returncode == 2
    assert b"usage:" in done.stderr


def test_a_missing_store_is_said_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none" / "store.db"
    assert str(path) in refused(called("people", "--store", path), 2)
    assert not path.parent.exists()


@as_nobody
def test_f14_a_folder_that_cannot_be_used_is_status_4(filled: Path, open_folder: Path) -> None:
    table = open_folder / "team.csv"
    table.write_text(TEAM)
    table.chmod(0o644)
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    shutil.copy(filled, closed / "store.db")
    home = {"HOME": str(open_folder), "CAREERDESK_HOME": str(open_folder / "no")}
    for arguments in (
        ["people", "--store", closed / "store.db"],
        ["import", table, "--store", closed / "store.db"],
        ["import", table, "--store", open_folder / "new.db"],
        ["import", table],
    ):
        said = refused(careerdesk(*arguments, before=BECOME, changed=home), 4)
        assert "Permission denied" in said or "permissions" in said
    assert sorted(os.listdir(open_folder)) == ["closed", "team.csv"]


@pytest.mark.parametrize("umask", one_in(3, [0o000, 0o022, 0o077]))
@pytest.mark.posix("modes of files")
def test_f49_everything_that_is_made_is_its_owners_alone(tmp_path: Path, umask: int) -> None:
    table = tmp_path / "team.csv"
    table.write_text(TEAM)
    done = careerdesk("import", table, umask=umask)
    assert done.returncode == 0
    home = tmp_path / "home"
    made = list(home.rglob("*"))
    assert home / "data" / "careerdesk.db" in made
    for path in (home, *made):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


@pytest.mark.posix("modes of files")
def test_f49_a_loose_store_is_made_private_when_it_is_opened(filled: Path, tmp_path: Path) -> None:
    path, table = tmp_path / "loose.db", tmp_path / "team.csv"
    shutil.copy(filled, path)
    path.chmod(0o666)
    table.write_text(TEAM)
    assert called("import", table, "--store", path).returncode == 0
    assert is_private(path)


def test_a_narrow_terminal_and_a_full_one_are_no_traceback(filled: Path) -> None:
    done = careerdesk("people", "--store", filled, changed={"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, b"")
    with open("/dev/full", "wb") as full:
        done = careerdesk("people", "--store", filled, stdout=full)
    assert done.returncode == 4
    assert done.stderr == b"careerdesk: Read or write error: No space left on device.\n"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8"])
def test_json_into_a_pipe_can_be_read_in_whatever_the_pipe_is_written(
    filled: Path, encoding: str
) -> None:
    done = careerdesk("people", "--json", "--store", filled, changed={"PYTHONIOENCODING": encoding})
    assert "山田" in str(json.loads(done.stdout.decode("utf-8")))


@pytest.mark.parametrize("where", [["--store=~/x.db", "people"], ["people", "--store=~/x.db"]])
def test_home_may_be_written_as_a_shell_writes_it(
    filled: Path, tmp_path: Path, where: list[str]
) -> None:
    shutil.copy(filled, tmp_path / "x.db")
    done = careerdesk(*where, changed={"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)})
    assert b"Ana Ruiz" in done.stdout, done.stderr


def test_what_is_written_goes_to_the_home_folder_and_makes_none_of_its_name(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "team.csv").write_text(TEAM)
    assert called("import", "~/team.csv", "--store=~/new/store.db").returncode == 0
    told = ["export", "all", "--store=~/new/store.db", "-o~/all.json"]
    assert called(*told).returncode == 0
    assert called("backup", "--store=~/new/store.db", "-o~/copy.db").returncode == 0
    assert called("restore", "--store=~/new/store.db", "~/copy.db").returncode == 0
    made = {one.name for one in tmp_path.iterdir()}
    assert {"new", "all.json", "copy.db"} <= made
    assert "~" not in made


@pytest.mark.parametrize(
    "more",
    [
        ["--cycle", "2026"], ["--for", "person"], ["--date", "2026-01-01"], ["--draft"],
        ["--shared-on", "2026-01-01"], ["--paper", "A5"],
    ],
)  # fmt: skip
def test_everything_is_not_written_where_less_was_asked_for(
    filled: Path, tmp_path: Path, more: list[str]
) -> None:
    out = tmp_path / "all.json"
    said = refused(called("export", "all", "-o", out, "--store", filled, *more), 2)
    assert more[0] in said
    assert not out.exists()


def test_what_is_for_the_manager_alone_is_no_fact_of_a_record() -> None:
    note = DiscoveryNote(person_id=1, asked_on=TODAY, their_words="more time", my_reading="tired")
    facts = facts_of(note)
    assert facts["their_words"] == "more time"
    assert "tired" not in str(facts)


@pytest.mark.parametrize(
    "line",
    [
        ("--store", ""),
        ("people", "--store", ""),
        ("import", ""),
        ("backup", "-o", ""),
        ("restore", ""),
        ("tour", "-o", ""),
        ("export", "plan", "Ana", "-o", ""),
    ],
)
@pytest.mark.whole
def test_a_file_without_a_name_is_none(filled: Path, line: tuple[str, ...]) -> None:
    more = () if "--store" in line else ("--store", filled)
    done = called(*line, *more)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"The name of the file is missing." in done.stderr


def test_nobody_is_not_everybody(filled: Path) -> None:
    assert "No name was given." in refused(
        called("search", "planning", "--person", "", "--store", filled), 2
    )
