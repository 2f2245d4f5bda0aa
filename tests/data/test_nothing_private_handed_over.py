"""Nothing that is not the person's own reaches what is handed over to them, however it gets there.

`PAPERS` holds each paper in every form: anyone who makes another one adds it there.
"""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.documents.export import checkin_summary_as, own_words_as, plan_as
from careerdesk.documents.html import to_html
from careerdesk.documents.mail import as_chat, as_mail
from careerdesk.documents.summary import checkin_summary_document
from careerdesk.documents.words import ENGLISH
from careerdesk.services import (
    asking_before,
    aspirations,
    discovery,
    exporting,
    handing_over,
    own_words,
    people,
    summaries,
)
from careerdesk.services.store import Store
from careerdesk.ui.discovery.motivators import MotivatorPane
from careerdesk.ui.discovery.own_words_preview import OwnWordsPreview
from careerdesk.ui.plan.plan_preview import PlanPreview
from tests.handed import TODAY, Pick, World, a_world
from tests.robots.stage import Stage
from tests.stores import blank_store

T = TypeVar("T")


def by(data: st.DataObject) -> Pick:
    """Hypothesis chooses."""

    def pick(some: Sequence[T], /) -> T:
        return data.draw(st.sampled_from(some))

    return pick


MOMENT = datetime(2026, 11, 17, 14, tzinfo=UTC)
FORMS = ("html", "md", "json", "pdf")
Paper = Callable[[Store, World, str], bytes]


def own_words_paper(store: Store, world: World, form: str) -> bytes:
    return own_words_as(own_words.of(store, world.person_id, TODAY), form, TODAY)


def plan_paper(store: Store, world: World, form: str) -> bytes:
    shared, agreed = exporting.plan_to_hand_over(store, world.plan_id)
    return plan_as(shared, form, TODAY, agreement=agreed)


def summary_paper(store: Store, world: World, form: str) -> bytes:
    """As a file, and as it is on the clipboard and in the record of what was sent."""
    found = summaries.of(store, world.checkin_id, MOMENT)
    document = checkin_summary_document(found, TODAY, ENGLISH)
    copied = as_mail(document) + as_chat(document) + handing_over.body_of(found)
    file = everything_in(checkin_summary_as(found, form, TODAY), form)
    for text in (file, copied):
        assert {word for word in world.shared if word not in text} == set()
        assert {word for word in world.theirs if word in text} == set()
    return (file + copied).encode()


def letter_paper(store: Store, world: World, _form: str) -> bytes:
    """As it is on the clipboard, and in the record of what was sent."""
    letter = asking_before.letter(store, world.person_id, TODAY)
    for text in (letter.text, handing_over.body_of(letter)):
        assert {word for word in world.promised if word not in text} == set()
        assert {word for word in world.theirs if word in text} == set()
    return (letter.text + handing_over.body_of(letter)).encode()


PAPERS: dict[str, Paper] = {
    "own words": own_words_paper, "plan": plan_paper, "summary": summary_paper,
    "letter": letter_paper,
}  # fmt: skip
OF_PLAN = {"plan"}
OF_ALL = {"own words"}  # aspirations too, wherever else they may stand
IN_WORDS = {"summary", "letter"}  # which are words already


def offered(store: Store, world: World) -> bool:
    """Whether Discovery offers to hand something over."""
    known = [view.motivator for view in discovery.motivators(store, world.person_id)]
    wanted = [wish.now for wish in aspirations.of(store, world.person_id)]
    return own_words.is_new(store, world.person_id, known, wanted)


@contextmanager
def a_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = blank_store(Path(folder) / "store.db")
        yield store
        store.close()


def everything_in(content: bytes, form: str) -> str:
    """All that somebody can get out of a file, its properties too."""
    if form != "pdf":
        return content.decode()
    reader = PdfReader(io.BytesIO(content))
    words = [page.extract_text() for page in reader.pages]
    return "".join([*words, str(reader.metadata), str(reader.xmp_metadata)]).replace("\t", "")


def test_no_paper_says_what_is_guessed_ended_struck_private_or_not_on_the_plan(
    qapp: QApplication,
) -> None:
    with a_store() as store:

        @settings(max_examples=15, deadline=None)
        @given(st.data())
        def looked_through(data: st.DataObject) -> None:
            form = data.draw(st.sampled_from(FORMS))
            world = a_world(store, by(data))
            for name, make in PAPERS.items():
                made = make(store, world, form)
                text = made.decode() if name in IN_WORDS else everything_in(made, form)
                of_all, asks = name in OF_ALL, name == "letter"
                assert world.leaks(text, plan=not of_all, letter=asks) == [], name
                if name in OF_PLAN and form == "json":
                    assert all(word in text for word in world.on_plan)

        looked_through()


def test_own_words_are_all_that_was_said_and_nothing_else() -> None:
    with a_store() as store:

        @settings(max_examples=15, deadline=None)
        @given(st.data())
        def compared(data: st.DataObject) -> None:
            world = a_world(store, by(data))
            text = own_words_paper(store, world, "json").decode()
            assert {word for word in world.theirs if word not in text} == set()
            assert world.leaks(text) == []
            assert offered(store, world) == own_words.handing(store, world.person_id, TODAY).is_new
            if own_words.of(store, world.person_id, TODAY).is_empty:
                assert not world.theirs
                return
            kept = own_words.hand_over(store, world.person_id, TODAY, TODAY)
            assert world.leaks(kept.body) == []
            assert not own_words.handing(store, world.person_id, TODAY).is_new
            assert not offered(store, world)
            assert handing_over.last(store, kept.what, world.person_id) == kept

        compared()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.whole
def test_no_copy_drag_or_preview_takes_a_guess_along(
    qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    with a_store() as store:
        world = a_world(store, random.Random(seed).choice)
        stage = Stage(qtbot, store, tmp_path)
        pane = stage.put(MotivatorPane(stage.ctx))
        person = people.get(store, world.person_id)
        pane.show_person(person, discovery.motivators(store, person.id))
        clipboard = QGuiApplication.clipboard()
        for section in (pane.drives, pane.drains, pane.values):
            clipboard.setText("")
            section.view.selectAll()
            section.view.setFocus()
            qtbot.keyClick(section.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            assert world.leaks(clipboard.text()) == []
            said = [row.motivator.name for row in section.model.rows]
            assert set(clipboard.text().split()) == {one for one in said if one in world.theirs}
            rows = [section.model.index(row, 0) for row in range(section.model.rowCount())]
            carried = section.model.mimeData(rows)
            assert not carried.hasText() and not carried.hasHtml()
            for form in carried.formats():
                assert (
                    world.leaks(bytes(carried.data(form).data()).decode("utf-8", "replace")) == []
                )
        preview = OwnWordsPreview(stage.ctx, person.id, stage.window)
        preview.copy_markdown()
        assert world.leaks(clipboard.text()) == []
        assert world.leaks(to_html(preview.document)) == []
        assert all(word in clipboard.text() for word in world.theirs)
        preview.close()
        plan = PlanPreview(stage.ctx, world.plan_id, stage.window)
        plan.copy_markdown()
        for text in (clipboard.text(), to_html(plan.document)):
            assert world.leaks(text, plan=True) == []
            assert all(word in text for word in world.on_plan)
        plan.close()
