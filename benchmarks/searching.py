"""P10: from a key in the search to 20 results with their lines, and beside a look through texts."""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import cycle, pairwise

from benchmarks.figures import Result, elapsed_ms, interleaved, percentile
from benchmarks.stores import WORDS, store_of
from careerdesk.data.store import Store
from careerdesk.domain.search.found import Scope
from careerdesk.services import search

FRAME, PHRASE, PART = 16.7, 50.0, 0.1
SCALES = ("heavy", "extreme")
RARE = ("1007", "1031", "gruber-11", "zzz")
LIKE = """
SELECT id FROM check_in WHERE shared_notes LIKE ?1 OR private_notes LIKE ?1
ORDER BY starts_at DESC LIMIT 20
"""


def typed() -> list[str]:
    """What is in the field after each key: words of all kinds, letter by letter."""
    words = random.Random(7).sample([word for word in WORDS if len(word) > 3], 12)
    found = [word[:end] for word in words for end in range(1, len(word) + 1)]
    return [
        *found,
        *RARE,
        *(f"{one} {two[:2]}" for one, two in pairwise(words)),
    ]


def phrases() -> list[str]:
    """Two words that stand beside each other."""
    dice = random.Random(8)
    return [f'"{dice.choice(WORDS)} {dice.choice(WORDS)}"' for _ in range(25)]


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Every key at both scales, phrases, and the ratio to a scan at the smaller one."""
    found = []
    for scale in SCALES:
        path = store_of(scale)
        with closing(Store(path)) as store, closing(store.reader()) as reader:

            def look(text: str, reader: object = reader) -> Callable[[], object]:
                return lambda: search.find(reader, text, Scope(), date.today())  # type: ignore[arg-type]

            found.append(_worst(f"a key in the search, p99, {scale}", typed(), look, FRAME, turns))
            found.append(_worst(f"a phrase, p99, {scale}", phrases(), look, PHRASE, turns))
            if scale == SCALES[0]:
                found.append(_beside_scan(path, look, turns))
    return found


def _worst(
    what: str,
    texts: list[str],
    look: Callable[[str], Callable[[], object]],
    limit: float,
    turns: int,
) -> Result:
    for text in texts:
        look(text)()  # what the disk gives first is no part of it
    taken = [elapsed_ms(look(text)) for _ in range(max(1, turns // 3)) for text in texts]
    note = f"median {statistics.median(taken):.1f} ms"
    return Result("P10", what, "ms", percentile(taken, 0.99), limit, None, len(taken), note)


def _beside_scan(path: object, look: Callable[[str], Callable[[], object]], turns: int) -> Result:
    words: Iterator[str] = cycle(["zeppelin", "1007", "quartermaster"])
    with closing(sqlite3.connect(str(path))) as connection:

        def scan() -> float:
            word = f"%{next(words)}%"
            return elapsed_ms(lambda: connection.execute(LIKE, (word,)).fetchall())

        low, high = interleaved(scan, lambda: elapsed_ms(look(next(words))), turns)
    return Result("P10", "a rare word, beside LIKE over the talks", "ms", high, PART, low, turns)
