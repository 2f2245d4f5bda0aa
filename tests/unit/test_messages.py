"""All texts can be translated: the file for translators is complete and says what is meant."""

from __future__ import annotations

from pathlib import Path

from tools.messages import TEMPLATE, Messages, collect


def read(tmp_path: Path, source: str) -> Messages:
    path = tmp_path / "words.py"
    path.write_text(source, encoding="utf-8")
    messages = Messages()
    messages.read(path, tmp_path)
    return messages


def test_the_file_for_translators_is_that_of_the_sources() -> None:
    written = TEMPLATE.read_text(encoding="utf-8") if TEMPLATE.exists() else ""
    assert collect().template() == written, "run: python3 dev.py messages"


def test_every_kind_of_text_is_found(tmp_path: Path) -> None:
    messages = read(
        tmp_path,
        """
# TRANSLATORS: on a button
tr("Keep" " it", name="x")
words.tr("Keep it")
trn("1 goal", "{n} goals", count)
trp("verb", "Open")
N_('Say "no"\\n')
N_("")
trg(person, "They {name}", she="She")
""",
    )
    assert messages.problems == []
    entries = {(one.context, one.text): one for one in messages.entries()}
    assert set(entries) == {
        ("", "Keep it"), ("", "1 goal"), ("verb", "Open"), ("", 'Say "no"\n'), ("she", "She"),
        ("he", "They {name}"), ("they", "They {name}"), ("name", "They {name}"),
    }  # fmt: skip
    assert entries["", "1 goal"].plural == "{n} goals"
    assert entries["", "Keep it"].comments == {"on a button"}
    assert 'msgid "Say \\"no\\"\\n"' in messages.template()


def test_what_is_known_only_when_it_runs_is_told(tmp_path: Path) -> None:
    messages = read(tmp_path, 'tr(word)\ntr(f"{x}")\ntrn("1 goal", many, n)\ntr("a" if b else "c")')
    assert [one.split(": ")[0] for one in messages.problems] == [
        f"words.py:{line}" for line in (1, 2, 3, 4)
    ]


def test_a_text_has_one_plural(tmp_path: Path) -> None:
    messages = read(tmp_path, 'trn("1 goal", "{n} goals", a)\ntrn("1 goal", "{n} aims", a)')
    assert messages.problems == ["words.py:2: two plurals of '1 goal'"]
