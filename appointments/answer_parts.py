"""The parts of the answers, one for each part of the form, and how much each may hold."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from appointments.answer_types import (
    CautionId,
    ConditionId,
    DietId,
    FormId,
    Item,
    LabTestId,
    Line,
    MedicineId,
    Model,
    Named,
    Note,
    RedFlagId,
    RouteId,
    SurgeryId,
    SymptomId,
    UnitId,
)
from appointments.choices import (
    B12Before,
    DoseUnit,
    Effect,
    Has,
    HasResults,
    Missed,
    NitrousOxide,
    NoticedBy,
    Pregnancy,
    QualitativeResult,
    ReportFlag,
    SaidBy,
    Source,
    Trend,
    YesNo,
    YesNoPrivate,
)

MAX_SYMPTOMS = 20
MAX_LAB_RESULTS = 30
MAX_OPERATIONS = 10
MAX_MEDICINES = 20
MAX_ATTEMPTS = 10
MAX_OWN_QUESTIONS = 8
MAX_ADDED_QUESTIONS = 60
MAX_IMPORTANT = 3


class About(Model):
    """Who the sheet is about, and for which appointment."""

    name: Line = ""
    date_of_birth: date | None = None
    reason: Line = ""  # for the visit, in a few words
    appointment_on: date | None = None
    appointment_with: Line = ""
    caregiver_name: Line = ""
    caregiver_relationship: Line = ""


class Safety(Model):
    """The short safety page: what is happening now, or new in the last two weeks."""

    happening: tuple[RedFlagId, ...] = ()
    none_of_these: bool = False
    past: Note = ""


class SymptomEntry(Named):
    """One symptom, with its course."""

    symptom: SymptomId
    since: Line = ""
    recent: YesNo | None = None  # new, or clearly worse, in the last two weeks
    trend: Trend | None = None
    effect: Note = ""  # what it stops the person doing
    pinned: bool = False  # to page 1 of the sheet
    noticed_by: NoticedBy | None = None

    @model_validator(mode="after")
    def _named(self) -> SymptomEntry:
        self._check_own_words(self.symptom)
        return self


class Symptoms(Model):
    """The symptoms, or that there are none."""

    has: Literal[Has.SOME, Has.NONE, Has.UNKNOWN] | None = None
    entries: Annotated[tuple[SymptomEntry, ...], Field(max_length=MAX_SYMPTOMS)] = ()


class LabResult(Named):
    """One lab result, exactly as the report prints it."""

    test: LabTestId
    qualitative: QualitativeResult | None = None
    value: Line = ""
    waiting: bool = False
    unit: UnitId = ""
    unit_as_printed: Line = ""
    lab_range: Line = ""
    flag: ReportFlag | None = None
    taken_on: Line = ""
    b12_before: B12Before | None = None
    b12_how_long: Line = ""  # from the last tablet or injection to the sample
    biotin: YesNo | None = None  # in the three days before the sample
    pinned: bool = False  # to page 1 of the sheet
    said_by: SaidBy | None = None  # None: copied, as the form asks

    @model_validator(mode="after")
    def _named(self) -> LabResult:
        self._check_own_words(self.test)
        return self


class LabResults(Model):
    """The lab results, or why there are none."""

    has: HasResults | None = None
    entries: Annotated[tuple[LabResult, ...], Field(max_length=MAX_LAB_RESULTS)] = ()


class Conditions(Model):
    """Conditions that can affect B12 or its tests."""

    has: Has | None = None
    chosen: tuple[ConditionId, ...] = ()
    other: Note = ""


class Operation(Named):
    """One operation on the stomach or bowel."""

    surgery: SurgeryId
    year: Line = ""
    detail: Line = ""
    said_by: SaidBy | None = None

    @model_validator(mode="after")
    def _named(self) -> Operation:
        self._check_own_words(self.surgery)
        return self


class Operations(Model):
    """The operations, or that there are none."""

    has: Has | None = None
    entries: Annotated[tuple[Operation, ...], Field(max_length=MAX_OPERATIONS)] = ()


class MedicineEntry(Named):
    """One medicine, with its dose."""

    medicine: MedicineId
    dose: Line = ""
    since: Line = ""
    still_taking: YesNo | None = None
    a_year_or_more: YesNo | None = None
    said_by: SaidBy | None = None

    @model_validator(mode="after")
    def _named(self) -> MedicineEntry:
        self._check_own_words(self.medicine)
        return self


class Medicines(Model):
    """The medicines, or that there are none."""

    has: Has | None = None
    entries: Annotated[tuple[MedicineEntry, ...], Field(max_length=MAX_MEDICINES)] = ()


class Diet(Model):
    """How the person eats, as far as B12 goes."""

    has: Has | None = None  # none: none of the ways of eating in the list
    chosen: tuple[DietId, ...] = ()
    detail: Note = ""


class NitrousOxideUse(Model):
    """Nitrous oxide (laughing gas) used for fun."""

    use: NitrousOxide | None = None
    last_used: Line = ""
    how_often: Line = ""


class Family(Model):
    """Relatives with B12 deficiency or autoimmune disease; background that changes lab ranges."""

    has: YesNoPrivate | None = None
    detail: Note = ""
    black_background: YesNoPrivate | None = None


class PregnancyAnswer(Model):
    """Pregnancy and breastfeeding."""

    status: Pregnancy | None = None
    detail: Line = ""


class Cautions(Model):
    """Things a clinician wants to know before giving B12."""

    has: Has | None = None
    chosen: tuple[CautionId, ...] = ()
    detail: Note = ""


class Attempt(Item):
    """One B12 product tried: tablets, sprays, drops or injections."""

    route: RouteId
    form: FormId | None = None
    product: Line = ""
    dose: Line = ""
    dose_unit: DoseUnit | None = None
    how_often: Line = ""
    started: Line = ""
    stopped: Line = ""
    still_taking: YesNo | None = None
    missed: Missed | None = None
    missed_why: Note = ""
    source: Source | None = None
    effect: Effect | None = None
    effect_detail: Note = ""
    wears_off_early: YesNo | None = None  # whether symptoms come back before the next dose
    wears_off: Line = ""  # when they do
    had_reaction: YesNo | None = None
    reaction: Note = ""
    pinned: bool = False  # to page 1 of the sheet
    said_by: SaidBy | None = None


class Attempts(Model):
    """B12 tried so far, or that none was."""

    has: Literal[Has.SOME, Has.NONE, Has.UNKNOWN] | None = None
    entries: Annotated[tuple[Attempt, ...], Field(max_length=MAX_ATTEMPTS)] = ()


class OwnQuestion(Item):
    """A question in the person's own words."""

    text: Note


class Questions(Model):
    """The questions to ask, in order.

    `chosen` is None until the person has been to the page; then it holds ids of suggested
    questions, and `own-<item>` for their own, in the order to print. `added` are ids of
    questions that they put on the list while reading the article.
    """

    added: Annotated[tuple[Line, ...], Field(max_length=MAX_ADDED_QUESTIONS)] = ()
    chosen: tuple[Line, ...] | None = None
    important: Annotated[tuple[Line, ...], Field(max_length=MAX_IMPORTANT)] = ()
    own: Annotated[tuple[OwnQuestion, ...], Field(max_length=MAX_OWN_QUESTIONS)] = ()
