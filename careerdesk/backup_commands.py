"""The commands that back up the store, list the backups, and restore one."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.arguments import Options, path_of
from careerdesk.commands import is_there, need_store, print_json, store_file
from careerdesk.domain.errors import InvalidInput, NotAStore, NotFound, StoreGone
from careerdesk.i18n import N_, tr, translated
from careerdesk.progress_line import ProgressLine

if TYPE_CHECKING:
    from careerdesk.domain.backups import Backup
    from careerdesk.services.store import Store

MOST_DIGITS = 18  # of the number of a backup; Python reads no more than some thousand
WHY = {
    "daily": N_("daily"),
    "update": N_("before an update"),
    "import": N_("before an import"),
    "restore": N_("before a restore"),
    "asked": N_("manual"),
}


def backup(options: Options) -> int:
    """Back the store up beside it, or copy it to a file; also beside an open window."""
    from careerdesk.app import open_store
    from careerdesk.documents.write import check_target
    from careerdesk.services import backups

    if str(options.out) == "-":
        raise InvalidInput(N_("A backup isn't written to standard output. Specify a file with -o."))
    path = store_file(options)
    need_store(path)
    store = open_store(path, reading=True)
    try:
        with ProgressLine().shown() as line:
            if options.out is not None:
                check_target(options.out, path)
                backups.copy_out(store, options.out, line.copied)
                return _told_of_copy(options)
            made = backups.make(store, backups.Why.ASKED, line.copied)
    finally:
        store.close()
    if options.json:
        print_json(_plain(made, good=True))
    else:
        print(tr("Backup {sequence}: {path}", sequence=made.sequence, path=made.path))
    return 0


def _told_of_copy(options: Options) -> int:
    if options.json:
        print_json({"file": str(options.out)})
    else:
        print(
            tr("{out} is a copy of the data file, including everything private.", out=options.out)
        )
    return 0


def list_backups(options: Options) -> int:
    """List the backups of the store, the newest first, each looked through."""
    from careerdesk.services import backups

    path = store_file(options)
    found = [(one, backups.verify(one)) for one in backups.every(path)]
    if options.json:
        print_json([_plain(one, good=good) for one, good in found])
    elif found:
        for one, good in found:
            print(_line(one, good=good))
    else:
        print(
            tr("There are no backups of {path} yet. To make one, run: careerdesk backup", path=path)
        )
    return 0


def restore(options: Options) -> int:
    """Let the store be what a backup says; what it was is kept as another backup."""
    from careerdesk.services import backups

    path = store_file(options)
    source = _chosen(path, options.file)
    if options.person is not None:
        return _restore_person(path, source, options.person)
    with ProgressLine().shown() as line:
        kept = _restored(path, source, line)
    print(tr("{path} was restored from {name}.", path=path, name=source.name))
    if isinstance(kept, backups.Backup):
        print(
            tr(
                (
                    "The previous state was saved as backup {sequence}. To return to it, "
                    "run: careerdesk restore {sequence}"
                ),
                sequence=kept.sequence,
            )
        )
    elif kept is not None:
        print(tr("The previous file was kept as {kept}.", kept=kept))
    return 0


def _restore_person(path: Path, source: Path, words: str) -> int:
    """Let one person be what a backup says; what was here of them is in the trash then."""
    from careerdesk.app import open_store
    from careerdesk.services import restoring_person

    need_store(path)
    store = open_store(path)
    try:
        uid = restoring_person.find(path, source, words)
        person = restoring_person.restore_person(store, source, uid)
    finally:
        store.close()
    print(
        tr(
            "{name} was restored from {name_}. Their previous data is in the trash.",
            name=person.name,
            name_=source.name,
        )
    )
    return 0


def _chosen(store_path: Path, typed: str) -> Path:
    """The backup that is meant: a file, or one of the store's own by its number."""
    from careerdesk.services import backups

    if not typed.isdecimal():
        path = path_of(typed)
        if not is_there(path):
            raise NotFound(N_("There is no file at {path}."), path=path)
        own = next((one for one in backups.every(store_path) if _is_same(one.path, path)), None)
    else:
        number = int(typed[:MOST_DIGITS])
        own = next((one for one in backups.every(store_path) if one.sequence == number), None)
        if own is None:
            raise NotFound(
                N_("There is no backup {number}. To list all backups, run: careerdesk backups"),
                number=typed,
            )
        path = own.path
    if own is not None and own.digest and not backups.verify(own):
        raise NotAStore(
            N_(
                "{path} is damaged. Choose another backup. To list all backups, run: "
                "careerdesk backups"
            ),
            path=path,
        )
    return path


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _restored(path: Path, source: Path, line: ProgressLine) -> Backup | Path | None:
    """What the store was before: a backup of it, or the damaged file under another name."""
    from careerdesk.app import open_store
    from careerdesk.owning import own
    from careerdesk.services import backups

    if is_there(path):
        try:
            store = open_store(path)
        except (NotAStore, StoreGone):
            pass  # damaged: there is nothing to open
        else:
            try:
                _tell_if_older(store, source)
                return backups.restore(store, source, line.copied)
            except NotAStore as error:
                if error.values.get("path") != store.path:
                    raise
                # damaged: what it is cannot be backed up, and is kept as it lies there
            finally:
                store.close()
    release = own(path)
    try:
        return backups.restore_closed(path, source)
    finally:
        release()


def _tell_if_older(store: Store, source: Path) -> None:
    from careerdesk.services import sessions

    if sessions.is_another(store, source):
        print(
            tr(
                "The backup is from a different data file. Restoring it will replace "
                "everything in this one."
            ),
            file=sys.stderr,
        )
        return
    standing = sessions.is_older(store, source)
    if standing.how is sessions.How.OLDER and standing.here and standing.there:
        print(
            tr(
                (
                    "The backup is older than the data file. The backup was last changed "
                    "on {here}, and the data file on {there}."
                ),
                here=_when(standing.here),
                there=_when(standing.there),
            ),
            file=sys.stderr,
        )
    elif standing.how is sessions.How.APART:
        print(
            tr(
                "The backup and the data file have changed independently: each "
                "contains something the other doesn't."
            ),
            file=sys.stderr,
        )


def _line(one: Backup, *, good: bool) -> str:
    if not good:
        bad = tr("{name} is damaged and can't be restored", name=one.path.name)
        return f"{one.sequence:>6}  {bad}"
    why = translated(WHY[one.why]) if one.why else ""
    people, check_ins = one.counts.get("person", 0), one.counts.get("check_in", 0)
    held = tr("people: {people}, check-ins: {check_ins}", people=people, check_ins=check_ins)
    return f"{one.sequence:>6}  {_when(one.made_at)}  {why}; {held}"


def _when(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else tr("unknown date")


def _plain(one: Backup, *, good: bool) -> dict[str, object]:
    return {
        "sequence": one.sequence,
        "file": str(one.path),
        "made_at": one.made_at and one.made_at.isoformat(),
        "why": one.why and one.why.value,
        "size": one.size,
        "schema": one.schema,
        "counts": dict(one.counts),
        "last_change": one.last_change and one.last_change.isoformat(),
        "good": good,
    }
