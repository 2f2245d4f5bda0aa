"""Which letters the bytes of a table stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.roster_encodings import CHOICES, decode

WESTERN = (
    "Name;Title\nJosé Núñez;Café\nZoë Brontë;Lead\nJürgen Groß;Übersetzer\nFrançois Lemaître;x\n"
)
CENTRAL = "Name;Title\nŁukasz Żak;Inżynier\nJiří Dvořák;Vedoucí\nŽofie Šťastná;x\nGyőző Kőszegi;y\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"), (WESTERN, "utf-8-sig"), (WESTERN, "utf-16"), (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"), (WESTERN, "utf-32"), (WESTERN, "cp1252"), (WESTERN, "latin-1"),
        (WESTERN, "mac-roman"), (WESTERN, "cp850"), (CENTRAL, "utf-8"), (CENTRAL, "cp1250"),
        (CENTRAL, "iso8859-2"), ("Name\nSøren Ærø\nBjörk Þórsdóttir\n", "cp1252"),
        ("Name\nDvořák, Jiří\n", "cp1250"), ("Name\nŠimon Žák\n", "iso8859-2"),
        ("Name\nИрина Волкова\n", "cp1251"), ("Name\nGülşah Yıldırım\n", "cp1254"),
        ("Name\nMüller–O’Neil, Zoë\n", "cp1252"), ("Name\nMira\n", "ascii"),
        ("Name\nRené\n", "mac-roman"), ("Name\nRené\n", "cp1252"), ("Name\nBjörn\n", "cp850"),
    ],
)  # fmt: skip
def test_the_letters_are_found_out(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.broken == ()


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_marks_at_the_beginning_are_no_letters(marks: int) -> None:
    found = decode(b"\xef\xbb\xbf" * marks + b"Name,Title\n")
    assert (found.text, found.encoding, found.matters) == ("Name,Title\n", "utf-8", False)


def test_a_few_wrong_bytes_do_not_spoil_the_rest() -> None:
    content = "Name\nMíra Hølm\nŁukasz Żak\n".encode() + b"Caf\xe9\n" + "Ünal\n".encode()
    found = decode(content)
    assert (found.encoding, found.broken) == ("utf-8", (4,))
    assert found.text.splitlines() == ["Name", "Míra Hølm", "Łukasz Żak", "Caf\ufffd", "Ünal"]


@pytest.mark.parametrize("encoding", ["cp932", "gb18030", "big5"])
def test_letters_that_cannot_be_weighed_are_said_to_be_doubtful(encoding: str) -> None:
    content = "Name\n山田 太郎\n田中 正子\n".encode(encoding)
    assert decode(content).doubtful
    chosen = decode(content, encoding)
    assert (chosen.text, chosen.doubtful) == ("Name\n山田 太郎\n田中 正子\n", False)


def test_a_mark_for_no_letter_that_stands_in_the_file_is_said_as_well() -> None:
    assert decode("Name\nM\ufffdra\n".encode()).broken == (2,)


@pytest.mark.parametrize("name", [*CHOICES, "latin-1", "UTF8", "windows-1252", "macintosh"])
def test_an_encoding_can_be_named(name: str) -> None:
    assert decode("Name\n".encode(name), name).text == "Name\n"


@pytest.mark.parametrize(
    "name", ["klingon", "hex", "rot13", "zip", "", "idna", "undefined", "utf-8\0", "x" * 300]
)
def test_what_is_no_encoding_is_refused_with_those_there_are(name: str) -> None:
    if not name:
        assert decode(b"Name").encoding == "utf-8"
        return
    with pytest.raises(InvalidInput, match=r"isn't a known encoding. Choose one of these: utf-8, "):
        decode(b"Na\xefve", name)


@given(st.binary(max_size=200))
def test_any_bytes_become_text(content: bytes) -> None:
    assert isinstance(decode(content).text, str)
