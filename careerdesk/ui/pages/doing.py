"""Doing something that may fail, where only success matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from careerdesk.ui.context import Context
from careerdesk.ui.errors import guard

P = ParamSpec("P")


def succeeded(ctx: Context, action: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Write what was typed, do *action*, and tell whether it worked; if not, a banner says why."""

    def act() -> bool:
        action(*args, **kwargs)
        return True

    ctx.autosaver.flush()
    return guard(ctx, act) is not None
