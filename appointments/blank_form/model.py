"""What the blank form is made of: parts with questions, fields, and rows for lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase

MOST_IN_A_COLUMN = 3  # yes, no, I don't know


class Kind(StrEnum):
    """How a field is filled in with a pen."""

    TICKS = "ticks"
    LINES = "lines"
    DATE = "date"
    READING = "reading"  # only to be read, such as the names of tests
    NOTE = "note"  # only says what to do elsewhere


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to tick.

    Attributes:
        words: What it is.
        more: A few smaller words, such as brand names or what to do.
    """

    words: str
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class OptionGroup:
    """Options that belong together; without a title they stand for themselves.

    Attributes:
        instead: Whether they are what may be ticked if none of the other groups fits.
    """

    title: str = ""
    options: tuple[Option, ...]
    instead: bool = False


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of the online form, as it is on paper.

    Attributes:
        name: Its name in the online form.
        label: What is asked; "" if the heading above it asks.
        help: How to answer.
        kind: How it is filled in.
        groups: The options, for ticks and for reading.
        lines: How many lines there are to write on.
        is_note: Whether it wants more than a few words.
        boxes: The words above the boxes of a date.
        in_letters: Whether its answers are letters where it is a column of a table.
    """

    name: str
    label: str
    help: str
    kind: Kind
    groups: tuple[OptionGroup, ...] = ()
    lines: int = 0
    is_note: bool = False
    boxes: tuple[str, ...] = ()
    in_letters: bool = False

    @property
    def is_short(self) -> bool:
        """Whether two such fields fit beside each other."""
        return self.kind is Kind.DATE or (self.kind is Kind.LINES and not self.is_note)

    @property
    def letters(self) -> list[tuple[str, str]]:
        """Each answer with the letter that stands for it."""
        words = [option.words for group in self.groups for option in group.options]
        return list(zip(ascii_uppercase, words, strict=False))

    @property
    def last_letter(self) -> str:
        """The letter of the last answer."""
        return self.letters[-1][0]

    @property
    def is_long(self) -> bool:
        """Whether its answers, beside each other, would not fit into a column of a table."""
        return sum(len(group.options) for group in self.groups) > MOST_IN_A_COLUMN

    @property
    def lines_to_write(self) -> range:
        """One number for each line."""
        return range(self.lines)

    @property
    def is_grouped(self) -> bool:
        """Whether its options are a pick list in groups, or a line or two of answers."""
        return any(group.title for group in self.groups)


@dataclass(frozen=True, kw_only=True)
class Entries:
    """Room for the entries of a list.

    Attributes:
        slugs: The pages of the online form that ask for one entry.
        title: The heading.
        entry: What one entry is called, where they stand beside each other.
        named: The heading of a first column in which the entry is named; "" if a field does that.
        count: For how many entries there is room.
        fields: What is asked about each.
        across: Whether the entries stand beside each other, with one row for each field.
        after: What stands below.
    """

    slugs: tuple[str, ...]
    title: str
    entry: str
    named: str
    count: int
    fields: tuple[Field, ...]
    across: bool = False
    after: tuple[Field, ...] = ()

    @property
    def numbers(self) -> range:
        """The numbers of the entries."""
        return range(1, self.count + 1)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question page of the online form, with the entries of its list."""

    slug: str
    title: str
    fields: tuple[Field, ...]
    entries: tuple[Entries, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the form, with the number that the online form gives it."""

    number: int
    total: int
    title: str
    questions: tuple[Question, ...]
