"""What was just sent, in the words of its page: a page that refuses it can give it back."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from appointments.steps.fields import DateWidget, flat
from appointments.steps.step import QuestionForm

NOT_TYPED = {
    *("asked", "clinic_left_off", "csrfmiddlewaretoken", "proposed"),  # hidden
    *("replaces", "sealed", "shown"),  # hidden, too
    *("choice", "down", "read", "skip", "stop", "up"),  # buttons
    "keep",  # ticks: the numbers of rows that mean nothing without the page
}
"""What a page sends besides what somebody typed or picked."""


def in_words(sent: QueryDict, form: QuestionForm | None) -> list[tuple[str, str]]:
    """Return each field that was sent with something in it, and what it was.

    Args:
        sent: What was sent.
        form: The form of the page it came from, if that is known.
    """
    words = dict(_words(form)) if form else {}
    rows = []
    for name, values in sent.lists():
        label, choices = words.get(name, (name, {}))
        if name not in NOT_TYPED:
            rows += [(label, choices.get(value, value)) for value in values if value.strip()]
    return rows


def _words(form: QuestionForm) -> Iterable[tuple[str, tuple[str, dict[str, str]]]]:
    """Return the names that a form sends, each with its label and the words of its values."""
    for name, field in form.fields.items():
        label = str(field.label or name)
        if isinstance(field.widget, DateWidget):
            for part, box in field.widget.labels.items():
                yield f"{name}_{part}", (f"{label}: {box}", {})
        elif isinstance(field, forms.ChoiceField):
            yield name, (label, dict(flat(field.widget.choices)))
        elif isinstance(field, forms.BooleanField):
            yield name, (label, {"on": gettext("Yes")})
        else:
            yield name, (label, {})
