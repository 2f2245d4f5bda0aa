"""What the program was told, found for the window without making the parser of all commands."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

WINDOW, OPEN = "window", "open"


class Options(SimpleNamespace):
    """What was told, each part by the name that the parser gives it."""


def path_of(words: str) -> Path:
    """The path that is told; a `~` is the home folder also where no shell took it for that.

    None does in ``--store=~/team.db``, and a folder of that name invites to be removed.
    """
    return Path(os.path.expanduser(words))  # noqa: PTH111  # without a home it stays as it is


def for_window(arguments: Sequence[str]) -> Options | None:
    """What a start of the window says; None where it may be anything else, or wrong.

    Most starts are of the window, and importing what parses commands is a twentieth of them.
    """
    found = Options(command=WINDOW, store=None, demo=False, measure_start=False)
    rest = iter(arguments)
    for one in rest:
        if one == "--store":
            value = next(rest, "-")
            if not value or value.startswith("-"):
                return None
            found.store = path_of(value)
        elif one in {"--demo", "--measure-start"}:
            setattr(found, one[2:].replace("-", "_"), True)
        else:
            return None
    return found
