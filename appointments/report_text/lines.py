"""The lines of a pasted text, and the cells that a line is made of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# No report has more results than this, and reading stays cheap; what is beyond is left unread.
MOST_LINES = 400
LONGEST_LINE = 300
_MOST_RESULTS = 12

_WIDE_GAP = re.compile(r" {2,}|[.·_]{3,}|…+")
_BETWEEN_RESULTS = re.compile(r"[;,](?=\s)")
_BEHIND_RANGE = re.compile(r"(?<=[)\]])\s+(?=[^\W\d_]\w)")
_NAME_AND_NUMBER = re.compile(r"[^\W\d_][^\s]* .*[0-9]")
_BOLD = re.compile(r"\*\*(?=\w)([^*]+)\*\*")
# Controls, marks of direction, and what only chooses how a sign is drawn.
_UNSEEN = ("Cc", "Cf", "Cs")
_DRAWN_AS = "\ufe0e\ufe0f"
_RULE = re.compile(r"[-=_|:+*#~.–—\s]{3,}")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A part of a line between tabs, bars or wide gaps, and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        return self.start + len(self.text)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line that is not blank.

    Attributes:
        pasted: The line as it was pasted.
        text: The same with plain blanks, and without signs that cannot be seen.
    """

    pasted: str
    text: str

    @property
    def indent(self) -> int:
        """How many blanks stand before the text."""
        return len(self.pasted) - len(self.pasted.lstrip(" \u00a0"))

    @property
    def is_readable(self) -> bool:
        """Whether it is short enough to be a line of a report."""
        return len(self.text) <= LONGEST_LINE

    @property
    def is_rule(self) -> bool:
        """Whether it only draws a line."""
        return bool(_RULE.fullmatch(self.text))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that are not blank."""
    return tuple(Line(pasted=line, text=_tidy(line)) for line in text.splitlines() if line.strip())


def _tidy(line: str) -> str:
    plain = "".join(
        "\t" if sign == "\t" else " " if sign.isspace() else sign
        for sign in line[: LONGEST_LINE + 1]
        if sign not in _DRAWN_AS and (sign.isspace() or unicodedata.category(sign) not in _UNSEEN)
    )
    return _BOLD.sub(r"\1", plain.strip(" "))


def cells_of(text: str, indent: int = 0) -> tuple[Cell, ...]:
    """Return the cells of a line; empty ones only between bars or tabs.

    Args:
        text: The line without the blanks before it.
        indent: How many blanks stand before it: cells stand under titles in the line as pasted.
    """
    for sign in ("|", "\t"):
        if sign in text:
            cells = _split(text, re.compile(re.escape(sign)), indent)
            return cells[text.startswith("|") : len(cells) - text.endswith("|")]
    return tuple(cell for cell in _split(text, _WIDE_GAP, indent) if cell.text)


def has_drawn_cells(text: str) -> bool:
    """Whether tabs or bars keep the cells apart, so that an empty one keeps its place."""
    return "|" in text or "\t" in text


def results_on_one_line(text: str) -> list[str]:
    """Return the results between semicolons or commas, each of a name and a number; [] if not."""
    return _parts(text, _BETWEEN_RESULTS)


def results_behind_ranges(text: str) -> list[str]:
    """Return the results if each but the last ends with brackets, as around a range; [] if not."""
    return _parts(text, _BEHIND_RANGE)


def _parts(text: str, between: re.Pattern[str]) -> list[str]:
    parts = [part.strip() for part in between.split(text)]
    if not 1 < len(parts) <= _MOST_RESULTS:
        return []
    return parts if all(_NAME_AND_NUMBER.match(part) for part in parts) else []


def _split(text: str, gap: re.Pattern[str], indent: int) -> tuple[Cell, ...]:
    cells, start = [], 0
    for end, following in (*(found.span() for found in gap.finditer(text)), (len(text), 0)):
        part = text[start:end]
        cells.append(Cell(text=part.strip(), start=indent + start + len(part) - len(part.lstrip())))
        start = following
    return tuple(cells)
