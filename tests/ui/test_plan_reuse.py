"""A plan looked at as it was, kept as a template, given to someone else; agendas alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QMenu

from careerdesk.domain.records import Horizon
from careerdesk.services import checkins, closing, people, plans, templates
from careerdesk.services.templates import TemplateKind
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.base import names
from careerdesk.ui.library.templates import TEMPLATE_LIST, TEMPLATE_NAME
from careerdesk.ui.plan.past_plan import (
    PAST_BACK,
    PAST_DAY,
    PAST_EARLIER,
    PAST_LATER,
    PAST_PLAN,
    PastPlan,
)
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.shell.actions import SHOW_TEMPLATES
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.builders import NOW, TODAY
from tests.robots.window import PeopleRobot


class Reuse:
    """Ana's plan on its page."""

    def __init__(self, team: PeopleRobot) -> None:
        self.team = team
        self.now = NOW
        team.store.now = lambda: self.now
        self.ana = team.person("Ana Ruiz").id
        titles = ["Loads are done", "Calm nights"]
        self.goals = plans.add_items_for(team.store, self.ana, Horizon.SHORT, titles, TODAY)
        team.choose("Ana Ruiz")
        team.act(names.GO_PLAN)

    @property
    def page(self) -> PlanPage:
        page = self.team.window.person_page.page
        assert isinstance(page, PlanPage)
        return page

    def choose(self, *way: str) -> None:
        """Choose an entry of the plan's menu, or of a menu in it."""
        pick(self.page.header.menu(), *way)

    def titles_of(self, person_id: int) -> list[str]:
        view = plans.active(self.team.store, person_id)
        return [item.item.title for item in view.items] if view else []


def pick(menu: QMenu, *way: str) -> None:
    for number, words in enumerate(way):
        action = next(one for one in menu.actions() if one.text() == words)
        if number + 1 < len(way):
            inner = action.menu()
            assert isinstance(inner, QMenu)
            menu = inner
        else:
            action.trigger()


@pytest.fixture
def reuse(team: PeopleRobot) -> Reuse:
    return Reuse(team)


def seen(widget: PastPlan) -> list[str]:
    """The titles of the goals on the page, as it is read."""
    cards = [card for card in widget.findChildren(QFrame) if card.property("kind") == "card"]
    labels: list[Callable[[], str]] = [
        next(label for label in card.findChildren(QLabel) if label.text()).text for card in cards
    ]
    return [text() for text in labels]


def test_the_plan_before_its_last_change_is_one_press_away(reuse: Reuse) -> None:
    team = reuse.team
    for title in ("Loads are done by six", "Loads are done by five"):
        reuse.now += timedelta(days=2)
        day = reuse.now.date()
        plans.change_item(team.store, reuse.goals[0].id, today=day, title=title)
    reuse.choose("View earlier version")
    past = team.find(PastPlan, PAST_PLAN)
    assert seen(past) == ["Loads are done by six", "Calm nights"]
    team.click(PAST_EARLIER)
    team.wait(lambda: seen(past) == ["Loads are done", "Calm nights"])
    team.find(DateField, PAST_DAY).set_day(reuse.now.date())
    team.click(PAST_BACK)
    assert reuse.page.groups[Horizon.SHORT].isVisible()
    reuse.choose("View earlier version")
    assert not reuse.page.groups[Horizon.SHORT].isVisible()
    team.press(team.find(DateField, PAST_DAY), Qt.Key.Key_Escape)
    assert reuse.page.groups[Horizon.SHORT].isVisible()


def test_the_plan_as_of_today_follows_an_undo_and_keeps_the_day_that_is_typed(
    reuse: Reuse,
) -> None:
    team, first = reuse.team, reuse.goals[0].id
    plans.change_item(team.store, first, today=TODAY, title="Loads are done by six")
    reuse.choose("View earlier version")
    team.click(PAST_LATER)
    past, day = team.find(PastPlan, PAST_PLAN), team.find(DateField, PAST_DAY)
    team.wait(lambda: seen(past) == ["Loads are done by six", "Calm nights"])
    team.type(day, "3 no")
    team.store.undo()
    team.wait(lambda: seen(past) == ["Loads are done", "Calm nights"])
    assert day.text() == "3 no"


