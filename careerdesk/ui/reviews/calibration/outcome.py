"""What a review leads to: pay and bonus, seen nowhere else but in the packet, and promotion."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Outcome, PayUnit, PromotionState, Review
from careerdesk.domain.text import LINE_LIMIT
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.reviews.calibration.promotion_points import PromotionPoints
from careerdesk.ui.reviews.calibration.promotion_written import PromotionWritten
from careerdesk.ui.reviews.parts.content_tab import (
    ContentTab,
    pay_unit_word,
    pay_words,
    promotion_word,
)
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.section import GroupHeader

OUTCOME_TAB, PAY_CHANGE, PAY_UNIT, PAY_CURRENCY, PAY_FROM, PAY_BONUS = (
    "outcomeTab", "payChange", "payUnit", "payCurrency", "payEffectiveOn", "payBonus",
)  # fmt: skip
PROMOTION_STATE, FROM_LEVEL, TO_LEVEL, TO_TITLE, OUTCOME_WORDS, PAY_SAYS = (
    "promotionState", "promotionFrom", "promotionTo", "promotionTitle", "outcomeWords", "paySays",
)  # fmt: skip
LINES = (3, 16)
MOST = 40
MOST_SUM = 1e12


class OutcomeTab(ContentTab):
    """Everything saves itself; a number that is none stays marked until it is one."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, OUTCOME_TAB, parent)
        theme = ctx.theme
        self.only_here = Muted(
            tr("Pay appears only here and in the approval packet."),
            wrap=True,
        )
        self.pay_head = GroupHeader(theme, tr("Pay"))
        self.change = NumberField(tr("Change"), name=PAY_CHANGE)
        self.unit = DropDown(
            theme, [(one, pay_unit_word(one)) for one in PayUnit], tr("Unit"), name=PAY_UNIT
        )
        self.bonus = NumberField(tr("Bonus"), name=PAY_BONUS, least=0.0, most=MOST_SUM)
        self.currency = _line(tr("Currency"), PAY_CURRENCY)
        self.effective = DateField(ctx.clock.today, tr("Effective from"), name=PAY_FROM)
        self.says = Caption(wrap=True)
        self.says.setObjectName(PAY_SAYS)
        self.promotion_head = GroupHeader(theme, tr("Promotion"))
        self.state = DropDown(
            theme, [(one, promotion_word(one)) for one in PromotionState], tr("Status"),
            name=PROMOTION_STATE,
        )  # fmt: skip
        self.from_level = _line(tr("Old level"), FROM_LEVEL)
        self.to_level = _line(tr("New level"), TO_LEVEL)
        self.to_title = _line(tr("New title"), TO_TITLE, LINE_LIMIT)
        self.written = PromotionWritten(ctx)
        self.points = PromotionPoints(ctx)
        self.words_head = GroupHeader(theme, tr("Notes"))
        self.words = NoteEditor(
            theme, tr("Outcome notes"), name=OUTCOME_WORDS,
            placeholder=tr("What was decided, who decided it, and what is still open"),
        )  # fmt: skip
        self._savers = {
            name: SavedField(ctx, field, f"outcome-{name}", partial(self._write_text, name))
            for name, field in self._texts().items()
        }
        self._arrange()
        self._connect()

    def _texts(self) -> dict[str, QLineEdit | NoteEditor]:
        return {
            "currency": self.currency,
            "from_level": self.from_level,
            "to_level": self.to_level,
            "to_title": self.to_title,
            "words": self.words,
        }

    def _arrange(self) -> None:
        self.words.grow(*LINES)
        self.currency.setPlaceholderText(_currency())
        pay = _grid([[self.change, self.unit, self.effective], [self.bonus, self.currency]])
        levels = _grid([[self.from_level, self.to_level, self.to_title], [self.state]])
        self.column.addWidget(self.only_here)
        self.column.addWidget(self.pay_head)
        self.column.addLayout(pay)
        self.column.addWidget(self.says)
        self.column.addSpacing(12)
        self.column.addWidget(self.promotion_head)
        self.column.addLayout(levels)
        self.column.addWidget(self.written)
        self.column.addSpacing(4)
        self.column.addWidget(self.points)
        self.column.addSpacing(12)
        self.column.addWidget(self.words_head)
        self.column.addWidget(self.words)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.change.entered.connect(self._set_change)
        self.bonus.entered.connect(self._set_bonus)
        self.unit.picked.connect(self._set_unit)
        self.effective.picked.connect(self._set_effective)
        self.state.picked.connect(self._set_state)
        self.written.left.connect(self.state.setFocus)
        self.words.refused.connect(self.ctx.notices.toast)
        self.keep_halves(self.change, self.bonus, self.effective)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show the outcome; a field being typed into stays."""
        one = view.outcome or Outcome(review_id=view.review.id)
        self.change.set_number(one.pay_change)
        self.bonus.set_number(one.bonus)
        self.unit.set_value(one.pay_unit)
        self.effective.set_day(one.effective_on)
        self.state.set_value(one.promotion)
        source = TextRef(Outcome, one.id, "words") if one.id else None
        for name, saver in self._savers.items():
            stored = str(getattr(one, name))
            of = source if name == "words" else None
            saver.show_text(view.review.id, stored, of, kind=Review)
        self.from_level.setPlaceholderText(view.role.level)
        self.to_title.setPlaceholderText(view.role.title)
        self.written.show_review(view)
        self.points.show_points(view.review.id, view.points, free=free)
        self._sum_up()
        self._lock(free)
        self.order.set_stops(
            [self.change, self.unit, self.effective, self.bonus, self.currency, self.from_level,
             self.to_level, self.to_title, self.state, *self.written.tab_stops(),
             *self.points.tab_stops(), self.words]
        )  # fmt: skip

    @override
    def focus_first(self) -> None:
        """The pay change, else the words."""
        (self.change if self.change.isEnabled() else self.words).setFocus()

    def _lock(self, free: bool) -> None:
        for widget in (self.change, self.unit, self.effective, self.bonus, self.currency,
                       self.from_level, self.to_level, self.to_title, self.state):  # fmt: skip
            widget.setEnabled(free)
        self.words.setReadOnly(not free)

    def _sum_up(self) -> None:
        one = self.view.outcome if self.view else None
        words = pay_words(one) if one else ""
        self.says.setText(words)
        self.says.setVisible(bool(words))

    @Slot(object)
    def _set_change(self, value: object) -> None:
        self._write(pay_change=value)

    @Slot(object)
    def _set_bonus(self, value: object) -> None:
        self._write(bonus=value)

    @Slot(object)
    def _set_unit(self, unit: object) -> None:
        self._write(pay_unit=unit)

    @Slot(object)
    def _set_effective(self, day: object) -> None:
        self._write(effective_on=day)

    @Slot(object)
    def _set_state(self, state: object) -> None:
        self._write(promotion=state)

    def _write(self, **values: object) -> None:
        try_action(
            self.ctx,
            reviews.write_outcome,
            self.ctx.store,
            self.review_id,
            **values,  # type: ignore[arg-type]  # fields of an outcome alone
        ).ignored_because("a banner says why; the next reading shows what is stored")

    def _write_text(
        self, name: str, review_id: int, text: str, merge: str, origin: QObject
    ) -> None:
        values: dict[str, object] = {name: text}
        reviews.write_outcome(self.ctx.store, review_id, merge=merge, origin=origin, **values)


def _line(label: str, name: str, most: int = MOST) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(label)
    field.setMaxLength(most)
    return field


def _grid(rows: list[list[QWidget]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for row, fields in enumerate(rows):
        for place, field in enumerate(fields):
            label = SmallLabel(field.accessibleName())
            label.setContentsMargins(0, 6 if row else 0, 0, 0)
            grid.addWidget(label, 2 * row, place)
            grid.addWidget(field, 2 * row + 1, place)
    for place in range(3):
        grid.setColumnStretch(place, 1)
    return grid


def _currency() -> str:
    return QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"
