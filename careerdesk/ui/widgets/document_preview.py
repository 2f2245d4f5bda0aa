"""A document as it will be read, to be saved, printed or copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.documents.html import to_html
from careerdesk.documents.markdown import to_markdown
from careerdesk.documents.model import Document
from careerdesk.documents.write import file_name, write_whole
from careerdesk.domain.errors import UserError
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, LookButton, OutlinedButton
from careerdesk.ui.widgets.labels import Caption

PAGE_WIDTH = 700
PAPER_GAP = 12


class DocumentPreview(QDialog):
    """Shows the very pages that are written. A subclass says what is on them and beside them.

    *what* goes into the name of the file; *label* is spoken for the pages.
    """

    def __init__(
        self, ctx: Context, document: Document, what: str, label: str, parent: QWidget | None
    ) -> None:
        """Show the pages of *document*."""
        super().__init__(parent)
        self._ctx = ctx
        self._what = what
        self.document = document
        set_area(self, "ground")
        self.head = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.pdf = FilledButton(ctx.theme, tr("Save as PDF…"), icon="export", name="exportPdf")
        self.html = OutlinedButton(ctx.theme, tr("Save as HTML…"), name="exportHtml")
        self.print = OutlinedButton(ctx.theme, tr("Print…"), icon="print", name="exportPrint")
        self.copy = OutlinedButton(ctx.theme, tr("Copy as Markdown"), name="exportMarkdown")
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name="exportClose")
        self.told = Caption(wrap=True)
        self.pages = QScrollArea()
        self.pages.setObjectName("exportPages")
        self.pages.setAccessibleName(label)
        self._arrange()
        self._connect()
        self.show_pages()
        self.resize(ctx.theme.look.measure(1000), ctx.theme.look.measure(740))
        self.pdf.setFocus()

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

    def show_pages(self) -> None:
        """Draw the pages of the document again."""
        from careerdesk.documents.pictures import page_pictures

        ratio = self.devicePixelRatioF()
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setSpacing(PAPER_GAP)
        width = self._ctx.theme.look.measure(PAGE_WIDTH)
        for number, picture in enumerate(page_pictures(self.document, round(width * ratio)), 1):
            column.addWidget(_page(picture, ratio, number), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.pages.setWidget(paper)
        self.pages.setWidgetResizable(True)

    def _suggested(self, ending: str) -> str:
        return f"{file_name(self.document.footer_name)}-{self._what}.{ending}"

    @Slot()
    def save_pdf(self) -> None:
        """Ask where, and write the PDF whole or not at all."""
        from careerdesk.documents.pdf import to_pdf

        self._save("pdf", tr("PDF (*.pdf)"), to_pdf(self.document))

    @Slot()
    def save_html(self) -> None:
        """Ask where, and write the HTML whole or not at all."""
        self._save("html", tr("HTML (*.html)"), to_html(self.document).encode())

    def _save(self, ending: str, pattern: str, content: bytes) -> None:
        path = self._ctx.dialogs.save_path(self.windowTitle(), self._suggested(ending), pattern)
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(f".{ending}")
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
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from careerdesk.documents.pdf import RESOLUTION, print_on

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(RESOLUTION)  # the dots of the preview, so that pages end alike
        printer.setDocName(self.document.file_title)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_on(self.document, printer)

    @Slot()
    def copy_markdown(self) -> None:
        """Put the document on the clipboard as Markdown."""
        data = QMimeData()
        data.setText(to_markdown(self.document))
        QGuiApplication.clipboard().setMimeData(data)
        words = tr("Copied. Paste it into an email or document.")
        self._say("caption", words)
        announce(self, words)

    def _say(self, kind: str, words: str) -> None:
        self.told.set_kind(kind)
        self.told.setText(words)


def _page(picture: QImage, ratio: float, number: int) -> QLabel:
    picture.setDevicePixelRatio(ratio)
    label = QLabel()
    label.setPixmap(QPixmap.fromImage(picture))
    label.setAccessibleName(tr("Page {n}", n=number))
    return label
