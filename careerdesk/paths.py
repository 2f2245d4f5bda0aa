"""Where things are kept on this platform; `CAREERDESK_HOME` moves all of it into one folder."""

from __future__ import annotations

import os
from pathlib import Path

from careerdesk.domain.errors import StoreError
from careerdesk.i18n import N_

NAME = "careerdesk"


def data_dir() -> Path:
    """The folder of the store, readable by its owner only."""
    return _made("data")


def config_dir() -> Path:
    """The folder of the settings."""
    return _made("config")


def settings_to_read() -> Path:
    """The folder of the settings for anyone who only reads them; it may not be there."""
    return _folder("config")


def state_dir() -> Path:
    """The folder of the log."""
    return _made("state")


def store_path() -> Path:
    """The store that is opened when none is named; its folder is not made yet."""
    return _folder("data") / "careerdesk.db"


def _folder(kind: str) -> Path:
    home = os.environ.get("CAREERDESK_HOME")
    if home:
        return Path(home).expanduser() / kind
    import platformdirs

    found: Path = getattr(platformdirs, f"user_{kind}_path")(NAME, appauthor=False)
    return found


def _made(kind: str) -> Path:
    """The folder, made where it is missing; no other user of the computer can look into it."""
    folder = _folder(kind)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        status = folder.stat()
        if os.name != "nt" and status.st_uid != os.geteuid():
            raise StoreError(
                N_(
                    "The folder {folder} belongs to another user, who could read everything in "
                    "it. Set CAREERDESK_HOME to a folder you own."
                ),
                folder=folder,
            )
        if status.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise StoreError(
            N_(
                "Could not create the folder {folder}: {reason}. Set CAREERDESK_HOME to a folder "
                "you can write to."
            ),
            folder=folder,
            reason=error.strerror,
        ) from None
    return folder


def file_of(store: Path) -> Path:
    """The file itself of a store that is named by a link.

    What lies beside it, its backups and the journal of SQLite, goes by the name of the file.
    """
    return Path(os.path.realpath(store)) if os.path.islink(store) else store  # noqa: PTH114  # never raises
