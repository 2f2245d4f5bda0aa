"""A language that nobody speaks: accents on every letter, in brackets, a third longer.

`python -m tests.pseudo FOLDER TIMES [acts]` walks every page of the tour in it, in type that many
times the usual size, does there what can be done if *acts* are asked for, and prints as JSON each
text that was seen, and each that is cut. What has plain
words is nothing that a translator was asked for.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from careerdesk import i18n
from careerdesk.data.tables import METADATA
from tests.catalogues import GERMAN, Texts, in_context, plural, write_catalogue
from tools.messages import collect

LANGUAGE = "xx"
OPEN, CLOSE = "\u27e6", "\u27e7"
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćďéƒǵħíĵķĺḿńóṕɋŕśţúṽẃẋýźÁƁĆĎÉƑǴĦÍĴĶĹḾŃÓṔɊŔŚŢÚṼẂẊÝŹ",
)
FIELD = re.compile(r"(\{\w*\}|%(?:\(\w+\))?[sr])")


def said(text: str) -> str:
    """A text in the language, its fields as they are."""
    parts = FIELD.split(text)
    letters = "".join(one if FIELD.fullmatch(one) else one.translate(LETTERS) for one in parts)
    return f"{OPEN}{letters}{'·' * (len(text) // 3)}{CLOSE}"


def catalogue() -> Texts:
    """All texts of the program in it."""
    found: dict[str, str | tuple[str, ...]] = {}
    for one in collect().entries():
        key = plural(one.text, one.plural) if one.plural else one.text
        key = in_context(one.context, key) if one.context else key
        found[key] = (said(one.text), said(one.plural)) if one.plural else said(one.text)
    return found


def speak(folder: Path) -> None:
    """Speak it from now on."""
    write_catalogue(folder, LANGUAGE, GERMAN, catalogue())
    i18n.speak(LANGUAGE, str(folder))


def let_qt_speak() -> None:
    """Have Qt say its own words in it, too, as it does in a language that it knows."""
    from PySide6.QtCore import QCoreApplication, QTranslator

    class Said(QTranslator):
        """Says whatever Qt says."""

        def isEmpty(self) -> bool:  # noqa: N802 - Qt
            return False

        def translate(self, _context: str, text: str, *_more: object) -> str:
            return said(text)

    spoken = Said(QCoreApplication.instance())
    QCoreApplication.installTranslator(spoken)


def texts_of(store: Path) -> set[str]:
    """Every text that a store has, in whatever column, and those that are shown as one."""
    found: set[str] = set()
    with closing(sqlite3.connect(store)) as connection:
        for table in [one.name for one in METADATA.sorted_tables]:
            for row in connection.execute(f"SELECT * FROM {table}"):
                found.update(value for value in row if isinstance(value, str))
        names = "SELECT given_name, family_name, preferred_name FROM person"
        for given, family, preferred in connection.execute(names):
            found |= {f"{given} {family}", f"{preferred} {family}"}
        found.update(
            " ".join(filter(None, row))
            for row in connection.execute("SELECT situation, behaviour, impact FROM feedback")
        )
    return found


def texts_in(widget: object) -> Iterator[tuple[str, str]]:
    """What is said of a widget and of all that is in it, and where."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from careerdesk.ui.widgets.labels import ElidedLabel

    assert isinstance(widget, QWidget)
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisibleTo(widget) and one is not widget:
            continue
        place = f"{type(one).__name__} {one.objectName()}"
        for what in ("text", "placeholderText", "toolTip", "accessibleName",
                     "accessibleDescription", "windowTitle", "title"):  # fmt: skip
            read = getattr(one, what, None)
            words = read() if callable(read) else ""
            if what == "text" and isinstance(one, ElidedLabel) and one.toolTip():
                continue  # that says all of it
            if isinstance(words, str) and words:
                yield f"{place} {what}", words
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from _rows(one, place)
    for action in widget.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tip", action.toolTip()


def _rows(view: object, place: str) -> Iterator[tuple[str, str]]:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
    from PySide6.QtWidgets import QAbstractItemView

    assert isinstance(view, QAbstractItemView)
    model, top = view.model(), QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
             Qt.ItemDataRole.AccessibleTextRole)  # fmt: skip  # of a text the first place is kept
    if isinstance(model, QAbstractTableModel):
        for column in range(model.columnCount(top)):
            for role in roles:
                words = model.headerData(column, Qt.Orientation.Horizontal, role)
                if isinstance(words, str) and words:
                    yield f"{place} heading {column} {role.name}", words
    for row in range(min(model.rowCount(top), 60)):
        for column in range(
            model.columnCount(top) if isinstance(model, QAbstractTableModel) else 1
        ):
            for role in roles:
                words = model.data(model.index(row, column), role)
                if isinstance(words, str) and words:
                    yield f"{place} row {row} {role.name}", words


