"""Days as spreadsheets, programs and people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.remarks import ENGLISH_MONTHS
from careerdesk.domain.roster_dates import day_order, read_date
from careerdesk.domain.roster_months import month_of

DAY = date(2019, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2019-03-15", "2019/03/15", "2019.03.15", "2019-3-15", "20190315", "2019-03-15 00:00:00",
        "2019-03-15T00:00:00Z", "2019-03-15T00:00:00.000+01:00", "2019. 3. 15.", "2019-03-15Z",
        "15.3.2019", "15. 3. 2019", "15/03/2019", "15-03-2019", "15/3/19", "3/15/19 12:00 AM",
        "03/15/2019 00:00", "15-Mar-2019", "15-MAR-19", "15 Mar 2019", "Mar 15, 2019",
        "March 15, 2019", "15th March 2019", "March 15th, 2019", "the 15th of March 2019",
        "Fri, 15 Mar 2019", "Friday, March 15, 2019", "Mar 15 2019 12:00AM",
        "15-Mar-2019 00:00:00", "2019 March 15", "2019-03-15-08:00", "2019-03-15+0100",
        "'2019-03-15", "15‑03‑2019", "15.03.2019, 00:00:00", "15 March 2019 (original)",
        "20190315000000", "03.15.2019",
    ],
)  # fmt: skip
@pytest.mark.parametrize("day_first", [True, False])
def test_a_day_that_can_only_mean_one_is_read(text: str, day_first: bool) -> None:
    assert read_date(text, day_first=day_first) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "15. März 2019", "15. Maerz 2019", "Freitag, 15. März 2019", "15 mars 2019",
        "vendredi 15 mars 2019", "15 de marzo de 2019", "viernes, 15 de marzo de 2019",
        "15 marzo 2019", "ven 15 mar 2019", "15 de março de 2019", "15 maart 2019", "15 mrt 2019",
        "15. marts 2019", "15 marca 2019", "2019年3月15日", "2019년 3월 15일", "mar. 15 mars 2019",
    ],
)  # fmt: skip
def test_a_day_in_words_of_other_languages(text: str) -> None:
    assert read_date(text, day_first=True) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er janvier 2020", date(2020, 1, 1)),
        ("1º de enero de 2020", date(2020, 1, 1)),
        ("2 août 2021", date(2021, 8, 2)),
        ("24 févr. 2021", date(2021, 2, 24)),
        ("3 juil. 2021", date(2021, 7, 3)),
        ("1. Dez. 2021", date(2021, 12, 1)),
        ("12 grudnia 2021", date(2021, 12, 12)),
        ("martes 5 de marzo de 2019", date(2019, 3, 5)),
        ("4 Sept 2021", date(2021, 9, 4)),
    ],
)
def test_short_and_long_names_of_months(text: str, day: date) -> None:
    assert read_date(text, day_first=True) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("43556", date(2019, 4, 1)),
        ("43556.0", date(2019, 4, 1)),
        ("42737.5", date(2017, 1, 2)),
        ("42737,5", date(2017, 1, 2)),
        ("30000", date(1982, 2, 18)),
        ("2958465", date(9999, 12, 31)),
    ],
)
def test_the_numbers_by_which_spreadsheets_count_days(text: str, day: date) -> None:
    assert read_date(text, day_first=False) == day


@pytest.mark.parametrize(
    "text", ["", "  ", "0", "0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "1900-01-00"]
)
def test_what_programs_write_where_there_is_no_day(text: str) -> None:
    assert read_date(text, day_first=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "2019", "March 2019", "03/2019", "2019-03", "1001", "99999", "12345", "31.02.2019",
        "2019-13-01", "32 March 2019", "soon", "15 Mar", "Q1 2019", "15 Marble 2019", "#####",
        "15 March or April 2019", "ju 15 2019", "15 jui 2019", "1552608000", "2019-W11-5",
        "20191315000000", "2019-03-15-x",
    ],
)  # fmt: skip
def test_what_is_no_day_or_not_surely_one_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="isn't a valid date"):
        read_date(text, day_first=True)


@pytest.mark.parametrize(
    ("cells", "here", "day_first", "shown", "mixed"),
    [
        (["03/04/2019", "05/06/2021"], True, True, "03/04/2019", False),
        (["03/04/2019", "05/06/2021"], False, False, "03/04/2019", False),
        (["03/04/2019", "25/06/2021"], False, True, "", False),
        (["03/04/2019", "06/25/2021"], True, False, "", False),
        (["3.4.2019", "5.6.2021"], False, True, "", False),
        (["25/04/2019", "04/25/2021"], True, True, "", True),
        (["25/04/2019", "04/25/2021", "03/04/2019"], False, False, "03/04/2019", True),
        (["15.3.2019", "3/15/19"], True, False, "", False),
        (["2019-03-04", "March 4, 2019"], False, False, "", False),
        (["04/04/2019"], True, True, "", False),
    ],
)
def test_a_column_decides_or_the_place_does(
    cells: list[str], here: bool, day_first: bool, shown: str, mixed: bool
) -> None:
    found = day_order(cells, day_first=here)
    assert (found.day_first, found.shown, found.mixed) == (day_first, shown, mixed)


def test_after_a_dot_the_month_comes_in_every_country() -> None:
    assert read_date("3.4.2019", day_first=False) == date(2019, 4, 3)


@given(st.dates(date(1941, 1, 1), date(2099, 1, 1)), st.booleans())
def test_every_day_is_read_back_from_its_words(day: date, day_first: bool) -> None:
    month = ENGLISH_MONTHS[day.month - 1]
    written = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        str((day - date(1899, 12, 30)).days),
    )
    for words in written:
        assert read_date(words, day_first=day_first) == day


@given(st.text(max_size=20))
def test_no_word_is_two_months(word: str) -> None:
    assert month_of(word) in range(13)
