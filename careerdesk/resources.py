"""Where icons and styles are: inside an installed package, or beside it in the tree."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def folder() -> Path:
    """The folder that holds `icons`, `fonts` and `styles`."""
    installed = _HERE / "_resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


def icon() -> Path:
    """The drawing of the program itself."""
    return folder() / "linux" / "careerdesk.svg"
