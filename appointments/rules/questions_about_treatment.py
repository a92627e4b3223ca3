"""Questions about B12 as a treatment: what was tried, what to expect, what to watch for."""

from __future__ import annotations

from appointments.answer_parts import Attempt
from appointments.answers import Answers
from appointments.catalogue.cautions import CAUTIONS_BY_ID
from appointments.choices import Missed, ReportFlag, YesNo
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import (
    b12_now,
    has_caution,
    injections_now,
    is_oral,
    knows_low_b12,
    not_helped,
    symptoms_among,
)
from appointments.rules.lab_facts import is_low, results_among
from appointments.rules.names import b12_names, lab_test_names, symptom_names
from appointments.rules.question_rule import (
    AT_ANY_APPOINTMENT,
    Priority,
    QuestionRule,
    in_voice,
    told,
    voices,
)

ALLERGIES = frozenset({"allergy_b12", "allergy_cobalt", "allergy_metal"})
LEBER = frozenset({"leber_self", "leber_family"})
HEART_AND_POTASSIUM = frozenset({"heart", "low_potassium"})
SIGHT = frozenset({"blurred", "blind_spot"})


def _cautions(answers: Answers, among: frozenset[str]) -> tuple[Text, ...]:
    return tuple(CAUTIONS_BY_ID[row].wording for row in answers.cautions.chosen if row in among)


def _reactions(answers: Answers) -> tuple[Attempt, ...]:
    return tuple(row for row in answers.attempts.entries if row.had_reaction is YesNo.YES)


def _allergy(answers: Answers) -> Phrase:
    if has_caution(answers, ALLERGIES):
        return in_voice(
            answers,
            _("I have an allergy that may matter for B12. What are my options?"),
            _(
                "The person I care for has an allergy that may matter for B12. What are the "
                "options?"
            ),
        )
    return in_voice(
        answers,
        _("I had a reaction to B12. What could it have been, and what are my options?"),
        _(
            "The person I care for had a reaction to B12. What could it have been, and what are "
            "the options?"
        ),
    )


def _allergy_because(answers: Answers) -> Text:
    reaction = Phrase(_("a reaction to B12"))
    reacted = tuple(row.reaction or reaction for row in _reactions(answers))
    return told(*_cautions(answers, ALLERGIES), *reacted)


def _potassium_reasons(answers: Answers) -> tuple[Text, ...]:
    """Return the reasons to ask; how severe an anemia is, only the report's own mark says."""
    marked = results_among(answers, {"hb"}, lambda result: result.flag is ReportFlag.CRITICAL)
    low = results_among(answers, {"potassium"}, is_low)
    return (*_cautions(answers, HEART_AND_POTASSIUM), *lab_test_names((*low, *marked)))


def _leber(answers: Answers) -> Phrase:
    if has_caution(answers, LEBER):
        return in_voice(
            answers,
            _("Leber’s optic neuropathy is known in me or my family. Does the form of B12 matter?"),
            _(
                "Leber’s optic neuropathy is known in the person I care for or their family. Does "
                "the form of B12 matter?"
            ),
        )
    return in_voice(
        answers,
        _("My sight has changed. Does the form of B12 matter for the eyes?"),
        _(
            "The sight of the person I care for has changed. Does the form of B12 matter for the "
            "eyes?"
        ),
    )


def _leber_because(answers: Answers) -> Text:
    sight = symptom_names(symptoms_among(answers, SIGHT))
    return told(*(_cautions(answers, LEBER) or sight))


def _wearing_off(answers: Answers) -> tuple[Attempt, ...]:
    return tuple(row for row in b12_now(answers) if row.wears_off_early is YesNo.YES)


def _wearing_off_because(answers: Answers) -> Text:
    early = Phrase(_("symptoms that come back before the next dose"))
    return told(*(row.wears_off or early for row in _wearing_off(answers)))


def _oral_without_effect(answers: Answers) -> tuple[Attempt, ...]:
    return tuple(row for row in answers.attempts.entries if is_oral(row) and not_helped(row))


