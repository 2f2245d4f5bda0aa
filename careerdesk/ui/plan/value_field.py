"""A number of a key result: its own unit may be typed along, another one is told in a sentence."""

from __future__ import annotations

import re

from careerdesk.compat import override
from careerdesk.domain.progress import unit_of
from careerdesk.domain.records import KeyResult
from careerdesk.i18n import fill, tr
from careerdesk.ui.widgets.number_field import NumberField, read_number

_NUMBER_AND_WORD = re.compile(r"([^\w]*\d[\d.,\s'\u2019\u00a0\u202f]*)(\D+)\Z")


class ValueField(NumberField):
    """Takes `88`, and `88 kg` where the key result is measured in kg."""

    _unit = ""

    def measure_in(self, result: KeyResult) -> None:
        """Read values of this key result from now on."""
        self._unit = unit_of(result)

    @override
    def why_not(self, words: str) -> str:
        """What is wrong: another unit, or no number at all."""
        bare = self._bare(words)
        other = _NUMBER_AND_WORD.match(bare)
        if other is None or not other[2].strip() or read_number(other[1]) is None:
            return super().why_not(bare)
        unit = other[2].strip()
        if self._unit:
            sentence = tr(
                "“{words}” is in {unit}, but this key result is measured in {own}. "
                "Enter the number in {own}, or change the unit first."
            )
        else:
            sentence = tr(
                "“{words}” includes a unit. Enter only the number, and put {unit} in "
                "the unit field."
            )
        return fill(sentence, words=words, unit=unit, own=self._unit)

    @override
    def enter(self, words: str) -> None:
        """Take the number, without its unit."""
        super().enter(self._bare(words))

    def _bare(self, words: str) -> str:
        """The words without the unit of the key result, before the number or behind it."""
        unit, text = self._unit.casefold(), words.strip()
        if unit and text.casefold().endswith(unit):
            return text[: -len(unit)].strip()
        if unit and text.casefold().startswith(unit):
            return text[len(unit) :].strip()
        return text
