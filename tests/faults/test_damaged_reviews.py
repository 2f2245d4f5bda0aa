"""Of Reviews in a damaged store, what is whole can be read on, and the rest is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.domain.errors import NotAStore
from careerdesk.services.reviews import accomplishments, cycles, evidence
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page.reviews_page import ReviewsPage
from tests.faults.test_damage import overwrite, root_of
from tests.reviews import TODAY, ReviewBuilder, a_review
from tests.robots.stage import Stage
from tests.stores import blank_store


@pytest.fixture
def review(tmp_path: Path) -> ReviewBuilder:
    """Of a store that is closed, with two cycles and something to cite."""
    store = blank_store(tmp_path / "store.db")
    a_review(store, cycle="Year review 2025")
    made = a_review(store).written()
    accomplishments.add(store, made.review.person_id, ["Led the move"], TODAY)
    store.close()
    return made


def damaged(review: ReviewBuilder, table: str) -> Store:
    """The store, with the rows of a table overwritten."""
    path = review.store.path
    overwrite(path, root_of(path, table))
    return Store(path)


def test_a_cycle_that_cannot_be_read_lets_another_one_be_chosen(
    qtbot: QtBot, tmp_path: Path, review: ReviewBuilder
) -> None:
    store = damaged(review, "review")
    stage = Stage(qtbot, store, tmp_path)
    page = stage.put(ReviewsPage(stage.ctx))
    newest = cycles.every(store)[0].name
    banner = stage.banners.banner(names.NOT_READ)
    assert banner is not None
    assert "is damaged" in banner.text.text()
    assert page.head.title.text() == page.head.cycles.currentText() == newest
    assert not page.empty_state.isVisible()  # it says that there is no cycle yet
    page.focus_first()
    assert page.head.cycles.hasFocus()
    store.close()


def test_evidence_that_cannot_be_read_is_said(review: ReviewBuilder) -> None:
    store = damaged(review, "accomplishment")
    with pytest.raises(NotAStore, match="is damaged"):
        evidence.offered(store, review.id)
    store.close()
