"""Which red flags the answers raise. What is happening now or new counts; what is over does not.

A flag comes from the safety page, or from an answer elsewhere that says the same. A lab number
never raises one: only the report's own mark does (clinical brief, 3.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from appointments.answer_parts import (
    Attempt,
    Conditions,
    LabResult,
    PregnancyAnswer,
    Safety,
    SymptomEntry,
)
from appointments.answers import Answers
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.catalogue.red_flags import RED_FLAGS_BY_ID, RedFlag, Route, Tier
from appointments.choices import Effect, Pregnancy, ReportFlag, Trend, YesNo
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.facts import (
    AUTOIMMUNE_GASTRITIS,
    has_condition,
    is_nerve_symptom,
    is_pregnant_or_breastfeeding,
    unhelpful_treatment,
)
from appointments.rules.names import b12_names, lab_test_name, symptom_name

CORD = frozenset({"muscle_weak", "unsteady", "falls_gait"})
SPHINCTER_AND_SADDLE = frozenset({"bladder", "bowel", "sexual"})
CONFUSION = frozenset({"confusion"})
VISION = frozenset({"blurred", "blind_spot"})
PSYCHOSIS = frozenset({"psychosis"})
UPPER_GUT = frozenset({"nausea_indigestion", "appetite_weight"})

_URGENT_IF_NEW = CORD | SPHINCTER_AND_SADDLE | CONFUSION

Told = Safety | SymptomEntry | LabResult | Conditions | PregnancyAnswer | Attempt
"""An answer that can raise a red flag."""


@dataclass(frozen=True, kw_only=True)
class RaisedFlag:
    """A red flag that the answers raise.

    Attributes:
        flag: The row of the catalogue.
        reported: What the person said, to a clinician: never more than they said.
        told_by: The answers that raise it.
    """

    flag: RedFlag
    reported: Text
    told_by: tuple[Told, ...]

    @property
    def id(self) -> str:
        """The flag's stable identifier."""
        return self.flag.id

    @property
    def tier(self) -> Tier:
        """How soon."""
        return self.flag.tier

    @property
    def route(self) -> Route:
        """Whom to contact."""
        return self.flag.route

    @property
    def action(self) -> Phrase:
        """What to do."""
        return self.flag.action


@dataclass(frozen=True, kw_only=True)
class RedFlagRule:
    """When a red flag of the catalogue is raised by answers other than the safety page.

    Attributes:
        id: The flag.
        told_by: The answers that say the same; none if it is not raised.
        says: What those answers say.
    """

    id: str
    told_by: Callable[[Answers], tuple[Told, ...]]
    says: Callable[[Answers], Text]


def _new(entry: SymptomEntry) -> bool:
    """Whether it began, or clearly got worse, in the last two weeks."""
    return entry.recent is YesNo.YES


def _new_or_worse(entry: SymptomEntry) -> bool:
    return _new(entry) or entry.trend is Trend.WORSE


def _is_described(entry: SymptomEntry) -> bool:
    """Whether anything was said of it; one that was only picked still gets its page."""
    return any((entry.since, entry.recent, entry.trend, entry.effect, entry.noticed_by))


def _may_be_new(entry: SymptomEntry) -> bool:
    """Whether nobody said that it is not new. "I don't know" does not rule it out."""
    return _is_described(entry) and entry.recent is not YesNo.NO


def _acute(symptoms: frozenset[str]) -> Callable[[SymptomEntry], bool]:
    return lambda entry: entry.symptom in symptoms and _new(entry)


def _vision_worse(entry: SymptomEntry) -> bool:
    return entry.symptom in VISION and _new_or_worse(entry)


def _psychosis(entry: SymptomEntry) -> bool:
    """Whether somebody sees or hears things, unless it is known to be long-standing."""
    long_standing = entry.recent is YesNo.NO and entry.trend is not Trend.WORSE
    return entry.symptom in PSYCHOSIS and not long_standing


def _neuro_change(entry: SymptomEntry) -> bool:
    """Whether a nerve symptom changed, or may have, that no more urgent flag speaks for."""
    if _acute(_URGENT_IF_NEW)(entry) or _vision_worse(entry):
        return False
    fail_safe = entry.symptom in _URGENT_IF_NEW | VISION and _may_be_new(entry)
    return fail_safe or (is_nerve_symptom(entry.symptom) and _new_or_worse(entry))


_RECENT = _("%(symptoms)s: new or worse in the last 2 weeks")
_WORSE = _("%(symptoms)s: getting worse")
_NOT_KNOWN = _("%(symptoms)s: not known if new or worse")


def _described(entries: tuple[SymptomEntry, ...]) -> Text:
    """Return the symptoms by what was said of their course."""
    by_course: dict[str, list[Text]] = {}
    for entry in entries:
        course = _RECENT if _new(entry) else _WORSE if _new_or_worse(entry) else _NOT_KNOWN
        by_course.setdefault(course, []).append(symptom_name(entry))
    # Some names hold commas.
    return Joined(
        tuple(
            Phrase(course, {"symptoms": Joined(tuple(by_course[course]), "; ")})
            for course in (_RECENT, _WORSE, _NOT_KNOWN)
            if course in by_course
        ),
        ". ",
    )


