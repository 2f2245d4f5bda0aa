"""Telling the user something without stopping them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerdesk.services.store import Step
from careerdesk.ui.widgets.banner import Action, BannerArea
from careerdesk.ui.widgets.toast import Toast


def _no_step() -> Step | None:
    """Nothing was done."""
    return None


class Notices:
    """Toasts for what was done, banners for what lasts."""

    def __init__(
        self, toast: Toast, banners: BannerArea, last_step: Callable[[], Step | None] = _no_step
    ) -> None:
        """Show them there; *last_step* gives what an undo would take back now."""
        self._toast = toast
        self._banners = banners
        self._last_step = last_step
        self._noted: list[Step | None] = []

    def toast(self, text: str, undo: bool | Step = False) -> None:
        """Say for eight seconds what was done; with *undo* the way back is offered.

        It leads back to before that step, with True to before what the last action did; never past
        what came after, and an action that changed nothing has no way back.
        """
        step = self._done_last() if undo is True else undo or None
        self._toast.tell(text, step is not None, step)

    def note_step(self, step: Step | None) -> None:
        """Remember what an action did, None where it changed nothing, for its toast."""
        self._noted = [step]

    def _done_last(self) -> Step | None:
        return self._noted.pop() if self._noted else self._last_step()

    def banner(
        self,
        key: str,
        kind: str,
        text: str,
        actions: Sequence[Action] = (),
        *,
        closed: Callable[[], None] | None = None,
    ) -> None:
        """Put up a sentence that stays: kinds are danger, warning, success, growth.

        *closed* is called if the user closes it.
        """
        self._banners.show_banner(key, kind, text, actions, closed=closed)

    def clear_banner(self, key: str) -> None:
        """Take a banner down."""
        self._banners.clear_banner(key)
