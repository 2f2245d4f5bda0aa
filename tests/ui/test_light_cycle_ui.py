"""A light cycle on the screen: three things, what was taken away, and nothing that is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.records import ReviewCycle, Source, Voice
from careerdesk.domain.reviews.stages import LIGHT, Column
from careerdesk.services import trash
from careerdesk.services.reviews import accomplishments, cycles, evidence, reviews, steps
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.reviews.board.board import BOARD_ORDER
from careerdesk.ui.reviews.board.board_model import BoardModel
from careerdesk.ui.reviews.board.board_panel import SMALL_CURVE
from careerdesk.ui.reviews.calibration.outcome import PAY_CHANGE
from careerdesk.ui.reviews.cycle.cycle_form import CALIBRATES
from careerdesk.ui.reviews.cycle.scale import SCALE_LIST, RankedList
from careerdesk.ui.reviews.cycle.settings import SettingsTab
from careerdesk.ui.reviews.page.head import CYCLE_TABS
from careerdesk.ui.reviews.page.person import MORE_TABS, REVIEW_TAB_LIST, REVIEW_TABS
from careerdesk.ui.reviews.page.person_tabs import TABS, TYPED
from careerdesk.ui.reviews.page.person_tabs import THREE as THREE_TABS
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.reviews.sharing.share_sheet import EXPORT_PACKET, EXPORT_SHEET
from careerdesk.ui.reviews.writing.evidence_list import EvidenceList
from careerdesk.ui.reviews.writing.evidence_pane import CITE, LIST, QUOTE
from careerdesk.ui.reviews.writing.proposal import ENTER_CALIBRATION, SEAL_WORDS
from careerdesk.ui.reviews.writing.self_review import SELF_RECEIVED
from careerdesk.ui.shell.actions import NEW_CYCLE, NEXT_TAB, PREVIOUS_TAB
from careerdesk.ui.widgets.drop_down import DropDown
from tests.builders import NOW, TODAY
from tests.robots.drafts import begin, said
from tests.robots.reviews import CycleBuilder, ReviewsRobot
from tests.ui.test_shell_walk import complaints

THREE = ["Evidence", "Narrative", "Share sheet"]
ALL = [
    "Self-review", "Peer feedback", "Accomplishments", "Narrative", "Calibration", "Outcome",
    "Share sheet", "Over the years",
]  # fmt: skip
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewsRobot]:
    """The window over Ana, Ben and Chi."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def light(robot: ReviewsRobot) -> CycleBuilder:
    """A light cycle with all three, and its board open."""
    cycle = CycleBuilder(robot.store, calibrates=False)
    robot.open_reviews_page()
    return cycle


def shown(bar: QTabBar) -> list[str]:
    """The names of the tabs that are there."""
    return [bar.tabText(place) for place in range(bar.count()) if bar.isTabVisible(place)]


def sides(robot: ReviewsRobot) -> list[str]:
    return shown(robot.find(QTabBar, CYCLE_TABS))


def tabs(robot: ReviewsRobot) -> list[str]:
    return shown(robot.find(QTabBar, REVIEW_TABS))


def headings(robot: ReviewsRobot) -> list[str]:
    model = robot.board.model()
    assert isinstance(model, BoardModel)
    return [model.heading(column)[0] for column in range(model.columnCount())]


def is_seen(robot: ReviewsRobot, name: str) -> bool:
    """Whether a widget of that name is on the page."""
    return any(one.isVisible() for one in robot.page.findChildren(QWidget, name))


def open_review(robot: ReviewsRobot, cycle: CycleBuilder, name: str, tab: str) -> None:
    robot.page.open_review(cycle.row(name).id, tab)
    QApplication.processEvents()


def settings(robot: ReviewsRobot) -> SettingsTab:
    robot.side("settings")
    tab = robot.page.made_cycle_tab("settings")
    assert isinstance(tab, SettingsTab)
    return tab


def did_two(robot: ReviewsRobot, cycle: CycleBuilder, name: str) -> list[int]:
    person = cycle.row(name).person.id
    made = accomplishments.add(robot.store, person, ["Moved the joins", "Wrote the page"], TODAY)
    return [one.id for one in made]


# Beginning


