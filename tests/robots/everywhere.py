"""Someone of whom there is something of everything, and a walk over every place of the window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QTextEdit, QWidget

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, Drive, Horizon, Lens, Owner
from careerdesk.services import (
    actions,
    asking_before,
    aspirations,
    checkins,
    closing,
    discovery,
    feedback,
    ideas,
    key_result_values,
    key_results,
    motivators,
    objectives,
    planning,
    plans,
    summaries,
    templates,
)
from careerdesk.services.store import Store
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.base import names
from careerdesk.ui.checkins.check_in_charts import AS_TABLE
from careerdesk.ui.checkins.history_search import CHARTS_CHIP, SEARCH
from careerdesk.ui.checkins.planned_list import PLANNED_LIST, PlannedList
from careerdesk.ui.plan.agree_form import AGREE_CANCEL
from careerdesk.ui.plan.close_plan import CLOSE_CANCEL
from careerdesk.ui.plan.closed_plans import CLOSED_BACK
from careerdesk.ui.plan.past_plan import PAST_BACK
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.plan.whose_form import WHOSE_BACK
from careerdesk.ui.prepare.brief_rows import AT_REST
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    ARCHIVE_PERSON,
    CLOSE_WEEK,
    DELETE_PERSON,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    END_PLAN,
    EXPORT_BRIEF,
    EXPORT_CHECK_INS,
    EXPORT_OWN_WORDS,
    FINISH_RUNNING,
    FOLD_RAIL,
    MARK_AGREED,
    NEW_CYCLE,
    NEXT_AREA,
    NEXT_TAB,
    NOTE_FEEDBACK,
    PLAN_CAREER,
    PLAN_ONE_ON_ONE,
    PREVIOUS_TAB,
    REVIEW_BOARD,
    SHORTCUTS,
    SHOW_BACKUPS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
    WRITE_NEXT,
)
from careerdesk.ui.shell.palette import Palette
from tests.builders import NOW, TODAY, PersonBuilder, a_note
from tests.robots.brief import BriefRobot
from tests.robots.window import PeopleRobot
from tests.stores import blank_store

PRIVATE = "qzprivate"
PAGES = (
    names.GO_TODAY, CLOSE_WEEK, SHOW_OBJECTIVES, SHOW_TEMPLATES, SHOW_BACKUPS, SHOW_TRASH,
    DISCOVERY_CONVERSATION,
    names.PREFERENCES, SHORTCUTS, EDIT_PERSON, names.ABOUT, NOTE_FEEDBACK,
)  # fmt: skip
DIALOGS = (names.EXPORT_PLAN, EXPORT_OWN_WORDS, EXPORT_BRIEF, EXPORT_CHECK_INS)
FORMS = (PLAN_ONE_ON_ONE, PLAN_CAREER, ADD_PAST_CHECK_IN)
ALSO_WALKED = frozenset(
    {
        START_CHECK_IN,
        FINISH_RUNNING,
        MARK_AGREED,
        END_PLAN,
        names.QUICK_CAPTURE,
        names.SEARCH,
        names.EARLIER_VERSIONS,
        names.UNDO,
        names.REDO,
        *FORMS,
    }
)
NO_PLACE = frozenset(
    {
        names.NEW_PERSON, names.IMPORT_PEOPLE, names.QUIT, names.MOVE_PLAN_ITEM_UP,
        names.MOVE_PLAN_ITEM_DOWN, names.SHARE_SAFE_MODE, NEXT_AREA, FOLD_RAIL,
        names.NEW_PLAN_ITEM, ARCHIVE_PERSON, DELETE_PERSON,
        names.FIND_IN_PAGE, names.FIND_NEXT, names.FIND_PREVIOUS, names.GO_BACK,
    }
)  # fmt: skip
OF_REVIEWS = frozenset(
    {
        names.GO_REVIEWS, NEW_CYCLE, REVIEW_BOARD, PREVIOUS_TAB, NEXT_TAB, WRITE_NEXT,
    }
)  # fmt: skip  # the other room, which is closed while the screen is shared
IN_WRITING = frozenset({names.ASK_BEFORE, names.TAKE_IN_ANSWER})  # closed then, too
TABS = (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS)


@cache
def _full(people: tuple[str, ...]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        made = blank_store(Path(folder) / "full.db")
        for name in people:
            fill(PersonBuilder(made, name), name)
        made.close()
        return made.path.read_bytes()


def full_store(path: Path, *people: str) -> Store:
    """Open a store at *path* that has something of everything of each of *people*."""
    path.write_bytes(_full(people))
    return Store(path)


def fill(builder: PersonBuilder, who: str) -> None:
    """Give a person something of everything: *who* is in all of it, a mark in what is private."""
    store, word = builder.store, f"{PRIVATE} {who}"
    builder.like(recognition=word, feedback_style=word)
    _plan(builder, who, word)
    builder.driven_by(f"Mastery of {who}").driven_by(f"Noise of {who}", drive=Drive.DRAINS)
    builder.said(*builder.motivators)
    builder.driven_by(f"{word} guess", f"{word} once", f"{word} unfed")
    builder.driven_by(f"{word} dear", drive=Drive.VALUE)
    guess, once = builder.motivators[2:4]
    fed = [builder.motivators[0].id, guess.id]
    plans.set_item_motivators(store, builder.goals[0].id, fed)
    motivators.end(store, [once.id], TODAY, TODAY)
    aspirations.add(store, builder.id, [f"{who} teaches"], TODAY)
    builder.with_note(f"{who} builds things", f"{word} reading", days_ago=20)
    discovery.ensure_bank(store)
    asked, *others = discovery.questions(store, builder.id)
    stay = next(one.id for one in others if one.question.lens is Lens.STAY)
    kept = a_note(store, builder.id, stay, TODAY)
    discovery.write_note(store, kept.id, their_words=f"{word} stays")
    note = a_note(store, builder.id, asked.id, TODAY)
    discovery.write_note(store, note.id, their_words=f"{who} ends it", my_reading=f"{word} answer")
    _check_ins(builder, who, word)
    _open_words(builder, who)


def _plan(builder: PersonBuilder, who: str, word: str) -> None:
    """An earlier plan, and one with a goal of which everything is written."""
    store = builder.store
    plans.add_items_for(store, builder.id, Horizon.SHORT, [f"{who} began"], TODAY)
    templates.keep_plan(store, builder.plan.id, f"Plan of {who}")
    plans.change_item(
        store,
        plans.get(store, builder.plan.id).items[0].id,
        today=TODAY,
        private_note=f"{word} old",
    )
    closing.close(store, builder.plan.id, TODAY, f"{who} did well")
    builder.with_goals(f"{who} loads by six")
    goal = builder.goals[0].id
    for hours, note in enumerate((f"{word} earlier goal", f"{word} goal")):
        store.now = partial(NOW.__add__, timedelta(hours=hours))
        plans.change_item(store, goal, today=TODAY, private_note=note)
    result = key_results.add(store, goal, f"Loads of {who}").id
    key_result_values.add(
        store, result, TODAY, 0.5, today=TODAY, confidence=7, note=f"{who} was slow"
    )
    actions.add(store, goal, [f"{who} calls"], today=TODAY)
    objectives.add_for_item(store, goal, "Less waste", TODAY)


def _check_ins(builder: PersonBuilder, who: str, word: str) -> None:
    """Check-ins, what is for the next one, feedback of every kind, and something deleted."""
    store = builder.store
    for days, felt in ((21, 1), (14, 0), (7, -1)):
        builder.with_checkin(
            days, shared_notes=f"{who} looked at it", private_notes=f"{word} notes",
            said=felt, sensed=felt, temperature_words=f"{word} mood",
        )  # fmt: skip
    checkins.add_agenda(store, builder.id, f"{who} in winter")
    checkins.add_agenda(store, builder.id, f"{word} point", private=True)
    templates.keep_agenda(store, builder.id, f"Agenda of {who}")
    builder.with_promise(f"Send {who} the numbers", due_in=-3)
    checkins.add_promise(store, builder.id, f"{who} reads", owner=Owner.THEM)
    feedback.add(store, builder.id, TODAY, behaviour=f"{who} helped")
    for way in (FeedbackWay.TO_DELIVER, FeedbackWay.RECEIVED):
        feedback.add(store, builder.id, TODAY, impact=f"{word} {way.value}", way=way)
    gone = checkins.add_agenda(store, builder.id, f"{word} deleted", private=True)
    checkins.remove_agenda(store, [gone.id])
    skipped = planning.plan(store, builder.id, NOW + timedelta(minutes=2), NOW)
    planning.skip(store, skipped.id, NOW, f"{word} reason")
    planning.plan(store, builder.id, NOW + timedelta(minutes=5), NOW)


def _open_words(builder: PersonBuilder, who: str) -> None:
    """What both may read and nobody else: a career conversation, an idea, and letters."""
    store, start = builder.store, NOW - timedelta(days=4)
    check_in = checkins.start(store, builder.id, start, CheckInKind.CAREER)
    checkins.write(store, check_in.id, shared_notes=f"{who} would lead")
    checkins.finish(store, check_in.id, start + timedelta(hours=1))
    summaries.mark_sent(store, check_in.id, summaries.of(store, check_in.id, NOW), NOW)
    ideas.add(store, builder.id, [f"{who} visits a customer"], TODAY)
    letter = asking_before.letter(store, builder.id, TODAY)
    asking_before.mark_sent(store, builder.id, letter, TODAY, TODAY)
    found = asking_before.preview(store, builder.id, f"1. {who} writes of winter", TODAY)
    taken = [replace(row, taken=True) for row in found.rows]
    asking_before.take_in(store, builder.id, taken, TODAY, TODAY)


def walk(team: PeopleRobot) -> Iterator[str]:
    """Every place of the window, one after the other."""
    for tab in TABS:
        team.act(tab)
        yield tab
    yield from _open_rows(team)
    yield from _plan_places(team)
    yield from _dialogs(team)
    yield from _small_forms(team)
    for place in PAGES:
        if team.window.actions_[place].isEnabled():
            team.act(place)
            yield place
    yield from _search_and_charts(team)
    yield from _steps(team)
    yield from _palette(team)
    team.act(START_CHECK_IN)
    yield "running check-in"
    team.act(names.QUICK_CAPTURE)
    team.type(team.find(QLineEdit, "quickCaptureEdit"), "b")
    yield "quick capture"
    team.press_in_focus(Qt.Key.Key_Escape)
    team.act(FINISH_RUNNING)
    yield "end of a check-in"
    team.press_in_focus(Qt.Key.Key_Escape)


def _palette(team: PeopleRobot) -> Iterator[str]:
    """What the palette finds, by each way to ask it."""
    for typed in ("", ">", "@", "b", "qz"):
        team.act(names.SEARCH)
        team.type(team.find(QLineEdit, names.SEARCH_EDIT), typed)
        palette = team.find(Palette, names.PALETTE)
        team.wait(lambda seen=palette: not seen.waits)  # type: ignore[misc]
        yield f"search for {typed}"
        team.press_in_focus(Qt.Key.Key_Escape)


def _open_rows(team: PeopleRobot) -> Iterator[str]:
    """What opens from the rows of the pages: a goal, a note, a check-in."""
    for tab, name in (
        (names.GO_PLAN, names.SHORT_TERM_ITEMS),
        (names.GO_DISCOVERY, names.NOTES_HISTORY),
        (names.GO_CHECK_INS, names.CHECK_IN_HISTORY),
    ):
        team.act(tab)
        view = team.find(QAbstractItemView, name)
        for row in range(view.model().rowCount()):
            team.go_to(view, row)
            team.press(view, Qt.Key.Key_Return)
            yield f"{name} {row}"


def _plan_places(team: PeopleRobot) -> Iterator[str]:
    """The plan as it was, an earlier plan, what is asked of a plan, and menus."""
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    page.close_panel()
    menu = page.header.menu()
    yield "menu of the plan"
    next(one for one in menu.actions() if one.text() == "View earlier version").trigger()
    yield "the plan as it was"
    menu.deleteLater()
    team.click(PAST_BACK)
    team.click(page.closed.tab_stops()[0].objectName())
    yield "an earlier plan"
    team.click(CLOSED_BACK)
    team.act(END_PLAN)
    yield "closing the plan"
    team.click(CLOSE_CANCEL)
    team.act(MARK_AGREED)
    yield "agreeing on the plan"
    team.click(AGREE_CANCEL)
    page.header.whose_wanted.emit()
    yield "whose idea the goals were"
    team.click(WHOSE_BACK)
    team.act(names.GO_PREPARE)
    menu = team.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    yield "templates of the agenda"
    menu.deleteLater()
    brief = BriefRobot(team)
    for kind in dict.fromkeys(row.kind for row in brief.rows() if row.kind not in AT_REST):
        menu = brief.go_to(brief.rows(None, kind)[0]).menu()
        yield f"menu of a row: {kind}"
        menu.deleteLater()


def _dialogs(team: PeopleRobot) -> Iterator[str]:
    """What opens over the window."""
    for place in DIALOGS:
        team.act(place)
        yield place
        close_dialog(team)
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    team.press(team.find(QWidget, names.SHORT_TERM_ITEMS), Qt.Key.Key_Return)
    for text in (names.ITEM_TITLE, names.ITEM_PRIVATE_NOTE):
        if team.find(QTextEdit, text).isVisible():
            team.find(QTextEdit, text).setFocus()
            team.act(names.EARLIER_VERSIONS)
            yield f"versions of {text}"
            close_dialog(team)
    page.close_panel()


def _small_forms(team: PeopleRobot) -> Iterator[str]:
    """What plans, skips or adds a check-in, and what can become of one."""
    team.act(names.GO_CHECK_INS)
    for place in FORMS:
        team.act(place)
        yield place
        team.press_in_focus(Qt.Key.Key_Escape)
    listed = team.find(PlannedList, PLANNED_LIST)
    team.go_to(listed, 0)
    team.press(listed, Qt.Key.Key_S)
    yield "skipping a check-in"
    team.press_in_focus(Qt.Key.Key_Escape)
    menu = listed.menu()
    yield "menu of a planned check-in"
    menu.deleteLater()


def close_dialog(team: PeopleRobot) -> None:
    """Close what lies over the window, and wait until the keyboard is back in it."""
    dialog = team.window.findChild(QDialog)
    assert dialog is not None
    dialog.close()
    team.wait(lambda: team.window.findChild(QDialog) is None)
    team.window.activateWindow()
    team.wait(team.window.isActiveWindow)


def _search_and_charts(team: PeopleRobot) -> Iterator[str]:
    """What is found in the check-ins, and how they went, drawn and as tables."""
    team.act(names.GO_CHECK_INS)
    for chip in (CHARTS_CHIP, AS_TABLE):
        team.click(chip)
        yield chip
    for words in ("looked", "notes"):
        team.type(team.find(QLineEdit, SEARCH), words)
        yield f"search for {words}"
    team.type(team.find(QLineEdit, SEARCH), " ")
    team.click(CHARTS_CHIP)


def _steps(team: PeopleRobot) -> Iterator[str]:
    """What the menu and the toast say of private steps that are taken back and done again."""
    ana, store = team.person("Ana Ruiz").id, team.store
    check_in = checkins.last_held(store, ana)
    assert check_in is not None
    checkins.write(store, check_in.id, said=2, temperature_words=f"{PRIVATE} now")
    point = checkins.add_agenda(store, ana, f"{PRIVATE} step", private=True)
    checkins.remove_agenda(store, [point.id])
    for step in (names.UNDO, names.UNDO, names.UNDO, names.REDO, names.REDO, names.UNDO):
        team.act(step)
        yield f"{step}: {team.told}"
    team.act(names.UNDO)
