"""A plan to hand over: every word of it, in order, whole, and nothing read as markup."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from careerdesk.documents.export import plan_as
from careerdesk.documents.html import to_html
from careerdesk.documents.markdown import plain, to_markdown
from careerdesk.documents.model import Document
from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.pictures import page_pictures
from careerdesk.documents.plan import plan_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.records import Horizon, ItemState, Measure, PlanState
from careerdesk.domain.shared import SharedItem, SharedKeyResult, SharedPlan
from tests.pdfs import pages_of
from tests.seeds import one_in

TODAY = date(2026, 11, 17)
HOSTILE = [
    "<b>bold</b>",
    "<img src='file:///etc/passwd'>",
    "a & b &amp; &lt;i&gt;",
    "*stars* _lines_ `code` ~~no~~",
    "# no heading",
    "1. no list",
    "- no list",
    "+ no list",
    "> no quote",
    "[no](http://link) ![no](image)",
    "| no | table |",
    "back\\slash \\* {} () #",
    "{name} %s {0}",
    "=====",
    "-----",
    "שלום עולם",
    "山田 太郎",
    "\"quotes\" and 'more'",
]
PLAN = SharedPlan(
    person_name="Ana Ruiz",
    person_short_name="Ana",
    person_title="Engineer",
    person_team="Platform",
    pronouns="",
    title="",
    starts_on=date(2026, 7, 1),
    ends_on=date(2026, 12, 31),
    state=PlanState.AGREED,
    agreed_on=date(2026, 7, 2),
    drivers=("Craft", "Calm"),
    items=(),
)
ITEM = SharedItem(
    horizon=Horizon.SHORT,
    title="Lead the move",
    state=ItemState.AT_RISK,
    due_on=date(2026, 12, 1),
    progress=0.5,
    motivators=("Craft",),
    for_person="Learns to lead.\nIs seen.",
    for_business="One system less.",
    objective="Fewer systems",
    key_results=(
        SharedKeyResult("Users moved", Measure.NUMBER, 0, 400, 200, "users"),
        SharedKeyResult("Share of tests", Measure.PERCENT, 10, 99.5, None, ""),
        SharedKeyResult("Old system off", Measure.MILESTONE, 0, 1, None, ""),
    ),
)


def a_document(*items: SharedItem, **fields: object) -> Document:
    return plan_document(replace(PLAN, items=items, **fields), TODAY, ENGLISH)  # type: ignore[arg-type]


def pages(content: bytes) -> list[str]:
    """The words of each page of a PDF, spaces as they fall."""
    return pages_of(content)


def squeezed(text: str) -> str:
    """*text* without spaces and ligatures: PDF knows letters and places only."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text))


