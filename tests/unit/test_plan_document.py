"""The plan on paper: where they want to go, what is next, and what changed since it was agreed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk.documents.export import plan_as
from careerdesk.documents.html import to_html
from careerdesk.documents.markdown import to_markdown
from careerdesk.documents.model import ActionLine, Document, Item, Row
from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.plan import plan_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.agreement import Agreement, agreed, compare
from careerdesk.domain.loop import Reach
from careerdesk.domain.records import Direction, ItemState, Measure, Owner, PlanState
from careerdesk.domain.shared import (
    SharedAction,
    SharedAspiration,
    SharedItem,
    SharedKeyResult,
    SharedPlan,
)
from careerdesk.services import people, plans
from careerdesk.services.demo import fill
from careerdesk.services.exporting import plan_to_hand_over
from careerdesk.services.handing_over import body_of
from careerdesk.services.store import Store
from tests.stores import blank_store
from tests.unit.test_documents import (
    HOSTILE,
    ITEM,
    PLAN,
    TODAY,
    Words,
    pages,
    shown_as_markdown,
    squeezed,
)

AGREED = date(2026, 7, 2)
LOADS = SharedKeyResult("Loads by six", Measure.PERCENT, 71, 95, 88, "", uid="k1")
RELEASE = replace(ITEM, title="Release alone", uid="g1", key_results=(LOADS,))
NIGHTS = replace(ITEM, title="Quiet nights", uid="g2", key_results=())
TWO = replace(PLAN, items=(RELEASE, NIGHTS))


def document(plan: SharedPlan, agreement: Agreement | None = None) -> Document:
    return plan_document(plan, TODAY, ENGLISH, agreement)


def only(item: SharedItem) -> Item:
    (section,) = document(replace(PLAN, items=(item,))).sections
    return section.items[0]


def row(item: SharedItem, label: str) -> Row | None:
    return next((one for one in only(item).rows if one.label == label), None)


def measured(**fields: object) -> str:
    result = replace(LOADS, **fields)  # type: ignore[arg-type]
    found = row(replace(RELEASE, key_results=(result,)), "Measured by")
    assert found is not None
    return found.lines[0]


def since(now: SharedPlan, was: SharedPlan = TWO) -> Agreement:
    return compare(AGREED, body_of(was), agreed(body_of(now)) or ())


def changed(now: SharedPlan) -> list[tuple[str, tuple[str, ...]]]:
    """The changes that the paper lists, beside what they are listed under."""
    rows = [one for part in document(now, since(now)).sections for one in part.rows]
    return [(one.label, one.lines) for one in rows]


# Where they want to go


def test_the_plan_begins_with_where_they_want_to_go(qapp: QApplication) -> None:
    wanted = (
        SharedAspiration(Reach.ONE_YEAR, "Senior"),
        SharedAspiration(Reach.TWO_TO_THREE, "“Staff engineer”"),
        SharedAspiration(Reach.TWO_TO_THREE, "Teach"),
    )
    plan = replace(TWO, aspirations=wanted)
    seen = shown_as_markdown(to_markdown(document(plan)))
    for text in (Words(to_html(document(plan))).text, seen):
        places = [
            text.index(words)
            for words in (
                "Where I want to be in 1 year", "“Senior”",
                "Where I want to be in 2–3 years", "“Staff engineer”", "“Teach”",
                "What drives me: Craft, Calm", "Short term",
            )
        ]  # fmt: skip
        assert places == sorted(places)
        assert "““" not in text
        assert "5 years" not in text


def test_without_aspirations_it_is_what_drives_them_and_without_those_nothing() -> None:
    html = to_html(document(TWO))
    assert "What drives me" in html
    assert "Where I want to be" not in html
    assert 'class="callout"' not in to_html(document(replace(TWO, drivers=())))


# Goals


def test_next_steps_say_who_and_when_and_whether_they_are_done() -> None:
    steps = (
        SharedAction("Move the joins", Owner.THEM, date(2026, 11, 20), date(2026, 11, 12)),
        SharedAction("Ask Finance", Owner.ME, date(2026, 11, 19), None),
        SharedAction("Write it up", Owner.THEM, None, None),
    )
    item = replace(RELEASE, steps=steps)
    found = row(item, "Next steps")
    assert found is not None
    assert found.steps == (
        ActionLine("Move the joins", "Ana, done on 12 Nov 2026", done=True),
        ActionLine("Ask Finance", "Manager, 19 Nov 2026"),
        ActionLine("Write it up", "Ana"),
    )
    plan = document(replace(PLAN, items=(item,)))
    html = " ".join(Words(to_html(plan)).text.split())
    assert "☑ Move the joins Ana, done on 12 Nov 2026" in html
    assert "☐ Ask Finance Manager, 19 Nov 2026" in html
    assert "  - [x] Move the joins (Ana, done on 12 Nov 2026)" in to_markdown(plan)
    assert "  - [ ] Write it up (Ana)" in to_markdown(plan)


def test_a_goal_without_steps_has_no_row_for_them() -> None:
    assert row(RELEASE, "Next steps") is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Loads by six: from 71 to 95\u202f%, currently 88\u202f%"),
        ({"direction": Direction.AT_LEAST, "target": 98, "current": 99},
         "Loads by six: keep at or above 98\u202f%, currently 99\u202f%"),
        ({"direction": Direction.AT_MOST, "target": 2, "current": None, "unit": "calls",
          "measure": Measure.NUMBER}, "Loads by six: keep at or below 2\u00a0calls"),
        ({"baseline": 12, "target": 2, "current": 14, "below_start": True,
          "direction": Direction.DOWN, "measure": Measure.NUMBER},
         "Loads by six: from 12 to 2, currently 14, above the starting value"),
        ({"current": 60, "below_start": True},
         "Loads by six: from 71 to 95\u202f%, currently 60\u202f%, below the starting value"),
        ({"current": None, "due_on": date(2027, 3, 1)},
         "Loads by six: from 71 to 95\u202f%, by 1 March 2027"),
        ({"measure": Measure.MILESTONE, "baseline": 0, "target": 1, "current": 1,
          "due_on": date(2027, 3, 1)}, "Loads by six: reached, by 1 March 2027"),
    ],
)  # fmt: skip
def test_a_key_result_says_which_way_it_goes(fields: dict[str, object], words: str) -> None:
    assert measured(**fields) == words


def test_a_personal_goal_is_called_so_and_misses_no_measure() -> None:
    found = only(replace(RELEASE, personal=True, progress=None, key_results=()))
    assert (found.due, found.progress_words) == ("personal, by 1 December 2026", "")
    assert only(replace(RELEASE, personal=True, due_on=None)).due == "personal"


def test_that_a_goal_may_be_cited_stands_quietly_beside_its_day() -> None:
    cited = replace(RELEASE, may_be_cited=True)
    assert only(cited).due == "by 1 December 2026, may be cited in a review"
    assert only(replace(cited, due_on=None)).due == "may be cited in a review"
    done = replace(cited, state=ItemState.DONE, reached_on=date(2026, 11, 3))
    assert only(done).due == "reached on 3 November 2026, may be cited in a review"


@pytest.mark.parametrize("form", ["html", "md", "pdf"])
def test_paper_of_every_form_says_which_goals_may_be_cited(qapp: QApplication, form: str) -> None:
    plan = replace(TWO, items=(replace(RELEASE, may_be_cited=True), NIGHTS))
    content = plan_as(plan, form, TODAY)
    text = "".join(pages(content)) if form == "pdf" else content.decode()
    before, after = squeezed(text).split(squeezed("may be cited in a review"))  # once
    assert squeezed("Release alone") in before
    assert squeezed("Quiet nights") in after


def test_data_says_of_each_goal_whether_it_may_be_cited() -> None:
    plan = replace(TWO, items=(replace(RELEASE, may_be_cited=True), NIGHTS))
    told = json.loads(plan_as(plan, "json", TODAY))["items"]
    assert [one["may_be_cited"] for one in told] == [True, False]


def test_a_goal_that_is_reached_says_since_when() -> None:
    done = replace(RELEASE, state=ItemState.DONE, reached_on=date(2026, 11, 3))
    assert only(done).due == "reached on 3 November 2026"
    assert only(replace(done, state=ItemState.AT_RISK)).due == "by 1 December 2026"


@pytest.mark.parametrize(
    ("score", "said", "lines"),
    [
        (0.7, "Good.\nLate.", ("score 0.7: Good.", "Late.")),
        (0.7, "", ("score 0.7",)),
        (None, "Good.", ("Good.",)),
    ],
)
def test_a_score_stands_there_where_it_may(
    score: float | None, said: str, lines: tuple[str, ...]
) -> None:
    found = row(replace(RELEASE, score=score, score_words=said), "How it went")
    assert found is not None and found.lines == lines
    assert row(RELEASE, "How it went") is None


# What was agreed


def test_a_draft_says_nothing_of_agreement() -> None:
    now = replace(TWO, items=(replace(RELEASE, title="New words"), NIGHTS), state=PlanState.DRAFT)
    for form in ("html", "md", "json"):
        text = plan_as(now, form, TODAY, agreement=since(now)).decode()
        assert "gree" not in text.replace('"agreement": null', "").replace("agreed_on", "")
        assert "Changed since" not in text


def test_an_agreed_plan_says_the_day_and_how_much_changed() -> None:
    assert document(TWO, since(TWO)).line == "Engineer, Platform. Agreed on 2 July 2026."
    one = replace(TWO, items=(replace(RELEASE, due_on=None), NIGHTS))
    line = "Engineer, Platform. Agreed on 2 July 2026, 1 change since."
    assert document(one, since(one)).line == line
    assert document(TWO).line == "Engineer, Platform. Agreed on 2 July 2026."


def test_wording_that_was_not_kept_is_said_and_nothing_is_listed() -> None:
    found = document(TWO, Agreement(AGREED, kept=False))
    assert found.line.endswith("Agreed on 2 July 2026, but the wording was not saved.")
    assert [part.title for part in found.sections] == ["Short term"]


def test_each_change_says_what_was_and_what_is_under_the_number_of_its_goal() -> None:
    became = replace(
        NIGHTS,
        title="Calm nights",
        due_on=date(2026, 12, 13),
        for_person="Sleeps.",
        key_results=(replace(LOADS, uid="k2", target=98, direction=Direction.AT_LEAST),),
    )
    new = replace(ITEM, title="Teach", uid="g3")
    now = replace(TWO, items=(became, new))
    assert changed(now) == [
        ("Goal 1", (
            "Quiet nights → Calm nights",
            "For Ana: Learns to lead. Is seen. → Sleeps.",
            "Measured by: nothing → Loads by six: at least 98\u202f%",
            "Due: 1 Dec 2026 → 13 Dec 2026",
        )),
        ("New goal", ("2 Teach",)),
        ("No longer in the plan", ("Release alone",)),
    ]  # fmt: skip
    text = to_markdown(document(now, since(now)))
    assert "## Changed since 2 July 2026" in text
    assert "- **Goal 1:** Quiet nights → Calm nights" in text


def test_a_goal_that_was_dropped_keeps_its_number() -> None:
    now = replace(TWO, items=(replace(RELEASE, state=ItemState.DROPPED), NIGHTS))
    assert changed(now) == [("No longer in the plan", ("1 Release alone",))]


def test_data_tells_the_changes_and_no_ids_of_the_store() -> None:
    now = replace(TWO, items=(replace(RELEASE, title="Release by two"), NIGHTS))
    known = json.loads(plan_as(now, "json", TODAY, agreement=since(now)))
    assert known["agreement"] == {
        "on": "2026-07-02",
        "wording_kept": True,
        "changes": [
            {"goal": "Release by two", "label": "Goal", "was": "Release alone",
             "became": "Release by two"},
        ],
    }  # fmt: skip
    assert "uid" not in known["items"][0] | known["items"][0]["key_results"][0]
    assert json.loads(plan_as(TWO, "json", TODAY))["agreement"]["changes"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_written_anywhere_is_read_to_the_letter(qapp: QApplication, text: str) -> None:
    item = replace(
        RELEASE, title=text, score_words=f"x\n{text}", key_results=(replace(LOADS, name=text),),
        steps=(SharedAction(text, Owner.THEM, None, None),),
    )  # fmt: skip
    was = replace(TWO, items=(replace(item, title=f"{text} x", for_person=text), NIGHTS))
    now = replace(TWO, items=(item, NIGHTS), aspirations=(SharedAspiration(Reach.FIVE_PLUS, text),))
    found = document(now, since(now, was))
    html = Words(to_html(found))
    assert html.text.count(text) >= 8  # title, score, result, step, wish; changes: title, why
    assert html.elements.isdisjoint({"b", "i", "img", "em", "code", "script"})
    assert shown_as_markdown(to_markdown(found)).count(text) >= 8


# On paper


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = blank_store(Path(tmp_path_factory.mktemp("demo")) / "demo.db")
    fill(store, TODAY)
    yield store
    store.close()


@pytest.mark.parametrize("name", ["Mareike Solbrück", "Aveline de Saint-Exquéry-Montferrand " * 2])
def test_the_plan_of_the_demo_is_one_page(qapp: QApplication, demo: Store, name: str) -> None:
    mareike = people.find(demo, "Mareike")
    view = plans.active(demo, mareike.id)
    assert view is not None
    shared, found = plan_to_hand_over(demo, view.plan.id)
    content = plan_as(replace(shared, person_name=name), "pdf", TODAY, paper="A4", agreement=found)
    (page,) = pages(content)
    for words in (
        "Where I want to be",
        "☑",
        "keep at or above 98",
        "Changed since 30 June 2026",
        "→",
    ):
        assert squeezed(words) in squeezed(page)


def test_it_is_not_squeezed_where_that_saves_no_page(qapp: QApplication) -> None:
    def size(count: int) -> float:
        items = tuple(replace(ITEM, title=f"Goal {n}") for n in range(count))
        sizes: list[float] = []
        reader = PdfReader(io.BytesIO(to_pdf(document(replace(PLAN, items=items)), "A4")))
        reader.pages[0].extract_text(
            visitor_text=lambda text, cm, tm, font, points: (
                sizes.append(points * abs(tm[0] * cm[0])) if "Craft" in text else None
            )
        )
        return min(sizes)

    assert size(20) == pytest.approx(size(1))
