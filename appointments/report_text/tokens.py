"""What stands behind the name of a test, piece by piece, or nothing if a piece is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable

from appointments.catalogue.units import UNITS_BY_ID, find_unit
from appointments.choices import ReportFlag
from appointments.numerals import parse_number
from appointments.report_text.marks import FLAG, RESULT_WORD, SAYS_NOTHING, flag_of
from appointments.report_text.pieces import Kind, Token
from appointments.report_text.printed_numbers import (
    LAB_CODE,
    NUMBER,
    TITER,
    match_range,
)
from appointments.report_text.printed_units import match_unit
from appointments.report_text.sample_dates import COLLECTED, DATE

_GAP = re.compile(r"(?:[\s|:=;,…_]|\.{2,}|\.(?=\s|$))+")
_BRACKET = re.compile(r"\(([^()\[\]]{0,80})\)|\[([^()\[\]]{0,80})\]")
RANGE_WORDS = (
    r"(?:(?:biological |lab(?:oratory)? )?(?:ref(?:\.|erence)?|normal|standard|expected|std\.?)"
    r"(?: ?(?:range|interval|values?|limits?|int\.?|rng))s?"
    r"|range|reference|ref\.?|r\.(?=\s*[0-9<>≤≥])|interval|normal(?=\s*[:=]|\s+[0-9<>≤≥])|rr|nr"
    r"|referenz(?:bereich|intervall|wert|werte)?|normbereich|normalbereich|normwerte?|norm"
    r"|reference(?:interval|område)|ref\.?-?interval|referanseområde|intervalle de référence)"
)
_RANGE_LABEL = re.compile(RANGE_WORDS + r"(?![^\W_])", re.IGNORECASE)
_SILENT_LABEL = re.compile(
    r"(?:your (?:value|result)|(?:test |lab )?result(?: value)?|value"
    r"|wert|ergebnis|resultat|einheit|enhed|svar|værdi)(?=\s*[:=]|\s*$|\s+[0-9<>≤≥])"
    r"|(?:flag|interpretation|markierung|status)(?![^\W_])|(?:comment|note|kommentar)s?:.*",
    re.IGNORECASE,
)
_UNIT_LABEL = re.compile(r"(?:units?|einheit|enhed)\s*[:=]", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"(?:(?:previous|prev\.?|prior|last)(?: (?:result|value))?|vorwert|vorbefund|tidligere|was)"
    r"(?![^\W_])[\s:(=]*",
    re.IGNORECASE,
)
_PREVIOUS_DATE = re.compile(r"[\s,(]*(?:(?:on|from|vom|am)\s+)?")
# "Low <200" tells when a result is low; what lies below the upper end of a range is not low.
_NEVER_BEHIND = {ReportFlag.LOW: ("<", "≤"), ReportFlag.HIGH: (">", "≥")}
_PLUS_MINUS = re.compile(r"(?:\+{1,3}|-{1,3}|[–−])(?=[\s|]|$)")


def tokens_of(text: str) -> tuple[Token, ...] | None:
    """Return the pieces, or None if there is anything that we do not understand."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if gap := _GAP.match(text, at):
            at = gap.end()
            continue
        token = next((token for read in _READERS if (token := read(text, at))), None)
        if token is None:
            return None
        found.append(token)
        at = token.end
    return tuple(found)


def _bracketed(text: str, at: int) -> Token | None:
    """Return what brackets hold: a range, a word, a mark or a unit. A bare number is none."""
    bracket = _BRACKET.match(text, at)
    inside = (bracket[1] or bracket[2] or "") if bracket else ""
    tokens = tokens_of(inside)
    if bracket is None or tokens is None:
        return None
    telling = [token for token in tokens if token.kind is not Kind.SILENT]
    kind = _KIND_IN_BRACKETS.get(tuple(token.kind for token in telling))
    if kind is None or (kind is Kind.RANGE and telling[0].text.startswith("1:")):
        return None
    if kind is Kind.SILENT and telling and find_unit(telling[0].text) is not UNITS_BY_ID["titer"]:
        return None
    last = telling[-1] if telling else None
    return Token(
        kind=kind,
        text=_inside(inside, telling),
        start=at,
        end=bracket.end(),
        unit=last.unit if last else None,
        flag=last.flag if last else None,
        is_closed=True,
    )


def _inside(text: str, tokens: list[Token]) -> str:
    """Return what the pieces say; a range keeps the unit behind it."""
    if not tokens:
        return ""
    if len(tokens) == 1:
        return tokens[0].text
    return text[tokens[0].start : tokens[-1].end].strip()


