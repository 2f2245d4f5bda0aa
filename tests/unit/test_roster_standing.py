"""What a status says of a person, in whole words and with their negation."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.roster import understand
from careerdesk.domain.roster_standing import Standing, read_active, read_status

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "status",
    [
        "Terminated", "Voluntarily Terminated", "Terminated for Cause", "TERMINATED-VOL",
        "Inactive",
        "Deactivated", "Former employee", "Ex-employee", "Retired", "Left", "Left - voluntarily",
        "Left the company", "Resigned", "Laid off, not active", "Not active", "No longer active",
        "No longer employed", "No longer with the company", "Not currently employed", "Separated",
        "Ausgetreten", "Ausgeschieden", "Inaktiv", "Nicht mehr beschäftigt", "Nicht aktiv",
        "Ehemalige Mitarbeiterin", "Parti", "Inactif", "N'est plus actif", "Licencié", "Inactivo",
        "Ya no trabaja aquí", "Despedida", "Cessato", "Non più attivo", "Desligado",
        "Uit dienst, inactief", "Laid off", "Let go", "Termed - voluntary", "Term", "Archived",
        "Employment ended", "Passed away", "Reported No Show", "Fin de contrat",
        "Terminated - not rehired", "Suspended, then terminated",
    ],
)  # fmt: skip
def test_who_has_left(status: str) -> None:
    assert read_status(status) is Standing.LEFT


@pytest.mark.parametrize(
    "status",
    [
        "Active", "Active - left-handed desk", "Active, left wing office", "Not terminated",
        "Not yet terminated", "Never terminated", "Has not resigned", "Not deactivated",
        "not retired",
        "Terminated: no", "Employed", "Rehired after termination", "Returned from leave",
        "Not on leave", "Nicht ausgeschieden", "Nicht gekündigt, aktiv", "Aktiv", "Actif",
        "Pas parti",
        "Activo", "No cesado", "Attivo", "Ativo", "Active plus bonus", "Retired, rehired",
        "Terminated (rescinded)", "Former contractor, now employee", "Back from leave",
        "Leave ended", "Onboarding", "Pre-hire", "Active - not on leave",
    ],
)  # fmt: skip
def test_who_is_here(status: str) -> None:
    assert read_status(status) is Standing.HERE


@pytest.mark.parametrize(
    "status",
    [
        "On Leave", "on-leave", "Leave of absence", "LOA", "Parental leave", "Maternity",
        "Sabbatical", "Elternzeit", "Beurlaubt", "En congé", "Excedencia", "Active - on leave",
        "Inactive (leave of absence)", "Abwesend", "Long-term sick", "Freigestellt",
        "Short-term disability", "Garden leave",
    ],
)  # fmt: skip
def test_who_is_on_leave(status: str) -> None:
    assert read_status(status) is Standing.LEAVE


@pytest.mark.parametrize(
    "status",
    [
        "Notice given (resigned)", "Serving notice", "Termination pending", "Gekündigt",
        "En préavis", "To be terminated", "Will leave 31/12", "Offboarding", "Retiring in May",
    ],
)  # fmt: skip
def test_who_has_given_notice_is_still_here(status: str) -> None:
    assert read_status(status) is Standing.NOTICE
    assert not _entry(Status=status).has_left(TODAY)


@pytest.mark.parametrize(
    "status",
    [
        "", "Full-time", "Regular", "Leftwich", "Terminator", "Band 7", "Undetermined",
        "Fixed-term", "Term-time only", "Ex-pat", "Maternity cover", "Probation ended",
    ],
)  # fmt: skip
def test_what_says_nothing_of_it(status: str) -> None:
    assert read_status(status) is Standing.UNSAID


@pytest.mark.parametrize(
    ("cell", "standing"),
    [
        ("Yes", Standing.HERE), ("TRUE", Standing.HERE), ("1", Standing.HERE),
        ("ja", Standing.HERE),
        ("No", Standing.LEFT), ("false", Standing.LEFT), ("0", Standing.LEFT),
        ("nein", Standing.LEFT),
        ("Inactive", Standing.LEFT), ("", Standing.UNSAID), ("?", Standing.UNSAID),
    ],
)  # fmt: skip
def test_a_column_that_says_active_with_yes_or_no(cell: str, standing: Standing) -> None:
    assert read_active(cell) is standing


@pytest.mark.parametrize(
    ("end", "left"),
    [
        ("2026-11-25", True), ("2026-11-26", True), ("2026-11-27", False), ("2027-02-28", False),
        ("9999-12-31", False), ("31.12.9999", False), ("12/31/9999", False), ("31-Dec-9999", False),
        ("2958465", False), ("", False), ("0000-00-00", False), ("1900-01-01", False),
        ("30.12.1899", False), ("present", False), ("unbefristet", False), ("N/A", False),
        ("45000", True), ("2018-12-31", False), ("not known", False),
    ],
)  # fmt: skip
def test_an_end_counts_when_it_has_come(end: str, left: bool) -> None:
    assert _entry(**{"Start date": "2019-04-01", "End date": end}).has_left(TODAY) is left


@pytest.mark.parametrize(
    ("status", "end", "left"),
    [
        ("Terminated", "2027-02-28", False), ("Terminated", "9999-12-31", False),
        ("Terminated", "", True), ("Terminated", "2024-01-31", True),
        ("Active", "2024-01-31", True),
        ("Active", "", False), ("On leave", "2027-01-01", False),
    ],
)  # fmt: skip
def test_an_end_says_more_than_a_status(status: str, end: str, left: bool) -> None:
    assert _entry(Status=status, **{"End date": end}).has_left(TODAY) is left


@pytest.mark.parametrize(
    ("status", "end", "left"),
    [
        ("Terminated, effective 01/31/2027", "", False), ("Terminated 2024-01-31", "", True),
        ("Terminated 2024-01-31", "2026-12-31", False), ("Active since 2019-04-01", "", False),
        ("Leaving, last day 2026-12-31", "", False), ("Terminated (ref. 12-4)", "", True),
    ],
)  # fmt: skip
def test_a_status_may_say_from_when(status: str, end: str, left: bool) -> None:
    assert _entry(Status=status, **{"End date": end}).has_left(TODAY) is left


def test_an_end_that_cannot_be_read_is_said() -> None:
    (note,) = _entry(**{"End date": "31.02.2020"}).notes
    assert str(note) == "no last day: “31.02.2020” isn't a valid date"


def _entry(**cells: str):  # type: ignore[no-untyped-def]  # the entry of one row
    header, row = zip(("Name", "Mira Holm"), *cells.items(), strict=True)
    (entry,) = understand([(1, header), (2, row)]).entries
    return entry
