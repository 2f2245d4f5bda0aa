"""A class of Qt is derived from once: PySide hands on the wrong half of what has it twice."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintDevice
from PySide6.QtWidgets import QLineEdit

import careerdesk
from careerdesk.services import people, roles
from careerdesk.ui.base import names
from careerdesk.ui.people.role_history import ROLES
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.widgets.elided import ElidedLink
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot
from tests.ui.test_find_in_page import is_marked


def test_no_widget_has_two_bases_that_are_widgets() -> None:
    for module in pkgutil.walk_packages(careerdesk.__path__, "careerdesk."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert [
        kind.__qualname__
        for kind in set(derived(QPaintDevice))
        if kind.__module__.startswith("careerdesk.")
        and sum(issubclass(base, QPaintDevice) for base in kind.__bases__) > 1
    ] == []


def derived(kind: type) -> Iterator[type]:
    """Every class that is derived from another one, however far."""
    for one in kind.__subclasses__():
        yield one
        yield from derived(one)


def test_words_are_marked_in_a_link_that_is_cut_short(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    people.change(team.store, ana.id, title="Architect")
    roles.add(team.store, ana.id, TODAY, TODAY, title="Cartographer", level="L4")
    team.choose("Ana Ruiz")
    team.act(EDIT_PERSON)
    team.act(names.FIND_IN_PAGE)
    field = team.find(QLineEdit, names.FIND_EDIT)
    team.type(field, "cartographer")
    link = team.find(ElidedLink, ROLES)
    assert is_marked(team, link, strong=True)
    team.press(field, Qt.Key.Key_Escape)
    assert not is_marked(team, link, strong=True)
