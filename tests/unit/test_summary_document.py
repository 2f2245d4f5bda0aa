"""The summary of a check-in for a mail, a chat and a file."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from careerdesk.documents.export import checkin_summary_as
from careerdesk.documents.mail import as_chat, as_mail
from careerdesk.documents.paper import paper_html
from careerdesk.documents.summary import checkin_summary_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.records import CheckInKind, ItemState, Measure, Owner
from careerdesk.domain.shared import SharedPromise, SharedValue
from careerdesk.domain.summary import CheckInSummary

TODAY = date(2026, 11, 18)
NOTES = """\
# The rota
It is *calm* now. See https://example.org/rota?a=1&b=2

- two can release
- one <more> learns
"""
FULL = CheckInSummary(
    "Mareike Lund", "Mareike", date(2026, 11, 17), CheckInKind.ONE_ON_ONE, NOTES,
    promises=(
        SharedPromise("Ask finance", Owner.ME, date(2026, 11, 24), None),
        SharedPromise("Teach Jo", Owner.THEM, None, None),
        SharedPromise("Send notes", Owner.ME, None, date(2026, 11, 18)),
    ),
    readings=(SharedValue("Loads by six", 85.0, Measure.PERCENT, ""),),
    changes=(ChangedGoal(1, "Calm nights", state=ItemState.AT_RISK, steps_added=1),),
    next_at=datetime(2026, 12, 1, 10, 30).astimezone(),
)  # fmt: skip

CHAT = """\
## Our 1:1 on Tuesday, 17 November

### What we talked about

**The rota**

It is calm now. See <https://example.org/rota?a=1&b=2>

- two can release
- one \\<more\\> learns

### You promised

- Teach Jo

### I promised

- Ask finance (by Tuesday, 24 November)
- Send notes (done on Wednesday, 18 November)

### Changes to your plan

- Calm nights → at risk, 1 new step
- Loads by six: 85\u202f%

### Next check-in

Tuesday, 1 December, 10:30
"""


def chat(summary: CheckInSummary) -> str:
    return as_chat(checkin_summary_document(summary, TODAY, ENGLISH))


def mail(summary: CheckInSummary) -> str:
    return as_mail(checkin_summary_document(summary, TODAY, ENGLISH))


def test_a_chat_reads_headings_lists_and_the_day_of_the_next_one() -> None:
    assert chat(FULL) == CHAT
    assert checkin_summary_as(FULL, "md", TODAY).decode() == CHAT


def test_a_mail_says_the_same_without_a_colour_a_style_or_a_greeting(qapp: QApplication) -> None:
    made = mail(FULL)
    assert not [one for one in ("style", "color", "class", "font", "Hi ", "Hello") if one in made]
    assert made.startswith("<h2>Our 1:1 on Tuesday, 17 November</h2>")
    assert "<li>one &lt;more&gt; learns</li>" in made
    assert '<a href="https://example.org/rota?a=1&amp;b=2">' in made
    read = QTextDocument()
    read.setHtml(made)
    words = [" ".join(line.split()) for line in read.toPlainText().split("\n") if line]
    marks = str.maketrans("", "", "\\*")
    lines = [" ".join(line.lstrip("#- ").translate(marks).split()) for line in CHAT.split("\n")]
    lines = [line.replace("<https", "https").replace("b=2>", "b=2") for line in lines if line]
    assert words == lines


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (CheckInKind.ONE_ON_ONE, "Our 1:1 on"),
        (CheckInKind.CAREER, "Our career conversation on"),
        (CheckInKind.OTHER, "Our check-in on"),
        (CheckInKind.REVIEW, "Our check-in on"),
    ],
)
def test_it_is_named_by_what_it_was(kind: CheckInKind, title: str) -> None:
    assert chat(replace(FULL, kind=kind)).startswith(f"## {title} Tuesday, 17 November\n")


def test_a_day_of_another_year_has_its_year() -> None:
    old = chat(replace(FULL, on=date(2025, 11, 18)))
    assert old.startswith("## Our 1:1 on 18 November 2025\n")


def test_what_there_is_nothing_of_has_no_heading() -> None:
    only = CheckInSummary("Ana Ruiz", "Ana", TODAY, CheckInKind.ONE_ON_ONE, "Calm")
    assert chat(only) == (
        "## Our 1:1 on Wednesday, 18 November\n\n### What we talked about\n\nCalm\n"
    )


@pytest.mark.parametrize("form", ["html", "pdf", "json"])
def test_a_file_says_all_of_it(qapp: QApplication, form: str) -> None:
    made = checkin_summary_as(FULL, form, TODAY)
    if form == "json":
        found = json.loads(made)
        assert [one["title"] for one in found["changes"]] == ["Calm nights"]
        assert "id" not in found["changes"][0]
        assert (found["on"], found["notes"]) == ("2026-11-17", NOTES)
        assert [one["owner"] for one in found["promises"]] == ["me", "them", "me"]
        return
    text = made.decode() if form == "html" else ""
    if form == "pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
        text = text.replace("\t", " ")
    said = ("Our 1:1 on Tuesday, 17 November", "two can release", "Teach Jo", "Loads by six: 85")
    for words in (*said, "at risk"):
        assert words in text
    assert "10:30" in text


def test_a_heading_in_the_notes_is_one_on_paper_too(qapp: QApplication) -> None:
    read = QTextDocument()
    read.setHtml(paper_html(checkin_summary_document(FULL, TODAY, ENGLISH)))
    found = {words: read.find(words).charFormat().fontWeight() for words in ("The rota", "calm")}
    assert found["The rota"] > found["calm"]