class Words(HTMLParser):
    """The words a browser shows, and the elements they are in; a link goes on in its line."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = [""]
        self.elements: set[str] = set()
        self._goes_on = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)
        self._goes_on = tag == "a"

    def handle_endtag(self, tag: str) -> None:
        self._goes_on = tag == "a"

    def handle_data(self, data: str) -> None:
        if self._goes_on:
            self.words[-1] += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.words)


def shown_as_markdown(text: str) -> str:
    """What a reader of Markdown sees."""
    document = QTextDocument()
    document.setMarkdown(text)
    return document.toPlainText()


def test_everything_shared_is_in_every_form(qapp: QApplication) -> None:
    document = a_document(ITEM)
    expected = [
        "Ana Ruiz", "Action plan, July to December 2026", "Engineer, Platform.",
        "Agreed on 2 July 2026.", "What drives me", "Craft, Calm", "Short term", "Lead the move",
        "At risk", "50\u202f%", "by 1 December 2026", "For Ana", "Craft.", "Learns to lead.",
        "Is seen.", "For the business", "Fewer systems.", "One system less.", "Measured by",
        "Users moved: from 0 to 400\u00a0users, currently 200\u00a0users",
        "Share of tests: from 10 to 99.5\u202f%", "Old system off: not reached yet",
        "As of 17 November 2026",
    ]  # fmt: skip
    html = Words(to_html(document)).text
    markdown = shown_as_markdown(to_markdown(document))
    pdf = squeezed(" ".join(pages(to_pdf(document))))
    for words in expected:
        assert words in html
        assert squeezed(words) in squeezed(markdown)
        assert squeezed(words) in pdf


def test_groups_come_short_term_first_and_numbers_run_through() -> None:
    items = [replace(ITEM, title=f"Goal {n}") for n in (1, 2)]
    far = replace(ITEM, title="Far", horizon=Horizon.LONGER)
    document = a_document(*items, far)
    found = [
        (section.title, [(i.number, i.title) for i in section.items])
        for section in document.sections
    ]
    assert found == [
        ("Short term", [(1, "Goal 1"), (2, "Goal 2")]),
        ("Longer term", [(3, "Far")]),
    ]


@pytest.mark.parametrize("form", ["html", "md", "pdf"])
def test_an_empty_plan_says_so(qapp: QApplication, form: str) -> None:
    content = plan_as(PLAN, form, TODAY)
    text = squeezed(" ".join(pages(content)) if form == "pdf" else content.decode())
    assert squeezed("There are no goals in this plan yet") in text
    assert squeezed("Short term") not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_was_written_is_read_to_the_letter(qapp: QApplication, text: str) -> None:
    result = replace(ITEM.key_results[0], name=text, unit=text)
    item = replace(
        ITEM, title=text, for_person=text, for_business=f"x\n{text}", motivators=(text,),
        key_results=(result,),
    )  # fmt: skip
    document = a_document(item, title=text, person_title=text, drivers=(text,), person_team="")
    html = Words(to_html(document))
    assert html.text.count(text) >= 7
    assert html.elements.isdisjoint({"b", "i", "img", "em", "code", "script"})
    assert "a" not in html.elements or "http://link" in text
    seen = shown_as_markdown(to_markdown(document))
    assert seen.count(text) >= 7
    assert f"{text}. Agreed" in seen


@pytest.mark.parametrize(
    "text", [*HOSTILE, "12) x", "1.", "  2. x", "3\\. y", "&copy;", "5-3=2", "-5"]
)
def test_a_line_survives_markdown(qapp: QApplication, text: str) -> None:
    assert shown_as_markdown(plain(text)).strip() == text.strip()


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20))
def test_any_line_survives_markdown(qapp: QApplication, text: str) -> None:
    assert shown_as_markdown(plain(text)).strip() == text


def test_the_pdf_keeps_the_order_and_the_page_numbers(qapp: QApplication) -> None:
    items = [replace(ITEM, title=f"Goal number {n:02}x") for n in range(60)]
    found = pages(to_pdf(a_document(*items)))
    whole = squeezed(" ".join(found))
    places = [whole.index(f"Goalnumber{n:02}x") for n in range(60)]
    assert places == sorted(places)
    assert len(found) > 5
    for number, page in enumerate(found, 1):
        assert f"Page{number}of{len(found)}" in squeezed(page)


@pytest.mark.parametrize("paper", one_in(2, ["A4", "Letter"]))
def test_no_goal_is_torn_and_no_heading_stands_alone(qapp: QApplication, paper: str) -> None:
    items = [
        replace(
            ITEM,
            title=f"T{n:02} " + "title " * (n % 23),
            horizon=Horizon.SHORT if n < 37 else Horizon.LONGER,
            for_person=f"P{n:02} " + "person " * (n * 7 % 60),
            for_business=f"B{n:02}",
            key_results=(replace(ITEM.key_results[0], name=f"K{n:02}"),),
        )
        for n in range(60)
    ]
    found = [squeezed(page) for page in pages(to_pdf(a_document(*items), paper))]
    for n in range(60):
        at = [{m for m in "TPBK" if f"{m}{n:02}" in page} for page in found]
        assert [marks for marks in at if marks] == [set("TPBK")]
    for page in found:
        for heading, first in (("Shortterm", "T00"), ("Longerterm", "T37")):
            assert heading not in page or first in page


@pytest.mark.long
def test_a_goal_longer_than_a_page_goes_on_and_loses_nothing(qapp: QApplication) -> None:
    words = [f"w{n:05}" for n in range(2500)]
    long = replace(ITEM, title="Long", for_person=" ".join(words))
    found = pages(
        to_pdf(a_document(replace(ITEM, title="First"), long, replace(ITEM, title="Last")))
    )
    whole = squeezed(" ".join(found))
    assert all(word in whole for word in words)
    assert whole.index("w02499") < whole.index("Last")


@pytest.mark.long
def test_a_word_without_end_stays_inside_the_page(qapp: QApplication) -> None:
    endless = "x" * 10_000
    item = replace(ITEM, title=endless[:480], for_person=endless, motivators=())
    content = to_pdf(a_document(item, person_name="y" * 200), "A4")
    found = squeezed(" ".join(pages(content)))
    assert found.count("x") >= 10_480
    reader = PdfReader(io.BytesIO(content))
    for page in reader.pages:
        width = float(page.mediabox.width)
        places: list[float] = []

        def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
            if text.strip():
                places.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])  # noqa: B023

        page.extract_text(visitor_text=visit)
        assert places
        assert all(0 <= x < width for x in places), (width, max(places))


def test_right_to_left_and_other_scripts_make_a_pdf(qapp: QApplication) -> None:
    item = replace(ITEM, title="محمد 山田 שלום 🙂", for_person="\u202eevil\u202c")
    assert to_pdf(a_document(item)).startswith(b"%PDF")


def test_a_pdf_names_the_program_and_nobodys_computer(qapp: QApplication) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(a_document(ITEM))))
    assert reader.metadata is not None
    found = {key: str(value) for key, value in reader.metadata.items()}
    assert found["/Title"] == "Ana Ruiz: Action plan, July to December 2026"
    assert found["/Creator"] == "CareerDesk"
    assert not found.get("/Author")


def test_the_html_names_its_language_and_loads_nothing() -> None:
    html = to_html(a_document(ITEM))
    assert '<html lang="en">' in html
    assert not re.search(r"(src|href|url\()", html)
    assert html.count("<h1>") == 1


def test_the_preview_shows_the_pages_of_the_pdf(qapp: QApplication) -> None:
    document = a_document(*[replace(ITEM, title=f"{n}") for n in range(12)])
    pictures = page_pictures(document, 400, "A4")
    assert len(pictures) == len(pages(to_pdf(document, "A4")))
    assert all(picture.width() == 400 for picture in pictures)


def test_json_holds_all_fields_of_what_is_shared() -> None:
    text = plan_as(replace(PLAN, items=(ITEM,)), "json", TODAY).decode()
    assert '"due_on": "2026-12-01"' in text
    assert '"horizon": "short"' in text
