"""Days and numbers in the order of the system's place, in the language of the interface."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QLocale

from careerdesk.domain.remarks import ENGLISH_MONTHS, ENGLISH_WEEK_DAYS
from careerdesk.i18n import N_, tr, translated, trn
from careerdesk.ui.base.locales import english_at
from careerdesk.ui.base.texts import Dates, number, percent, signed
from careerdesk.ui.widgets.date_words import day_words, read_day, read_past_day
from careerdesk.ui.widgets.number_field import read_number
from careerdesk.ui.widgets.time_field import read_time

TODAY = date(2026, 11, 17)
PLACES = [
    "de_DE",
    "de_AT",
    "de_CH",
    "cs_CZ",
    "fi_FI",
    "hu_HU",
    "ko_KR",
    "ja_JP",
    "zh_CN",
    "zh_TW",
    "ar_EG",
    "ar_SA",
    "fa_IR",
    "he_IL",
    "ru_RU",
    "pl_PL",
    "es_ES",
    "fr_FR",
    "fr_CA",
    "pt_BR",
    "it_IT",
    "tr_TR",
    "sv_SE",
    "nb_NO",
    "da_DK",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "bg_BG",
    "uk_UA",
    "ro_RO",
    "el_GR",
    "th_TH",
    "vi_VN",
    "hi_IN",
    "bn_BD",
    "ta_IN",
    "eu_ES",
    "ca_ES",
    "hr_HR",
    "sl_SI",
    "sk_SK",
    "sr_RS",
    "is_IS",
    "ga_IE",
    "ka_GE",
    "hy_AM",
    "kk_KZ",
    "mr_IN",
    "ur_PK",
    "nl_NL",
    "en_US",
    "en_GB",
    "en_CA",
    "en_IN",
    "en_ZA",
    "C",
]
DAYS = [TODAY + timedelta(days) for days in range(-500, 900, 11)]
NUMBERS = (0, 1, 12, 1200, -0.5, 1234567.25, -1234.5, 99.01)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    """The default locale of an English interface at a place, or of one in its language."""
    before, name = QLocale(), request.param
    system = QLocale(name.removesuffix(" itself"))
    QLocale.setDefault(system if name.endswith(" itself") else english_at(system))
    yield system
    QLocale.setDefault(before)


in_english = pytest.mark.parametrize("place", PLACES, indirect=True)
everywhere = pytest.mark.parametrize(
    "place", [*PLACES, *(f"{name} itself" for name in PLACES)], indirect=True
)


@everywhere
@pytest.mark.usefixtures("place")
def test_a_day_is_read_as_it_is_written() -> None:
    for day in DAYS:
        shown = (day_words(day, TODAY), Dates.long_day(day), Dates.listed_day(day))
        assert [read_day(words, TODAY) for words in shown] == [day] * 3, shown
        if day <= TODAY:
            assert read_past_day(shown[0], TODAY) == day, shown


@everywhere
@pytest.mark.usefixtures("place")
def test_a_number_is_read_as_it_is_written() -> None:
    assert [read_number(number(value)) for value in NUMBERS] == list(NUMBERS)


@everywhere
@pytest.mark.usefixtures("place")
def test_a_time_is_read_as_it_is_written() -> None:
    for hour in range(24):
        assert read_time(Dates.time(time(hour, 5))) == time(hour, 5)


def written_words() -> Iterator[str]:
    """Whatever of days, times and numbers can stand in a sentence, for some days."""
    for day in DAYS[::3]:
        moment = datetime(day.year, day.month, day.day, 15, 7).astimezone()
        short = Dates.short_date(day, TODAY)
        yield from (
            short, Dates.long_day(day), Dates.listed_day(day), Dates.week_day(day),
            Dates.named_day(day), Dates.month(day), Dates.month_name(day), Dates.day_month(day),
            Dates.period(day, day + timedelta(200)), Dates.ago(day, TODAY), Dates.day_name(day),
            f"{Dates.time(moment)}, {short}, {trn('1 goal', '{n} goals', day.day * 100)}",
            f"{Dates.short_moment(moment, TODAY)}: {number(1234.5)}, {percent(0.62)}",
        )  # fmt: skip


@in_english
@pytest.mark.usefixtures("place")
def test_an_english_interface_has_english_months_and_one_kind_of_digits() -> None:
    names = {name[:3] for name in (*ENGLISH_MONTHS, *ENGLISH_WEEK_DAYS)}
    known = {"ago", "day", "days", "months", "year", "years", "goals", "to", "today"}
    for words in written_words():
        clock = (QLocale().amText(), QLocale().pmText())
        found = re.findall(r"[^\W\d_]+", words.replace(clock[0], "").replace(clock[1], ""))
        others = {one for one in found if one not in known and one[:3] not in names}
        assert others <= {"Today", "Tomorrow", "Yesterday", "yesterday"}, words
        assert all(one.isascii() for one in words if one.isdigit()), words


@everywhere
@pytest.mark.usefixtures("place")
def test_no_sentence_mixes_two_kinds_of_digits() -> None:
    said = (
        tr("Question {n} of {all}", n=3, all=number(18)),
        tr("{n} min, {value}", n=45, value=signed(2)),
        translated(N_("{day} is more than {n} years away."), day=number(17), n=50),
    )
    for words in (*written_words(), *said):
        zeros = {ord(one) - unicodedata.decimal(one) for one in words if one.isdecimal()}
        assert len(zeros) <= 1, words


@pytest.mark.parametrize(
    ("place", "day", "moment", "amount"),
    [
        ("en_US", "November 17, 2026", "2:05\u202fPM", "1,234.5"),
        ("en_GB", "17 November 2026", "14:05", "1,234.5"),
        ("de_DE", "17 November 2026", "14:05", "1.234,5"),
        ("de_CH", "17 November 2026", "14:05", "1'234.5"),
        ("sv_SE", "17 November 2026", "14:05", "1\u00a0234,5"),
        ("ja_JP", "November 17, 2026", "14:05", "1,234.5"),
        ("zh_CN", "November 17, 2026", "14:05", "1,234.5"),
        ("ru_RU", "17 November 2026", "14:05", "1\u00a0234,5"),
        ("pt_BR", "17 November 2026", "14:05", "1.234,5"),
        ("ar_EG", "17 November 2026", "2:05\u202fpm", "1,234.5"),
        ("C", "17 November 2026", "14:05", "1,234.5"),
    ],
    indirect=["place"],
)
@pytest.mark.usefixtures("place")
def test_english_follows_the_place(day: str, moment: str, amount: str) -> None:
    assert Dates.long_day(TODAY) == day
    assert Dates.time(time(14, 5)) == moment
    assert number(1234.5) == amount


@pytest.mark.parametrize(
    ("place", "long", "short", "weekday", "month"),
    [
        ("de_DE itself", "7. März 2026", "7. März", "Samstag, 7. März", "März 2026"),
        ("cs_CZ itself", "7. března 2026", "7. bře", "sobota 7. března", "březen 2026"),
        ("fi_FI itself", "7. maaliskuuta 2026", "7. maalis", "lauantaina 7. maaliskuuta",
         "maaliskuu 2026"),
        ("hu_HU itself", "2026. március 7.", "márc. 7.", "március 7., szombat",
         "2026. március"),
        ("ko_KR itself", "2026년 3월 7일", "3월 7일", "3월 7일 토요일",
         "2026년 3월"),
        ("ja_JP itself", "2026年3月7日", "3月7日", "3月7日土曜日",
         "2026年3月"),
        ("es_ES itself", "7 de marzo de 2026", "7 de mar", "sábado, 7 de marzo", "marzo de 2026"),
        ("lt_LT itself", "2026 m. kovo 7 d.", "kov. 7 d.", "kovo 7 d., šeštadienis",
         "2026 m. kovas"),
    ],
    indirect=["place"],
)  # fmt: skip
@pytest.mark.usefixtures("place")
def test_another_language_has_its_own_order_dots_and_small_words(
    long: str, short: str, weekday: str, month: str
) -> None:
    day = date(2026, 3, 7)
    assert Dates.long_day(day) == long
    assert Dates.short_date(day, TODAY) == short
    assert Dates.named_day(day) == weekday
    assert Dates.month(day) == month
