"""Looking whether a store is whole; nothing is written."""

from __future__ import annotations

from careerdesk.data.queries import checking
from careerdesk.data.store import Store


def check_store(store: Store) -> list[str]:
    """What is wrong with the store, a sentence each; nothing if all is well."""
    return store.read(checking.problems)
