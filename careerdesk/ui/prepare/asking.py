"""The two ways into what is asked and answered in writing before a check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from careerdesk.domain.errors import InvalidInput
from careerdesk.services import asking_before, people
from careerdesk.services.asking_before import Letter
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_read
from careerdesk.ui.base.navigation import PREPARE
from careerdesk.ui.prepare.answer_words import SAYING
from careerdesk.ui.prepare.ask_before import AskBefore
from careerdesk.ui.prepare.take_in import TakeIn


def ask_before(ctx: Context, person_id: int, over: QWidget) -> None:
    """Show the letter to a person; of somebody who has left it is said why there is none."""
    person = try_read(ctx, people.get, ctx.store, person_id) if ctx.autosaver.flush() else None
    if person is None:
        return
    found = try_read(ctx, _letter, ctx, person_id)
    if found is not None:
        _open(AskBefore(ctx, person, found, over))


def _letter(ctx: Context, person_id: int) -> Letter | None:
    try:
        return asking_before.letter(ctx.store, person_id, ctx.clock.today(), say=SAYING)
    except InvalidInput as error:
        ctx.notices.toast(sentence(error))
        return None


def take_in_answer(ctx: Context, person_id: int, over: QWidget) -> None:
    """Let an answer be pasted; what was pasted before and not taken in stands there."""
    person = try_read(ctx, people.get, ctx.store, person_id) if ctx.autosaver.flush() else None
    if person is None:
        return
    if ctx.drafts.shown != person_id:  # a page of nobody: what is typed would be nobody's
        ctx.navigator.open(person_id, PREPARE)
    _open(TakeIn(ctx, person, over))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
