"""The documents of the demo, letter by letter: a change of a document is seen in the diff.

`UPDATE_GOLDEN=1` writes the files anew.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from careerdesk.documents.export import own_words_as, packet_as, plan_as, sheet_as
from careerdesk.services import own_words, people, plans
from careerdesk.services.demo import fill
from careerdesk.services.exporting import plan_to_hand_over
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews.sheet import packet, share_sheet
from careerdesk.services.store import Store
from tests.stores import blank_store

HERE = Path(__file__).parent
TODAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = blank_store(tmp_path_factory.mktemp("demo") / "demo.db")
    fill(store, TODAY)
    return store


def same_as_kept(made: str, name: str) -> bool:
    """Whether that is what the file of that name says; it is written anew if that is asked."""
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
