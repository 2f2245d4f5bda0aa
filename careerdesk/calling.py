"""How a second start asks the first window to come forward, before Qt or a store is touched.

The window listens on a socket of its own for each store, in the folder of the state, which nobody
else can look into; on Windows on a pipe. A start sends one line, a person's id and the word of a
page, never a text; the window answers with one word. Who gets no answer is not heard, and the lock
of the store decides (`docs/adr/0064-the-second-start.md`).
"""

from __future__ import annotations

import os
import stat
import time
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from careerdesk.domain.errors import UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket

PAGES = ("prepare", "discovery", "plan", "check-ins")
"""The words of a person's pages, in the order of their tabs."""

GREETING, STAYS, HEARD = "careerdesk-1", "-", b"heard\n"
MOST_BYTES = 64  # of a message: a greeting, a number, a word
MOST_DIGITS = 18  # of an id: SQLite has no larger ones
LONGEST_PATH = 100  # bytes; macOS takes 103 for a socket, Linux 107
ANSWER_S = 2.0  # as long as a window may be busy without being taken for hung
PATIENCE_S, TRIES = 0.15, 20  # a window that is just opening is waited for


class Wish(NamedTuple):
    """Where the window is to go: to nobody with 0, to the page that is open there with ``""``."""

    person_id: int = 0
    page: str = ""


ANYWHERE = Wish()
"""Only to come forward."""


class Answer(Enum):
    """What became of a call."""

    HEARD = auto()
    NOBODY = auto()  # no window listens, or it is going
    SILENT = auto()  # a window is there and does not answer


def name_of(store: Path) -> str:
    """The name under which the window over *store* can be called, by whatever link it is named."""
    import hashlib

    return "careerdesk-" + hashlib.sha256(os.fsencode(os.path.realpath(store))).hexdigest()[:16]


def message(wish: Wish) -> bytes:
    """What is sent for *wish*: one line."""
    return f"{GREETING} {wish.person_id} {wish.page or STAYS}\n".encode()


def wish_in(line: bytes) -> Wish | None:
    """What a line of `message` asks for; None if it is not one."""
    words = line.decode("ascii", "replace").removesuffix("\n").split(" ")
    if len(words) != len(("greeting", "person", "page")) or words[0] != GREETING:
        return None
    _, number, page = words
    if not (number.isdecimal() and number.isascii()) or len(number) > MOST_DIGITS:
        return None
    if page != STAYS and page not in PAGES:
        return None
    return Wish(int(number), "" if page == STAYS else page)


def address_of(store: Path) -> Path | None:
    """The path of the socket of *store*; None where there can be none.

    Where the folder of the state lies too deep for a socket, it is in a folder of our own among the
    temporary files, if that is really ours.
    """
    from careerdesk import paths

    try:
        folder = paths.state_dir()
    except UserError:
        return None
    made = folder / f"{name_of(store)}.socket"
    if len(os.fsencode(made)) <= LONGEST_PATH:
        return made
    import tempfile

    near = Path(tempfile.gettempdir()) / f"careerdesk-{os.geteuid()}"
    made = near / f"{name_of(folder / name_of(store))}.socket"
    return made if len(os.fsencode(made)) <= LONGEST_PATH and _is_private(near) else None


def _is_private(folder: Path) -> bool:
    """Make a folder for ourselves; whether it is one: others may have made it before."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    return mine and not found.st_mode & 0o077


def is_socket_of_ours(path: Path) -> bool:
    """Whether a socket is there, made by this user: no link, nor any other file."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.geteuid()


def listen(path: Path) -> socket.socket | None:
    """A socket that listens at *path*, never blocking; None where something else is there.

    What a killed program left is taken away; only who owns the store may call it.
    """
    import socket

    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    made.setblocking(False)  # noqa: FBT003
    try:
        if is_socket_of_ours(path):
            path.unlink()
        made.bind(str(path))
        path.chmod(0o600)
        made.listen()
    except OSError:
        made.close()
        return None
    return made


def call(store: Path, wish: Wish = ANYWHERE) -> Answer:
    """Ask the window over *store* to come forward and to grant *wish*; waits `ANSWER_S` at most."""
    if os.name == "nt":
        return _call_pipe(rf"\\.\pipe\{name_of(store)}", wish)
    path = address_of(store)
    if path is None or not is_socket_of_ours(path):
        return Answer.NOBODY
    import socket

    caller = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with caller:
        caller.settimeout(ANSWER_S)
        try:
            caller.connect(str(path))
            caller.sendall(message(wish))
            return _heard(caller)
        except TimeoutError:
            return Answer.SILENT
        except BlockingIOError:  # so many wait already that there is no room for one more
            return Answer.SILENT
        except OSError:
            return Answer.NOBODY


def _heard(caller: socket.socket) -> Answer:
    """What the window answers; nothing if it hangs up, since it is going."""
    got, end = b"", time.monotonic() + ANSWER_S
    while len(got) < len(HEARD):
        caller.settimeout(max(0.001, end - time.monotonic()))
        part = caller.recv(len(HEARD) - len(got))
        if not part:
            return Answer.NOBODY
        got += part
    return Answer.HEARD if got == HEARD else Answer.NOBODY


def call_patiently(store: Path, wish: Wish = ANYWHERE) -> Answer:
    """As `call`, where a window is surely there: one that is just opening is waited for."""
    for _ in range(TRIES):
        answer = call(store, wish)
        if answer is not Answer.NOBODY:
            return answer
        time.sleep(PATIENCE_S)
    return Answer.NOBODY


def _call_pipe(name: str, wish: Wish) -> Answer:
    """The same through a pipe of Windows, whose reading nothing ends in time: so a thread reads."""
    import threading

    answers = []

    def ask() -> None:
        try:
            pipe = os.open(name, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError:
            answers.append(Answer.NOBODY)
            return
        try:
            os.write(pipe, message(wish))
            answers.append(Answer.HEARD if os.read(pipe, len(HEARD)) == HEARD else Answer.NOBODY)
        except OSError:
            answers.append(Answer.NOBODY)
        finally:
            os.close(pipe)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(ANSWER_S)
    return answers[0] if answers else Answer.SILENT
