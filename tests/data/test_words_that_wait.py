"""What is typed waits to be put into the index, and is found all the same, by anyone who reads."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careerdesk.data.library import Library
from careerdesk.data.place import Standing
from careerdesk.data.queries.search import TABLES, Match, matches, words_from
from careerdesk.data.reads import Reads
from careerdesk.data.search_check import is_in_order
from careerdesk.data.search_codes import SEARCHED
from careerdesk.data.search_pending import MANY, MOST
from careerdesk.data.store import Store
from careerdesk.domain.entries import Area
from careerdesk.domain.errors import Interrupted
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.records import AgendaItem, CheckIn, Person, Record
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.found import Scope, State
from careerdesk.services import checkins, demo, discovery, people, striking
from careerdesk.services.search import find
from tests.data.test_index_of_words import keys_of
from tests.seeds import seeds
from tests.stores import ask, blank_file, blank_store

TODAY = date(2026, 11, 17)
AT = datetime(2026, 11, 17, 9, tzinfo=UTC)
EVERY_STATE = tuple(State)
WAITING = "SELECT in_table, row_id FROM pending_words ORDER BY 1, 2"
LONG = "\n".join(f"Line {number} of what was said about the release" for number in range(100))


def waiting(store: Store) -> list[tuple[str, int]]:
    """Which rows wait."""
    return store.read(lambda connection: connection.execute(WAITING).fetchall())


def numbers(store: Reads, words: str, **more: object) -> list[int]:
    """The ids of the records that say this, the newest first."""
    found: list[Match] = store.read(matches, Area.CONVERSATIONS, words, **more)  # type: ignore[arg-type]
    return [match.record_id for match in found]


def everything(store: Reads, words: list[str]) -> list[object]:
    """All that is found by *words*, of each kind and on both sides."""
    return [
        store.read(matches, area, word, newest=5_000, states=states, titles=titles)
        for area in TABLES
        for word in words
        for states in ((State.THERE,), EVERY_STATE)
        for titles in (False, True)
    ]


def killed(store: Store, folder: Path) -> Path:
    """The file as it would be if the program were killed now."""
    folder.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{store.path}{end}", folder / f"store.db{end}")
    return folder / "store.db"


def frames(path: Path) -> int:
    """How many pages the journal beside a file holds, of this round."""
    journal = Path(f"{path}-wal").read_bytes()
    size = 24 + int.from_bytes(journal[8:12], "big")
    heads = [journal[at : at + 24] for at in range(32, len(journal) - size + 1, size)]
    return sum(head[8:16] == journal[16:24] for head in heads)


def test_a_save_while_one_types_writes_the_page_of_the_text_and_the_head(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        demo.fill(store, TODAY)
        check_in = store.read(keys_of, CheckIn)[-1]
        written = []
        for number in range(30):
            before = frames(store.path)
            checkins.write(store, check_in, shared_notes=f"{LONG} {number}")
            written.append(frames(store.path) - before)
            store.tend_index(lambda: number % 10 > 0)  # noqa: B023  # now and then one pauses
    said = len(LONG) // 4096 + 2  # the text, and the row that it hangs on
    assert sorted(written)[15] <= said + 1
    assert max(written[3:]) <= 2 * said + 3  # after a pause, what it said before is written too


def test_words_are_found_at_once_by_all_who_read_and_not_after_they_went(tmp_path: Path) -> None:
    with (
        closing(blank_store(tmp_path / "store.db")) as store,
        closing(store.reader()) as reader,
        closing(Store(store.path, read_only=True)) as beside,
    ):
        everyone: tuple[Reads, ...] = (store, reader, beside)

        def found(words: str, **more: object) -> list[int]:
            one, *others = (numbers(reads, words, **more) for reads in everyone)
            assert others == [one, one]
            return one

        ana = people.add(store, "Ana Ruiz")
        check_in = checkins.start(store, ana.id, AT)
        checkins.write(store, check_in.id, shared_notes="Zwölf Gründe", private_notes="quiet")
        for typed in ('"zwolf"', '"zwolf grunde"', '"z"*', '"zwol"*', '"quiet"'):
            assert found(typed, person_id=ana.id) == [check_in.id]
        assert found('"quiet"', private=False) == []
        checkins.write(store, check_in.id, shared_notes="Gründe zwölf")
        assert (found('"zwolf grunde"'), found('"grunde zwolf"')) == ([], [check_in.id])
        store.tend_index()
        assert waiting(store) == []
        assert (found('"zwolf grunde"'), found('"grunde zwolf"')) == ([], [check_in.id])
        checkins.write(store, check_in.id, shared_notes="calm")
        assert (found('"zwolf"'), found('"calm"')) == ([], [check_in.id])
        assert {"calm", "zwolf"} >= set(store.read(words_from, Area.CONVERSATIONS, "calm", 9))
        store.undo()
        assert (found('"zwolf"'), found('"calm"')) == ([check_in.id], [])
        item = checkins.add_agenda(store, ana.id, "zwölf")
        assert found('"zwolf"', kinds=[AgendaItem]) == [item.id]
        checkins.remove_agenda(store, [item.id])
        assert found('"zwolf"', kinds=[AgendaItem]) == []
        assert len(found('"zwolf"', states=(State.DELETED,))) == 1


def test_a_share_finds_nothing_private_that_waits(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana, bo = people.add(store, "Ana Ruiz"), people.add(store, "Bo Lund")
        check_in = checkins.start(store, ana.id, AT)
        checkins.write(store, check_in.id, shared_notes="zebra", private_notes="gnu")
        for person, word, many in ((ana, "zebra", 1), (ana, "gnu", 0), (bo, "zebra", 0)):
            shared = Scope(person_id=person.id, private=False)
            assert len(find(store, word, shared, TODAY).hits) == many
        assert not find(store, "zebar", Scope(person_id=ana.id, private=False), TODAY).hits
        assert find(store, "zebar", Scope(), TODAY).hits


@pytest.mark.parametrize("seed", seeds(short=4))
def test_after_any_history_all_readers_find_what_a_settled_index_finds(
    tmp_path: Path, seed: int
) -> None:
    walk = Walk(tmp_path, random.Random(seed))
    walk.begin()
    try:
        for _ in range(10):
            for _ in range(4):
                walk.step()
            walk.check()
    finally:
        walk.end()


class Walk:
    """A store, another program that writes into it, and one that reads: all see the same."""

    words = ("Łódź", "release", "東京", "Παύλος", "r", "plan-b", "40 %", "", "\ue000p1")
    asked = ('"lodz"', '"release"', '"rel"*', '"r"*', '"r release"', '"lodz" OR "40"', "")

    def __init__(self, folder: Path, dice: random.Random) -> None:
        """Begin with the demo."""
        self.folder, self.dice = folder, dice
        self.tables = [(one.kind, [n for n in one.codes if n != FIGURES]) for one in SEARCHED]
        self.kills = 0

    def begin(self) -> None:
        """Fill the store, and open it a second and a third time."""
        with closing(blank_store(self.folder / "store.db")) as store:
            demo.fill(store, TODAY)
        self.open(self.folder / "store.db")

    def open(self, path: Path) -> None:
        """Open a file, and beside it another program that writes, and one that reads."""
        self.stores = [Store(path), Store(path)]
        self.reader = Store(path, read_only=True)

    def end(self) -> None:
        """Close all of them; nothing waits in the file then, if one of them could write."""
        self.reader.close()
        self.stores[0].warm()
        for store in self.stores:
            store.close()
        path = self.stores[0].path
        assert ask(path, WAITING) == []

    def step(self) -> None:
        """Do anything that may be done to a store."""
        act: Callable[[], object] = self.dice.choices(
            (self.change, self.trash, self.undo, self.redo, self.tend, self.kill),
            (60, 8, 14, 6, 8, 4),
        )[0]
        act()

    def change(self) -> None:
        """Let a few records say something else, or many."""
        kind, fields = self.dice.choice(self.tables)
        store = self.dice.choice(self.stores)
        keys = store.read(keys_of, kind)
        many = self.dice.choice((1, 1, 1, 3, 3 * MANY))
        with store.edit("Change", merge=self.dice.choice(("", "typing"))) as tx:
            for key in self.dice.sample(keys, min(many, len(keys))):
                text = " ".join(self.dice.choices(self.words, k=3))
                tx.change(kind, key, **{self.dice.choice(fields): text})

    def trash(self) -> None:
        """Delete a record."""
        kind, _ = self.dice.choice(self.tables)
        store = self.dice.choice(self.stores)
        keys = store.read(keys_of, kind)
        if keys and kind is not Person:
            with store.edit("Delete") as tx:
                tx.trash(kind, [self.dice.choice(keys)])

    def undo(self) -> None:
        """Undo what one of the programs did last, which the other may have gone on with."""
        self.travel(lambda store: store.undo())

    def redo(self) -> None:
        """Do it again."""
        self.travel(lambda store: store.redo())

    def travel(self, act: Callable[[Store], object]) -> None:
        """Undo or redo; a row may refer to one that the other program deleted meanwhile."""
        from careerdesk.domain.errors import UserError

        store = self.dice.choice(self.stores)
        try:
            act(store)
        except UserError:
            store._forget_edits()

    def tend(self) -> None:
        """One pauses."""
        self.dice.choice(self.stores).tend_index(lambda: self.dice.random() < 0.3)

    def kill(self) -> None:
        """Go on with the file as it would be after a kill."""
        self.kills += 1
        path = killed(self.stores[0], self.folder / f"after{self.kills}")
        before = self.stores
        self.reader.close()
        self.open(path)
        for store in before:
            store.close()

    def check(self) -> None:
        """Who reads finds the same as who finds all of it in the index."""
        found = everything(self.reader, list(self.asked))
        assert found == everything(self.stores[0], list(self.asked))
        assert self.stores[0].read(is_in_order)
        with settled(self.stores[0], self.folder / "settled.db") as other:
            assert waiting(other) == []
            assert other.read(is_in_order)
            assert found == everything(other, list(self.asked))


@contextmanager
def settled(store: Store, path: Path):  # type: ignore[no-untyped-def]
    """A copy of a store in which nothing waits."""
    with closing(sqlite3.connect(path)) as copy:
        store.read(lambda connection: connection.backup(copy))
    with closing(Store(path)) as other:
        other.tend_index()
        yield other
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def test_after_a_kill_it_is_found_and_the_next_start_puts_it_in(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        checkins.add_agenda(store, ana.id, "zwölf")
        path = killed(store, tmp_path / "after")
    with closing(Store(path, read_only=True)) as reader:
        assert waiting(reader)
        assert numbers(reader, '"zwolf"') == [1]
    with closing(Store(path)) as after:
        assert numbers(after, '"zwolf"') == [1]
        after.tend_index()
        assert waiting(after) == []
        assert after.read(is_in_order)
        assert numbers(after, '"zwolf"') == [1]


def test_nothing_waits_in_a_file_that_is_closed(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add(store, "Ana Ruiz")
        assert waiting(store) == [("person", 1)]
    assert ask(store.path, WAITING) == []
    with closing(Store(store.path, read_only=True)) as reader:
        assert reader.read(is_in_order)


def test_a_backup_in_which_words_wait_is_put_back_with_them(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        checkins.add_agenda(store, ana.id, "zwölf")
        with closing(sqlite3.connect(tmp_path / "kept.db")) as copy:
            store.read(lambda connection: connection.backup(copy))
        store.tend_index()
        checkins.add_agenda(store, ana.id, "dreizehn")
        store.become(tmp_path / "kept.db")
        assert (numbers(store, '"zwolf"'), numbers(store, '"dreizehn"')) == ([1], [])
        store.tend_index()
        assert (numbers(store, '"zwolf"'), numbers(store, '"dreizehn"')) == ([1], [])
        assert store.read(is_in_order)


def test_what_the_file_refuses_waits_on(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    with closing(Store(path, library=Library(wait_ms=10))) as store:
        people.add(store, "Ana Ruiz")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            store.tend_index()
            assert waiting(store) == [("person", 1)]
            store.close()
            other.execute("ROLLBACK")
    with closing(Store(path)) as store:
        assert waiting(store) == [("person", 1)]
        assert numbers(store, '"ruiz"') == [1]
        store.tend_index()
        assert waiting(store) == []


def test_words_that_wait_are_found_while_the_file_is_away(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        checkins.add_agenda(store, ana.id, "zwölf")
        store.path.rename(tmp_path / "elsewhere.db")
        assert store.look() is Standing.GONE
        assert numbers(store, '"zwolf"') == [1]
        Path(tmp_path / "elsewhere.db").rename(store.path)
        assert store.look() is Standing.THERE
        assert numbers(store, '"zwolf"') == [1]
        assert store.read(is_in_order)


def test_many_rows_do_not_wait_and_no_more_than_so_many_do(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        people.add_many(store, [f"Ana{number} Ruiz" for number in range(3 * MANY)])
        assert waiting(store) == []
        ana = people.everyone(store)[0].id
        for number in range(MOST + 5):
            checkins.add_agenda(store, ana, f"gnu{number}")
            assert len(waiting(store)) < MOST
        assert len(numbers(store, '"g"*')) == MOST + 5
        assert store.read(is_in_order)


def test_struck_words_do_not_wait_either(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        (motivator,) = discovery.add_motivators(store, ana.id, ["Zymurgical freedom"])
        store.tend_index()
        discovery.change_motivator(store, motivator.id, name="Zymurgical calm")
        assert waiting(store)
        assert striking.strike_motivator(store, motivator.id, TODAY)
        assert waiting(store) == []
        assert numbers(store, '"zymurgical"', states=EVERY_STATE) == []
        assert store.read(is_in_order)
    assert b"ymurgical" not in store.path.read_bytes().lower()


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE pending_words SET before = 'x'",
        "UPDATE pending_words SET before = '[1]'",
        "UPDATE pending_words SET in_table = 'nothing'",
        "UPDATE pending_words SET row_id = 'nothing'",
        "UPDATE pending_words SET in_table = 'motivator', before = '{\"id\": 1}'",
        "DROP TABLE pending_words",
    ],
)
def test_what_cannot_be_read_of_it_takes_no_edit_with_it_and_the_index_is_made_again(
    tmp_path: Path, broken: str
) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        path = killed(store, tmp_path / "after")
    ask(path, broken)
    with closing(Store(path, read_only=True)) as reader:
        assert not reader.read(is_in_order)
        numbers(reader, '"ruiz"')
    with closing(Store(path)) as after:
        checkins.add_agenda(after, ana.id, "zwölf")
        after.tend_index()
        assert after.read(is_in_order)
        assert numbers(after, '"zwolf"') == [1]
        assert numbers(after, '"ruiz"') == [1]


def test_a_reader_that_is_told_to_stop_at_any_step_finds_them_later(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store, closing(store.reader()) as reader:
        ana = people.add(store, "Ana Ruiz")
        check_in = checkins.start(store, ana.id, AT)
        checkins.write(store, check_in.id, shared_notes=LONG)
        connection, steps, stopped = reader._connection, 0, 0
        while True:
            left = iter(range(steps))
            connection.set_progress_handler(lambda: next(left, None) is None, 1)  # noqa: B023
            try:
                assert numbers(reader, '"release"') == [check_in.id]
                break
            except Interrupted:
                stopped += 1
            connection.set_progress_handler(None, 1)
            assert not connection.in_transaction
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                connection.execute("CREATE TEMP TABLE other (id)")
            steps += 1 + steps // 8
        connection.set_progress_handler(None, 1)
        assert stopped > 20
        checkins.write(store, check_in.id, shared_notes="calm")
        assert (numbers(reader, '"release"'), numbers(reader, '"calm"')) == ([], [check_in.id])


def test_a_text_that_is_replaced_waits_as_an_earlier_version(tmp_path: Path) -> None:
    with closing(blank_store(tmp_path / "store.db")) as store:
        ana = people.add(store, "Ana Ruiz")
        check_in = checkins.start(store, ana.id, AT)
        checkins.write(store, check_in.id, shared_notes="A long story about the zeppelin " * 20)
        checkins.write(store, check_in.id, shared_notes="Nothing")
        assert ("text_version", max(store.read(keys_of, TextVersion))) in waiting(store)
        assert numbers(store, '"zeppelin"') == []
        assert numbers(store, '"zeppelin"', states=(State.EARLIER,)) == [check_in.id]
        records: list[type[Record]] = [CheckIn]
        assert numbers(store, '"nothing"', kinds=records) == [check_in.id]
