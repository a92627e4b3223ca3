"""One result on one line: its name, and the row that the rest of the line makes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from appointments.answer_types import NO_UNIT
from appointments.catalogue.lab_test_names import find_tests
from appointments.catalogue.lab_tests import LabTest
from appointments.catalogue.typing_guards import USUAL_SPANS
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import ReportFlag
from appointments.numerals import parse_number
from appointments.quantities import position
from appointments.report_text.marks import strongest
from appointments.report_text.parts import Parts, read_parts
from appointments.report_text.pieces import Kind
from appointments.report_text.reading import ReportRow
from appointments.report_text.sample_dates import DATE

# A name can end before any of these. The longest name that is found is taken.
_NAME_ENDS = re.compile(r"(?=[\s|:=;,(\[<>≤≥]|\.{2}|…|·|_{2})|(?<=[)\]])|$")
# No sign of the result may go with it: "eGFR >" would lose what stands before the number.
_NAME = re.compile(r"[^<>≤≥↓↑=]*[\w)\]](?:[+.]|[*†‡¹²³]{1,2})?")
_MOST_ENDS = 24
_LONGEST_NAME = 90

_BULLET = re.compile(r"(?:[^\w\s()\[\]<>≤≥↓↑]{1,3}\s+|[0-9]{1,2}[.)]\s+|[|\s]+)+")
_MARK_BEFORE = re.compile(r"(LL|HH|L|H|A|\*|↓|↑)(?:\s*[\t|]|  )\s*|([*↓↑])\s*(?=\w)")
_NAME_LABEL = re.compile(
    r"(?:test(?: name)?|name|analyte|component|analyse|untersuchung|parameter"
    r"|(?:(?:lab|blood)s?|blood tests?|(?:lab |blood |test )?results|labor(?:werte|befunde?)?"
    r"|blutwerte|blutbild|blodprøver|prøvesvar|bloods?))\s*[:=]\s*",
    re.IGNORECASE,
)
_HB_KIND = re.compile(r"\s[ACEFHS]\b")
_SPACED = re.compile(r"[0-9] [0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


# British records print a code behind the name: "(XE2pf)", "(42U5.)". It has five signs, and a
# letter or a last point, as no number has.
_CODE = re.compile(
    r"\((?:X[A-Za-z0-9]{4}|(?=4.{4}\))(?:[0-9]+[A-Za-z][0-9A-Za-z]*\.{0,2}|[0-9]+\.{1,2}))\)"
)
# Prose: "Your B12 was 142 pg/mL", "Dit B12-tal er 155 pmol/L".
_OPENING = re.compile(r"(?:your|dit|din|ihr|dein)\s+(?:latest\s+)?", re.IGNORECASE)
_VERB = re.compile(
    r"\s+(?:was|is|er|var|war|ist|came back (?:at|as)|liegt bei|lag bei|er på|lå på)"
    r"\s+(?=[0-9<>≤≥])",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def _tests(name: str) -> tuple[LabTest, ...]:
    return find_tests(_CODE.sub("", name))


def forget_names() -> None:
    """Forget what was looked up: beside the names of tests, a report has those of people."""
    _tests.cache_clear()


def split_name(text: str) -> tuple[tuple[LabTest, ...], str] | None:
    """Return the tests that the line can be about, and what follows the name; None if no test."""
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    mark = _MARK_BEFORE.match(text)
    before = (mark[1] or mark[2]) if mark else ""
    text = text[mark.end() :] if mark else text
    if day := DATE.match(text):
        text = text[day.end() :].lstrip(" \t|:,-–")
    if label := _NAME_LABEL.match(text):
        text = text[label.end() :]
    if opening := _OPENING.match(text):
        text = text[opening.end() :]
    ends = [found.start() for found in _NAME_ENDS.finditer(text[:_LONGEST_NAME])]
    for end in reversed(ends[:_MOST_ENDS]):
        name = text[:end].strip()
        if _NAME.fullmatch(name) and (tests := _tests(name)):
            rest = _VERB.sub(" ", text[end:], 1) if opening else text[end:]
            is_mark = before and (before != "*" or not bullet)
            return tests, f"{rest}\t{before}" if is_mark else rest
    return None


def read_result(text: str) -> ReportRow | None:
    """Return the row of a line that holds a name and its result, or None if it is not certain."""
    named = split_name(text)
    parts = read_parts(named[1]) if named else None
    return make_row(named[0], parts) if named and parts and not is_variant(*named, parts) else None


def is_variant(tests: tuple[LabTest, ...], rest: str, parts: Parts) -> bool:
    """Whether the letter behind "Hb" can be its kind, as in "Hb F 0.8", and not a mark."""
    return tests[0].id == "hb" and parts.unit is None and bool(_HB_KIND.match(rest))


def make_row(tests: tuple[LabTest, ...], parts: Parts, *, alone: bool = True) -> ReportRow | None:
    """Return the row of the test that the parts suit, or None.

    Args:
        tests: The tests that the name can mean, likeliest first.
        parts: What is printed of the result.
        alone: Whether a number without unit, range and mark is enough.
    """
    unit = parts.unit or parts.range_unit
    test = next((test for test in tests if _suits(test, parts)), None)
    if test is None or not parts.value:
        return None
    bare = not (unit or parts.lab_range or parts.flags)
    if bare and parts.kind is Kind.NUMBER and (not alone or _YEAR.fullmatch(parts.value)):
        return None
    row = ReportRow(
        test=test.id,
        value=parts.value,
        word=parts.word,
        unit=unit.id if unit else NO_UNIT,
        unit_as_printed=unit.printed if unit and unit.id not in UNITS_BY_ID else "",
        lab_range=parts.lab_range,
        taken_on=parts.taken_on,
    )
    if _SPACED.search(parts.value) and not _means_thousands(row):
        return None
    return replace(row, flag=strongest((*parts.flags, *_signs_meant(parts, row))))


def _suits(test: LabTest, parts: Parts) -> bool:
    """Whether a test can have such a result. A known unit of other tests tells of another test."""
    if parts.kind in (Kind.WORD, Kind.TITER) and not test.qualitative:
        return False
    unit = parts.unit or parts.range_unit
    return unit is None or unit.id not in UNITS_BY_ID or unit.id in test.units


def _means_thousands(row: ReportRow) -> bool:
    """Whether "1 250" is one number, and not a result beside the one before it.

    It is, if its first figures alone would be no result of this test.
    """
    number = row.value.lstrip("<>≤≥= ")
    span = USUAL_SPANS.get((row.test, row.unit))
    whole, first = parse_number(number), parse_number(number.split(" ")[0])
    if span is None or whole is None or first is None:
        return False
    return max(first.readings) < span.low and min(whole.readings) <= span.largest


def _signs_meant(parts: Parts, row: ReportRow) -> list[ReportFlag]:
    """Return the marks that a plus or minus stands for.

    A minus is also a dash or an empty cell, so it is a mark only where the result is below.
    """
    where = position(test_id=row.test, unit_id=row.unit, value=row.value, lab_range=row.lab_range)
    found = []
    for sign in parts.signs:
        if sign.startswith("+") and where not in {"below", "inside"}:
            found.append(ReportFlag.HIGH)
        elif not sign.startswith("+") and where == "below":
            found.append(ReportFlag.LOW)
    return found
