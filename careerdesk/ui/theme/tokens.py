"""Every colour of the program, in three columns; no other place names a colour by its hex value.

What each one is for, and on which grounds it keeps its contrast, is held by the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Generic, TypeVar

from careerdesk.dataclass import dataclass

Colour = TypeVar("Colour")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens(Generic[Colour]):
    """One value per colour token: hex strings here, QColor in a Look."""

    ground: Colour
    surface: Colour
    raised: Colour
    sunken: Colour
    line: Colour
    line_strong: Colour
    text: Colour
    text_muted: Colour
    growth: Colour
    growth_soft: Colour
    on_growth: Colour
    review: Colour
    review_soft: Colour
    review_ground: Colour
    review_raised: Colour
    on_review: Colour
    private: Colour
    private_ground: Colour
    private_hatch: Colour
    danger: Colour
    danger_soft: Colour
    warning: Colour
    warning_soft: Colour
    success: Colour
    success_soft: Colour
    selection: Colour
    selection_text: Colour
    focus: Colour
    share: Colour
    on_share: Colour
    chart_1: Colour
    chart_2: Colour
    chart_3: Colour
    chart_4: Colour
    chart_quiet: Colour

    def mapped(self, make: Callable[[Colour], Other]) -> Tokens[Other]:
        """The same tokens with every value put through `make`."""
        return Tokens(**{name: make(getattr(self, name)) for name in token_names()})

    def named(self, token: str) -> Colour:
        """The value of a token by its written name: `text-muted` and `text_muted` both work."""
        value: Colour = getattr(self, token.replace("-", "_"))
        return value


def token_names() -> tuple[str, ...]:
    """The names of all tokens, as attributes."""
    return tuple(field.name for field in fields(Tokens))


LIGHT: Tokens[str] = Tokens(
    ground="#F1F3F0",
    surface="#FAFBF9",
    raised="#FFFFFF",
    sunken="#ECEFEB",
    line="#DDE2DD",
    line_strong="#7C8782",
    text="#1C2321",
    text_muted="#55605B",
    growth="#0E6B5B",
    growth_soft="#DFF0EA",
    on_growth="#FFFFFF",
    review="#7C3A70",
    review_soft="#F2E3EF",
    review_ground="#F7F1F5",
    review_raised="#FFFFFF",
    on_review="#FFFFFF",
    private="#4B5080",
    private_ground="#F2F2F9",
    private_hatch="#E4E5F1",
    danger="#B1261D",
    danger_soft="#FBE9E7",
    warning="#8A5200",
    warning_soft="#FBF0DC",
    success="#2C7030",
    success_soft="#E5F2E4",
    selection="#D5EAE3",
    selection_text="#10211D",
    focus="#0B7FAB",
    share="#1B4FC4",
    on_share="#FFFFFF",
    chart_1="#0E6B5B",
    chart_2="#5B63B0",
    chart_3="#A86400",
    chart_4="#7C3A70",
    chart_quiet="#7F8B86",
)

DARK: Tokens[str] = Tokens(
    ground="#151918",
    surface="#1A1F1E",
    raised="#222827",
    sunken="#121615",
    line="#343C3A",
    line_strong="#75817C",
    text="#E7ECE9",
    text_muted="#A6B1AC",
    growth="#5FCBB1",
    growth_soft="#1E3A34",
    on_growth="#06251E",
    review="#DDA3D3",
    review_soft="#41293D",
    review_ground="#1E181D",
    review_raised="#2A2228",
    on_review="#300F2B",
    private="#B9BDE8",
    private_ground="#20222F",
    private_hatch="#2A2D3F",
    danger="#FF968C",
    danger_soft="#43211E",
    warning="#EDB45F",
    warning_soft="#3D2F17",
    success="#86CC88",
    success_soft="#213A22",
    selection="#234A41",
    selection_text="#F1F7F4",
    focus="#7CCBEE",
    share="#8FB2FF",
    on_share="#071A47",
    chart_1="#5FCBB1",
    chart_2="#A5ACF0",
    chart_3="#EDB45F",
    chart_4="#DDA3D3",
    chart_quiet="#74807B",
)

HIGH_CONTRAST: Tokens[str] = Tokens(
    ground="#000000",
    surface="#000000",
    raised="#0A0A0A",
    sunken="#000000",
    line="#B8B8B8",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    text_muted="#E2E2E2",
    growth="#5CFFDA",
    growth_soft="#00332A",
    on_growth="#000000",
    review="#FFB8F4",
    review_soft="#3A0034",
    review_ground="#000000",
    review_raised="#0A0A0A",
    on_review="#000000",
    private="#CDD1FF",
    private_ground="#000000",
    private_hatch="#3C3F66",
    danger="#FFA39B",
    danger_soft="#3A0000",
    warning="#FFD966",
    warning_soft="#332500",
    success="#90FF90",
    success_soft="#003300",
    selection="#0B4BB3",
    selection_text="#FFFFFF",
    focus="#FFE45C",
    share="#9CC2FF",
    on_share="#000000",
    chart_1="#5CFFDA",
    chart_2="#CDD1FF",
    chart_3="#FFD966",
    chart_4="#FFB8F4",
    chart_quiet="#FFFFFF",
)
