"""Where things are kept, who may read them, and that the log holds no word of the user's."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk import logs, paths, resources
from careerdesk.domain.errors import StoreError
from tests.modes import is_private

SECRET = "Ana wants to leave in spring"
FOLDERS = {"data": paths.data_dir, "config": paths.config_dir, "state": paths.state_dir}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "everything"
    monkeypatch.setenv("CAREERDESK_HOME", str(folder))
    return folder


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Take back what a test does to the log and the hooks."""
    hooks, handlers = (sys.excepthook, threading.excepthook), list(logs.LOG.handlers)
    yield
    sys.excepthook, threading.excepthook = hooks
    for handler in set(logs.LOG.handlers) - set(handlers):
        logs.LOG.removeHandler(handler)
        handler.close()


@pytest.fixture
def log(own_logging: None, tmp_path: Path) -> Path:
    logs.start(tmp_path)
    return tmp_path / "careerdesk.log"


@pytest.mark.parametrize("kind", FOLDERS)
def test_one_variable_moves_every_folder_and_only_the_owner_reads_them(
    home: Path, kind: str
) -> None:
    made = FOLDERS[kind]()
    assert made == home / kind
    assert is_private(made)


@pytest.mark.posix("modes of files")
def test_a_folder_that_others_could_read_is_closed_to_them(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data").chmod(0o755)
    assert paths.data_dir().stat().st_mode & 0o777 == 0o700


def test_naming_the_store_makes_nothing(home: Path) -> None:
    assert paths.store_path() == home / "data" / "careerdesk.db"
    assert not home.exists()


def test_the_platform_says_where_things_are_when_nobody_else_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CAREERDESK_HOME")
    assert paths.store_path().parts[-2:] == ("careerdesk", "careerdesk.db")


def test_a_folder_that_cannot_be_made_is_one_sentence(home: Path) -> None:
    home.write_text("a file stands here")
    with pytest.raises(StoreError, match=r"Could not create the folder .*: .*CAREERDESK_HOME"):
        paths.state_dir()
    assert home.read_text() == "a file stands here"


def test_the_program_says_it_without_a_traceback(home: Path) -> None:
    home.write_text("a file stands here")
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 4
    assert done.stderr.startswith("careerdesk: Could not create the folder")
    assert done.stderr.count("\n") == 1


def fail(words: str) -> None:
    raise ValueError(words)


def caught() -> None:
    try:
        fail(SECRET)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_the_log_says_what_and_where_but_no_word_of_the_user(log: Path) -> None:
    caught()
    text = log.read_text()
    assert "ValueError at test_paths_and_logs.py" in text
    assert " fail < " in text
    assert "Ana" not in text


def test_a_thread_that_fails_is_logged_too(log: Path) -> None:
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    text = log.read_text()
    assert "ValueError" in text
    assert "Ana" not in text


def test_the_log_stays_small(log: Path) -> None:
    for _ in range(12_000):
        logs.LOG.error("x" * 100)
    found = sorted(path.name for path in log.parent.glob("careerdesk.log*"))
    assert found == ["careerdesk.log", "careerdesk.log.1", "careerdesk.log.2"]
    assert sum(path.stat().st_size for path in log.parent.glob("careerdesk.log*")) < 800_000


@pytest.mark.usefixtures("own_logging")
def test_without_a_file_to_write_the_log_goes_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start(tmp_path / "nowhere")
    caught()
    said = capsys.readouterr().err
    assert "ValueError at" in said
    assert "Ana" not in said


def test_the_resources_are_found_in_the_tree() -> None:
    folder = resources.folder()
    assert (folder / "styles" / "app.qss").is_file()
    assert any((folder / "icons").glob("*.svg"))


@pytest.mark.posix("modes of files")
def test_what_the_program_writes_is_for_its_user_alone(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store.db"
    subprocess.run(
        [sys.executable, "-m", "careerdesk", "--store", str(store), "--measure-start"],
        env=os.environ | {"CAREERDESK_HOME": str(tmp_path / "home")},
        check=True,
        capture_output=True,
        timeout=240,
    )
    written = [path for path in tmp_path.rglob("*") if path.exists()]
    assert store in written
    assert [path for path in written if path.stat().st_mode & 0o077] == []
