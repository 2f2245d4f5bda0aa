"""Telling the user something without stopping them."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.ui.widgets.banner import Action, BannerArea
from careerdesk.ui.widgets.toast import Toast


class Notices:
    """Toasts for what was done, banners for what lasts."""

    def __init__(self, toast: Toast, banners: BannerArea) -> None:
        self._toast = toast
        self._banners = banners

    def toast(self, text: str, undo: bool = False) -> None:
        """Say for eight seconds what was done; with *undo* the way back is offered."""
        self._toast.tell(text, undo)

    def banner(self, key: str, kind: str, text: str, actions: Sequence[Action] = ()) -> None:
        """Put up a sentence that stays: kinds are danger, warning, success, growth."""
        self._banners.show_banner(key, kind, text, actions)

    def clear_banner(self, key: str) -> None:
        """Take a banner down."""
        self._banners.clear_banner(key)