def cut_in(widget: object) -> Iterator[tuple[str, str]]:
    """What does not fit a label or a button of a widget, and where."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import (
        QAbstractButton,
        QCheckBox,
        QLabel,
        QRadioButton,
        QToolButton,
        QWidget,
    )  # fmt: skip

    from careerdesk.ui.widgets.labels import ElidedLabel

    assert isinstance(widget, QWidget)
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    for one in widget.findChildren(QWidget):
        if not one.isVisibleTo(widget) or not isinstance(one, QLabel | QAbstractButton):
            continue
        if isinstance(one, ElidedLabel):  # it ends in three dots, and its tool tip says all
            continue
        if isinstance(one, QToolButton) and one.toolButtonStyle() is icon_only:
            continue
        words, wide = one.text(), one.fontMetrics().horizontalAdvance(one.text())
        if isinstance(one, QLabel) and one.wordWrap():
            fits = one.heightForWidth(one.width()) <= one.height() + 1
        elif isinstance(one, QLabel):
            fits = one.sizeHint().width() <= one.width() + 1
        elif isinstance(one, QCheckBox | QRadioButton):
            fits = one.minimumSizeHint().width() <= one.width()
        else:  # a painted card wraps its words itself
            fits = one.height() > 2 * one.fontMetrics().height() or wide <= one.width()
        if words and not fits:
            yield f"{type(one).__name__} {one.objectName()}", words


class Seen:
    """What was seen, each text once with its first place; what of it is cut, and what Qt cut."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.cut: dict[str, str] = {}
        self.elided: dict[str, str] = {}

    def told(self, place: str, words: str) -> None:
        """Keep what was said."""
        self.texts.setdefault(words, place)

    def read(self, name: str, widget: object) -> None:
        """Keep what stands in a widget."""
        for place, words in texts_in(widget):
            self.told(f"{name}: {place}", words)
        cut = dict(cut_in(widget))
        if cut:  # what comes to rest only now is not
            _settle()
            still = set(cut_in(widget))
            for place, words in cut.items():
                if (place, words) in still:
                    self.cut.setdefault(words, f"{name}: {place}")

    def as_json(self, known: set[str]) -> str:
        """All of it, with what is *known* to be of a store."""
        told = {"seen": self.texts, "cut": self.cut, "elided": self.elided}
        listed = {name: [(one, of[one]) for one in sorted(of)] for name, of in told.items()}
        pairs = {name: [(place, words) for words, place in all_] for name, all_ in listed.items()}
        return json.dumps({**pairs, "known": sorted(known)})


def _settle() -> None:
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        QApplication.processEvents()


def walk(folder: Path, times: float, seen: Seen, *, acts: bool) -> None:
    """See every page of the tour, and do in a window what can be done there if *acts* are asked."""
    from careerdesk import tour
    from careerdesk.demo import make_demo
    from tests.pseudo_notices import walk_notices
    from tests.pseudo_window import Walker, hear_painting, hear_system

    class Reader(tour.Tour):
        """Reads the pages instead of drawing them."""

        def keep(self, widget: object, name: str, look: str) -> None:
            _settle()
            seen.read(name, widget)

        def keep_plan(self, store: object, person_id: int) -> None:
            pass

    tour.LOOKS = ("light",)
    tour.POINTS = round(times * tour.POINTS)
    hear_system(seen.told, folder)
    Reader(folder, "1").draw(folder)
    let_qt_speak()
    make_demo(folder / "acts.db", tour.TourClock())
    window = tour._opened(folder / "acts.db", folder, "light")
    hear_painting(seen.told, lambda place, words: seen.elided.setdefault(words, place))
    if acts:
        Walker(window, seen.read).walk()
    walk_notices(folder, seen.read)


def main() -> int:
    """Walk, and print what was seen and which texts are the store's."""
    folder = Path(sys.argv[1])
    gc.disable()  # as in the program, where no thread of the backups frees a widget
    os.chdir(folder)
    speak(folder)
    seen = Seen()
    walk(folder, float(sys.argv[2]), seen, acts="acts" in sys.argv[3:])
    stores = ("light.db", "light-new.db", "acts.db")
    known = {text for store in stores for text in texts_of(folder / store)}
    print(seen.as_json(known))
    sys.stdout.flush()
    os._exit(0)  # nothing of a window that was walked through has to end well


if __name__ == "__main__":
    sys.exit(main())
