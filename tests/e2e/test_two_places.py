"""Nothing of Reviews is seen in Growth, and in it nothing that has to stay in Growth.

Both are walked with a store in which all of it is marked: every page, row, menu, tooltip, dialog,
message and title, what a screen reader is told, and what can be copied or dragged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import CheckInKind
from careerdesk.services import checkins
from careerdesk.services.reviews import reviews
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page import person, reviews_page
from careerdesk.ui.reviews.page.person import PersonReview
from careerdesk.ui.reviews.page.reviews_page import ReviewsPage
from careerdesk.ui.reviews.sharing.sheet_preview import Kind, ReviewPreview
from careerdesk.ui.shell.reminders import Reminders
from tests.builders import PersonBuilder, a_planned
from tests.review_builders import ReviewBuilder
from tests.robots.carried import carried
from tests.robots.everywhere import DIALOGS, PAGES, PRIVATE, TABS, fill, walk
from tests.robots.seen import said
from tests.robots.window import PeopleRobot
from tests.unit.test_words_of_conversations import FORBIDDEN
from tests.wall import GROWTH, REVIEW, confide, of_conversations, of_review, reviewed

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OF_CONVERSATIONS = (PRIVATE, "builds things", "ends it", "Mastery of", "Noise of", "Ruiz teaches",
             "Send Ana", "in winter", "loads by six", "would lead", "visits a customer",
             "writes of winter", GROWTH)  # fmt: skip
OFFERED = f"{PRIVATE} Ana Ruiz received"  # feedback about her is evidence


@pytest.fixture
def ana(store: Store) -> ReviewBuilder:
    """Ana's review; both her rooms are full."""
    builder = PersonBuilder(store, "Ana Ruiz")
    fill(builder, "Ana Ruiz")
    confide(builder)
    return reviewed(builder)


