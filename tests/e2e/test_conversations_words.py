"""What is seen and exported of the demo has no word of ratings, calibration or pay."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from careerdesk.demo import make_demo
from careerdesk.documents.brief_text import brief_text
from careerdesk.documents.export import brief_as, plan_as, summary_as
from careerdesk.services import brief, exporting, people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import DISCOVERY_CONVERSATION, SHOW_TRASH
from tests.builders import TODAY, PersonBuilder
from tests.robots.everywhere import fill, walk
from tests.robots.seen import said
from tests.robots.stage import StoppedClock
from tests.robots.window import PeopleRobot
from tests.seeds import one_in
from tests.unit.test_words_of_conversations import FORBIDDEN

PAGES = (
    names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS, names.GO_TODAY,
    DISCOVERY_CONVERSATION, SHOW_TRASH,
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
            found = [line for line in said(robot.window).splitlines() if FORBIDDEN.search(line)]
            assert found == [], (name, page)
        robot.act(names.GO_PLAN)
    robot.window.close()
    demo.close()


def test_no_place_of_the_window_says_one(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    """Menus, dialogs, forms, charts and messages too, over someone with something of everything."""
    for name in ("Ana Ruiz", "Benedikta"):
        fill(PersonBuilder(store, name), name)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    for place in walk(robot):
        found = [line for line in said(robot.window).splitlines() if FORBIDDEN.search(line)]
        assert found == [], place
    robot.window.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", one_in(3, ["pdf", "html", "md", "json"]))
def test_no_brief_and_no_export_has_one(demo: Store, form: str) -> None:
    for person in one_in(3, people.everyone(demo)):
        found = brief.brief(demo, person.id, TODAY)
        assert not FORBIDDEN.search(brief_text(found))
        check_ins = exporting.check_ins_summary(demo, person.id, TODAY, private=True)
        made = [brief_as(found, form, private=True), summary_as(check_ins, form)]
        view = plans.active(demo, person.id)
        if view is not None:
            made.append(plan_as(exporting.plan_for_sharing(demo, view.plan.id), form, TODAY))
        for content in made:
            assert not FORBIDDEN.search(words_of(content, form))
    demo.close()


def words_of(content: bytes, form: str) -> str:
    """What a reader of a file finds in it, word by word."""
    if form != "pdf":
        return content.decode()
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(word for page in pages for word in page.extract_text().split())
