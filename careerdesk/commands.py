"""What each command of the command line does."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.arguments import Options
from careerdesk.domain.errors import UNREADABLE, InvalidInput, NotFound, StoreError, StoreGone
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from careerdesk.domain.records import Person, Record
    from careerdesk.domain.today import Upcoming
    from careerdesk.domain.views import PersonRow
    from careerdesk.domain.week import WeekRow, YearAgo
    from careerdesk.services.store import Store


def store_file(options: Options) -> Path:
    """The store that the arguments name, else the user's own.

    `InvalidInput` where the demo is asked for: it must never be the user's own in its place.
    """
    if options.demo:
        raise InvalidInput(
            N_(
                "The demo will be discarded when it ends, along with anything imported "
                "into it. Leave out --demo."
            )
        )
    from careerdesk import paths

    return paths.file_of(options.store or paths.store_path())


@contextmanager
def reading(options: Options) -> Iterator[Store]:
    """The store, opened for reading beside an open window; there must be one. Or the demo."""
    if options.demo:
        from careerdesk.demo import FILE, throw_away_demo

        with throw_away_demo() as folder, _opened(folder / FILE) as store:
            yield store
        return
    path = store_file(options)
    need_store(path)
    with _opened(path) as store:
        yield store


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    from careerdesk.app import open_store

    store = open_store(path, reading=True)
    try:
        yield store
    except UNREADABLE:  # a text that is none is noticed only where something is made of it
        store.check_values()
        raise
    finally:
        store.close()


def need_store(path: Path) -> None:
    """Refuse where there is no store, or none that can be seen."""
    refuse_gone(path)
    if not is_there(path):
        raise NotFound(
            N_("There is no data file at {path}. Start careerdesk once to create one."), path=path
        )


def refuse_gone(path: Path) -> None:
    """Refuse where there are backups of a store and the store is not: no other takes its place."""
    if is_there(path):
        return
    from careerdesk.services import backups

    if backups.every(path):
        raise StoreGone(
            N_(
                "There is no data file at {path}, but there are backups you can "
                "restore. To list them, run: careerdesk backups"
            ),
            path=path,
        )


def is_there(path: Path) -> bool:
    """Whether there is a file; raises `StoreError` where the folder does not tell."""
    try:
        return path.exists()
    except OSError as error:
        raise StoreError(
            N_("Could not read {path}: {reason}. Use --store to choose another file."),
            path=path,
            reason=error.strerror,
        ) from None


def preferences() -> QSettings:
    """What is chosen in the preferences of the window; only to be read."""
    from careerdesk import app, paths

    return app.user_settings(paths.settings_to_read())


def today() -> date:
    """The date at the manager's place."""
    from careerdesk.domain.clock import SystemClock

    return SystemClock().today()


