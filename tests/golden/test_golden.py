"""The documents of the demo, letter by letter: a change of a document is seen in the diff.

`UPDATE_GOLDEN=1` writes the files again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careerdesk.documents.export import (
    checkin_summary_as,
    own_words_as,
    packet_as,
    plan_as,
    sheet_as,
)
from careerdesk.domain.reviews.records import Source
from careerdesk.services import own_words, people, plans, summaries
from careerdesk.services.demo import fill
from careerdesk.services.exporting import plan_to_hand_over
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    evidence,
    reviews,
    steps,
)
from careerdesk.services.reviews.sheet import packet, share_sheet, sheet_read
from careerdesk.services.store import Store
from tests.builders import NOW, a_person
from tests.pdfs import pages_of
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import blank_store

HERE = Path(__file__).parent
TODAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = blank_store(tmp_path_factory.mktemp("demo") / "demo.db")
    fill(store, TODAY)
    return store


def same_as_kept(made: str, name: str) -> bool:
    """Whether that is what the file of that name says; it is written again if that is asked."""
    kept = HERE / name
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(made, encoding="utf-8")
    return made == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_plan_of_the_demo(demo: Store, form: str) -> None:
    first = next(one for one in people.rail(demo, TODAY) if plans.active(demo, one.id))
    view = plans.active(demo, first.id)
    assert view is not None
    shared, agreed = plan_to_hand_over(demo, view.plan.id)
    made = plan_as(shared, form, TODAY, agreement=agreed).decode()
    assert same_as_kept(made, f"plan.{form}")


@pytest.mark.parametrize("form", ["html", "md"])
def test_own_words_of_the_demo(demo: Store, form: str) -> None:
    first = people.everyone(demo)[0]
    made = own_words_as(own_words.of(demo, first.id, TODAY), form, TODAY).decode()
    assert same_as_kept(made, f"own-words.{form}")


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_summary_of_the_last_check_in_of_the_demo(demo: Store, form: str) -> None:
    first = people.everyone(demo)[0]
    check_in = summaries.last_held(demo, first.id, first.name)
    now = datetime(2026, 11, 17, 14, tzinfo=UTC)
    made = checkin_summary_as(summaries.of(demo, check_in, now), form, TODAY).decode()
    assert same_as_kept(made, f"summary.{form}")


def review_of(demo: Store, name: str) -> int:
    """The id of someone's review in the cycle that is going on."""
    rows = reviews.board(demo, cycles.every(demo)[0].id, TODAY)
    return next(row.id for row in rows if row.person.short_name == name)


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(("name", "file"), [("Олександр", "shared"), ("Mareike", "draft")])
def test_the_share_sheets_of_the_demo(demo: Store, form: str, name: str, file: str) -> None:
    made = sheet_as(share_sheet(demo, review_of(demo, name)), form, TODAY).decode()
    assert same_as_kept(made, f"sheet-{file}.{form}")


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(("name", "file"), [("Aveline", "promotion"), ("Θεόδωρος", "changed")])
def test_the_packets_of_the_demo(demo: Store, form: str, name: str, file: str) -> None:
    made = packet_as(packet(demo, review_of(demo, name)), form, TODAY).decode()
    assert same_as_kept(made, f"packet-{file}.{form}")


@dataclass(frozen=True)
class Shared:
    """A review of which two sheets were shared, years ago; all around it is other by now."""

    review: ReviewBuilder
    first: int
    corrected: int


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    store = blank_store(tmp_path_factory.mktemp("shared") / "shared.db")
    review = read_twice(store)
    first, corrected = (one.id for one in review.view.sheets)
    years_later(review)
    yield Shared(review, first, corrected)
    store.close()


def read_twice(store: Store) -> ReviewBuilder:
    """Shared in December, and corrected a week later after a promotion."""
    store.now = lambda: datetime(2026, 12, 11, 9, tzinfo=UTC)
    dana = a_person(store, "Dana Lindqvist")
    people.change(store, dana.id, title="Engineer", level="L4", team="Platform", pronouns="she")
    review = ReviewBuilder(store, a_cycle(store, "Year review 2026"), dana.id)
    did = accomplishments.add(store, dana.id, ["Wrote the on-call guide"], date(2026, 9, 2))[0]
    evidence.cite(store, review.id, Source.ACCOMPLISHMENT, did.id, NOW)
    reviews.write(
        store, review.id, narrative="Dana made the checkout **dependable**.\n\n- fast\n- whole",
        gaps="- Leads a project\n- Says no", share_words="Thank you.",
        proposed_step=review.step(1),
    )  # fmt: skip
    bridges.gap_to_goal(store, review.id, "Lead a project", NOW)
    steps.share(store, review.sealed().id, date(2026, 12, 3))
    people.change(store, dana.id, title="Senior engineer", level="L5")
    reviews.write(
        store, review.id, narrative="Dana made the checkout **dependable**, and taught others.",
        response="I recognise myself.", response_on=date(2026, 12, 5),
    )  # fmt: skip
    steps.correct(store, review.id, date(2026, 12, 10))
    return review


def years_later(review: ReviewBuilder) -> None:
    """Nothing is called what it was called, and the review says something else."""
    store = review.store
    store.now = lambda: datetime(2031, 5, 6, 9, tzinfo=UTC)
    people.change(
        store, review.person_id, given_name="Dagny", family_name="Berg", title="Director",
        level="L8", team="Board", pronouns="they",
    )  # fmt: skip
    cycles.change(store, review.cycle.id, name="Renamed", ends_on=date(2027, 1, 31))
    for step in review.cycle.steps:
        cycles.change_level(store, step.id, label=f"Was {step.label}", meaning="Relabelled")
    goal = bridges.gone_over(store, review.id)[0].target_id
    plans.change_item(store, goal, today=date(2031, 5, 6), title="Renamed goal")
    evidence.uncite(store, [one.id for one in review.view.cited])
    reviews.write(store, review.id, narrative="New", gaps="New", share_words="New")


@pytest.mark.parametrize("form", ["html", "md", "json"])
@pytest.mark.parametrize("name", ["first", "corrected"])
def test_what_was_read_is_printed_years_later_as_it_was(
    shared: Shared, form: str, name: str
) -> None:
    sheet = sheet_read(shared.review.view, getattr(shared, name))
    made = sheet_as(sheet, form, date(2031, 5, 6)).decode()
    assert same_as_kept(made, f"sheet-{name}.{form}")


def test_what_was_read_is_printed_on_paper_as_it_was(
    shared: Shared, qapp: object, tmp_path: Path
) -> None:
    again = read_twice(blank_store(tmp_path / "then.db"))
    for then, now in zip(again.view.sheets, shared.review.view.sheets, strict=True):
        printed = [
            pages_of(sheet_as(sheet_read(one.view, sheet.id), "pdf", day))
            for one, sheet, day in ((again, then, date(2026, 12, 10)),
                                    (shared.review, now, date(2031, 5, 6)))
        ]  # fmt: skip
        assert printed[0] == printed[1]
        assert "Dana Lindqvist" in printed[1][0]
    again.store.close()
