"""The command that brings people in from tables."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.arguments import Options
from careerdesk.commands import (
    facts_of,
    is_there,
    preferences,
    print_json,
    refuse_gone,
    store_file,
    today,
)  # fmt: skip
from careerdesk.domain.errors import InvalidInput, NotAStore
from careerdesk.i18n import N_, tr, translated, trn
from careerdesk.progress_line import ProgressLine, follow

if TYPE_CHECKING:
    from careerdesk.domain.roster import Roster
    from careerdesk.services.importing import RosterRow
    from careerdesk.services.store import Store

    Judged = tuple[Path, Roster, list[RosterRow]]


OUTCOMES = {
    "new": N_("new"),
    "update": N_("update"),
    "back": N_("back"),
    "archive": N_("archive"),
    "same": N_("same"),
    "left": N_("left"),
    "refused": N_("refused"),
}
CHANGES = {
    "given_name": N_("given name"),
    "family_name": N_("family name"),
    "preferred_name": N_("preferred name"),
    "pronouns": N_("pronouns"),
    "external_id": N_("ID"),
    "email": N_("email"),
    "title": N_("title"),
    "team": N_("team"),
    "start_date": N_("start date"),
    "status": N_("status"),
    "leave_from": N_("first day of leave"),
    "leave_until": N_("last day of leave"),
    "archived_on": N_("archived"),
}
_AS_TOLD = {"outcome": "fate"}  # programs that read our JSON know it by its first name


def import_people(options: Options) -> int:
    """Bring people in from tables, or show what would come in.

    All tables are read before anything comes in, and before a store is made for them.
    """
    try:
        with ProgressLine().shown() as line, _no_garbage():
            tables = _judged(options, line)
    except KeyboardInterrupt:
        print(tr("careerdesk: Stopped. Nothing was imported."), file=sys.stderr)
        raise
    listed: list[dict[str, object]] = []
    for file, roster, rows in tables:
        for words in _about(file, roster):
            print(words, file=sys.stderr if options.json else sys.stdout)
        if options.json:
            listed += [{"file": file.name, **_plain_row(row)} for row in rows]
        else:
            print("\n".join(_report(file, rows, dry_run=options.dry_run)))
    if options.json:
        print_json(listed)
    return 0


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Do not look for garbage while there are ever more rows: none of them is any."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _judged(options: Options, line: ProgressLine) -> list[Judged]:
    """The tables with the outcomes of their rows, which are stored by then if they are to be.

    All tables are one step: where it ends early nothing came in of any.
    """
    from careerdesk.services import importing
    from careerdesk.ui.base.new_people import usual_rhythm

    path = store_file(options)
    refuse_gone(path)
    rosters = [] if is_there(path) else _read_tables(options, line)
    with _taking_in(path, dry_run=options.dry_run) as store:
        read = rosters or _read_tables(options, line)
        found = [roster for _, roster in read]
        if options.dry_run:
            parts = importing.previewing_all(store, found, today=today())
        else:
            rhythm = usual_rhythm(preferences())
            parts = importing.bringing(store, found, rhythm=rhythm, today=today())
        rows = follow(parts, line)
    return [(file, roster, some) for (file, roster), some in zip(read, rows, strict=True)]


def _read_tables(options: Options, line: ProgressLine) -> list[tuple[Path, Roster]]:
    """The tables with the rows that are wanted of them."""
    from careerdesk.services import importing
    from careerdesk.ui.base.texts import Dates

    rosters = []
    for file in options.files:
        line.say(tr("Reading {name}…", name=file.name))
        rosters.append(
            importing.read_roster(file, encoding=options.encoding, day_first=Dates.day_first())
        )
    _need_managers(rosters, options.manager)
    kept = [_reports_of(roster, options.manager) for roster in rosters]
    return list(zip(options.files, kept, strict=True))


@contextmanager
def _taking_in(path: Path, *, dry_run: bool) -> Iterator[Store]:
    """The store for an import; a dry run before there is one is made on an empty one."""
    from careerdesk.app import open_store

    with tempfile.TemporaryDirectory(prefix="careerdesk-") as folder:
        if dry_run and not is_there(path):
            store = open_store(Path(folder) / "empty.db")
        else:
            store = open_store(path, reading=dry_run)
            _tell_set_aside(store)
        try:
            if not dry_run:
                _need_whole(store)
            yield store
        finally:
            store.close()


def _need_whole(store: Store) -> None:
    if store.find_damage():
        raise NotAStore(
            N_("{path} is damaged, so nothing was imported. Restore a backup first."),
            path=store.path,
        )


def _tell_set_aside(store: Store) -> None:
    if store.set_aside is not None:
        print(
            tr(
                "careerdesk: A log file next to {path} belonged to a different version of that "
                "file, perhaps because a copy was restored. It has been renamed to {name}.",
                path=store.path,
                name=store.set_aside.name,
            ),
            file=sys.stderr,
        )


def _reports_of(roster: Roster, managers: list[str] | None) -> Roster:
    """The rows of those managers' reports, or all of them."""
    from careerdesk.domain.names import folded

    if managers is None:
        return roster
    wanted = set(map(folded, managers))
    kept = tuple(entry for entry in roster.entries if folded(entry.manager) in wanted)
    return replace(roster, entries=kept)


