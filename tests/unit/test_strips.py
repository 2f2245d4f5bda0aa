"""A long text is laid out in strips, and reads as if it had been laid out as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QImage, QTextDocument

from careerdesk import fonts
from careerdesk.documents.cutting import Cutter, Strip
from careerdesk.documents.dated_paper import dated_html
from careerdesk.documents.model import Document, Item, Note, Row, Section
from careerdesk.documents.pages import LEADING, SIZE, STRIP, Composing, Pages
from careerdesk.documents.paper import paper_html
from careerdesk.domain.parts import through

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Words enough for more than a single line of the sheet. " * 5
ROWS = (Row("Measured by", ("Users moved", LONG)), Row("Why", (LONG,)))
ITEM = Item(1, "Lead the move", "at_risk", "At risk", 0.5, "50 %", "by 1 December", ROWS)
EMPTY = Document(
    language="en",
    kicker="Action plan",
    title="Ana Ruiz",
    line="Engineer",
    callout=None,
    sections=(),
    empty="",
    footer_name="Ana Ruiz",
    footer_date="As of 17 November 2026",
    page_words="Page {n} of {count}",
)
GOALS = tuple(replace(ITEM, number=n, title=f"Goal {n}") for n in range(1, 31))
DAYS = tuple(
    Section(f"{n} Nov", notes=(Note("Nights", heading=True), Note(LONG), Note(LONG, point=True)))
    for n in range(1, 31)
)
PLAN = replace(EMPTY, sections=(Section("Short term", items=GOALS), Section("Later", items=GOALS)))
DATED = replace(EMPTY, sections=DAYS, dated=True)
SIZE_OF_PAGE = QSizeF(2031, 2954)


def dots() -> QImage:
    """Paper with as many dots per inch as that of the PDF."""
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    dot.setDotsPerMeterX(round(300 / 0.0254))
    dot.setDotsPerMeterY(round(300 / 0.0254))
    return dot


DOTS = dots()


def in_one(html: str) -> QTextDocument:
    text = QTextDocument()
    font = QFont(fonts.family())
    font.setPointSizeF(SIZE)
    text.setDefaultFont(font)
    text.setDocumentMargin(0)
    text.documentLayout().setPaintDevice(DOTS)
    text.setDefaultStyleSheet(LEADING)
    text.setHtml(html)
    text.setTextWidth(SIZE_OF_PAGE.width())
    return text


def tops(text: QTextDocument, above: float = 0.0) -> list[tuple[str, float]]:
    """Each paragraph with words, and where it begins."""
    found, block = [], text.begin()
    while block.isValid():
        if block.text().strip("\u200b\xa0"):
            box = text.documentLayout().blockBoundingRect(block)
            found.append((block.text(), round(above + box.top(), 3)))
        block = block.next()
    return found


def spans_in_one(text: QTextDocument) -> list[tuple[float, float]]:
    cutter, height = Cutter(SIZE_OF_PAGE.height()), text.documentLayout().documentSize().height()
    cutter.add(Strip(text, 0.0, height))
    cutter.end(height)
    return cutter.spans


def composed(document: Document) -> Pages:
    return through(Composing(document, SIZE_OF_PAGE, DOTS, "").parts())


@pytest.mark.parametrize("document", [PLAN, DATED], ids=["goals", "days"])
def test_each_paragraph_is_where_it_would_be_in_one_text(document: Document) -> None:
    pages = composed(document)
    assert len(pages.strips) > 3
    whole = in_one(dated_html(document) if document.dated else paper_html(document))
    found = [one for strip in pages.strips for one in tops(strip.text, strip.top)]
    assert found == tops(whole)
    assert list(pages.spans) == spans_in_one(whole)
    assert pages.height == pytest.approx(whole.documentLayout().documentSize().height())


@pytest.mark.parametrize("document", [PLAN, DATED], ids=["goals", "days"])
def test_no_part_lays_out_more_than_some_lines(document: Document) -> None:
    most = max(1 + len(ITEM.rows), DAYS[0].size)
    done = [part.done for part in Composing(document, SIZE_OF_PAGE, DOTS, "").parts()]
    steps = [after - before for before, after in zip([0, *done], done, strict=False)]
    assert max(steps) < STRIP + most
    assert done[-1] >= document.size


def test_pages_beyond_the_most_are_counted_and_not_kept() -> None:
    few = through(Composing(DATED, SIZE_OF_PAGE, DOTS, "", most=1).parts())
    whole = composed(DATED)
    assert list(few.spans) == list(whole.spans)
    assert len(few.strips) < len(whole.strips)
    assert few.strips[-1].bottom >= few.spans[0][1]
