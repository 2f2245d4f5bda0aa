"""How text stands on paper: its leading, its distance to rules, and the foot of a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QTextBlock, QTextDocument

from careerdesk import fonts
from careerdesk.documents.model import Callout, Document, Item, Note, Row, Section
from careerdesk.documents.pages import composed
from careerdesk.documents.pdf import to_pdf

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Words enough for more than a single line of the sheet. " * 4
ITEM = Item(1, "Lead the move", "at_risk", "At risk", 0.5, "50 %", "by 1 December",
            (Row("Measured by", ("Users moved", LONG)),))  # fmt: skip
DOCUMENT = Document(
    language="en",
    kicker="Review packet",
    title="Ana Ruiz",
    line="Engineer",
    callout=Callout("Confidential", "Not for her"),
    sections=(
        Section("Short term", items=(ITEM, replace(ITEM, number=2))),
        Section("Ratings", rows=(Row("Self", ("Solid",)),)),
        Section("Narrative", paragraphs=(LONG,)),
        Section("Evidence", notes=(Note(LONG, "Accomplishment, 14 October 2026"),)),
    ),
    empty="",
    footer_name="Ana Ruiz",
    footer_date="As of 17 November 2026",
    page_words="Page {n} of {count}",
)
POINT = 4  # dots: as many of them as is easy to count with


def laid_out(document: Document) -> QTextDocument:
    """The text on paper 500 points wide."""
    dots = QImage(1, 1, QImage.Format.Format_RGB32)
    dots.setDotsPerMeterX(round(72 * POINT / 0.0254))
    dots.setDotsPerMeterY(round(72 * POINT / 0.0254))
    return composed(document, QSizeF(500 * POINT, 5_000 * POINT), dots, "").text


def blocks(text: QTextDocument) -> Iterator[tuple[QTextBlock, float, float, float]]:
    """Each paragraph with its top and bottom and the size of its letters, all in points."""
    block = text.begin()
    while block.isValid():
        box = text.documentLayout().blockBoundingRect(block)
        pieces = block.begin()
        size = pieces.fragment().charFormat().fontPointSize() if not pieces.atEnd() else 0
        yield block, box.top() / POINT, box.bottom() / POINT, size or 10
        block = block.next()


def test_no_text_touches_a_rule() -> None:
    text = laid_out(DOCUMENT)  # blocks do not keep it
    found = [one for one in blocks(text) if one[0].text().strip("\u200b")]
    rules = [n for n, (_, _, _, size) in enumerate(found) if size < 1]
    assert len(rules) == 5  # of four sections, and between two goals
    for n in rules:
        _, top, bottom, _ = found[n]
        above = next(one for one in reversed(found[:n]) if one[0].text().strip("\u200b\xa0"))
        below = next(one for one in found[n:] if one[0].text().strip("\u200b\xa0"))
        assert top - above[2] >= 2
        assert below[1] - bottom >= 5


@pytest.mark.parametrize("words", ["Narrative", "Evidence", "Measured by"])
def test_lines_stand_apart_in_prose_and_in_tables(words: str) -> None:
    text = laid_out(DOCUMENT)
    block = text.find("Words enough", text.find(words)).block()
    first, second = (block.layout().lineAt(n) for n in (0, 1))
    assert (second.y() - first.y()) / POINT == pytest.approx(13.5, abs=0.4)


def test_what_stands_beside_a_note_is_on_one_line_and_takes_no_more_than_that() -> None:
    text = laid_out(DOCUMENT)
    aside = text.find("October").block()
    note = text.find("Words enough", text.find("Evidence")).block()
    assert aside.layout().lineCount() == 1
    wide = text.documentLayout().blockBoundingRect(note).width() / POINT
    used = aside.layout().lineAt(0).naturalTextWidth() / POINT
    assert wide + used > 480


def test_documents_are_in_the_shipped_font() -> None:
    (page,) = PdfReader(io.BytesIO(to_pdf(DOCUMENT, "A4"))).pages
    used = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert used == {"/InterCareerDesk-Regular", "/InterCareerDesk-SemiBold"}
    assert fonts.family() == "Inter CareerDesk"


def foot(document: Document) -> str:
    (page,) = PdfReader(io.BytesIO(to_pdf(document, "A4"))).pages
    return " ".join(page.extract_text().split())[-160:]


def test_the_foot_has_a_long_name_whole() -> None:
    name = "Confidential: Aveline de Saint-Exquery Montferrand"
    assert f"{name} As of 17 November 2026 Page 1 of 1" in foot(replace(DOCUMENT, footer_name=name))


def test_a_name_that_no_foot_can_hold_ends_in_dots() -> None:
    whole = foot(replace(DOCUMENT, footer_name="Aveline " * 30))
    assert "… As of 17 November 2026 Page 1 of 1" in whole
