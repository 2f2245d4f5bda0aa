"""What a person was given: a copy on a day, with the digest of what it said."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from careerdesk.data.queries import handing_over as queries
from careerdesk.data.store import Store
from careerdesk.domain.loop import HandedOver, HandedOverKind

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["HandedOver", "HandedOverKind"]


def body_of(shared: Any) -> str:
    """A shared form (a dataclass of `domain.shared` or the like) as JSON, days as 2026-11-24."""
    return json.dumps(shared, ensure_ascii=False, default=_form)


def _form(value: object) -> object:
    """What JSON has no form for: `asdict` would copy each text of a large plan before."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"no form for {type(value).__name__}")


def digest_of(body: str) -> str:
    """The SHA-256 of a body, in hexadecimal."""
    return hashlib.sha256(body.encode()).hexdigest()


def hand_over(
    tx: Transaction,
    person_id: int,
    what: HandedOverKind,
    body: str,
    on: date,
    *,
    plan_id: int | None = None,
    checkin_id: int | None = None,
) -> HandedOver:
    """Note within an edit that a person was given something on a day."""
    given = HandedOver(
        person_id=person_id, what=what, plan_id=plan_id, checkin_id=checkin_id, handed_on=on,
        digest=digest_of(body), body=body,
    )  # fmt: skip
    return tx.add(given)


def last(
    store: Store, what: HandedOverKind, person_id: int, plan_id: int | None = None
) -> HandedOver | None:
    """What a person was given last, of a plan or without one."""
    return store.read(queries.last, what, person_id, plan_id)