@pytest.fixture
def window(qtbot: QtBot, ana: ReviewBuilder, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window over it, with Ana chosen."""
    robot = PeopleRobot(qtbot, ana.store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()


def test_no_place_of_conversations_knows_anything_of_reviews(window: PeopleRobot) -> None:
    places = 0
    for place in walk(window):
        assert of_review(said(window.window)) == [], place
        if place in (*TABS, *DIALOGS, *PAGES, "running check-in"):
            assert of_review(carried(window.window)) == [], place
        assert [
            line for line in said(window.window).splitlines() if FORBIDDEN.search(line)
        ] == [], place
        assert window.window.windowTitle() == "CareerDesk"
        places += 1
    assert places > 30


def test_no_reminder_knows_anything_of_reviews(window: PeopleRobot, ana: ReviewBuilder) -> None:
    soon = window.window.ctx.clock.now() + timedelta(minutes=4)
    a_planned(ana.store, ana.person_id, soon, kind=CheckInKind.CAREER)
    told: list[tuple[str, str]] = []
    reminders = Reminders(window.window.ctx, lambda *words: told.append(words), window.window)
    reminders.look()
    assert told
    assert of_review(repr(told)) == []


def test_steps_of_reviews_that_are_taken_back_in_conversations_say_no_word(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    reviews.write(ana.store, ana.id, narrative=f"{REVIEW} newest", proposed_step=ana.step(0))
    reviews.write_outcome(ana.store, ana.id, pay_change=74322.0)
    window.act(names.GO_PLAN)
    assert of_review(said(window.window)) == []
    for step in (names.UNDO, names.UNDO, names.REDO, names.REDO):
        window.act(names.GO_PLAN)
        window.act(step)
        assert of_review(window.told) == []
        assert of_review(window.window.windowTitle()) == []


def opened_reviews(robot: PeopleRobot) -> ReviewsPage:
    """The Reviews place, opened from the menu's place."""
    robot.window.commands.pages.show_reviews()
    return robot.find(ReviewsPage, names.REVIEWS_VIEW)


def walk_reviews(robot: PeopleRobot, review_id: int) -> Iterator[str]:
    """Every side of the cycle and of a review in it, with what opens from their rows."""
    page = opened_reviews(robot)
    for side in reviews_page.TABS_OF_CYCLE:
        page.show_tab(side)
        yield from _opened(robot, page, side)
    for tab in person.TABS:
        page.show_board()
        page.open_review(review_id, tab)
        shown = robot.find(PersonReview, person.PERSON_REVIEW)
        assert shown.tab == tab
        yield from _opened(robot, shown, tab)
    page.show_board()
    page.start_cycle()
    yield "new cycle"


def _opened(robot: PeopleRobot, page: QWidget, name: str) -> Iterator[str]:
    """A side as it is, and with each row of its lists chosen and its menu up."""
    QApplication.processEvents()
    yield name
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and view.objectName():
            for row in range(min(view.model().rowCount(), 12)):
                if not view.isVisible():
                    break
                robot.go_to(view, row)
                QApplication.processEvents()
                yield f"{name}: {view.objectName()} {row}"
                if isinstance(page, PersonReview):  # elsewhere it leads to a person's review
                    robot.press(view, Qt.Key.Key_Return)
                    QApplication.processEvents()
                    yield f"{name}: {view.objectName()} {row}, opened"
    for menu in robot.window.findChildren(QMenu):
        menu.hide()


def test_no_place_of_reviews_knows_what_has_to_stay_in_conversations(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    places = 0
    for place in walk_reviews(window, ana.id):
        lines = [*said(window.window).splitlines(), *carried(window.window).splitlines()]
        found = [line for line in lines if any(word in line for word in OF_CONVERSATIONS)]
        assert [line for line in found if OFFERED not in line] == [], place
        assert window.window.windowTitle() == "CareerDesk"
        places += 1
    assert places >= len(reviews_page.TABS_OF_CYCLE)


def test_no_paper_of_reviews_is_copied_with_what_has_to_stay_in_conversations(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    papers: tuple[Kind, ...] = ("share", "packet")
    for kind in papers:
        preview = ReviewPreview(window.window.ctx, ana.id, window.window, kind)
        preview.show()
        for box in preview.findChildren(QCheckBox):
            box.setChecked(True)
        found = carried(preview)
        assert f"{REVIEW} narrative" in found
        assert of_conversations(found) == []
        preview.close()


def test_no_page_of_reviews_speaks_of_motivators_or_temperature(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    growth = _menus(window)
    for place in walk_reviews(window, ana.id):
        lines = [line.casefold() for line in said(window.window).splitlines() if line not in growth]
        found = [line for line in lines if "motivator" in line or "temperature" in line]
        assert found == [], place


def _menus(robot: PeopleRobot) -> set[str]:
    """What the menus of the window say everywhere; most of it is of Growth."""
    robot.act(names.GO_PLAN)
    return {
        f"{action.text()} {action.toolTip()}"
        for menu in robot.window.findChildren(QMenu)
        for action in menu.actions()
    }


@pytest.mark.long
def test_in_its_own_place_all_of_it_is_seen(window: PeopleRobot, ana: ReviewBuilder) -> None:
    found = "".join(said(window.window) for _ in walk_reviews(window, ana.id))
    known = set(person.TABS)
    words = {
        "self": ("myself",), "peers": ("heard",), "accomplishments": ("done",),
        "narrative": ("narrative", "gaps", "why"), "calibration": ("reason",),
        "outcome": ("outcome",), "share": ("share", "response"),
    }  # fmt: skip
    for tab in known:
        for word in words.get(tab, ()):
            assert f"{REVIEW} {word}" in found, tab


def test_sharing_the_screen_closes_the_reviews(window: PeopleRobot, ana: ReviewBuilder) -> None:
    page = opened_reviews(window)
    page.open_review(ana.id, "narrative")
    assert of_review(said(window.window))
    window.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert of_review(said(window.window)) == []
    window.window.commands.pages.show_reviews()
    assert of_review(said(window.window)) == []
    assert window.window.on_person_page
    assert not window.window.actions_[names.GO_REVIEWS].isEnabled()


def test_back_in_conversations_nothing_stays_of_the_reviews(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    page = opened_reviews(window)
    page.open_review(ana.id, "narrative")
    for place in (names.GO_PLAN, names.GO_TODAY, names.GO_CHECK_INS):
        window.act(place)
        assert of_review(said(window.window)) == [], place
    checkins.start(ana.store, ana.person_id, window.window.ctx.clock.now())
    assert of_review(said(window.window)) == []


def test_after_a_restart_in_the_reviews_conversations_is_clean(
    window: PeopleRobot, ana: ReviewBuilder
) -> None:
    opened_reviews(window).open_review(ana.id, "narrative")
    window.restart()
    window.act(names.GO_PLAN)
    assert of_review(said(window.window)) == []
