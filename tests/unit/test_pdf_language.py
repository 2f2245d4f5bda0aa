"""A PDF tells its language, and is as sound as before."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtWidgets import QApplication

from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.pdf_language import with_language
from tests.unit.test_documents import ITEM, a_document


def catalogue(content: bytes) -> DictionaryObject:
    """What the PDF says of itself, read strictly."""
    root = PdfReader(io.BytesIO(content), strict=True).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_a_pdf_names_its_language(qapp: QApplication, language: str) -> None:
    content = to_pdf(replace(a_document(*[ITEM] * 20), language=language))
    said = catalogue(content)
    assert str(said["/Lang"]) == language
    assert str(said["/Type"]) == "/Catalog"
    assert "/Metadata" in said
    reader = PdfReader(io.BytesIO(content), strict=True)
    assert len(reader.pages) > 2
    assert "Lead the move" in reader.pages[0].extract_text().replace("\t", " ")
    assert reader.metadata is not None
    assert reader.metadata.title == "Ana Ruiz: Action plan, July to December 2026"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"x" * 5000, b"trailer <</Root 1 0 R>>"])
def test_what_is_built_otherwise_is_left_alone(content: bytes) -> None:
    assert with_language(content, "en") == content


def test_other_readers_find_no_fault(qapp: QApplication, tmp_path: Path) -> None:
    if not shutil.which("pdfinfo"):
        pytest.skip("needs pdfinfo")
    path = tmp_path / "plan.pdf"
    path.write_bytes(to_pdf(a_document(ITEM)))
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Pages:           1" in done.stdout
