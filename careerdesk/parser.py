"""What the program can be told on the command line, and its help."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from careerdesk import __version__
from careerdesk.arguments import OPEN, WINDOW, path_of
from careerdesk.i18n import N_, tr, translated

ALL = "all"  # what can be exported of nobody
STATUSES = N_(
    "Exit status: 0 success, 1 problem found, 2 incorrect usage or no display, 3 data "
    "file from a newer version, 4 read or write error, 5 data file in use."
)
DEMO = N_(
    "use a demo with a made-up team instead of your data file; the demo is discarded when you quit"
)
PERSON = N_("ID, email or name, in full or just a unique part")
CYCLE = N_("the name of the cycle, or a unique part of it (default: the newest cycle)")


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
    top.add_argument("--store", type=_file, metavar=tr("FILE"), help=tr("the data file to open"))
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
        type=_file,
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
    tour.add_argument("-o", dest="out", type=_file, required=True, metavar=tr("DIR"))


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
    taking.add_argument("files", nargs="+", type=_file, metavar=tr("FILE"))
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
    _add_what(giving)
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
        "-o", dest="out", type=_file, metavar=tr("OUT"), help=tr("the file to write")
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


def _add_what(giving: argparse.ArgumentParser) -> None:
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
        "-o", dest="out", type=_file, metavar=tr("OUT"), help=tr("the file to write")
    )
    listed = _add(commands, "backups", "list_backups", tr("list the backups of the data file"))
    restore = _add(commands, "restore", "restore", tr("restore the data file from a backup"))
    restore.add_argument(
        "file",
        type=_named,
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


def _file(words: str) -> Path:
    """A path; of no words `Path` would make the folder one is in."""
    return path_of(_named(words))


def _named(words: str) -> str:
    if not words:
        raise argparse.ArgumentTypeError(tr("The name of the file is missing."))
    return words


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr("{words} isn't a valid date. Enter a date such as 2026-11-24.", words=words)
        ) from None
