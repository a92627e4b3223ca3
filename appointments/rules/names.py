"""What list entries are called: in the catalogue's words, or the person's own."""

from __future__ import annotations

from collections.abc import Iterable

from appointments.answer_parts import Attempt, LabResult, MedicineEntry, Operation, SymptomEntry
from appointments.answer_types import OTHER
from appointments.catalogue.b12_products import B12_ROUTES_BY_ID
from appointments.catalogue.lab_tests import LAB_TESTS_BY_ID
from appointments.catalogue.medicines import MEDICINES_BY_ID
from appointments.catalogue.surgeries import SURGERIES_BY_ID
from appointments.catalogue.symptoms import SYMPTOMS_BY_ID
from appointments.phrases import Text

# A reason is one line; more names than this do not make it clearer.
_MOST = 3


def symptom_name(entry: SymptomEntry) -> Text:
    """Return what a symptom is called, in short."""
    return entry.own_words if entry.symptom == OTHER else SYMPTOMS_BY_ID[entry.symptom].name


def medicine_name(entry: MedicineEntry) -> Text:
    """Return what a medicine is called."""
    return entry.own_words if entry.medicine == OTHER else MEDICINES_BY_ID[entry.medicine].wording


def operation_name(entry: Operation) -> Text:
    """Return what an operation is called."""
    return entry.own_words if entry.surgery == OTHER else SURGERIES_BY_ID[entry.surgery].wording


def lab_test_name(result: LabResult) -> Text:
    """Return what a lab test is called."""
    return result.own_words if result.test == OTHER else LAB_TESTS_BY_ID[result.test].wording


def symptom_names(entries: Iterable[SymptomEntry]) -> tuple[Text, ...]:
    """Return what the first few symptoms are called."""
    return tuple(symptom_name(entry) for entry in entries)[:_MOST]


def medicine_names(entries: Iterable[MedicineEntry]) -> tuple[Text, ...]:
    """Return what the first few medicines are called."""
    return tuple(medicine_name(entry) for entry in entries)[:_MOST]


def operation_names(entries: Iterable[Operation]) -> tuple[Text, ...]:
    """Return what the first few operations are called."""
    return tuple(operation_name(entry) for entry in entries)[:_MOST]


def lab_test_names(results: Iterable[LabResult]) -> tuple[Text, ...]:
    """Return what the first few tests are called, each once."""
    called = {result.test: lab_test_name(result) for result in results}
    return tuple(called.values())[:_MOST]


def b12_names(attempts: Iterable[Attempt]) -> tuple[Text, ...]:
    """Return how the first few B12 products are taken, each once."""
    called: dict[str, Text] = {
        attempt.route: B12_ROUTES_BY_ID[attempt.route].wording for attempt in attempts
    }
    return tuple(called.values())[:_MOST]
