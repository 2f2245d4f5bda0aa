"""What of a note is a mark: documents ask a library, beginnings do not, and both say the same.

The examples are of the kinds of CommonMark's own; where a note is not read as CommonMark is, it
says so.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.documents.commonmark import DEEPEST, LONGEST_PARAGRAPH
from careerdesk.documents.prose import LONGEST_NOTE, lines, prose
from careerdesk.domain.plain import plain
from careerdesk.domain.unmarked import LONGEST_LINE
from tests.odd_texts import MARKDOWN
from tests.seeds import examples

SHOWN = (
    # emphasis
    ("*a* _b_ **c** __d__ ***e*** **_f_**", "a b c d e f"),
    ("a * b * c, **no ** nor __ this __", "a * b * c, **no ** nor __ this __"),
    ("snake_case_name and _snake_case_", "snake_case_name and snake_case"),
    ("**open, *so* and on", "**open, so and on"),
    ("**foo*\n\n*foo**\n\n****foo****", "*foo\nfoo*\nfoo"),
    ("*foo**bar**baz* and **foo*bar*baz**", "foo**bar**baz and foo*bar*baz"),
    ("*(**so**)* _(so)_, «*so*»", "(so) (so), «so»"),
    ("これは**大事**です、*本当に*。", "これは大事です、本当に。"),
    ("пристаням_стремятся_ и _так_", "пристаням_стремятся_ и так"),
    ("**over\ntwo** lines", "over\ntwo lines"),
    ("*a `*` b* and `**c**`", "a * b and **c**"),
    # what is no mark here, though it is one of CommonMark
    ("2*3*4 = 24, 2**3**4, a*b*c", "2*3*4 = 24, 2**3**4, a*b*c"),
    ("f**k, and s**t", "f**k, and s**t"),
    ("__init__, `__all__`, __main__.py, it.__so__, __so__()",
     "__init__, __all__, __main__.py, it.__so__, __so__()"),
    # escapes, code
    (r"\*so\* 5 \* 3 \_a\_ \# \[a\] \\ \a C:\temp\new", r"*so* 5 * 3 _a_ # [a] \ \a C:\temp\new"),
    ("``a ` b`` and ` `` ` and `` ` ``", "a ` b and `` and `"),
    ("`a\nb` and ``never closed", "a b and ``never closed"),
    ("`\\` and `a\\`b`", "\\ and a\\b`"),
    # lines
    ("hard  \nbreak\\\nand soft\n   far in", "hard\nbreak\nand soft\nfar in"),
    ("C:\\ \nand so", "C:\\\nand so"),
    # headings
    ("# One\n## Two ##\n### Three #\n#### \n####### seven\n#none",
     "One\nTwo\nThree\n####### seven\n#none"),
    ("Over\n====\nUnder\n-----\nof two\nlines\n---", "Over\nUnder\nof two\nlines"),
    ("\\# none\n\\## nor this", "# none\n## nor this"),
    # lists
    ("- a\n* b\n+ c\n-d", "• a\n• b\n• c\n-d"),
    ("- a\n  - b\n      - c\n          - d", "• a\n• b\n• c\n• d"),
    ("Soon:\n    - she\n    - and I", "Soon:\n• she\n• and I"),
    ("3. c\n4) d\n7. e\n1234567890. f", "3. c\n4) d\n7. e\n1234567890. f"),
    ("1. # One\n2. - two\n- 3. three\n> - four", "1. One\n2. • two\n• 3. three\n• four"),
    ("- [ ] open\n- [x] done", "• [ ] open\n• [x] done"),
    ("- a\n- \n- b\n- ", "• a\n• b"),
    ("Years:\n\n4.", "Years:\n4."),
    ("+", "+"),
    ("- **a\n- b**", "• **a\n• b**"),
    ("- one\ngoes on\n\n  and on", "• one\ngoes on\nand on"),
    ("The year\n1986. was good\n- so", "The year\n1986. was good\n• so"),
    # quotes, rules, fences
    ("> a\n> b\nc\n>> d\n> # e", "a\nb\nc\nd\ne"),
    ("> *a\n> b*", "a\nb"),
    ("a\n\n---\n\nb\n\n* * *\n___", "a\n---\nb\n* * *\n___"),
    ("```python\n*a*\n  # b\n```\n*c*", "*a*\n# b\nc"),
    ("~~~\n`a`\n```\n~~~~", "`a`\n```"),
    ("````\nnever closed\n```", "never closed\n```"),
    ("- ```\n  *a*\n  ```\n- b", "• *a*\n• b"),
    ("> ```\n> *a*\n\n*b*", "*a*\nb"),
    ("``` not `a` fence", "``` not a fence"),
    ("    # far in is no code", "far in is no code"),
    # HTML is words
    ('<b>a</b> <img src="http://x.test/a.png"> &lt; &copy; &nbsp;',
     '<b>a</b> <img src="http://x.test/a.png"> &lt; &copy; &nbsp;'),
    ("<div>\n*a*\n</div>\n<!-- b -->\n<script>c</script>",
     "<div>\na\n</div>\n<!-- b -->\n<script>c</script>"),
    # links lead to addresses or are words; nothing of a note goes into a reference
    ('[**a** b](https://x.test/a "title") <https://x.test/b>',
     "a b (https://x.test/a) https://x.test/b"),
    ("![a *b*](https://x.test/a.png) ![c](file:///etc/passwd) [d](e.html) [f]() ![g]()",
     "a b (https://x.test/a.png) ![c](file:///etc/passwd) [d](e.html) [f]() ![g]()"),
    ("[a](javascript:b) <javascript:c> [d](//e) [f](data:text/html,g)",
     "[a](javascript:b) <javascript:c> [d](//e) [f](data:text/html,g)"),
    ("[Ana]: she\n\n[Ana] [1]\n\n[1]: https://x.test/a", "[Ana]: she\n[Ana] [1]\n[1]: https://x.test/a"),
    (r"\[a](https://x.test/a) `[b](https://x.test/b)`", "[a](https://x.test/a) [b](https://x.test/b)"),
    # what this has no marks for
    ('~~a~~ ==b== H~2~O | c | "d" -- (e) ...', '~~a~~ ==b== H~2~O | c | "d" -- (e) ...'),
)  # fmt: skip


def shown(note: str) -> list[str]:
    """The lines of a beginning that holds all of the note."""
    return [line.strip() for line in plain(note, 2 * len(note)).split("\n") if line.strip()]


@pytest.mark.parametrize(("note", "words"), SHOWN)
def test_documents_and_beginnings_take_the_same_for_marks(note: str, words: str) -> None:
    assert lines(note) == words.split("\n")
    assert shown(note) == words.split("\n")


@pytest.mark.parametrize("note", MARKDOWN)
def test_odd_texts_say_the_same_in_both(note: str) -> None:
    assert shown(note) == lines(note)


# Beginnings do not ask how far words stand in, which is what parts code or a quote in a list from
# those below it, nor for a single tick in the words of a link; all else may be in any order.
SIGNS = (
    "*", "**", "***", "_", "__", "`", "``", "\\", "a", "b", "1", " ", "\n", "é", "山", ".", "(",
    ")", "[", "]", "!", "<", ">", "~", "&amp;", "__init__", "https://x.org/a_b",
)  # fmt: skip
LINKED = ("[w](https://x.org/p)", "![*w*](<https://x.org/p>)", "*", "_", "a", " ", "\n", "\\")
LINKS = st.lists(st.sampled_from(LINKED), max_size=9)
STARTS = ("", "- ", "* ", "1. ", "2. ", "12) ", "> ", "> > ", "# ", "### ", "\t- ", "> - ", "- 1. ")
WORDS = ("", "a", "*a* b", "**a", "b**", "`c", "`d` e", "2*3*4", "---", "===", "***", "-", "x ##",
         "\\", "[w](https://x.org/p)", "https://x.org/a_b.")  # fmt: skip
CODE = ("```\n*a*\n```", "~~~ so\n# b\n\n- c\n~~~")


@settings(max_examples=examples(120))
@given(st.lists(st.sampled_from(SIGNS), max_size=14) | LINKS)
def test_in_a_paragraph_both_say_the_same(signs: list[str]) -> None:
    note = "".join(signs)
    assert " ".join(shown(note)).split() == " ".join(lines(note)).split()


LINE = st.tuples(st.sampled_from(STARTS), st.sampled_from(WORDS)).map("".join)


@settings(max_examples=examples(120))
@given(st.lists(LINE | st.sampled_from(CODE), max_size=7))
def test_from_line_to_line_both_say_the_same(source: list[str]) -> None:
    note = "\n".join(source)
    assert " ".join(shown(note)).split() == " ".join(lines(note)).split()


@settings(max_examples=examples(40))
@given(st.text(st.characters(exclude_characters="`~"), max_size=60))  # a fence says its language
def test_no_letter_of_a_note_is_lost(words: str) -> None:
    letters = [one for one in words if one.isalpha()]
    assert [one for one in "".join(prose(f"so {words}")) if one.isalpha()][2:] == letters


def test_paragraphs_are_parted_by_blank_lines_and_by_nothing_else() -> None:
    note = "# Head\nOne\n- a\n- b\n\nTwo\n\n\n> c\n>\n> d\n---\n- e\n\n- f\n\n```\ng\n\nh\n```"
    assert prose(note) == (
        "Head\nOne\n• a\n• b", "Two", "c", "d\n---\n• e", "• f", "g", "h"
    )  # fmt: skip
    assert prose(note.replace("\n", "\r\n")) == prose(note)


@pytest.mark.parametrize("mark", ["> ", "1. "])
def test_what_is_very_deep_is_shown_too(mark: str) -> None:
    assert prose(mark * DEEPEST * 3 + "so it is")[-1].endswith("so it is")


@pytest.mark.parametrize(
    ("note", "shown_as"),
    [
        ("*so* " * (LONGEST_PARAGRAPH // 5 + 1), ("so " * (LONGEST_PARAGRAPH // 5 + 1)).strip()),
        ("*so*\n" * LONGEST_LINE, "so"),
        ("*so* " * LONGEST_LINE, ("*so* " * LONGEST_LINE).strip()),
        ("- *so*\n" * (LONGEST_NOTE // 7 + 1), "• so"),
    ],
)
def test_what_is_very_long_is_shown_too(note: str, shown_as: str) -> None:
    assert set(lines(note)) == {shown_as}


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "*a_", "`a``", "**a", "<", "[`", "- ", "*_"])
def test_a_long_run_of_signs_is_shown(sign: str) -> None:
    words = sign * 500
    assert len(prose(words)) <= 1
    assert lines(words) == shown(words)