_KIND_IN_BRACKETS = {
    (): Kind.SILENT,
    (Kind.RANGE,): Kind.RANGE,
    (Kind.RANGE, Kind.UNIT): Kind.RANGE,
    (Kind.BOUNDED,): Kind.RANGE,
    (Kind.BOUNDED, Kind.UNIT): Kind.RANGE,
    (Kind.UNIT, Kind.TITER): Kind.SILENT,  # "Detected (titer 1:160)"
    (Kind.TITER,): Kind.RANGE,  # "(<1:20)"; what "(1:20)" is, is not certain
    (Kind.WORD,): Kind.WORD,
    (Kind.UNIT,): Kind.UNIT,
    (Kind.FLAG,): Kind.FLAG,
    (Kind.SIGN,): Kind.SIGN,
    (Kind.TAKEN,): Kind.TAKEN,
}


def _bracketed_range(text: str, at: int) -> Token | None:
    found = _bracketed(text, at)
    return found if found and found.kind in (Kind.RANGE, Kind.WORD) else None


def _found(kind: Kind, pattern: re.Pattern[str]) -> Callable[[str, int], Token | None]:
    def read(text: str, at: int) -> Token | None:
        found = pattern.match(text, at)
        return _token(kind, text, at, found.end()) if found else None

    return read


def _token(kind: Kind, text: str, start: int, end: int) -> Token:
    return Token(kind=kind, text=text[start:end].strip(), start=start, end=end)


def _taken(text: str, at: int) -> Token | None:
    found = COLLECTED.match(text, at)
    if found is None:
        return None
    return Token(kind=Kind.TAKEN, text=found["taken"], start=at, end=found.end())


def _labeled_range(text: str, at: int) -> Token | None:
    """Return the range behind its label, with its own unit; a label alone says nothing."""
    label = _RANGE_LABEL.match(text, at)
    if label is None:
        return None
    start = _past_gap(text, label.end())
    if start == len(text):
        return _token(Kind.SILENT, text, at, start)
    limits = next((found for read in _RANGE_READERS if (found := read(text, start))), None)
    if limits is None:
        return None
    unit = match_unit(text, _past_blanks(text, limits.end)) if not limits.is_closed else None
    end = _past_blanks(text, limits.end) + len(unit.printed) if unit else limits.end
    return Token(
        kind=Kind.RANGE,
        text=text[start:end].strip() if unit else limits.text,
        start=at,
        end=end,
        unit=unit or limits.unit,
        is_closed=True,
    )


def _past_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _previous(text: str, at: int) -> Token | None:
    """Return the result before this one, with its unit and date: it is never the value."""
    label = _PREVIOUS.match(text, at)
    number = NUMBER.match(text, label.end()) if label else None
    if number is None:
        return None
    end = number.end()
    if unit := match_unit(text, _past_blanks(text, end)):
        end = _past_blanks(text, end) + len(unit.printed)
    before_date = _PREVIOUS_DATE.match(text, end)
    if before_date and (day := DATE.match(text, before_date.end())):
        end = day.end() + text[day.end() :].startswith(")")
    return _token(Kind.SILENT, text, at, end)


def _unit(text: str, at: int) -> Token | None:
    unit = match_unit(text, at)
    if unit is None:
        return None
    end = at + len(unit.printed)
    return Token(kind=Kind.UNIT, text=unit.printed, start=at, end=end, unit=unit)


def _range(text: str, at: int) -> Token | None:
    end = match_range(text, at)
    return _token(Kind.RANGE, text, at, end) if end else None


def _number(text: str, at: int) -> Token | None:
    found = NUMBER.match(text, at)
    if found is None or parse_number(found["number"]) is None:
        return None
    return _token(Kind.BOUNDED if found["sign"] else Kind.NUMBER, text, at, found.end())


def _bounded(text: str, at: int) -> Token | None:
    found = _number(text, at)
    return found if found and found.kind is Kind.BOUNDED else None


def _flag(text: str, at: int) -> Token | None:
    found = FLAG.match(text, at)
    if found is None:
        return None
    flag = flag_of(found.group())
    opposite = _NEVER_BEHIND.get(flag) if flag else None
    if opposite and text[found.end() :].lstrip().startswith(opposite):
        return None
    return Token(kind=Kind.FLAG, text=found.group(), start=at, end=found.end(), flag=flag)


_READERS: tuple[Callable[[str, int], Token | None], ...] = (
    _bracketed,
    _taken,
    _found(Kind.DATE, DATE),
    _previous,
    _found(Kind.SILENT, _UNIT_LABEL),
    _unit,
    _range,
    _found(Kind.TITER, TITER),
    _found(Kind.SILENT, LAB_CODE),
    _number,
    _labeled_range,
    _found(Kind.SILENT, _SILENT_LABEL),
    _found(Kind.WORD, RESULT_WORD),
    _flag,
    _found(Kind.SILENT, SAYS_NOTHING),
    _found(Kind.SIGN, _PLUS_MINUS),
)
# What can stand behind the label of a range. A bare number is no range, so nothing is sure then.
_RANGE_READERS: tuple[Callable[[str, int], Token | None], ...] = (
    _bracketed_range,
    _range,
    _found(Kind.TITER, TITER),
    _bounded,
    _found(Kind.WORD, RESULT_WORD),
)
