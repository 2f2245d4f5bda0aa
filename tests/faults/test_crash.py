"""The program goes wrong, or is killed: it lives on where that can be, and nothing leaks.

F65 (an error in a slot, a painting, a model, a timer, a thread, a task), F01 (a kill while somebody
types), F47 (words outside the store), and what a crash of Python or Qt itself leaves.
"""

from __future__ import annotations

import ast
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.crash_report import MOST_BYTES, REPORT, CrashReport
from tests.faults.home import MARK, ROOT, Home
from tests.faults.watcher import watched
from tests.modes import is_private
from tests.stores import ask


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.kill()


FAILS_EVERYWHERE = watched(
    """
    import gc, threading
    from PySide6.QtCore import QAbstractListModel, QThread
    from PySide6.QtWidgets import QListView, QPushButton, QWidget
    from careerdesk.ui.base.task import Task

    def stumble():
        raise ValueError("{mark}")

    class Painted(QWidget):
        def paintEvent(self, event):
            stumble()

    class Rows(QAbstractListModel):
        def rowCount(self, parent=None):
            return 1
        def data(self, index, role=0):
            stumble()

    class Receiver(QObject):
        @Slot()
        def a_slot(self):
            stumble()

    class QtThread(QThread):
        def run(self):
            stumble()

    class Ending:
        def __del__(self):
            stumble()

    def a_thread():
        stumble()

    def a_task():
        stumble()

    def a_timer():
        stumble()

    def do(window):
        if not window.actions_["editPerson"].isEnabled():
            return False
        window.actions_["editPerson"].trigger()
        field = window.findChild(QPlainTextEdit, "person.recognition")
        if field is None:
            return False
        QTest.keyClicks(field, "{mark} before")
        for step in (paint, show_rows, press, lambda _: a_timer(), start_threads, throw_away):
            QTimer.singleShot(0, lambda step=step: step(window))
        window.task = Task(a_task, "task")
        window.task.failed.connect(lambda: QTimer.singleShot(300, lambda: end(window, field)))
        QTimer.singleShot(0, window.task.start)
        return True

    def paint(window):
        window.painted = Painted(window)
        window.painted.resize(40, 40)
        window.painted.show()

    def show_rows(window):
        window.rows = QListView(window)
        window.rows.resize(40, 40)
        window.rows.show()
        window.rows.setModel(Rows(window.rows))

    def press(window):
        window.receiver = Receiver()
        button = QPushButton(window)
        button.clicked.connect(window.receiver.a_slot)
        button.click()

    def start_threads(window):
        threading.Thread(target=a_thread).start()
        window.thread_ = QtThread(window)
        window.thread_.start()
        window.thread_.wait()

    def throw_away(window):
        Ending()
        gc.collect()

    def end(window, field):
        window.painted.hide()
        window.rows.hide()
        QTest.keyClicks(field, " and after")
        banner = window.banners.banner("crash")
        copy = [one for one in banner.findChildren(QAbstractButton) if one.text() == "Copy details"]
        copy[0].click()
        print(repr((banner.text.text(), QApplication.clipboard().text())), flush=True)
    """
)
PLACES = ("paintEvent", "data", "a_slot", "a_timer", "a_thread", "run", "a_task", "__del__")


def test_f65_wherever_it_fails_the_program_lives_and_no_word_gets_out(home: Home) -> None:
    said, copied = ast.literal_eval(home.start(FAILS_EVERYWHERE))
    assert said.startswith("Something went wrong, and")
    printed = home.end(signal.SIGTERM)
    assert home.status == 0, printed
    for place in PLACES:
        for where in (home.log(), home.report(), copied):
            assert f" {place}" in where, (place, where)
    assert ask(home.store, "SELECT recognition FROM person") == [(f"{MARK} before and after",)]
    assert MARK not in said + copied + printed
    assert home.leaks() == []
    assert is_private(home.state / "crash-report.txt")
    assert [path.name for path in home.state.glob("running-*")] == []
    for text in (home.report(), copied):
        assert str(ROOT) not in text
        assert str(home.folder) not in text


