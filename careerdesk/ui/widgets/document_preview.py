"""A document as it will be read, to be saved, printed or copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.documents.html import writing_html
from careerdesk.documents.markdown import writing_markdown
from careerdesk.documents.model import Document
from careerdesk.documents.write import file_name, write_whole
from careerdesk.domain.errors import UserError
from careerdesk.domain.parts import AT_ONCE, COMPOSING, Part, Parts, at_once
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.turns import Turns
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, LookButton, OutlinedButton
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.paper_pages import PaperPages

PAGE_WIDTH = 700

R = TypeVar("R")


class DocumentPreview(QDialog):
    """Shows the very pages that are written. A subclass says what is on them and beside them.

    *what* goes into the name of the file; *label* is spoken for the pages.
    """

    def __init__(
        self, ctx: Context, making: Parts[Document], what: str, label: str, parent: QWidget | None
    ) -> None:
        """Show the pages of what comes of *making*."""
        super().__init__(parent)
        self._ctx = ctx
        self._what = what
        self._document: Document | None = None
        self._showing = Turns(at_once(None), lambda _: None, self)
        self._asked: list[Turns] = []
        set_area(self, "ground")
        self.head = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.pdf = FilledButton(ctx.theme, tr("Save as PDF…"), icon="export", name="exportPdf")
        self.html = OutlinedButton(ctx.theme, tr("Save as HTML…"), name="exportHtml")
        self.html.setToolTip(tr("For screen readers: unlike the PDF, it marks headings and lists."))
        self.print = OutlinedButton(ctx.theme, tr("Print…"), icon="print", name="exportPrint")
        self.copy = OutlinedButton(ctx.theme, tr("Copy as Markdown"), name="exportMarkdown")
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name="exportClose")
        self.told = Caption(wrap=True)
        self.pages = PaperPages(label)
        self.pages.setObjectName("exportPages")
        self._arrange()
        self._connect()
        take_size(self, ctx.theme, 1000, 740, parent)
        self.pdf.setFocus()
        self.show_document(making)

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        self.head.setSpacing(8)
        side.addLayout(self.head)
        side.addSpacing(8)
        for button in self._buttons():
            side.addWidget(button)
        side.addWidget(self.told)
        side.addLayout(self.foot)
        side.addStretch(1)
        side.addWidget(self.close_button)
        self._side = QWidget()
        self._side.setLayout(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.pages, 1)
        row.addWidget(self._side)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Make the column beside the pages as wide as the words of its buttons need."""
        least = self._side.minimumSizeHint().width()
        self._side.setFixedWidth(max(self._ctx.theme.look.measure(220), least))
        super().showEvent(event)

    def _buttons(self) -> tuple[LookButton, ...]:
        return self.pdf, self.print, self.html, self.copy

    def _connect(self) -> None:
        self.pdf.clicked.connect(self.save_pdf)
        self.html.clicked.connect(self.save_html)
        self.print.clicked.connect(self.print_out)
        self.copy.clicked.connect(self.copy_markdown)
        self.close_button.clicked.connect(self.accept)

    @property
    def document(self) -> Document:
        """What is shown; raises `LookupError` until it is made."""
        if self._document is None:
            raise LookupError
        return self._document

    def show_document(self, making: Parts[Document]) -> None:
        """Show what comes of *making* in place of what was shown.

        What is small is shown by the time this returns, a long document by turns: its first pages
        first.
        """
        if self._document is None:
            self._finish_asked()  # of what is shown, not of what comes
        self._showing.stop()
        self._document = None
        self.pages.show_pages(None)
        self._showing = Turns(self._parts(making), self._end, self)
        self._showing.moved.connect(self.pages.show_more)
        self._showing.start()

    def _parts(self, making: Parts[Document]) -> Parts[None]:
        from careerdesk.documents.pictures import PagePictures

        self._document = document = yield from making
        width = self._ctx.theme.look.measure(PAGE_WIDTH)
        pictures = PagePictures(document, round(width * self.devicePixelRatioF()))
        self.pages.show_pages(pictures)
        yield from pictures.making()

    def _end(self, result: Callable[[], None]) -> None:
        result()
        self.pages.show_more()

    def _do(self, making: Callable[[Document], Parts[R]], then: Callable[[R], object]) -> None:
        """Give *then* what comes of *making*, which begins as soon as the document is there."""
        turns = Turns(self._made_of(making), lambda result: then(result()), self)
        self._asked.append(turns)
        turns.start()
        self._asked = [one for one in self._asked if not one.over]

    def _made_of(self, making: Callable[[Document], Parts[R]]) -> Parts[R]:
        while self._document is None and not self._showing.over:
            yield Part(COMPOSING, 0, 2 * AT_ONCE)  # its turn is the document's
        return (yield from making(self.document))

    @override
    def done(self, result: int) -> None:
        """Close, when what was asked for is written."""
        self._finish_asked()
        super().done(result)

    def _finish_asked(self) -> None:
        if any(not one.over for one in self._asked):
            self._showing.finish()
        for one in self._asked:
            one.finish()

    @Slot()
    def save_pdf(self) -> None:
        """Ask where, and write the PDF whole or not at all."""
        from careerdesk.documents.pdf import making_pdf

        self._save("pdf", tr("PDF (*.pdf)"), making_pdf)

    @Slot()
    def save_html(self) -> None:
        """Ask where, and write the HTML whole or not at all."""
        self._save("html", tr("HTML (*.html)"), _html)

    def _save(self, ending: str, pattern: str, making: Callable[[Document], Parts[bytes]]) -> None:
        def ask(document: Document) -> None:
            """Ask, by the name that the document suggests."""
            suggested = f"{file_name(document.footer_name)}-{self._what}.{ending}"
            path = self._ctx.dialogs.save_path_as(
                self.windowTitle(), suggested, pattern, f".{ending}"
            )
            if path is not None:
                self._do(making, lambda content: self._keep(path, content))

        self._do(at_once, ask)

    def _keep(self, path: Path, content: bytes) -> None:
        try:
            self._write(path, content)
        except UserError as error:
            self._say("warning", sentence(error))
            announce(self, sentence(error), urgent=True)

    def _write(self, path: Path, content: bytes) -> None:
        write_whole(path, content, keep_off=self._ctx.store.path)
        self._say("caption", tr("Saved to {path}", path=path))
        self._ctx.notices.toast(tr("Saved to {path}", path=path.name))

    @Slot()
    def print_out(self) -> None:
        """Ask for a printer and print the same pages."""
        self._do(at_once, self._ask_printer)

    def _ask_printer(self, document: Document) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from careerdesk.documents.pdf import RESOLUTION, printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(RESOLUTION)  # the dots of the preview, so that pages end alike
        printer.setDocName(document.file_title)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self._do(lambda shown: printing(shown, printer), lambda _: None)

    @Slot()
    def copy_markdown(self) -> None:
        """Put the document on the clipboard as Markdown."""
        self._do(writing_markdown, self._copy)

    def _copy(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        words = tr("Copied. Paste it into an email or document.")
        self._say("caption", words)
        announce(self, words)

    def _say(self, kind: str, words: str) -> None:
        self.told.set_kind(kind)
        self.told.setText(words)


def _html(document: Document) -> Parts[bytes]:
    return (yield from writing_html(document)).encode()
