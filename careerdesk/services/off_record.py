"""Forgetting words for good: the thin way, until a record can be struck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerdesk.data.mapping import table_name
from careerdesk.data.queries import drafts as draft_queries
from careerdesk.data.queries import versions as version_queries
from careerdesk.data.store import Store
from careerdesk.domain.drafts import Draft
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.records import Record


def forget_words(
    store: Store,
    kind: type[Record],
    record_id: int,
    fields: Sequence[str],
    *,
    also: Mapping[str, object] | None = None,
    origin: object = None,
    person_id: int | None = None,
    place: str = "",
) -> bool:
    """Empty texts of one record for good."""
    table = table_name(kind)
    with store.edit(
        "Not for the record", origin=origin, person_id=person_id, place=place, undoable=False
    ) as tx:
        tx.change(kind, record_id, **{**dict.fromkeys(fields, ""), **(also or {})})
        for version_id in tx.read(version_queries.of_record, table, record_id):
            tx.remove(TextVersion, version_id)
        for draft in tx.read(draft_queries.all_of):
            if (draft.kind, draft.record_id) == (table, record_id):
                tx.remove(Draft, draft.id)
    store._forget_steps()  # noqa: SLF001
    return True
