"""At which calls the program was killed so far, for anyone who counts them."""

from __future__ import annotations

kills: list[int] = []
