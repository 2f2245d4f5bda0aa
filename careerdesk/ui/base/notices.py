"""Telling the user something without stopping them: what every page may ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from careerdesk.services.store import Edit

Action = tuple[str, Callable[[], object]]
"""What a button of a banner says and does."""


class Notices(Protocol):
    """Toasts for what was done, banners for what lasts."""

    def toast(self, text: str, undo: bool | Edit = False) -> None:
        """Say for eight seconds what was done; with *undo* the way back is offered.

        It leads back to before that step, with True to before what the last action did; never past
        what came after, and an action that changed nothing has no way back.
        """

    def note_edit(self, step: Edit | None) -> None:
        """Remember what an action did, None where it changed nothing, for its toast."""

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

    def clear_banner(self, key: str) -> None:
        """Take a banner down."""
