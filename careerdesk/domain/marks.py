"""What of a note is no mark of Markdown, anyone who reads it: its addresses, and some stars."""

from __future__ import annotations

import re

from careerdesk.domain.addresses import is_clear, pieces

BULLET = "\u2022 "
_SIGN = "\ufdd0"  # no note has it, and what reads Markdown takes it for a letter
ADDRESS = f"{_SIGN}\\d+{_SIGN}"
_ADDRESS = re.compile(ADDRESS)
_SHARP = re.compile(f"<({ADDRESS})>")
NO_MARK = re.compile(
    r"(?<=[A-Za-z0-9])\*+(?=[A-Za-z0-9])"  # 2*3*4, and words that are not written out
    r"|(?<!\w)__(?:init|main|name|file|all|call|dict|doc|new|slots|repr|str|version)__(?!\w)"
    r"|(?<=\w\.)__[a-z][a-z0-9_]*[a-z0-9]__(?!\w)"  # other names in programs, by their place
    r"|(?<!\w)__[a-z][a-z0-9_]*[a-z0-9]__(?=\(|\.\w)"
)


def put_away(note: str) -> tuple[str, list[str]]:
    """The note with a sign in place of each address, in which no mark is to be seen.

    The second are the addresses, for `put_back`.
    """
    kept: list[str] = []
    words = []
    for piece, is_address in pieces(note.replace(_SIGN, "")):
        words.append(f"{_SIGN}{len(kept)}{_SIGN}" if is_address else piece)
        if is_address:
            kept.append(piece if is_clear(piece) else f"<{piece}>")
    return _SHARP.sub(r"\1", "".join(words)), kept


def put_back(words: str, kept: list[str]) -> str:
    """The words with their addresses; one that ends like a sentence is in sharp brackets."""
    return _ADDRESS.sub(lambda place: kept[int(place[0].strip(_SIGN))], words)


def is_address(words: str) -> bool:
    """Whether that is the sign of one address and nothing else."""
    return bool(_ADDRESS.fullmatch(words))


def said(words: str, address: str) -> str:
    """A link as its words with the address behind them, or as the address alone."""
    words = words.strip()
    return address if not words or is_address(words) else f"{words} ({address})"


def alone(before: str, typed: str, line: str) -> str:
    """What an item without words says: its number; else the sign as *typed* last on its *line*.

    A blank behind the sign says that it still waits for words, as the editor leaves it.
    """
    numbers = before.replace(BULLET, "").strip()
    return numbers or ("" if line[-1:] in (" ", "\t") else typed)
