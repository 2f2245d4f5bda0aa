"""In your own words: offered once something was said, read as it will be, and handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.loop import HandedOverKind
from careerdesk.services import aspirations, discovery, handing_over, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.discovery.motivators import HAND_OVER
from careerdesk.ui.discovery.own_words_preview import DAY, HAND, PREVIEW, OwnWordsPreview
from careerdesk.ui.shell.actions import EXPORT_OWN_WORDS
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.past_day import PastDay
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.builders import PersonBuilder, a_person
from tests.fakes import ReadyAnswers
from tests.robots.discovery import DiscoveryRobot
from tests.robots.stage import TODAY, Stage
from tests.robots.window import PeopleRobot

AGO = TODAY - timedelta(days=30)


class Preview:
    """The preview over Ana's words."""

    def __init__(self, qtbot: QtBot, stage: Stage, person_id: int) -> None:
        self.qtbot, self.stage = qtbot, stage
        self.answers = ReadyAnswers()
        ctx = replace(stage.ctx, dialogs=self.answers)
        self.dialog = OwnWordsPreview(ctx, person_id, stage.window)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def press(self, name: str, target: Path | None = None) -> None:
        self.answers.chosen = target
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        """All that the dialog itself says beside the pages."""
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel))

    def type_day(self, words: str) -> None:
        field = self.dialog.findChild(PastDay, DAY)
        assert field is not None
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, words)


@pytest.fixture
def ana(stage: Stage) -> PersonBuilder:
    """Ana said one thing, another one is guessed; she wants something."""
    ana = a_person(stage.store, "Ana Ruiz").driven_by("Craft").said(on=AGO).driven_by("Fame")
    aspirations.add(stage.store, ana.id, ["Teach a team"], AGO)
    return ana


@pytest.fixture
def preview(qtbot: QtBot, stage: Stage, ana: PersonBuilder) -> Preview:
    stage.put(QWidget())
    return Preview(qtbot, stage, ana.id)


def test_it_is_what_will_be_read_without_a_guess(preview: Preview) -> None:
    preview.press("exportMarkdown")
    copied = QGuiApplication.clipboard().text()
    assert "In your own words" in copied
    assert "Craft (said on 18 October 2026)" in copied
    assert "Teach a team" in copied
    assert "Fame" not in copied
    assert "This is what Ana will read." in preview.words()


def test_it_is_saved_where_one_says(preview: Preview, tmp_path: Path) -> None:
    preview.press("exportHtml", tmp_path / "her")
    assert "Craft" in (tmp_path / "her.html").read_text(encoding="utf-8")


def test_copying_is_not_handing_over(preview: Preview, ana: PersonBuilder) -> None:
    preview.press("exportMarkdown")
    assert handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id) is None
    assert "Enter the date you gave them their copy" in preview.words()


def test_handed_over_on_a_day_marks_its_aspirations_as_seen(
    preview: Preview, ana: PersonBuilder
) -> None:
    preview.type_day("fri")
    preview.press(HAND)
    friday = TODAY.replace(day=13)
    kept = handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id)
    assert kept is not None and kept.handed_on == friday
    assert "Craft" in kept.body and "Fame" not in kept.body
    assert aspirations.of(ana.store, ana.id)[0].now.seen_on == friday
    assert "Given 13 Nov." in preview.words()
    ana.store.undo()
    assert handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id) is None
    assert aspirations.of(ana.store, ana.id)[0].now.seen_on is None


@pytest.mark.parametrize("words", ["2026-11-18", " ", "soon"])
def test_a_day_it_cannot_have_been_given_on_is_refused(
    preview: Preview, ana: PersonBuilder, words: str
) -> None:
    preview.type_day(words)
    preview.press(HAND)
    assert handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id) is None


def test_what_was_said_later_was_not_in_it(preview: Preview, ana: PersonBuilder) -> None:
    aspirations.add(ana.store, ana.id, ["Write a book"], TODAY)
    preview.type_day("fri")
    preview.press(HAND)
    kept = handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id)
    assert kept is not None and "Write a book" not in kept.body
    assert [wish.now.seen_on for wish in aspirations.of(ana.store, ana.id)][1] is None
    assert "There have been changes since then" in preview.words()
    preview.type_day("1 oct")
    preview.press(HAND)
    assert handing_over.last(ana.store, HandedOverKind.OWN_WORDS, ana.id) == kept
    field = preview.dialog.findChild(PastDay, DAY)
    assert field is not None
    assert "None of this had been said by that date" in field.accessibleDescription()


