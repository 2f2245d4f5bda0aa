"""The font that is shipped: for every document, and for the window where the system has no better.

See `docs/adr/0036-a-font-of-our-own.md`.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from careerdesk.resources import folder

FAMILY = "Inter CareerDesk"
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
# The last two are no fonts: desktops and Qt say them where nobody chose one.
PLAIN = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "Sans", "Sans Serif"})


@cache
def family() -> str:
    """The name of the shipped family, loaded by the first call; empty where it cannot be read.

    An empty name is the font of the system to Qt, so that nobody needs to ask which it is.
    """
    loaded = [QFontDatabase.addApplicationFont(str(folder() / "fonts" / name)) for name in FILES]
    return FAMILY if -1 not in loaded else ""


def dress(application: QGuiApplication) -> None:
    """Give the window the shipped font if the system's is one that is there for want of another.

    Call it before anything with words is made. The size stays that of the system.
    """
    font = application.font()  # by its name: which it is would load it, too, at every start
    if font.family() in PLAIN and family():
        font.setFamilies([family(), *font.families()])
        application.setFont(font)
