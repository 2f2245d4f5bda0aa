"""The language of a PDF, so that it is read aloud in the right voice. Qt has no way to say it.

It is appended as the format foresees (ISO 32000-1, 7.5.6): the catalogue once more, with the
language, and a table of references that leads on to the one of Qt. Nothing before it is moved.
"""

from __future__ import annotations

import re

_TRAILER = re.compile(
    rb"trailer\s*<<(?P<fields>[^<>]*/Root (?P<root>\d+) 0 R.*)>>\s*"
    rb"startxref\s+(?P<before>\d+)\s+%%EOF\s*\Z",
    re.DOTALL,
)


def with_language(content: bytes, language: str) -> bytes:
    """The PDF with its language named; unchanged where it is not built as Qt builds it."""
    end = _TRAILER.search(content, max(0, len(content) - 2048))
    catalogue = _catalogue(content, end["root"]) if end else None
    if end is None or catalogue is None:
        return content
    start = content if content.endswith(b"\n") else content + b"\n"
    entry = b"%b 0 obj\n<<\n/Lang (%b)%b>>\nendobj\n" % (end["root"], language.encode(), catalogue)
    references = b"xref\n%b 1\n%010d 00000 n \n" % (end["root"], len(start))
    trailer = b"trailer\n<<%b/Prev %b\n>>\n" % (end["fields"], end["before"])
    place = b"startxref\n%d\n%%%%EOF\n" % (len(start) + len(entry))
    return start + entry + references + trailer + place


def _catalogue(content: bytes, number: bytes) -> bytes | None:
    """What the catalogue says, if there is one without further dictionaries in it."""
    found = re.search(
        rb"\n%b 0 obj\s*<<(?P<said>[^<>]*/Type /Catalog[^<>]*)>>\s*endobj" % number, content
    )
    return found["said"] if found else None
