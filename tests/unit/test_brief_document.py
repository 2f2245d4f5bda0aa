"""The brief on paper: one page, nothing private unless asked for, a reason for each line."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from careerdesk.documents.brief import brief_document
from careerdesk.documents.export import brief_as
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.brief import without_private
from careerdesk.domain.brief_groups import groups
from careerdesk.domain.brief_lines import (
    why_goal,
    why_point,
    why_promise,
)
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    Horizon,
    ItemState,
    Lens,
    Motivator,
    MotivatorStanding,
    Owner,
    Person,
    PlanItem,
    Promise,
    Question,
)
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion, Brief, GoalGlance, LookAt, Reason, Temperature
from tests.seeds import one_in

TODAY = date(2026, 11, 17)
PRIVATE = "qzprivatezq"
pytestmark = pytest.mark.usefixtures("qapp")
ANA = Person(id=1, given_name="Ana", family_name="Ruiz", cadence_days=14,
             feedback_style="alone, not in front of others")  # fmt: skip
ITEM = PlanItem(plan_id=1, horizon=Horizon.SHORT, title="Loads are done by six", touched_on=TODAY)
SHEETS = {"A4": (595, 842), "A5": (420, 595), "Letter": (612, 792)}


def brief(many: int = 2) -> Brief:
    """A brief with so many of everything."""
    check_in = CheckIn(
        person_id=1, starts_at=datetime(2026, 11, 3, 9, tzinfo=UTC),
        shared_notes="We spoke about nights. " * 40, private_notes=PRIVATE,
    )  # fmt: skip
    return Brief(
        person=ANA,
        today=TODAY,
        last_check_in=check_in,
        days_since=14,
        next_on=TODAY,
        done_since=(GoalGlance(9, ITEM.title, ItemState.DONE, None, TODAY),),
        promises_due=tuple(
            Promise(person_id=1, text=f"Promise {n} " + "long " * 30, owner=Owner.ME, due_on=TODAY)
            for n in range(many)
        ),
        items_to_look_at=tuple(
            LookAt(replace(ITEM, title=f"Goal {n} " + "wide " * 20), Reason.STALE, 40)
            for n in range(many)
        ),
        agenda=(
            *(AgendaItem(person_id=1, text=f"Point {n}") for n in range(many)),
            AgendaItem(person_id=1, text=PRIVATE, private=True),
        ),
        question=AskedQuestion(Question(text="What gives you energy?")),
        motivators=(
            *(
                Motivator(person_id=1, name=f"Motive {n}", standing=MotivatorStanding.SAID)
                for n in range(many)
            ),
            Motivator(person_id=1, name=PRIVATE),
        ),
        temperature=(Temperature(TODAY, 1, -1),),
        to_deliver=(Feedback(person_id=1, behaviour=PRIVATE, way=FeedbackWay.TO_DELIVER),),
        feedback=(Feedback(person_id=1, behaviour="Led the retrospective", given_on=TODAY),),
    )


def pages(content: bytes) -> list[str]:
    """The words of each page, with one space between them."""
    texts = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return [" ".join(text.split()) for text in texts]


def test_the_hour_of_the_next_one_is_said_as_the_words_of_the_document_say_it() -> None:
    at = datetime(2026, 11, 26, 13, tzinfo=UTC)
    planned = replace(brief(), next_on=date(2026, 11, 26), next_at=at)
    english = replace(ENGLISH, time=lambda moment: f"{moment:%I:%M %p}")
    lines = [brief_document(planned, words, private=False).line for words in (ENGLISH, english)]
    assert lines == ["Next 1:1: 26 November 2026, 14:00", "Next 1:1: 26 November 2026, 02:00 PM"]


def test_a_missed_one_is_not_the_next_one() -> None:
    at = datetime(2026, 11, 10, 13, tzinfo=UTC)
    missed = replace(brief(), next_on=date(2026, 11, 10), next_at=at)
    document = brief_document(missed, ENGLISH, private=False)
    assert document.line == "Missed 1:1: 10 November 2026, 14:00"
    today = replace(missed, next_on=TODAY, next_at=datetime(2026, 11, 17, 13, tzinfo=UTC))
    line = brief_document(today, ENGLISH, private=False).line
    assert line == "Next 1:1: 17 November 2026, 14:00"


@pytest.mark.parametrize("paper", one_in(3, SHEETS))
@pytest.mark.parametrize("many", one_in(3, [0, 3, 12, 60]))
def test_it_is_one_page_whatever_is_on_it(paper: str, many: int) -> None:
    content = brief_as(brief(many), "pdf", private=True, paper=paper)
    found = PdfReader(io.BytesIO(content)).pages
    assert len(found) == 1
    size = tuple(round(float(side)) for side in found[0].mediabox[2:])
    assert size == pytest.approx(SHEETS[paper], abs=1)


def test_what_does_not_fit_is_counted_not_cut() -> None:
    text = pages(brief_as(brief(60), "pdf", paper="A5"))[0]
    assert "Promise 0" in text
    assert "more" in text
    assert "Temperature" not in text


def test_a_small_brief_is_whole() -> None:
    text = pages(brief_as(brief(2), "pdf", paper="A4"))[0]
    for words in (
        "Promise 0",
        "Promise 1",
        "Goal 1",
        "Point 0",
        "Motive 1",
        "What gives you energy?",
    ):
        assert words in text
    assert " more" not in text


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_nothing_private_is_in_it_unless_it_is_asked_for(form: str) -> None:
    plain = brief_as(brief(), form)
    told = "\n".join(pages(plain)) if form == "pdf" else plain.decode()
    assert PRIVATE not in told.lower()
    assert "sensed" not in told
    assert "alone, not in front of others" not in told
    asked = brief_as(brief(), form, private=True)
    told = "\n".join(pages(asked)) if form == "pdf" else asked.decode()
    assert told.lower().count(PRIVATE) == 4
    assert "you sensed −1" in told
    assert "alone, not in front of others" in told


def test_markdown_is_headings_and_lists() -> None:
    made = brief_as(brief(), "md").decode()
    assert made.startswith("# Ana Ruiz\n\nBrief for the next 1:1")
    assert "## Promises and next steps\n\n- [ ] Promise 0" in made
    assert "## A question\n\n- What gives you energy? (Not asked yet)" in made


@pytest.mark.parametrize("form", ["md", "json", "html", "pdf"])
def test_a_private_answer_and_a_guess_are_on_paper_only_if_asked_for(form: str) -> None:
    question = AskedQuestion(
        Question(id=1, text="What makes you stay?", lens=Lens.STAY), date(2026, 2, 10),
        f"The people {PRIVATE}", private=True, answers=1, why=Why(Unknown.GUESSED, Lens.STAY),
    )  # fmt: skip
    found = replace(Brief(ANA, TODAY), question=question, questions=(question,))
    for one in (found, replace(found, kind=CheckInKind.CAREER)):
        told = [brief_as(one, form, private=private) for private in (False, True)]
        plain, whole = ("\n".join(pages(made)) if form == "pdf" else made.decode() for made in told)
        assert "What makes you stay?" in plain
        assert PRIVATE not in plain and "guessed" not in plain
        assert PRIVATE in whole and "Motivators are only guesses so far" in whole
        assert "Private, 10" in whole
    shared = without_private(found)
    assert shared.question is not None and shared.question.last_words == ""
    assert PRIVATE not in str(shared)


def test_the_names_in_the_data_form_stay_anyone_who_it_is_about() -> None:
    for pronouns in ("she/her", ""):
        found = replace(brief(), person=replace(ANA, pronouns=pronouns))
        made = json.loads(brief_as(found, "json"))
        assert {"Promises due", "Goals to look at", "What drives them"} <= set(made)


def test_an_empty_section_says_so() -> None:
    document = brief_document(Brief(ANA, TODAY), ENGLISH, private=True)
    said = {section.title: section.notes[0].text for section in document.sections}
    assert said["Promises and next steps"] == "No open promises"
    assert said["Open agenda"] == "Nothing on the agenda"


def test_each_line_says_why_it_is_there() -> None:
    for group in groups(brief(), private=True):
        for line in group.lines:
            assert line.why.said(date.isoformat).endswith(".")


@pytest.mark.parametrize(
    ("reason", "days", "why"),
    [
        (Reason.BLOCKED, 3, "It's blocked and hasn't been updated for 3 days."),
        (Reason.LATE, 4, "It was due 4 days ago and is still open."),
        (Reason.DUE_SOON, 5, "It's due within 14 days."),
        (
            Reason.STALE, 40,
            (
                "It hasn't been updated for 40 days. That's more than twice the usual 14 "
                "days between your 1:1s."
            ),
        ),
    ],
)  # fmt: skip
def test_why_a_goal_is_named(reason: Reason, days: int, why: str) -> None:
    item = replace(ITEM, state=ItemState.ON_TRACK)
    assert why_goal(LookAt(item, reason, days), ANA).said(str) == why


def test_why_points_and_promises_are_named() -> None:
    def said(sentence: object) -> str:
        return sentence.said(date.isoformat)  # type: ignore[attr-defined, no-any-return]

    point = AgendaItem(person_id=1, text="x")
    assert (
        said(why_point(replace(point, carried=2))) == "It wasn't covered in the last 2 check-ins."
    )
    assert said(why_point(replace(point, repeating=True))) == "It comes up at every check-in."
    late = Promise(person_id=1, text="x", due_on=date(2026, 11, 1))
    assert said(why_promise(late, TODAY)).startswith("It's overdue.")
