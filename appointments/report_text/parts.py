"""The parts of one result, put together from the pieces of one line or of several."""

from __future__ import annotations

from dataclasses import dataclass, replace

from appointments.choices import ReportFlag
from appointments.report_text.marks import NEGATIVE, contradict, flag_of
from appointments.report_text.pieces import Kind, Token
from appointments.report_text.printed_numbers import say_once
from appointments.report_text.printed_units import PrintedUnit
from appointments.report_text.tokens import tokens_of


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a line says of a result, as printed.

    Attributes:
        value: The result; "" if there is none.
        kind: Whether it is a number, a titer or a word.
        word: The word printed beside a number or titer: "Positive 1:80".
        unit: The unit printed with the result.
        lab_range: The lab's range; "" if there is none.
        range_unit: The unit printed inside the range.
        flags: The marks.
        signs: Each plus or minus that stands alone: a mark, a dash, or an empty cell.
        taken_on: The date of the sample; "" if there is none.
    """

    value: str = ""
    kind: Kind | None = None
    word: str = ""
    unit: PrintedUnit | None = None
    lab_range: str = ""
    range_unit: PrintedUnit | None = None
    flags: tuple[ReportFlag, ...] = ()
    signs: tuple[str, ...] = ()
    taken_on: str = ""

    @property
    def has_any(self) -> bool:
        """Whether there is any part of a result."""
        return self != Parts()


def read_parts(text: str) -> Parts | None:
    """Return the parts, or None if there is anything in the text that we are not sure of."""
    text = say_once(text)
    tokens = tokens_of(text)
    if tokens is None:
        return None
    parts = Parts()
    before: Token | None = None
    for token in tokens:
        if token.kind is Kind.UNIT:
            more = _with_unit(parts, token, before, text)
        else:
            more = _with_token(parts, token)
        if more is None:
            return None
        parts, before = more, token
    return None if contradict(parts.flags) else parts


def joined(one: Parts, other: Parts) -> Parts | None:
    """Return the parts of two lines together, or None if both say the same thing twice."""
    for name in ("value", "word", "unit", "lab_range", "range_unit", "taken_on"):
        if getattr(one, name) and getattr(other, name):
            return None
    flags = one.flags + other.flags
    if contradict(flags):
        return None
    return Parts(
        value=one.value or other.value,
        kind=one.kind or other.kind,
        word=one.word or other.word,
        unit=one.unit or other.unit,
        lab_range=one.lab_range or other.lab_range,
        range_unit=one.range_unit or other.range_unit,
        flags=flags,
        signs=one.signs + other.signs,
        taken_on=one.taken_on or other.taken_on,
    )


def _with_unit(parts: Parts, token: Token, before: Token | None, text: str) -> Parts | None:
    """Return the parts with a unit: the result's, or that of an open range right before it."""
    ends_range = before is not None and not before.is_closed and before.text == parts.lab_range
    in_range = before is not None and _share_a_cell(text, before, token)
    if parts.unit is None and (not ends_range or (parts.value and not in_range)):
        return replace(parts, unit=token.unit)
    if before and ends_range:
        whole = text[before.start : token.end].strip()
        return replace(parts, lab_range=whole, range_unit=token.unit)
    return parts if token.unit == parts.unit else None


def _share_a_cell(text: str, limits: Token, unit: Token) -> bool:
    """Whether a unit ends the cell that a range begins: "188 L    200-1100 pg/mL"."""
    begins_cell = text[: limits.start].endswith(("  ", "\t"))
    return begins_cell and text[limits.end : unit.start] in ("", " ")


def _with_token(parts: Parts, token: Token) -> Parts | None:  # noqa: PLR0911 - one for each kind
    match token.kind:
        case Kind.NUMBER | Kind.TITER:
            return _with_number(parts, token)
        case Kind.BOUNDED if parts.value:
            return _with_range(parts, token)
        case Kind.BOUNDED:
            return replace(parts, value=token.text, kind=token.kind)
        case Kind.RANGE:
            return _with_range(parts, token)
        case Kind.WORD:
            return _with_word(parts, token)
        case Kind.FLAG if token.flag:
            return replace(parts, flags=(*parts.flags, token.flag))
        case Kind.SIGN:
            return replace(parts, signs=(*parts.signs, token.text))
        case Kind.TAKEN:
            return None if parts.taken_on else replace(parts, taken_on=token.text)
        case _:
            return parts


def _with_number(parts: Parts, token: Token) -> Parts | None:
    """Return the parts with a number as the result; a second one makes it unsure which is."""
    if not parts.value or parts.kind is Kind.WORD:
        return replace(parts, value=token.text, kind=token.kind, word=parts.value)
    if token.kind is Kind.TITER:
        return _with_range(parts, token)
    return None


def _with_range(parts: Parts, token: Token) -> Parts | None:
    if parts.lab_range:
        return None
    return replace(parts, lab_range=token.text, range_unit=token.unit)


def _with_word(parts: Parts, token: Token) -> Parts | None:
    """Return the parts with a word: the result, what the lab expects, or a remark on a number."""
    if not parts.value:
        return replace(parts, value=token.text, kind=token.kind)
    if parts.kind is Kind.WORD:
        is_expected = token.text.casefold() in NEGATIVE and not parts.lab_range
        return replace(parts, lab_range=token.text) if is_expected else None
    if flag := flag_of(token.text):
        return replace(parts, flags=(*parts.flags, flag))
    # Behind a number "Negative" may be what the lab expects.
    is_result = token.text.casefold() not in NEGATIVE and not parts.word
    return replace(parts, word=token.text) if is_result else parts