def test_a_day_of_an_earlier_plan_is_one_that_is_over(reuse: Reuse) -> None:
    reuse.choose("View earlier version")
    day = reuse.team.find(DateField, PAST_DAY)
    reuse.team.type(day, "fri")
    reuse.team.press(day, Qt.Key.Key_Return)
    assert day.day() == date(2026, 11, 13)
    reuse.team.type(day, "soon")
    reuse.team.press(day, Qt.Key.Key_Return)
    reuse.team.click(PAST_LATER)
    assert (day.text(), day.property("refused")) == ("16 November", "")


def test_a_kept_template_begins_a_plan_for_someone_else(reuse: Reuse) -> None:
    team = reuse.team
    reuse.choose("Save goals as a template")
    kept = templates.of(team.store, TemplateKind.PLAN)[0]
    team.choose("Ben Okri")
    page = reuse.page
    menu = QMenu(page)
    page._commands.choose().add_templates(menu)
    pick(menu, kept.name)
    assert reuse.titles_of(team.person("Ben Okri").id) == ["Loads are done", "Calm nights"]
    assert team.told == "2 goals added"
    team.act(names.UNDO)
    assert reuse.titles_of(team.person("Ben Okri").id) == []


def test_a_plan_is_duplicated_for_another_person(reuse: Reuse) -> None:
    team = reuse.team
    reuse.choose("Duplicate for", "Ben Okri")
    assert reuse.titles_of(team.person("Ben Okri").id) == ["Loads are done", "Calm nights"]
    assert team.told == "Added to Ben Okri's plan"


def test_while_the_screen_is_shared_no_one_else_is_named(reuse: Reuse) -> None:
    reuse.team.act(names.SHARE_SAFE_MODE)
    words = [action.text() for action in reuse.page.header.menu().actions()]
    assert "Duplicate for" not in words


def test_the_goals_of_a_closed_plan_are_used_again(reuse: Reuse) -> None:
    team = reuse.team
    view = plans.active(team.store, reuse.ana)
    assert view is not None
    closing.close(team.store, view.plan.id, TODAY)
    reuse.page._commands._open_closed(view.plan.id)
    team.click("closedPlanAgain")
    assert reuse.titles_of(reuse.ana) == ["Loads are done", "Calm nights"]


def test_templates_are_renamed_and_deleted_on_their_page(reuse: Reuse) -> None:
    team = reuse.team
    reuse.choose("Save goals as a template")
    team.act(SHOW_TEMPLATES)
    listed = team.find(QListView, TEMPLATE_LIST)
    assert listed.model().index(0, 0).data(RECORD_ROLE).caption == "Plan, 2 goals"
    team.press(listed, Qt.Key.Key_Return)
    team.type(team.find(QLineEdit, TEMPLATE_NAME), "Half a year")
    team.press_in_focus(Qt.Key.Key_Return)
    assert templates.of(team.store, TemplateKind.PLAN)[0].name == "Half a year"
    team.press(listed, Qt.Key.Key_Delete)
    assert templates.of(team.store, TemplateKind.PLAN) == []


def test_points_of_a_template_come_onto_the_agenda(reuse: Reuse) -> None:
    team = reuse.team
    team.act(names.GO_PREPARE)
    dots = team.find(AgendaTemplates, "briefAgendaTemplates")
    pick(dots.menu_now(), "Regular 1:1")
    points = checkins.agenda(team.store, reuse.ana)
    assert len(points) == 4
    pick(dots.menu_now(), "Save this agenda as a template")
    kept = templates.of(team.store, TemplateKind.AGENDA)[0]
    assert [p.text for p in templates.points_of(kept)] == [p.text for p in points]
    assert people.get(team.store, reuse.ana).given_name not in kept.name
