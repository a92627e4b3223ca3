"""Questions about what lab results say, by the lab's own range and the report's own marks."""

from __future__ import annotations

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.choices import Has
from appointments.phrases import Phrase, _
from appointments.rules.facts import symptoms_among
from appointments.rules.lab_facts import (
    B12_TESTS,
    METABOLITES,
    had_b12_before,
    has_low_b12,
    is_borderline,
    is_high,
    is_in_middle_band,
    is_inside,
    place,
    results_among,
)
from appointments.rules.names import lab_test_names, symptom_names
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    either_voice,
    in_voice,
    told,
)

TIREDNESS = frozenset({"fatigue", "low_energy"})


def _unclear(answers: Answers) -> tuple[LabResult, ...]:
    """Return the B12 results for which another test could help."""
    return results_among(
        answers, B12_TESTS, lambda result: is_borderline(result) or is_in_middle_band(result)
    )


def _indeterminate(answers: Answers) -> Phrase:
    """Call a result borderline only where the report does; ask for no test that was done."""
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
    if results_among(answers, METABOLITES):
        return Phrase(
            _(
                "How does the B12 result fit with MMA or homocysteine, and would a trial of "
                "treatment help?"
            )
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


def _unexplained_high(answers: Answers) -> tuple[LabResult, ...]:
    """Return B12 results that are high by the lab's own range, when no B12 was taken.

    The question says so, which a person who passed over the page about B12 has not told us.
    """
    none_taken = (
        answers.attempts.has is Has.NONE
        and not any(
            had_b12_before(result) or result.b12_how_long for result in answers.lab_results.entries
        )
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
        id="q_high",
        priority=Priority.LABS,
        applies=lambda answers: bool(_unexplained_high(answers)),
        says=_high,
        because=lambda answers: told(*lab_test_names(_unexplained_high(answers))),
        sources=("AAFP25",),
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
