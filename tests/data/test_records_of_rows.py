"""What is read is what its kind makes of the same values, and as frozen."""

import pickle
import sys
from dataclasses import FrozenInstanceError, fields
from datetime import UTC, date, datetime

import pytest

from careerdesk.data.mapping import build, kinds_by_table
from careerdesk.domain.views import CheckInLine

STORED = {
    "int": (3, 3),
    "str": ("text", "text"),
    "float": (1.5, 1.5),
    "bool": (1, True),
    "date": ("2026-02-03", date(2026, 2, 3)),
    "datetime": ("2026-02-03T04:05:06Z", datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)),
}
KINDS = [pytest.param(kind, id=kind.__name__) for kind in (*kinds_by_table().values(), CheckInLine)]


def pair(kind, annotation):
    """A value as it is stored, and as a record of *kind* has it."""
    name = annotation.removesuffix(" | None")
    if name.startswith("tuple["):
        return (), ()
    if name in STORED:
        return STORED[name]
    member = next(iter(getattr(sys.modules[kind.__module__], name)))
    return str(member.value), member


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.whole
def test_a_row_becomes_the_record_of_its_values(kind):
    pairs = {one.name: pair(kind, str(one.type)) for one in fields(kind)}
    row = ("before", *(stored for stored, _ in pairs.values()), "after")

    read = build(kind, row, 1)

    made = kind(**{name: value for name, (_, value) in pairs.items()})
    assert read == made
    assert repr(read) == repr(made)
    assert type(read) is kind
    assert pickle.loads(pickle.dumps(read)) == made


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.whole
def test_what_is_empty_stays_so_and_nothing_can_be_set(kind):
    read = build(kind, [None] * len(fields(kind)))

    assert {getattr(read, one.name) for one in fields(kind)} == {None}
    with pytest.raises(FrozenInstanceError):
        read.id = 1
    with pytest.raises(FrozenInstanceError):
        del read.id


def test_a_row_that_is_too_short_is_no_record():
    kind = kinds_by_table()["promise"]
    with pytest.raises(ValueError, match="not enough values"):
        build(kind, (1, "uid"))
