"""An edit that is taken back before it is stored: how long one takes, without leaving a trace."""

from __future__ import annotations

from contextlib import suppress

from careerdesk.domain.errors import UserError
from careerdesk.domain.records import Person
from careerdesk.services.store import Store


class _TakenBack(Exception):
    """Ends the block of an edit, so that nothing of it is stored."""


def try_edit(store: Store) -> None:
    """Do all of an edit but for its commit; the file stays as it is, also if it takes none."""
    with suppress(_TakenBack, UserError), store.aside() as tx:
        tx.add(Person(given_name="Nobody"))
        raise _TakenBack
