"""Small things that several sections say: dates in words, "not answered", lists of phrases."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from appointments.catalogue.countries import MONTH_FIRST
from appointments.choices import NOT_KNOWN_ON_PAPER, PRIVATE_ON_PAPER, Has, YesNo, YesNoPrivate
from appointments.phrases import Joined, Phrase, Text, _
from appointments.summary.model import Cell, ChangeLink, Row

MONTHS = (
    Phrase(_("January")),
    Phrase(_("February")),
    Phrase(_("March")),
    Phrase(_("April")),
    Phrase(_("May")),
    Phrase(_("June")),
    Phrase(_("July")),
    Phrase(_("August")),
    Phrase(_("September")),
    Phrase(_("October")),
    Phrase(_("November")),
    Phrase(_("December")),
)
SHORT_MONTHS = (
    Phrase(_("Jan")),
    Phrase(_("Feb")),
    Phrase(_("Mar")),
    Phrase(_("Apr")),
    Phrase(_("May")),
    Phrase(_("Jun")),
    Phrase(_("Jul")),
    Phrase(_("Aug")),
    Phrase(_("Sep")),
    Phrase(_("Oct")),
    Phrase(_("Nov")),
    Phrase(_("Dec")),
)

KEPT_ON_PAGE_ONE = Phrase(_("Keep on page 1 of the sheet"))
NOT_ANSWERED = Phrase(_("Not answered"))
NO = Phrase(_("Answered “no” or “none”"))
NOT_KNOWN = Phrase(_("Not known"))
PRIVATE = Phrase(_("Prefers not to say"))

INSTEAD: dict[StrEnum, tuple[Phrase, Phrase]] = {
    Has.NONE: (NO, Phrase(_("none"))),
    Has.UNKNOWN: (NOT_KNOWN, NOT_KNOWN_ON_PAPER),
    Has.PRIVATE: (PRIVATE, PRIVATE_ON_PAPER),
    YesNoPrivate.NO: (NO, Phrase(_("no"))),
    YesNoPrivate.UNKNOWN: (NOT_KNOWN, NOT_KNOWN_ON_PAPER),
    YesNoPrivate.PRIVATE: (PRIVATE, PRIVATE_ON_PAPER),
}
"""What is said instead of an answer: the row that such answers share on paper, and the cell."""


_LEAD = re.compile(r"(?:since|from|for|until|till)\b", re.IGNORECASE)


def date_in_words(day: date, country: str | None) -> Phrase:
    """Return a date as people in a country write it, and nobody can misread."""
    words = (
        _("%(month)s %(day)s, %(year)s")
        if country in MONTH_FIRST
        else _("%(day)s %(month)s %(year)s")
    )
    return Phrase(
        words, {"month": MONTHS[day.month - 1], "day": str(day.day), "year": str(day.year)}
    )


def sentence(*parts: Text, separator: str = ", ") -> Text:
    """Return the parts that are not empty, in a row."""
    said = tuple(part for part in parts if part != "")
    return said[0] if len(said) == 1 else Joined(said, separator) if said else ""


def begun(start: str, still_taking: YesNo | None) -> Text:
    """Return when something began: "since" says that it goes on, which only the person knows.

    "since 2019" and "for 3 years" stand as they were typed.
    """
    if not start or _LEAD.match(start):
        return start
    words = _("since %(when)s") if still_taking is YesNo.YES else _("from %(when)s")
    return Phrase(words, {"when": start})


def says_it_goes_on(start: str, still_taking: YesNo | None) -> bool:
    """Whether the words of `begun` say by themselves that it goes on."""
    lead = _LEAD.match(start)
    return still_taking is YesNo.YES and (lead[0].casefold() == "since" if lead else bool(start))


def ended(end: str) -> Text:
    """Return when something ended; "until May" stands as it was typed."""
    return end if not end or _LEAD.match(end) else Phrase(_("until %(when)s"), {"when": end})


def fact(title: Text, text: Text, change: ChangeLink) -> Row:
    """Return a row of two cells; without a text it is a question that nobody answered."""
    cells = (Cell(text=title), Cell(text=text or NOT_ANSWERED))
    return Row(cells=cells, changes=(change,), answered=bool(text))


def said_instead(
    title: Text, answer: StrEnum, change: ChangeLink, *, folded_as: Text | None = None
) -> Row:
    """Return a row for "none", "not known" or "prefers not to say".

    Args:
        title: What it is about.
        answer: What was said.
        change: Where it is changed.
        folded_as: What it is called in the row that such answers share on paper, if not `title`.
    """
    if answer not in INSTEAD:  # a file can say "some", and name none
        return fact(title, "", change)
    fold, words = INSTEAD[answer]
    return Row(
        cells=(Cell(text=title), Cell(text=words)),
        changes=(change,),
        fold=fold,
        folded_as=folded_as or title,
    )


def unfolded(row: Row) -> Row:
    """Return the row as a row of its own: no other row of its section shares the answer."""
    return Row(cells=row.cells, changes=row.changes, answered=row.answered)
