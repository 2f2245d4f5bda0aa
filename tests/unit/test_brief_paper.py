"""The brief on paper: two columns where there is room, boxes to tick, lines to write on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerdesk.documents.brief import brief_document
from careerdesk.documents.brief_paper import EMPTY_BOX, TICKED_BOX, one_page_html
from careerdesk.documents.export import brief_as
from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.words import ENGLISH
from tests.unit.test_brief_document import brief, pages

pytestmark = pytest.mark.usefixtures("qapp")
BARE = Document(
    language="en", kicker="Brief", title="Ana", line="", callout=None, sections=(), empty="",
    footer_name="Ana", footer_date="", page_words="{n} of {count}", one_page=True,
    more_words="and {n} more", room_for_notes="Notes",
)  # fmt: skip


def test_a_row_can_be_ticked_where_it_can_be_on_the_screen() -> None:
    notes = (Note("Seat", tick=False), Note("Done", tick=True), Note("Fact"))
    html = one_page_html(replace(BARE, sections=(Section("A", notes=notes),)), columns=1, ruled=0)
    assert (html.count(EMPTY_BOX), html.count(TICKED_BOX)) == (1, 1)


def test_what_stands_beside_is_a_column_of_its_own_or_comes_first() -> None:
    sections = (
        Section("Left", notes=(Note("a"),)),
        Section("Right", notes=(Note("b"),), beside=True),
    )
    document = replace(BARE, sections=sections)
    one = one_page_html(document, columns=1, ruled=0)
    assert one.index("Right") < one.index("Left")
    two = one_page_html(document, columns=2, ruled=0)
    assert two.index("Left") < two.index("Right")


@pytest.mark.parametrize(("many", "ruled"), [(0, True), (30, False)])
def test_what_is_free_of_the_page_is_for_notes(many: int, ruled: bool) -> None:
    text = pages(brief_as(brief(many), "pdf", paper="A4"))[0]
    assert (" Notes " in text) == ruled


def test_the_hour_and_the_kind_of_the_next_check_in_are_on_it() -> None:
    document = brief_document(brief(), ENGLISH, private=False)
    assert document.line == "Next check-in due: 17 November 2026"
    assert document.kicker == "Brief for the next 1:1"
