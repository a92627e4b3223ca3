"""What goes on page 1 of the standard sheet, and what moves to page 2: nothing is ever left out.

It parts the sheet by the heights that `heights.py` estimates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from appointments.phrases import Joined, Phrase, Text, _, say
from appointments.summary.heights import CLOSING, CLOSING_LINE, MM, ONWARD, Heights, Words
from appointments.summary.model import Section, Summary
from appointments.summary.not_filled_in import NOT_FILLED_IN

PAPERS = {"a4": (184 * MM, 272.5 * MM), "letter": (189.9 * MM, 254.9 * MM)}
"""What the margins leave of page 1: its width and height, in points."""

LATER_MARGIN = 4 * MM  # more than on page 1: further pages say whose they are

SPARE = MM  # for what the estimate cannot know
EMPTY_LINES = 4  # at most, to write on where the last page has room

MORE = {
    "lab-results": Phrase(_("More lab results")),
    "absorption": Phrase(_("More that may affect absorption or testing")),
    "b12-tried": Phrase(_("More B12 tried so far")),
    "symptoms": Phrase(_("More symptoms")),
}
"""The sections of page 1 that give up entries, and how the rest is headed on page 2."""


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The sections of the sheet, parted.

    Attributes:
        first: What is on page 1.
        second: What follows on page 2; empty if everything is on page 1.
        moved: How many entries moved there because page 1 is full.
        empty_lines: For how many more lines to write on the page where they stand has room.
        overfull: Whether page 1 is too short for what stays there, so that page 2 begins with it.
    """

    first: tuple[Section, ...]
    second: tuple[Section, ...] = ()
    moved: int = 0
    empty_lines: int = 0
    overfull: bool = False

    @property
    def onward(self) -> Text:
        """What page 1 says about page 2."""
        parts = tuple(_announced(section) for section in self.second if not section.rows_elsewhere)
        pictures = sum(section.rows_elsewhere for section in self.second)
        if pictures:
            parts += (_counted(Phrase(_("Results over time")), pictures),)
        if not parts:
            return ""
        return Joined((Phrase(_("Continued on page 2:")), Joined(parts, "; ")), " ")


def _announced(section: Section) -> Text:
    if section.figure or section.id == NOT_FILLED_IN:
        return section.title
    return _counted(section.title, len(section.answered_rows))


def _counted(what: Text, count: int) -> Text:
    return Joined((what, f"({count})"), " ")


def arrange(summary: Summary, *, paper: str, words: Words = say, below: Text = "") -> Pages:
    """Return the sections of page 1 and those of page 2.

    Page 1 is the handover. Other questions share it only if they fit too, with the lines to write
    on below them; pictures never do. Where the handover itself is too long, what was not filled in
    makes room first. Then the longest of its lists gives up its last entry that is not pinned,
    again and again; pinned ones go last of all.

    Args:
        summary: The sheet.
        paper: Its paper, one of `PAPERS`.
        words: Makes plain text of the texts, in the reader's language.
        below: What the sheet says at its very end.
    """
    width, height = PAPERS[paper]
    heights = Heights(width=width, words=words)
    shown = [part for part in summary.sections_on_paper if part.figure or not part.rows_elsewhere]
    questions = tuple(part for part in shown if part.room_to_write)
    pictures = tuple(part for part in shown if part.figure)
    first = [
        replace(part, rows=part.answered_rows) if part.id in MORE else part
        for part in shown
        if part not in questions and part not in pictures
    ]
    room = height - SPARE - heights.head(summary) - sum(map(heights.section, first))
    end = CLOSING + heights.below(below)
    onward = ONWARD + CLOSING if pictures else end
    left = room - sum(map(heights.section, questions)) - onward
    if left >= 0:
        return Pages(first=(*first, *questions), second=pictures, empty_lines=_lines(left))
    if room < (ONWARD if questions else onward):
        gaps = tuple(part for part in first if part.id == NOT_FILLED_IN)
        first = [part for part in first if part not in gaps]
        room += sum(map(heights.section, gaps))
    else:
        gaps = ()
    # Without anything else on page 2, the lines to write on must not stand there alone.
    kept, moved, overfull = _fitted(
        first, room - (ONWARD if gaps or questions else onward), heights
    )
    rest = tuple(_rest(part, kept) for part in first if _rest(part, kept).rows and part.id in MORE)
    second = (*rest, *gaps, *questions)
    left = height - LATER_MARGIN - SPARE - sum(map(heights.section, second)) - end
    return Pages(
        first=tuple(part for part in kept if part.rows),
        second=(*second, *pictures),
        moved=moved,
        empty_lines=0 if pictures or overfull else _lines(left),
        overfull=overfull,
    )


def _lines(room: float) -> int:
    """Return how many more lines to write on fit in what is left of a page."""
    return max(0, min(EMPTY_LINES, int(room // CLOSING_LINE)))


def _fitted(
    sections: Sequence[Section], room: float, heights: Heights
) -> tuple[list[Section], int, bool]:
    """Return the sections without the entries that do not fit, how many, and if that is too few."""
    tall = {part.id: [heights.row(part, row) for row in part.rows] for part in sections}
    kept = {part.id: list(range(len(part.rows))) for part in sections}
    lists = {part.id: part for part in sections if part.id in MORE}
    moved = 0
    while room < 0:
        loose = {
            name: [row for row in kept[name] if not part.rows[row].pinned]
            for name, part in lists.items()
        }
        if not any(loose.values()):
            loose = {name: kept[name] for name in lists if kept[name]}
        if not loose:
            break
        longest = max(
            (name for name in loose if loose[name]),
            key=lambda name: sum(tall[name][row] for row in kept[name]),
        )
        row = loose[longest][-1]
        kept[longest].remove(row)
        room += tall[longest][row]
        if not kept[longest]:
            room += heights.frame(lists[longest])
        moved += 1
    for name, part in lists.items():  # no row stands alone on page 2
        loose_rows = [row for row in kept[name] if not part.rows[row].pinned]
        if len(part.rows) - len(kept[name]) == 1 and len(kept[name]) > 1 and loose_rows:
            kept[name].remove(loose_rows[-1])
            moved += 1
    remaining = [
        replace(part, rows=tuple(part.rows[row] for row in kept[part.id]))
        if part.id in lists
        else part
        for part in sections
    ]
    return remaining, moved, room < 0


def _rest(section: Section, kept: Sequence[Section]) -> Section:
    """Return what of a section is not on page 1, under a heading that says so."""
    (here,) = (part for part in kept if part.id == section.id)
    rows = tuple(row for row in section.rows if not any(row is other for other in here.rows))
    if not here.rows:
        return section
    return replace(section, title=MORE.get(section.id, section.title), rows=rows, remarks=())
