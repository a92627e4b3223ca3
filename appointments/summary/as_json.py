"""The summary as JSON, for programs that file or show what a person hands over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from appointments.phrases import Phrase, Text, _, say
from appointments.summary.model import Cell, Section, Summary

FORMAT = "b12-guide-sheet"
VERSION = 1

WHAT_THIS_IS = Phrase(
    _(
        "A patient’s or caregiver’s own account, prepared with B12 Guide for an appointment. "
        "It is not a diagnosis. Lab results are as typed, beside the lab’s own range."
    )
)


def as_json(
    summary: Summary,
    *,
    language: str = "en",
    gettext: Callable[[str], str] = lambda message: message,
) -> str:
    """Return the summary as JSON: the same sections, rows and words as on paper.

    The shape, which stays the same as long as `version` does (keys may be added):

        {"format": "b12-guide-sheet", "version": 1,
         "what_this_is": "A patient's ...", "language": "en",  (BCP 47, of our own words)
         "title": "...", "who": ["...", ...], "reason": "...",  ("" if nobody gave one)
         "sections": [
           {"id": "lab-results", "kind": "table", "title": "...",
            "columns": ["Test", ...],                           (only a table has some)
            "rows": [{"cells": [{"text": "...", "notes": ["...", ...]}, ...]}, ...],
            "remarks": ["...", ...]},
           ...],
         "footer": "...", "made": "..."}

    All values are texts: a result is what was typed, never a number that a program could take for
    a measured one. `kind` is one of `Kind`; the first cell of a row says what the row is about.
    Pictures are left out, because their rows stand in other sections.

    Args:
        summary: What to hand over; unanswered rows and empty sections are left out.
        language: The language of our own words, as a BCP 47 tag.
        gettext: Gives our own words in that language.
    """

    def text(part: Text) -> str:
        return say(part, gettext)

    def cell(part: Cell) -> dict[str, Any]:
        return {"text": text(part.text), "notes": [text(note) for note in part.notes]}

    def section(part: Section) -> dict[str, Any]:
        return {
            "id": part.id,
            "kind": part.kind.value,
            "title": text(part.title),
            "columns": [text(column.title) for column in part.columns],
            "rows": [{"cells": [cell(each) for each in row.cells]} for row in part.answered_rows],
            "remarks": [text(remark) for remark in part.remarks],
        }

    sheet = {
        "format": FORMAT,
        "version": VERSION,
        "what_this_is": text(WHAT_THIS_IS),
        "language": language,
        "title": text(summary.title),
        "who": [text(line) for line in summary.who],
        "reason": text(summary.reason),
        "sections": [
            section(part) for part in summary.sections_on_paper if not part.rows_elsewhere
        ],
        "footer": text(summary.footer),
        "made": text(summary.made),
    }
    return json.dumps(sheet, ensure_ascii=False, indent=2) + "\n"
