"""All that a store holds, as JSON: for other programs, and for the years after this one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from careerdesk.data import json_export
from careerdesk.data.backups import Progress, Stopped
from careerdesk.data.library import library_for
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.i18n import N_, tr

__all__ = ["Progress", "Stopped", "json_schema", "pour", "write"]


def _on(_done: int, _of: int) -> bool:
    return True


def write(store: Store, target: Path, progress: Progress = _on) -> None:
    """Write everything to *target*, a private file that is there whole or not at all.

    Drafts are left out; everything private is in it. In any thread: edits go on meanwhile, and are
    not in it. Raises `StoreError`, or `Stopped` where *progress* said so.
    """
    try:
        json_export.write(store.path, target, store.now(), library_for(store.path), progress)
    except OSError as error:
        raise StoreError(
            N_("Could not write {path}: {reason}. Choose another location."),
            path=target,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None


def pour(store: Store, file: BinaryIO, progress: Progress = _on) -> None:
    """Write everything into an open file; raises `StoreError`, `OSError` or `Stopped`."""
    json_export.pour(store.path, file, store.now(), library_for(store.path), progress)


def json_schema() -> str:
    """What is in such a file, as JSON Schema (2020-12)."""
    from careerdesk.data.json_form import json_schema as made

    return json.dumps(made(), indent=1) + "\n"