def test_the_first_day_it_was_seen_stays(preview: Preview, ana: PersonBuilder) -> None:
    preview.type_day("fri")
    preview.press(HAND)
    aspirations.add(ana.store, ana.id, ["Write a book"], TODAY)
    preview.type_day("today")
    preview.press(HAND)
    seen = {wish.now.statement: wish.now.seen_on for wish in aspirations.of(ana.store, ana.id)}
    assert seen == {"Teach a team": TODAY - timedelta(4), "Write a book": TODAY}


def test_it_is_offered_only_while_there_is_something_new_to_read(stage: Stage) -> None:
    robot = DiscoveryRobot(stage, people.add(stage.store, "Ana Ruiz").id)
    button = stage.find(QPushButton, HAND_OVER)
    robot.add("Craft")
    assert not button.isVisible()
    robot.press(Qt.Key.Key_2, "Craft")
    assert button.isVisible()
    robot.click(HAND_OVER)
    dialog = stage.find(OwnWordsPreview, PREVIEW)
    dialog.hand.click()
    dialog.close()
    assert not button.isVisible()
    robot.press(Qt.Key.Key_3, "Craft")  # confirmed: the same words
    assert not button.isVisible()
    aspirations.add(stage.store, robot.person_id, ["Teach"], TODAY)
    assert button.isVisible()
    views = discovery.motivators(stage.store, robot.person_id)
    discovery.remove_motivators(stage.store, [views[0].id])
    stage.undo()
    stage.undo()
    assert not button.isVisible()


def test_the_menu_leads_there_and_says_where_nothing_is_to_be_read(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(EXPORT_OWN_WORDS)
    assert "no motivators are marked as said" in team.told
    aspirations.add(team.store, team.person("Ana Ruiz").id, ["Teach"], TODAY)
    team.act(EXPORT_OWN_WORDS)
    dialog = team.window.findChild(OwnWordsPreview)
    assert dialog is not None and dialog.isVisible()
    dialog.close()


class TestOnThePlan:
    def open(self, team: PeopleRobot) -> TickBox:
        """The form of Ana's aspiration; its tick."""
        team.choose("Ana Ruiz")
        team.act(names.GO_DISCOVERY)
        view = team.find(QListView, names.ASPIRATION_LIST)
        team.go_to(view, 0)
        team.press(view, Qt.Key.Key_Return)
        return team.find(TickBox, "aspirationOnPlan")

    def caption(self, team: PeopleRobot) -> str:
        model = team.find(QListView, names.ASPIRATION_LIST).model()
        return str(model.index(0, 0).data(RECORD_ROLE).caption)

    def test_one_not_seen_says_what_comes_first(self, team: PeopleRobot) -> None:
        aspirations.add(team.store, team.person("Ana Ruiz").id, ["Teach"], TODAY)
        assert not self.open(team).isVisible()
        said = [label.text() for label in team.window.findChildren(QLabel) if label.isVisible()]
        assert (
            "You can add this aspiration to the plan once you have given them “In your own words”."
        ) in said

    def test_one_that_was_seen_is_ticked_and_other_words_are_not(
        self, team: PeopleRobot, store: Store
    ) -> None:
        from careerdesk.services import own_words

        ana = team.person("Ana Ruiz").id
        aspirations.add(store, ana, ["Teach"], TODAY)
        own_words.hand_over(store, ana, TODAY, TODAY)
        tick = self.open(team)
        assert tick.isVisible()
        tick.click()
        team.click("aspirationSave")
        assert "in the plan" in self.caption(team)
        tick = self.open(team)
        team.qtbot.keyClicks(team.window.focusWidget(), "ing")
        assert not tick.isVisible()
        team.click("aspirationSave")
        assert "in the plan" not in self.caption(team)
        (wish,) = aspirations.of(store, ana)
        assert (wish.now.seen_on, wish.now.on_plan) == (None, False)
        team.act(names.UNDO)
        assert "in the plan" in self.caption(team)

    def test_the_menu_ticks_too(self, team: PeopleRobot, store: Store) -> None:
        from careerdesk.services import own_words
        from careerdesk.ui.discovery.discovery import DiscoveryPage

        ana = team.person("Ana Ruiz").id
        key = aspirations.add(store, ana, ["Teach"], TODAY)[0].id
        team.choose("Ana Ruiz")
        team.act(names.GO_DISCOVERY)
        page = team.window.person_page.page
        assert isinstance(page, DiscoveryPage)

        def entry() -> object:
            menu = page.aspirations.menu_of(key)
            return next(one for one in menu.actions() if one.text() == "In the plan")

        assert not entry().isEnabled()
        own_words.hand_over(store, ana, TODAY, TODAY)
        entry().trigger()
        assert aspirations.of(store, ana)[0].now.on_plan
        entry().trigger()
        assert not aspirations.of(store, ana)[0].now.on_plan
