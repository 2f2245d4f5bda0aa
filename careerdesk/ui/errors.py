"""What a user is told when something cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from careerdesk.domain.errors import UserError
from careerdesk.ui.context import Context
from careerdesk.ui.texts import tr

T = TypeVar("T")
P = ParamSpec("P")
KEY = "problem"


def sentence(error: UserError) -> str:
    """The error in the language of the interface."""
    return tr(error.template).format(**error.values)


def guard(ctx: Context, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Do *action*; what goes wrong is said in a banner, and None comes back."""
    try:
        done = action(*args, **kwargs)
    except UserError as error:
        ctx.notices.banner(KEY, "warning", sentence(error))
        return None
    ctx.notices.clear_banner(KEY)
    return done
