"""A question on the agenda: it is not suggested again, and its tick leads to its answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.services import checkins, discovery
from careerdesk.ui.agenda.agenda import AgendaBox
from careerdesk.ui.base import names
from careerdesk.ui.discovery.discovery import DiscoveryPage
from careerdesk.ui.prepare.brief_rows import PUT_ON_AGENDA
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import TODAY
from tests.robots.brief import BriefRobot
from tests.robots.window import PeopleRobot


class Asker:
    """Ana's window, in which a question was put on the agenda from her brief."""

    def __init__(self, team: PeopleRobot) -> None:
        self.team, self.store = team, team.store
        discovery.ensure_bank(team.store)
        self.ana = team.person("Ana Ruiz").id
        discovery.add_motivator(team.store, self.ana, "Craft")
        checkins.add_agenda(team.store, self.ana, "Rota")
        team.choose("Ana Ruiz")
        team.act(names.GO_PREPARE)
        self.brief = BriefRobot(team)
        row = self.brief.rows(Part.QUESTION, LineKind.QUESTION)[0]
        self.question, self.question_id = row.text, row.key
        self.brief.click(row, PUT_ON_AGENDA)

    def suggested(self) -> str:
        return self.brief.rows(Part.QUESTION, LineKind.QUESTION)[0].text

    def point(self, text: str) -> bool:
        """Whether a point is open."""
        found = {one.text: one.covered_on for one in checkins.agenda(self.store, self.ana)}
        return text in found and found[text] is None

    def tick(self, *texts: str) -> None:
        rows = [self.brief.row(text, LineKind.POINT) for text in texts]
        self.brief.press(Qt.Key.Key_Space, *rows)

    def words(self) -> NoteEditor:
        found = QApplication.focusWidget()
        assert isinstance(found, NoteEditor), found
        return found

    def answers(self) -> list[str]:
        found = discovery.answers(self.store, self.ana, self.question_id)
        return [note.their_words for note in found]


@pytest.fixture
def asker(team: PeopleRobot) -> Asker:
    return Asker(team)


def test_it_is_not_suggested_again_whatever_the_point_is_called(asker: Asker) -> None:
    assert asker.suggested() != asker.question
    point = next(one for one in checkins.agenda(asker.store, asker.ana) if one.question_id)
    checkins.change_agenda(asker.store, point.id, text="School")
    assert asker.suggested() != asker.question
    asker.team.act(names.GO_DISCOVERY)
    page = asker.team.window.person_page.page
    assert isinstance(page, DiscoveryPage)
    assert page.asked.text() != asker.question


def test_the_tick_in_the_brief_leads_to_its_answer_and_undo_takes_both_back(asker: Asker) -> None:
    asker.tick(asker.question)
    assert asker.team.window.person_page.tab == "discovery"
    assert asker.words().objectName() == names.NOTE_THEIR_WORDS
    assert not asker.point(asker.question)
    asker.team.qtbot.keyClicks(asker.words(), "In Kiel")
    asker.team.window.ctx.autosaver.flush()
    assert asker.answers() == ["In Kiel"]
    asker.team.act(names.UNDO)
    assert asker.answers() == [] and not asker.point(asker.question)
    asker.team.act(names.UNDO)
    assert asker.point(asker.question)
    assert asker.team.window.person_page.tab == "prepare"
    asker.team.act(names.REDO)
    asker.team.act(names.REDO)
    assert asker.answers() == ["In Kiel"] and not asker.point(asker.question)


@pytest.mark.long
def test_a_tick_without_words_leaves_no_note(asker: Asker) -> None:
    asker.tick(asker.question)
    asker.team.choose("Ben Okri")
    asker.team.choose("Ana Ruiz")
    assert asker.answers() == []
    asker.team.act(names.UNDO)
    assert asker.point(asker.question)


@pytest.mark.long
def test_other_points_and_several_at_once_lead_nowhere(asker: Asker) -> None:
    asker.tick("Rota")
    assert asker.team.window.person_page.tab == "prepare"
    asker.tick("Rota")
    view = asker.brief.go_to(asker.brief.row("Rota", LineKind.POINT))
    view.selectAll()
    asker.team.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not asker.point(asker.question) and not asker.point("Rota")
    assert asker.team.window.person_page.tab == "prepare"
    asker.tick(asker.question)  # open again
    assert asker.point(asker.question)
    assert asker.team.window.person_page.tab == "prepare"


def test_the_tick_in_the_running_check_in_leads_there_too(asker: Asker) -> None:
    team = asker.team
    check_in = checkins.start(asker.store, asker.ana, team.window.ctx.clock.now())
    team.act(names.GO_CHECK_INS)
    box = next(one for one in team.window.findChildren(AgendaBox) if one.isVisible())
    place = [one.text for one in box.model.rows].index(asker.question)
    box.list.setFocus()
    box.list.setCurrentIndex(box.model.index(place, 0))
    team.qtbot.keyClick(box.list, Qt.Key.Key_Space)
    assert [one.text for one in checkins.covered_in(asker.store, check_in.id)] == [asker.question]
    assert team.window.person_page.tab == "discovery"
    team.qtbot.keyClicks(asker.words(), "In Kiel")
    team.choose("Ben Okri")
    assert asker.answers() == ["In Kiel"]
    assert discovery.answers(asker.store, asker.ana, asker.question_id)[0].asked_on == TODAY
