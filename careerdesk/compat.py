"""What newer Python versions have and the oldest supported one lacks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
elif sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method):  # noqa: ANN001, ANN201
        """Mark a method as overriding one of a base class; does nothing at run time."""
        return method


__all__ = ["override"]
