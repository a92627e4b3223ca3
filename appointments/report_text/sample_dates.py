"""The date of the sample, as a report prints it; a birth or report date is never taken for it."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan|feb|mar|mär|mrz|apr|may|mai|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]{0,7}\.?"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:[0-9]{4}|[0-9]{2})"


def _date(name: str) -> str:
    """Return the pattern of one date; `name` keeps its groups apart from those of others."""
    return (
        rf"(?P<{name}>[0-9]{{4}}(?P<{name}a>[-/.])[0-9]{{1,2}}(?P={name}a)[0-9]{{1,2}}"
        rf"|[0-9]{{1,2}}(?P<{name}b>[-/.])[0-9]{{1,2}}(?P={name}b){_YEAR}"
        rf"|[0-9]{{4}}-{_MONTH}-[0-9]{{1,2}}"
        rf"|{_DAY}[ -]?(?:of )?{_MONTH},?[ -]?{_YEAR}"
        rf"|{_MONTH} {_DAY},? [0-9]{{4}})(?![0-9])"
    )


_TIME = (
    r"(?:(?:,|T|@| at| um| kl\.?|\t)? ?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|utc|gmt|[a-z]{1,3}t)\b)?)?"
)
DATE = re.compile(_date("date") + _TIME, re.IGNORECASE)

_LABEL = (
    r"(?:date(?: ?/ ?time| and time)? (?:of )?(?:the )?"
    r"(?:collected|collection|sample|specimen|drawn|taken|service|test(?!\w))"
    r"|(?:specimen |sample |blood )?(?:collection|sample|specimen|draw|collected)"
    r"(?: ?/ ?time)? date"
    r"|(?<![^\W\d_] )(?:service|test) date"
    r"|(?:specimen |sample |blood |test )(?:was )?(?:collected|drawn|taken)"
    # "Last dose taken" is no date of a sample.
    r"|(?<![^\W\d_] )(?:drawn|taken|sampled|collection|coll)|collected"
    r"|(?:blut|proben)?(?:ent|ab)nahme(?:datum|zeitpunkt|tag|zeit)?|(?:entnommen|abgenommen)"
    r"|prøvetagning(?:sdato|stidspunkt|stid)?|prøve(?:dato|tid| (?:ud)?taget)|prøvetaget"
    r"|(?<![^\W\d_] )taget)"
)
_BETWEEN = (
    r"(?:[\s:/|().,-]|\b(?:date|time|on|at|and|vom|am|den|datum|zeit|dato|tidspunkt|d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b)*"
)
# The sample before this one, or the next to be taken, was not taken on the day of the results.
_OTHER_SAMPLE = r"(?<!last )(?<!next )(?<!prior )(?<!previous )(?<!due )"
COLLECTED = re.compile(
    rf"{_OTHER_SAMPLE}\b{_LABEL}\b{_BETWEEN}{_date('taken')}{_TIME}", re.IGNORECASE
)
_UNLABELED = re.compile(
    rf"(?:(?:date|dato|datum)\s*[:\s]\s*)?{_date('unlabeled')}{_TIME}", re.IGNORECASE
)
_LABEL_ALONE = re.compile(rf"{_LABEL}\b{_BETWEEN}", re.IGNORECASE)


def date_taken(text: str) -> tuple[str, str] | None:
    """Return the date of the sample as printed, and the line without it; None if there is none."""
    found = COLLECTED.search(text)
    if found is None:
        return None
    return found["taken"], f"{text[: found.start()]}\t{text[found.end() :]}".strip()


def is_date_label(text: str) -> bool:
    """Whether the line only announces the date of the sample."""
    return bool(_LABEL_ALONE.fullmatch(text))


def only_date(text: str) -> str | None:
    """Return the date as printed if the line holds nothing else."""
    found = DATE.fullmatch(text)
    return found["date"] if found else None


def has_date(text: str) -> bool:
    """Whether there is any date in the line."""
    return bool(DATE.search(text))


def dated_without_label(text: str) -> str | None:
    """Return the date of a line that says nothing of what was done that day: "Date: 14 Mar 2025".

    A bare date has no label at all; only what stands around it can tell what it is of.
    """
    found = _UNLABELED.fullmatch(text)
    return found["unlabeled"] if found else None
