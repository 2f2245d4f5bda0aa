"""Asks the store what is found, in a thread of its own; of several questions the latest wins."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import Interrupted, UserError
from careerdesk.ui.base.texts import Dates

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.records import Person
    from careerdesk.domain.search.found import Completion, Found, Scope
    from careerdesk.services.store import Store

T = TypeVar("T")
P = ParamSpec("P")

_running: set[PaletteReader] = set()  # each lives until its thread is over


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed last, and where it is looked for."""

    number: int
    typed: str
    scope: Scope
    today: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, how the word with the cursor may go on, and whom the hits are about."""

    found: Found
    completions: tuple[Completion, ...] = ()
    people: Mapping[int, Person] = field(default_factory=dict)


Find = Callable[["Turn", Question], Answer]


def find_texts(reader: Turn, question: Question) -> Answer:
    """Look for texts, for whose they are, and for how what is typed may go on."""
    from careerdesk.services import people, search

    typed = question.typed
    asked = question.scope, question.today, month_names()
    found = search.find(reader, typed, *asked, say_day=Dates.listed_day)
    whose = {hit.person_id for hit in found.hits if hit.person_id is not None}
    return Answer(
        found,
        search.completions(reader, typed, len(typed), *asked),
        {one.id: one for one in people.some(cast("Store", reader), sorted(whose))},
    )


@cache
def month_names() -> tuple[str, ...]:
    """The months as they are written here, January first: in full, alone and in short."""
    locale, full, short = QLocale(), QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    months = range(1, 13)
    return (
        *(locale.standaloneMonthName(month, full) for month in months),
        *(locale.monthName(month, full) for month in months),
        *(locale.standaloneMonthName(month, short) for month in months),
    )


class Turn:
    """The reader for one question: of one that is cut off nothing more is read."""

    def __init__(self, reader: Any, cut_off: Callable[[], bool]) -> None:
        self._reader, self._cut_off = reader, cut_off

    def read(
        self, query: Callable[Concatenate[Any, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As the store reads; `Interrupted` once a newer question waits."""
        if self._cut_off():
            raise Interrupted
        found: T = self._reader.read(query, *args, **kwargs)
        return found


class PaletteReader(QObject):
    """Emits `found(number, Found)` for the latest question, or `failed(number, error)`.

    A new question ends the one before early; neither asking nor stopping waits for anything.
    """

    found = Signal(int, object)
    failed = Signal(int, object)
    _answered = Signal(int, object, object)
    _left = Signal()

    def __init__(self, store: Store, find: Find) -> None:
        """Ask by *find*, which is called in the thread alone."""
        super().__init__()
        self._store, self._find = store, find
        self._turn = threading.Condition()
        self._wanted: Question | None = None
        self._reader: Any = None  # of the store, while the thread has one
        self._busy = self._ended = self._cut_off = False
        self._latest = 0
        self._thread: threading.Thread | None = None
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def ask(self, typed: str, scope: Scope, today: date) -> None:
        """Look for what is typed now."""
        self._latest += 1
        with self._turn:
            self._wanted = Question(self._latest, typed, scope, today)
            self._cut()
            self._turn.notify()
        if self._thread is None:
            _running.add(self)
            self._thread = threading.Thread(target=self._work, name="search", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Want no answer any more, until the next question."""
        self._latest += 1
        with self._turn:
            self._wanted = None
            self._cut()

    def stop(self) -> None:
        """End; the thread goes by itself as soon as what it reads lets it."""
        with self._turn:
            self._ended = True
            self._cut()
            self._turn.notify()

    def _cut(self) -> None:
        if self._busy and self._reader is not None:
            self._cut_off = True
            self._reader.interrupt()

    def _work(self) -> None:
        try:
            self._read()
        except Exception as error:  # noqa: BLE001  # somebody waits for a word
            self._answered.emit(self._latest, None, error)
        self._left.emit()

    def _read(self) -> None:
        with closing(self._store.reader()) as reader:
            self._reader = reader
            turn = Turn(reader, lambda: self._cut_off)
            while (question := self._next()) is not None:
                self._answer(turn, question)
            with self._turn:
                self._reader = None

    def _next(self) -> Question | None:
        with self._turn:
            self._turn.wait_for(lambda: self._ended or self._wanted is not None)
            if self._ended:
                return None
            question, self._wanted = self._wanted, None
            self._busy, self._cut_off = True, False
            self._reader.go_on()
            return question

    def _answer(self, turn: Turn, question: Question) -> None:
        found, failure = self._asked(turn, question)
        while isinstance(failure, Interrupted) and not self._cut_off:
            found, failure = self._asked(turn, question)  # it gave way to something else
        with self._turn:
            self._busy = False
            if failure is not None and self._cut_off:
                return  # by a newer question, or by the end
        self._answered.emit(question.number, found, failure)

    def _asked(self, turn: Turn, question: Question) -> tuple[object, Exception | None]:
        try:
            return self._find(turn, question), None
        except Exception as error:  # noqa: BLE001  # told, unless it was cut off
            return None, error

    @Slot(int, object, object)
    def _tell(self, number: int, found: object, failure: object) -> None:
        if self._ended or number != self._latest:
            return
        if failure is None:
            self.found.emit(number, found)
        elif isinstance(failure, UserError):
            self.failed.emit(number, failure)
        elif isinstance(failure, BaseException):
            self.failed.emit(number, None)
            raise failure

    @Slot()
    def _end(self) -> None:
        """The thread has said its last word."""
        if self._thread is not None:
            self._thread.join()
        _running.discard(self)
