"""Words that the core hands to the edge: marked here, translated there.

The core never imports Django. It marks an English string with `_` (so that `makemessages` finds
it) inside a `Phrase`; a template or command turns the phrase into text with `say(phrase, gettext)`.
What a person typed is a plain `str`, and is never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _(message: str) -> str:
    """Mark a string for translation; return it unchanged."""
    return message


gettext_noop = _
"""The same, where `_` is Django's: `makemessages` looks for no other names."""


@dataclass(frozen=True)
class Phrase:
    """A sentence of ours: a message id and the values that fill its `%(name)s` places."""

    message: str
    values: Mapping[str, Text] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        """Return the untranslated English, for tests and error messages."""
        return say(self)


@dataclass(frozen=True)
class Joined:
    """Several texts in a row, put together with a separator."""

    parts: tuple[Text, ...]
    separator: str = ", "

    def __str__(self) -> str:
        """Return the untranslated English."""
        return say(self)


Text = str | Phrase | Joined
"""Either a person's own words (`str`), or ours."""


def say(text: Text, gettext: Callable[[str], str] = lambda message: message) -> str:
    """Return the text in the language of `gettext`; a person's own words stay as typed."""
    if isinstance(text, str):
        return text
    if isinstance(text, Joined):
        return text.separator.join(say(part, gettext) for part in text.parts)
    translated = gettext(text.message)
    if not text.values:
        return translated
    return translated % {name: say(value, gettext) for name, value in text.values.items()}
