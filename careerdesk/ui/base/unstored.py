"""Fields whose words are stored nowhere else yet: rows that add, forms, half-typed days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard, cast

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.drafts import Owner, Word
from careerdesk.services import drafts
from careerdesk.ui.base.exact_text import exact_text
from careerdesk.ui.base.holders import hold, is_discarded

if TYPE_CHECKING:
    from careerdesk.domain.records import Record
    from careerdesk.ui.base.context import Context

TEXT = "text"
OFFERED = "offered"  # the name in a draft under which stands what nobody has changed


class WordField(Protocol):
    """A field of our own that says what of its words would be missed, and takes them back."""

    words_edited: SignalInstance

    def words(self) -> Word:
        """What would be missed."""

    def put_words(self, words: Word) -> None:
        """Show words again, without telling."""


def owner_of(person_id: int, kind: type[Record] | None, record_id: int, handle: str) -> Owner:
    """Whose words a field holds: a person's (0: nobody's), about a record (None and 0: none)."""
    return Owner(person_id, drafts.table(kind) if kind else "", record_id, handle)


class Unstored(QObject):
    """Keeps what is typed into fields as the draft of one owner until something takes it.

    The fields show what was typed for whom `belong_to` names, and stand empty while that is not
    shown. `filled` tells that words came back into them.
    """

    filled = Signal()
    stores = False

    def __init__(self, ctx: Context, handle: str, fields: Mapping[str, QWidget]) -> None:
        """*fields* by the names under which their words are kept; *handle* names all of them."""
        super().__init__(next(iter(fields.values())))
        self._drafts, self._handle, self._fields = ctx.drafts, handle, dict(fields)
        self._bare = {name: self._words_in(field) for name, field in fields.items()}
        self._blank = dict(self._bare)
        self._filling = False
        self._offered = ""
        self._kept: dict[str, Word] | None = None  # what a draft put into the fields
        self.owner: Owner | None = None
        for field in fields.values():
            hold(field, self)
            edits_of(field).connect(self.keep)
        self._drafts.turned.connect(self._turned)
        self._drafts.came_back.connect(self._came_back)

    def belong_to(
        self, person_id: int, kind: type[Record] | None = None, record_id: int = 0
    ) -> bool:
        """Show what was typed for this person (0: nobody) and record, and nothing else.

        Tells whether the fields are theirs only now: then a form puts in what it starts from.
        """
        owner = owner_of(person_id, kind, record_id, self._handle)
        fresh = owner != self.owner
        if fresh:
            self._bare_again()
            self.owner = owner
            self.fill()
        return fresh

    def start_here(self) -> None:
        """What the program put into the fields just now is what is missed by nobody."""
        self._blank = self._words_now()
        self.fill()

    @Slot()
    def follow_offer(self) -> None:
        """The program offers something else now: where nothing is typed, one starts from that."""
        if not self.is_kept:
            self.start_here()
        elif self._offered:
            self._blank[self._offered] = self._words_in(self._fields[self._offered])
            self.keep()

    def offer(self, name: str) -> None:
        """What this field starts from depends on the day: unchanged it is what is offered then."""
        self._offered = name
        self.fill()

    @property
    def shown(self) -> int:
        """The person who is shown in the window; 0 for nobody."""
        return self._drafts.shown

    def release(self) -> None:
        """Stand empty for nobody; the words are kept."""
        if self.owner is not None:
            self.owner = None
            self._bare_again()

    def holds(self, person_id: int, kind: type[Record] | None = None, record_id: int = 0) -> bool:
        """Whether there are words of this owner, shown or not."""
        return self._drafts.holds(owner_of(person_id, kind, record_id, self._handle))

    @property
    def is_blank(self) -> bool:
        """Whether the fields hold no text but what they started with."""
        return not any(
            isinstance(word, str) and word.strip() and word != self._blank[name]
            for name, word in self._words_now().items()
        )

    @property
    def is_untouched(self) -> bool:
        """Whether the fields hold what they started with, choices too."""
        return self._words_now() == self._blank

    @property
    def is_kept(self) -> bool:
        """Whether there are words of the owner who is shown."""
        return self.owner is not None and self._drafts.holds(self.owner)

    @Slot()
    def keep(self) -> None:
        """Keep what the fields hold now."""
        if self.owner is not None and not self._filling:
            words = self._words_now()
            self._drafts.touch(self.owner, {} if words == self._blank else self._marked(words))

    def _marked(self, words: dict[str, Word]) -> dict[str, Word]:
        name = self._offered
        same = name and words[name] == self._blank[name]
        return {**words, OFFERED: name} if same else words

    @Slot()
    def fill(self) -> None:
        """Put the kept words into the fields, unless others stand there."""
        if (
            self.owner is None
            or not self.is_blank
            or is_discarded(next(iter(self._fields.values())))
        ):
            return
        words = self._drafts.words(self.owner)
        if words:
            if self._offered and words.get(OFFERED) == self._offered:
                del words[self._offered]
            self._show({**self._blank, **words})
            self._kept = self._words_now()
            self.filled.emit()

    @contextmanager
    def taking(self) -> Iterator[None]:
        """A block whose first edit takes the words; where none does, they stay in the fields."""
        owners = [self.owner] if self.owner else []
        self.keep()
        try:
            with self._drafts.taking(*owners) as took:
                yield
            if took():
                texts = {name: word for name, word in self._blank.items() if isinstance(word, str)}
                self._show(texts)
        finally:
            self.fill()

    def discard(self) -> bool:
        """Throw the words away; one undo brings them back. False if that could not be stored."""
        if self.owner is not None and not self._drafts.discard(self.owner):
            return False
        self._empty()
        self.fill()
        return True

    def _empty(self) -> None:
        self._show(self._blank)

    def _bare_again(self) -> None:
        self._blank = dict(self._bare)
        self._empty()

    def _words_now(self) -> dict[str, Word]:
        return {name: self._words_in(field) for name, field in self._fields.items()}

    def _show(self, words: Mapping[str, Word]) -> None:
        self._filling = True
        for name, word in words.items():
            if name in self._fields:
                self._put(self._fields[name], word)
        self._filling = False

    def _words_in(self, field: QWidget) -> Word:
        return words_in(field)

    def _put(self, field: QWidget, word: Word) -> None:
        put_words(field, word)

    @Slot()
    def _came_back(self) -> None:
        """Show words that came back; those that an edit took along again go with it."""
        if self.owner is not None and not self._drafts.holds(self.owner):
            if self._kept is not None and self._words_now() == self._kept:
                self._empty()
            self._kept = None
        self.fill()

    @Slot()
    def _turned(self) -> None:
        if self.owner is not None and not self._drafts.shows(self.owner):
            self.release()


class Half(Protocol):
    """A field whose value is stored once what is typed can be read."""

    words_edited: SignalInstance

    def half_typed(self) -> str:
        """What is typed and not taken yet."""

    def put_half(self, words: str) -> None:
        """Show half-typed words again; without words the value."""


class HalfTyped(Unstored):
    """Keeps what is being typed into a field that stores its value itself once it is taken."""

    def __init__(self, ctx: Context, handle: str, field: QWidget) -> None:
        """*field* is a `Half`."""
        super().__init__(ctx, handle, {TEXT: field})

    @override
    def _words_in(self, field: QWidget) -> Word:
        return cast("Half", field).half_typed()

    @override
    def _put(self, field: QWidget, word: Word) -> None:
        cast("Half", field).put_half(str(word))


def _has_own_words(field: object) -> TypeGuard[WordField]:
    """By its class: a protocol asked at run time takes twenty times as long."""
    return hasattr(type(field), "put_words")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a field of Qt's can be asked: what stands in it, to show words, what tells of edits."""

    words: Callable[[Any], Word]
    put: Callable[[Any, Word], None]
    edits: Callable[[Any], SignalInstance]