def _by_symptoms(flag: str, raises: Callable[[SymptomEntry], bool]) -> RedFlagRule:
    """Return a rule that names the symptoms that raise the flag."""

    def entries(answers: Answers) -> tuple[SymptomEntry, ...]:
        return tuple(entry for entry in answers.symptoms.entries if raises(entry))

    return RedFlagRule(id=flag, told_by=entries, says=lambda answers: _described(entries(answers)))


def _by_safety_page(flag: str) -> RedFlagRule:
    """Return a rule for a flag that no other answer raises."""
    return RedFlagRule(
        id=flag, told_by=lambda _answers: (), says=lambda _answers: RED_FLAGS_BY_ID[flag].reported
    )


def _marked_critical(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(
        result for result in answers.lab_results.entries if result.flag is ReportFlag.CRITICAL
    )


def _critical_says(answers: Answers) -> Text:
    names = tuple(dict.fromkeys(lab_test_name(result) for result in _marked_critical(answers)))
    return Phrase(_("The report marks as critical: %(tests)s"), {"tests": Joined(names, "; ")})


def _pregnant_with_symptoms(answers: Answers) -> tuple[PregnancyAnswer, ...]:
    symptoms = is_pregnant_or_breastfeeding(answers) and answers.symptoms.entries
    return (answers.pregnancy,) if symptoms else ()


def _pregnant_says(answers: Answers) -> Text:
    if answers.pregnancy.status is Pregnancy.BREASTFEEDING:
        return Phrase(_("Breastfeeding, with symptoms"))
    return Phrase(_("Pregnant, with symptoms"))


def _gut_symptoms(answers: Answers) -> tuple[SymptomEntry, ...]:
    return tuple(
        entry
        for entry in answers.symptoms.entries
        if entry.symptom in UPPER_GUT and _new_or_worse(entry)
    )


def _new_gut_symptoms(answers: Answers) -> tuple[Told, ...]:
    gastritis = has_condition(answers, AUTOIMMUNE_GASTRITIS)
    symptoms = _gut_symptoms(answers)
    return (*symptoms, answers.conditions) if gastritis and symptoms else ()


def _gut_says(answers: Answers) -> Text:
    conditions = tuple(
        CONDITIONS_BY_ID[row].wording
        for row in answers.conditions.chosen
        if row in AUTOIMMUNE_GASTRITIS
    )
    return Joined((*conditions, _described(_gut_symptoms(answers))), ". ")


def _not_better_says(answers: Answers) -> Text:
    treatments = unhelpful_treatment(answers)
    worse = [row for row in treatments if row.effect is Effect.WORSE]
    if worse:
        return Phrase(_("Worse on B12 treatment: %(b12)s"), {"b12": Joined(b12_names(worse), "; ")})
    return Phrase(
        _("No change on B12 treatment: %(b12)s"), {"b12": Joined(b12_names(treatments), "; ")}
    )


RULES = (
    _by_safety_page("anaphylaxis"),
    _by_safety_page("chest_pain"),
    _by_safety_page("collapse"),
    _by_safety_page("stroke_signs"),
    _by_symptoms("acute_confusion", _acute(CONFUSION)),
    _by_safety_page("sudden_vision"),
    _by_safety_page("cannot_walk"),
    _by_symptoms("cauda_equina", _acute(SPHINCTER_AND_SADDLE)),
    _by_safety_page("clot"),
    _by_safety_page("suicidal"),
    _by_symptoms("psychosis", _psychosis),
    _by_symptoms("cord_signs", _acute(CORD)),
    _by_symptoms("vision_worse", _vision_worse),
    RedFlagRule(id="report_critical", told_by=_marked_critical, says=_critical_says),
    _by_symptoms("neuro_change", _neuro_change),
    _by_safety_page("rash_after"),
    RedFlagRule(id="preg_newborn", told_by=_pregnant_with_symptoms, says=_pregnant_says),
    RedFlagRule(id="gi_new", told_by=_new_gut_symptoms, says=_gut_says),
    RedFlagRule(id="not_better", told_by=unhelpful_treatment, says=_not_better_says),
)
"""One rule for every red flag that may be shown, most urgent first."""


def red_flags(answers: Answers) -> tuple[RaisedFlag, ...]:
    """Return the red flags that the answers raise, most urgent first."""
    raised = (_raised(rule, answers) for rule in RULES)
    return tuple(flag for flag in raised if flag)


def _raised(rule: RedFlagRule, answers: Answers) -> RaisedFlag | None:
    flag = RED_FLAGS_BY_ID[rule.id]
    told_by = rule.told_by(answers)
    if rule.id in answers.safety.happening:
        # The person ticked these very words; what they said elsewhere stands there.
        told_by = (answers.safety, *told_by)
        return RaisedFlag(flag=flag, reported=flag.reported, told_by=told_by)
    if told_by:
        return RaisedFlag(flag=flag, reported=rule.says(answers), told_by=told_by)
    return None
