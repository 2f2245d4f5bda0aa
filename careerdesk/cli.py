"""The program without a window: commands, one sentence for an error, an exit status."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk import __version__
from careerdesk.domain.errors import InvalidInput, NotAStore, StoreError, UserError
from careerdesk.i18n import DOMAIN, LOCALE, N_, asked_by_environment, choose, tr, translated

if TYPE_CHECKING:
    from careerdesk.calling import Wish

Command = Callable[[argparse.Namespace], int]
WINDOW, OPEN = "window", "open"

STATUSES = N_(
    "Exit status: 0 success, 1 problem found, 2 incorrect usage or no display, 3 data "
    "file from a newer version, 4 read or write error, 5 data file in use."
)


ALL = "all"  # what can be exported of nobody
DEMO = N_(
    "use a demo with a made-up team instead of your data file; the demo is discarded when you quit"
)
PERSON = N_("ID, email or name, in full or just a unique part")
CYCLE = N_("the name of the cycle, or a unique part of it (default: the newest cycle)")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status. Errors are one sentence on standard error."""
    _print_anything()
    _speak()
    options = _for_window(arguments) or parser().parse_args(arguments)
    try:
        _check_options(options)
        status = _command(options.command)(options)
        if sys.stdout:
            sys.stdout.flush()
        return status
    except UserError as error:
        print(f"careerdesk: {error}", file=sys.stderr)
        if isinstance(error, NotAStore):
            _name_backup(options)
        return error.status
    except BrokenPipeError:
        _print_nothing_more()
        return 0
    except OSError as error:
        print(
            tr("careerdesk: Read or write error: {strerror}.", strerror=error.strerror),
            file=sys.stderr,
        )
        _print_nothing_more()
        return StoreError.status
    except KeyboardInterrupt:
        return 130


def _speak() -> None:
    """Speak as the environment asks, and have the parser of the arguments do so.

    It takes its texts from whatever catalogue is the one of the process (`parser_texts`). The
    system says in that language why it could not read or write.
    """
    if choose(asked_by_environment()) != "en":
        import gettext
        import locale

        gettext.bindtextdomain(DOMAIN, LOCALE)
        gettext.textdomain(DOMAIN)
        with suppress(AttributeError, locale.Error):  # Windows lacks it, others the language
            locale.setlocale(locale.LC_MESSAGES, "")


def _name_backup(options: argparse.Namespace) -> None:
    """Of a store that is damaged, say which backup can take its place."""
    from careerdesk.commands import store_file
    from careerdesk.services import backups

    found = None if options.demo else backups.newest_good(store_file(options))
    if found is not None and options.command != "restore":
        print(_newest(found.sequence, found.day), file=sys.stderr)


def _newest(number: int, day: date | None) -> str:
    if day is None:
        return tr("There is an intact backup. To restore it, run: careerdesk restore {n}", n=number)
    return tr(
        "The newest intact backup is from {day}. To restore it, run: careerdesk restore {n}",
        day=day.isoformat(),
        n=number,
    )


def _print_anything() -> None:
    """A terminal that lacks a letter shows a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _print_nothing_more() -> None:
    """Nobody takes what is printed: what is left of it must not fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _check_options(options: argparse.Namespace) -> None:
    """Refuse what does not go together."""
    if options.command != WINDOW and options.measure_start:
        raise InvalidInput(
            N_(
                "--measure-start opens the window, so it can't be combined with a "
                "command. Leave out the command."
            )
        )
    if options.demo and options.store is not None:
        raise InvalidInput(
            N_(
                "--demo uses its own data file, so it can't be combined with --store. "
                "Leave one of them out."
            )
        )


def _command(name: str) -> Command:
    """The command of that name; the window does without importing the others."""
    if name in {WINDOW, OPEN}:
        return window
    if name == "import_people":
        from careerdesk.import_commands import import_people

        return import_people
    if name in {"backup", "list_backups", "restore"}:
        from careerdesk import backup_commands

        found: Command = getattr(backup_commands, name)
        return found
    if name == "export":
        from careerdesk.export_commands import export

        return export
    if name == "search":
        from careerdesk.search_commands import search

        return search
    from careerdesk import commands

    command: Command = getattr(commands, name)
    return command


