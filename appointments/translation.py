"""The edge where the core's phrases become text in the reader's language."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext

from appointments.phrases import Phrase, Text, say


def spoken(text: Text) -> str:
    """Return the text in the active language."""
    return say(text, gettext)


def spoken_choices(words: Mapping[StrEnum, Phrase]) -> list[tuple[str, str]]:
    """Return the choices of a form field in the active language."""
    return [(str(answer), spoken(phrase)) for answer, phrase in words.items()]
