"""How a goal stands, in colours and words that several pages use."""

from __future__ import annotations

from careerdesk.domain.progress import share_reached, unit_of
from careerdesk.domain.records import ItemState, KeyResult, Measure
from careerdesk.ui.base.texts import number, tr

STATE_TOKENS = {
    ItemState.NOT_STARTED: "text-muted",
    ItemState.ON_TRACK: "growth",
    ItemState.AT_RISK: "warning",
    ItemState.BLOCKED: "danger",
    ItemState.DONE: "success",
    ItemState.DROPPED: "text-muted",
}


def now_words(result: KeyResult) -> tuple[str, str]:
    """What a key result stands at, and what it shall reach: *88* and *of 95 %*."""
    now = "–" if result.current is None else number(result.current)
    words = tr("of {target}").format(target=number(result.target))
    unit = unit_of(result)
    return now, f"{words}\u202f{unit}" if unit else words


def result_text(result: KeyResult) -> str:
    """How a key result stands: `71 → 88 of 95 %`, or whether a milestone is reached."""
    if result.measure is Measure.MILESTONE:
        return tr("Reached") if share_reached(result) >= 1 else tr("Not reached yet")
    now = "–" if result.current is None else number(result.current)
    words = tr("{start} → {now} of {target}").format(
        start=number(result.baseline), now=now, target=number(result.target)
    )
    unit = unit_of(result)
    return f"{words}\u202f{unit}" if unit else words
