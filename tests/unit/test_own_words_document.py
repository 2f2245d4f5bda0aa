"""*In your own words* on paper: each group in its order, quotes in their marks, one page."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk.documents.export import own_words_as
from careerdesk.documents.own_words import own_words_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.loop import Reach
from careerdesk.domain.own_words import OwnAspiration, OwnMotivator, OwnWords, bare

TODAY = date(2026, 11, 17)


def said(name: str, quote: str = "", on: date | None = TODAY) -> OwnMotivator:
    return OwnMotivator(name, name, quote, on)


FULL = OwnWords(
    "Ana Ruiz", "Ana", "Engineer", "Loads", "she/her",
    drives=(said("Craft", "To the end."), said("Calm", on=None)),
    values=(said("Fairness"),),
    drains=(said("Nights"),),
    aspirations=(
        OwnAspiration("a", Reach.FIVE_PLUS, "Teach"), OwnAspiration("b", Reach.ONE_YEAR, "Lead"),
        OwnAspiration("c", Reach.ONE_YEAR, "Write"),
    ),
)  # fmt: skip
NOBODY = OwnWords("Ana Ruiz", "Ana", "", "", "")


def test_where_to_go_comes_first_the_near_before_the_far() -> None:
    sections = own_words_document(FULL, TODAY, ENGLISH).sections
    assert [one.title for one in sections] == [
        "Where I want to go", "What drives me", "What matters to me", "What drains me",
        "Not quite right?",
    ]  # fmt: skip
    wanted = [(part.title, part.paragraphs) for part in sections[0].parts]
    assert wanted == [
        ("In a year", ("“Lead”", "“Write”")), ("In five years or more", ("“Teach”",)),
    ]  # fmt: skip
    drives = [(part.title, part.paragraphs, part.aside) for part in sections[1].parts]
    assert drives == [("Craft", ("“To the end.”",), "said on 17 November 2026"), ("Calm", (), "")]


def test_a_group_without_anything_is_left_out_and_nothing_at_all_is_said() -> None:
    only = OwnWords("Ana Ruiz", "Ana", "", "", "", values=(said("Fairness"),))
    titles = [one.title for one in own_words_document(only, TODAY, ENGLISH).sections]
    assert titles == ["What matters to me", "Not quite right?"]
    empty = own_words_document(NOBODY, TODAY, ENGLISH)
    assert (empty.sections, empty.empty) == ((), "Nothing you've said has been written down yet.")
    assert (NOBODY.is_empty, only.is_empty) == (True, False)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Plain", "Plain"), ("“Marked”", "Marked"), ('"So too"', "So too"),
        ("„Auch so“", "Auch so"),
        ("«Aussi»", "Aussi"), ("“One” and “two”", "“One” and “two”"), ('"', '"'), ("", ""),
    ],
)  # fmt: skip
def test_marks_that_were_typed_are_not_doubled(typed: str, shown: str) -> None:
    assert bare(typed) == shown


def test_it_is_one_page(qapp: QApplication) -> None:
    pages = PdfReader(io.BytesIO(own_words_as(FULL, "pdf", TODAY, paper="A4"))).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    assert len(pages) == 1
    for words in ("In your own words", "Ana Ruiz", "Fairness", "Nights", "Cross out anything"):
        assert words in text
