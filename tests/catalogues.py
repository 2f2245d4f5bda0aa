"""Catalogues of languages that exist only in a test: written as gettext's own programs do."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from careerdesk import i18n

FRENCH = "nplurals=2; plural=(n > 1);"
GERMAN = "nplurals=2; plural=(n != 1);"
POLISH = (
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)  # fmt: skip

Texts = Mapping[str, str | tuple[str, ...]]


def in_context(context: str, text: str) -> str:
    """The key of a text that has a context."""
    return f"{context}\x04{text}"


def plural(one: str, many: str) -> str:
    """The key of a text that counts; its translation is a tuple of all forms."""
    return f"{one}\0{many}"


def write_catalogue(folder: Path, language: str, plurals: str, texts: Texts) -> None:
    """Write `careerdesk.mo` of *language* below *folder*."""
    head = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {plurals}\n"
    said = {key: one if isinstance(one, str) else "\0".join(one) for key, one in texts.items()}
    pairs = sorted((key.encode(), text.encode()) for key, text in {"": head, **said}.items())
    count = len(pairs)
    place = 28 + 16 * count
    body, tables = b"", ([], [])  # type: tuple[bytes, tuple[list[int], list[int]]]
    for side, table in enumerate(tables):
        for pair in pairs:
            table += [len(pair[side]), place + len(body)]
            body += pair[side] + b"\0"
    numbers = [0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0, *tables[0], *tables[1]]
    path = Path(i18n.catalogue_path(language, str(folder)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack(f"<{len(numbers)}I", *numbers) + body)