def test_a_new_cycle_is_light_unless_it_is_ticked(robot: ReviewsRobot) -> None:
    robot.act(names.GO_REVIEWS)
    words = robot.read()
    assert "Gather evidence, write down what you saw, then seal and share the review" in words
    assert "includes your direct reports" in words
    robot.act(NEW_CYCLE)
    form = robot.page.form
    assert not form.calibrates.isChecked()
    robot.press(form.name, ENTER)
    assert [one.calibrates for one in cycles.every(robot.store)] == [False]


def test_after_one_that_calibrates_the_next_is_proposed_to(robot: ReviewsRobot) -> None:
    robot.act(NEW_CYCLE)
    form, box = robot.page.form, robot.find(QAbstractButton, CALIBRATES)
    box.setFocus()
    robot.press(box, SPACE)
    robot.press(box, ENTER)  # begins it from there, too
    assert [one.calibrates for one in cycles.every(robot.store)] == [True]
    robot.act(NEW_CYCLE)
    assert form.calibrates.isChecked()
    form.calibrates.setChecked(False)
    robot.press(form.name, ENTER)
    assert sorted(one.calibrates for one in cycles.every(robot.store)) == [False, True]
    robot.act(NEW_CYCLE)
    assert not form.calibrates.isChecked()


# The board


