"""What a user is told when something cannot be done: it lies in `base` by now."""

from __future__ import annotations

from careerdesk.ui.base.errors import KEY, guard, sentence

__all__ = ["KEY", "guard", "sentence"]
