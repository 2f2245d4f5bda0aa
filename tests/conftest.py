"""What every test may rely on: no screen is needed, and it is the same place everywhere."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"
time.tzset()

import pytest  # noqa: E402

from careerdesk.services.store import Store  # noqa: E402
from tests.stores import blank_store  # noqa: E402


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the program's folders of this machine out of reach."""
    monkeypatch.setenv("CAREERDESK_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session", autouse=True)
def same_language() -> None:
    """Dates and numbers as an English reader writes them, on every machine."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store, closed after the test."""
    opened = blank_store(tmp_path / "store.db")
    yield opened
    opened.close()
