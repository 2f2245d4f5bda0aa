"""What the temperature of the last check-ins gives to think about, as one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.domain.brief_lines import Line, LineKind, Sentence
from careerdesk.domain.pronouns import NG_
from careerdesk.domain.records import Person
from careerdesk.domain.views import Temperature
from careerdesk.i18n import N_

LOW = -1
GAP = 2  # between what was said and what was sensed
SILENT = 3  # check-ins without asking, after there was one with it

_TIMES = {
    1: N_("The answer last time was {n}. {ask}"),
    2: N_("The last two answers were both {n}. {ask}"),
    3: N_("The last three answers were all {n}. {ask}"),
}


def temperature_lines(check_ins: Sequence[Temperature], person: Person) -> tuple[Line, ...]:
    """A line about a low or a gap, else how it was the last time; none if it was never asked."""
    known = [one for one in check_ins if one.is_known]
    if not known:
        return ()
    concern = _concern(check_ins, known, person)
    line = Line(
        concern or _last(known[-1]), Sentence(N_("{day}"), {"day": known[-1].on}),
        Sentence(N_("How the last few check-ins felt.")), private=True, kind=LineKind.TEMPERATURE,
        warned=concern is not None,
    )  # fmt: skip
    return (line,)


def _concern(
    check_ins: Sequence[Temperature], known: Sequence[Temperature], person: Person
) -> Sentence | None:
    ask = ask_how(person)
    if not any(one.is_known for one in check_ins[-SILENT:]):
        return Sentence(N_("You haven't asked in the last {n} check-ins. {ask}"),
                        {"n": _silent(check_ins), "ask": ask})  # fmt: skip
    last = known[-1]
    lows = _lows([one.said for one in known if one.said is not None])
    if last.said is not None and lows:
        return _low(lows, ask)
    if last.said is not None and last.sensed is not None and last.said - last.sensed >= GAP:
        values = {"said": signed(last.said), "sensed": signed(last.sensed), "ask": ask}
        return Sentence(N_("The answer was {said}, but you sensed {sensed}. {ask}"), values)
    if last.said is None and last.sensed is not None and last.sensed <= LOW:
        return Sentence(N_("You sensed {n} last time. {ask}"),
                        {"n": signed(last.sensed), "ask": ask})  # fmt: skip
    return None


def _silent(check_ins: Sequence[Temperature]) -> int:
    return next(n for n, one in enumerate(reversed(check_ins)) if one.is_known)


def _lows(said: Sequence[int]) -> list[int]:
    """The low values at the end, the last one last."""
    rest = next((n for n, value in enumerate(reversed(said)) if value > LOW), len(said))
    return list(said[len(said) - rest :])


def _low(lows: list[int], ask: Sentence) -> Sentence:
    last = lows[-1]
    times = next((n for n, value in enumerate(reversed(lows)) if value != last), len(lows))
    if times < len(lows):
        values = {"n": len(lows), "last": signed(last), "ask": ask}
        return Sentence(N_("The last {n} answers were low, most recently {last}. {ask}"), values)
    template = _TIMES.get(times, N_("The last {times} answers were all {n}. {ask}"))
    return Sentence(template, {"n": signed(last), "times": times, "ask": ask})


def _last(last: Temperature) -> Sentence:
    if last.said is None:
        return Sentence(N_("You sensed {n} last time."), {"n": signed(last.sensed or 0)})
    return Sentence(N_("The answer last time was {n}."), {"n": signed(last.said)})


def ask_how(person: Person) -> Sentence:
    """*Ask how she is.*"""
    text, context = NG_(person, "Ask how they're doing.", she="Ask how she's doing.",
                        he="Ask how he's doing.", named="Ask how {name} is doing.")  # fmt: skip
    return Sentence(text, {"name": person.short_name}, context)


def signed(value: int) -> str:
    """`+1`, `−1`, `0`."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
