"""Makes the blank form out of the steps of the online form, so that both say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from django import forms
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from appointments.answers import Answers
from appointments.blank_form.differences import (
    CHOICES_LEFT_OUT,
    COPIED,
    ENTRY_LISTS,
    FIELDS_LEFT_OUT,
    HELP_ON_PAPER,
    LABELS_LEFT_OUT,
    LETTERS,
    LINES,
    NAMES_ALONE,
    PAGES_LEFT_OUT,
    EntryList,
)
from appointments.blank_form.model import (
    Entries,
    Field,
    Kind,
    Option,
    OptionGroup,
    Part,
    Question,
)
from appointments.catalogue.red_flags import RED_FLAGS_BY_ID
from appointments.choices import PreparingFor
from appointments.journey import Place, progress
from appointments.pdf.glyphs import printable
from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.fields import DateField
from appointments.steps.picking import INSTEAD
from appointments.steps.step import AnyStep, ItemStep, Step, Words
from appointments.translation import spoken

NOBODY = Answers(preparing_for=PreparingFor.SELF)


def blank_form(*, country: str | None = None, large: bool = False) -> tuple[Part, ...]:
    """Return the whole form, its parts and questions in the order of the online form.

    Args:
        country: "us" writes dates month first, as the online form does there.
        large: Large print has room for fewer entries in lists.
    """
    answers = NOBODY.replace(country=country)
    parts: dict[int, Part] = {}
    for step in STEPS:
        if isinstance(step, ItemStep) or step.slug in PAGES_LEFT_OUT:
            continue
        here = progress(answers, Place(slug=step.slug))
        questions = parts[here.number].questions if here.number in parts else ()
        parts[here.number] = Part(
            number=here.number,
            total=here.total,
            title=_text(here.section),
            questions=(*questions, _question(step, answers, large=large)),
        )
    return tuple(parts.values())


def _question(step: Step, answers: Answers, *, large: bool) -> Question:
    return Question(
        slug=step.slug,
        title=_text(step.title(answers)),
        fields=tuple(_fields(step, answers)),
        entries=tuple(
            _entries(row, answers, count=row.count_large if large else row.count)
            for row in ENTRY_LISTS
            if _list_of(row) == step.slug
        ),
    )


def _list_of(row: EntryList) -> str:
    """Return the page that shows the list."""
    step = STEPS_BY_SLUG[row.slugs[0]]
    return step.list_slug if isinstance(step, ItemStep) else step.slug


def _entries(row: EntryList, answers: Answers, *, count: int) -> Entries:
    fields = [field for slug in row.slugs for field in _fields(STEPS_BY_SLUG[slug], answers)]
    return Entries(
        slugs=row.slugs,
        title=_text(row.title),
        entry=_text(row.entry),
        named=_text(row.named),
        count=count,
        fields=tuple(field for field in fields if field.kind is not Kind.READING),
        across=row.across,
        after=tuple(field for field in fields if field.kind is Kind.READING),
    )


def _fields(step: AnyStep, answers: Answers) -> Iterator[Field]:
    """Yield the fields of a page in its order; those that only a caregiver is asked come last."""
    own = step.form(answers=answers)
    caring = step.form(answers=answers.replace(preparing_for=PreparingFor.OTHER))
    for form, known in ((own, ()), (caring, own.fields)):
        for pointer in form.helper.layout.get_field_names():
            field = form.fields[pointer.name]
            if (
                pointer.name not in known
                and (step.slug, pointer.name) not in FIELDS_LEFT_OUT
                and not isinstance(field.widget, forms.HiddenInput)
            ):
                yield _field(step.slug, pointer.name, field)


def _field(slug: str, name: str, field: forms.Field) -> Field:
    key = (slug, name)
    plain = Field(
        name=name,
        label="" if key in LABELS_LEFT_OUT else _text(field.label or ""),
        help=_text(HELP_ON_PAPER.get(key, field.help_text)),
        kind=Kind.LINES,
        lines=LINES.get(key, 1),
        is_note=isinstance(field.widget, forms.Textarea),
        in_letters=name in LETTERS,
    )
    if key == ("question-order", "important"):
        return replace(plain, kind=Kind.NOTE)
    if isinstance(field, DateField):
        boxes = [_text(box) for box in field.widget.labels.values()]
        if field.month_first:
            boxes[:2] = reversed(boxes[:2])
        return replace(plain, kind=Kind.DATE, boxes=tuple(boxes))
    if isinstance(field, forms.BooleanField):
        box = OptionGroup(options=(Option(words=plain.label),))
        return replace(plain, kind=Kind.TICKS, groups=(box,))
    # Checkboxes are a kind of radio buttons; what drops down on the screen is written on a line.
    if isinstance(field.widget, forms.RadioSelect) and key not in COPIED:
        kind = Kind.READING if key == ("lab-test", "test") else Kind.TICKS
        return replace(plain, kind=kind, groups=tuple(_options(key, field.widget.choices)))
    return plain


def _options(key: tuple[str, str], choices: Iterable[Any]) -> Iterator[OptionGroup]:
    """Yield a field's choices in their groups; those in a row without a group stay together."""
    left_out = {"", *CHOICES_LEFT_OUT.get(key, ())}
    loose: list[tuple[str, Words]] = []
    groups: list[tuple[str, list[tuple[str, Words]]]] = [("", loose)]
    for value, words in choices:
        if isinstance(words, list | tuple):
            groups.append((value, list(words)))
        else:
            loose.append((value, words))
    for title, rows in groups:
        kept = [row for row in rows if row[0] not in left_out]
        if kept:
            yield OptionGroup(
                title=_text(title),
                options=tuple(_option(key, *row) for row in kept),
                instead=all(value in INSTEAD for value, _words in kept),
            )


def _option(key: tuple[str, str], value: str, words: Words) -> Option:
    """Return a choice; online its small words are marked up behind it."""
    if key == ("safety", "happening") and value in RED_FLAGS_BY_ID:
        return Option(words=_text(words), more=_text(spoken(RED_FLAGS_BY_ID[value].action)))
    if not isinstance(words, SafeString):
        return Option(words=_text(words))
    name, _mark, more = words.partition("<small>")
    plain = unescape(strip_tags(more))
    return Option(words=_text(unescape(name)), more="" if key[0] in NAMES_ALONE else _text(plain))


def _text(words: Words) -> str:
    """Return the words in the active language, with every letter one that can be printed."""
    return printable(str(words))[0]
