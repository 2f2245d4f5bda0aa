"""The balance of a quarter: how much was said about what is to come, and how much of reviews.

Of Reviews it knows one sum: how many meetings there were, and how long they took.
"""

from __future__ import annotations

from datetime import date

from careerdesk.data.queries import balance as queries
from careerdesk.data.queries import people as people_queries
from careerdesk.data.store import Store
from careerdesk.domain.balance import Balance, quarter, weigh
from careerdesk.domain.moments import midnight
from careerdesk.domain.standing import is_here
from careerdesk.services.reviews import meetings

__all__ = ["Balance", "balance"]


def balance(store: Store, today: date) -> Balance:
    """The quarter of *today* up to that day."""
    since = quarter(today)
    people = store.read(people_queries.in_rail)
    return weigh(
        store.read(queries.held, midnight(since)),
        {person.id for person in people if is_here(person, today)},
        meetings.total(store, since, today),
        today,
    )
