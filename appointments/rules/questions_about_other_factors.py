"""Questions about what besides B12 can change a result (clinical brief, 1.7); none reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.facts import has_condition, medicines_among
from appointments.rules.lab_facts import (
    FOLATE_TESTS,
    METABOLITES,
    MMA,
    had_b12_before,
    is_high,
    is_low,
    is_positive,
    listed,
    results_among,
)
from appointments.rules.names import lab_test_names, medicine_names
from appointments.rules.question_rule import Priority, QuestionRule, told

HORMONES = frozenset({"cocp_hrt"})


@dataclass(frozen=True, kw_only=True)
class _Factor:
    """Something that can change how a result is read.

    Attributes:
        words: What it is called in the question.
        told: The answers that it follows from; without one it is not asked about.
    """

    words: Phrase
    told: tuple[Text, ...]


def _about(factors: Sequence[_Factor], one: str, several: str, tests: Text) -> Phrase:
    """Return the question about one factor, or about several, and the tests that it is about."""
    names = Joined(tuple(factor.words for factor in factors))
    message = one if len(factors) == 1 else several
    return Phrase(message, {"factors": names, "tests": tests})


def _told_by(factors: Sequence[_Factor]) -> Phrase:
    reasons = dict.fromkeys(reason for factor in factors for reason in factor.told)
    return told(*reasons)


def _condition(answers: Answers, condition: str) -> tuple[Text, ...]:
    has = has_condition(answers, {condition})
    return (CONDITIONS_BY_ID[condition].wording,) if has else ()


def _markers_asked_about(answers: Answers) -> tuple[LabResult, ...]:
    """Return the results of MMA and homocysteine that are high, else all there are."""
    high = results_among(answers, METABOLITES, is_high)
    return high or listed(answers, METABOLITES)


def _markers_in_words(answers: Answers) -> Phrase:
    tests = {result.test for result in _markers_asked_about(answers)}
    if tests and tests <= MMA:
        return Phrase(_("MMA"))
    if tests and not tests & MMA:
        return Phrase(_("homocysteine"))
    return Phrase(_("MMA or homocysteine"))


def _marker_factors(answers: Answers) -> tuple[_Factor, ...]:
    """Return what can change these results besides B12; bacteria make MMA only."""
    high = results_among(answers, METABOLITES, is_high)
    homocysteine = results_among(answers, {"homocysteine"}, is_high)
    has_mma = any(result.test in MMA for result in _markers_asked_about(answers))
    bacteria = _condition(answers, "sibo") if has_mma else ()
    low_egfr = lab_test_names(results_among(answers, {"egfr"}, is_low))
    factors = (
        _Factor(
            words=Phrase(_("kidney function")),
            told=(*_condition(answers, "ckd"), *low_egfr, *lab_test_names(high)),
        ),
        _Factor(words=Phrase(_("too many bacteria in the small bowel")), told=bacteria),
        _Factor(
            words=Phrase(_("how the blood sample was handled")), told=lab_test_names(homocysteine)
        ),
    )
    return tuple(factor for factor in factors if factor.told)


def _markers(answers: Answers) -> Phrase:
    # Also where the answers have changed since the question was chosen.
    factors = _marker_factors(answers) or (_Factor(words=Phrase(_("kidney function")), told=()),)
    tests = _markers_in_words(answers)
    if results_among(answers, METABOLITES, is_high):
        return _about(
            factors,
            _("Could %(factors)s explain the %(tests)s result?"),
            _("Could any of these explain the %(tests)s result: %(factors)s?"),
            tests,
        )
    return _about(
        factors,
        _("Could %(factors)s change how %(tests)s is read?"),
        _("Could any of these change how %(tests)s is read: %(factors)s?"),
        tests,
    )


def _total_b12_factors(answers: Answers) -> tuple[_Factor, ...]:
    """Return what can raise a total B12 that is not low, or lower one that is not high."""
    results = listed(answers, {"b12_total"})
    if not results:
        return ()
    not_high = any(not is_high(result) for result in results)
    not_low = any(not is_low(result) and not had_b12_before(result) for result in results)
    antibody = (
        *_condition(answers, "pa_aig"),
        *lab_test_names(results_among(answers, {"ifab"}, is_positive)),
    )
    hormones = medicine_names(medicines_among(answers, HORMONES))
    low_folate = lab_test_names(results_among(answers, FOLATE_TESTS, is_low))
    raising = (
        _Factor(words=Phrase(_("kidney disease")), told=_condition(answers, "ckd")),
        _Factor(words=Phrase(_("intrinsic factor antibodies")), told=antibody),
    )
    either = _Factor(
        words=Phrase(_("myeloma or a paraprotein")), told=_condition(answers, "myeloma")
    )
    lowering = (
        _Factor(words=Phrase(_("HIV")), told=_condition(answers, "hiv")),
        _Factor(words=Phrase(_("the folate result")), told=low_folate),
        _Factor(words=Phrase(_("the combined pill or hormone therapy")), told=hormones),
    )
    factors = (*(raising if not_low else ()), either, *(lowering if not_high else ()))
    return tuple(factor for factor in factors if factor.told)


def _total_b12(answers: Answers) -> Phrase:
    factors = _total_b12_factors(answers)
    if not factors:
        return Phrase(_("Could anything else change how the B12 result is read?"))
    return _about(
        factors,
        _("Could %(factors)s change how the %(tests)s result is read?"),
        _("Could any of these change how the %(tests)s result is read: %(factors)s?"),
        Phrase(_("B12")),
    )


QUESTIONS_ABOUT_OTHER_FACTORS = (
    QuestionRule(
        id="q_kidney",
        priority=Priority.LABS,
        applies=lambda answers: bool(_marker_factors(answers)),
        says=_markers,
        because=lambda answers: _told_by(_marker_factors(answers)),
        sources=("MAYO-M", "MAYO-FB", "ARUP", "LABC"),
    ),
    QuestionRule(
        id="q_total_b12",
        priority=Priority.LABS,
        applies=lambda answers: bool(_total_b12_factors(answers)),
        says=_total_b12,
        because=lambda answers: _told_by(_total_b12_factors(answers)),
        sources=("NHSH", "MEDF", "BNSSG-D", "NASGP", "BESTP"),
    ),
)
