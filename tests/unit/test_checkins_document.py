"""The talks with a person on paper: all of them, whole, and nothing private unless asked for."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from careerdesk.documents.checkins import summary_document
from careerdesk.documents.export import summary_as
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, CheckInState, Measure, Owner
from careerdesk.domain.summaries import Summary
from careerdesk.services import checkins, feedback, plans
from careerdesk.services.exporting import talks_summary
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person
from tests.seeds import examples

PRIVATE = "qzprivatezq"
FORMS = ("pdf", "html", "md", "json")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def year(store: Store) -> int:
    """Ana, with a talk that has something of everything, and one that was skipped."""
    ana = a_person(store, "Ana Ruiz").like(title="Dispatcher").with_goals("Loads by six")
    result = plans.add_key_result(store, ana.goals[0].id, "Loads on time").id
    plans.change_key_result(store, result, measure=Measure.PERCENT, target=95.0)
    talk = checkins.start(store, ana.id, NOW - timedelta(days=7), CheckInKind.CAREER).id
    for words, private in (("The winter rota", False), (f"{PRIVATE} point", True)):
        point = checkins.add_agenda(store, ana.id, words, private=private)
        checkins.tick_agenda(store, point.id, TODAY, talk)
    plans.change_key_result(store, result, today=TODAY, made_in=talk, current=88.0)
    checkins.add_promise(store, ana.id, "Ask the branch", due_on=TODAY, made_in=talk)
    kept = checkins.add_promise(store, ana.id, "Read it", owner=Owner.THEM, made_in=talk)
    checkins.tick_promise(store, kept.id, TODAY)
    feedback.add(store, ana.id, TODAY, behaviour="Led the round", impact="Calm", made_in=talk)
    feedback.add(
        store, ana.id, TODAY, behaviour=f"{PRIVATE} heard", way=FeedbackWay.RECEIVED, made_in=talk
    )
    checkins.write(
        store, talk, shared_notes="# Nights\n\n- **Fewer** of them\n- A new rota",
        private_notes=f"{PRIVATE} notes", said=1, sensed=-1, temperature_words=f"{PRIVATE} mood",
    )  # fmt: skip
    checkins.finish(store, talk, NOW - timedelta(days=7) + timedelta(minutes=40))
    checkins.plan_next(store, ana.id, NOW - timedelta(days=1))
    planned = checkins.next_planned(store, ana.id, TODAY)
    assert planned is not None
    checkins.cancel(store, planned.id, CheckInState.SKIPPED)
    checkins.plan_next(store, ana.id, NOW + timedelta(days=7))
    return ana.id


def lines(summary: Summary) -> list[tuple[str, str, str]]:
    """Mark, words and aside of each line, over all talks."""
    document = summary_document(summary, ENGLISH)
    return [(n.mark, n.text, n.aside) for section in document.sections for n in section.notes]


def read(content: bytes, form: str) -> str:
    if form != "pdf":
        return content.decode()
    found = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


def test_it_says_what_was_said_and_done_in_each_talk(store: Store, year: int) -> None:
    summary = talks_summary(store, year, TODAY)
    document = summary_document(summary, ENGLISH)
    assert [section.title for section in document.sections] == [
        "16 November 2026, 1:1", "10 November 2026, Career talk, 40 minutes",
    ]  # fmt: skip
    assert lines(summary) == [
        ("", "It did not take place.", ""),
        ("", "Nights", ""),
        ("", "Fewer of them", ""),
        ("", "A new rota", ""),
        ("Talked about", "The winter rota", ""),
        ("Measured", "Loads on time: 88\u202f%", ""),
        ("Promise", "Ask the branch", "manager, by 17 November 2026"),
        ("Promise", "Read it", "Ana, kept on 17 November 2026"),
        ("Feedback", "Led the round; Calm", ""),
    ]


def test_the_private_side_comes_after_and_is_marked(store: Store, year: int) -> None:
    added = lines(talks_summary(store, year, TODAY, private=True))[9:]
    assert added == [
        ("Private", f"{PRIVATE} notes", ""),
        ("Private", f"{PRIVATE} point", ""),
        ("Private", "Temperature: said +1, sensed −1", ""),
        ("Private", f"{PRIVATE} mood", ""),
        ("Private", f"{PRIVATE} heard", "heard from others"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_no_private_word_is_in_any_form_unless_it_is_asked_for(
    store: Store, year: int, form: str
) -> None:
    shared = read(summary_as(talks_summary(store, year, TODAY), form), form)
    assert "Ask the branch" in shared
    assert PRIVATE not in shared
    assert "emperature" not in shared
    asked = read(summary_as(talks_summary(store, year, TODAY, private=True), form), form)
    assert asked.count(PRIVATE) == 4


def test_readings_that_went_on_in_the_next_plan_are_named_once(store: Store, year: int) -> None:
    view = plans.active(store, year)
    assert view is not None
    plans.close(store, view.plan.id, TODAY, carry={view.items[0].id})
    told = [words for mark, words, _ in lines(talks_summary(store, year, TODAY))
            if mark == "Measured"]  # fmt: skip
    assert told == ["Loads on time: 88\u202f%"]


def test_years_of_talks_are_whole_on_paper(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz")
    talks = examples(6, 60)
    for number in range(talks):
        notes = f"Begin{number}. " + "We spoke about nights at length. " * 60 + f"End{number}."
        ana.with_checkin(number * 14 + 1, shared_notes=notes)
    summary = talks_summary(store, ana.id, TODAY)
    found = PdfReader(io.BytesIO(summary_as(summary, "pdf", paper="A5"))).pages
    assert len(found) >= talks
    texts = [page.extract_text().replace("\t", " ") for page in found]
    whole = "\n".join(texts)
    for number in range(talks):
        assert f"Begin{number}." in whole
        assert f"End{number}." in whole
    headings = [section.title for section in summary_document(summary, ENGLISH).sections]
    for text in texts:
        body = [line for line in text.splitlines() if line.strip()][:-3]  # the foot has three parts
        assert body[-1].strip() not in headings


def test_without_talks_it_says_so() -> None:
    summary = Summary("Ana Ruiz", "Ana", "", "", date(2026, 11, 17), ())
    assert "There was no check-in yet." in summary_as(summary, "md").decode()
