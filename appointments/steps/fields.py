"""Form fields that take what people type, and say in a sentence what to do otherwise."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from django import forms
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import MAX_LINE, MAX_NOTE
from appointments.phrases import Phrase
from appointments.translation import spoken_choices

Choice = TypeVar("Choice", bound=StrEnum)

YEAR_DIGITS = 4


UNREADABLE = "\ufffd"
"""What stands where the bytes that were sent are no text."""

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _is_hidden(character: str) -> bool:
    """Return whether a character is a control, a direction override, or no text at all."""
    control = unicodedata.category(character) in {"Cc", "Cs"}
    return control or character in BIDI_CONTROLS or character == UNREADABLE


def refuse_controls(text: str) -> None:
    """Refuse characters that cannot be seen and could change how the sheet reads.

    Raises:
        forms.ValidationError: There is a control or a direction override.
    """
    for character in text:
        if _is_hidden(character) and character not in "\n\r\t":
            raise forms.ValidationError(
                gettext("Remove the hidden character from this text, or type the text again")
            )


class TypedText(forms.CharField):
    """Text kept as typed, on one line unless it is a note."""

    def __init__(self, *, longest: int, most_lines: int = 1, **kwargs: Any) -> None:
        self.longest = longest
        self.most_lines = most_lines
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        # In the place of Django's own, which says less about the one character that it refuses.
        self.validators = [refuse_controls]

    def clean(self, value: Any) -> str:
        """Return the text.

        Raises:
            forms.ValidationError: It is too long or holds hidden characters.
        """
        # Browsers send a line end as two characters; people see, and count, one.
        text = str(super().clean(value)).replace("\r\n", "\n").replace("\r", "\n")
        if self.most_lines == 1:
            text = " ".join(text.splitlines())  # browsers send none from such a box
        # Hundreds of short lines would take half a minute to print.
        if text.count("\n") >= self.most_lines:
            raise forms.ValidationError(
                gettext("Put this on %(most)d lines or fewer. There are %(lines)d now")
                % {"most": self.most_lines, "lines": text.count("\n") + 1}
            )
        if len(text) > self.longest:
            raise forms.ValidationError(
                gettext("Shorten this to %(longest)d characters or fewer. It has %(length)d now")
                % {"longest": self.longest, "length": len(text)}
            )
        return text


def without_controls(text: str) -> str:
    """Return text without outer blanks, its hidden characters as blanks, its lines ended alike."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        " " if _is_hidden(character) and character not in "\n\t" else character
        for character in lines
    ).strip()


class PastedText(TypedText):
    """Text copied from elsewhere: hidden characters are no fault of whoever pasted it."""

    def clean(self, value: Any) -> str:
        """Return the text.

        Raises:
            forms.ValidationError: It is too long.
        """
        return super().clean(without_controls(str(value or "")))


def line(*, width: str = "medium", inputmode: str = "text", **kwargs: Any) -> TypedText:
    """Return a field for one line of text."""
    attrs = {"class": f"text text--{width}", "inputmode": inputmode, "autocomplete": "off"}
    attrs |= kwargs.pop("attrs", {})
    return TypedText(longest=MAX_LINE, widget=forms.TextInput(attrs=attrs), **kwargs)


def note(
    *, longest: int = MAX_NOTE, rows: int = 3, most_lines: int = 12, **kwargs: Any
) -> TypedText:
    """Return a field for a few lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return TypedText(longest=longest, most_lines=most_lines, widget=widget, **kwargs)


def edited_lines(before: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Return each line that was changed in place, with what it was; lines do not repeat.

    Where lines were added or taken away, nobody can tell which line became which.
    """
    gone = [line for line in before if line not in now]
    new = [line for line in now if line not in before]
    return dict(zip(new, gone, strict=True)) if len(gone) == len(new) else {}


