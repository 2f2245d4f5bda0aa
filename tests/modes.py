"""Who may read a file, where the system knows modes."""

from __future__ import annotations

import stat
from pathlib import Path

from tests.pretended import pretending


def is_private(path: Path) -> bool:
    """Whether a file or a folder is its owner's alone; on Windows no mode says so."""
    wanted = 0o700 if path.is_dir() else 0o600
    return pretending.is_windows() or stat.S_IMODE(path.stat().st_mode) == wanted
