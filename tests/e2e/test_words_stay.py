"""What is typed stays with whom and what it is for, wherever one goes and however it ends."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from careerdesk.domain.brief_lines import LineKind
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services import drafts as service
from careerdesk.services.reviews import cycles
from careerdesk.ui.base import names
from careerdesk.ui.base.holders import Finding, holder_of
from careerdesk.ui.checkins.planned_list import PLANNED_LIST, PlannedList
from careerdesk.ui.discovery.motivator_list import MotivatorList
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.plan.serving import NEW
from careerdesk.ui.prepare.brief_rows import Kind
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    CLOSE_WEEK,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    NEXT_TAB,
    NOTE_FEEDBACK,
    PLAN_CAREER,
    PLAN_ONE_ON_ONE,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
)
from careerdesk.ui.widgets.tick_list import TickList
from tests.builders import TODAY
from tests.robots.brief import BriefRobot
from tests.robots.editors import Editor, Watcher, editors, type_into, words_of
from tests.robots.everywhere import full_store
from tests.robots.seen import said
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot
from tests.seeds import one_in
from tests.stores import dump

ANA, BEN = "Ana Ruiz", "Benedikta"
MARK = "qz"
MOST_FIELDS = 400
NAMES_AND_NUMBERS = {
    "person.given_name", "person.family_name", "person.preferred_name",
}  # fmt: skip  # by a name the test finds its people again
FIRST = {"quickCaptureEdit": "ana "}  # what makes the words ones for Ana


@pytest.fixture
def team(qtbot: QtBot, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over two people of whom there is something of everything; Ana is shown."""
    store = full_store(tmp_path / "store.db", ANA, BEN)
    year = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    cycles.add(store, "Year", CycleKind.ANNUAL, *year, calibrates=True)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose(ANA)
    yield robot
    robot.window.close()
    store.close()


# Where words can be typed


def tab(name: str) -> Callable[[PeopleRobot], None]:
    def go(team: PeopleRobot) -> None:
        team.choose(ANA)
        team.act(name)

    return go


def plan_page(team: PeopleRobot) -> PlanPage:
    tab(names.GO_PLAN)(team)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    return page


def goal_panel(team: PeopleRobot) -> None:
    page = plan_page(team)
    page.open_item(page.groups[next(iter(page.groups))].model.id_at(0))
    for row in page.panel.results._rows.values():
        row.unfold()
    page.panel.serving.pick(NEW)


def plan_editor(team: PeopleRobot) -> None:
    plan_page(team).header.edit()


def closing_plan(team: PeopleRobot) -> None:
    plan_page(team)
    team.click(names.CLOSE_PLAN)


def agreeing(team: PeopleRobot) -> None:
    plan_page(team).header.agree_wanted.emit()


def answers(team: PeopleRobot) -> None:
    tab(names.GO_DISCOVERY)(team)
    team.press(team.find(TickList.__mro__[1], names.NOTES_HISTORY), Qt.Key.Key_Return)


def own_question(team: PeopleRobot) -> None:
    tab(names.GO_DISCOVERY)(team)
    team.click("ownQuestion")


def aspiration(team: PeopleRobot) -> None:
    tab(names.GO_DISCOVERY)(team)
    page = team.window.person_page.page
    assert page is not None
    page.aspirations._enter(page.aspirations.model.index(0, 0))


def earlier_check_in(team: PeopleRobot) -> None:
    tab(names.GO_CHECK_INS)(team)
    view = team.find(TickList.__mro__[1], names.CHECK_IN_HISTORY)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Return)


def on_check_ins(name: str) -> Callable[[PeopleRobot], None]:
    """An action asked for on Check-ins, where nothing else takes words."""

    def go(team: PeopleRobot) -> None:
        tab(names.GO_CHECK_INS)(team)
        team.act(name)

    return go


def skipping(team: PeopleRobot) -> None:
    tab(names.GO_CHECK_INS)(team)
    view = team.find(PlannedList, PLANNED_LIST)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_S)


def running_check_in(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(START_CHECK_IN)


def feedback(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(NOTE_FEEDBACK)


def row_of(kind: Kind) -> Callable[[PeopleRobot], None]:
    def go(team: PeopleRobot) -> None:
        tab(names.GO_PREPARE)(team)
        brief = BriefRobot(team)
        brief.press(Qt.Key.Key_Return, brief.rows(None, kind)[0])

    return go


def day_of_promise(team: PeopleRobot) -> None:
    tab(names.GO_PREPARE)(team)
    brief = BriefRobot(team)
    brief.press(Qt.Key.Key_D, brief.rows(None, LineKind.PROMISE)[0])


def motivator(team: PeopleRobot) -> None:
    tab(names.GO_DISCOVERY)(team)
    view = team.find(TickList.__mro__[1], names.MOTIVATOR_LIST)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_F2)


def words_of_a_motivator(team: PeopleRobot) -> None:
    tab(names.GO_DISCOVERY)(team)
    view = team.find(MotivatorList, names.MOTIVATOR_LIST)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Return)


def act(name: str) -> Callable[[PeopleRobot], None]:
    def go(team: PeopleRobot) -> None:
        team.choose(ANA)
        team.act(name)

    return go


def review(sides: int) -> Callable[[PeopleRobot], None]:
    def go(team: PeopleRobot) -> None:
        team.choose(ANA)
        team.window.ctx.navigator.open_reviews(team.person(ANA).id)
        for _ in range(sides):
            team.act(NEXT_TAB)

    return go


