"""What was shared of a review, without a window: as it was read, by its day, or only as a draft."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from careerdesk.services.reviews import reviews, steps
from careerdesk.services.store import Store
from tests.builders import a_person
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import ask, blank_store
from tests.unit.test_cli import called, refused

FIRST, LATER = date(2026, 12, 3), date(2026, 12, 10)


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> None:
    """What is called in this process draws with the application of all tests."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dee's review, shared and corrected, answered, and written on since."""
    store = blank_store(tmp_path_factory.mktemp("cli") / "store.db")
    store.now = lambda: datetime(2026, 12, 10, 14, 2, tzinfo=UTC)
    dee = a_person(store, "Dee Voss")
    review = ReviewBuilder(store, a_cycle(store), dee.id).written()
    reviews.write(store, review.id, narrative="First words.")
    steps.share(store, review.sealed().id, FIRST)
    reviews.write(store, review.id, narrative="Later words.", response="I see.", response_on=LATER)
    steps.correct(store, review.id, LATER)
    reviews.write(store, review.id, narrative="Words that nobody read.")
    store.close()
    return store.path


def exported(store: Path, *more: object) -> tuple[str, str]:
    """What is written of Dee's review as Markdown, and what is said beside it."""
    arguments = ("export", "review", "Dee", "--format", "md", "-o", "-", *more)
    done = called(*arguments, "--store", store)
    assert done.returncode == 0
    return done.stdout.decode(), done.stderr.decode()


def test_what_was_read_is_written_and_an_earlier_sheet_by_its_day(filled: Path) -> None:
    text, said = exported(filled)
    assert said == ""
    assert "Later words." in text
    assert "Corrected on 10 December 2026, first shared on 3 December 2026." in text
    assert "I see." in text
    text, said = exported(filled, "--shared-on", FIRST)
    assert said == ""
    assert "First words." in text
    assert "Shared on 3 December 2026." in text
    assert "I see." not in text


def test_what_was_withdrawn_is_written_as_it_was_read(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copy(filled, path)
    store = Store(path)
    steps.withdraw(store, 1)
    store.close()
    text, said = exported(path, "--shared-on", LATER)
    assert "Later words." in text
    assert "The sheet shared on 2026-12-10 has since been withdrawn." in said
    text, said = exported(path, "--draft")
    assert "Words that nobody read." in text
    assert "not been shared with Dee Voss" in said


def test_one_shared_before_sheets_were_kept_says_that_it_is_as_of_now(
    filled: Path, tmp_path: Path
) -> None:
    path = tmp_path / "store.db"
    shutil.copy(filled, path)
    ask(path, "DELETE FROM shared_sheet")
    ask(path, "UPDATE review SET sheet_digest = ''")
    text, said = exported(path)
    assert "Words that nobody read." in text
    assert (
        "This sheet was shared on 2026-12-03, before CareerDesk started keeping copies of shared "
        "sheets." in said
    )


def test_a_sheet_that_was_changed_from_outside_is_not_written_in_silence(
    filled: Path, tmp_path: Path
) -> None:
    path = tmp_path / "store.db"
    shutil.copy(filled, path)
    ask(path, "UPDATE shared_sheet SET body = replace(body, 'Later words', 'Kind words')")
    text, said = exported(path)
    assert "Kind words." in text
    assert "changed outside CareerDesk. For details, run: careerdesk check" in said
    ask(path, "DELETE FROM shared_sheet")
    arguments = ("export", "review", "Dee", "--format", "md", "-o", tmp_path / "x.md")
    said = refused(called(*arguments, "--store", path), 2)
    assert "Restore an earlier backup." in said
    assert not (tmp_path / "x.md").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--draft",), "already been shared. Leave out --draft."),
        (
            ("--shared-on", "2026-12-04"),
            "shared on 2026-12-04. Available dates: 2026-12-03, 2026-12-10.",
        ),
        (("--draft", "--shared-on", "2026-12-03"), "--draft and --shared-on can't be combined."),
    ],
)
def test_what_cannot_be_is_one_sentence(
    filled: Path, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    arguments = ("export", "review", "Dee", "-o", tmp_path / "x.pdf", *more)
    assert said in refused(called(*arguments, "--store", filled), 2)
    assert not list(tmp_path.iterdir())


def test_check_names_the_review_of_which_a_sheet_was_changed(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copy(filled, path)
    assert called("check", "--store", path).returncode == 0
    ask(path, "UPDATE shared_sheet SET body = replace(body, 'First', 'Kind')")
    done = called("check", "--store", path)
    sentence = "Dee Voss's shared sheet in Year 2026 was changed outside CareerDesk."
    assert (done.returncode, done.stdout.decode()) == (1, f"{sentence}\n")
