"""What a file holds that says it is a whole store as JSON: read row by row, and refused early.

At no time more than one row and a piece of the file is in memory; a row larger than `MOST` is
refused. Everything wrong is a `Wrong` that says where it is.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from careerdesk.i18n import tr

PIECE = 1 << 18
MOST = 1 << 28  # characters of one value
DIGITS = 25
_NEAR = 12  # characters: as long is the longest thing that may be cut: \uXXXX, -Infinity
_BLANK = " \t\r\n"


def is_json(path: Path) -> bool:
    """Whether a file may be a store as JSON: it begins as an object does. Never waits on a pipe."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    except OSError:
        return False


class Wrong(Exception):
    """What is in a file cannot be taken."""

    def __init__(self, path: str, why: str) -> None:
        """*path* is where, such as `tables.person[3].title`, or "" for all of it."""
        super().__init__(path, why)
        self.path, self.why = path, why


class Reader:
    """The values of a file of JSON, one after the other, and where each of them is."""

    def __init__(self, file: BinaryIO) -> None:
        """Read from the beginning of an open *file*."""
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("strict")
        self._text = ""
        self._at = 0
        self._ended = False
        self._path: list[object] = []
        self._values = json.JSONDecoder(
            object_pairs_hook=self._members, parse_int=self._whole, parse_constant=self._constant
        )

    def refuse(self, why: str) -> NoReturn:
        """Say what is wrong where the reader is."""
        raise Wrong(self.path, why)

    @property
    def path(self) -> str:
        """Where the reader is, such as `tables.person[3]`."""
        return "".join(
            f"[{one}]" if isinstance(one, int) else f".{one}" for one in self._path
        ).removeprefix(".")

    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self._next(needed=False)

    def members(self) -> Iterator[str]:
        """The names of an object; after each of them its value has to be read."""
        self._want("{")
        seen: set[str] = set()
        if self._next() == "}":
            self._at += 1
            return
        while True:
            name = self.value()
            if not isinstance(name, str):
                self.refuse(tr("a name is missing"))
            self._path.append(name)
            if name in seen:
                self.refuse(tr("the same entry appears twice"))
            seen.add(name)
            self._want(":")
            yield name
            self._path.pop()
            if not self._more("}"):
                return

    def items(self) -> Iterator[Any]:
        """The values of a list."""
        self._want("[")
        if self._next() == "]":
            self._at += 1
            return
        number = 0
        while True:
            self._path.append(number)
            yield self.value()
            self._path.pop()
            number += 1
            if not self._more("]"):
                return

    def value(self) -> Any:
        """The whole value that is next."""
        self._next()
        while True:
            try:
                value, end = self._values.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = "Unterminated" in error.msg or error.pos >= len(self._text) - _NEAR
                if not (cut and self._read()):
                    self.refuse(
                        tr("the file ends unexpectedly")
                        if self._ended and cut
                        else tr("the file isn't valid JSON")
                    )
                continue
            except RecursionError:
                self.refuse(tr("the data is nested too deeply"))
            if end < len(self._text) or not self._read():  # a number may go on
                self._at = end
                return value

    def end(self) -> None:
        """Refuse what comes after the last value."""
        if self._next(needed=False):
            self.refuse(tr("there is extra text after the end of the data"))

    def _more(self, close: str) -> bool:
        found = self._next()
        if found not in {",", close}:
            self.refuse(tr("the file isn't valid JSON"))
        self._at += 1
        return found == ","

    def _want(self, sign: str) -> None:
        if self._next() != sign:
            wanted = {"{": tr("expected an object"), "[": tr("expected a list")}
            self.refuse(wanted.get(sign) or tr("expected {sign}", sign=sign))
        self._at += 1

    def _next(self, *, needed: bool = True) -> str:
        """The sign that comes next, blanks left out; "" at the end of the file."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANK:
                    return self._text[self._at]
                self._at += 1
            if not self._read():
                if needed:
                    self.refuse(tr("the file ends unexpectedly"))
                return ""

    def _read(self) -> bool:
        """Read on; False at the end of the file."""
        if self._ended:
            return False
        left = self._text[self._at :]
        if len(left) > MOST:
            self.refuse(tr("the value is too large"))
        piece = self._file.read(max(PIECE, len(left)))  # so that a large value is not read often
        self._ended = not piece
        try:
            self._text = left + self._decode.decode(piece, final=self._ended)
        except UnicodeDecodeError:
            self.refuse(tr("the file isn't encoded in UTF-8"))
        self._at = 0
        return not self._ended or len(self._text) > len(left)

    def _members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise Wrong(f"{self.path}.{twice}", tr("the same entry appears twice"))
        return found

    def _whole(self, digits: str) -> int:
        if len(digits) > DIGITS:
            self.refuse(tr("a number is too large"))
        return int(digits)

    def _constant(self, name: str) -> NoReturn:
        self.refuse(tr("{name} isn't a valid number", name=name))
