"""About CareerDesk: a page that says which version this is, and what it keeps to itself."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from careerdesk import __version__
from careerdesk.ui.base import names
from tests.robots.seen import said
from tests.robots.window import PeopleRobot


def test_it_says_the_version_the_file_the_licences_and_that_nothing_is_sent(
    team: PeopleRobot,
) -> None:
    team.act(names.ABOUT)
    words = said(team.window)
    for part in (
        f"CareerDesk {__version__}", str(team.store.path), "never opens a network connection",
        "local socket", "D-Bus", "LGPL", "SIL Open Font License", "MIT", "personal data",
    ):  # fmt: skip
        assert part in words, part


def test_the_details_can_be_copied_and_name_nobody(team: PeopleRobot) -> None:
    team.act(names.ABOUT)
    team.click("aboutCopy")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"CareerDesk {__version__}")
    assert "SQLite" in copied
    assert str(team.folder) not in copied
    assert "Ana" not in copied
