"""Whether a number is kept for what the manager sensed: off, unless somebody wants it."""

from __future__ import annotations

from careerdesk.services import checkins
from careerdesk.ui.base.context import Context

SENSED = "temperature/sensed"  # the key of the setting


def sensed_on(ctx: Context) -> bool:
    """What the setting says; where nothing was said, whether the store has such numbers."""
    said = ctx.settings.value(SENSED)
    if said is None:
        return checkins.ever_sensed(ctx.store)
    return str(said).lower() in ("true", "1")
