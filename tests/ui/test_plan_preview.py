"""The preview of a plan: what will be read, and every way to hand it over."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.documents.pdf import RESOLUTION, print_on, to_pdf
from careerdesk.services import agreements, checkins, plans
from careerdesk.services.store import Store
from careerdesk.ui.plan.plan_preview import PlanPreview
from tests.builders import TODAY, a_person
from tests.fakes import ReadyAnswers
from tests.modes import is_private
from tests.robots.stage import Stage

PRIVATE = "qzprivatezq"


class PreviewRobot:
    """The preview over Ana's plan; the file dialog answers at once."""

    def __init__(self, qtbot: QtBot, stage: Stage, plan_id: int) -> None:
        self.qtbot = qtbot
        self.stage = stage
        self.answers = ReadyAnswers()
        self.dialog = PlanPreview(replace(stage.ctx, dialogs=self.answers), plan_id, stage.window)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def press(self, name: str, target: Path | None = None) -> None:
        """Press a button; a file dialog chooses *target*."""
        self.answers.chosen = target
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def told(self) -> str:
        return self.dialog.told.text()


@pytest.fixture
def preview(qtbot: QtBot, store: Store, tmp_path: Path) -> PreviewRobot:
    """Ana has a plan, and something private in every corner."""
    stage = Stage(qtbot, store, tmp_path)
    ana = a_person(store, "Ana Ruiz").with_goals("First goal", "Second goal")
    ana.driven_by("Craft").with_note("words", PRIVATE).with_points(PRIVATE)
    plans.change_item(store, ana.goals[0].id, today=TODAY, private_note=PRIVATE)
    check_in = checkins.start(store, ana.id, stage.ctx.clock.now())
    checkins.write(store, check_in.id, private_notes=PRIVATE, temperature_words=PRIVATE)
    view = plans.active(store, ana.id)
    assert view is not None
    return PreviewRobot(qtbot, stage, view.plan.id)