def test_the_board_has_evidence_narrative_and_shared_alone(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    for key in did_two(robot, light, "Ben Okri"):
        evidence.cite(robot.store, light.row("Ben Okri").id, Source.ACCOMPLISHMENT, key, NOW)
    light.written("Ben Okri", 118).sealed("Chi Tran").shared("Ana Ruiz")
    reviews.write(robot.store, light.row("Chi Tran").id, narrative="Other words")
    assert headings(robot) == ["Person", "Evidence", "Narrative", "Shared"]
    assert robot.words("Ben Okri", Column.EVIDENCE) == ("2 cited", "")
    assert robot.words("Ben Okri", Column.WRITING) == ("Writing", "118 words")
    assert robot.words("Chi Tran", Column.WRITING) == ("17 Nov", "changed since")
    assert robot.words("Ana Ruiz", Column.SHARED) == ("17 Nov", "")
    assert robot.spoken("Ben Okri") == (
        "Ben Okri; Evidence: 2 cited; Narrative: writing, 118 words; Shared: not yet"
    )
    assert sides(robot) == ["Board", "People", "Cycle settings"]
    assert not is_seen(robot, SMALL_CURVE)
    words = robot.read()
    for gone in ("Distribution", "Peer feedback", "Self-review", "Calibrated", "Sealed"):
        assert gone not in words
    order = robot.find(DropDown, BOARD_ORDER)
    assert [order.itemText(place) for place in range(order.count())] == [
        "Sidebar order", "By name", "By Evidence", "By Narrative", "By Shared",
    ]  # fmt: skip


def test_a_board_follows_from_one_kind_of_cycle_to_the_other(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    whole = CycleBuilder(robot.store, "Last year")
    robot.page.show_cycle(whole.cycle.id)
    assert len(headings(robot)) == 7
    robot.side("curve")
    robot.page.show_cycle(light.cycle.id)
    assert (robot.page.side, len(headings(robot))) == ("board", 4)
    assert robot.names_on_board() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    robot.page.go_to("curve")
    assert robot.page.side == "board"


def test_every_cell_opens_its_side(robot: ReviewsRobot, light: CycleBuilder) -> None:
    for column, tab in zip(LIGHT, ("accomplishments", "narrative", "share"), strict=True):
        robot.go_to_cell("Ben Okri", column)
        robot.press(robot.board, ENTER)
        assert robot.page.person is not None
        assert robot.page.person.tab == tab
        robot.page.show_board()
    assert light.row("Ben Okri").facts.cited == 0


def test_the_next_step_is_named_among_the_people(robot: ReviewsRobot, light: CycleBuilder) -> None:
    light.sealed("Ben Okri").written("Chi Tran", 5)
    robot.side("people")
    tab = robot.page.made_cycle_tab("people")
    rows = [tab.inside.index(row, 0) for row in range(3)]  # type: ignore[attr-defined]
    said = [str(one.data(Qt.ItemDataRole.AccessibleTextRole)) for one in rows]
    for words, coming in zip(said, ("evidence", "sharing", "writing"), strict=True):
        assert f"next: {coming}" in words


# A person


def test_a_review_has_three_tabs_and_the_others_on_a_press(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    open_review(robot, light, "Ana Ruiz", "narrative")
    assert tabs(robot) == THREE
    person, been = robot.page.person, []
    assert person is not None
    for action in (NEXT_TAB, NEXT_TAB, NEXT_TAB, PREVIOUS_TAB):
        robot.act(action)
        been.append(person.tab)
    assert been == ["share", "accomplishments", "narrative", "accomplishments"]
    robot.click(MORE_TABS)
    assert tabs(robot) == [
        "Self-review", "Peer feedback", *THREE, "Over the years",
    ]  # fmt: skip
    assert not is_seen(robot, MORE_TABS)
    assert robot.find(QTabBar, REVIEW_TABS).hasFocus()
    open_review(robot, light, "Ben Okri", "narrative")
    assert tabs(robot) == THREE
    assert is_seen(robot, MORE_TABS)
    light.own_view("Ana Ruiz").peers("Ben Okri", 2, 0)
    open_review(robot, light, "Ana Ruiz", "narrative")
    assert tabs(robot) == ["Self-review", *THREE]
    open_review(robot, light, "Ben Okri", "narrative")
    assert tabs(robot) == ["Peer feedback", *THREE]
    open_review(robot, light, "Chi Tran", "self")
    assert len(tabs(robot)) == 6
    assert "Due" not in robot.read()


def test_a_name_that_is_half_typed_is_not_behind_the_press(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    open_review(robot, light, "Ana Ruiz", "peers")
    robot.type(robot.find(QLineEdit, "peerEdit"), "Dee V")
    open_review(robot, light, "Ben Okri", "narrative")
    assert tabs(robot) == THREE
    open_review(robot, light, "Ana Ruiz", "narrative")
    assert tabs(robot) == ["Peer feedback", *THREE]
    assert robot.page.person is not None
    robot.page.person.open_tab("peers")
    assert robot.find(QLineEdit, "peerEdit").text() == "Dee V"


def test_what_is_half_typed_stays_to_be_found_when_a_cycle_is_made_light(
    robot: ReviewsRobot,
) -> None:
    whole = CycleBuilder(robot.store).sealed("Ana Ruiz")
    robot.open_reviews_page()
    for tab, name, words in (
        ("calibration", "roundReason", "Beside Ben's mig"),
        ("peers", "upwardEdit", "Rae F"),
        ("outcome", PAY_CHANGE, "3 or may"),
        ("self", SELF_RECEIVED, "the day aft"),
    ):
        open_review(robot, whole, "Ana Ruiz", tab)
        begin(robot, name, words)
    settings(robot).calibrates.click()
    assert not robot.store.get(ReviewCycle, whole.cycle.id).calibrates
    open_review(robot, whole, "Ben Okri", "narrative")
    assert tabs(robot) == THREE
    open_review(robot, whole, "Ana Ruiz", "narrative")
    assert tabs(robot) == [
        "Self-review", "Peer feedback", "Evidence", "Narrative", "Calibration", "Outcome",
        "Share sheet",
    ]  # fmt: skip
    for tab, name, words in (
        ("calibration", "roundReason", "Beside Ben's mig"),
        ("peers", "upwardEdit", "Rae F"),
        ("outcome", PAY_CHANGE, "3 or may"),
        ("self", SELF_RECEIVED, "the day aft"),
    ):
        open_review(robot, whole, "Ana Ruiz", tab)
        assert robot.page.person is not None
        assert robot.page.person.tab == tab
        assert said(robot, name) == words
        assert is_seen(robot, name), name


def test_each_field_for_a_review_is_known_to_the_tab_that_may_be_hidden(
    robot: ReviewsRobot,
) -> None:
    whole = CycleBuilder(robot.store).sealed("Ana Ruiz")
    robot.open_reviews_page()
    for tab in TABS:
        if tab in THREE_TABS:
            continue
        open_review(robot, whole, "Ana Ruiz", tab)
        person = robot.page.person
        assert person is not None
        holders = [holder_of(one) for one in person.made_tab(tab).findChildren(QWidget)]
        owners = [one.owner for one in holders if one is not None and one.owner is not None]
        of_review = {one.handle for one in owners if one.kind == "review"}
        assert of_review == set(TYPED.get(tab, ())), tab


def test_a_review_of_a_company_that_calibrates_is_as_it_was(robot: ReviewsRobot) -> None:
    whole = CycleBuilder(robot.store)
    robot.open_reviews_page()
    open_review(robot, whole, "Ana Ruiz", "narrative")
    assert tabs(robot) == ALL
    assert not is_seen(robot, MORE_TABS)
    open_review(robot, whole, "Ana Ruiz", "accomplishments")
    assert not is_seen(robot, LIST)


def test_any_remembered_side_leads_somewhere_and_each_is_reached_where_it_is_narrow(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    person = None
    for tab in TABS:
        robot.page.go_to(f"{light.row('Ana Ruiz').id}/{tab}")
        person = robot.page.person
        assert person is not None
        assert person.tab == {"calibration": "narrative", "outcome": "share"}.get(tab, tab)
        assert person.bar.isTabVisible(person.bar.currentIndex())
        assert person.made_tab(person.tab).isVisible()
    open_review(robot, light, "Ben Okri", "narrative")
    person.setMaximumWidth(240)  # the sides become a list that opens
    robot.wait(lambda: is_seen(robot, REVIEW_TAB_LIST))
    box = robot.find(DropDown, REVIEW_TAB_LIST)
    assert [box.itemText(row) for row in range(box.count())] == [
        "Self-review", "Peer feedback", *THREE, "Over the years",
    ]  # fmt: skip
    assert not is_seen(robot, MORE_TABS)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert person.tab == "peers"


def test_the_keyboard_is_on_the_sides_after_more_where_they_become_a_list(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    open_review(robot, light, "Ana Ruiz", "narrative")
    person = robot.page.person
    assert person is not None
    words = sum(map(person.bar.fontMetrics().horizontalAdvance, THREE))
    person.setMaximumWidth(2 * words)  # room for three and *More*, not for six
    robot.wait(lambda: person.width() <= 2 * words)
    assert is_seen(robot, MORE_TABS) and not is_seen(robot, REVIEW_TAB_LIST)
    robot.click(MORE_TABS)
    assert is_seen(robot, REVIEW_TAB_LIST)
    assert robot.find(DropDown, REVIEW_TAB_LIST).hasFocus()


def test_evidence_is_cited_beside_their_own_list(robot: ReviewsRobot, light: CycleBuilder) -> None:
    first, _ = did_two(robot, light, "Ana Ruiz")
    open_review(robot, light, "Ana Ruiz", "accomplishments")
    evidence_list = robot.find(EvidenceList, LIST)
    assert evidence_list.hasFocus()
    assert is_seen(robot, "accomplishmentList") and is_seen(robot, "accomplishmentPaste")
    assert is_seen(robot, CITE) and not is_seen(robot, QUOTE)
    robot.press(evidence_list, SPACE)
    assert light.row("Ana Ruiz").facts.cited == 1
    robot.press(evidence_list, Qt.Key.Key_Q)
    assert light.row("Ana Ruiz").facts.review.narrative == ""
    rows = robot.find(QWidget, "accomplishmentList").model()  # type: ignore[attr-defined]
    assert "no criteria yet" not in str(rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    criterion = cycles.get(robot.store, light.cycle.id).criteria[0].id
    accomplishments.set_criteria(robot.store, first, light.cycle.id, [criterion])
    assert is_seen(robot, "criteriaOverview")


def test_without_any_evidence_their_own_list_can_be_begun(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    open_review(robot, light, "Ana Ruiz", "accomplishments")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "accomplishmentEdit"
    assert "There's no evidence for Ana in this period yet" in robot.read()
    assert not is_seen(robot, "criteriaOverview")


def test_the_rating_is_not_proposed_and_leads_to_the_share_sheet(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    light.written("Ana Ruiz", 30)
    open_review(robot, light, "Ana Ruiz", "narrative")
    assert "roposed" not in robot.read()
    scale = robot.find(RatingChoice, names.PROPOSED_RATING)
    assert {one.accessibleName().partition(":")[0] for one in scale.stops()} == {"Rating"}
    assert robot.find(QLabel, SEAL_WORDS).text() == (
        "Sealing locks in the narrative, rating and reason before you share them."
    )
    robot.click(names.SEAL_REVIEW)
    onward = robot.find(QAbstractButton, ENTER_CALIBRATION)
    assert onward.accessibleName() == "Go to share sheet"
    robot.press(onward, SPACE)
    assert robot.page.person is not None
    assert robot.page.person.tab == "share"
    assert is_seen(robot, EXPORT_SHEET)
    assert not is_seen(robot, EXPORT_PACKET)
    assert "approval meeting" not in robot.read()


def test_nobody_is_asked_upward_but_what_comes_back_is_seen_in_a_cycle_that_calibrates(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    open_review(robot, light, "Ana Ruiz", "peers")
    assert is_seen(robot, "peerGroup") and not is_seen(robot, "upwardGroup")
    store, review = robot.store, light.row("Ana Ruiz").id
    cycles.change(store, light.cycle.id, calibrates=True)
    [asked] = reviews.ask_peers(store, review, ["Bo"], TODAY, voice=Voice.UPWARD)
    reviews.remove_peers(store, [asked.id])
    cycles.change(store, light.cycle.id, calibrates=False)
    assert not is_seen(robot, "upwardGroup")
    trash.bring_back(store, [one.id for one in trash.things(store)])
    assert is_seen(robot, "upwardGroup")
    assert store.get(ReviewCycle, light.cycle.id).calibrates
    store.undo()
    assert not is_seen(robot, "upwardGroup")


# The settings


def test_the_settings_ask_for_two_days_and_for_no_guideline(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    tab = settings(robot)
    seen = [name for name, field in tab.dates.items() if field.isVisible()]
    assert seen == ["writing_due", "sharing_due"]
    assert tab.dates["writing_due"].accessibleName() == "Narrative due"
    assert not tab.nine_box.isVisible()
    steps_list = robot.find(RankedList, SCALE_LIST)
    robot.go_to(steps_list, 0)
    robot.press(steps_list, ENTER)
    assert is_seen(robot, "stepMeaning") and not is_seen(robot, "stepGuideline")
    assert light.cycle.id


def test_a_tick_brings_all_of_it_and_one_undo_takes_it_back(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    tab = settings(robot)
    tab.calibrates.click()
    assert robot.store.get(ReviewCycle, light.cycle.id).calibrates
    assert sides(robot) == ["Board", "Distribution", "People", "Cycle settings"]
    assert all(field.isVisible() for field in tab.dates.values())
    assert tab.dates["writing_due"].accessibleName() == "Writing due"
    assert tab.nine_box.isVisible()
    robot.store.undo()
    assert sides(robot) == ["Board", "People", "Cycle settings"]
    assert not tab.calibrates.isChecked()
    assert not tab.nine_box.isVisible()


def test_a_cycle_with_rounds_is_not_made_light_and_says_why(robot: ReviewsRobot) -> None:
    whole = CycleBuilder(robot.store).calibrated("Ana Ruiz", "Solid")
    robot.open_reviews_page()
    tab = settings(robot)
    tab.calibrates.click()
    assert robot.banner() == (
        "Calibration can't be turned off yet because the cycle still has content that would be "
        "hidden: calibration rounds for Ana Ruiz. Remove that content first."
    )
    assert tab.calibrates.isChecked()
    steps.drop_round(robot.store, whole.row("Ana Ruiz").id)
    tab.calibrates.click()
    assert not robot.store.get(ReviewCycle, whole.cycle.id).calibrates
    assert sides(robot) == ["Board", "People", "Cycle settings"]


def test_everything_in_a_light_cycle_can_be_found_and_reached(
    robot: ReviewsRobot, light: CycleBuilder
) -> None:
    did_two(robot, light, "Ana Ruiz")
    robot.window.resize(1024, 700)
    for side in ("board", "people", "settings"):
        robot.side(side)
        assert "\n".join(complaints(robot.window)) == "", side
    for tab in ("accomplishments", "narrative", "share", "peers"):
        open_review(robot, light, "Ana Ruiz", tab)
        assert "\n".join(complaints(robot.window)) == "", tab
    assert robot.window.minimumSizeHint().width() <= robot.window.width() == 1024
