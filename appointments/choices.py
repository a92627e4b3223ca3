"""The answers that are one of a few, and the words for each, on the form and on the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from appointments.phrases import Phrase, _


class PreparingFor(StrEnum):
    """Whose appointment it is."""

    SELF = "self"
    OTHER = "other"


class YesNo(StrEnum):
    """A plain yes or no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class YesNoPrivate(StrEnum):
    """A yes or no that a person may prefer not to give."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    PRIVATE = "private"


class Has(StrEnum):
    """Whether a list has entries, and if not, why."""

    SOME = "some"
    NONE = "none"
    UNKNOWN = "unknown"
    PRIVATE = "private"


class Trend(StrEnum):
    """How a symptom is going."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    VARIES = "varies"
    UNKNOWN = "unknown"


class NoticedBy(StrEnum):
    """Who noticed a symptom, or where else it is known from."""

    PATIENT = "patient"
    OTHER = "other"
    BOTH = "both"
    REPORT = "report"
    TOLD = "told"


class SaidBy(StrEnum):
    """Whose word an entry is."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    REPORT = "report"
    TOLD = "told"


class HasResults(StrEnum):
    """Whether there are lab results to copy."""

    SOME = "some"
    WAITING = "waiting"
    NONE = "none"
    UNKNOWN = "unknown"


class ReportFlag(StrEnum):
    """The mark that the report itself prints beside a result."""

    NOT_MARKED = "not_marked"
    LOW = "low"
    HIGH = "high"
    ABNORMAL = "abnormal"
    BORDERLINE = "borderline"
    CRITICAL = "critical"


class QualitativeResult(StrEnum):
    """A result in the report's own word, instead of a number or beside one."""

    NEGATIVE = "negative"
    NOT_DETECTED = "not_detected"
    EQUIVOCAL = "equivocal"
    BORDERLINE = "borderline"
    WEAK_POSITIVE = "weak_positive"
    POSITIVE = "positive"
    DETECTED = "detected"


class B12Before(StrEnum):
    """The B12 last taken before the sample, or that there was none."""

    NONE = "none"
    ORAL = "oral"
    INJECTION = "injection"
    UNKNOWN = "unknown"


class NitrousOxide(StrEnum):
    """Use of nitrous oxide for fun."""

    NEVER = "never"
    PAST = "past"
    RECENT = "recent"
    UNKNOWN = "unknown"
    PRIVATE = "private"


class Pregnancy(StrEnum):
    """Pregnancy and breastfeeding."""

    PREGNANT = "pregnant"
    BREASTFEEDING = "breastfeeding"
    PLANNING = "planning"
    NO = "no"
    UNKNOWN = "unknown"
    PRIVATE = "private"


class DoseUnit(StrEnum):
    """The unit of a B12 dose."""

    MICROGRAMS = "micrograms"
    MILLIGRAMS = "mg"
    UNKNOWN = "unknown"


class Missed(StrEnum):
    """How often doses were missed."""

    NEVER = "never"
    SOMETIMES = "sometimes"
    OFTEN = "often"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """How the B12 was come by."""

    PRESCRIBED = "prescribed"
    BOUGHT = "bought"
    BOTH = "both"
    UNKNOWN = "unknown"


class Effect(StrEnum):
    """What came of it."""

    BETTER = "better"
    SOME = "some"
    NO_CHANGE = "no_change"
    WORSE = "worse"
    TOO_EARLY = "too_early"
    UNKNOWN = "unknown"


UNKNOWN = Phrase(_("I don’t know"))
PRIVATE = Phrase(_("I prefer not to say"))

_IN_WRITING = Phrase(_("Copied from a report or letter"))
_I_WAS_TOLD = Phrase(_("I was told"))
_WE_WERE_TOLD = Phrase(_("We were told"))