def words_of(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_it_says_who_will_read_it_and_shows_the_pages(preview: PreviewRobot) -> None:
    said = [label.text() for label in preview.dialog.findChildren(QLabel)]
    assert "This is what Ana will read." in said
    assert "Contains nothing private." in said
    pages = [one for one in preview.dialog.findChildren(QLabel) if not one.pixmap().isNull()]
    assert [page.accessibleName() for page in pages] == ["Page 1"]
    assert len(pages) == len(PdfReader(io.BytesIO(to_pdf(preview.dialog.document))).pages)


def test_every_button_has_a_name_and_a_sentence(preview: PreviewRobot) -> None:
    buttons = preview.dialog.findChildren(QPushButton)
    assert {button.objectName() for button in buttons} == {
        "exportPdf", "exportPrint", "exportHtml", "exportMarkdown", "exportClose",
    }  # fmt: skip
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


def test_it_says_which_form_a_screen_reader_can_follow(preview: PreviewRobot) -> None:
    html = QAccessible.queryAccessibleInterface(preview.dialog.html)
    said = "For screen readers: unlike the PDF, it marks headings and lists."
    assert html.text(QAccessible.Text.Description) == preview.dialog.html.toolTip() == said


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_file_is_written_whole_and_private(
    preview: PreviewRobot, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"plan.{form}"
    preview.press(f"export{form.capitalize()}", target)
    content = target.read_bytes()
    text = words_of(content) if form == "pdf" else content.decode()
    assert re.search(r"First\sgoal", text)
    assert PRIVATE not in text
    assert is_private(target)
    assert preview.told == f"Saved to {target}"


def test_a_plain_name_gets_the_ending(preview: PreviewRobot, tmp_path: Path) -> None:
    preview.press("exportPdf", tmp_path / "plan")
    assert (tmp_path / "plan.pdf").exists()
    assert not (tmp_path / "plan").exists()


def test_anyone_who_would_rather_not_choose_a_file_gets_none(
    preview: PreviewRobot, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    preview.press("exportPdf", None)
    assert preview.answers.asked == ["Export plan"]
    assert preview.told == ""
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", ["store", "folder", "missing"])
def test_f33_what_cannot_be_written_is_said_in_the_dialog(
    preview: PreviewRobot, store: Store, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    target = {
        "store": store.path,
        "folder": tmp_path / "folder.pdf",
        "missing": tmp_path / "none" / "plan.pdf",
    }[kind]
    preview.press("exportPdf", target)
    assert str(target if kind != "missing" else target.parent) in preview.told
    assert preview.dialog.isVisible()
    preview.press("exportPdf", tmp_path / "better.pdf")
    assert preview.told.startswith("Saved to ")
    assert store.path.read_bytes().startswith(b"SQLite format 3")


def test_f51_the_clipboard_gets_markdown_and_nothing_private(preview: PreviewRobot) -> None:
    preview.press("exportMarkdown")
    held = QGuiApplication.clipboard().mimeData()
    assert held.formats() == ["text/plain"]
    assert held.text().startswith("# Ana Ruiz\n")
    assert "First goal" in held.text()
    assert PRIVATE not in held.text()
    assert preview.told.startswith("Copied.")


def test_a_printer_gets_the_pages_of_the_pdf(preview: PreviewRobot, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setOutputFileName(str(target))
    print_on(preview.dialog.document, printer)
    margins = printer.pageLayout().margins(printer.pageLayout().units().Millimeter)
    assert [round(side) for side in (margins.left(), margins.top())] == [19, 19]
    assert words_of(target.read_bytes()) == words_of(to_pdf(preview.dialog.document))


def test_it_closes_by_its_button_and_by_escape(preview: PreviewRobot) -> None:
    preview.press("exportClose")
    assert not preview.dialog.isVisible()
    preview.dialog.show()
    preview.qtbot.keyClick(preview.dialog, Qt.Key.Key_Escape)
    assert not preview.dialog.isVisible()


def test_the_preview_tells_what_changed_since_it_was_agreed_and_a_draft_does_not(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    stage = Stage(qtbot, store, tmp_path)
    ana = a_person(store, "Ana Ruiz").with_goals("First goal")
    agreements.agree(store, ana.plan.id, TODAY, today=TODAY)
    plans.change_item(store, ana.goals[0].id, today=TODAY, title="Next goal")
    PreviewRobot(qtbot, stage, ana.plan.id).press("exportMarkdown")
    text = QGuiApplication.clipboard().text()
    assert ", 1 change since." in text
    assert "First goal → Next goal" in text
    agreements.back_to_draft(store, ana.plan.id)
    PreviewRobot(qtbot, stage, ana.plan.id).press("exportMarkdown")
    text = QGuiApplication.clipboard().text()
    assert "Next goal" in text
    assert "since" not in text and "greed" not in text


@pytest.mark.usefixtures("large_type")
def test_in_large_type_the_preview_and_its_pages_have_room(preview: PreviewRobot) -> None:
    dialog, window = preview.dialog, preview.stage.window
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    for width in (dialog.width(), 800, 1040):
        dialog.resize(width, dialog.height())
        QApplication.processEvents()
        pages = dialog.pages
        assert pages.horizontalScrollBar().maximum() == 0
        page = pages.widget().findChild(QLabel)
        assert isinstance(page, QLabel)
        assert page.pixmap().deviceIndependentSize().toSize() == page.size()
        assert page.width() > pages.viewport().width() - 40


def test_pages_are_narrower_beside_a_column_of_wide_buttons(preview: PreviewRobot) -> None:
    preview.dialog.hide()
    preview.dialog.pdf.setText("Als PDF-Datei im Format für Archive speichern…")
    preview.dialog.show()
    QApplication.processEvents()
    assert preview.dialog.pages.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", ["Ana", "Plan for A. Ruiz", "Ana v1.2"])
def test_a_name_without_an_ending_gets_one(
    preview: PreviewRobot, tmp_path: Path, name: str
) -> None:
    preview.press("exportPdf", tmp_path / name)
    assert (tmp_path / f"{name}.pdf").exists()
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("agrees", [True, False])
def test_what_lies_under_the_whole_name_is_replaced_only_if_asked(
    preview: PreviewRobot, tmp_path: Path, *, agrees: bool
) -> None:
    there = tmp_path / "Ana.pdf"
    there.write_bytes(b"of last year")
    preview.answers.agrees = agrees
    preview.press("exportPdf", tmp_path / "Ana")
    assert "Ana.pdf" in preview.answers.said[-1]
    assert (there.read_bytes() == b"of last year") is not agrees


def test_another_ending_that_was_typed_stays(preview: PreviewRobot, tmp_path: Path) -> None:
    preview.press("exportHtml", tmp_path / "Ana.htm")
    assert (tmp_path / "Ana.htm").exists()
    assert preview.answers.said == []
