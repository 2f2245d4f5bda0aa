"""What is typed is put into the index when one pauses, and not while one types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.data.search_check import is_in_order
from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.shell.tending import Tending


@pytest.fixture
def tending(qtbot: QtBot, store: Store) -> Iterator[Tending]:
    """What looks after the index of a store; it has looked once."""
    one = Tending(store, None)
    one.start()
    qtbot.waitUntil(lambda: not one.busy)
    yield one
    one.stop()


def waiting(store: Store) -> int:
    """How many rows wait."""
    sql = "SELECT count(*) FROM pending_words"
    return int(store.read(lambda connection: connection.execute(sql).fetchone()[0]))


def test_what_waits_is_put_in_after_a_pause(qtbot: QtBot, store: Store, tending: Tending) -> None:
    assert not tending.pause.isActive()  # a window at rest stays at rest
    people.add(store, "Ana Ruiz")
    people.add(store, "Bo Lund")
    assert tending.pause.isActive()
    assert waiting(store) == 2
    tending.pause.timeout.emit()
    people.add(store, "Chi Tran")  # finds its turn
    qtbot.waitUntil(lambda: not tending.busy)
    assert tending.pause.isActive()
    tending.pause.timeout.emit()
    qtbot.waitUntil(lambda: not tending.busy)
    assert waiting(store) == 0
    assert store.read(is_in_order)


def test_nothing_is_put_in_any_more_once_the_window_ends(store: Store, tending: Tending) -> None:
    tending.stop()
    people.add(store, "Ana Ruiz")
    assert not tending.pause.isActive()
    assert waiting(store) == 1
