"""The templates that were kept: agendas and plans, renamed and deleted here."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr, trn
from careerdesk.services import templates
from careerdesk.services.store import Changes, Store
from careerdesk.services.templates import Template, TemplateKind
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel, Title
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.page_column import column_of
from careerdesk.ui.widgets.record_list import ID_ROLE

TEMPLATES_PAGE, TEMPLATE_LIST, TEMPLATE_NAME = "templatesPage", "templateList", "templateName"
WIDEST = 760
MOST = 200


class TemplatesPage(StandalonePage):
    """Enter or a click opens a template to see and rename it, Delete deletes it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Read what there is."""
        super().__init__(parent)
        self.ctx = ctx
        self._known: dict[int, Template] = {}
        self._edited = 0
        self.setObjectName(TEMPLATES_PAGE)
        set_area(self, "growth")
        self.teaching = Muted(
            tr("Agendas and plans you can reuse with other people. To save one, open the "
               "three-dot menu on any agenda or plan."),
            wrap=True,
        )  # fmt: skip
        self.model = LinkModel(self)
        self.list = FittedList(name=TEMPLATE_LIST, label=tr("Templates"))
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.form = TemplateForm(ctx)
        self.form.hide()
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        column = column_of(self, self.ctx.theme)
        for widget in (Title(tr("Templates")), self.teaching, self.list, self.form):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows.followed.connect(self._open)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._drop)
        self.ctx.drafts.came_back.connect(self._bring_back)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Template):
            self.refresh()

    def refresh(self) -> None:
        """Read the templates again."""
        found = try_read(self.ctx, _every, self.ctx.store)
        if found is None:
            return
        before, self._known = self._known.get(self._edited), {one.id: one for one in found}
        edited = self._known.get(self._edited)
        if edited is None:
            self._close()
        elif edited != before:
            self.form.show_template(edited)
        self.model.set_rows([_row(one) for one in found])
        self.list.setVisible(bool(found))
        self._bring_back()

    @Slot()
    def _bring_back(self) -> None:
        """Show the form again over a template of which a name is kept."""
        held = next((one for one in self._known if self.form.holds(one)), 0)
        if held and not self._edited:
            self._show_form(held)

    @override
    def focus_first(self) -> None:
        """The first template."""
        go_to_list(self.list)

    @override
    def arrive(self, to: Destination) -> bool:
        """Choose a template."""
        return choose_record(self.list, to.id_of(Template))

    def _enter(self, index: QModelIndex) -> None:
        self._open(index.data(ID_ROLE))

    def _open(self, template_id: int, _at_action: bool = True) -> None:
        self._show_form(template_id)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.selectAll()

    def _show_form(self, template_id: int) -> None:
        self._edited = template_id
        self.form.show_template(self._known[template_id])

    def _save(self, name: str) -> None:
        with self.form.unstored.taking():
            done = try_action(self.ctx, templates.rename, self.ctx.store, self._edited, name)
        if done:
            self._leave()

    def _drop(self) -> None:
        if self.form.unstored.discard():
            self._leave()

    def _remove(self, index: QModelIndex) -> None:
        if try_action(self.ctx, templates.remove, self.ctx.store, [index.data(ID_ROLE)]):
            self.ctx.notices.toast(tr("Template deleted"), undo=True)
            self._leave()

    def _close(self) -> None:
        self._edited = 0
        self.form.release()

    def _leave(self) -> None:
        self._close()
        self.focus_first()


class TemplateForm(InlineForm):
    """The name to change, and below it what the template holds."""

    saved = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx.theme, "template", parent)
        self.name = QLineEdit()
        self.name.setObjectName(TEMPLATE_NAME)
        self.name.setAccessibleName(tr("Template name"))
        self.name.setMaxLength(MOST)
        self.contents = Caption(wrap=True)
        self.unstored = Unstored(ctx, TEMPLATE_NAME, {TEXT: self.name})
        self.column.addWidget(SmallLabel(self.name.accessibleName()))
        self.column.addWidget(self.name)
        self.column.addWidget(self.contents)
        self.end()
        self.name.returnPressed.connect(self.keep)

    def show_template(self, template: Template) -> None:
        """Let a template be renamed; what was typed for it already comes back."""
        fresh = self.unstored.belong_to(0, Template, template.id)
        if fresh or self.unstored.is_untouched:
            self.name.setText(template.name)
            self.unstored.start_here()
        self.contents.setText("\n".join(templates.titles(template)))
        self.show()

    def holds(self, template_id: int) -> bool:
        """Whether a name was typed for this template and not kept."""
        return self.unstored.holds(0, Template, template_id)

    @override
    def keep(self) -> None:
        """Tell the name."""
        self.saved.emit(self.name.text())


def _every(store: Store) -> list[Template]:
    return [one for kind in TemplateKind for one in templates.of(store, kind)]


def _row(template: Template) -> LinkRow:
    agenda = template.kind is TemplateKind.AGENDA
    count = len(templates.titles(template))
    if agenda:
        words = trn("Agenda, 1 item", "Agenda, {n} items", count)
    else:
        words = trn("Plan, 1 goal", "Plan, {n} goals", count)
    icon = "prepare" if agenda else "plan"
    return LinkRow(template.id, template.name, words, "", icon=icon)
