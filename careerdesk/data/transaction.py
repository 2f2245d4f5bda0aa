"""What an edit may do: every change of a record, with what it says before."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar

from careerdesk.data import undo_log
from careerdesk.data.changes import Entry
from careerdesk.data.mapping import encode, field_names, row_of, table_name
from careerdesk.data.queries import plans, versions
from careerdesk.data.rows import fetch, gone
from careerdesk.data.statements import TABLES
from careerdesk.domain.catalogue import KEPT
from careerdesk.domain.days import check_days
from careerdesk.domain.drafts import Draft
from careerdesk.domain.loop import PlanSnapshot, TextVersion, Trashed
from careerdesk.domain.parts import AT_ONCE, WRITING, Part, Parts, through
from careerdesk.domain.records import ItemMotivator, KeyResult, Person, Plan, PlanItem, Record
from careerdesk.domain.versions import TextRef, due, loses

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")

PLANNED = frozenset({Plan, PlanItem, KeyResult, ItemMotivator})
ORDER = frozenset({"rank", "horizon", "touched_on"})  # a plan put in another order says the same


def new_uid() -> str:
    """An id that no other row has, in this file or any other."""
    return os.urandom(16).hex()


class Transaction:
    """What an edit may do; it speaks records.

    It keeps what texts and plans said before; `keeps_past` is turned off to make up a past.
    `has_forgotten` says that words went for good, which the index of words must not hold either.
    """

    keeps_past = True
    has_forgotten = False

    def __init__(
        self,
        connection: sqlite3.Connection,
        watch: undo_log.Watch,
        now: Callable[[], datetime],
        entries: list[Entry] | None = None,
    ) -> None:
        """Work inside the open transaction of *connection*; *now* tells when that is.

        *watch* is over each table before a row of it is changed. What is done is logged into
        *entries*, at the latest at the end.
        """
        self.connection = connection
        self.watch = watch
        self.now = now
        self._entries = entries

    def catch_up(self) -> None:
        """Take up what was logged so far: an edit in parts has less left to do at its end."""
        through(self.catching_up())

    def catching_up(self) -> Parts[None]:
        """As `catch_up`, in parts."""
        if self._entries is not None:
            self._entries.extend(self.watch.take())
            yield from self.watch.following()

    def whose(self) -> int | None:
        """Whose the record is that was changed first, of what was logged so far."""
        for entry in self._entries or ():
            person_id = self.watch.held(entry, "person_id")
            if isinstance(person_id, int):
                return person_id
        return None

    def add(self, record: R) -> R:
        """Store a new record; returns it with its id and uid."""
        self._check_days([getattr(record, name) for name in field_names(type(record))])
        self._keep_plan(record)
        values = row_of(record) | {"uid": record.uid or new_uid()}
        values["id"] = record.id or None
        table = TABLES[table_name(type(record))]
        self.watch.over(table.name)
        key = self.connection.execute(table.insert, table.values(values)).lastrowid or 0
        return replace(record, id=key, uid=str(values["uid"]))

    def change(self, kind: type[Record], record_id: int, /, **fields: object) -> None:
        """Set *fields* of one record; `NotFound` if it is gone. (A check-in has a field `kind`.)"""
        if not fields:
            return
        self._check_days(fields.values())
        values = {name: encode(value) for name, value in fields.items()}
        if not fields.keys() <= ORDER:
            self._keep_plan_of(kind, record_id)
        for name in KEPT.get(kind, frozenset()) & fields.keys():
            self.keep_text(TextRef(kind, record_id, name), before=values[name])
        table = TABLES[table_name(kind)]
        self.watch.over(table.name)
        statement = table.update(values)
        if not self.connection.execute(statement, (*values.values(), record_id)).rowcount:
            raise gone(kind)

    def _check_days(self, values: Iterable[object]) -> None:
        days = [value for value in values if isinstance(value, date)]
        if days:  # else nobody need know which day it is
            check_days(days, self.today())

    def add_all(self, kind: type[R], records: Sequence[R], **fields: Sequence[object]) -> None:
        """Store many new records as `add` does, at once; *fields* give a value for each of them."""
        from careerdesk.data import bulk

        bulk.add(self, kind, records, fields)

    def change_all(
        self, kind: type[Record], changes: Sequence[tuple[int, Mapping[str, object]]]
    ) -> None:
        """Set the fields of many records, each named once, as `change` does, at once."""
        from careerdesk.data import bulk

        bulk.change(self, kind, changes)

    def keep_text(self, ref: TextRef, *, before: object = None, at_once: bool = False) -> None:
        """Keep what a text says now as an earlier version, *before* it says something else.

        At most one in five minutes, unless much of it goes. The blank text before the first
        words is kept as well, so that the words of the first minutes are no version of their own.
        """
        text, kept_at = self.read(versions.said, ref)
        if text == before or not self.keeps_past:
            return
        if at_once or due(kept_at, self.now()) or self._is_lost(ref, text, str(before)):
            self.keep_version(ref, text)

    def _is_lost(self, ref: TextRef, text: str, after: str) -> bool:
        """Whether much of *text* goes of which there is no version yet."""
        if not loses(text, after):
            return False
        newest = self.read(versions.newest, ref)
        return newest is None or text != newest.text

    def keep_version(self, ref: TextRef, text: str) -> None:
        """Keep *text* among the earlier versions of a text."""
        self.add(TextVersion(kind=table_name(ref.kind), record_id=ref.record_id, field=ref.field,
                             replaced_at=self.now(), text=text))  # fmt: skip

    def keep_versions(self, texts: Iterable[tuple[TextRef, str]]) -> None:
        """Keep each of *texts* as `keep_version` does."""
        for ref, text in texts:
            self.keep_version(ref, text)

    def _keep_plan_of(self, kind: type[Record], record_id: int) -> None:
        if kind in PLANNED and self.keeps_past:
            self._keep(self.read(plans.not_kept, table_name(kind), record_id, self.today()))

    def _keep_plan(self, record: Record) -> None:
        """The same before something new becomes part of it."""
        plan_id = self._plan_id(record) if self.keeps_past else None
        if plan_id is not None:
            self._keep(self.read(plans.not_kept, table_name(Plan), plan_id, self.today()))

    def _keep(self, plan_id: int | None) -> None:
        """Before the first change of a day to what a plan says, keep it as it was."""
        if plan_id is None:
            return
        today = self.today()
        from careerdesk.data import snapshots

        body = snapshots.take(self.connection, plan_id)
        self.add(PlanSnapshot(plan_id=plan_id, before=today, body=body))

    def today(self) -> date:
        """The day on which this is written."""
        return self.now().astimezone().date()

    def _plan_id(self, record: Record) -> int | None:
        if isinstance(record, KeyResult | ItemMotivator):
            return self.get(PlanItem, record.item_id).plan_id
        if isinstance(record, PlanItem):
            return record.plan_id
        return record.id or None if isinstance(record, Plan) else None

    def remove(self, kind: type[Record], record_id: int) -> None:
        """Remove one record and what hangs on it; `NotFound` if it is gone."""
        self._keep_plan_of(kind, record_id)
        self.watch.over_all()
        statement = TABLES[table_name(kind)].delete
        if not self.connection.execute(statement, (record_id,)).rowcount:
            raise gone(kind)

    def trash(
        self, kind: type[Record], record_ids: Iterable[int], person_id: int | None = None
    ) -> None:
        """Remove records as `remove` does, but keep each whole in the trash."""
        for record_id in record_ids:
            self.trash_together(kind, [record_id], person_id)

    def trash_together(
        self,
        kind: type[Record],
        record_ids: Sequence[int],
        person_id: int | None = None,
        *,
        staying: Iterable[tuple[type[Record], int, str]] = (),
    ) -> None:
        """Keep records as one thing in the trash: the first, with which the others come back.

        What is *staying* would go along with the first, which the named field of it names: that is
        empty until the first comes back.
        """
        through(self._trashing(kind, record_ids, person_id, staying))

    def trashing(self, kind: type[Record], record_id: int) -> Parts[None]:
        """As `trash` of a record that is nobody's, in parts: ten years may hang on it."""
        return self._trashing(kind, [record_id])

    def _trashing(
        self,
        kind: type[Record],
        record_ids: Sequence[int],
        person_id: int | None = None,
        staying: Iterable[tuple[type[Record], int, str]] = (),
    ) -> Parts[None]:
        from careerdesk.data import trash

        for record_id in record_ids:
            self.get(kind, record_id)
        table, owner = table_name(kind), None if kind is Person else person_id
        links = []
        for one, key, name in staying:
            links.append((table_name(one), key, name, record_ids[0]))
            self.change(one, key, **{name: None})
        body, rows = trash.collect(self.connection, table, record_ids, links)
        yield Part(WRITING, 0, rows)  # how much it is, before anything is removed
        for record_id in record_ids:
            self.remove(kind, record_id)
        if rows > AT_ONCE:
            yield Part(WRITING, 0, rows)
            yield from self.catching_up()
            yield Part(WRITING, rows, rows)  # the end of that writes much at once
        self.add(Trashed(kind=table, record_id=record_ids[0], person_id=owner,
                         deleted_at=self.now(), body=body))  # fmt: skip
        if rows > AT_ONCE:
            yield Part(WRITING, rows, rows)
            yield from self.catching_up()

    def forget(self, trashed_id: int) -> None:
        """Let go of something in the trash, of what its texts said earlier, and of its drafts."""
        from careerdesk.data import trash
        from careerdesk.data.queries import drafts

        body = self.get(Trashed, trashed_id).body
        self.has_forgotten = True
        self.remove(Trashed, trashed_id)
        for table, row_id in trash.rows_of(body):
            if trash.is_there(self.connection, table, row_id):
                continue  # it came back from a backup, and keeps what it said earlier
            for key in self.read(versions.of_record, table, row_id):
                self.remove(TextVersion, key)
            for key in self.read(drafts.of_record, table, row_id):
                self.remove(Draft, key)

    def let_nothing_stay(self) -> None:
        """Note that what this takes away must not stay in the free space of the file either."""
        from careerdesk.data import sweeping

        sweeping.note(self.connection, self.today())

    def putting_back(self, body: str) -> Parts[None]:
        """Undo in parts what `trash` did, from the body it kept.

        Raises `InvalidInput` if the owner is gone.
        """
        from careerdesk.data import trash

        self.watch.over_all()
        yield from trash.putting_back(self.connection, body)

    def get(self, kind: type[R], record_id: int) -> R:
        """Read one record as this transaction sees it; `NotFound` if it is gone."""
        return fetch(self.connection, kind, record_id)

    def read(
        self,
        query: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a read query of `data.queries` inside this transaction."""
        return query(self.connection, *args, **kwargs)
