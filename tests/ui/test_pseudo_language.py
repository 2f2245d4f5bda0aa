"""Every page in a language that nobody speaks: what is English there cannot be translated."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from careerdesk.domain.struck_words import struck_word
from careerdesk.tour import ROSTER, TourClock
from careerdesk.ui.base.locales import let_qt_speak
from tests.plain_words import TYPED, Own
from tests.pseudo import CLOSE, LETTERS, OPEN
from tests.pseudo_notices import SEARCHED
from tests.seeds import is_long

ROOT = Path(__file__).resolve().parents[2]
LEAST = {"": 1500, "acts": 3000}  # texts that are seen of the pages alone, and of all
CELLS = re.findall(r'[^,"\n]+', ROSTER)
NAMES = [f"{given} {family}" for family, given in re.findall(r'"(.+), (.+)"', ROSTER)]
SYSTEM = (
    f"{platform.system()} {platform.release()} {platform.machine()}",
    "acts",
    "acts-copy",
    "acts-backups",
)
STRUCK = struck_word(TourClock().today())  # stored, so in one language
OURS = (
    STRUCK,
    "ave what she learnt at the fair",
    "release",
    "Jo's conflicted copy",
    TYPED,
    *SEARCHED,
)
TOLD = {
    "drop_down.py",  # its list is as wide as its longest words
    "labels.py", "elided.py",  # what they cut is in a tooltip for as long as it is cut
    "row_delegate.py",  # in large type how long it is until a row of Today, which is read aloud
    "question_row.py", "note_row.py",  # a question is of the store, though it has our words
}  # fmt: skip
LOW = "Solid line".translate(LETTERS)  # below the charts, which want a higher window at 150 %
WALKED = pytest.mark.parametrize("times", ["1", "1.5"])


@WALKED
def test_nothing_in_the_window_is_untranslated_or_cut(tmp_path: Path, times: str) -> None:
    """It walks in a process of its own, as texts stay in the language in which they were said.

    Pages are seen in both sizes. What can be done on them takes a minute: it is done in large
    type, in which there is less room, and in a long run in both.
    """
    acts = "acts" if times == "1.5" or is_long() else ""
    plain = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.pseudo", str(tmp_path), times, acts], cwd=ROOT, check=False,
        env=os.environ | plain | home, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    walked = json.loads(done.stdout)
    seen: list[tuple[str, str]] = walked["seen"]
    own = Own([*walked["known"], *CELLS, *NAMES, *SYSTEM, *OURS, *" ".join(OURS).split()])
    untranslated = {
        f"{part!r} of {place}: {words}": None
        for place, words in seen
        for part in (own.unknown if place == "painted" else own.not_theirs)(words)
    }
    assert "\n".join(untranslated) == ""
    cut = [f"{place}: {words}" for place, words in walked["cut"] if LOW not in words]
    assert "\n".join(cut) == ""
    assert "\n".join(untold(own, seen, walked["elided"])) == ""
    whole = [words for place, words in seen if place != "painted" and not words.endswith("…")]
    inside = [words for words in whole if OPEN in words]
    assert [one for one in inside if one.count(OPEN) != one.count(CLOSE)] == []
    assert len(seen) > LEAST[acts]
    assert len(inside) > LEAST[acts] / 2


def untold(own: Own, seen: list[tuple[str, str]], elided: list[tuple[str, str]]) -> list[str]:
    """What of our own words ends in an ellipsis, and is in no tooltip."""
    tips = "\n".join(re.sub(r"<[^>]+>", " ", words) for place, words in seen if "oolTip" in place)
    return [
        f"{place}: {words}"
        for place, words in elided
        if OPEN in words and not own.has_any(words) and place.split()[0] not in TOLD
        and words not in tips
    ]  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_the_menu_of_a_text_is_in_the_language_of_the_interface() -> None:
    spoken = let_qt_speak(QLocale("de"))
    assert spoken is not None
    try:
        assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Kopieren"
    finally:
        QCoreApplication.removeTranslator(spoken)


@pytest.mark.usefixtures("qapp")
def test_a_language_that_qt_does_not_know_changes_nothing_of_its_words() -> None:
    assert let_qt_speak(QLocale("eo")) is None
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"
