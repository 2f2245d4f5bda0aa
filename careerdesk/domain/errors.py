"""Errors whose message is for the user: one sentence, with the next step.

`template` is the translatable English sentence, `values` fill its fields: a day is given as
one, so that the interface can write it as it writes days. `status` is the exit status of the
command line.
"""

from __future__ import annotations

from careerdesk.i18n import Message, translated

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What is raised where a value in the file is none that its record can have: no day, no text.

The program writes no such value; anything else that raises these is a mistake of ours.
"""


class UserError(Exception):
    """Something the user can act on."""

    status = 2

    def __init__(self, template: Message, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        """The sentence, with days as the command line takes them: `2026-11-17`."""
        return translated(self.template, **self.values)


class Interrupted(Exception):
    """What was being read was ended, since nobody waits for it any more; no user hears of it."""


class InvalidInput(UserError):
    """A value the user gave cannot be taken; nothing was changed."""


class NotFound(UserError):
    """What the user named does not exist, or the name fits several."""


class StoreError(UserError):
    """The store cannot be read or written."""

    status = 4


class DiskFull(StoreError):
    """There is no room for what was to be written; nothing was changed."""


class NotAStore(StoreError):
    """The file is something else, or damaged; it was not touched."""

    status = 1


class NewerStore(StoreError):
    """The file was written by a newer version; it was not touched."""

    status = 3


class StoreInUse(StoreError):
    """Another process holds the file."""

    status = 5


class StillWriting(StoreError):
    """An edit that is stored in parts is not through; nothing else was written meanwhile."""


class ReadOnlyStore(StoreError):
    """The file can be read but not written."""


class StoreGone(StoreError):
    """The file is not where it was when it was opened, or another one is there."""


class ExportError(UserError):
    """A document could not be written; nothing was left half written."""

    status = 4
