"""What went wrong, in words that can be handed to anybody: kinds, places and versions.

Never a message, since it could hold what somebody wrote, and never a path beyond the names of the
program's own files. What is running says so by a file, into which a crash of Python or Qt itself is
written; who finds it at the next start knows that the one before did not end well
(`docs/adr/0058-crash-reports.md`).
"""

from __future__ import annotations

import faulthandler
import os
import zlib
from collections import deque
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

REPORT = "crash-report.txt"
MOST_BYTES = 64 * 1024
"""Of the report on the disk, after which it begins again; of what a crash wrote, that is read."""
MOST_LINES = 60
MOST_FRAMES = 12  # of one thread of a crash, the innermost
KILLED = "The run before was ended from outside: killed, or the computer went off."


class CrashReport:
    """What went wrong while the program runs, on the disk at once and as text for the clipboard."""

    def __init__(self, folder: Path) -> None:
        """Write into *folder*, as soon as there is something to write."""
        self._folder = folder
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._begun = False

    def add(self, kind: str, places: str) -> None:
        """Note an error by its kind, and the places that it came through, the innermost first."""
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.add_lines([f"{moment} {kind} at {places}"])

    def add_exception(self, kind: type[BaseException], frames: TracebackType | None) -> None:
        """The same for an exception."""
        from careerdesk.logs import places

        self.add(kind.__name__, " < ".join(places(frames)))

    def add_lines(self, lines: list[str]) -> None:
        """Note lines that hold nothing but kinds and places."""
        self._lines.extend(lines)
        with suppress(OSError):  # the log says it too, and the clipboard needs no file
            self._write("".join(f"{line}\n" for line in lines))

    def add_left(self, lines: list[str]) -> None:
        """Note what the run before left that did not end well."""
        self.add_lines(["The run before ended by a crash:", *lines] if lines else [KILLED])

    def warn(self, words: str) -> None:
        """Write a line into the log alone: nothing that the user would notice."""
        from careerdesk import logs

        if not logs.LOG.handlers:
            logs.write_into(self._folder)
        logs.LOG.warning("%s", words)

    def text(self) -> str:
        """All of it, under what it happened with."""
        return "\n".join((*versions(), "", *self._lines, ""))

    def _write(self, words: str) -> None:
        path = self._folder / REPORT
        anew = not path.exists() or path.stat().st_size > MOST_BYTES
        way = os.O_TRUNC if anew else os.O_APPEND
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | way, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            if not self._begun:
                file.write("\n".join(("", *versions(), "")))
            file.write(words)
        self._begun = True


def versions() -> list[str]:
    """What the program runs with: nothing of it tells whose computer it is."""
    import platform

    import PySide6
    from PySide6.QtCore import qVersion

    from careerdesk import __version__
    from careerdesk.data.connection import SCHEMA_VERSION
    from careerdesk.data.library import PLAIN

    parts = {
        "Python": platform.python_version(), "PySide": PySide6.__version__, "Qt": qVersion(),
        "SQLite": PLAIN.version,
    }  # fmt: skip
    return [
        f"CareerDesk {__version__}, file version {SCHEMA_VERSION}",
        ", ".join(f"{name} {version}" for name, version in parts.items()),
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]


def version_words() -> str:
    """Which version this is, in the language of the interface: a report is in English."""
    from careerdesk import __version__
    from careerdesk.data.connection import SCHEMA_VERSION
    from careerdesk.i18n import tr

    return tr(
        "CareerDesk {version}, file version {file}", version=__version__, file=str(SCHEMA_VERSION)
    )


class Mark:
    """Says for as long as the program runs that it does, and takes what a crash of it leaves.

    `left` tells what the run before left that did not end well: the lines that its crash wrote,
    none where it was killed; None if it ended well.
    """

    def __init__(self, folder: Path, store: Path) -> None:
        """Put the mark into *folder* for the window over *store*, and take that of a crash."""
        self.path = folder / f"running-{zlib.crc32(str(store.absolute()).encode()):08x}"
        self.left = _left_in(self.path)
        self._file = -1
        with suppress(OSError):
            self._file = os.open(self.path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            faulthandler.enable(self._file)

    def last_words(self, words: str) -> None:
        """Write what there is no time to say otherwise."""
        if self._file >= 0:
            os.write(self._file, f"{words}\n".encode())

    def stop(self) -> None:
        """The program ends well."""
        if self._file < 0:
            return
        faulthandler.disable()
        os.close(self._file)
        self._file = -1
        with suppress(OSError):
            self.path.unlink()


def _left_in(path: Path) -> list[str] | None:
    try:
        with path.open("rb") as file:
            words = file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    return _plain(words)


def _plain(words: str) -> list[str]:
    """What a crash wrote, without the folders of the files, and without what is not known."""
    import re

    frame_of = re.compile(r'  File "([^"]*)", line (\d+) in (\S+)')
    said_in = re.compile(r"(Fatal Python error|Windows fatal exception|Qt fatal): [\w.: ~-]+")
    said: list[str] = []
    threads: list[list[str]] = []
    current: list[str] = []
    for line in words.splitlines():
        frame, sentence = frame_of.match(line), said_in.match(line)
        if sentence:
            said.append(sentence[0])
        elif line.startswith("Current thread 0x"):
            threads.insert(0, ["where it happened"])
            current = threads[0]
        elif line.startswith("Thread 0x"):
            threads.append(["another thread"])
            current = threads[-1]
        elif frame and threads and len(current) <= MOST_FRAMES:
            file, number, name = frame.groups()
            file = file.replace("\\", "/").rpartition("/")[2]
            current.append(f"  {file}:{number} {name}")
    return [*said, *(line for thread in threads for line in thread)][:MOST_LINES]
