"""A plan as it was: taken before its first change of a day, read back as a view.

The body is JSON of rows in their stored form: `plan`, and `items` with the `item`, its
`motivators` and `key_results`, and the `objective` it serves or null.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from careerdesk.data.mapping import record_of, row_of
from careerdesk.data.queries.plans import item_views
from careerdesk.data.rows import fetch
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Objective
from careerdesk.domain.records import KeyResult, Motivator, Plan, PlanItem, Record
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import N_


def take(connection: sqlite3.Connection, plan_id: int) -> str:
    """The body for a plan as it is now."""
    items = [
        {
            "item": _row(view.item),
            "motivators": [_row(one) for one in view.motivators],
            "key_results": [_row(one) for one in view.key_results],
            "objective": _row(view.objective) if view.objective else None,
        }
        for view in item_views(connection, plan_id)
    ]
    content = {"plan": _row(fetch(connection, Plan, plan_id)), "items": items}
    return json.dumps(content, ensure_ascii=False)


def view(body: str) -> PlanView:
    """The plan that a body holds; `InvalidInput` if it cannot be read."""
    try:
        content = json.loads(body)
        items = tuple(_item(one) for one in content["items"])
        return PlanView(record_of(Plan, content["plan"]), items)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidInput(
            N_("This item was saved in a format that can no longer be read.")
        ) from error


def _item(one: dict[str, Any]) -> ItemView:
    objective = one["objective"]
    return ItemView(
        record_of(PlanItem, one["item"]),
        tuple(record_of(Motivator, row) for row in one["motivators"]),
        tuple(record_of(KeyResult, row) for row in one["key_results"]),
        record_of(Objective, objective) if objective else None,
    )


def _row(record: Record) -> dict[str, Any]:
    return {"id": record.id, **row_of(record)}
