"""Reviews without a window: the board, the two documents, and broken seals."""

from __future__ import annotations

import io
import json
import shutil
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews import steps as review_steps
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person
from tests.modes import is_private
from tests.stores import ask, blank_store
from tests.unit.test_cli import called, refused

SECRET = "qzsecretzq"


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> None:
    """What is called in this process draws with the application of all tests."""


def year(store: Store, number: int, name: str) -> ReviewCycle:
    days = date(number, 1, 1), date(number, 12, 31)
    return cycles.add(store, name, CycleKind.ANNUAL, *days, calibrates=True)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ana's sealed and calibrated review, Ben left out, Chi in no cycle."""
    store = blank_store(tmp_path_factory.mktemp("cli") / "store.db")
    ana, ben = a_person(store, "Ana Ruiz"), a_person(store, "Ben Okri")
    old = year(store, 2025, "Year review 2025")
    cycle = year(store, 2026, "Year review 2026")
    a_person(store, "Chi Tran")
    review = reviews.find(store, cycle.id, ana.id)
    assert review is not None
    steps = cycles.get(store, cycle.id).steps
    reviews.write(store, review.id, narrative="Shipped the parser.", proposed_step=steps[1].id,
                  proposed_why=f"{SECRET}why", self_received_on=TODAY)  # fmt: skip
    (peer,) = reviews.ask_peers(store, review.id, [f"{SECRET}peer"], TODAY)
    reviews.write_peer(store, peer.id, TODAY, text=f"{SECRET}said")
    reviews.write_outcome(store, review.id, pay_change=7.25, currency="EUR", words=f"{SECRET}pay")
    review_steps.seal(store, review.id, NOW)
    review_steps.calibrate(store, review.id, steps[2].id, TODAY, reason=f"{SECRET}reason")
    cycles.leave_out(store, cycle.id, ben.id, "On sabbatical")
    cycles.close(store, old.id, TODAY)
    store.close()
    return store.path


