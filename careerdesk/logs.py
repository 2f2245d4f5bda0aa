"""The log: what went wrong and where in the code, never what anybody wrote."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("careerdesk")
_SIZE = 256 * 1024


def start(folder: Path) -> None:
    """Log into *folder*, and note every uncaught exception."""
    write_into(folder)
    sys.excepthook = note
    threading.excepthook = _note_thread


def write_into(folder: Path) -> None:
    """Log into *folder*, at most three small files; who notes exceptions is for others to say."""
    handler = _handler(folder / "careerdesk.log")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def _handler(path: Path) -> logging.Handler:
    """The file, or standard error where no file can be written."""
    try:
        return RotatingFileHandler(path, maxBytes=_SIZE, backupCount=2, encoding="utf-8")
    except OSError:
        return logging.StreamHandler()


def note(kind: type[BaseException], _error: BaseException, frames: TracebackType | None) -> None:
    """Log an exception by its kind and its places: its message could hold a user's words."""
    LOG.error("%s at %s", kind.__name__, " < ".join(places(frames)))


def _note_thread(arguments: threading.ExceptHookArgs) -> None:
    note(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)


def places(frames: TracebackType | None) -> list[str]:
    """Where an exception came through, the innermost first: files by their names alone."""
    found: list[str] = []
    while frames is not None:
        code = frames.tb_frame.f_code
        found.insert(0, f"{Path(code.co_filename).name}:{frames.tb_lineno} {code.co_name}")
        frames = frames.tb_next
    return found
