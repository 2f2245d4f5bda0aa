"""The program without a window: commands, one sentence for an error, an exit status."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.arguments import OPEN, WINDOW, Options, for_window
from careerdesk.domain.errors import InvalidInput, NotAStore, StoreError, UserError
from careerdesk.i18n import DOMAIN, LOCALE, N_, asked_by_environment, choose, tr

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.calling import Wish

Command = Callable[[Options], int]


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status. Errors are one sentence on standard error."""
    _print_anything()
    _speak()
    options = for_window(arguments) or _parsed(arguments)
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


def _parsed(arguments: Sequence[str]) -> Options:
    from careerdesk.parser import parser

    return parser().parse_args(arguments, Options())


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


def _name_backup(options: Options) -> None:
    """Of a store that is damaged, say which backup can take its place."""
    from careerdesk.commands import store_file
    from careerdesk.services import backups

    found = None if options.demo else backups.newest_good(store_file(options), readable=True)
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


def _check_options(options: Options) -> None:
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


def window(options: Options) -> int:
    """Open the window over the store, or over the demo."""
    if options.measure_start and not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the figures count as well without a screen
    need_display()
    gc.disable()  # nothing of a start is garbage; the window turns it on again
    try:
        return _open_window(options)
    except UserError as error:
        if _is_plain(options) and os.environ.get("QT_QPA_PLATFORM") != "offscreen":  # it is seen
            from careerdesk.app import show_failure

            show_failure(str(error))
        raise
    finally:
        gc.enable()


def _is_plain(options: Options) -> bool:
    """Whether it was started as an icon does it: nobody may see what is said on the terminal."""
    return options.store is None and options.command != OPEN and not options.measure_start


def _open_window(options: Options) -> int:
    """Ask a window that is open already to come forward, before Qt is imported or a store read."""
    from careerdesk import paths
    from careerdesk.calling import Answer, call

    note_crashes(paths.state_dir())
    if options.demo:
        from careerdesk import app
        from careerdesk.demo import FILE, throw_away_demo

        with throw_away_demo() as folder:
            wish = _wish(options, folder / FILE)
            return app.run_window(
                folder / FILE, settings_folder=folder, measure=options.measure_start, wish=wish
            )
    path = paths.file_of(options.store or paths.store_path())
    wish = _wish(options, path)
    if not options.measure_start and call(path, wish) is Answer.HEARD:
        return 0
    from careerdesk import app

    return app.run_window(path, measure=options.measure_start, tell=_is_plain(options), wish=wish)


def _wish(options: Options, path: Path) -> Wish:
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
