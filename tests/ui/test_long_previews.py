"""A long document in the window: its dialog stands at once, its first pages come first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.pictures import page_pictures
from careerdesk.ui.checkins.check_ins_preview import WITH_PRIVATE, CheckInsPreview
from careerdesk.ui.shell.actions import EXPORT_CHECK_INS
from careerdesk.ui.widgets.buttons import TickBox
from tests.builders import a_person
from tests.pdfs import pages_of
from tests.robots.window import PeopleRobot

CHECK_INS = 60
PRIVATE = "qzprivatezq"
LONG = "We spoke about the nights and about who could take them over in spring.\n\n" * 4


class LongPreview:
    """The check-ins of a year and more, just after their dialog was opened."""

    def __init__(self, team: PeopleRobot) -> None:
        dee = a_person(team.store, "Dee Lee")
        for week in range(CHECK_INS):
            words = f"Week {week} begins.\n\n{LONG}"
            dee.with_checkin(7 * week + 1, shared_notes=words, private_notes=f"{PRIVATE}\n\n{LONG}")
        team.choose("Dee Lee")
        team.act(EXPORT_CHECK_INS)
        found = team.window.findChild(CheckInsPreview)
        assert found is not None
        self.team, self.dialog = team, found

    def labels(self) -> list[QLabel]:
        every = self.dialog.pages.findChildren(QLabel)
        return [one for one in every if one.accessibleName().startswith("Page ")]

    def drawn(self) -> list[int]:
        return [n for n, label in enumerate(self.labels()) if not label.pixmap().isNull()]

    def picture(self, number: int) -> QImage:
        return self.labels()[number].pixmap().toImage()

    def wait_for_all(self) -> None:
        self.team.qtbot.waitUntil(lambda: self.dialog.pages.is_whole, timeout=60_000)

    def press(self, name: str) -> None:
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None
        self.team.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def told(self, words: str) -> None:
        told = self.dialog.told
        self.team.qtbot.waitUntil(lambda: told.text().startswith(words), timeout=60_000)

    def tick(self) -> None:
        box = self.dialog.findChild(TickBox, WITH_PRIVATE)
        assert box is not None
        box.click()


@pytest.fixture
def long(team: PeopleRobot) -> LongPreview:
    return LongPreview(team)


def test_the_dialog_stands_before_its_pages_are_made(long: LongPreview) -> None:
    assert long.dialog.isVisible()
    assert long.labels() == []
    counts = []

    def is_whole() -> bool:
        counts.append(len(long.labels()))
        return long.dialog.pages.is_whole

    long.team.qtbot.waitUntil(is_whole, timeout=60_000)
    assert len(set(counts)) > 2  # some pages, and then more
    assert len(long.labels()) == len(pages_of(to_pdf(long.dialog.document))) > 5


def test_the_pages_that_are_seen_are_drawn_and_no_others(long: LongPreview) -> None:
    long.wait_for_all()
    assert long.drawn()[0] == 0
    assert len(long.drawn()) < 4
    last = len(long.labels()) - 1
    bar = long.dialog.pages.verticalScrollBar()
    long.team.qtbot.waitUntil(lambda: bar.maximum() > last * long.labels()[0].height())
    bar.setValue(bar.maximum())
    assert last in long.drawn()
    assert len(long.drawn()) < len(long.labels())
    wanted = page_pictures(long.dialog.document, long.picture(0).width())
    for number in long.drawn():
        assert long.picture(number) == wanted[number]


def test_what_is_copied_early_is_the_whole_document(long: LongPreview) -> None:
    QGuiApplication.clipboard().setText("before")
    long.press("exportMarkdown")
    long.told("Copied.")
    text = QGuiApplication.clipboard().text()
    assert all(f"Week {week} begins." in text for week in range(CHECK_INS))


def test_nothing_private_is_copied_after_it_was_taken_out_again(long: LongPreview) -> None:
    long.wait_for_all()
    long.tick()
    long.press("exportMarkdown")
    long.told("Copied.")
    assert PRIVATE in QGuiApplication.clipboard().text()
    long.wait_for_all()
    long.tick()
    assert long.labels() == []  # nor is it seen any longer
    QGuiApplication.clipboard().setText("before")
    long.press("exportMarkdown")
    long.team.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "before")
    assert PRIVATE not in QGuiApplication.clipboard().text()


def test_what_was_asked_before_a_tick_has_nothing_of_it(long: LongPreview) -> None:
    QGuiApplication.clipboard().setText("before")
    long.press("exportMarkdown")
    long.tick()
    long.told("Copied.")
    text = QGuiApplication.clipboard().text()
    assert "Week 0 begins." in text
    assert PRIVATE not in text


def test_what_is_being_saved_is_whole_though_the_dialog_is_closed(
    long: LongPreview, tmp_path: Path
) -> None:
    target = tmp_path / "checkins.pdf"
    long.team.answers.chosen = target
    long.press("exportPdf")
    assert not target.exists()
    long.dialog.reject()
    words = " ".join(" ".join(page.split()) for page in pages_of(target.read_bytes()))
    assert all(f"Week {week} begins." in words for week in range(CHECK_INS))
    assert "Page 1 of" in words
