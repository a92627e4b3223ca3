"""Questions about why B12 could be low: conditions, operations, food, family."""

from __future__ import annotations

from collections.abc import Callable

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.catalogue.conditions import AUTOIMMUNE, CONDITIONS_BY_ID
from appointments.catalogue.diet import DIETS_BY_ID
from appointments.catalogue.surgeries import SURGERIES_BY_ID
from appointments.choices import QUALITATIVE_RESULT, YesNoPrivate
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import (
    AUTOIMMUNE_GASTRITIS,
    had_operation,
    has_condition,
    has_no_clear_cause,
    injections_now,
    stomach_or_bowel_operations,
    symptoms_among,
)
from appointments.rules.lab_facts import (
    is_listed,
    is_negative,
    is_positive,
    results_among,
)
from appointments.rules.names import (
    b12_names,
    operation_names,
    symptom_names,
)
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    either_voice,
    told,
    voices,
)
from appointments.rules.result_words import is_given

PLANT_BASED = frozenset({"vegan", "veg_low"})
AUTOIMMUNE_DISEASES = frozenset(
    row.id for row in CONDITIONS_BY_ID.values() if row.group is AUTOIMMUNE
)
GUT_SYMPTOMS = frozenset({"diarrhoea", "constipation", "nausea_indigestion", "appetite_weight"})
LIFELONG = frozenset({"total_gastrectomy", "ileal_resection"})

_NO_CAUSE = Phrase(_("No reason for low B12 is clear from your answers."))


def _family(answers: Answers) -> bool:
    return answers.family.has is YesNoPrivate.YES


def _conditions(answers: Answers, among: frozenset[str]) -> tuple[Text, ...]:
    return tuple(CONDITIONS_BY_ID[row].wording for row in answers.conditions.chosen if row in among)


def _because_condition(conditions: frozenset[str]) -> Callable[[Answers], Text]:
    return lambda answers: told(*_conditions(answers, conditions))


def _bowel_end(answers: Answers) -> Phrase:
    if had_operation(answers, {"ileal_resection"}):
        return Phrase(
            _("The end of the small bowel was removed. Does that change how B12 is given?")
        )
    return Phrase(
        _("Is the end of the small bowel affected, and does that change how B12 is given?")
    )


def _bowel_end_because(answers: Answers) -> Text:
    crohns = _conditions(answers, frozenset({"crohns"}))
    removed = (SURGERIES_BY_ID["ileal_resection"].wording,)
    return told(*crohns, *(removed if had_operation(answers, {"ileal_resection"}) else ()))


def _lifelong(answers: Answers) -> bool:
    return (
        has_condition(answers, {"pa_aig"})
        or had_operation(answers, LIFELONG)
        or bool(injections_now(answers))
    )


def _lifelong_because(answers: Answers) -> Text:
    operations = [entry for entry in answers.operations.entries if entry.surgery in LIFELONG]
    reasons = (
        *_conditions(answers, frozenset({"pa_aig"})),
        *operation_names(operations),
    )
    return told(*(reasons or b12_names(injections_now(answers))))


def _intrinsic_factor(answers: Answers) -> bool:
    settled = results_among(answers, {"ifab"}, is_positive)
    if has_condition(answers, {"pa_aig"}) or settled:
        return False
    return (
        has_no_clear_cause(answers)
        or has_condition(answers, AUTOIMMUNE_DISEASES)
        or _family(answers)
    )


def _intrinsic_factor_words(answers: Answers) -> Phrase:
    """Say that a negative test does not end the search (NWLP-IF, LOTH-T)."""
    here = results_among(answers, {"ifab"}, is_given)
    said = next((word for result in here if (word := _said_word(result))), None)
    if said:
        # The report's own word: "Not detected" is not made into "negative".
        return Phrase(
            _(
                "The intrinsic factor antibody result is “%(result)s”. Could it still be "
                "autoimmune gastritis, and what next?"
            ),
            {"result": said},
        )
    if here:
        return Phrase(
            _(
                "What does the intrinsic factor antibody result say? Could it still be autoimmune "
                "gastritis, and what next?"
            )
        )
    if is_listed(answers, "ifab"):
        return Phrase(
            _(
                "If the intrinsic factor antibody test is negative, could it still be autoimmune "
                "gastritis, and what next?"
            )
        )
    return Phrase(
        _(
            "Is a test for autoimmune gastritis (intrinsic factor antibody) useful? If it is "
            "negative, what next?"
        )
    )


