"""What the answers say, in the words of the rules: who takes what, who has which symptoms."""

from __future__ import annotations

from collections.abc import Collection

from appointments.answer_parts import Attempt, MedicineEntry, Operation, SymptomEntry
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_ROUTES_BY_ID, RouteKind
from appointments.catalogue.conditions import CONDITIONS_BY_ID, GUT
from appointments.catalogue.medicine_classes import MedicineKind
from appointments.catalogue.medicines import MEDICINES_BY_ID
from appointments.catalogue.surgeries import SURGERIES_BY_ID
from appointments.catalogue.symptoms import SYMPTOMS_BY_ID
from appointments.choices import Effect, NitrousOxide, Pregnancy, Source, YesNo
from appointments.rules.lab_facts import has_low_b12

AUTOIMMUNE_GASTRITIS = frozenset({"pa_aig", "atrophic_gastritis"})

_UNHELPFUL = frozenset({Effect.NO_CHANGE, Effect.WORSE})
_PRESCRIBED = frozenset({Source.PRESCRIBED, Source.BOTH})


def is_nerve_symptom(symptom: str) -> bool:
    """Whether a symptom concerns nerves, thinking or sight."""
    return symptom in SYMPTOMS_BY_ID and SYMPTOMS_BY_ID[symptom].nerve


def symptoms_among(answers: Answers, symptoms: Collection[str]) -> tuple[SymptomEntry, ...]:
    """Return the symptoms the person has, of those named."""
    return tuple(entry for entry in answers.symptoms.entries if entry.symptom in symptoms)


def nerve_symptoms(answers: Answers) -> tuple[SymptomEntry, ...]:
    """Return the symptoms that concern nerves, thinking or sight."""
    return tuple(entry for entry in answers.symptoms.entries if is_nerve_symptom(entry.symptom))


def has_condition(answers: Answers, conditions: Collection[str]) -> bool:
    """Whether the person has one of these conditions."""
    return any(condition in conditions for condition in answers.conditions.chosen)


def has_caution(answers: Answers, cautions: Collection[str]) -> bool:
    """Whether one of these cautions applies."""
    return any(caution in cautions for caution in answers.cautions.chosen)


def medicines_among(answers: Answers, medicines: Collection[str]) -> tuple[MedicineEntry, ...]:
    """Return the medicines that the person has not said they stopped, of those named."""
    return tuple(
        entry
        for entry in answers.medicines.entries
        if entry.medicine in medicines and entry.still_taking is not YesNo.NO
    )


def says_they_take(answers: Answers, medicines: Collection[str]) -> bool:
    """Whether the person said that they still take one of these medicines."""
    return any(entry.still_taking is YesNo.YES for entry in medicines_among(answers, medicines))


def stomach_or_bowel_operations(answers: Answers) -> tuple[Operation, ...]:
    """Return the operations of the catalogue; what somebody wrote in own words can be anything."""
    return tuple(
        entry
        for entry in answers.operations.entries
        if entry.surgery in SURGERIES_BY_ID and SURGERIES_BY_ID[entry.surgery].operation
    )


def had_operation(answers: Answers, surgeries: Collection[str]) -> bool:
    """Whether the person had one of these operations."""
    return any(entry.surgery in surgeries for entry in answers.operations.entries)


def is_pregnant_or_breastfeeding(answers: Answers) -> bool:
    """Whether the person is pregnant or breastfeeding now."""
    return answers.pregnancy.status in (Pregnancy.PREGNANT, Pregnancy.BREASTFEEDING)


def is_injection(attempt: Attempt) -> bool:
    """Whether this B12 was injected."""
    return B12_ROUTES_BY_ID[attempt.route].kind is RouteKind.INJECTION


def is_oral(attempt: Attempt) -> bool:
    """Whether this B12 was taken by mouth."""
    return B12_ROUTES_BY_ID[attempt.route].kind is RouteKind.ORAL


def b12_now(answers: Answers) -> tuple[Attempt, ...]:
    """Return the B12 that the person has not said they stopped."""
    return tuple(
        attempt for attempt in answers.attempts.entries if attempt.still_taking is not YesNo.NO
    )


def injections_now(answers: Answers) -> tuple[Attempt, ...]:
    """Return the injections that the person has not said they stopped."""
    return tuple(attempt for attempt in b12_now(answers) if is_injection(attempt))


def not_helped(attempt: Attempt) -> bool:
    """Whether the person says that it changed nothing, or made things worse."""
    return attempt.effect in _UNHELPFUL


def is_treatment(attempt: Attempt) -> bool:
    """Whether a clinician was involved: an injection, or B12 on prescription."""
    return is_injection(attempt) or attempt.source in _PRESCRIBED


def is_treated(answers: Answers) -> bool:
    """Whether the person is or was treated with B12."""
    return any(is_treatment(attempt) for attempt in answers.attempts.entries)


def unhelpful_treatment(answers: Answers) -> tuple[Attempt, ...]:
    """Return treatment that has not helped, unless the person said they stopped it."""
    return tuple(row for row in b12_now(answers) if not_helped(row) and is_treatment(row))


def knows_low_b12(answers: Answers) -> bool:
    """Whether "my low B12" is the person's own fact.

    It is when a result lies below the lab's own range or the report marks it low, or when they
    were told of a condition that is a lack of B12. Never because of a number of ours, and not
    because B12 was taken: some people have injections without ever having had a low result.
    """
    return has_low_b12(answers) or has_condition(answers, {"pa_aig", "inherited"})


def has_no_clear_cause(answers: Answers) -> bool:
    """Whether B12 is low or was treated, and no answer points to a reason."""
    gut = {row.id for row in CONDITIONS_BY_ID.values() if row.group is GUT}
    lowering = {row.id for row in MEDICINES_BY_ID.values() if MedicineKind.LOWERS_B12 in row.kinds}
    causes = (
        has_condition(answers, gut | {"alcohol", "hiv"}),
        bool(answers.operations.entries),
        bool(medicines_among(answers, lowering)),
        any(diet in ("vegan", "veg_low") for diet in answers.diet.chosen),
        uses_nitrous_oxide(answers),
    )
    known = knows_low_b12(answers) or is_treated(answers)
    return known and not any(causes)


def uses_nitrous_oxide(answers: Answers) -> bool:
    """Whether the person uses or used nitrous oxide for fun."""
    return answers.nitrous_oxide.use in (NitrousOxide.PAST, NitrousOxide.RECENT)
