"""The notices of a window: its toast and its banners."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerdesk.compat import override
from careerdesk.services.store import Edit
from careerdesk.ui.base.notices import Action, Notices
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.toast import Toast


def _no_edit() -> Edit | None:
    """Nothing was done."""
    return None


class WindowNotices(Notices):
    """Tells in the toast and the banners of one window."""

    def __init__(
        self, toast: Toast, banners: BannerArea, last_edit: Callable[[], Edit | None] = _no_edit
    ) -> None:
        """Show them there; *last_step* gives what an undo would take back now."""
        self._toast = toast
        self._banners = banners
        self._last_step = last_edit
        self._noted: list[Edit | None] = []

    @override
    def toast(self, text: str, undo: bool | Edit = False) -> None:
        """In the toast, with its button for *undo*."""
        step = self._done_last() if undo is True else undo or None
        self._toast.tell(text, step is not None, step)

    @override
    def note_edit(self, step: Edit | None) -> None:
        """For the next toast."""
        self._noted = [step]

    def _done_last(self) -> Edit | None:
        return self._noted.pop() if self._noted else self._last_step()

    @override
    def banner(
        self,
        key: str,
        kind: str,
        text: str,
        actions: Sequence[Action] = (),
        *,
        closed: Callable[[], None] | None = None,
    ) -> None:
        """Below the tabs."""
        self._banners.show_banner(key, kind, text, actions, closed=closed)

    @override
    def clear_banner(self, key: str) -> None:
        """Of those below the tabs."""
        self._banners.clear_banner(key)
