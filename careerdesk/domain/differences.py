"""Where two texts differ, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

MOST_WORDS = 3_000  # beyond, comparing takes longer than anyone waits

Span = tuple[int, int]


def differences(before: str, after: str) -> tuple[list[Span], list[Span]]:
    """Which parts of *before* are gone and which of *after* are new, as start and end.

    Texts of more than 3,000 words are not compared: both lists are empty then.
    """
    old, new = (list(re.finditer(r"\w+|[^\w\s]", text)) for text in (before, after))
    if max(len(old), len(new)) > MOST_WORDS:
        return [], []
    gone, fresh = [], []
    before_words, after_words = ([found.group() for found in side] for side in (old, new))
    for verb, i, j, k, m in SequenceMatcher(
        None, before_words, after_words, autojunk=False
    ).get_opcodes():
        if verb == "equal":
            continue
        if j > i:
            gone.append((old[i].start(), old[j - 1].end()))
        if m > k:
            fresh.append((new[k].start(), new[m - 1].end()))
    return gone, fresh