PREPARING_FOR: Mapping[StrEnum, Phrase] = {
    PreparingFor.SELF: Phrase(_("Myself")),
    PreparingFor.OTHER: Phrase(_("Someone I care for")),
}
YES_NO: Mapping[StrEnum, Phrase] = {
    YesNo.YES: Phrase(_("Yes")),
    YesNo.NO: Phrase(_("No")),
    YesNo.UNKNOWN: UNKNOWN,
}
YES_NO_PRIVATE: Mapping[StrEnum, Phrase] = {
    YesNoPrivate.YES: Phrase(_("Yes")),
    YesNoPrivate.NO: Phrase(_("No")),
    YesNoPrivate.UNKNOWN: UNKNOWN,
    YesNoPrivate.PRIVATE: PRIVATE,
}
TREND: Mapping[StrEnum, Phrase] = {
    Trend.BETTER: Phrase(_("Getting better")),
    Trend.SAME: Phrase(_("About the same")),
    Trend.WORSE: Phrase(_("Getting worse")),
    Trend.VARIES: Phrase(_("Comes and goes")),
    Trend.UNKNOWN: UNKNOWN,
}
NOTICED_BY: Mapping[StrEnum, Phrase] = {
    NoticedBy.PATIENT: Phrase(_("The patient noticed it")),
    NoticedBy.OTHER: Phrase(_("I or somebody else noticed it")),
    NoticedBy.BOTH: Phrase(_("Both")),
    NoticedBy.REPORT: _IN_WRITING,
    NoticedBy.TOLD: _WE_WERE_TOLD,
}
NOTICED_BY_SELF: Mapping[StrEnum, Phrase] = {
    NoticedBy.PATIENT: Phrase(_("I noticed it")),
    NoticedBy.OTHER: Phrase(_("My caregiver or somebody else noticed it")),
    NoticedBy.BOTH: Phrase(_("Both")),
    NoticedBy.REPORT: _IN_WRITING,
    NoticedBy.TOLD: _I_WAS_TOLD,
}
SAID_BY: Mapping[StrEnum, Phrase] = {
    SaidBy.PATIENT: Phrase(_("The patient says so")),
    SaidBy.CAREGIVER: Phrase(_("I know it as the caregiver")),
    SaidBy.REPORT: _IN_WRITING,
    SaidBy.TOLD: _WE_WERE_TOLD,
}
SAID_BY_SELF: Mapping[StrEnum, Phrase] = {
    SaidBy.PATIENT: Phrase(_("I know it myself")),
    SaidBy.CAREGIVER: Phrase(_("My caregiver says so")),
    SaidBy.REPORT: _IN_WRITING,
    SaidBy.TOLD: _I_WAS_TOLD,
}
# Of a lab result: nobody notices a number.
RESULT_SAID_BY: Mapping[StrEnum, Phrase] = {
    SaidBy.REPORT: Phrase(_("Copied from the report")),
    SaidBy.PATIENT: Phrase(_("The patient remembers it")),
    SaidBy.CAREGIVER: Phrase(_("I remember it as the caregiver")),
    SaidBy.TOLD: _WE_WERE_TOLD,
}
RESULT_SAID_BY_SELF: Mapping[StrEnum, Phrase] = {
    SaidBy.REPORT: Phrase(_("Copied from the report")),
    SaidBy.PATIENT: Phrase(_("I remember it")),
    SaidBy.CAREGIVER: Phrase(_("My caregiver remembers it")),
    SaidBy.TOLD: _I_WAS_TOLD,
}
HAS_RESULTS: Mapping[StrEnum, Phrase] = {
    HasResults.SOME: Phrase(_("Yes")),
    HasResults.WAITING: Phrase(_("Waiting for results")),
    HasResults.NONE: Phrase(_("No results yet")),
    HasResults.UNKNOWN: UNKNOWN,
}
REPORT_FLAG: Mapping[StrEnum, Phrase] = {
    ReportFlag.NOT_MARKED: Phrase(_("No mark")),
    ReportFlag.LOW: Phrase(_("Low (L, ↓ or “below range”)")),
    ReportFlag.HIGH: Phrase(_("High (H, ↑ or “above range”)")),
    ReportFlag.BORDERLINE: Phrase(_("Borderline or indeterminate")),
    ReportFlag.ABNORMAL: Phrase(_("Abnormal (A or *)")),
    ReportFlag.CRITICAL: Phrase(_("Critical, panic or urgent (LL, HH, !!)")),
}
REPORT_FLAG_ON_PAPER: Mapping[StrEnum, Phrase] = {
    ReportFlag.LOW: Phrase(_("marked low on the report")),
    ReportFlag.HIGH: Phrase(_("marked high on the report")),
    ReportFlag.BORDERLINE: Phrase(_("marked borderline on the report")),
    ReportFlag.ABNORMAL: Phrase(_("marked abnormal on the report")),
    ReportFlag.CRITICAL: Phrase(_("marked critical on the report")),
}
QUALITATIVE_RESULT: Mapping[StrEnum, Phrase] = {
    QualitativeResult.NEGATIVE: Phrase(_("Negative")),
    QualitativeResult.NOT_DETECTED: Phrase(_("Not detected")),
    QualitativeResult.EQUIVOCAL: Phrase(_("Equivocal")),
    QualitativeResult.BORDERLINE: Phrase(_("Borderline")),
    QualitativeResult.WEAK_POSITIVE: Phrase(_("Weak positive")),
    QualitativeResult.POSITIVE: Phrase(_("Positive")),
    QualitativeResult.DETECTED: Phrase(_("Detected")),
}
B12_BEFORE: Mapping[StrEnum, Phrase] = {
    B12Before.NONE: Phrase(_("No B12 before this test")),
    B12Before.ORAL: Phrase(_("Yes, tablets, drops or spray")),
    B12Before.INJECTION: Phrase(_("Yes, an injection")),
    B12Before.UNKNOWN: UNKNOWN,
}
B12_BEFORE_ON_PAPER: Mapping[StrEnum, Phrase] = {
    B12Before.NONE: Phrase(_("no B12 before this sample")),
    B12Before.ORAL: Phrase(_("taken after tablets, drops or spray")),
    B12Before.INJECTION: Phrase(_("taken after an injection")),
    B12Before.UNKNOWN: Phrase(_("not known if B12 was taken before")),
}
NITROUS_OXIDE: Mapping[StrEnum, Phrase] = {
    NitrousOxide.NEVER: Phrase(_("Never")),
    NitrousOxide.RECENT: Phrase(_("Yes, in the last 12 months")),
    NitrousOxide.PAST: Phrase(_("Yes, longer ago")),
    NitrousOxide.UNKNOWN: UNKNOWN,
    NitrousOxide.PRIVATE: PRIVATE,
}
PREGNANCY: Mapping[StrEnum, Phrase] = {
    Pregnancy.PREGNANT: Phrase(_("Pregnant")),
    Pregnancy.BREASTFEEDING: Phrase(_("Breastfeeding")),
    Pregnancy.PLANNING: Phrase(_("Planning a pregnancy")),
    Pregnancy.NO: Phrase(_("No, or does not apply")),
    Pregnancy.UNKNOWN: UNKNOWN,
    Pregnancy.PRIVATE: PRIVATE,
}
TREND_ON_PAPER: Mapping[StrEnum, Phrase] = {
    Trend.BETTER: Phrase(_("better")),
    Trend.SAME: Phrase(_("same")),
    Trend.WORSE: Phrase(_("worse")),
    Trend.VARIES: Phrase(_("comes and goes")),
    Trend.UNKNOWN: Phrase(_("not known")),
}
DOSE_UNIT: Mapping[StrEnum, Phrase] = {
    DoseUnit.MICROGRAMS: Phrase(_("micrograms (mcg, µg)")),
    DoseUnit.MILLIGRAMS: Phrase(_("mg")),
    DoseUnit.UNKNOWN: UNKNOWN,
}
MISSED: Mapping[StrEnum, Phrase] = {
    Missed.NEVER: Phrase(_("Never or hardly ever")),
    Missed.SOMETIMES: Phrase(_("Sometimes")),
    Missed.OFTEN: Phrase(_("Often")),
    Missed.UNKNOWN: UNKNOWN,
}
MISSED_ON_PAPER: Mapping[StrEnum, Phrase] = {
    Missed.NEVER: Phrase(_("doses rarely missed")),
    Missed.SOMETIMES: Phrase(_("doses sometimes missed")),
    Missed.OFTEN: Phrase(_("doses often missed")),
    Missed.UNKNOWN: Phrase(_("missed doses: not known")),
}
SOURCE: Mapping[StrEnum, Phrase] = {
    Source.PRESCRIBED: Phrase(_("Prescribed")),
    Source.BOUGHT: Phrase(_("Bought without a prescription")),
    Source.BOTH: Phrase(_("Both")),
    Source.UNKNOWN: UNKNOWN,
}
SOURCE_ON_PAPER: Mapping[StrEnum, Phrase] = {
    Source.PRESCRIBED: Phrase(_("prescribed")),
    Source.BOUGHT: Phrase(_("bought")),
    Source.BOTH: Phrase(_("prescribed and bought")),
    Source.UNKNOWN: Phrase(_("not known if prescribed or bought")),
}
EFFECT: Mapping[StrEnum, Phrase] = {
    Effect.BETTER: Phrase(_("Much better")),
    Effect.SOME: Phrase(_("A little better")),
    Effect.NO_CHANGE: Phrase(_("No change")),
    Effect.WORSE: Phrase(_("Worse")),
    Effect.TOO_EARLY: Phrase(_("Too early to say")),
    Effect.UNKNOWN: UNKNOWN,
}
NOT_KNOWN_ON_PAPER = Phrase(_("not known"))
PRIVATE_ON_PAPER = Phrase(_("prefers not to say"))


def on_paper(words: Mapping[StrEnum, Phrase], answer: StrEnum) -> Phrase:
    """Return an answer as the sheet prints it: "I don't know" reads "not known"."""
    phrase = words[answer]
    return {UNKNOWN.message: NOT_KNOWN_ON_PAPER, PRIVATE.message: PRIVATE_ON_PAPER}.get(
        phrase.message, phrase
    )
