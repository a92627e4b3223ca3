"""Questions about the other tests, and about the ranges on the report; none reads a result."""

from __future__ import annotations

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.catalogue.entry import shown
from appointments.catalogue.medicine_classes import PPI
from appointments.catalogue.medicines import MEDICINES, MEDICINES_BY_ID
from appointments.choices import YesNoPrivate
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import knows_low_b12, medicines_among
from appointments.rules.lab_facts import (
    FOLATE_TESTS,
    is_listed,
    is_low,
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
from appointments.rules.result_words import is_given

FOLIC_ACID = frozenset({"folic_acid"})
ACID_PUMP = frozenset(row.id for row in shown(MEDICINES) if row.medicine_class is PPI)


def _given(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(result for result in answers.lab_results.entries if is_given(result))


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
