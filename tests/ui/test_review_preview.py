"""The share sheet and the packet in the window: what is shown, and what leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.documents.html import PALETTES
from careerdesk.domain.errors import NotFound
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews import steps as review_steps
from careerdesk.services.store import Store
from careerdesk.ui.reviews.sharing.sheet_preview import WITH_NAMES, Kind, ReviewPreview
from careerdesk.ui.widgets.buttons import TickBox
from tests.builders import NOW, TODAY, a_person
from tests.fakes import ReadyAnswers
from tests.modes import is_private
from tests.robots.stage import Stage

SECRET = "qzsecretzq"


class ReviewPaper:
    """Ana's review on paper; the file dialog answers at once."""

    def __init__(self, qtbot: QtBot, stage: Stage, review_id: int) -> None:
        self.qtbot = qtbot
        self.answers = ReadyAnswers()
        theme = stage.ctx.theme.in_area("review")
        self.ctx = replace(stage.ctx, dialogs=self.answers, theme=theme)
        self.stage = stage
        self.review_id = review_id

    def opened(self, kind: Kind) -> ReviewPreview:
        preview = ReviewPreview(self.ctx, self.review_id, self.stage.window, kind)
        self.qtbot.addWidget(preview)
        preview.show()
        return preview

    def press(self, preview: ReviewPreview, name: str) -> None:
        button = preview.findChild(QPushButton, name)
        assert button is not None
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def copied(self, preview: ReviewPreview) -> str:
        self.press(preview, "exportMarkdown")
        return QGuiApplication.clipboard().text()


@pytest.fixture
def paper(qtbot: QtBot, store: Store, stage: Stage) -> ReviewPaper:
    """A review that is sealed and calibrated, with a name and a reason nobody else may read."""
    ana = a_person(store, "Ana Ruiz")
    days = date(2026, 1, 1), date(2026, 12, 31)
    cycle = cycles.add(store, "Year review 2026", CycleKind.ANNUAL, *days, calibrates=True)
    review = reviews.find(store, cycle.id, ana.id)
    assert review is not None
    steps = cycles.get(store, cycle.id).steps
    reviews.write(store, review.id, narrative="Shipped the parser.", proposed_step=steps[1].id)
    (peer,) = reviews.ask_peers(store, review.id, [f"{SECRET}peer"], TODAY)
    reviews.write_peer(store, peer.id, TODAY, text="Kind to work with.")
    review_steps.seal(store, review.id, NOW)
    review_steps.calibrate(store, review.id, steps[2].id, TODAY, reason=f"{SECRET}reason")
    return ReviewPaper(qtbot, stage, review.id)


def said(preview: ReviewPreview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel))


def test_the_share_sheet_is_what_the_person_will_read(paper: ReviewPaper) -> None:
    preview = paper.opened("share")
    assert "This is what Ana will read." in said(preview)
    text = paper.copied(preview)
    assert "Shipped the parser." in text
    assert "Solid" in text
    assert SECRET not in text
    assert preview.findChild(TickBox, WITH_NAMES) is None


def test_a_sheet_that_is_not_sealed_says_that_it_is_a_draft(paper: ReviewPaper) -> None:
    assert "draft" not in said(paper.opened("share"))
    review_steps.drop_round(paper.ctx.store, paper.review_id)
    review_steps.open_seal(paper.ctx.store, paper.review_id, NOW)
    assert "Every page is marked as a draft" in said(paper.opened("share"))


def test_the_packet_names_nobody_until_it_is_asked_for(paper: ReviewPaper) -> None:
    preview = paper.opened("packet")
    assert "Confidential" in said(preview)
    text = paper.copied(preview)
    assert "**Confidential:**" in text
    assert f"{SECRET}reason" in text
    assert f"{SECRET}peer" not in text
    tick = preview.findChild(TickBox, WITH_NAMES)
    assert tick is not None
    tick.click()
    assert f"{SECRET}peer" in paper.copied(preview)
    tick.click()
    assert f"{SECRET}peer" not in paper.copied(preview)


@pytest.mark.parametrize("kind", ["share", "packet"])
def test_it_is_written_for_its_owner_alone(paper: ReviewPaper, tmp_path: Path, kind: Kind) -> None:
    preview = paper.opened(kind)
    for button, ending in (("exportPdf", "pdf"), ("exportHtml", "html")):
        paper.answers.chosen = tmp_path / f"out.{ending}"
        paper.press(preview, button)
        assert is_private(tmp_path / f"out.{ending}")
    assert PALETTES["review"].accent in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_the_dialog_is_of_the_reviews_and_its_controls_have_names(paper: ReviewPaper) -> None:
    for kind in ("share", "packet"):
        preview = paper.opened(kind)
        assert preview.property("room") == "review"
        assert preview.pages.accessibleName()
        buttons = preview.findChildren(QPushButton)
        assert all(button.objectName() for button in buttons)
        assert len({button.objectName() for button in buttons}) == len(buttons)


def test_a_review_that_is_gone_is_said(paper: ReviewPaper) -> None:
    with pytest.raises(NotFound):
        ReviewPreview(paper.ctx, 999)
