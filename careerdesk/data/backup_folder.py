"""Where the backups of a store are: known without reading any of them."""

from __future__ import annotations

from pathlib import Path


def folder_of(store: Path) -> Path:
    """The folder of the backups of the store at a path."""
    return store.parent / f"{_family(store)}-backups"


def _family(store: Path) -> str:
    """`team.db` and `team.sqlite` are two stores."""
    return store.stem if store.suffix.casefold() in {".db", ""} else store.name