def _need_managers(rosters: list[Roster], wanted: list[str] | None) -> None:
    """Refuse a manager whom no table names."""
    from careerdesk.domain.names import folded

    named = [pair for roster in rosters for pair in roster.managers]
    known = {folded(name) for name, _ in named}
    for name in wanted or ():
        if folded(name) not in known:
            names = ", ".join(f"{one} ({count})" for one, count in named) or tr("none")
            words = N_("No manager was named. The managers in the table are: {names}.")
            if folded(name):
                words = N_(
                    "There is no manager named {name}. The managers in the table are: {names}."
                )
            raise InvalidInput(words, name=name, names=names)


def _about(file: Path, roster: Roster) -> Iterator[str]:
    """What is to be said of a whole table; nothing if there is nothing."""
    if roster.matters and roster.encoding != "utf-8":
        yield tr(
            "{file}: read as {encoding}. Use --encoding to choose a different encoding.",
            file=file.name, encoding=roster.encoding,
        )  # fmt: skip
    if roster.ignored:
        yield tr(
            "{file}: ignoring these columns: {names}.",
            file=file.name,
            names=", ".join(roster.ignored),
        )
    for remark in roster.remarks:
        yield f"{file.name}: {remark}"


def _plain_row(row: RosterRow) -> dict[str, object]:
    person = facts_of(row.person) if row.person else None
    known = {_AS_TOLD.get(name, name): one for name, one in asdict(row).items()}
    return {**known, "person": person, "why": str(row.why), "notes": [*map(str, row.notes)]}


def _report(file: Path, rows: list[RosterRow], *, dry_run: bool) -> Iterator[str]:
    for row in rows:
        more = "; ".join(filter(None, (str(row.why) or _changes(row), *map(str, row.notes))))
        fields = {
            "n": row.line,
            "outcome": translated(OUTCOMES[row.outcome.value]),
            "name": row.name,
            "more": more,
        }
        if more:
            yield tr("line {n}: {outcome}  {name}  ({more})", **fields)
        else:
            yield tr("line {n}: {outcome}  {name}", **fields)
    coming = sum(row.is_chosen for row in rows)
    fields = {"file": file.name, "coming": coming}
    if dry_run:
        yield trn(
            "{file}: {n} row, {coming} would be imported.",
            "{file}: {n} rows, {coming} would be imported.",
            len(rows), **fields,
        )  # fmt: skip
    else:
        yield trn(
            "{file}: {n} row, {coming} imported.",
            "{file}: {n} rows, {coming} imported.",
            len(rows), **fields,
        )  # fmt: skip


def _changes(row: RosterRow) -> str:
    """What changes in a row, with the name that a person had."""
    if row.offered:
        return tr("archived; can be restored in the app")
    if row.outcome.value == "new" and row.person and row.person.status.value == "on_leave":
        return tr("on leave")
    was = tr("was {name}", name=row.was) if row.was else ""
    return ", ".join(filter(None, (was, *(translated(CHANGES[one]) for one in row.changes))))
