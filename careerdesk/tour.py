"""The tour: every page of the demo as a picture, off screen, and its plan as PDF.

Each scale is drawn by a process of its own, since Qt takes it from the environment once.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.demo import make_demo
from careerdesk.domain.errors import ExportError
from careerdesk.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.services.store import Store
    from careerdesk.ui.reviews.page.reviews_page import ReviewsPage
    from careerdesk.ui.shell.main_window import MainWindow
    from careerdesk.ui.theme.theme import Theme

SCALES = ("1", "1.5")
LOOKS = ("light", "dark")
SIZE = (1280, 800)
REVIEWED = {  # sides of a review, and whose shows it best, by the place in the board
    "narrative": 0, "peers": 0, "accomplishments": 0, "calibration": 1, "across": 1, "outcome": 2,
    "share": 3,
}  # fmt: skip
POINTS = 10
ZONE = "Europe/Berlin"
MANAGER = "Jonas Ebeling"
ROSTER = """Name,Employee ID,Email,Position,Department,Date of hire,Manager
"Lindqvist, Tuva",5102,tuva.lindqvist@example.org,Data engineer,Supply data,14.02.2023,Jonas Ebeling
"Okafor-Reyes, Damián",5117,damian.okafor@example.org,Analyst,Supply data,01.09.2024,Jonas Ebeling
"Bright, Kehinde",4611,kehinde@example.org,Support engineer,Platform,20.11.2026,Jonas Ebeling
"Møller, Signe",4903,signe.moller@example.org,Team lead,Analytics,30.02.2020,Jonas Ebeling
"Tamm, Kaarel",4220,kaarel.tamm@example.org,Platform engineer,Platform,05.05.2019,Ruth Adeyemi
"""


class TourClock:
    """It is always the same Tuesday afternoon."""

    def now(self) -> datetime:
        """A quarter to two."""
        return datetime(2026, 11, 17, 13, 42, tzinfo=timezone(timedelta(hours=1)))

    def today(self) -> date:
        """The seventeenth of November."""
        return self.now().date()


def make_tour(out: Path) -> Iterator[Path]:
    """Draw everything into the folder *out*; gives the paths as they are there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            N_("Could not create {path}: {reason}. Choose another folder."),
            path=out, reason=error.strerror,
        ) from None  # fmt: skip
    for scale in SCALES:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "TZ": ZONE,
        }  # fmt: skip
        command = [sys.executable, "-m", "careerdesk.tour", str(out.resolve()), scale]
        done = subprocess.run(  # noqa: S603
            command, env=environment, check=False, capture_output=True, text=True
        )
        if done.returncode:
            raise ExportError(
                N_("Could not save the pictures in {path}. Check that the disk has free space."),
                path=out,
            )
        yield from (Path(line) for line in done.stdout.splitlines())