def _for_window(arguments: Sequence[str]) -> argparse.Namespace | None:
    """What a start of the window says; None where it may be anything else, or wrong.

    Most starts are of the window, and making the parsers of all commands is a twentieth of them.
    """
    found = argparse.Namespace(command=WINDOW, store=None, demo=False, measure_start=False)
    rest = iter(arguments)
    for one in rest:
        if one == "--store":
            value = next(rest, "-")
            if value.startswith("-"):
                return None
            found.store = Path(value)
        elif one in {"--demo", "--measure-start"}:
            setattr(found, one[2:].replace("-", "_"), True)
        else:
            return None
    return found


def parser() -> argparse.ArgumentParser:
    """The arguments of the program."""
    top = argparse.ArgumentParser(
        prog="careerdesk",
        description=tr(
            "Career conversations and reviews, kept separate. Everything stays on this computer."
        ),
        epilog=translated(STATUSES),
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"CareerDesk {__version__}",
        help=tr("show program's version number and exit"),
    )
    top.add_argument("--store", type=Path, metavar=tr("FILE"), help=tr("the data file to open"))
    top.add_argument("--demo", action="store_true", help=translated(DEMO))
    top.add_argument(
        "--measure-start",
        action="store_true",
        help=tr("open the window, print how long it took, and quit"),
    )
    top.set_defaults(command=WINDOW)
    commands = top.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    _add_reading_commands(commands)
    _add_writing(commands)
    _add_keeping(commands)
    return top


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: str,
    words: str,
) -> argparse.ArgumentParser:
    added = commands.add_parser(name, help=words, description=words)
    added.set_defaults(command=command)
    added.add_argument(
        "--store",
        type=Path,
        metavar=tr("FILE"),
        default=argparse.SUPPRESS,
        help=tr("the data file to open"),
    )
    added.add_argument(
        "--demo", action="store_true", default=argparse.SUPPRESS, help=translated(DEMO)
    )
    return added


def _add_reading_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _add_open(commands)
    people = _add(commands, "people", "list_people", tr("list people in sidebar order"))
    brief = _add(commands, "brief", "show_brief", tr("what to know before the next check-in"))
    brief.add_argument("person", metavar=tr("PERSON"), help=translated(PERSON))
    brief.add_argument(
        "--include-private",
        action="store_true",
        help=tr(
            "include content that is private to you: notes, agenda items, temperature "
            "and feedback to pass on"
        ),
    )
    ask = _add(commands, "ask", "ask_before", tr("questions to send someone before a check-in"))
    ask.add_argument("person", metavar=tr("PERSON"), help=translated(PERSON))
    search = _add_search(commands)
    upcoming = _add_upcoming(commands)
    week = _add(commands, "week", "close_week", tr("the weekly review, person by person"))
    week.add_argument(
        "--include-private", action="store_true", help=tr("include content that is private to you")
    )
    board = _add(commands, "reviews", "list_reviews", tr("the status of each review in a cycle"))
    board.add_argument("--cycle", default="", metavar=tr("NAME"), help=translated(CYCLE))
    for each in (people, brief, ask, search, upcoming, week, board):
        each.add_argument("--json", action="store_true", help=tr("machine-readable output"))
    check = _add(commands, "check", "check", tr("check that the data file is intact"))
    check.add_argument("--json", action="store_true", help=tr("machine-readable output"))
    tour = _add(
        commands,
        "tour",
        "tour",
        tr("save screenshots of every page of the demo, plus a plan as a PDF"),
    )
    tour.add_argument("-o", dest="out", type=Path, required=True, metavar=tr("DIR"))


