"""Thirty days with everything that goes wrong: a good backup is there at every moment."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.services import backups, checkins, people
from careerdesk.services.backups import Why
from tests.seeds import seeds
from tests.stores import blank_file, dump

BESIDE = frozenset({"draft", "session"})


class Days:
    """A manager's month: each day something is written, backed up, and maybe goes wrong."""

    def __init__(self, folder: Path, seed: int, break_disk: Callable[[bool], None]) -> None:
        self.dice = random.Random(seed)
        self.now = datetime(2026, 11, 17, 9, tzinfo=UTC)
        self.stick = folder / "stick"
        self.break_disk = break_disk
        self.store = Store(blank_file(folder / "store.db"), now=lambda: self.now)
        self.ana = people.add(self.store, "Ana Ruiz")
        backups.make(self.store, Why.DAILY)
        self.states = [dump(self.store.path, without=BESIDE)]

    def live(self, day: int) -> None:
        """One of them."""
        self.now += timedelta(days=1)
        self.dice.choice(
            [
                self._nothing, self._nothing, self._back, self._far_ahead, self._full, self._damage,
                self._cut, self._restore, self._stick, self._half,
            ]
        )()  # fmt: skip
        checkins.add_agenda(self.store, self.ana.id, f"Day {day}")
        self.states.append(dump(self.store.path, without=BESIDE))
        if backups.is_due(self.store.path, self.now):
            self._keep()
        self._look()

    def _keep(self) -> None:
        with suppress(StoreError):  # which is said in the window, and tried again
            backups.make(self.store, Why.DAILY)
            if self.stick.is_dir():
                backups.copy_to_second(self.store.path, self.stick)

    def _look(self) -> None:
        newest = backups.newest_good(self.store.path)
        assert newest is not None
        assert dump(newest.path, without=BESIDE) in self.states

    def _nothing(self) -> None:
        """A day as ever."""

    def _back(self) -> None:
        self.now -= timedelta(days=self.dice.randrange(1, 900))

    def _far_ahead(self) -> None:
        self.now += timedelta(days=self.dice.randrange(1, 9_000))

    def _full(self) -> None:
        self.break_disk(True)
        self._keep()
        self.break_disk(False)

    def _damage(self) -> None:
        """The newest backup rots."""
        found = backups.every(self.store.path)
        if len([one for one in found if one.good]) > 1:
            size = found[0].path.stat().st_size
            with found[0].path.open("r+b") as file:
                file.seek(size // 2)
                file.write(b"\xa5" * 300)

    def _cut(self) -> None:
        found = backups.every(self.store.path)
        if len([one for one in found if one.good]) > 1:
            os.truncate(found[0].path, 5_000)

    def _restore(self) -> None:
        newest = backups.newest_good(self.store.path)
        assert newest is not None
        backups.restore(self.store, newest.path)
        assert dump(self.store.path, without=BESIDE) == dump(newest.path, without=BESIDE)
        self._look()

    def _stick(self) -> None:
        if self.stick.is_dir():
            shutil.rmtree(self.stick)
        else:
            self.stick.mkdir()

    def _half(self) -> None:
        """What a kill leaves behind."""
        folder = backups.folder_of(self.store.path)
        (folder / ".backup-0123456789ab.part").write_bytes(b"half")
        number = backups.every(self.store.path)[0].sequence + 1
        (folder / f"backup-{number:06}.json").write_text("{")


@pytest.fixture
def break_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], None]]:
    """Let the disk be full for anyone who brings a file to it."""
    sync = os.fsync

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def turn(broken: bool) -> None:  # on or off is all there is
        monkeypatch.setattr(os, "fsync", full if broken else sync)

    yield turn
    turn(False)


@pytest.mark.parametrize("seed", seeds(8, 60))
def test_f32_f39_a_good_backup_is_there_at_every_moment(
    tmp_path: Path, seed: int, break_disk: Callable[[bool], None]
) -> None:
    days = Days(tmp_path, seed, break_disk)
    for day in range(30):
        days.live(day)
    days.store.close()
    again = Store(days.store.path)
    assert dump(again.path, without=BESIDE) == days.states[-1]
    again.close()
    names = {one.name for one in backups.folder_of(again.path).iterdir()}
    assert len([one for one in names if one.endswith(".db")]) <= 40