class Tour:
    """Draws the pages of one scale."""

    def __init__(self, out: Path, scale: str) -> None:
        """Draw into *out*; the names of the pictures tell the scale."""
        self.out = out
        self.percent = round(float(scale) * 100)

    def draw(self, folder: Path) -> None:
        """Draw all pages in all looks; *folder* holds the stores."""
        from PySide6.QtCore import QLocale
        from PySide6.QtGui import QFont
        from PySide6.QtWidgets import QApplication

        from careerdesk import app, fonts

        app.make_application()
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        QApplication.setFont(QFont(fonts.family(), POINTS))
        for look in LOOKS:
            make_demo(folder / f"{look}.db", TourClock())
            with_demo = _opened(folder / f"{look}.db", folder, look)
            self.draw_first(_opened(folder / f"{look}-new.db", folder, look), look)
            self.draw_pages(with_demo, look, folder)

    def draw_first(self, window: MainWindow, look: str) -> None:
        """Draw the first screen."""
        self.keep(window, "first-start", look)
        _close(window)

    def draw_pages(self, window: MainWindow, look: str, folder: Path) -> None:
        """Draw every page of the demo."""
        from careerdesk.domain.records import CheckInKind
        from careerdesk.services import people

        everyone = people.everyone(window.ctx.store)
        first, last = everyone[0].id, everyone[-1].id
        for tab in ("prepare", "discovery", "plan"):
            window.open_person(first, tab)
            self.keep(window, tab, look)
        self.draw_panels(window, look, first)
        window.open_person(last, "prepare")
        self.keep(window, "empty-person", look)
        self.draw_plain(window, look, folder)
        self.draw_reviews(window, look)
        window.open_person(first, "check-ins")
        self.keep(window, "history", look)
        window.start_check_in()
        self.keep(window, "check-in", look)
        window.person_page.plan(CheckInKind.CAREER)
        self.keep(window, "planning", look)
        self.draw_career(window, everyone[1].id, look)
        for tab in ("plan", "check-ins"):
            window.open_person(first, tab)
            self.draw_shared(window, f"share-safe-{tab}", look)
        if look == "light" and self.percent == 100:
            self.keep_plan(window.ctx.store, first)
        _close(window)

    def draw_career(self, window: MainWindow, person_id: int, look: str) -> None:
        """Draw a career conversation that is going on."""
        from careerdesk.domain.records import CheckInKind
        from careerdesk.services import checkins

        now = window.ctx.clock.now()
        check_in = checkins.start(window.ctx.store, person_id, now, CheckInKind.CAREER)
        checkins.write(window.ctx.store, check_in.id, kind=CheckInKind.CAREER)
        window.open_person(person_id, "check-ins")
        self.keep(window, "career-conversation", look)

    def draw_panels(self, window: MainWindow, look: str, person_id: int) -> None:
        """Draw a goal and a person in their panels, and on paper the plan and their own words."""
        from careerdesk.services import plans
        from careerdesk.ui.discovery.own_words_preview import OwnWordsPreview
        from careerdesk.ui.plan.plan_preview import PlanPreview

        view = plans.active(window.ctx.store, person_id)
        if view is None:
            return
        window.person_page.page.open_item(view.items[0].id)  # type: ignore[union-attr]
        self.keep(window, "goal", look)
        window.person_page.page.close_panel()  # type: ignore[union-attr]
        for name, preview in (
            ("export", PlanPreview(window.ctx, view.plan.id, window)),
            ("own-words", OwnWordsPreview(window.ctx, person_id, window)),
        ):
            preview.show()
            self.keep(preview, name, look)
            preview.close()
        window.commands.edit_person()
        self.keep(window, "person", look)
        window.commands.close_panel()

    def draw_plain(self, window: MainWindow, look: str, folder: Path) -> None:
        """Draw the plain pages."""
        window.commands.pages.show_today()
        self.keep(window, "today", look)
        self.draw_capture(window, look)
        self.draw_palette(window, look)
        window.commands.pages.show_week()
        self.keep(window, "week", look)
        window.commands.pages.discovery_conversation()
        self.keep(window, "discovery-talk", look)
        window.commands.pages.show_shortcuts()
        self.keep(window, "shortcuts", look)
        window.commands.pages.show_trash()
        self.keep(window, "trash", look)
        window.commands.pages.show_preferences()
        self.keep(window, "preferences", look)
        roster = folder / "people.csv"
        roster.write_text(ROSTER, encoding="utf-8")
        window.commands.pages.show_import(roster)
        _choose_manager(window)
        self.keep(window, "import", look)
        window.commands.pages.close()

    def draw_reviews(self, window: MainWindow, look: str) -> None:
        """Draw Reviews: the sides of a cycle, and of the reviews in it."""
        from careerdesk.ui.reviews.page.reviews_page import ReviewsPage

        window.commands.pages.show_reviews()
        room = window.findChild(ReviewsPage)
        if not isinstance(room, ReviewsPage) or room.cycle is None:
            return
        for side in ("settings", "curve", "board"):
            room.show_tab(side)
            self.keep(window, f"reviews-{side}", look)
        rows = room.cycle.rows
        for tab, place in REVIEWED.items():
            room.open_review(rows[place].id, tab)
            self.keep(window, f"review-{tab}", look)
        self.draw_packet(room, rows[REVIEWED["outcome"]].id, look)
        room.show_board()
        window.commands.pages.close()

    def draw_packet(self, room: ReviewsPage, review_id: int, look: str) -> None:
        """Draw what is taken into the approval meeting."""
        from careerdesk.ui.reviews.sharing.sheet_preview import ReviewPreview

        preview = ReviewPreview(room.ctx, review_id, room, "packet")
        preview.show()
        self.keep(preview, "review-packet", look)
        preview.close()

    def draw_capture(self, window: MainWindow, look: str) -> None:
        """Draw a thought that is jotted down over another page."""
        from careerdesk.ui.shell.capture import QuickCapture

        window.commands.quick_capture()
        panel = window.findChild(QuickCapture)
        if isinstance(panel, QuickCapture):
            panel.edit.setText("ave what she learnt at the fair")
            self.keep(window, "quick-capture", look)
            panel.leave()

    def draw_palette(self, window: MainWindow, look: str) -> None:
        """Draw what is found while one types, over another page."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        from careerdesk.ui.shell.palette import Palette

        window.commands.search()
        palette = window.findChild(Palette)
        if isinstance(palette, Palette):
            palette.frame.edit.setText("release")
            while palette.waits:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self.keep(window, "search", look)
            palette.leave()

    def draw_shared(self, window: MainWindow, name: str, look: str) -> None:
        """Draw a page as it is while the screen is shared."""
        from careerdesk.ui.base import names

        window.actions_[names.SHARE_SAFE_MODE].trigger()
        self.keep(window, name, look)
        window.actions_[names.SHARE_SAFE_MODE].trigger()

    def keep(self, widget: QWidget, name: str, look: str) -> None:
        """Write a picture of a window and say where."""
        from PySide6.QtWidgets import QApplication

        for _ in range(4):
            QApplication.processEvents()
        target = self.out / f"{name}-{look}-{self.percent}.png"
        if not widget.grab().save(str(target), quality=0):
            sys.exit(1)
        print(target, flush=True)

    def keep_plan(self, store: Store, person_id: int) -> None:
        """Write the plan as PDF and say where."""
        from careerdesk.documents.export import plan_as, write_whole
        from careerdesk.services import exporting, plans

        view = plans.active(store, person_id)
        if view is not None:
            shared, agreed = exporting.plan_to_hand_over(store, view.plan.id)
            target = self.out / "plan.pdf"
            content = plan_as(shared, "pdf", TourClock().today(), agreement=agreed)
            write_whole(target, content)
            print(target, flush=True)


def _opened(path: Path, folder: Path, look: str) -> MainWindow:
    """A window over the store at *path*, with its first page shown."""
    from PySide6.QtCore import QEventLoop, QSettings

    from careerdesk import app

    settings = QSettings(str(folder / f"{path.stem}.ini"), QSettings.Format.IniFormat)
    window = app.build_window(
        app.open_store(path), clock=TourClock(), settings=settings, theme=_theme(look)
    )
    window.resize(*SIZE)
    waiting = QEventLoop()
    window.first_data_painted.connect(waiting.quit)
    window.show()
    waiting.exec()
    return window


def _theme(look: str) -> Theme:
    from careerdesk import app
    from careerdesk.ui.theme.theme import Theme

    theme = Theme(look)
    theme.install(app.make_application())
    return theme


def _choose_manager(window: MainWindow) -> None:
    """Wait until the table is read, and choose whose reports come in."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from careerdesk.ui.base import names
    from careerdesk.ui.widgets.drop_down import DropDown

    picker: DropDown | None = None
    while picker is None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        picker = window.findChild(DropDown, names.IMPORT_MANAGER)
    picker.set_value(MANAGER)
    picker.picked.emit(MANAGER)


def _close(window: MainWindow) -> None:
    window.close()
    window.ctx.store.close()


def main() -> int:
    """Draw one scale: the folder and the scale are the arguments."""
    # A closed window goes with the circles of garbage, and with it the focus ring of its theme,
    # which is painted too. Python would free them wherever something happens to be allocated,
    # so that a picture would hang on that; and within a call of Qt it is not safe.
    gc.disable()
    out, scale = Path(sys.argv[1]).resolve(), sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="careerdesk-tour-") as folder:
        os.chdir(folder)  # so that no picture shows a path of this machine
        Tour(out, scale).draw(Path())
    return 0


if __name__ == "__main__":
    sys.exit(main())