def _put_line(field: QLineEdit, word: Word) -> None:
    field.setText(" ".join(str(word).splitlines()))  # many lines would be taken as pasted


_TEXT = _Kind(
    lambda field: exact_text(field.document()),
    lambda field, word: field.setPlainText(str(word)),
    attrgetter("textChanged"),
)
_KINDS: Mapping[type[QWidget], _Kind] = {
    QTextEdit: _TEXT,
    QPlainTextEdit: _TEXT,
    QLineEdit: _Kind(QLineEdit.text, _put_line, attrgetter("textEdited")),
    QComboBox: _Kind(
        QComboBox.currentIndex,
        lambda field, word: field.setCurrentIndex(int(word)),
        attrgetter("activated"),
    ),
    QAbstractButton: _Kind(
        lambda field: int(field.isChecked()),
        lambda field, word: field.setChecked(bool(word)),
        attrgetter("toggled"),
    ),
}


def _kind_of(field: QWidget) -> _Kind:
    found = next((kind for known, kind in _KINDS.items() if isinstance(field, known)), None)
    if found is None:
        raise TypeError(f"nothing says what of a {type(field).__name__} is kept")
    return found


def words_in(field: QWidget) -> Word:
    """What would be missed of what stands in *field*."""
    return field.words() if _has_own_words(field) else _kind_of(field).words(field)


def put_words(field: QWidget, word: Word) -> None:
    """Show *word* in *field* without telling."""
    if _has_own_words(field):
        field.put_words(word)
    else:
        _kind_of(field).put(field, word)


def edits_of(field: QWidget) -> SignalInstance:
    """The signal that tells of a change by the user."""
    return field.words_edited if _has_own_words(field) else _kind_of(field).edits(field)
