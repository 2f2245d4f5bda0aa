"""The plan of the demo, letter by letter: a change of a document is seen in the diff.

`UPDATE_GOLDEN=1` writes the files anew.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from careerdesk.documents.export import plan_as
from careerdesk.services import people, plans
from careerdesk.services.demo import fill
from careerdesk.services.exporting import plan_for_sharing
from careerdesk.services.store import Store
from tests.stores import blank_store

HERE = Path(__file__).parent
TODAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = blank_store(tmp_path_factory.mktemp("demo") / "demo.db")
    fill(store, TODAY)
    return store


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_plan_of_the_demo(demo: Store, form: str) -> None:
    first = next(one for one in people.rail(demo, TODAY) if plans.active(demo, one.id))
    view = plans.active(demo, first.id)
    assert view is not None
    made = plan_as(plan_for_sharing(demo, view.plan.id), form, TODAY).decode()
    kept = HERE / f"plan.{form}"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")
