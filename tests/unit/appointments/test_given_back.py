"""What a refused page gives back is what somebody typed, and nothing else that the page sends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.urls import get_resolver

from appointments.steps.given_back import NOT_TYPED, in_words
from appointments.steps.step import QuestionForm

OF_OWNERS = "owner"
"""The folder of the owner's pages; nothing is given back there."""

CONTROL = re.compile(r"<(?:button|input)\b[^>]*>")
NAME = re.compile(r"\bname=\"(\w+)\"")


def sent_by_templates() -> Iterator[str]:
    """Yield the name of every button and hidden input that stands in a template."""
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        if path.parent.name != OF_OWNERS:
            for control in CONTROL.findall(path.read_text("utf-8")):
                if control.startswith("<button") or 'type="hidden"' in control:
                    yield from NAME.findall(control)


def every_form(form: type[QuestionForm]) -> Iterator[type[QuestionForm]]:
    yield form
    for kind in form.__subclasses__():
        yield from every_form(kind)


def sent_by_forms() -> Iterator[str]:
    """Yield the name of every hidden field of a form."""
    assert get_resolver().url_patterns  # every view is imported, and its form with it
    for form in every_form(QuestionForm):
        for name, field in form.base_fields.items():
            if isinstance(field.widget, forms.HiddenInput):
                yield name


def test_no_button_and_no_hidden_field_counts_as_typed():
    sent = {*sent_by_templates(), *sent_by_forms()}
    assert {"read", "skip", "up", "choice", "shown", "sealed", "asked"} <= sent
    assert sent <= NOT_TYPED
    assert NOT_TYPED - sent == {"keep"}  # nothing stands there that no page sends any more


def test_what_a_page_sends_by_itself_is_not_given_back():
    sent = QueryDict("sealed=gAAAA&replaces=True&up=q_cause&skip=1&choice=fresh&detail=since+2018")
    assert in_words(sent, None) == [("detail", "since 2018")]
