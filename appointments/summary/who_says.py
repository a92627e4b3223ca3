"""Whose word an entry is, as a small word beside it.

What goes without saying is not printed; when checking, it is shown in the words of the form.
"""

from __future__ import annotations

from appointments.choices import (
    NOTICED_BY_SELF,
    RESULT_SAID_BY,
    SAID_BY,
    SAID_BY_SELF,
    NoticedBy,
    SaidBy,
)
from appointments.phrases import Phrase, Text, _

IN_WRITING = Phrase(_("copied from a report"))
SAYS_THE_PATIENT = Phrase(_("says the patient"))
SAYS_THE_CAREGIVER = Phrase(_("says the caregiver"))
FROM_MEMORY = Phrase(_("from memory"))

# What goes without saying of whoever writes the sheet, and of a result.
UNSAID = {
    SaidBy.PATIENT: SAID_BY_SELF[SaidBy.PATIENT],
    SaidBy.CAREGIVER: SAID_BY[SaidBy.CAREGIVER],
    SaidBy.REPORT: RESULT_SAID_BY[SaidBy.REPORT],
}


def told(*, for_other: bool) -> Text:
    """Return what is printed beside what somebody only heard."""
    return Phrase(_("we were told")) if for_other else Phrase(_("I was told"))


def noticed(who: NoticedBy | None, *, for_other: bool) -> Text:
    """Return who noticed a symptom: that patients notice their own goes without saying.

    Args:
        who: The answer.
        for_other: Whether a caregiver writes; then it is said of the patient too.
    """
    words: dict[NoticedBy | None, Text] = {
        NoticedBy.PATIENT: Phrase(_("noticed by the patient")) if for_other else "",
        NoticedBy.OTHER: Phrase(_("noticed by somebody else")),
        NoticedBy.BOTH: Phrase(_("others noticed it too")),
        NoticedBy.REPORT: IN_WRITING,
        NoticedBy.TOLD: told(for_other=for_other),
    }
    return words.get(who, "")


def said(who: SaidBy | None, *, for_other: bool) -> Text:
    """Return whose word an entry is: that of whoever writes the sheet goes without saying."""
    words: dict[SaidBy | None, Text] = {
        SaidBy.PATIENT: SAYS_THE_PATIENT if for_other else "",
        SaidBy.CAREGIVER: "" if for_other else SAYS_THE_CAREGIVER,
        SaidBy.REPORT: IN_WRITING,
        SaidBy.TOLD: told(for_other=for_other),
    }
    return words.get(who, "")


def result_said(who: SaidBy | None, *, for_other: bool) -> Text:
    """Return where a result is known from: that it was copied from the report needs no word."""
    if who is SaidBy.REPORT:
        return ""
    if who is (SaidBy.CAREGIVER if for_other else SaidBy.PATIENT):
        return FROM_MEMORY
    return said(who, for_other=for_other)


def unsaid(who: NoticedBy | SaidBy | None, *, printed: Text) -> Text:
    """Return an answer in the words of the form, if nothing of it is printed; else "".

    Args:
        who: The answer.
        printed: What `noticed`, `said` or `result_said` makes of it.
    """
    if who is None or printed:
        return ""
    return NOTICED_BY_SELF[who] if isinstance(who, NoticedBy) else UNSAID[who]