def board(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(names.GO_REVIEWS)


PLACES: dict[str, Callable[[PeopleRobot], None]] = {
    "prepare": tab(names.GO_PREPARE),
    "discovery": tab(names.GO_DISCOVERY),
    "plan": tab(names.GO_PLAN),
    "check-ins": tab(names.GO_CHECK_INS),
    "goal panel": goal_panel,
    "title and period of the plan": plan_editor,
    "closing the plan": closing_plan,
    "agreeing on the plan": agreeing,
    "answers": answers,
    "own question": own_question,
    "aspiration": aspiration,
    "motivator": motivator,
    "words of a motivator": words_of_a_motivator,
    "earlier check-in": earlier_check_in,
    "planning a check-in": on_check_ins(PLAN_ONE_ON_ONE),
    "planning a career conversation": on_check_ins(PLAN_CAREER),
    "skipping a check-in": skipping,
    "a past check-in": on_check_ins(ADD_PAST_CHECK_IN),
    "running check-in": running_check_in,
    "feedback": feedback,
    "a point of the agenda": row_of(LineKind.POINT),
    "a promise": row_of(LineKind.PROMISE),
    "a next step": row_of(LineKind.STEP),
    "the day of a promise": day_of_promise,
    "person panel": act(EDIT_PERSON),
    "discovery talk": act(DISCOVERY_CONVERSATION),
    "quick capture": act(names.QUICK_CAPTURE),
    "objectives": act(SHOW_OBJECTIVES),
    "templates": act(SHOW_TEMPLATES),
    "trash": act(SHOW_TRASH),
    "close the week": act(CLOSE_WEEK),
    "board": board,
    **{f"review, side {n + 1}": review(n) for n in range(6)},
}


# What is looked at


def fields_of(team: PeopleRobot) -> list[Editor]:
    """What can be typed into at this place, but fields that only find."""
    found = [field for field in editors(team.window, seen=True)
             if not isinstance(holder_of(field), Finding)]  # fmt: skip
    return [field for field in found if field.objectName() not in NAMES_AND_NUMBERS]


def type_everywhere(team: PeopleRobot) -> dict[str, str]:
    """Type a word of its own into each field; the words by the names of the fields."""
    typed: dict[str, str] = {}
    for number, field in enumerate(fields_of(team)):
        name, word = f"{number} {field.objectName()}", f"{MARK}{number:02}"
        type_into(field, FIRST.get(field.objectName(), "") + word)
        if word in words_of(field):  # some take figures alone
            typed[name] = word
    return typed


def held_words(team: PeopleRobot) -> list[str]:
    """The fields, seen or not, that hold words of somebody who is not shown."""
    shown = team.window.ctx.drafts.shown
    return [
        f"{field.objectName()}: {words_of(field)}"
        for field in editors(team.window)
        if MARK in words_of(field)
        and ((holder := holder_of(field)) is None or holder.owner is None
             or holder.owner.person_id not in (0, shown))
    ]  # fmt: skip


def unstored(team: PeopleRobot, words: dict[str, str], *, of_nobody: bool) -> dict[str, str]:
    """The words that are drafts; what is stored may be seen wherever its record is shown."""
    drafts = service.every(team.store)
    bodies = "\n".join(one.body for one in drafts if of_nobody or one.whose)
    return {name: word for name, word in words.items() if word in bodies}


def everything_in_fields(team: PeopleRobot) -> str:
    """What stands in all fields; of a review, on all its sides."""
    found = list(map(words_of, editors(team.window)))
    while team.window.actions_[NEXT_TAB].isEnabled() and len(found) < MOST_FIELDS:
        team.act(NEXT_TAB)
        catch_up()
        found += map(words_of, editors(team.window))
    return "\n".join(found)


def lost(path: Path, words: dict[str, str]) -> list[str]:
    """The fields whose words are nowhere in the file."""
    rows = "\n".join(dump(path))
    return [name for name, word in words.items() if word not in rows]


def close_dialogs(team: PeopleRobot) -> None:
    for dialog in team.window.findChildren(QDialog):
        dialog.reject()
    catch_up()


@pytest.mark.whole
@pytest.mark.parametrize("place", one_in(3, PLACES))
def test_words_stay_where_they_belong(
    team: PeopleRobot, tmp_path: Path, qtbot: QtBot, place: str
) -> None:
    watcher = Watcher(team)
    PLACES[place](team)
    catch_up()
    words = type_everywhere(team)
    ctx = team.window.ctx
    # somebody else, Today, Reviews: nothing of it is there
    for go in (lambda: team.choose(BEN), lambda: team.act(names.GO_TODAY),
               lambda: team.act(names.GO_REVIEWS), lambda: team.choose(BEN)):  # fmt: skip
        go()
        catch_up()
        assert held_words(team) == []
        seen, of_people = said(team.window), unstored(team, words, of_nobody=False)
        assert [word for word in of_people.values() if word in seen] == []
    # share-safe over somebody else
    team.act(names.SHARE_SAFE_MODE)
    catch_up()
    assert not [one for one in words.values() if one in said(team.window)]
    team.act(names.SHARE_SAFE_MODE)
    # the program is ended at once: nothing is lost
    killed = tmp_path / "killed.db"
    for end in ("", "-wal"):
        beside = Path(f"{ctx.store.path}{end}")
        if beside.exists():
            shutil.copy(beside, f"{killed}{end}")
    assert lost(killed, words) == []
    # ... and it is where it was typed, after a restart too
    assert not ctx.autosaver.pending
    team.restart()
    if place == "running check-in":
        team.choose(ANA)
        team.act(names.GO_CHECK_INS)
    else:
        PLACES[place](team)
    catch_up()
    there = everything_in_fields(team)
    waiting = unstored(team, words, of_nobody=True)
    assert [name for name, word in waiting.items() if word not in there] == []
    watcher.stop()
    assert watcher.unknown == set()
