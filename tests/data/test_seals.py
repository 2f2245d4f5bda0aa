"""A seal: what was changed past the program is found, what was changed in it is not a flaw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.domain.reviews.records import CycleKind, Review
from careerdesk.domain.reviews.seal import Flaw, digest
from careerdesk.domain.reviews.stages import FULL, Column, Mark, Stage
from careerdesk.services import versions
from careerdesk.services.checking import check_store
from careerdesk.services.reviews import cycles, reviews, sheet, steps
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, a_person
from tests.stores import ask, blank_store

YEAR = (date(TODAY.year, 1, 1), date(TODAY.year, 12, 31))
FOUND = "Ana Ruiz's sealed review in Year review 2026 was changed outside CareerDesk."


@dataclass
class Case:
    """Ana's sealed review, and Ben's beside it."""

    store: Store
    review_id: int
    other_id: int

    def view(self) -> ReviewView:
        return reviews.get(self.store, self.review_id)

    def outside(self, sql: str) -> list[str]:
        """Change the file past the program, and what `check` then says."""
        ask(self.store.path, sql)
        return check_store(self.store)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    store = blank_store(tmp_path / "store.db")
    people = [a_person(store, name).id for name in ("Ana Ruiz", "Ben Okri")]
    cycle = cycles.add(store, "Year review 2026", CycleKind.ANNUAL, *YEAR, calibrates=True)
    step = cycles.get(store, cycle.id).steps[1].id
    keys = []
    for person_id in people:
        review = reviews.find(store, cycle.id, person_id)
        assert review is not None
        reviews.write(store, review.id, narrative="Shipped the parser, é.", proposed_step=step,
                      proposed_why="It lasts.")  # fmt: skip
        steps.seal(store, review.id, NOW)
        keys.append(review.id)
    yield Case(store, *keys)
    store.close()


def test_a_whole_seal_is_whole(case: Case) -> None:
    assert check_store(case.store) == []
    assert not case.view().facts.changed


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE review SET narrative = 'Shipped nothing.'",
        "UPDATE review SET narrative = narrative || ' '",
        "UPDATE review SET proposed_why = ''",
        "UPDATE review SET proposed_step = (SELECT max(id) FROM rating_step)",
        "UPDATE review SET proposed_step = NULL",
        "UPDATE review SET digest = ''",
        "UPDATE review SET digest = 'x'",
    ],
)
def test_words_or_rating_changed_in_the_file_are_found(case: Case, sql: str) -> None:
    assert case.outside(f"{sql} WHERE id = {case.review_id}") == [FOUND]
    assert case.view().flaws


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE seal SET body = replace(body, 'parser', 'compiler')",
        "UPDATE seal SET body = 'no seal'",
        "UPDATE seal SET body = '[]'",
        "UPDATE seal SET body = CAST(body AS BLOB)",
        "UPDATE seal SET body = replace(hex(zeroblob(50000)), '00', '[')",
        "UPDATE seal SET digest = 'x'",
        "UPDATE seal SET sealed_at = '2026-01-01T09:00:00.000000Z'",
        "UPDATE seal SET sealed_at = 'long ago'",
        "DELETE FROM seal",
    ],
)
def test_a_seal_changed_in_the_file_is_found(case: Case, sql: str) -> None:
    assert case.outside(f"{sql} WHERE review_id = {case.review_id}") == [FOUND]
    assert Flaw.SEAL_CHANGED in case.view().flaws
    assert sheet.packet(case.store, case.review_id).seal is not None


@pytest.mark.parametrize(
    "moment",
    [
        "long ago",
        "",
        "2026-11-17",
        "2026-13-45T25:00:00Z",
        "7",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
    ],
)
def test_a_review_whose_seal_has_no_moment_is_read_as_broken(case: Case, moment: str) -> None:
    assert case.outside(
        f"UPDATE seal SET sealed_at = '{moment}' WHERE review_id = {case.review_id}"
    ) == [FOUND]
    view = case.view()
    assert view.flaws == (Flaw.SEAL_CHANGED,)
    assert view.facts.stage is Stage.SEALED
    [row] = [
        row for row in reviews.board(case.store, view.cycle.id, TODAY) if row.id == case.review_id
    ]
    sealed = row.cells[FULL.index(Column.SEALED)]
    assert (sealed.mark, sealed.on) == (Mark.DONE, None)
    assert reviews.across(case.store, view.person.id)[0].flaws
    assert sheet.packet(case.store, case.review_id).seal is not None


def test_the_packet_says_of_a_seal_that_was_taken_out_that_the_file_was_changed(
    case: Case,
) -> None:
    assert case.outside(f"DELETE FROM seal WHERE review_id = {case.review_id}") == [FOUND]
    seal = sheet.packet(case.store, case.review_id).seal
    assert seal is not None
    assert seal.broken


def test_a_seal_of_another_review_is_found_where_it_stands(case: Case) -> None:
    ((body, key),) = ask(
        case.store.path, f"SELECT body, digest FROM seal WHERE review_id = {case.other_id}"
    )
    assert case.outside(
        f"UPDATE seal SET body = '{body}', digest = '{key}' WHERE review_id = {case.review_id}"
    ) == [FOUND]


def test_a_body_with_a_digest_that_fits_but_another_review_is_found(case: Case) -> None:
    ((body,),) = ask(case.store.path, f"SELECT body FROM seal WHERE review_id = {case.review_id}")
    content = json.loads(str(body)) | {"review": "0" * 32}
    forged = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert case.outside(
        f"UPDATE seal SET body = '{forged}', digest = '{digest(forged)}' "
        f"WHERE review_id = {case.review_id}"
    ) == [FOUND]


def test_what_is_written_in_the_program_is_no_flaw_but_shows(case: Case) -> None:
    reviews.write(case.store, case.review_id, narrative="Shipped the parser, and the tests.")
    assert check_store(case.store) == []
    assert case.view().facts.changed
    reviews.write(case.store, case.review_id, narrative="Shipped the parser, é.")
    assert not case.view().facts.changed


def test_the_same_letters_in_another_form_are_the_same_words(case: Case) -> None:
    reviews.write(case.store, case.review_id, narrative="Shipped the parser, e\u0301.")
    assert not case.view().facts.changed
    assert check_store(case.store) == []


def test_an_earlier_version_brought_back_under_a_seal_is_no_flaw(case: Case) -> None:
    ref = TextRef(Review, case.review_id, "narrative")
    later = NOW + timedelta(hours=2)
    case.store.now = lambda: later
    reviews.write(case.store, case.review_id, narrative="Written anew.")
    kept = versions.earlier(case.store, ref)
    assert [one.text for one in kept][:1] == ["Shipped the parser, é."]
    versions.bring_back(case.store, ref, kept[0].text)
    assert case.view().review.narrative == "Shipped the parser, é."
    assert check_store(case.store) == []
    assert not case.view().facts.changed


def test_undo_and_redo_over_a_seal_are_no_flaw(case: Case) -> None:
    reviews.write(case.store, case.review_id, narrative="Another one.")
    steps.open_seal(case.store, case.review_id, NOW)
    steps.seal(case.store, case.review_id, NOW + timedelta(1))
    steps.calibrate(case.store, case.review_id, case.view().cycle.steps[2].id, TODAY)
    while case.store.undo():
        assert check_store(case.store) == []
    while case.store.redo():
        assert check_store(case.store) == []
    assert case.view().facts.rounds


def test_a_seal_that_was_opened_is_looked_at_no_longer(case: Case) -> None:
    steps.open_seal(case.store, case.review_id, NOW)
    assert (
        case.outside(f"UPDATE review SET narrative = 'Anything' WHERE id = {case.review_id}") == []
    )


def test_renaming_a_step_after_a_seal_is_no_flaw(case: Case) -> None:
    step = case.view().cycle.steps[1]
    cycles.change_level(case.store, step.id, label="Very strong")
    assert check_store(case.store) == []
