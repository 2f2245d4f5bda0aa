"""Changing the appearance dresses each widget once, and leaves everything as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

from careerdesk.compat import override
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import SHORTCUTS, SHOW_OBJECTIVES, SHOW_TEMPLATES, SHOW_TRASH
from careerdesk.ui.theme.theme import Theme
from tests.robots.everywhere import TABS
from tests.robots.window import PeopleRobot

PLACES = (
    *TABS, names.GO_TODAY, names.GO_REVIEWS, names.PREFERENCES, SHORTCUTS, SHOW_OBJECTIVES,
    SHOW_TEMPLATES, SHOW_TRASH,
)  # fmt: skip
AROUND = 60  # that are no page: menus, viewports
TIMES = 3  # the old sheet is taken off, the new one put on; a few widgets have a sheet of a page


class Counting(QObject):
    """Counts how often widgets are told that their style changed."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.dressed: Counter[int] = Counter()
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.dressed[place_of(watched)] += 1
        return False


@pytest.fixture
def dressed(put_on: Callable[[Theme], Theme], staff: PeopleRobot) -> PeopleRobot:
    """The window over the demo, in the clothes of the program, with every page visited."""
    put_on(staff.window.ctx.theme)
    for place in PLACES:
        staff.act(place)
    return staff


def test_what_nobody_sees_waits_and_each_widget_is_dressed_but_a_few_times(
    dressed: PeopleRobot, qapp: QApplication
) -> None:
    count = len(qapp.allWidgets())
    seen = sum(widget.isVisible() for widget in qapp.allWidgets())
    assert count > 800
    assert seen < count // 4
    done = Qt.WidgetAttribute.WA_WState_Polished
    worn = {place_of(widget) for widget in qapp.allWidgets() if widget.testAttribute(done)}
    counting = Counting(qapp)
    dressed.window.ctx.theme.choose("dark")
    assert counting.dressed.total() < TIMES * (seen + AROUND)
    dressed.wait(lambda: is_dressed(qapp))
    qapp.removeEventFilter(counting)
    alive = set(map(place_of, qapp.allWidgets()))  # pages that were left are gone meanwhile
    assert worn & alive <= set(counting.dressed)
    assert counting.dressed.total() < TIMES * count


def place_of(widget: QWidget) -> int:
    """What tells one widget from all others; what Python has of it may be made anew each time."""
    return int(getCppPointer(widget)[0])


def is_dressed(app: QApplication) -> bool:
    """Whether no widget that was ever seen still wears the old clothes."""
    own, done = Qt.WidgetAttribute.WA_SetStyle, Qt.WidgetAttribute.WA_WState_Polished
    return not any(
        one.testAttribute(own) and not one.testAttribute(done) for one in app.allWidgets()
    )


def pictures(robot: PeopleRobot) -> dict[str, QImage]:
    found = {}
    for place in TABS:
        robot.act(place)
        robot.list.setFocus()  # no caret blinks in a list
        QApplication.processEvents()
        found[place] = robot.window.grab().toImage()
    return found


@pytest.mark.long
def test_there_and_back_every_page_looks_the_same(dressed: PeopleRobot) -> None:
    theme = dressed.window.ctx.theme
    before = pictures(dressed)
    theme.choose("dark")
    dark = pictures(dressed)
    theme.choose("light")
    after = pictures(dressed)
    for place in TABS:
        assert before[place] == after[place], place
        assert before[place] != dark[place], place
