"""The hands of a test on the discovery page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton, QToolButton, QVBoxLayout

from careerdesk.compat import override
from careerdesk.domain.loop import NoteMotivator
from careerdesk.domain.records import DiscoveryNote, Drive, Lens, Motivator
from careerdesk.services import discovery, motivators, people
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.page import Page
from careerdesk.ui.discovery.discovery import DiscoveryPage
from careerdesk.ui.discovery.motivator_list import MotivatorList
from careerdesk.ui.discovery.motivators import DRAINER_LIST, VALUE_EDIT, VALUE_LIST, MotivatorPane
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.robots.stage import Stage

ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class MotivatorPage(Page):
    """The lists of what moves a person, alone: quicker made than all of Discovery."""

    watches = (Motivator, DiscoveryNote, NoteMotivator)

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.motivators = MotivatorPane(ctx)
        QVBoxLayout(self).addWidget(self.motivators)

    @override
    def refresh(self) -> None:
        """Read what moves them."""
        now, earlier = motivators.every(self.ctx.store, self.person_id)
        self.motivators.show_person(people.get(self.ctx.store, self.person_id), now, earlier)


class MotivatorRobot:
    """Ranks and says how sure it is, as a user does."""

    page: MotivatorPage | DiscoveryPage

    def __init__(self, stage: Stage, person_id: int) -> None:
        self.stage = stage
        self.person_id = person_id
        self.page = stage.show(MotivatorPage(stage.ctx), person_id)

    @property
    def motivator_list(self) -> MotivatorList:
        return self.stage.find(MotivatorList, names.MOTIVATOR_LIST)

    def add(self, *motivators: str) -> None:
        self._add(names.MOTIVATOR_EDIT, motivators)

    def add_drainer(self, *drainers: str) -> None:
        self._add(names.DRAINER_EDIT, drainers)

    def add_value(self, *values: str) -> None:
        self._add(VALUE_EDIT, values)

    def list_of(self, drive: Drive) -> MotivatorList:
        name = {Drive.DRIVES: names.MOTIVATOR_LIST, Drive.DRAINS: DRAINER_LIST,
                Drive.VALUE: VALUE_LIST}[drive]  # fmt: skip
        return self.stage.find(MotivatorList, name)

    def _add(self, name: str, lines: tuple[str, ...]) -> None:
        edit = self.stage.find(InlineAdd, name)
        edit.setFocus()
        for line in lines:
            edit.setText(line)
            self.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)

    def ranked(self) -> list[str]:
        """The motivators as they are seen."""
        return rows_of(self.motivator_list)

    def stored(self, drive: Drive = Drive.DRIVES) -> list[str]:
        """The motivators as they are kept."""
        views = discovery.motivators(self.stage.store, self.person_id)
        return [view.motivator.name for view in views if view.motivator.drive is drive]

    def press(
        self, key: Qt.Key, motivator: str, *, alt: bool = False, drive: Drive = Drive.DRIVES
    ) -> None:
        view = self.list_of(drive)
        row = rows_of(view).index(motivator)
        view.select_ids([view.ordered_model().id_at(row)])
        view.setFocus()
        self.stage.qtbot.keyClick(view, key, ALT if alt else PLAIN)

    def click(self, name: str) -> None:
        kinds = (QPushButton, QToolButton)
        button = next(filter(None, (self.stage.window.findChild(k, name) for k in kinds)))
        self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


class DiscoveryRobot(MotivatorRobot):
    """Ranks, asks and writes as a user does."""

    page: DiscoveryPage

    def __init__(self, stage: Stage, person_id: int, lens: Lens | None = Lens.JOY) -> None:
        """Look at one side of a person; None: at what the page suggests."""
        self.stage = stage
        self.person_id = person_id
        discovery.ensure_bank(stage.store)
        self.page = stage.show(DiscoveryPage(stage.ctx), person_id)
        if lens is not None:
            self.set_of("")
            if self.page.questions.lens is not lens:
                self.lens(lens)

    @property
    def question_list(self) -> FittedList:
        return self.stage.find(FittedList, names.QUESTION_LIST)

    @property
    def history(self) -> FittedList:
        return self.stage.find(FittedList, names.NOTES_HISTORY)

    def words(self, place: int = 0) -> NoteEditor:
        """The editor of their words, the newest answer first."""
        return self._editor(names.NOTE_THEIR_WORDS, place)

    def reading(self, place: int = 0) -> NoteEditor:
        return self._editor(names.NOTE_INTERPRETATION, place)

    def _editor(self, name: str, place: int) -> NoteEditor:
        return self.stage.find(NoteEditor, name + (str(place + 1) if place else ""))

    def questions(self) -> list[str]:
        return rows_of(self.question_list)

    def set_of(self, name: str) -> None:
        """Choose a set of questions, "" for the bank."""
        sets = self.page.questions.sets
        sets.set_value(name)
        sets.picked.emit(name)

    def lens(self, lens: Lens) -> None:
        self.click(f"lens{lens.value}")

    def ask(self, question: str) -> None:
        """Choose a question and ask it by the keyboard."""
        view = self.question_list
        view.setCurrentIndex(view.model().index(self.questions().index(question), 0))
        view.setFocus()
        self.stage.qtbot.keyClick(view, Qt.Key.Key_Return)

    def choose(self, question: str) -> None:
        view = self.question_list
        view.setCurrentIndex(view.model().index(self.questions().index(question), 0))

    def notes(self) -> list[discovery.NoteView]:
        return discovery.notes(self.stage.store, self.person_id)


def rows_of(view: QListView) -> list[str]:
    """What the rows of a list say."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def record_of(view: QListView, row: int) -> object:
    """The record in a row."""
    return view.model().index(row, 0).data(RECORD_ROLE)
