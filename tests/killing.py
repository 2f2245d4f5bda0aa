"""At which calls the program was killed so far, for whoever counts them."""

from __future__ import annotations

kills: list[int] = []
