"""Drives a person's review: cites, writes, seals, and reads what the page says."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from careerdesk.domain.reviews.evidence import Offered
from careerdesk.domain.reviews.records import CycleKind, Review, ReviewCycle
from careerdesk.services.reviews import accomplishments, cycles, reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page.person import PersonReview
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.reviews.writing.evidence_list import EvidenceList
from careerdesk.ui.reviews.writing.evidence_model import ItemRow, MonthRow
from careerdesk.ui.reviews.writing.evidence_pane import LIST, STRIP
from careerdesk.ui.reviews.writing.month_strip import MonthStrip
from careerdesk.ui.reviews.writing.narrative import NarrativeTab
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import PersonBuilder, a_person
from tests.robots.stage import Stage

W = TypeVar("W", bound=QWidget)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


class ReviewRobot:
    """A person in a year's cycle, with their review open at the narrative."""

    def __init__(self, stage: Stage, name: str = "Ana Ruiz", *, calibrates: bool = True) -> None:
        self.stage = stage
        self.store = stage.store
        self.person: PersonBuilder = a_person(self.store, name)
        self.cycle: ReviewCycle = cycles.add(
            self.store, "Year review 2026", CycleKind.ANNUAL, FIRST, LAST, calibrates=calibrates
        )
        found = reviews.find(self.store, self.cycle.id, self.person.id)
        assert found is not None
        self.id = found.id
        self.page: PersonReview | None = None

    def did(self, *what: str, on: date = date(2026, 10, 22)) -> ReviewRobot:
        """With things the person did on a day."""
        accomplishments.add(self.store, self.person.id, what, on)
        return self

    def written(self, **values: object) -> ReviewRobot:
        """With texts in the review."""
        reviews.write(self.store, self.id, **values)  # type: ignore[arg-type]
        return self

    def rated(self, label: str = "Strong") -> ReviewRobot:
        """With a proposed rating."""
        return self.written(proposed_step=self.step(label))

    def step(self, label: str) -> int:
        """A step of the scale by its name."""
        steps = cycles.get(self.store, self.cycle.id).steps
        return next(step.id for step in steps if step.label == label)

    def again(self) -> ReviewRobot:
        """Read the open review again, as the room does when something was changed elsewhere."""
        assert self.page is not None
        self.page.show_review(self.id, "narrative")
        QApplication.processEvents()
        return self

    def open(self, width: int = 1048, height: int = 760) -> ReviewRobot:
        """Open the review at the narrative."""
        ctx = dataclasses.replace(self.stage.ctx, theme=self.stage.ctx.theme.in_area("review"))
        self.page = PersonReview(ctx)
        self.stage.window.resize(width, height)
        self.stage.put(self.page)
        self.page.show_review(self.id, "narrative")
        QApplication.processEvents()
        return self

    @property
    def tab(self) -> NarrativeTab:
        """The narrative."""
        return self.find(NarrativeTab, "narrativeTab")

    @property
    def view(self) -> ReviewView:
        """The review as stored now."""
        return reviews.get(self.store, self.id)

    @property
    def review(self) -> Review:
        """Its record."""
        return self.view.review

    @property
    def list(self) -> EvidenceList:
        """The evidence."""
        return self.find(EvidenceList, LIST)

    @property
    def strip(self) -> MonthStrip:
        """The months."""
        return self.find(MonthStrip, STRIP)

    @property
    def editor(self) -> NoteEditor:
        """The narrative's editor."""
        return self.find(NoteEditor, names.REVIEW_NARRATIVE)

    @property
    def rating(self) -> RatingChoice:
        """The proposed rating."""
        return self.find(RatingChoice, names.PROPOSED_RATING)

    def find(self, kind: type[W], name: str) -> W:
        """A widget by its handle."""
        return self.stage.find(kind, name)

    def button(self, name: str) -> QAbstractButton:
        """A button by its handle."""
        return self.find(QAbstractButton, name)

    def words(self, name: str) -> str:
        """What a label says."""
        return self.find(QLabel, name).text()

    def click(self, name: str) -> None:
        """Press a button."""
        self.stage.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Keys, one after the other, on a widget."""
        widget.setFocus()
        for key in keys:
            self.stage.qtbot.keyClick(widget, key)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type into the narrative, and wait until the page has counted it."""
        with self.stage.qtbot.waitSignal(self.tab.narrative.settled):
            self.editor.setFocus()
            self.editor.insert_text(words)
        self.stage.ctx.autosaver.flush()

    def rows(self) -> list[str]:
        """The rows of evidence in words: months with counts, items with their state."""
        found = []
        for row in self.list.rows.rows:
            if isinstance(row, MonthRow):
                found.append(f"{row.name}: {row.counts}")
            else:
                found.append(f"{row.item.title} / {row.state}")
        return found

    def at(self, title: str) -> Offered:
        """Make an item the current one."""
        rows = self.list.rows.rows
        found = next(row for row in rows if isinstance(row, ItemRow) and row.item.title == title)
        self.list.select_id(found.id)
        return found.item

    def cite(self, title: str) -> None:
        """Cite something by its key, or cite it no more."""
        self.at(title)
        self.press(self.list, Qt.Key.Key_Space)

    def click_month(self, place: int) -> None:
        """Click on a month of the strip, the first one is 0."""
        point = self.strip.bar(place).center().toPoint()
        button = Qt.MouseButton.LeftButton
        self.stage.qtbot.mouseClick(self.strip, button, pos=QPoint(point.x(), point.y()))
        QApplication.processEvents()

    @property
    def told(self) -> str:
        """What the toast says."""
        return self.stage.toast.accessibleName()

    def wait(self, ask: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.stage.qtbot.waitUntil(ask)
