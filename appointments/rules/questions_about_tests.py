"""Questions about lab results, led by the lab's own range and the report's own marks."""

from __future__ import annotations

from appointments.answers import Answers, LabResult
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.catalogue.medicines import MEDICINES_BY_ID
from appointments.choices import Has, YesNoPrivate
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import (
    has_condition,
    knows_low_b12,
    medicines_among,
    symptoms_among,
)
from appointments.rules.lab_facts import (
    B12_TESTS,
    METABOLITES,
    had_b12_before,
    has_low_b12,
    is_borderline,
    is_high,
    is_in_middle_band,
    is_inside,
    is_listed,
    is_low,
    place,
    results_among,
)
from appointments.rules.names import lab_test_names, symptom_names
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    either_voice,
    if_taken,
    in_voice,
    told,
    voices,
)

TIREDNESS = frozenset({"fatigue", "low_energy"})
FOLIC_ACID = frozenset({"folic_acid"})
BIOTIN = frozenset({"biotin"})
FOLATE_TESTS = frozenset({"folate_serum", "folate_rbc"})


def _given(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(result for result in answers.lab_results.entries if result.value)


def _unclear(answers: Answers) -> tuple[LabResult, ...]:
    """Return the B12 results for which another test could help."""
    return results_among(
        answers, B12_TESTS, lambda result: is_borderline(result) or is_in_middle_band(result)
    )


def _indeterminate(answers: Answers) -> Phrase:
    """Call a result borderline only where the report does."""
    if results_among(answers, B12_TESTS, is_borderline):
        return in_voice(
            answers,
            _(
                "The report marks my B12 as borderline. Would MMA, active B12 or a trial of "
                "treatment help?"
            ),
            _(
                "The report marks the B12 of the person I care for as borderline. Would MMA, "
                "active B12 or a trial of treatment help?"
            ),
        )
    return Phrase(
        _(
            "Is the B12 result clear enough by itself? Would MMA, active B12 or a trial of "
            "treatment help?"
        )
    )


def _inside_with_symptoms(answers: Answers) -> tuple[LabResult, ...]:
    """Return the results inside the lab's own range that do not explain the symptoms."""
    if not answers.symptoms.entries or has_low_b12(answers):
        return ()
    b12 = results_among(answers, B12_TESTS, is_inside)
    return b12 or results_among(answers, {"hb"}, is_inside)


def _normal_but_symptoms(answers: Answers) -> Phrase:
    if results_among(answers, B12_TESTS, is_inside):
        return in_voice(
            answers,
            _(
                "My B12 result is inside the lab’s range, but I have symptoms. Could B12 still "
                "play a part, or what else could it be?"
            ),
            _(
                "The B12 result is inside the lab’s range, but the person I care for has "
                "symptoms. Could B12 still play a part, or what else could it be?"
            ),
        )
    return in_voice(
        answers,
        _(
            "My hemoglobin is inside the lab’s range, but I have symptoms. Could B12 still play "
            "a part, or what else could it be?"
        ),
        _(
            "The hemoglobin is inside the lab’s range, but the person I care for has symptoms. "
            "Could B12 still play a part, or what else could it be?"
        ),
    )


def _after_b12(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(result for result in answers.lab_results.entries if had_b12_before(result))


def _kidney_reasons(answers: Answers) -> tuple[Text, ...]:
    disease = (CONDITIONS_BY_ID["ckd"].wording,) if has_condition(answers, {"ckd"}) else ()
    low_egfr = lab_test_names(results_among(answers, {"egfr"}, is_low))
    raised = lab_test_names(results_among(answers, METABOLITES, is_high))
    return (*disease, *low_egfr, *raised)


def _kidney(answers: Answers) -> Phrase:
    if results_among(answers, METABOLITES, is_high):
        return either_voice(_("Could kidney function explain the raised MMA or homocysteine?"))(
            answers
        )
    return Phrase(_("Could kidney function change how MMA or homocysteine is read?"))


def _folate_reasons(answers: Answers) -> tuple[Text, ...]:
    taken = medicines_among(answers, FOLIC_ACID)
    low = results_among(answers, FOLATE_TESTS, is_low)
    return (
        *((MEDICINES_BY_ID["folic_acid"].wording,) if taken else ()),
        *lab_test_names(low),
    )


def _folate_unknown(answers: Answers) -> bool:
    """Whether B12 is known to be low and results were given, but folate is not among them."""
    listed = any(is_listed(answers, test) for test in FOLATE_TESTS)
    return knows_low_b12(answers) and bool(_given(answers)) and not listed


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
    if medicines_among(answers, FOLIC_ACID):
        return _folic_acid(answers)
    return Phrase(
        _("Was folate checked, and is folic acid needed? Should B12 be sorted out first?")
    )


def _folate_because(answers: Answers) -> Text:
    reasons = _folate_reasons(answers)
    return told(*reasons) if reasons else Phrase(_("There is no folate result in your list."))


def _unexplained_high(answers: Answers) -> tuple[LabResult, ...]:
    """Return B12 results that are high by the lab's own range, when no B12 was taken.

    The question says so, which a person who passed over the page about B12 has not told us.
    """
    none_taken = (
        answers.attempts.has is Has.NONE
        and not _after_b12(answers)
        and "fortified" not in answers.diet.chosen
    )
    return results_among(answers, B12_TESTS, is_high) if none_taken else ()


def _high(answers: Answers) -> Phrase:
    """Say "marked high" where only the report's mark says so."""
    if any(place(result) == "above" for result in _unexplained_high(answers)):
        return in_voice(
            answers,
            _("My B12 is above the lab’s range, and I take no B12. Does it need a closer look?"),
            _(
                "B12 is above the lab’s range, and the person I care for takes no B12. Does it "
                "need a closer look?"
            ),
        )
    return in_voice(
        answers,
        _("The report marks my B12 as high, and I take no B12. Does it need a closer look?"),
        _(
            "The report marks B12 as high, and the person I care for takes no B12. Does it need "
            "a closer look?"
        ),
    )


QUESTIONS_ABOUT_TESTS = (
    QuestionRule(
        id="q_indeterminate",
        priority=Priority.LABS,
        applies=lambda answers: bool(_unclear(answers)),
        says=_indeterminate,
        because=lambda answers: told(*lab_test_names(_unclear(answers))),
        sources=("BMJ24",),
    ),
    QuestionRule(
        id="q_normal_but_symptoms",
        priority=Priority.LABS,
        applies=lambda answers: bool(_inside_with_symptoms(answers)),
        says=_normal_but_symptoms,
        because=lambda answers: told(
            *lab_test_names(_inside_with_symptoms(answers)),
            *symptom_names(answers.symptoms.entries),
        ),
        sources=("NEJM13",),
    ),
    QuestionRule(
        id="q_supp_test",
        priority=Priority.LABS,
        applies=lambda answers: bool(_after_b12(answers)),
        says=voices(
            _("I took B12 before the blood test. Does that change how the result is read?"),
            _(
                "The person I care for took B12 before the blood test. Does that change how the "
                "result is read?"
            ),
        ),
        because=lambda _answers: told(Phrase(_("B12 before the blood test"))),
        sources=("MAYO-B", "MAYO-IF"),
    ),
    QuestionRule(
        id="q_biotin",
        priority=Priority.LABS,
        applies=lambda answers: bool(medicines_among(answers, BIOTIN)),
        says=if_taken(
            BIOTIN,
            voices(
                _("I take biotin. Could that affect the blood test?"),
                _("The person I care for takes biotin. Could that affect the blood test?"),
            ),
            voices(
                _("I take or took biotin. Could that affect the blood test?"),
                _("The person I care for takes or took biotin. Could that affect the blood test?"),
            ),
        ),
        because=lambda _answers: told(MEDICINES_BY_ID["biotin"].wording),
        sources=("LABC", "NORDX"),
    ),
    QuestionRule(
        id="q_kidney",
        priority=Priority.LABS,
        applies=lambda answers: bool(_kidney_reasons(answers)),
        says=_kidney,
        because=lambda answers: told(*_kidney_reasons(answers)),
        sources=("MAYO-M",),
    ),
    QuestionRule(
        id="q_folate",
        priority=Priority.LABS,
        applies=lambda answers: bool(_folate_reasons(answers)) or _folate_unknown(answers),
        says=_folate,
        because=_folate_because,
        sources=("FDA-CP",),
    ),
    QuestionRule(
        id="q_high",
        priority=Priority.LABS,
        applies=lambda answers: bool(_unexplained_high(answers)),
        says=_high,
        because=lambda answers: told(*lab_test_names(_unexplained_high(answers))),
        sources=("AAFP25",),
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
    QuestionRule(
        id="q_iron",
        priority=Priority.FINDING_A_CAUSE,
        applies=lambda answers: bool(symptoms_among(answers, TIREDNESS)),
        says=either_voice(
            _("Were iron (ferritin) and the thyroid checked as other reasons for the tiredness?")
        ),
        because=lambda answers: told(*symptom_names(symptoms_among(answers, TIREDNESS))),
        sources=("IATROX",),
    ),
)