def _oral_fail(answers: Answers) -> Phrase:
    """Say that doses were not missed only where that was answered."""
    if any(row.missed is Missed.NEVER for row in _oral_without_effect(answers)):
        return in_voice(
            answers,
            _(
                "I took B12 by mouth without missing doses, and it did not help. Should the dose "
                "or the way I take it change?"
            ),
            _(
                "The person I care for took B12 by mouth without missing doses, and it did not "
                "help. Should the dose or the way to take it change?"
            ),
        )
    return in_voice(
        answers,
        _("B12 by mouth did not help me. Should the dose or the way I take it change?"),
        _(
            "B12 by mouth did not help the person I care for. Should the dose or the way to take "
            "it change?"
        ),
    )


def _without_effect(answers: Answers) -> tuple[Attempt, ...]:
    return tuple(row for row in answers.attempts.entries if not_helped(row))


def _expect_because(answers: Answers) -> Text:
    now = b12_now(answers)
    return told(*b12_names(now)) if now else AT_ANY_APPOINTMENT


QUESTIONS_ABOUT_TREATMENT = (
    QuestionRule(
        id="q_allergy",
        priority=Priority.CAUTION,
        applies=lambda answers: has_caution(answers, ALLERGIES) or bool(_reactions(answers)),
        says=_allergy,
        because=_allergy_because,
        sources=("MHRA-C",),
    ),
    QuestionRule(
        id="q_potassium",
        priority=Priority.CAUTION,
        applies=lambda answers: bool(_potassium_reasons(answers)),
        says=voices(
            _("Do I need potassium or heart checks when treatment starts?"),
            _("Does the person I care for need potassium or heart checks when treatment starts?"),
        ),
        because=lambda answers: told(*_potassium_reasons(answers)),
        sources=("LOTH-T", "SPC-P"),
    ),
    QuestionRule(
        id="q_leber",
        priority=Priority.CAUTION,
        applies=lambda answers: has_caution(answers, LEBER) or bool(symptoms_among(answers, SIGHT)),
        says=_leber,
        because=_leber_because,
        sources=("FDA-CW",),
    ),
    QuestionRule(
        id="q_return",
        priority=Priority.TREATMENT,
        applies=lambda answers: bool(_wearing_off(answers)),
        says=voices(
            _("My symptoms come back before the next dose. Can the timing be reviewed?"),
            _(
                "The symptoms of the person I care for come back before the next dose. Can the "
                "timing be reviewed?"
            ),
        ),
        because=_wearing_off_because,
        sources=("VISUM", "EJCN"),
    ),
    QuestionRule(
        id="q_oral_fail",
        priority=Priority.TREATMENT,
        applies=lambda answers: bool(_oral_without_effect(answers)),
        says=_oral_fail,
        because=lambda answers: told(*b12_names(_oral_without_effect(answers))),
        sources=("VISUM",),
    ),
    QuestionRule(
        id="q_noimprove",
        priority=Priority.TREATMENT,
        applies=lambda answers: bool(_without_effect(answers)),
        says=voices(
            _("B12 has not helped as hoped. What else could explain my symptoms?"),
            _(
                "B12 has not helped as hoped. What else could explain the symptoms of the person "
                "I care for?"
            ),
        ),
        because=lambda answers: told(*b12_names(_without_effect(answers))),
        sources=("VISUM",),
    ),
    QuestionRule(
        id="q_form",
        priority=Priority.TREATMENT,
        applies=lambda answers: bool(answers.attempts.entries),
        says=voices(
            _("Which form of B12 is right for me, and why that one?"),
            _("Which form of B12 is right for the person I care for, and why that one?"),
        ),
        because=lambda answers: told(*b12_names(answers.attempts.entries)),
        sources=("EJCN", "ODS-H"),
    ),
    QuestionRule(
        id="q_expect",
        priority=Priority.TREATMENT,
        applies=lambda answers: knows_low_b12(answers) or bool(b12_now(answers)),
        says=voices(
            _("How long before I should notice a change, and what may not fully recover?"),
            _("How long before we should notice a change, and what may not fully recover?"),
        ),
        because=_expect_because,
        sources=("NHS-H", "NHS-C"),
    ),
    QuestionRule(
        id="q_self",
        priority=Priority.TREATMENT,
        applies=lambda answers: bool(injections_now(answers)),
        says=voices(
            _("Is self-injection an option here, with training?"),
            _("Are injections at home an option here, with training?"),
        ),
        because=lambda answers: told(*b12_names(injections_now(answers))),
        sources=("SELF",),
    ),
)
