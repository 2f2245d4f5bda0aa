"""The check-ins with a person on paper: all of them, whole, nothing private unless asked for."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from careerdesk.documents.checkins import summary_document
from careerdesk.documents.dated_paper import dated_html
from careerdesk.documents.export import summary_as
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, CheckInState, ItemState, Measure, Owner
from careerdesk.domain.summaries import Summary
from careerdesk.services import (
    checkins,
    closing,
    demo,
    feedback,
    goal_changes,
    key_results,
    people,
    planning,
    plans,
)
from careerdesk.services.exporting import check_ins_summary
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person, a_planned, tick_point
from tests.pdfs import above_foot, pages_of
from tests.seeds import examples

PRIVATE = "qzprivatezq"
FORMS = ("pdf", "html", "md", "json")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def year(store: Store) -> int:
    """Ana, with a check-in that has something of everything, and one that was skipped."""
    ana = a_person(store, "Ana Ruiz").like(title="Dispatcher").with_goals("Loads by six")
    result = key_results.add(store, ana.goals[0].id, "Loads on time").id
    key_results.change(store, result, measure=Measure.PERCENT, target=95.0)
    check_in = checkins.start(store, ana.id, NOW - timedelta(days=7), CheckInKind.CAREER).id
    for words, private in (("The winter rota", False), (f"{PRIVATE} point", True)):
        point = checkins.add_agenda(store, ana.id, words, private=private)
        tick_point(store, point.id, TODAY, check_in)
    key_results.change(store, result, today=TODAY, made_in=check_in, current=88.0)
    checkins.add_promise(store, ana.id, "Ask the branch", due_on=TODAY, made_in=check_in)
    kept = checkins.add_promise(store, ana.id, "Read it", owner=Owner.THEM, made_in=check_in)
    checkins.tick_promise(store, kept.id, TODAY)
    feedback.add(store, ana.id, TODAY, behaviour="Led the round", impact="Calm", made_in=check_in)
    feedback.add(
        store,
        ana.id,
        TODAY,
        behaviour=f"{PRIVATE} heard",
        way=FeedbackWay.RECEIVED,
        made_in=check_in,
    )
    checkins.write(
        store, check_in, shared_notes="# Nights\n\n- **Fewer** of them\n- A new rota",
        private_notes=f"{PRIVATE} notes", said=1, sensed=-1, temperature_words=f"{PRIVATE} mood",
    )  # fmt: skip
    checkins.finish(store, check_in, NOW - timedelta(days=7) + timedelta(minutes=40))
    a_planned(store, ana.id, NOW - timedelta(days=1))
    planned = checkins.next_planned(store, ana.id, TODAY)
    assert planned is not None
    checkins.cancel(store, planned.id, CheckInState.SKIPPED)
    a_planned(store, ana.id, NOW + timedelta(days=7))
    return ana.id


def lines(summary: Summary) -> list[tuple[str, str, str]]:
    """Mark, words and what stands behind them, of each line, over all check-ins."""
    document = summary_document(summary, ENGLISH)
    return [
        (n.mark, n.text, n.value or n.aside) for section in document.sections for n in section.notes
    ]


def read(content: bytes, form: str) -> str:
    if form != "pdf":
        return content.decode()
    found = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


def test_it_says_what_was_said_and_done_in_each_check_in(store: Store, year: int) -> None:
    summary = check_ins_summary(store, year, TODAY)
    document = summary_document(summary, ENGLISH)
    assert [(section.title, section.aside) for section in document.sections] == [
        ("16 Nov 2026", "1:1"), ("10 Nov 2026", "Career, 40 min"),
    ]  # fmt: skip
    assert lines(summary) == [
        ("", "Did not take place.", ""),
        ("", "Nights", ""),
        ("", "Fewer of them", ""),
        ("", "A new rota", ""),
        ("Discussed", "The winter rota", ""),
        ("Measured", "Loads on time", "88\u202f%"),
        ("Promise", "Ask the branch", "manager, by 17 November 2026"),
        ("Promise", "Read it", "Ana, done on 17 November 2026"),
        ("Feedback", "Led the round; Calm", ""),
    ]


def test_the_private_side_comes_after_and_is_marked(store: Store, year: int) -> None:
    added = lines(check_ins_summary(store, year, TODAY, private=True))[9:]
    assert added == [
        ("Private", f"{PRIVATE} notes", ""),
        ("Private", f"{PRIVATE} point", ""),
        ("Private", "Temperature: said +1, sensed −1", ""),
        ("Private", f"{PRIVATE} mood", ""),
        ("Private", f"{PRIVATE} heard", "from others"),
    ]


@pytest.mark.parametrize(
    ("said", "sensed", "line"),
    [
        (-1, None, ["Temperature: said −1"]),
        (None, 2, ["Temperature: sensed +2"]),
        (0, 0, ["Temperature: said 0, sensed 0"]),
        (None, None, []),
    ],
)
def test_a_temperature_names_what_was_asked(
    store: Store, said: int | None, sensed: int | None, line: list[str]
) -> None:
    ana = a_person(store, "Ana Ruiz").with_checkin(1, said=said, sensed=sensed)
    summary = check_ins_summary(store, ana.id, TODAY, private=True)
    assert [words for mark, words, _ in lines(summary) if mark == "Private"] == line


@pytest.mark.parametrize("form", FORMS)
def test_no_private_word_is_in_any_form_unless_it_is_asked_for(
    store: Store, year: int, form: str
) -> None:
    shared = read(summary_as(check_ins_summary(store, year, TODAY), form), form)
    assert "Ask the branch" in shared
    assert PRIVATE not in shared
    assert "emperature" not in shared
    asked = read(summary_as(check_ins_summary(store, year, TODAY, private=True), form), form)
    assert asked.count(PRIVATE) == 4


def test_values_that_went_on_in_the_next_plan_are_named_once(store: Store, year: int) -> None:
    view = plans.active(store, year)
    assert view is not None
    closing.close(store, view.plan.id, TODAY, carry={view.items[0].id})
    told = [(words, value) for mark, words, value in lines(check_ins_summary(store, year, TODAY))
            if mark == "Measured"]  # fmt: skip
    assert told == [("Loads on time", "88\u202f%")]


def test_the_headings_of_a_note_are_headings_in_every_form(store: Store, year: int) -> None:
    summary = check_ins_summary(store, year, TODAY)
    document = summary_document(summary, ENGLISH)
    assert [note.text for note in document.sections[1].notes if note.heading] == ["Nights"]
    assert "<strong>Nights</strong>" in read(summary_as(summary, "html"), "html")
    assert "**Nights**" in read(summary_as(summary, "md"), "md")
    assert weights_of(summary)["Nights"] == QFont.Weight.DemiBold
    assert weights_of(summary)["Fewer of them"] == QFont.Weight.Normal


def weights_of(summary: Summary) -> dict[str, int]:
    """How heavy each piece of the paper is."""
    text = QTextDocument()
    text.setHtml(dated_html(summary_document(summary, ENGLISH)))
    found = {}
    block = text.begin()
    while block.isValid():
        for piece in block:
            fragment = piece.fragment()
            words = fragment.text().strip("\u200b\xa0• ")
            found[words] = fragment.charFormat().fontWeight()
        block = block.next()
    return found


def test_what_was_measured_is_a_small_table_on_paper(store: Store, year: int) -> None:
    text = QTextDocument()
    text.setHtml(dated_html(summary_document(check_ins_summary(store, year, TODAY), ENGLISH)))
    cell = QTextCursor(text.find("88")).currentTable()
    assert (cell.rows(), cell.columns()) == (1, 2)
    named = QTextCursor(text.find("Loads on time")).currentTable()
    assert named.firstPosition() == cell.firstPosition()


def test_what_changed_in_the_plan_while_it_went_on_is_said(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six")
    check_in = checkins.start(store, ana.id, NOW).id
    plans.set_state(store, [ana.goals[0].id], ItemState.AT_RISK, TODAY)
    plans.change_item(store, ana.goals[0].id, today=TODAY, due_on=date(2026, 12, 13))
    checkins.finish(store, check_in, NOW + timedelta(minutes=30))
    said = "Loads by six → at risk, due 13 Dec 2026"
    assert lines(check_ins_summary(store, ana.id, TODAY)) == [
        ("Changed in this check-in", said, "")
    ]


def test_a_target_that_changed_while_it_went_on_is_said_without_the_reason(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six")
    result = key_results.add(store, ana.goals[0].id, "Share")
    earlier = TODAY - timedelta(days=9)
    key_results.change(store, result.id, today=earlier, target=95, current=40)
    check_in = checkins.start(store, ana.id, NOW).id
    key_results.change(store, result.id, today=TODAY, target=98)
    (change,) = goal_changes.target_changes(store, ana.goals[0].id)
    goal_changes.explain(store, change.id, "qzwhy")
    plans.set_state(store, [ana.goals[0].id], ItemState.AT_RISK, TODAY)
    checkins.finish(store, check_in, NOW + timedelta(minutes=30))
    summary = check_ins_summary(store, ana.id, TODAY)
    said = "Loads by six → at risk, new target"
    assert lines(summary) == [("Changed in this check-in", said, "")]
    for form in ("html", "md", "json"):
        text = summary_as(summary, form).decode()
        assert "new target" in text or '"retargeted": true' in text
        assert "qzwhy" not in text


def test_a_note_over_several_pages_is_found_once(store: Store) -> None:
    notes = " ".join(f"Word{number:04} and more." for number in range(350))
    ana = a_person(store, "Ana Ruiz").with_checkin(1, shared_notes=notes)
    content = summary_as(check_ins_summary(store, ana.id, TODAY), "pdf", paper="A5")
    found = pages_of(content)
    assert len(found) > 2
    whole = "".join("".join(text.split()) for text in found)
    words = re.findall(r"Word\d{4}", whole)
    assert words == [f"Word{number:04}" for number in range(350)]


def test_a_check_in_that_was_written_down_later_says_when(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz")
    planning.add_past(store, ana.id, NOW - timedelta(days=3), NOW, minutes=25)
    (section,) = summary_document(check_ins_summary(store, ana.id, TODAY), ENGLISH).sections
    assert (section.title, section.aside) == ("14 Nov 2026", "1:1, 25 min, noted on 17 Nov 2026")


def test_two_years_of_the_demo_are_two_pages(store: Store) -> None:
    demo.fill(store, TODAY)
    longest = max(
        (check_ins_summary(store, one.id, TODAY) for one in people.rail(store, TODAY)),
        key=lambda summary: len(summary.check_ins),
    )
    assert len(longest.check_ins) == 50
    pages = pages_of(summary_as(longest, "pdf", paper="A4"))
    assert len(pages) == 2
    first = " ".join(pages[0].split())
    assert all(words in first for words in ("6 Nov 2026", "Nights", "Page 1 of 2"))


def test_years_of_check_ins_are_whole_on_paper(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz")
    check_ins = examples(6, 60)
    for number in range(check_ins):
        notes = f"Begin{number}. " + "We spoke about nights at length. " * 60 + f"End{number}."
        ana.with_checkin(number * 14 + 1, shared_notes=notes)
    summary = check_ins_summary(store, ana.id, TODAY)
    texts = [text.replace("\t", " ") for text in pages_of(summary_as(summary, "pdf", paper="A5"))]
    assert len(texts) >= check_ins
    whole = "\n".join(texts)
    for number in range(check_ins):
        assert f"Begin{number}." in whole
        assert f"End{number}." in whole
    headings = [section.title for section in summary_document(summary, ENGLISH).sections]
    for text in texts:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert above_foot(lines, "Ana Ruiz")[-1] not in headings


def test_without_check_ins_it_says_so() -> None:
    summary = Summary("Ana Ruiz", "Ana", "", "", date(2026, 11, 17), ())
    assert "No check-ins yet." in summary_as(summary, "md").decode()