def print_json(value: object) -> None:
    """Print a value as JSON; dates are written as 2026-11-24.

    Into a stream of another encoding than UTF-8 goes what is the same in each: else it were no JSON
    any more, and letters would be lost.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    plain = codecs.lookup(encoding).name != "utf-8"
    print(json.dumps(value, ensure_ascii=plain, indent=2, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)


def facts_of(record: Record) -> dict[str, object]:
    """What a command prints of a record as JSON: no text that is for the manager alone."""
    from careerdesk.domain.catalogue import entry_of

    private = entry_of(type(record)).private
    return {name: value for name, value in asdict(record).items() if name not in private}


def list_people(options: Options) -> int:
    """Print the people in the order of the rail."""
    from careerdesk.services import people

    with reading(options) as store:
        on = today()
        rows = people.rail(store, on)
        if options.json:
            print_json([{**facts_of(row.person), "next_on": row.next_on} for row in rows])
            return 0
        for row in rows:
            print(_person_line(row, on))
        if not rows:
            print(tr("You haven't added anyone yet."))
    return 0


def _person_line(row: PersonRow, on: date) -> str:
    if row.next_on is None:
        when = tr("no check-in planned")
    elif row.next_on < on and not row.running:
        when = tr("overdue since {day}", day=row.next_on)
    elif row.next_at is None:
        when = tr("due {day}", day=row.next_on)
    else:
        when = row.next_on.isoformat()
    title = f"  {row.person.title}" if row.person.title else ""
    return f"{row.person.name}  ({when}){title}"


def list_reviews(options: Options) -> int:
    """Print where each review of a cycle stands, without any rating."""
    from careerdesk import review_commands
    from careerdesk.services.reviews import reviews
    from careerdesk.services.reviews.finding import find_cycle

    with reading(options) as store:
        cycle = find_cycle(store, options.cycle)
        rows = reviews.board(store, cycle.id, today())
    if options.json:
        print_json(review_commands.board(cycle, rows))
    else:
        print("\n".join(review_commands.board_lines(cycle, rows)))
    return 0


def show_brief(options: Options) -> int:
    """Print the brief of a person; what is private only if it is asked for."""
    from careerdesk.domain.brief import without_private
    from careerdesk.services import people
    from careerdesk.services.brief import on_paper

    with reading(options) as store:
        person = people.find(store, options.person)
        found = on_paper(store, person.id, today())
    private = options.include_private
    if options.json:
        print_json(asdict(found if private else without_private(found)))
    else:
        from careerdesk.documents.brief_text import brief_text

        print(brief_text(found, private=private))
    return 0


def ask_before(options: Options) -> int:
    """Print the questions that can be sent to a person before the next check-in."""
    from careerdesk.services import asking_before, people

    with reading(options) as store:
        person = people.find(store, options.person)
        letter = asking_before.letter(store, person.id, today())
    if options.json:
        print_json(asdict(letter))
    else:
        print(letter.text)
    return 0


def list_upcoming(options: Options) -> int:
    """Print every planned check-in, and with others when one is due, the soonest first."""
    from careerdesk.services.today import today as page

    first, last = options.first or date.min, options.last or date.max
    if last < first:
        raise InvalidInput(N_("--from is after --to. Swap them."))
    with reading(options) as store:
        check_ins = [
            check_in for check_in in page(store, today()).upcoming if first <= check_in.on <= last
        ]
    if options.json:
        print_json([_upcoming_facts(check_in) for check_in in check_ins])
        return 0
    for check_in in check_ins:
        print(_upcoming_line(check_in))
    if not check_ins:
        print(tr("No check-ins planned or due."))
    return 0


def _upcoming_facts(check_in: Upcoming) -> dict[str, object]:
    """What a program is told of a check-in to come."""
    return {
        "person": facts_of(check_in.person), "on": check_in.on, "at": check_in.at,
        "kind": check_in.kind,
        "running": check_in.running, "missed": check_in.missed, "days_since": check_in.days_since,
        "checkin_id": check_in.checkin_id or None,
    }  # fmt: skip


def _upcoming_line(check_in: Upcoming) -> str:
    from careerdesk.documents.words import kind_within

    at = f"{check_in.at.astimezone():%H:%M}" if check_in.at else "     "
    how = kind_within(check_in.kind) if check_in.at else tr("based on their cadence")
    how = tr("in progress") if check_in.running else how
    how = tr("{kind}, missed", kind=how) if check_in.missed else how
    return f"{check_in.on.isoformat()} {at}  {check_in.person.name}  ({how})"


def close_week(options: Options) -> int:
    """Print the rows of *Close the week*; what is private only where that is asked for."""
    from careerdesk.services.week import week
    from careerdesk.ui.base.work_week import my_week

    private = options.include_private
    with reading(options) as store:
        mine = None if options.demo else my_week(preferences())  # the demo has its own
        found = week(store, today(), mine)
    if options.json:
        print_json([_week_facts(row, found.year_ago, private=private) for row in found.rows])
    else:
        from careerdesk.documents.week_text import week_text

        print(week_text(found, private=private))
    return 0


def _week_facts(row: WeekRow, said: YearAgo | None, *, private: bool) -> dict[str, object]:
    """What a program is told of a row; with *private* also what its person *said* a year ago."""
    facts: dict[str, object] = {
        "person": facts_of(row.person),
        "next_week": [{"at": one.starts_at, "kind": one.kind} for one in row.check_ins],
        "promises": [{"text": one.text, "due_on": one.due_on} for one in row.promises],
        "noted_on": row.noted_on,
    }
    if not private:
        return facts
    own = said.note if said is not None and said.person.id == row.id else None
    told = {"on": own.asked_on, "words": own.their_words} if own else None
    return facts | {
        "praise_not_told": [facts_of(one) for one in row.untold], "said_a_year_ago": told,
    }  # fmt: skip


def check(options: Options) -> int:
    """Look whether the store is whole; status 1 if it is not."""
    from careerdesk.services.checking import check_store, mend_index

    with reading(options) as store:
        problems = check_store(store)
        count = len(problems)
        mended = "" if count else mend_index(store)
        if options.json:
            found = {"store": str(store.path), "problems": problems}
            print_json(found | ({"index": mended} if mended else {}))
        else:
            if mended:
                print(mended)
            print("\n".join(problems) or tr("{path} is intact.", path=store.path))
    return 1 if count else 0


def export(options: Options) -> int:
    """Write a plan or a review as its person may read it, a brief, check-ins, or a packet."""
    from careerdesk.documents.export import write_whole
    from careerdesk.review_commands import MEETING, review
    from careerdesk.services import people

    make = {
        "plan": _plan,
        "own-words": _own_words,
        "brief": _brief,
        "checkins": _checkins,
        "summary": _summary,
        "review": review,
    }[options.what]
    if options.what != "review" and (options.cycle or options.reader):
        raise InvalidInput(N_("--cycle and --for only work with a review. Leave them out."))
    if options.what != "summary" and options.date:
        raise InvalidInput(N_("--date only works with a summary. Leave it out."))
    if options.what != "review" and (options.draft or options.shared_on):
        raise InvalidInput(N_("--draft and --shared-on only work with a review. Leave them out."))
    with reading(options) as store:
        person = people.find(store, options.person)
        content = make(store, person, options)
        what = "review-packet" if options.reader == MEETING else options.what
        out = options.out or _default_name(person, what, options.format)
        if str(out) == "-":
            sys.stdout.buffer.write(content)
            return 0
        write_whole(out, content, keep_off=store.path)
    print(out)
    return 0


def _plan(store: Store, person: Person, options: Options) -> bytes:
    from careerdesk.documents.export import plan_as
    from careerdesk.services import exporting, plans

    if options.include_private:
        raise InvalidInput(
            N_(
                "A plan is written for the person and contains nothing private. Leave out "
                "--include-private."
            )
        )
    view = plans.active(store, person.id)
    if view is None:
        raise NotFound(
            N_("{name} has no plan yet. Open CareerDesk to create one."), name=person.name
        )
    shared, agreed = exporting.plan_to_hand_over(store, view.plan.id)
    return plan_as(shared, options.format, today(), paper=options.paper, agreement=agreed)


def _own_words(store: Store, person: Person, options: Options) -> bytes:
    from careerdesk.documents.export import own_words_as
    from careerdesk.services import own_words

    if options.include_private:
        raise InvalidInput(
            N_(
                "“In your own words” is written for the person and contains nothing private. "
                "Leave out --include-private."
            )
        )
    found = own_words.of(store, person.id, today())
    if found.is_empty:
        raise NotFound(
            N_(
                "Nothing has been marked as said by {name} yet. Open CareerDesk to "
                "mark what they have said."
            ),
            name=person.name,
        )
    return own_words_as(found, options.format, today(), paper=options.paper)


def _brief(store: Store, person: Person, options: Options) -> bytes:
    from careerdesk.documents.export import brief_as
    from careerdesk.services.brief import on_paper

    found = on_paper(store, person.id, today())
    return brief_as(found, options.format, private=options.include_private, paper=options.paper)


def _checkins(store: Store, person: Person, options: Options) -> bytes:
    from careerdesk.documents.export import summary_as
    from careerdesk.services.exporting import check_ins_summary

    found = check_ins_summary(store, person.id, today(), private=options.include_private)
    if not found.check_ins:
        raise NotFound(N_("No check-ins with {name} yet."), name=person.name)
    return summary_as(found, options.format, paper=options.paper)


def _summary(store: Store, person: Person, options: Options) -> bytes:
    from careerdesk.documents.export import checkin_summary_as
    from careerdesk.services import summaries

    if options.include_private:
        raise InvalidInput(
            N_(
                "A summary is written for the person and contains nothing private. Leave out "
                "--include-private."
            )
        )
    found = summaries.of(
        store, summaries.last_held(store, person.id, person.name, options.date), store.now()
    )
    if found.is_empty:
        raise NotFound(
            N_(
                "There's nothing to send from the check-in yet. Open CareerDesk and "
                "note what was said."
            )
        )
    return checkin_summary_as(found, options.format, today(), paper=options.paper)


def _default_name(person: Person, what: str, ending: str) -> Path:
    from careerdesk.documents.write import file_name

    return Path(f"{file_name(person.name)}-{what}.{ending}")


def tour(options: Options) -> int:
    """Make a picture of every page of the demo."""
    from careerdesk.tour import make_tour

    for path in make_tour(options.out):
        print(path)
    return 0
