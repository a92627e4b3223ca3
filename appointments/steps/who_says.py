"""The last question about an entry: whose word it is, in the voice of whoever writes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.phrases import Phrase
from appointments.steps.fields import one_of
from appointments.steps.step import QuestionForm
from appointments.translation import spoken_choices

Whose = TypeVar("Whose", bound=StrEnum)
Words = Mapping[StrEnum, Phrase]


def who_says(kind: type[Whose], words: Words) -> forms.TypedChoiceField:
    """Return radio buttons for whose word an entry is; `in_voice` finds the right words."""
    return one_of(kind, words, label=_("How is this known?"))


def in_voice(form: QuestionForm, name: str, *, own: Words, other: Words) -> None:
    """Have a field speak as the person themself, or as someone who cares for them."""
    words = other if form.answers.for_other else own
    form.fields[name].choices = spoken_choices(words)  # type: ignore[attr-defined]
