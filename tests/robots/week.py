"""The hands of a test on the page that closes the week."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from careerdesk.domain.records import Person
from careerdesk.domain.week import Notice
from careerdesk.services import feedback, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.week.week import WeekPage
from tests.robots.keys import press_letters
from tests.robots.stage import Stage


class WeekHands:
    """Types into its rows and reads them, in whatever window the page stands."""

    def __init__(self, page: WeekPage, store: Store) -> None:
        self.page, self.store = page, store

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the focus is."""
        widget = QApplication.focusWidget() or self.page
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, words: str, *, choice: Notice | None = None) -> None:
        """Type into the row that has the keyboard, with another choice first."""
        view = self.page.list
        if choice is not None:
            place = list(Notice).index(choice)
            view.what.setCurrentIndex(place)
            view.what.activated.emit(place)
            view.field.setFocus()
        assert view.field.hasFocus()
        press_letters(view.field, words)

    def paste(self, text: str) -> None:
        """Paste into the box below."""
        data = QMimeData()
        data.setText(text)
        self.page.jotted.text.insertFromMimeData(data)

    def rows(self) -> dict[str, str]:
        """What stands in each row that holds words."""
        lines = self.page.model.rows
        return {one.row.person.short_name: one.words for one in lines if one.words}

    def spoken(self, name: str) -> str:
        """All that a row says."""
        model = self.page.model
        line = next(one for one in model.rows if one.row.person.short_name == name)
        return model.spoken(line)

    def person(self, name: str) -> Person:
        """Someone as stored."""
        return next(one for one in people.everyone(self.store) if one.name == name)

    def untold(self, name: str) -> list[str]:
        """The feedback that waits to be told."""
        found = feedback.to_deliver(self.store, self.person(name).id)
        return [one.behaviour for one in found]


class WeekRobot(WeekHands):
    """The page alone, with Ana, Ben and Chi."""

    def __init__(self, stage: Stage) -> None:
        people.add_many(stage.store, ["Ana Ruiz", "Ben Okri", "Chi Tran"])
        super().__init__(stage.put(WeekPage(stage.ctx)), stage.store)
        self.stage = stage
        self.page.focus_first()

    @property
    def told(self) -> str:
        """What the toast says."""
        return self.stage.toast.text()

    @property
    def banner(self) -> str:
        """What is said of an action that failed."""
        found = self.stage.banners.banner(names.PROBLEM)
        return found.text.text() if found is not None else ""

    def undo(self) -> None:
        """Take the last step back."""
        self.stage.undo()

    def let_days_pass(self, days: int) -> None:
        """Midnight comes while the page is open."""
        self.stage.clock.go_on(days=days)
        self.stage.ctx.day.look()
        QApplication.processEvents()
