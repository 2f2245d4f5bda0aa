"""The theme in force: made once before the first widget, changed while the program runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.resources import folder as resources_folder
from careerdesk.ui.theme.icons import all_icons
from careerdesk.ui.theme.look import Look, Marking, blend
from careerdesk.ui.theme.style import FocusRing
from careerdesk.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, token_names

if TYPE_CHECKING:
    from careerdesk.ui.theme.dressing import Wardrobe

COLUMNS: dict[str, Tokens[str]] = {
    "light": LIGHT,
    "dark": DARK,
    "high_contrast": HIGH_CONTRAST,
}
SOFT_EDGES = ("growth", "review", "danger", "warning", "success")
_PLACEHOLDER = re.compile(r"@([a-z][a-z0-9-]*)")


class Theme(QObject):
    """The look in force; `changed` is emitted after palette and style sheet have changed."""

    changed = Signal()

    def __init__(self, choice: str = "system", resources: Path | None = None) -> None:
        super().__init__()
        self._choice = choice if choice in COLUMNS else "system"
        self._resources = resources or resources_folder()
        self._icons = all_icons()
        self._ring: FocusRing | None = None
        self._wardrobe: Wardrobe | None = None  # made at the first change
        self._marking = Marking()
        self._look = self._made()

    @property
    def look(self) -> Look:
        """What painters paint with; ask again after `changed`."""
        return self._look

    @property
    def choice(self) -> str:
        """What the user chose: system, light, dark or high_contrast."""
        return self._choice

    def install(self, app: QApplication) -> None:
        """Dress the application; call once, before any widget is made."""
        app.setStyle("Fusion")
        self._dress(app)
        self._ring = FocusRing(app, self._look, self)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, choice: str) -> None:
        """Change the theme: `system` follows the desktop, the others stay as chosen."""
        if choice != "system" and choice not in COLUMNS:
            raise ValueError(f"no theme is called {choice}")
        self._choice = choice
        self._apply()

    def icon(self, name: str, token: str = "text-muted", size: int = 16, air: int = 0) -> QIcon:
        """An icon in the look of now, with `air` towards the words; ask again after `changed`."""
        return self._look.icon(name, token, size, air)

    def in_area(self, area: str) -> Theme:
        """The theme as one room has it: what is made with it paints in that room's colours."""
        return AreaTheme(self, area)

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        if self._kind() == self._look.name:
            return
        self._look = self._made()
        app = QApplication.instance()
        if self._ring is not None and isinstance(app, QApplication):
            self._ring.set_look(self._look)
            self._dress(app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        if self._ring is not None:
            self._ring.rest()
        template = (self._resources / "styles" / "app.qss").read_text(encoding="utf-8")
        sheet = style_sheet(template, self._look)

        def clothes() -> None:
            app.setStyleSheet("")  # over another sheet Qt dresses every widget several times
            app.setPalette(palette(self._look))
            app.setStyleSheet(sheet)

        if self._ring is None:
            clothes()
            return
        if self._wardrobe is None:
            from careerdesk.ui.theme.dressing import Wardrobe

            self._wardrobe = Wardrobe(self)
        self._wardrobe.change(clothes)
        self._ring.come_back()

    def _made(self) -> Look:
        kind = self._kind()
        colours = COLUMNS[kind].mapped(QColor)
        return Look(kind, colours, QApplication.font(), self._icons, self._marking)

    def _kind(self) -> str:
        if self._choice != "system":
            return self._choice
        hints = QApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high_contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class AreaTheme(Theme):
    """The theme of the program with the accent and the grounds of one room; made by `room`."""

    def __init__(self, base: Theme, room: str) -> None:
        QObject.__init__(self)
        self._base = base
        self._room = room
        self._look = base.look.for_area(room)
        base.changed.connect(self._renew)

    @property
    def choice(self) -> str:
        """What the user chose for the whole program."""
        return self._base.choice

    def choose(self, choice: str) -> None:
        """Change the theme of the whole program."""
        self._base.choose(choice)

    def _renew(self) -> None:
        self._look = self._base.look.for_area(self._room)
        self.changed.emit()


def set_area(widget: QWidget, room: str) -> None:
    """Give a page's root the ground and accent of its room: growth, review or ground."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_kind(widget, room, "room")


def set_kind(widget: QWidget, kind: str, name: str = "kind") -> None:
    """Set a property that the style sheet reads, and dress the widget again if it changed."""
    if widget.property(name) == kind:
        return
    widget.setProperty(name, kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(look: Look) -> QPalette:
    """The colours of everything that the style sheet leaves alone."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, look.colour.named(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in _TEXT_ROLES:
        made.setColor(disabled, role, look.faint("text-muted"))
    return made


def style_sheet(template: str, look: Look) -> str:
    """The style sheet with each `@token` replaced by its colour, or by a height of the font."""
    words = {name.replace("_", "-"): look.colour.named(name) for name in token_names()}
    words |= {
        "hover": look.hover(),
        "pressed": look.hover(part=0.12),
        "raised-pressed": look.hover("sunken", 0.06),
        "filled-hover": blend(look.colour.growth, look.colour.on_growth, 0.1),
        "filled-pressed": blend(look.colour.growth, look.colour.on_growth, 0.2),
        "review-filled-hover": blend(look.colour.review, look.colour.on_review, 0.1),
        "review-filled-pressed": blend(look.colour.review, look.colour.on_review, 0.2),
        "faint": blend(look.colour.raised, look.colour.text_muted, 0.6),
        "card-edge": look.colour.line,
    }
    for name in SOFT_EDGES:
        own = name if look.high_contrast else f"{name}-soft"
        words[f"{name}-edge"] = look.colour.named(own)
    words["quiet-edge"] = look.colour.text if look.high_contrast else look.colour.sunken
    written = {name: colour.name() for name, colour in words.items()}
    line = (
        look.metrics("body").height() + 3
    )  # Qt takes a least height for enough, also in large type
    written |= {"input-high": f"{max(28, line)}px", "button-high": f"{max(30, line)}px"}
    written["disabled-line"] = "dashed" if look.high_contrast else "solid"
    return _PLACEHOLDER.sub(lambda found: written[found.group(1)], template)


_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.PlaceholderText: "text-muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection-text",
    QPalette.ColorRole.Link: "growth",
    QPalette.ColorRole.LinkVisited: "growth",
    QPalette.ColorRole.Accent: "growth",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line-strong",
}
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)
