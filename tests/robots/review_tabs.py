"""The hands of a test on a person's review: opens its sides, types, presses."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from careerdesk.ui.reviews.page.person import PersonReview
from careerdesk.ui.reviews.parts.tabs import ReviewTab
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_add import InlineAdd
from tests.reviews import ReviewBuilder
from tests.robots.keys import press_letters
from tests.robots.stage import Stage

W = TypeVar("W", bound=QWidget)


class ReviewRobot:
    """One review in a window of its own, in the colours of its room."""

    def __init__(self, stage: Stage, review: ReviewBuilder, tab: str) -> None:
        self.stage, self.review = stage, review
        ctx = replace(stage.ctx, theme=stage.ctx.theme.in_area("review"))
        self.page = PersonReview(ctx)
        layout = stage.window.layout()
        assert layout is not None
        layout.addWidget(self.page)
        stage.window.show()
        stage.qtbot.waitExposed(stage.window)
        stage.window.activateWindow()
        self.open(tab)

    def open(self, tab: str) -> ReviewTab:
        """Go to a side of the review."""
        self.page.show_review(self.review.id, tab)
        QApplication.processEvents()
        return self.tab

    @property
    def tab(self) -> ReviewTab:
        """The open side."""
        return self.page.made_tab(self.page.tab)

    def find(self, kind: type[W], name: str) -> W:
        """A widget of the open side by its handle."""
        found = self.tab.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key in a widget."""
        self.stage.qtbot.keyClick(widget, key)
        QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        """Type into a text, at its end, and wait until it is stored."""
        field = self.find(QTextEdit, name)
        field.setFocus()
        press_letters(field, text)
        self.stage.ctx.autosaver.flush()
        QApplication.processEvents()

    def fill(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Replace what is in a field and end with a key."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        if not text:
            self.press(field, Qt.Key.Key_Backspace)
        press_letters(field, text)
        self.press(field, key)
        self.stage.ctx.autosaver.flush()
        QApplication.processEvents()

    def add(self, name: str, *lines: str) -> None:
        """Type a line into a line that adds; several are pasted at once."""
        field = self.find(InlineAdd, name)
        field.setFocus()
        if len(lines) > 1:
            clipboard = QApplication.clipboard()
            clipboard.setText("\n".join(lines))
            field.paste()
        else:
            press_letters(field, lines[0])
            self.press(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def click(self, name: str) -> None:
        """Click a button."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} cannot be pressed: {button.toolTip()}"
        self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def can(self, name: str) -> bool:
        """Whether a button is there to be pressed."""
        button = self.find(QWidget, name)
        return button.isVisibleTo(self.tab) and button.isEnabled()

    def tip(self, name: str) -> str:
        """The tooltip over a control: its own, or that of what it stands in."""
        found: QWidget | None = self.find(QWidget, name)
        while found is not None and not found.toolTip():
            found = found.parentWidget()
        return found.toolTip() if found else ""

    def pick(self, name: str, words: str) -> None:
        """Choose an entry of a drop-down, as its popup does."""
        box = self.find(DropDown, name)
        row = box.findText(words)
        assert row >= 0, [box.itemText(n) for n in range(box.count())]
        box.setCurrentIndex(row)
        box.activated.emit(row)
        QApplication.processEvents()

    def rate(self, name: str, label: str) -> None:
        """Choose a step of a scale."""
        for button in self.find(QWidget, name).findChildren(QAbstractButton):
            if button.isVisibleTo(self.tab) and button.accessibleName().endswith(f": {label}"):
                assert button.isEnabled(), button.toolTip()
                self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
                QApplication.processEvents()
                return
        raise AssertionError(f"{label} is not offered")

    def open_row(self, name: str, row: int) -> None:
        """Open a row of a list by Enter."""
        found = self.go_to(name, row)
        self.press(found, Qt.Key.Key_Return)

    def go_to(self, name: str, row: int) -> FittedList:
        """Make a row the current one."""
        found = self.find(FittedList, name)
        found.setFocus()
        found.setCurrentIndex(found.model().index(row, 0))
        return found

    def rows(self, name: str) -> list[str]:
        """What a list says, a spoken sentence for each row."""
        model = self.find(FittedList, name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def words(self, name: str) -> str:
        """What a label says, if it is shown."""
        label = self.find(QLabel, name)
        return label.text() if label.isVisibleTo(self.tab) else ""

    def seen(self) -> str:
        """All words on the page, typed ones too."""
        page = self.page
        labels = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
        edits = [one for one in page.findChildren(QTextEdit) if one.isVisibleTo(page)]
        return "\n".join([*labels, *(one.toPlainText() for one in edits)])

    def said(self) -> str:
        """What the toast says."""
        return self.stage.toast.text()

    def let_days_pass(self, days: int = 1) -> None:
        """Midnight comes while the tab is open."""
        self.stage.clock.go_on(days=days)
        self.stage.ctx.day.look()

    def undo(self) -> None:
        """Take the last step back."""
        self.stage.undo()
        QApplication.processEvents()