def one_of(
    kind: type[Choice],
    words: Mapping[StrEnum, Phrase],
    *,
    none: str | Promise | None = None,
    **kwargs: Any,
) -> forms.TypedChoiceField:
    """Return radio buttons for one answer out of a few.

    Args:
        kind: The answers.
        words: What each is called.
        none: What stands for no answer, where that can be chosen (again).
        **kwargs: What any field takes.
    """
    kwargs.setdefault("required", False)
    return forms.TypedChoiceField(
        choices=lambda: [*([("", str(none))] if none else []), *spoken_choices(words)],
        coerce=kind,
        empty_value=None,
        widget=forms.RadioSelect,
        **kwargs,
    )


class Ticks(forms.MultipleChoiceField):
    """Boxes to tick; what is sent twice counts once."""

    def to_python(self, value: Any) -> list[str]:
        """Return each value once, in the order in which they came."""
        return list(dict.fromkeys(super().to_python(value)))


def many_of(choices: Callable[[], Sequence[Any]], **kwargs: Any) -> forms.MultipleChoiceField:
    """Return checkboxes for any number of answers."""
    kwargs.setdefault("required", False)
    kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
    return Ticks(choices=choices, **kwargs)


def flat(choices: Any) -> Iterator[tuple[str, str]]:
    """Return the values and words of a field's choices, without their groups."""
    for value, words in choices:
        if isinstance(words, list | tuple):
            yield from flat(words)
        else:
            yield str(value), str(words)


class DateWidget(forms.MultiWidget):
    """Day, month and year in three boxes: nobody has to fight a calendar for a birthday."""

    template_name = "b12/date.html"
    use_fieldset = True
    month_first = False
    labels: ClassVar = {"day": _("Day"), "month": _("Month"), "year": _("Year")}

    def __init__(self) -> None:
        super().__init__(
            {
                name: forms.TextInput(
                    attrs={
                        "class": "text",
                        "inputmode": "text" if name == "month" else "numeric",
                        "autocomplete": "off",
                        "label": label,
                    }
                )
                for name, label in self.labels.items()
            }
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Put the boxes in the order in which the person writes a date; their names stay."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        if self.month_first:
            day, month, year = context["widget"]["subwidgets"]
            context["widget"]["subwidgets"] = [month, day, year]
        return context

    def decompress(self, value: date | None) -> list[Any]:
        """Return the three parts of a date."""
        return [value.day, value.month, value.year] if value else [None, None, None]


class DateField(forms.MultiValueField):
    """A whole date; the month may be a number or a name."""

    widget = DateWidget

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(TypedText(longest=MAX_LINE) for _part in range(3))
        super().__init__(parts, required=False, require_all_fields=False, **kwargs)

    @property
    def month_first(self) -> bool:
        """Whether the month comes before the day, as in the United States."""
        return bool(self.widget.month_first)

    @month_first.setter
    def month_first(self, value: bool) -> None:
        self.widget.month_first = value

    @property
    def example(self) -> str:
        """Return a date in the order of the boxes."""
        return gettext("April 2 1961") if self.month_first else gettext("2 April 1961")

    def compress(self, data_list: list[str]) -> date | None:
        """Return the date, or None where all three boxes are empty.

        Raises:
            forms.ValidationError: A part is missing, or there is no such day.
        """
        day, month, year = data_list or ("", "", "")
        if not (day or month or year):
            return None
        missing = [
            word
            for word, part in (
                (gettext("a day"), day),
                (gettext("a month"), month),
                (gettext("a year"), year),
            )
            if not part
        ]
        if missing:
            raise forms.ValidationError(
                gettext("Add %(parts)s, or leave all three boxes empty")
                % {"parts": gettext(" and ").join(missing)}
            )
        try:
            # "61" would be the year 61: fill it up to one that cannot be.
            full_year = int(year) if len(year) == YEAR_DIGITS else 0
            return date(full_year, _month_number(month), int(day))
        except (ValueError, OverflowError):
            raise forms.ValidationError(
                gettext("Check the date: there is no such day. An example is %(date)s")
                % {"date": self.example}
            ) from None


def _month_number(text: str) -> int:
    """Return 4 for "4", "April" or "apr".

    Raises:
        ValueError: It names no month.
    """
    if text.isdecimal():
        return int(text)
    word = text.strip(". ").casefold()
    english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for number, name in MONTHS.items():
        if word[:3] == english[number - 1] or word == str(name).casefold():
            return number
    raise ValueError(text)
