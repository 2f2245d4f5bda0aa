"""What stands on the pages of a PDF."""

from __future__ import annotations

import io
import shutil
import subprocess

from pypdf import PdfReader


def pages_of(content: bytes) -> list[str]:
    """The words of each page, line by line in the order in which they were drawn.

    Poppler reads them where it is installed: pypdf takes a fifth of a second for each page.
    """
    reader = shutil.which("pdftotext")
    if reader is None:
        return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    command = [reader, "-raw", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\f").split("\f")


def above_foot(lines: list[str], name: str) -> list[str]:
    """The lines of a page above its foot, which begins with *name*; readers part it differently."""
    return lines[: max(place for place, line in enumerate(lines) if line.startswith(name))]
