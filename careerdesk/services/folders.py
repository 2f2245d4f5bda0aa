"""Where the store lies, as far as that matters to who works with it."""

from __future__ import annotations

from careerdesk.data import folders
from careerdesk.data.folders import Carrier
from careerdesk.data.store import Store

__all__ = ["Carrier", "conflict_copies"]


def conflict_copies(store: Store) -> list[str]:
    """The names of copies beside the store that a sync client kept of a second version of it."""
    import platform

    return folders.conflict_copies(store.path, platform.node()) if store.folder.travels else []
