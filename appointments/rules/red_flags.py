"""Which red flags the answers raise. What is happening now or new counts; what is over does not.

A flag comes from the safety page, or from an answer elsewhere that says the same. A lab number
never raises one: only the report's own mark does (clinical brief, 3.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from appointments.answers import Answers, SymptomEntry
from appointments.catalogue.red_flags import RED_FLAGS_BY_ID, RedFlag
from appointments.choices import ReportFlag, Trend, YesNo
from appointments.rules.facts import (
    AUTOIMMUNE_GASTRITIS,
    has_condition,
    is_nerve_symptom,
    is_pregnant_or_breastfeeding,
    not_helped_by_prescription,
)

CORD = frozenset({"muscle_weak", "unsteady", "falls_gait"})
SPHINCTER_AND_SADDLE = frozenset({"bladder", "bowel", "sexual"})
CONFUSION = frozenset({"confusion"})
VISION = frozenset({"blurred", "blind_spot"})
PSYCHOSIS = frozenset({"psychosis"})
UPPER_GUT = frozenset({"nausea_indigestion", "appetite_weight"})


@dataclass(frozen=True, kw_only=True)
class RedFlagRule:
    """When a red flag of the catalogue is raised by answers other than the safety page."""

    id: str
    applies: Callable[[Answers], bool]


def _new(entry: SymptomEntry) -> bool:
    """Whether it began, or clearly got worse, in the last two weeks."""
    return entry.recent is YesNo.YES


def _new_or_worse(entry: SymptomEntry) -> bool:
    return _new(entry) or entry.trend is Trend.WORSE


def _any(answers: Answers, symptoms: frozenset[str], holds: Callable[[SymptomEntry], bool]) -> bool:
    return any(entry.symptom in symptoms and holds(entry) for entry in answers.symptoms.entries)


def _acute_confusion(answers: Answers) -> bool:
    return _any(answers, CONFUSION, _new)


def _cauda_equina(answers: Answers) -> bool:
    return _any(answers, SPHINCTER_AND_SADDLE, _new)


def _cord_signs(answers: Answers) -> bool:
    return _any(answers, CORD, _new)


def _vision_worse(answers: Answers) -> bool:
    return _any(answers, VISION, _new_or_worse)


def _psychosis(answers: Answers) -> bool:
    """Whether somebody sees or hears things, unless it is known to be long-standing."""

    def not_long_standing(entry: SymptomEntry) -> bool:
        return entry.recent is not YesNo.NO or entry.trend is Trend.WORSE

    return _any(answers, PSYCHOSIS, not_long_standing)


def _report_critical(answers: Answers) -> bool:
    return any(result.flag is ReportFlag.CRITICAL for result in answers.lab_results.entries)


def _neuro_change(answers: Answers) -> bool:
    """Whether a nerve symptom changed that no more urgent flag of its own speaks for."""
    return any(
        is_nerve_symptom(entry.symptom)
        and _new_or_worse(entry)
        and not (_new(entry) and entry.symptom in CORD | SPHINCTER_AND_SADDLE | CONFUSION)
        and entry.symptom not in VISION
        for entry in answers.symptoms.entries
    )


def _pregnant_with_symptoms(answers: Answers) -> bool:
    return is_pregnant_or_breastfeeding(answers) and bool(answers.symptoms.entries)


def _new_gut_symptoms(answers: Answers) -> bool:
    return has_condition(answers, AUTOIMMUNE_GASTRITIS) and _any(answers, UPPER_GUT, _new_or_worse)


def _only_reported(answers: Answers) -> bool:
    """No other answer says the same, so the safety page alone raises the flag."""
    del answers
    return False


RULES = (
    RedFlagRule(id="anaphylaxis", applies=_only_reported),
    RedFlagRule(id="chest_pain", applies=_only_reported),
    RedFlagRule(id="collapse", applies=_only_reported),
    RedFlagRule(id="stroke_signs", applies=_only_reported),
    RedFlagRule(id="acute_confusion", applies=_acute_confusion),
    RedFlagRule(id="sudden_vision", applies=_only_reported),
    RedFlagRule(id="cannot_walk", applies=_only_reported),
    RedFlagRule(id="cauda_equina", applies=_cauda_equina),
    RedFlagRule(id="clot", applies=_only_reported),
    RedFlagRule(id="suicidal", applies=_only_reported),
    RedFlagRule(id="psychosis", applies=_psychosis),
    RedFlagRule(id="cord_signs", applies=_cord_signs),
    RedFlagRule(id="vision_worse", applies=_vision_worse),
    RedFlagRule(id="report_critical", applies=_report_critical),
    RedFlagRule(id="neuro_change", applies=_neuro_change),
    RedFlagRule(id="rash_after", applies=_only_reported),
    RedFlagRule(id="preg_newborn", applies=_pregnant_with_symptoms),
    RedFlagRule(id="gi_new", applies=_new_gut_symptoms),
    RedFlagRule(id="not_better", applies=not_helped_by_prescription),
)
"""One rule for every red flag that may be shown, most urgent first."""


def red_flags(answers: Answers) -> tuple[RedFlag, ...]:
    """Return the red flags that the answers raise, most urgent first."""
    return tuple(
        RED_FLAGS_BY_ID[rule.id]
        for rule in RULES
        if rule.id in answers.safety.happening or rule.applies(answers)
    )
