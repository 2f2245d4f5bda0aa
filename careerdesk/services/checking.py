"""Looking whether a store is whole; only the index of words is written, where it is not."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime

from careerdesk.data.damage import copies_beside
from careerdesk.data.mapping import table_name
from careerdesk.data.queries import checking
from careerdesk.data.search_check import is_in_order
from careerdesk.data.store import Store
from careerdesk.domain.errors import UNREADABLE, NotAStore, UserError
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import Review, ReviewCycle, Seal, SharedSheet
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews

_TOLD_BY_NAME = frozenset(map(table_name, (Review, Seal, SharedSheet)))
"""Tables of what is sealed or shared, where it is said first whose that is."""


def check_store(store: Store) -> list[str]:
    """What is wrong with the store, a sentence each; nothing if all is well.

    Seals and what was shared are looked at in a store that is whole otherwise.
    """
    return (
        store.read(checking.problems)
        or store.read(checking.unreadable, _TOLD_BY_NAME)
        or [*broken_seals(store), *broken_sheets(store)]
        or store.read(checking.unreadable)
    )


def mend_index(store: Store) -> str:
    """Look whether the index of words is in order, and make it again; a sentence if it was not."""
    if store.read(is_in_order):
        return ""
    try:
        with closing(Store(store.path)) as writable:
            writable.make_index()
    except UserError:
        return tr(
            "The search index is missing some text. Close CareerDesk and run the check again to "
            "rebuild it."
        )
    return tr("The search index was missing some text. It has been rebuilt.")


def kept_copies(store: Store) -> list[tuple[str, date]]:
    """The copies that CareerDesk kept beside the store: file name and day, the newest first."""
    return [
        (copy.name, datetime.fromtimestamp(copy.stat().st_mtime).astimezone().date())
        for copy in copies_beside(store.path)
    ]


def broken_seals(store: Store) -> list[str]:
    """The sealed reviews whose words, rating or seal were changed past the program."""
    return [
        tr(
            "{name}'s sealed review in {cycle} was changed outside CareerDesk.",
            **_whose(store, review_id),
        )
        for review_id in store.read(checking.sealed)
        if _is_broken(store, review_id)
    ]


def broken_sheets(store: Store) -> list[str]:
    """The shared reviews of which what was read was changed past the program."""
    return [
        tr(
            "{name}'s shared sheet in {cycle} was changed outside CareerDesk.",
            **_whose(store, review_id),
        )
        for review_id in store.read(checking.shared)
        if _is_sheet_broken(store, review_id)
    ]


def _is_broken(store: Store, review_id: int) -> bool:
    try:
        return bool(reviews.get(store, review_id).flaws)
    except (*UNREADABLE, NotAStore):
        return True


def _is_sheet_broken(store: Store, review_id: int) -> bool:
    try:
        return reviews.is_sheet_broken(store, review_id)
    except (*UNREADABLE, NotAStore):
        return True


def _whose(store: Store, review_id: int) -> dict[str, str]:
    person_id, cycle_id = store.read(checking.whose_review, review_id)
    name = store.get(Person, person_id).name
    return {"name": name, "cycle": store.get(ReviewCycle, cycle_id).name}
