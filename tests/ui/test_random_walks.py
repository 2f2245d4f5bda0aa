"""Wherever a walk leads: no error, one person, words stored, and share-safe mode that holds."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from careerdesk.services import people
from careerdesk.ui.base import names
from tests.robots.everywhere import full_store
from tests.robots.rambling import Rambler, names_one_person, nobodys, unsaved
from tests.robots.wandering import catch_up, private_words, switch_says, words_given_to
from tests.robots.window import PeopleRobot
from tests.seeds import examples, seeds
from tests.stores import BESIDE, dump

STEPS = examples(35, 60)  # few walks, but long ones: the window alone takes as long as 14
EVERYONE = ("Ana Ruiz", "Benedikta", "Chiara")


@pytest.fixture
def team(qtbot: QtBot, tmp_path: Path) -> Iterator[PeopleRobot]:
    store = full_store(tmp_path / "store.db", *EVERYONE)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()
    store.close()


def close_what_is_open(team: PeopleRobot) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in team.window.findChildren(QDialog):
        dialog.reject()
    catch_up()


@pytest.mark.whole
@pytest.mark.parametrize("seed", seeds(10))
def test_a_walk_without_a_plan(team: PeopleRobot, seed: int) -> None:
    before = dump(team.store.path, without=BESIDE)
    walker = Rambler(team, seed)
    with capture_exceptions() as errors:
        for _ in range(STEPS):
            walker.step()
            assert names_one_person(team), walker.path
            assert nobodys(team) == [], walker.path
        close_what_is_open(team)
        assert unsaved(team) == [], walker.path
        _turn_share_safe_on(team, walker)
        _undo_all(team)
    assert not ["".join(traceback.format_exception(*one)) for one in errors], walker.path
    assert dump(team.store.path, without=BESIDE) == before, walker.path


def _turn_share_safe_on(team: PeopleRobot, walker: Rambler) -> None:
    shared = team.window.actions_[names.SHARE_SAFE_MODE]
    if not shared.isChecked():
        shared.trigger()
    catch_up()
    shown = team.window.ctx.sharing.person_id
    there = {person.id: person.full_name for person in people.everyone(team.store)}
    others = [name for key, name in there.items() if key != shown and name in EVERYONE]
    assert switch_says(team) == {True}, walker.path
    own = words_given_to(team, shown) if shown else []
    assert private_words(team, *others, own=own) == [], walker.path
    shared.trigger()


def _undo_all(team: PeopleRobot) -> None:
    undo = team.window.actions_[names.UNDO]
    while undo.isEnabled():
        undo.trigger()
        catch_up()
