"""What the lab results say by the report's own mark and the lab's own range, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.choices import B12Before, QualitativeResult, ReportFlag, YesNo
from appointments.comparators import Comparator
from appointments.quantities import (
    NEGATIVE_WORDS,
    Position,
    parse_quantity,
    parse_range,
    position,
)

B12_TESTS = frozenset({"b12_total", "b12_active"})
MMA = frozenset({"mma_serum", "mma_urine"})
METABOLITES = MMA | {"homocysteine"}
FOLATE_TESTS = frozenset({"folate_serum", "folate_rbc"})

# The middle band of NICE NG239 (BMJ24, NWLP), in each unit as printed. It decides only whether a
# question is offered; it is never shown, and no result is named by it.
_MASS = (Decimal(180), Decimal(350))
_MIDDLE_BAND = {
    ("b12_total", "ng_per_l"): _MASS,
    ("b12_total", "pg_per_ml"): _MASS,
    ("b12_total", "pmol_per_l"): (Decimal(133), Decimal(258)),
    ("b12_active", "pmol_per_l"): (Decimal(25), Decimal(70)),
}

_NEGATIVE = frozenset({QualitativeResult.NEGATIVE, QualitativeResult.NOT_DETECTED})
_POSITIVE = frozenset({QualitativeResult.POSITIVE, QualitativeResult.DETECTED})
_POSITIVE_WORDS = frozenset({"positive", "pos", "present", "detected", "reactive"})


def place(result: LabResult) -> Position | None:
    """Return where a result certainly lies in the lab's own range."""
    if result.waiting:
        return None
    return position(
        test_id=result.test,
        unit_id=result.unit,
        value=result.value,
        lab_range=result.lab_range,
    )


def is_low(result: LabResult) -> bool:
    """Whether the report marks it low, or it lies below the lab's own range."""
    return result.flag is ReportFlag.LOW or place(result) == "below"


def is_high(result: LabResult) -> bool:
    """Whether the report marks it high, or it lies above the lab's own range."""
    return result.flag is ReportFlag.HIGH or place(result) == "above"


def is_inside(result: LabResult) -> bool:
    """Whether it lies in the lab's own range, and the report does not mark it."""
    unmarked = result.flag in (None, ReportFlag.NOT_MARKED)
    return unmarked and place(result) == "inside"


def is_borderline(result: LabResult) -> bool:
    """Whether the report itself marks it as borderline."""
    return result.flag is ReportFlag.BORDERLINE


def is_in_middle_band(result: LabResult) -> bool:
    """Whether it lies in the middle band, in the unit typed and under every reading."""
    band = _MIDDLE_BAND.get((result.test, result.unit))
    quantity = parse_quantity(result.value)
    if result.waiting or band is None or quantity is None:
        return False
    if quantity.comparator is not Comparator.NONE or quantity.unit_id not in (None, result.unit):
        return False
    return all(band[0] <= value <= band[1] for value in quantity.number.readings)


def results_among(
    answers: Answers,
    tests: Collection[str],
    holds: Callable[[LabResult], bool] = lambda _result: True,
) -> tuple[LabResult, ...]:
    """Return the results of these tests of which something holds; those awaited are left out."""
    return tuple(
        result
        for result in answers.lab_results.entries
        if result.test in tests and not result.waiting and holds(result)
    )


def listed(answers: Answers, tests: Collection[str]) -> tuple[LabResult, ...]:
    """Return the results of these tests, also those awaited."""
    return tuple(result for result in answers.lab_results.entries if result.test in tests)


def is_listed(answers: Answers, test: str) -> bool:
    """Whether a test was done, or its result is awaited."""
    return bool(listed(answers, {test}))


def has_low_b12(answers: Answers) -> bool:
    """Whether a B12 result is low by the lab's own range or the report's own mark."""
    return bool(results_among(answers, B12_TESTS, is_low))


def is_negative(result: LabResult) -> bool:
    """Whether the report says "negative" or the like: "Not detected", "NEG (<1.5)"."""
    if result.qualitative:
        return result.qualitative in _NEGATIVE
    return _says_one_of(result.value, NEGATIVE_WORDS)


def is_positive(result: LabResult) -> bool:
    """Whether the report says "positive" or the like, or gives a number above its own range.

    A word decides before the number: "weak positive" and "equivocal" are neither.
    """
    if result.qualitative:
        return result.qualitative in _POSITIVE
    number_is_high = parse_quantity(result.value) is not None and is_high(result)
    return number_is_high or _says_one_of(result.value, _POSITIVE_WORDS)


def _says_one_of(value: str, words: Collection[str]) -> bool:
    """Whether a typed result is one of the words, alone or with a number or a range beside it."""
    said = " ".join(value.casefold().split())
    any_word = "|".join(re.escape(word) for word in words)
    beside = re.fullmatch(rf"(?:{any_word})(?!\w)(.*)|(.*)(?<!\w)(?:{any_word})\W*", said)
    if beside is None:
        return False
    rest = (beside[1] or beside[2] or "").strip(" .,;:()[]")
    return not rest or parse_quantity(rest) is not None or parse_range(rest) is not None


def had_b12_before(result: LabResult) -> bool:
    """Whether B12 was taken before the sample."""
    return result.b12_before in (B12Before.ORAL, B12Before.INJECTION)


def may_have_had_b12(result: LabResult) -> bool:
    """Whether B12 was perhaps taken before the sample: nobody knows, or only a time was typed."""
    typed_only = result.b12_before is None and bool(result.b12_how_long)
    return result.b12_before is B12Before.UNKNOWN or typed_only


def had_biotin_before(result: LabResult) -> bool:
    """Whether biotin was taken in the three days before the sample."""
    return result.biotin is YesNo.YES