def _add_search(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    search = _add(commands, "search", "search", tr("search everything you have written"))
    search.add_argument(
        "words",
        nargs="+",
        metavar=tr("WORDS"),
        help=tr("for example: release from:ana before:2026-03"),
    )
    search.add_argument(
        "--in",
        dest="area",
        choices=["conversations", "reviews"],
        default="conversations",
        help=tr(
            "what to search (default: conversations); conversations and reviews are searched "
            "separately"
        ),
    )
    search.add_argument(
        "--person",
        metavar=tr("PERSON"),
        help=tr("search one person's records only: {person}", person=translated(PERSON)),
    )
    search.add_argument(
        "--include-private", action="store_true", help=tr("include content that is private to you")
    )
    return search


def _add_upcoming(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    upcoming = _add(commands, "upcoming", "list_upcoming", tr("list planned check-ins by date"))
    upcoming.add_argument(
        "--from",
        dest="first",
        type=_day,
        metavar=tr("DAY"),
        help=tr("the first date to include, such as 2026-11-24"),
    )
    upcoming.add_argument(
        "--to", dest="last", type=_day, metavar=tr("DAY"), help=tr("the last date to include")
    )
    return upcoming


def _add_open(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from careerdesk.calling import PAGES

    going = _add(
        commands,
        OPEN,
        OPEN,
        tr("show a person in the open window, or open a new window"),
    )
    going.add_argument("person", metavar=tr("PERSON"), help=translated(PERSON))
    going.add_argument(
        "--page",
        choices=PAGES,
        default="",
        help=tr("which page to show for the person (default: the last one opened)"),
    )


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    taking = _add(commands, "import", "import_people", tr("import people from CSV files"))
    taking.add_argument("files", nargs="+", type=Path, metavar=tr("FILE"))
    taking.add_argument(
        "--dry-run", action="store_true", help=tr("only show what would be imported")
    )
    taking.add_argument(
        "--manager",
        action="append",
        metavar=tr("NAME"),
        help=tr("import only people who report to this manager (can be repeated)"),
    )
    taking.add_argument(
        "--encoding",
        default="",
        metavar=tr("NAME"),
        help=tr("text encoding of the CSV files, such as cp1252 (default: detected automatically)"),
    )
    taking.add_argument("--json", action="store_true", help=tr("machine-readable output"))
    _add_export(_add(commands, "export", "export", tr("export a document, or everything as JSON")))


def _add_export(giving: argparse.ArgumentParser) -> None:
    what = giving.add_argument(
        "what",
        choices=["plan", "own-words", "brief", "checkins", "summary", "review", ALL],
        action=_What,
    )
    person = giving.add_argument(
        "person",
        metavar=tr("PERSON"),
        help=tr("{person} (leave out when exporting all)", person=translated(PERSON)),
    )
    if isinstance(what, _What):
        what.of = person
    giving.add_argument(
        "--format",
        choices=["pdf", "html", "md", "json"],
        default="",
        help=tr("output format (default: pdf, or json when exporting all)"),
    )
    giving.add_argument(
        "--schema",
        action="store_true",
        help=tr("with all: write the JSON Schema instead of the data"),
    )
    giving.add_argument(
        "-o", dest="out", type=Path, metavar=tr("OUT"), help=tr("the file to write")
    )
    giving.add_argument(
        "--paper", choices=["A4", "A5", "Letter"], default="", help=tr("paper size")
    )
    giving.add_argument(
        "--include-private",
        action="store_true",
        help=tr(
            "include private content: anything private to you in a brief or check-ins, "
            "or the names of people who gave feedback in a packet"
        ),
    )
    giving.add_argument(
        "--date",
        type=_day,
        metavar=tr("DAY"),
        help=tr("the date of the check-in (default: the most recent one)"),
    )
    _add_review(giving)


def _add_review(giving: argparse.ArgumentParser) -> None:
    giving.add_argument(
        "--cycle",
        default="",
        metavar=tr("NAME"),
        help=tr("for reviews only: {cycle}", cycle=translated(CYCLE)),
    )
    giving.add_argument(
        "--for",
        choices=["person", "meeting"],
        dest="reader",
        help=tr(
            "who the review is for: the person (exports the share sheet; this is the "
            "default) or the approval meeting (exports the packet, which is "
            "confidential and includes calibration and pay)"
        ),
    )
    giving.add_argument(
        "--draft",
        action="store_true",
        help=tr("export a draft of a review that hasn't been shared yet"),
    )
    giving.add_argument(
        "--shared-on",
        type=_day,
        metavar=tr("DAY"),
        help=tr("export the review as it was shared or corrected on this date"),
    )


class _What(argparse.Action):
    """What is exported: everything is of nobody, so that no person need follow."""

    of: argparse.Action

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        options: argparse.Namespace,
        value: object,
        _option: str | None = None,
    ) -> None:
        """Take it."""
        setattr(options, self.dest, value)
        self.of.required = value != ALL


def _add_keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = _add(
        commands,
        "backup",
        "backup",
        tr("back up the data file, either next to it or to a file you choose"),
    )
    backup.add_argument(
        "-o", dest="out", type=Path, metavar=tr("OUT"), help=tr("the file to write")
    )
    listed = _add(commands, "backups", "list_backups", tr("list the backups of the data file"))
    restore = _add(commands, "restore", "restore", tr("restore the data file from a backup"))
    restore.add_argument(
        "file",
        metavar=tr("BACKUP"),
        help=tr(
            "the number of a backup, as listed by `backups`, or the path of a backup or JSON file"
        ),
    )
    restore.add_argument(
        "--person",
        metavar=tr("PERSON"),
        help=tr("restore only this person, identified by UID or by their name in the backup"),
    )
    for each in (backup, listed):
        each.add_argument("--json", action="store_true", help=tr("machine-readable output"))


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr("{words} isn't a valid date. Enter a date such as 2026-11-24.", words=words)
        ) from None


def window(options: argparse.Namespace) -> int:
    """Open the window over the store, or over the demo."""
    if options.measure_start and not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the figures count as well without a screen
    need_display()
    gc.disable()  # nothing of a start is garbage; the window turns it on again
    try:
        return _open_window(options)
    finally:
        gc.enable()


def _open_window(options: argparse.Namespace) -> int:
    """Ask a window that is open already to come forward, before Qt is imported or a store read."""
    from careerdesk import paths
    from careerdesk.calling import Answer, call

    note_crashes(paths.state_dir())
    if options.demo:
        from careerdesk import app
        from careerdesk.demo import FILE, throw_away_demo

        with throw_away_demo() as folder:
            wish = _wish(options, folder / FILE)
            return app.run_window(folder / FILE, settings_folder=folder, wish=wish)
    path = options.store or paths.store_path()
    wish = _wish(options, path)
    if not options.measure_start and call(path, wish) is Answer.HEARD:
        return 0
    from careerdesk import app

    return app.run_window(path, measure=options.measure_start, wish=wish)


def _wish(options: argparse.Namespace, path: Path) -> Wish:
    """Where the window is to go; a person that is named is read beside one that may be open."""
    from careerdesk.calling import Wish

    if options.command != OPEN:
        return Wish()
    from careerdesk.app import open_store
    from careerdesk.commands import need_store
    from careerdesk.services import people

    need_store(path)
    store = open_store(path, reading=True)
    try:
        return Wish(people.find(store, options.person).id, options.page)
    finally:
        store.close()


def has_display() -> bool:
    """Whether a window can be made: on a screen, or by the platform that Qt was told to use."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, shown))


def need_display() -> None:
    """Refuse where no window can be made, before Qt would abort."""
    if not has_display():
        raise InvalidInput(
            N_(
                "No display is available, so use a command instead. For a list of "
                "commands, run: careerdesk --help"
            )
        )


def note_crashes(folder: Path) -> None:
    """Log uncaught exceptions into *folder*; the log is only imported when there is one."""

    def note(kind: type[BaseException], error: BaseException, frames: object) -> None:
        from careerdesk import logs

        if not logs.LOG.handlers:
            logs.write_into(folder)
        logs.note(kind, error, frames)  # type: ignore[arg-type]  # a hook's frames are a traceback

    sys.excepthook = note
