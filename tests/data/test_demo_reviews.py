"""The reviews of the made-up team: believable on every day, whole, and kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.domain.reviews.hints import Bias, bias_hints
from careerdesk.domain.reviews.records import PromotionState, ReviewCycle
from careerdesk.domain.reviews.stages import Column, Mark, Stage
from careerdesk.services.checking import check_store
from careerdesk.services.demo import fill
from careerdesk.services.demo.review_people import PEOPLE
from careerdesk.services.reviews import bridges, cycles, evidence, reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.reviews.sheet import share_sheet
from careerdesk.services.store import Store
from tests.stores import ask, blank_store

TODAY = date(2026, 11, 17)
DAYS = [TODAY, date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29), date(2027, 6, 5)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo of one day, only read."""
    store = blank_store(tmp_path_factory.mktemp("demo") / "demo.db")
    fill(store, TODAY)
    yield store
    store.close()


def going(store: Store) -> ReviewCycle:
    return cycles.every(store)[0]


def view_of(store: Store, name: str) -> ReviewView:
    rows = reviews.board(store, going(store).id, TODAY)
    return reviews.get(store, next(row.id for row in rows if row.person.short_name == name))


def test_everyone_stands_somewhere_else(demo: Store) -> None:
    rows = reviews.board(demo, going(demo).id, TODAY)
    stages = {row.person.short_name: row.facts.stage for row in rows}
    assert stages == {
        "Mareike": Stage.COLLECTING, "Θεόδωρος": Stage.CALIBRATED, "Aveline": Stage.SEALED,
        "Олександр": Stage.SHARED, "Róisín": Stage.COLLECTING, "Kehinde": Stage.LEFT_OUT,
    }  # fmt: skip
    marks = {(row.person.short_name, cell.column): cell for row in rows for cell in row.cells}
    assert marks["Mareike", Column.PEERS].count == (2, 4)
    assert marks["Mareike", Column.WRITING].words > 100
    assert marks["Róisín", Column.SELF].mark is Mark.LATE
    assert marks["Θεόδωρος", Column.CALIBRATED].changed


def test_it_has_what_a_year_brings(demo: Store) -> None:
    aveline = view_of(demo, "Aveline")
    assert aveline.outcome is not None
    assert aveline.outcome.promotion is PromotionState.PROPOSED
    assert {point.met for point in aveline.points} == {True, False}
    shared = view_of(demo, "Олександр").review
    assert shared.response
    assert len(bridges.gone_over(demo, shared.id)) == 1
    assert view_of(demo, "Θεόδωρος").facts.changed
    old = cycles.every(demo)[1]
    assert old.closed_on is not None
    assert len(reviews.board(demo, old.id, TODAY)) == 2


def test_all_that_is_told_is_cited_and_what_crossed_is_logged(demo: Store) -> None:
    for told in PEOPLE:
        view = next(
            reviews.get(demo, row.id)
            for row in reviews.board(demo, going(demo).id, TODAY)
            if row.person.given_name == told.given_name
        )
        wanted = sum(one.cited for one in told.did) + len(told.cites)
        assert len(view.cited) == wanted
        assert list(view.cited) == sorted(view.cited, key=lambda one: one.happened_on)
        assert len(bridges.crossings(demo, view.person.id)) >= len(told.cites)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_it_is_whole_and_in_season_on_every_day(tmp_path: Path, today: date) -> None:
    store = blank_store(tmp_path / "demo.db")
    fill(store, today)
    assert check_store(store) == []
    cycle = going(store)
    assert cycle.starts_on < today <= cycle.ends_on
    assert cycle.ends_on - cycle.starts_on > timedelta(360)
    assert cycles.every(store)[1].ends_on == cycle.starts_on - timedelta(1)
    assert cycles.overlapping(store, cycle.id) == []
    for row in reviews.board(store, cycle.id, today):
        for one in evidence.offered(store, row.id):
            assert cycle.starts_on <= one.on <= cycle.ends_on
    store.close()


def test_the_same_day_gives_the_same_seals(demo: Store, tmp_path: Path) -> None:
    again = blank_store(tmp_path / "demo.db")
    fill(again, TODAY)
    sql = "SELECT digest, sealed_at FROM seal ORDER BY id"
    assert ask(again.path, sql) == ask(demo.path, sql)
    again.close()


def test_its_narratives_are_worded_as_the_hints_advise(demo: Store) -> None:
    for row in reviews.board(demo, going(demo).id, TODAY):
        hints = bias_hints(row.facts.review.narrative, cited=1)
        assert [hint for hint in hints if hint.bias is not Bias.ABSOLUTE] == []


def test_last_year_shows_the_title_and_level_of_then(demo: Store) -> None:
    now = view_of(demo, "Θεόδωρος")
    then = reviews.across(demo, now.person.id)[1]
    assert (then.role.words, now.role.words) == (
        "Systems engineer, Level 3", "Platform engineer, Level 4",
    )  # fmt: skip
    assert then.cycle.cycle.closed_on is not None
    assert now.level_since == now.person.last_promotion
    assert share_sheet(demo, then.review.id).whose.level == "Level 3"
