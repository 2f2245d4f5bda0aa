"""A toast follows what was done, and its Undo takes back just that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView
from pytestqt.exceptions import capture_exceptions

from careerdesk.domain.errors import InvalidInput
from careerdesk.services import checkins, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, DELETE_PERSON
from tests.builders import PersonBuilder
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot


def stop_writing(store: Store) -> None:
    store.writer()._connection.execute("PRAGMA query_only=ON")


def mark_done(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    view = team.find(QAbstractItemView, names.ATTENTION_LIST)
    team.go_to(view, 1)  # below the heading
    team.press(view, Qt.Key.Key_Return)


def test_a_promise_that_could_not_be_marked_is_not_told_as_kept(team: PeopleRobot) -> None:
    builder = PersonBuilder(team.store, "Dora Diaz").with_promise("Send the numbers", due_in=-3)
    stop_writing(team.store)
    mark_done(team)
    assert team.banner()
    assert team.told == ""
    assert checkins.promises(team.store, builder.id)


@pytest.mark.parametrize("name", [DELETE_PERSON, ARCHIVE_PERSON])
def test_what_could_not_be_done_to_a_person_is_not_told(team: PeopleRobot, name: str) -> None:
    team.choose("Ben Okri")
    stop_writing(team.store)
    team.act(name)
    assert team.banner()
    assert team.told == ""
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]


def test_the_undo_of_a_toast_takes_back_its_own_step(team: PeopleRobot) -> None:
    PersonBuilder(team.store, "Dora Diaz").with_promise("Send the numbers", due_in=-3)
    mark_done(team)
    assert team.told == "Promise kept"
    team.click(names.TOAST_UNDO)
    assert team.told == "Undone: Tick off promise"


def test_f66_the_undo_of_a_toast_never_takes_back_what_came_after(team: PeopleRobot) -> None:
    team.add("Dora Diaz")
    assert team.told == "Dora Diaz added"
    people.change(team.store, team.person("Ana Ruiz").id, title="Planner")
    team.click(names.TOAST_UNDO)
    assert (
        team.told
        == "You've made other changes since then. To undo the latest one, use Undo in the menu."
    )
    assert team.person("Ana Ruiz").title == "Planner"
    assert "Dora Diaz" in team.stored()
    team.act(names.UNDO)
    team.act(names.UNDO)
    assert "Dora Diaz" not in team.stored()


def test_the_undo_of_a_toast_does_nothing_once_its_step_was_taken_back(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ana Ruiz").id, title="Planner")
    team.add("Dora Diaz")
    team.store.undo()
    team.click(names.TOAST_UNDO)
    assert team.person("Ana Ruiz").title == "Planner"


def test_what_changes_nothing_offers_no_way_back(team: PeopleRobot) -> None:
    ctx = team.window.ctx
    assert try_action(ctx, lambda: 3).say("Looked")
    assert team.told == "Looked"
    assert not team.find(QAbstractButton, names.TOAST_UNDO).isVisible()


def test_an_error_of_ours_is_told_in_a_banner_and_ends_in_no_toast(team: PeopleRobot) -> None:
    ctx = team.window.ctx

    def break_down() -> None:
        raise RuntimeError

    with capture_exceptions() as raised:
        outcome = try_action(ctx, break_down)
        assert not outcome.say("Done")
    assert [kind for kind, _, _ in raised] == [RuntimeError]
    assert team.banner() == "Something went wrong, and the action couldn't be completed."
    assert team.told == ""
    assert try_action(ctx, lambda: None)
    assert team.banner() == ""
    catch_up()


def test_a_refusal_says_why(team: PeopleRobot) -> None:
    outcome = try_action(team.window.ctx, people.add, team.store, " ")
    assert (outcome.done, outcome.value, outcome.step) == (False, None, None)
    assert team.banner()
    outcome.ignored_because("the banner has said it")
    with pytest.raises(InvalidInput):
        people.add(team.store, " ")


def test_an_action_that_changed_nothing_leads_nowhere_back(team: PeopleRobot) -> None:
    ctx = team.window.ctx
    people.change(team.store, team.person("Ana Ruiz").id, title="Planner")
    assert try_action(ctx, lambda: None)
    ctx.notices.toast("Done", undo=True)
    assert not team.find(QAbstractButton, names.TOAST_UNDO).isVisible()
    assert team.person("Ana Ruiz").title == "Planner"


def test_what_is_read_meanwhile_does_not_hide_what_was_done(team: PeopleRobot) -> None:
    ctx, ana = team.window.ctx, team.person("Ana Ruiz").id
    assert try_action(ctx, people.change, team.store, ana, title="Planner")
    assert try_read(ctx, people.get, team.store, ana)
    ctx.notices.toast("Done", undo=True)
    team.click(names.TOAST_UNDO)
    assert team.person("Ana Ruiz").title == ""


def test_a_page_that_reads_again_leaves_what_was_said_of_an_action(team: PeopleRobot) -> None:
    ctx = team.window.ctx
    team.choose("Ana Ruiz")
    stop_writing(team.store)
    ana = team.person("Ana Ruiz").id
    assert not try_action(ctx, people.archive, ctx.store, ana, ctx.clock.today())
    said = team.banner()
    assert said
    try_read(ctx, people.everyone, ctx.store)
    assert team.banner() == said
