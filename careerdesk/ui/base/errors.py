"""Doing what a user asked for, and telling them when it cannot be done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import DiskFull, StoreError, UserError
from careerdesk.i18n import tr, translated
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates

if TYPE_CHECKING:
    from careerdesk.domain.parts import Parts
    from careerdesk.services.store import Edit
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.notices import Notices

T = TypeVar("T")
P = ParamSpec("P")


def sentence(error: UserError) -> str:
    """The error in the language of the interface, which also writes its days."""
    values = {
        name: Dates.long_day(one) if isinstance(one, date) else one
        for name, one in error.values.items()
    }
    return translated(error.template, **values)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of an action: true if it was done, false if a banner says why not.

    Anyone who asked has to look: test it, `say` it, or `ignore` it with a reason. A test of the
    source fails where an outcome is dropped.
    """

    notices: Notices
    done: bool
    value: T | None = None
    step: Edit | None = None

    def __bool__(self) -> bool:
        """Whether it was done."""
        return self.done

    def say(self, words: str) -> bool:
        """Tell what was done, with the way back to before just that; tells whether it was done."""
        if self.done:
            self.notices.toast(words, undo=self.step or False)
        return self.done

    def ignored_because(self, _why: str) -> None:
        """Go on alike, done or not: a banner has said it; the reason is for readers of the code."""


def try_action(
    ctx: Context, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> Outcome[T]:
    """Write what was typed, do *action*, and tell what became of it; a failure is in a banner."""
    ctx.autosaver.flush()
    before = ctx.store.last_edit
    done, value = _done(ctx, _doubted(ctx, action), *args, **kwargs)
    return _outcome(ctx, before, done=done, value=value)


def _outcome(ctx: Context, before: Edit | None, *, done: bool, value: T | None) -> Outcome[T]:
    after = ctx.store.last_edit
    step = after if done and after is not before else None
    ctx.notices.note_edit(step)
    return Outcome(ctx.notices, done, value, step)


def try_in_parts(
    ctx: Context,
    parts: Parts[T],
    words: str,
    then: Callable[[Outcome[T]], object],
) -> None:
    """As `try_action`, for what may be large: *then* is given what became of it.

    The window says *words* meanwhile, and offers to stop it; then *then* hears that it was not
    done, and nothing of it is stored.
    """
    ctx.autosaver.flush()
    before = ctx.store.last_edit

    def end(result: Callable[[], T]) -> None:
        done, value = _done(ctx, _doubted(ctx, result))
        then(_outcome(ctx, before, done=done, value=value))

    def stopped() -> None:
        clear_problem(ctx.notices)  # nothing need wait for it any more
        then(_outcome(ctx, before, done=False, value=None))
        ctx.notices.toast(tr("Stopped. Nothing was changed."))

    ctx.work.start(parts, words, end, stopped)


def try_read(ctx: Context, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Read something; what goes wrong is said in a banner, and None comes back.

    What was said of an action before stays: a page that reads again has done nothing about it.
    """
    before = ctx.store.last_edit
    done, value = _tried(ctx, (names.NOT_READ, names.NOT_READ), action, *args, **kwargs)
    if done:
        ctx.notices.clear_banner(names.NOT_READ)
    if ctx.store.last_edit is not before:
        ctx.notices.note_edit(ctx.store.last_edit)
    return value


def _doubted(ctx: Context, action: Callable[P, T]) -> Callable[P, T]:
    """*action*, after whose failure everything reads again before anything is said of it."""

    def act(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return action(*args, **kwargs)
        except Exception:
            ctx.bridge.doubt()
            raise

    return act


def _done(
    ctx: Context, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> tuple[bool, T | None]:
    done, value = _tried(ctx, (names.PROBLEM, names.REFUSED), action, *args, **kwargs)
    if done:
        clear_problem(ctx.notices)
    return done, value


def _tried(
    ctx: Context,
    keys: tuple[str, str],
    action: Callable[P, T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> tuple[bool, T | None]:
    """Do it; *keys* are those of the banner for what goes wrong, and where the file is why."""
    try:
        return True, action(*args, **kwargs)
    except UserError as error:
        clear_problem(ctx.notices)
        _tell_why(ctx, keys, error)
        return False, None
    except Exception as error:  # noqa: BLE001  # whatever it is, the one who asked has to know
        sys.excepthook(type(error), error, error.__traceback__)  # which logs it
        ctx.notices.banner(
            keys[0], "warning", tr("Something went wrong, and the action couldn't be completed.")
        )
        return False, None


def _tell_why(ctx: Context, keys: tuple[str, str], error: UserError) -> None:
    if isinstance(error, DiskFull) and ctx.autosaver.failing:
        ctx.notices.toast(sentence(error))  # a banner says so already, of what is typed
        return
    key = names.DISK_FULL if isinstance(error, DiskFull) else keys[isinstance(error, StoreError)]
    ctx.notices.banner(key, "warning", sentence(error))


def clear_problem(notices: Notices) -> None:
    """Take down what was said of an action that could not be done."""
    for key in (names.PROBLEM, names.REFUSED, names.DISK_FULL, names.NOT_READ):
        notices.clear_banner(key)
