"""P14: a plan as PDF, against Qt printing the same HTML by itself."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from benchmarks.figures import Result, elapsed_ms, interleaved
from benchmarks.stores import SEED, WORDS
from careerdesk.app import make_application
from careerdesk.documents.paper import paper_html
from careerdesk.documents.pdf import FOOTER_MM, MARGIN_MM, to_pdf
from careerdesk.documents.plan import plan_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.records import Horizon, ItemState, Measure, PlanState
from careerdesk.domain.shared import SharedItem, SharedKeyResult, SharedPlan

TODAY = date(2026, 11, 17)
PAGES = (2, 60)
LIMIT = 1.5
SAMPLE = 24  # goals, to see how many fit on a page


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Print a plan of each length."""
    make_application()
    return [_of_length(pages, turns) for pages in PAGES]


def _of_length(pages: int, turns: int) -> Result:
    plan = _plan_of(pages)
    html = paper_html(plan_document(plan, TODAY, ENGLISH))
    low, high = interleaved(
        lambda: elapsed_ms(lambda: _bare(html)), lambda: elapsed_ms(lambda: _ours(plan)), turns
    )
    counts = f"{page_count(_ours(plan))} pages, of Qt alone {page_count(_bare(html))}"
    return Result("P14", f"plan of {pages} pages as PDF", "ms", high, LIMIT, low, turns, counts)


def _ours(plan: SharedPlan) -> bytes:
    return to_pdf(plan_document(plan, TODAY, ENGLISH), "A4")


def _bare(html: str) -> bytes:
    """Qt's own way from HTML to PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, portrait, margins, unit))
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.documentLayout().setPaintDevice(writer)
    text.setHtml(html)
    foot = FOOTER_MM / 25.4 * writer.logicalDpiY()
    text.setPageSize(QSizeF(writer.width(), writer.height() - foot))
    text.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _plan_of(pages: int) -> SharedPlan:
    """A plan that is on about so many pages."""
    return _plan(round((pages - 0.3) * SAMPLE / page_count(_ours(_plan(SAMPLE)))))


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _plan(goals: int) -> SharedPlan:
    dice = random.Random(SEED)
    groups = [Horizon.SHORT if n < goals / 2 else Horizon.LONGER for n in range(goals)]
    return SharedPlan(
        "Ada Holm", "Ada", "Engineer", "Supply", "", "", TODAY, TODAY + timedelta(days=182),
        PlanState.AGREED, TODAY, ("Mastery", "Autonomy"),
        tuple(_goal(dice, group) for group in groups),
    )  # fmt: skip


def _goal(dice: random.Random, horizon: Horizon) -> SharedItem:
    def words(count: int) -> str:
        return " ".join(dice.choices(WORDS, k=count))

    results = tuple(
        SharedKeyResult(words(5), Measure.NUMBER, 0.0, 40.0, float(dice.randrange(40)), "days")
        for _ in range(2)
    )
    due = TODAY + timedelta(days=dice.randrange(180))
    return SharedItem(
        horizon, words(8), dice.choice(list(ItemState)), due, dice.random(), ("Mastery",),
        words(25), words(25), words(4), results,
    )  # fmt: skip
