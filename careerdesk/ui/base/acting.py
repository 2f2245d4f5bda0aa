"""Small things that pages do alike: act and tell whether it worked, look who is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import Person, Record
from careerdesk.services import people
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action

P = ParamSpec("P")


def succeeded(ctx: Context, action: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Write what was typed, do *action*, and tell whether it worked; if not, a banner says why."""
    return bool(try_action(ctx, action, *args, **kwargs))


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
