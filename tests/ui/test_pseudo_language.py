"""Every page in a language that nobody speaks: what is English there cannot be translated."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.tour import ROSTER
from tests.plain_words import Own
from tests.pseudo import CLOSE, OPEN

ROOT = Path(__file__).resolve().parents[2]
LEAST = 1000  # texts that the pages of the tour have at least
CELLS = re.findall(r'[^,"\n]+', ROSTER)
NAMES = [f"{given} {family}" for family, given in re.findall(r'"(.+), (.+)"', ROSTER)]
TYPED = ("ave what she learnt at the fair", "release", *CELLS, *NAMES)


@pytest.mark.parametrize("times", ["1", "1.5"])
def test_no_page_has_a_text_that_cannot_be_translated_or_is_cut(tmp_path: Path, times: str) -> None:
    """It walks in a process of its own, as texts stay in the language in which they were said."""
    plain = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
    environment = os.environ | plain | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.pseudo", str(tmp_path), times], cwd=ROOT, check=False,
        env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    walked = json.loads(done.stdout)
    own = Own([*walked["known"], *TYPED])
    untranslated = {
        f"{part!r} of {place}: {words}": None
        for place, words in walked["seen"]
        for part in own.not_theirs(words)
    }
    assert "\n".join(untranslated) == ""
    assert "\n".join(f"{place}: {words}" for place, words in walked["cut"]) == ""
    whole = [words for _, words in walked["seen"] if not words.endswith("…")]  # but for cut ones
    inside = [words for words in whole if OPEN in words]
    assert [one for one in inside if one.count(OPEN) != one.count(CLOSE)] == []
    assert len(walked["seen"]) > LEAST
    assert len(inside) > LEAST / 2
