"""The colours that stand for the states of a goal."""

from __future__ import annotations

from careerdesk.domain.records import ItemState

STATE_TOKENS = {
    ItemState.NOT_STARTED: "text-muted",
    ItemState.ON_TRACK: "growth",
    ItemState.AT_RISK: "warning",
    ItemState.BLOCKED: "danger",
    ItemState.DONE: "success",
    ItemState.DROPPED: "text-muted",
}