def text_of(content: bytes, form: str) -> str:
    if form != "pdf":
        return content.decode()
    words = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return unicodedata.normalize("NFKC", " ".join(" ".join(words).split()))


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_a_review_is_for_its_person_if_nothing_else_is_said(
    filled: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"out.{form}"
    arguments = ("export", "review", "Ana", "--draft", "--format", form, "-o", out)
    done = called(*arguments, "--store", filled)
    assert (done.returncode, done.stdout.decode()) == (0, f"{out}\n")
    assert (
        done.stderr
        == b"careerdesk: This draft includes a rating that has not been shared with Ana Ruiz.\n"
    )
    assert is_private(out)
    text = text_of(out.read_bytes(), form)
    assert "Shipped the parser." in text
    assert "Solid" in text
    for hidden in (SECRET, "Strong", "7.25", "onfidential"):
        assert hidden not in text


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_the_packet_is_for_the_meeting_and_names_nobody(
    filled: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"out.{form}"
    arguments = ("export", "review", "Ana", "--for", "meeting", "--format", form, "-o", out)
    assert called(*arguments, "--store", filled).returncode == 0
    text = "".join(text_of(out.read_bytes(), form).split())
    for part in ("why", "said", "pay", "reason"):
        assert SECRET + part in text
    assert "7.25" in text
    assert "onfidential" in text
    assert f"{SECRET}peer" not in text
    assert called(*arguments, "--include-private", "--store", filled).returncode == 0
    assert f"{SECRET}peer" in "".join(text_of(out.read_bytes(), form).split())


def test_each_document_has_a_name_of_its_own(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = called("export", "review", "Ana", "--draft", "--format", "md", "--store", filled)
    assert done.stdout == b"Ana-Ruiz-review.md\n"
    done = called(
        "export", "review", "Ana", "--for", "meeting", "--format", "md", "--store", filled
    )
    assert done.stdout == b"Ana-Ruiz-review-packet.md\n"


def test_an_earlier_cycle_is_named(filled: Path) -> None:
    arguments = (
        "export",
        "review",
        "Ana",
        "--draft",
        "--format",
        "md",
        "-o",
        "-",
        "--store",
        filled,
    )
    assert b"Year review 2026" in called(*arguments).stdout
    done = called(*arguments, "--cycle", "2025")
    assert b"Draft: Year review 2025" in done.stdout
    assert b"There's nothing to read yet." in done.stdout
    assert b"This draft includes text that has not been shared with Ana Ruiz." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("export", "review", "Ana", "--cycle", "year"),
            "matches several cycles: Year review 2026",
        ),
        (
            ("export", "review", "Ana", "--cycle", "%s{0}"),
            "Choose one of these: Year review 2026 (2026-01-01",
        ),
        (("reviews", "--cycle", "YEAR"), "matches several cycles"),
        (
            ("reviews", "--cycle", "2031"),
            "There is no review cycle named 2031. Choose one of these: Year",
        ),
        (("export", "review", "Chi"), "Chi Tran isn't in a review cycle yet."),
        (
            ("export", "review", "Ben", "--cycle", "2026"),
            "Ben Okri has been left out of this cycle.",
        ),
        (("export", "review", "Ana", "--include-private"), "Leave out --include-private."),
        (
            ("export", "plan", "Ana", "--cycle", "2026"),
            "--cycle and --for only work with a review.",
        ),
        (
            ("export", "brief", "Ana", "--for", "meeting"),
            "--cycle and --for only work with a review.",
        ),
        (
            ("export", "review", "Ana"),
            "has not been shared. Share it first, or add --draft to export the current text.",
        ),
        (("export", "review", "Ana", "--shared-on", "2026-12-04"), "Available dates: none."),
        (
            ("export", "review", "Ana", "--for", "meeting", "--draft"),
            "work only with the share sheet.",
        ),
        (("export", "plan", "Ana", "--draft"), "--draft and --shared-on only work with a review."),
        (("export", "review", "Zoe"), "There is no one named Zoe."),
    ],
)
def test_what_cannot_be_is_one_sentence(
    filled: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    more = ("-o", tmp_path / "x.md") if arguments[0] == "export" else ()
    assert said in refused(called(*arguments, *more, "--store", filled), 2)
    assert not list(tmp_path.iterdir())


def test_cycles_of_the_same_name_are_told_by_their_days(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    a_person(store, "Ana Ruiz")
    for number in (2025, 2026):
        year(store, number, "Year review")
    store.close()
    said = refused(called("reviews", "--cycle", "year review", "--store", store.path), 2)
    assert "Year review (2025-01-01 to 2025-12-31)" in said
    done = called("reviews", "--cycle", "2025-01", "--store", store.path)
    assert done.stdout.startswith(b"Year review, 2025-01-01 to 2025-12-31\n")


def test_the_board_in_words_and_as_json(filled: Path) -> None:
    lines = called("reviews", "--store", filled).stdout.decode().splitlines()
    assert lines[0] == "Year review 2026, 2026-01-01 to 2026-12-31"
    assert lines[1].startswith("Ana Ruiz  (calibrated)  next: sharing")
    assert lines[2] == "Ben Okri  (left out)  On sabbatical"
    found = json.loads(called("reviews", "--json", "--store", filled).stdout)
    assert found["cycle"]["name"] == "Year review 2026"
    assert [one["stage"] for one in found["reviews"]] == ["calibrated", "left_out"]
    assert found["reviews"][0]["cells"]["peers"]["count"] == [1, 1]
    assert [one["left_out"] for one in found["reviews"]] == ["", "On sabbatical"]


def test_the_board_says_no_rating(filled: Path) -> None:
    for more in ((), ("--json",)):
        said = called("reviews", *more, "--store", filled).stdout.decode()
        assert not [word for word in cycles.SCALE if word in said]


def test_without_any_cycle_the_way_to_one_is_said(tmp_path: Path) -> None:
    blank_store(tmp_path / "store.db").close()
    said = refused(called("reviews", "--store", tmp_path / "store.db"), 2)
    assert "There are no review cycles yet. Open CareerDesk and start one" in said


def test_check_names_the_review_whose_seal_is_broken(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copy(filled, path)
    assert called("check", "--store", path).returncode == 0
    ask(path, "UPDATE review SET narrative = 'Shipped nothing.' WHERE digest <> ''")
    done = called("check", "--store", path)
    sentence = "Ana Ruiz's sealed review in Year review 2026 was changed outside CareerDesk."
    assert (done.returncode, done.stdout.decode()) == (1, f"{sentence}\n")
    found = json.loads(called("check", "--json", "--store", path).stdout)
    assert found["problems"] == [sentence]


def test_the_help_says_who_reads_it() -> None:
    words = " ".join(called("export", "--help").stdout.decode().split())
    assert "the person (exports the share sheet; this is the default)" in words
    assert "the approval meeting (exports the packet, which is confidential" in words


def test_a_light_cycle_says_what_is_next_and_that_it_has_no_packet(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    ana, ben = a_person(store, "Ana Ruiz"), a_person(store, "Ben Okri")
    days = date(2026, 1, 1), date(2026, 12, 31)
    cycle = cycles.add(store, "Year review 2026", CycleKind.ANNUAL, *days)
    for person, words in ((ana, "Shipped the parser."), (ben, "")):
        review = reviews.find(store, cycle.id, person.id)
        assert review is not None
        reviews.write(store, review.id, narrative=words)
    store.close()
    lines = called("reviews", "--store", store.path).stdout.decode().splitlines()
    assert lines[1:] == [
        "Ana Ruiz  (collecting)  next: narrative, 3 words, due 2027-01-21",
        "Ben Okri  (collecting)  next: evidence",
    ]
    cells = json.loads(called("reviews", "--json", "--store", store.path).stdout)["reviews"]
    assert list(cells[0]["cells"]) == ["evidence", "writing", "shared"]
    done = called("export", "review", "Ana", "--for", "meeting", "--store", store.path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "it can't have a packet." in done.stderr.decode()
