"""What pages look up alike: whether a record or a person is still there."""

from __future__ import annotations

from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import Person, Record
from careerdesk.services import people
from careerdesk.ui.base.context import Context


def has_gone(ctx: Context, kind: type[Record], record_id: int) -> bool:
    """Whether a record that something is open for was deleted, or undone, meanwhile."""
    try:
        ctx.store.get(kind, record_id)
    except NotFound:
        return True
    return False


def still_there(ctx: Context, person_id: int) -> Person | None:
    """The person of a page, or None once they are deleted: the window moves on then."""
    try:
        return people.get(ctx.store, person_id)
    except NotFound:
        return None