def _said_word(result: LabResult) -> Text | None:
    """Return the word of a report that can stand in a question; None for anything longer."""
    if result.qualitative:
        return QUALITATIVE_RESULT[result.qualitative]
    return result.value if is_negative(result) else None


def _intrinsic_factor_because(answers: Answers) -> Text:
    relatives = (Phrase(_("a relative with B12 or autoimmune disease")),)
    reasons = (
        *_conditions(answers, AUTOIMMUNE_DISEASES),
        *(relatives if _family(answers) else ()),
    )
    return told(*reasons) if reasons else _NO_CAUSE


def _celiac(answers: Answers) -> bool:
    if has_condition(answers, {"coeliac"}) or is_listed(answers, "ttg"):
        return False
    return has_no_clear_cause(answers) or bool(symptoms_among(answers, GUT_SYMPTOMS))


def _celiac_because(answers: Answers) -> Text:
    symptoms = symptoms_among(answers, GUT_SYMPTOMS)
    return told(*symptom_names(symptoms)) if symptoms else _NO_CAUSE


def _diet_because(answers: Answers) -> Text:
    return told(*(DIETS_BY_ID[diet].wording for diet in answers.diet.chosen if diet in PLANT_BASED))


QUESTIONS_ABOUT_CAUSES = (
    QuestionRule(
        id="q_surgery",
        priority=Priority.SURGERY,
        applies=lambda answers: bool(stomach_or_bowel_operations(answers)),
        says=voices(
            _("After my stomach or bowel operation: what B12 plan do I need, and for how long?"),
            _(
                "After the stomach or bowel operation: what B12 plan does the person I care for "
                "need, and for how long?"
            ),
        ),
        because=lambda answers: told(*operation_names(stomach_or_bowel_operations(answers))),
        sources=("SPC-UK", "ASMBS"),
    ),
    QuestionRule(
        id="q_crohns",
        priority=Priority.SURGERY,
        applies=lambda answers: (
            has_condition(answers, {"crohns"}) or had_operation(answers, {"ileal_resection"})
        ),
        says=_bowel_end,
        because=_bowel_end_because,
        sources=("NHSH",),
    ),
    QuestionRule(
        id="q_lifelong",
        priority=Priority.SURGERY,
        applies=_lifelong,
        says=voices(
            _("Do I need B12 for life? What if someone suggests stopping?"),
            _("Does the person I care for need B12 for life? What if someone suggests stopping?"),
        ),
        because=_lifelong_because,
        sources=("NICE-X",),
    ),
    QuestionRule(
        id="q_ifab",
        priority=Priority.FINDING_A_CAUSE,
        applies=_intrinsic_factor,
        says=_intrinsic_factor_words,
        because=_intrinsic_factor_because,
        sources=("NWLP-IF", "LOTH-T"),
    ),
    QuestionRule(
        id="q_coeliac",
        priority=Priority.FINDING_A_CAUSE,
        applies=_celiac,
        says=either_voice(_("Could celiac disease be a cause, and should it be tested?")),
        because=_celiac_because,
        sources=("NASGP",),
    ),
    QuestionRule(
        id="q_stomach",
        priority=Priority.FINDING_A_CAUSE,
        applies=lambda answers: has_condition(answers, AUTOIMMUNE_GASTRITIS),
        says=voices(
            _("Do I need a check of my stomach, and which symptoms should I report?"),
            _(
                "Does the person I care for need a check of the stomach, and which symptoms "
                "should we report?"
            ),
        ),
        because=_because_condition(AUTOIMMUNE_GASTRITIS),
        sources=("NICE-G",),
    ),
    QuestionRule(
        id="q_family",
        priority=Priority.FINDING_A_CAUSE,
        applies=lambda answers: has_condition(answers, {"pa_aig"}),
        says=either_voice(_("Should close relatives be checked?")),
        because=_because_condition(frozenset({"pa_aig"})),
        sources=("EMED",),
    ),
    QuestionRule(
        id="q_vegan",
        priority=Priority.FINDING_A_CAUSE,
        applies=lambda answers: any(diet in PLANT_BASED for diet in answers.diet.chosen),
        says=voices(
            _("Which supplement and fortified foods suit me, and do I need tests?"),
            _(
                "Which supplement and fortified foods suit the person I care for, and are tests "
                "needed?"
            ),
        ),
        because=_diet_because,
        sources=("BC23",),
    ),
)
