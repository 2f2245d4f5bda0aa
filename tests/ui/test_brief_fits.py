"""The brief of everyone in the demo fits the window of a small laptop, and one sheet of paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.documents.export import brief_as
from careerdesk.services import people
from careerdesk.services.brief import brief
from careerdesk.services.demo import fill
from careerdesk.services.store import Store
from careerdesk.ui.prepare.brief_rows import RowKind
from careerdesk.ui.prepare.prepare import PreparePage
from tests.robots.brief import rows
from tests.robots.stage import TODAY, Stage

pytestmark = pytest.mark.usefixtures("qapp")
ROOM = (1047, 619)  # for a page in a window of 1280 by 800


@pytest.fixture
def demo(store: Store) -> Store:
    fill(store, TODAY)
    return store


def test_the_brief_of_everyone_fits_the_window(qtbot: QtBot, demo: Store, tmp_path: Path) -> None:
    stage = Stage(qtbot, demo, tmp_path)
    everyone = people.everyone(demo)
    page = stage.show(PreparePage(stage.ctx), everyone[0].id)
    around = stage.window.size() - page.size()
    stage.window.resize(ROOM[0] + around.width(), ROOM[1] + around.height())
    QApplication.processEvents()
    assert (page.width(), page.height()) == ROOM
    for person in everyone:
        page.show_person(person.id)
        QApplication.processEvents()
        assert page._area.verticalScrollBar().maximum() == 0, person.name
        shown = [*rows(page.left), *rows(page.right)]
        counted = [row for row in shown if row.kind is RowKind.MORE]
        assert all(row.text[0].isdigit() for row in counted)


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_the_brief_of_everyone_fits_one_sheet(demo: Store, paper: str) -> None:
    for person in people.everyone(demo):
        found = brief(demo, person.id, TODAY)
        content = brief_as(found, "pdf", private=True, paper=paper)
        assert len(PdfReader(io.BytesIO(content)).pages) == 1, person.name


def test_the_space_is_as_wide_with_a_scroll_bar_as_without(
    qtbot: QtBot, demo: Store, tmp_path: Path
) -> None:
    """Rows fit by their width: a bar that took some of it could come and go without an end."""
    stage = Stage(qtbot, demo, tmp_path)
    page = stage.show(PreparePage(stage.ctx), people.everyone(demo)[0].id)
    widths, bars = set(), set()
    for height in (*range(300, 420, 8), 900):
        stage.window.resize(1100, height)
        QApplication.processEvents()
        widths.add(page._area.viewport().width())
        bars.add(page._area.verticalScrollBar().isVisible())
    assert bars == {True, False}
    assert len(widths) == 1
