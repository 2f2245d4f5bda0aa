"""What the catalogue calls private is hidden while the screen is shared, wherever it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from PySide6.QtWidgets import QLineEdit

from careerdesk.data.mapping import table_name
from careerdesk.domain.catalogue import CATALOGUE, Area, Place, kinds_in
from careerdesk.domain.loop import PlanSnapshot
from careerdesk.domain.records import CheckIn, Record
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.library.trash import ICONS
from careerdesk.ui.shell.person_page import TABS
from tests.robots.everywhere import PRIVATE, full_store
from tests.robots.stage import Stage
from tests.stores import ask

PRIVATE_TEXTS = [
    (kind, name)
    for kind in kinds_in(Area.CONVERSATIONS)
    if kind is not PlanSnapshot  # is made of goals, and shown by none
    for name in sorted(CATALOGUE[kind].private)
]


def shown_in(stage: Stage, kind: type[Record], name: str) -> QLineEdit:
    """A field in no private box that shows one text of a record."""
    field = stage.put(QLineEdit())
    saved = SavedField(stage.ctx, field, f"test-{name}", lambda *_: None)
    saved.show_text(1, "Words", TextRef(kind, 1, name))
    return field


def test_private_texts_are_hidden_in_no_private_box_too(stage: Stage) -> None:
    private = [shown_in(stage, kind, name) for kind, name in PRIVATE_TEXTS]
    shared = shown_in(stage, CheckIn, "shared_notes")
    assert len(private) >= 4 and all(field.isVisible() for field in private)
    stage.ctx.sharing.share(1)
    assert [field.isVisible() for field in private] == [False] * len(private)
    assert shared.isVisible()
    stage.ctx.sharing.stop()
    assert all(field.isVisible() for field in private)


def test_a_private_text_shown_while_sharing_is_hidden_at_once(stage: Stage) -> None:
    stage.ctx.sharing.share(1)
    assert not shown_in(stage, CheckIn, "private_notes").isVisible()


def test_every_private_text_is_marked_for_the_walk_while_sharing(tmp_path: Path) -> None:
    full_store(tmp_path / "store.db", "Ana Ruiz").close()
    for kind, name in PRIVATE_TEXTS:
        words = ask(tmp_path / "store.db", f"SELECT {name} FROM {table_name(kind)}")
        assert PRIVATE in repr(words), (kind, name)


def test_what_a_person_has_opens_on_a_tab_there_is() -> None:
    pages = {"", "people", "objectives", "templates", "trash", "reviews"}
    assert set(get_args(Place)) - pages == set(TABS)
    tabs = {CATALOGUE[kind].opens for kind in kinds_in(Area.CONVERSATIONS)} - pages
    assert tabs == set(TABS)


def test_each_icon_in_the_trash_is_of_a_kind_that_it_names() -> None:
    known = {table_name(kind) for kind in kinds_in(Area.CONVERSATIONS)}
    assert set(ICONS) <= known
