"""Every page in a language that nobody speaks: what is English there cannot be translated."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.domain.remarks import ENGLISH_MONTHS, ENGLISH_WEEK_DAYS
from careerdesk.tour import ROSTER

ROOT = Path(__file__).resolve().parents[2]
LEAST = 1000  # texts that the pages of the tour have at least
WORD = re.compile(r"[^\W\d_]+")
NAMES = {"CareerDesk", "people", "csv", "SHA", "GBP", "Thur"}  # of the program, a file, a sum
KEYS = {"Alt", "Ctrl", "Del", "Down", "End", "Enter", "Esc", "Home", "Left", "PgDown", "PgUp",
        "Return", "Right", "Shift", "Space", "Tab"}  # fmt: skip
TYPED = {"ave", "what", "she", "learnt", "at", "the", "fair"}
NO_WORDS = re.compile(r"/\S+|\b[0-9a-f]{4}( [0-9a-f]{4})+\b|\b(?=\w*\d)[0-9a-f]{4,}\b")
"""Paths and digests."""


@pytest.fixture(scope="module", params=["1", "1.5"])
def walked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[str]]]:
    """What was seen, and which words are of the store: by a process of its own, as texts stay."""
    folder = tmp_path_factory.mktemp("pseudo")
    plain = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
    environment = os.environ | plain | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.pseudo", str(folder), request.param], cwd=ROOT, check=False,
        env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_page_has_a_text_that_cannot_be_translated(walked: dict[str, list[list[str]]]) -> None:
    months = {*ENGLISH_MONTHS, *ENGLISH_WEEK_DAYS}
    known = {*map(str, walked["known"]), *months, *(name[:3] for name in months), "Sept"}
    known |= NAMES | KEYS | TYPED | set(WORD.findall(ROSTER))
    assert len(walked["seen"]) > LEAST
    plain = [
        f"{place}: {words}"
        for place, words in walked["seen"]
        for one in WORD.findall(NO_WORDS.sub("", words))
        if one.isascii() and len(one) > 2 and one not in known
    ]
    assert plain == []


def test_what_is_said_of_many_pages_is_in_brackets(walked: dict[str, list[list[str]]]) -> None:
    whole = [words for _, words in walked["seen"] if not words.endswith("…")]  # but for cut ones
    inside = [words for words in whole if "\u27e6" in words]
    assert len(inside) > LEAST / 2
    assert [one for one in inside if one.count("\u27e6") != one.count("\u27e7")] == []


def test_no_text_is_cut_that_is_a_third_longer(walked: dict[str, list[list[str]]]) -> None:
    assert [f"{place}: {words}" for place, words in walked["cut"]] == []