TYPES_HALF_A_POINT = watched(
    """
    from careerdesk.ui.widgets.inline_add import InlineAdd

    def do(window):
        field = window.findChild(InlineAdd, "agendaEdit")
        if field is None or not field.isVisible():
            return False
        window.ctx.autosaver.saved.connect(lambda: print("kept", flush=True))
        QTest.keyClicks(field, "{mark} half a po")
        return True
    """
)
STARTS_AGAIN = watched(
    """
    from careerdesk.ui.widgets.inline_add import InlineAdd

    def press(banner, words):
        for button in banner.findChildren(QAbstractButton):
            if button.text() == words:
                button.click()

    def do(window):
        if not window.actions_["goPrepare"].isEnabled():
            return False
        window.actions_["goPrepare"].trigger()
        field = window.findChild(InlineAdd, "agendaEdit")
        if field is None or not field.isVisible():
            return False
        banner = window.banners.banner("crashed")
        said = banner.text.text() if banner else ""
        QApplication.clipboard().clear()
        if banner:
            window.rail.setFocus()
            window.actions_["goPlan"].trigger()
            press(banner, "Copy details")
            press(banner, "Show text")
        focused = QApplication.focusWidget()
        focus = focused.objectName() if banner and focused else ""
        print(repr((said, field.text(), focus, QApplication.clipboard().text())), flush=True)
        window.close()
        return True
    """
)


def again(home: Home) -> tuple[str, str, str, str]:
    """What the next start says of the one before, what is typed, where one is led, the details."""
    said, typed, focus, copied = ast.literal_eval(home.start(STARTS_AGAIN))
    printed = home.end()
    assert home.status == 0, printed
    return said, typed, focus, copied


def test_f01_after_a_kill_half_typed_words_are_back_and_offered_once(home: Home) -> None:
    assert home.start(TYPES_HALF_A_POINT) == "kept"
    home.end(signal.SIGKILL)
    assert ask(home.store, "SELECT count(*) FROM agenda_item") == [(1,)]
    assert home.leaks() == []
    said, typed, focus, copied = again(home)
    assert said == (
        "CareerDesk didn't close properly last time. Everything you saved is here. The "
        "text you were typing has been restored."
    )
    assert (typed, focus) == (f"{MARK} half a po", "agendaEdit")
    assert "ended from outside" in copied
    assert MARK not in copied
    assert again(home) == ("", f"{MARK} half a po", "", "")
    assert home.leaks() == []


def crashing(how: str) -> str:
    """The program that crashes by a statement while somebody types."""
    script = """
    import faulthandler, threading
    from PySide6.QtCore import qFatal

    def crash_here():
        {how}

    def do(window):
        warm = "careerdesk.data.writer" in sys.modules and threading.active_count() == 1
        if not warm or not window.actions_["editPerson"].isEnabled():
            return False  # a thread that runs on while the crash is written may cut that short
        QTimer.singleShot(0, crash_here)
        return True
    """
    return watched(script.replace("{how}", how))


@pytest.mark.posix("the signals of a crash")
@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("faulthandler._sigsegv()", "Fatal Python error: Segmentation fault"),
        ("qFatal('QLabel::setText: {mark}')", "Qt fatal: default"),
    ],
)
def test_a_crash_of_python_or_qt_is_told_by_its_kind_and_places(
    home: Home, how: str, words: str
) -> None:
    home.start(crashing(how))
    printed = home.end()
    assert home.status is not None
    assert home.status < 0
    assert MARK not in printed
    (mark,) = home.state.glob("running-*")
    assert is_private(mark)
    assert home.leaks() == []
    assert not list(home.folder.rglob("core*"))
    said, _typed, _focus, copied = again(home)
    assert said == "CareerDesk didn't close properly last time. Everything you saved is here."
    for text in (copied, home.report()):
        assert words in text
        assert " crash_here\n" in text
        assert "running.py:" in text
        assert str(ROOT) not in text
        assert MARK not in text
    assert again(home)[0] == ""


COMPLAINS = watched(
    """
    import resource
    from PySide6.QtCore import qCritical, qWarning

    def do(window):
        for _ in range(50):
            qWarning("QFont::setPointSizeF: {mark}")
        qCritical("{mark}")
        print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
        window.close()
        return True
    """
)


@pytest.mark.posix("limits of a process")
def test_what_qt_complains_of_is_in_the_log_by_category_and_place(home: Home) -> None:
    core = home.start(COMPLAINS)
    printed = home.end()
    assert (home.status, core) == (0, "0"), printed
    lines = [line.partition("WARNING ")[2] for line in home.log().splitlines()]
    assert lines == ["Qt warning: default QFont::setPointSizeF"] * 5 + ["Qt critical: default"]
    assert MARK not in printed
    assert home.leaks() == []


def test_a_report_that_grows_begins_again(tmp_path: Path) -> None:
    report = CrashReport(tmp_path)
    for number in range(3_000):
        report.add("ValueError", f"place{number}")
    written = tmp_path / REPORT
    assert written.stat().st_size < MOST_BYTES + 1_000
    assert report.text().count("\n") < 100
    assert "place2999" in written.read_text()
    assert is_private(written)
