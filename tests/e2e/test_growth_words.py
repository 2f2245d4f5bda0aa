"""What is seen and exported of the demo has no word of ratings, calibration or pay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.demo import make_demo
from careerdesk.documents.brief_text import brief_text
from careerdesk.documents.export import plan_as
from careerdesk.services import brief, exporting, people, plans
from careerdesk.services.store import Store
from careerdesk.ui import names
from careerdesk.ui.actions import DISCOVERY_TALK, SHOW_TRASH
from tests.robots.seen import said
from tests.robots.stage import StoppedClock
from tests.robots.window import PeopleRobot
from tests.unit.test_words_of_growth import FORBIDDEN

PAGES = (
    names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS, names.GO_TODAY,
    DISCOVERY_TALK, SHOW_TRASH,
)  # fmt: skip


@pytest.fixture
def demo(tmp_path: Path) -> Store:
    """The demo as its user finds it."""
    make_demo(tmp_path / "demo.db", StoppedClock())
    return Store(tmp_path / "demo.db")


def test_no_page_of_anybody_shows_one(demo: Store, qtbot: QtBot, tmp_path: Path) -> None:
    robot = PeopleRobot(qtbot, demo, tmp_path)
    for name in robot.names():
        robot.choose(name)
        for page in PAGES:
            robot.act(page)
            found = [line for line in said().splitlines() if FORBIDDEN.search(line)]
            assert found == [], (name, page)
        robot.act(names.GO_PLAN)
    robot.window.close()
    demo.close()


@pytest.mark.parametrize("form", ["html", "md"])
def test_no_brief_and_no_export_has_one(demo: Store, form: str) -> None:
    for person in people.everyone(demo):
        today = date(2026, 11, 17)
        assert not FORBIDDEN.search(brief_text(brief.brief(demo, person.id, today)))
        view = plans.active(demo, person.id)
        if view is not None:
            shared = exporting.plan_for_sharing(demo, view.plan.id)
            assert not FORBIDDEN.search(plan_as(shared, form, today).decode("utf-8"))
    demo.close()
