"""Questions about what can change how a result is read (clinical brief, 1.7); none reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from appointments.answers import Answers, LabResult
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.catalogue.entry import shown
from appointments.catalogue.medicine_classes import PPI
from appointments.catalogue.medicines import MEDICINES, MEDICINES_BY_ID
from appointments.choices import YesNoPrivate
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.facts import has_condition, knows_low_b12, medicines_among
from appointments.rules.lab_facts import (
    METABOLITES,
    had_b12_before,
    is_high,
    is_listed,
    is_low,
    is_positive,
    listed,
    results_among,
)
from appointments.rules.names import lab_test_names, medicine_names
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    if_taken,
    told,
    voices,
)

FOLIC_ACID = frozenset({"folic_acid"})
HORMONES = frozenset({"cocp_hrt"})
ACID_PUMP = frozenset(row.id for row in shown(MEDICINES) if row.medicine_class is PPI)
FOLATE_TESTS = frozenset({"folate_serum", "folate_rbc"})
MMA = frozenset({"mma_serum", "mma_urine"})


def _given(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(
        result for result in answers.lab_results.entries if result.value or result.qualitative
    )


@dataclass(frozen=True, kw_only=True)
class _Factor:
    """Something that can change how a result is read.

    Attributes:
        words: What it is called in the question.
        told: The answers that it follows from; without one it is not asked about.
    """

    words: Phrase
    told: tuple[Text, ...]


def _about(factors: Sequence[_Factor], one: str, several: str) -> Phrase:
    """Return the question about one factor, or about several."""
    names = Joined(tuple(factor.words for factor in factors))
    return Phrase(one if len(factors) == 1 else several, {"factors": names})


def _told_by(factors: Sequence[_Factor]) -> Phrase:
    reasons = dict.fromkeys(reason for factor in factors for reason in factor.told)
    return told(*reasons)


def _condition(answers: Answers, condition: str) -> tuple[Text, ...]:
    has = has_condition(answers, {condition})
    return (CONDITIONS_BY_ID[condition].wording,) if has else ()


def _marker_factors(answers: Answers) -> tuple[_Factor, ...]:
    """Return what can change MMA or homocysteine besides B12."""
    raised = results_among(answers, METABOLITES, is_high)
    homocysteine = results_among(answers, {"homocysteine"}, is_high)
    bacteria = _condition(answers, "sibo") if listed(answers, MMA) else ()
    low_egfr = lab_test_names(results_among(answers, {"egfr"}, is_low))
    factors = (
        _Factor(
            words=Phrase(_("kidney function")),
            told=(*_condition(answers, "ckd"), *low_egfr, *lab_test_names(raised)),
        ),
        _Factor(words=Phrase(_("too many bacteria in the small bowel")), told=bacteria),
        _Factor(
            words=Phrase(_("how the blood sample was handled")), told=lab_test_names(homocysteine)
        ),
    )
    return tuple(factor for factor in factors if factor.told)


def _markers(answers: Answers) -> Phrase:
    factors = _marker_factors(answers)
    if results_among(answers, METABOLITES, is_high):
        return _about(
            factors,
            _("Could %(factors)s explain the raised MMA or homocysteine?"),
            _("Could any of these explain the raised MMA or homocysteine: %(factors)s?"),
        )
    return (
        _about(
            factors,
            _("Could %(factors)s change how MMA or homocysteine is read?"),
            _("Could any of these change how MMA or homocysteine is read: %(factors)s?"),
        )
        if factors
        else Phrase(_("Could kidney function change how MMA or homocysteine is read?"))
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
        _Factor(words=Phrase(_("low folate")), told=low_folate),
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
        _("Could %(factors)s change how the B12 result is read?"),
        _("Could any of these change how the B12 result is read: %(factors)s?"),
    )


def _folate_reasons(answers: Answers) -> tuple[Text, ...]:
    taken = medicines_among(answers, FOLIC_ACID)
    low = results_among(answers, FOLATE_TESTS, is_low)
    return (
        *((MEDICINES_BY_ID["folic_acid"].wording,) if taken else ()),
        *lab_test_names(low),
    )


def _folate_unknown(answers: Answers) -> bool:
    """Whether B12 is known to be low and results were given, but folate is not among them."""
    return knows_low_b12(answers) and bool(_given(answers)) and not listed(answers, FOLATE_TESTS)


_folic_acid = if_taken(
    FOLIC_ACID,
    voices(
        _("I take folic acid. Is that all right before B12 is sorted out?"),
        _("The person I care for takes folic acid. Is that all right before B12 is sorted out?"),
    ),
    voices(
        _("I take or took folic acid. Is that all right before B12 is sorted out?"),
        _(
            "The person I care for takes or took folic acid. Is that all right before B12 is "
            "sorted out?"
        ),
    ),
)


def _folate(answers: Answers) -> Phrase:
    if medicines_among(answers, FOLIC_ACID) and is_listed(answers, "folate_serum"):
        both = _("%(fact)s Does it change how the folate result is read?")
        return Phrase(both, {"fact": _folic_acid(answers)})
    if medicines_among(answers, FOLIC_ACID):
        return _folic_acid(answers)
    return Phrase(
        _("Was folate checked, and is folic acid needed? Should B12 be sorted out first?")
    )


def _folate_because(answers: Answers) -> Text:
    reasons = _folate_reasons(answers)
    return told(*reasons) if reasons else Phrase(_("There is no folate result in your list."))


QUESTIONS_ABOUT_READINGS = (
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
    QuestionRule(
        id="q_folate",
        priority=Priority.LABS,
        applies=lambda answers: bool(_folate_reasons(answers)) or _folate_unknown(answers),
        says=_folate,
        because=_folate_because,
        sources=("FDA-CP", "LABC"),
    ),
    QuestionRule(
        id="q_gastrin",
        priority=Priority.LABS,
        applies=lambda answers: (
            is_listed(answers, "gastrin") and bool(medicines_among(answers, ACID_PUMP))
        ),
        says=if_taken(
            ACID_PUMP,
            voices(
                _("I take an acid-lowering medicine (PPI). Could it change the gastrin result?"),
                _(
                    "The person I care for takes an acid-lowering medicine (PPI). Could it change "
                    "the gastrin result?"
                ),
            ),
            voices(
                _(
                    "I take or took an acid-lowering medicine (PPI). Could it change the gastrin "
                    "result?"
                ),
                _(
                    "The person I care for takes or took an acid-lowering medicine (PPI). Could "
                    "it change the gastrin result?"
                ),
            ),
        ),
        because=lambda answers: told(*medicine_names(medicines_among(answers, ACID_PUMP))),
        sources=("MAYO-PA",),
    ),
    QuestionRule(
        id="q_ethnicity",
        priority=Priority.LABS,
        applies=lambda answers: answers.family.black_background is YesNoPrivate.YES,
        says=voices(
            _("Could the usual B12 cut-offs miss something in a person of my background?"),
            _("Could the usual B12 cut-offs miss something in the person I care for?"),
        ),
        because=lambda _answers: told(Phrase(_("a Black family background"))),
        sources=("NWLP",),
    ),
    QuestionRule(
        id="q_own_range",
        priority=Priority.LABS,
        applies=lambda answers: bool(_given(answers)),
        says=voices(
            _("Are the ranges on my report your lab’s own? What does my result mean for me?"),
            _(
                "Are the ranges on the report your lab’s own? What does the result mean for the "
                "person I care for?"
            ),
        ),
        because=lambda answers: told(*lab_test_names(_given(answers))),
        sources=("RUH",),
    ),
)
