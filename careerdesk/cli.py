"""The program without a window: commands, one sentence for an error, an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from careerdesk import __version__
from careerdesk.domain.errors import InvalidInput, UserError

Command = Callable[[argparse.Namespace], int]

STATUSES = (
    "Exit status: 0 done, 1 a problem was found, 2 wrong usage or no display, "
    "3 store from a newer version, 4 could not read or write, 5 store in use."
)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status. Errors are one sentence on standard error."""
    options = parser().parse_args(arguments)
    try:
        command: Command = options.command or window
        return command(options)
    except UserError as error:
        print(f"careerdesk: {error}", file=sys.stderr)
        return error.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The arguments of the program."""
    top = argparse.ArgumentParser(
        prog="careerdesk",
        description="Career conversations and reviews, kept apart. Everything stays here.",
        epilog=STATUSES,
    )
    top.add_argument("--version", action="version", version=f"CareerDesk {__version__}")
    top.add_argument("--store", type=Path, metavar="FILE", help="the store to open")
    top.add_argument("--demo", action="store_true", help="open a made-up team, thrown away at the end")
    top.add_argument(
        "--measure-start", action="store_true", help="open the window, print how long it took, quit"
    )
    top.set_defaults(command=None)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading(commands)
    _add_writing(commands)
    return top


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Command,
    words: str,
) -> argparse.ArgumentParser:
    added = commands.add_parser(name, help=words, description=words)
    added.set_defaults(command=command)
    added.add_argument(
        "--store", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="the store to open"
    )
    return added


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from careerdesk import commands as do

    people = _add(commands, "people", do.list_people, "list the people in their order")
    brief = _add(commands, "brief", do.show_brief, "what is good to know before the next talk")
    brief.add_argument("person", metavar="PERSON", help="id, email, name or a unique part of one")
    for each in (people, brief):
        each.add_argument("--json", action="store_true", help="machine-readable output")
    check = _add(commands, "check", do.check, "look whether the store is whole")
    check.add_argument("--json", action="store_true", help="machine-readable output")
    tour = _add(commands, "tour", do.tour, "a picture of every page of the demo, and a plan as PDF")
    tour.add_argument("-o", dest="out", type=Path, required=True, metavar="DIR")


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from careerdesk import commands as do

    taking = _add(commands, "import", do.import_people, "bring people in from tables (CSV)")
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="only show what would come in")
    taking.add_argument("--manager", metavar="NAME", help="only the reports of this manager")
    taking.add_argument("--json", action="store_true", help="machine-readable output")
    giving = _add(commands, "export", do.export_plan, "write a document")
    giving.add_argument("what", choices=["plan"])
    giving.add_argument("person", metavar="PERSON", help="id, email, name or a unique part of one")
    giving.add_argument("--format", choices=["pdf", "html", "md", "json"], default="pdf")
    giving.add_argument("-o", dest="out", type=Path, metavar="OUT", help="the file to write")


def window(options: argparse.Namespace) -> int:
    """Open the window over the store, or over the demo."""
    need_display()
    from careerdesk import app, logs, paths

    if options.demo:
        from careerdesk.demo import throw_away_demo

        with throw_away_demo() as folder:
            return app.run_window(folder / "demo.db", settings_folder=folder)
    logs.start(paths.state_dir())
    return app.run_window(options.store or paths.store_path(), measure=options.measure_start)


def need_display() -> None:
    """Refuse where no window can be shown, before Qt would abort."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, shown)):
        raise InvalidInput(
            "There is no screen here. Use a command instead: careerdesk --help lists them."
        )
