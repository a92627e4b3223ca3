"""Lists that grow one entry at a time: what is there so far, and "add another"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from appointments.answers import Answers
from appointments.phrases import Phrase
from appointments.steps.step import QuestionForm, Step, Words
from appointments.translation import spoken_choices

MORE = "more"
ENOUGH = "enough"
SOME = "some"


class AddForm(QuestionForm):
    """Asks whether there is anything to add; once there is an entry, whether there is more.

    Attributes:
        part: The attribute of Answers that holds the list.
        most: How many entries the list may have.
        entry_slug: The page that makes a new entry.
        change_slug: The page that changes one.
        answer: What may be said while the list is empty; its "some" leads to a new entry.
        words: The words for it.
    """

    part: ClassVar[str]
    most: ClassVar[int]
    entry_slug: ClassVar[str]
    change_slug: ClassVar[str]
    answer: ClassVar[type[StrEnum]]
    words: ClassVar[Mapping[Any, Phrase]]
    first_question: ClassVar[Words]
    next_question: ClassVar[Words]

    add = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def arrange(self) -> None:
        """Ask the question that fits an empty or a growing list."""
        field = self.fields["add"]
        if self.has_entries:
            field.label = str(self.next_question)
        else:
            field.label = str(self.first_question)
        field.choices = self.choices()  # type: ignore[attr-defined]

    def choices(self) -> list[tuple[str, str]]:
        """Return the answers to choose from."""
        if self.has_entries:
            return [(MORE, gettext("Yes, add another")), (ENOUGH, gettext("No, that is all"))]
        return spoken_choices(self.words)

    @staticmethod
    def name_of(entry: Any) -> str:
        """Return what an entry is called in the list."""
        raise NotImplementedError

    @staticmethod
    def describe(entry: Any) -> str:
        """Return the rest of an entry's line in the list."""
        raise NotImplementedError

    @classmethod
    def without(cls, answers: Answers, item: int) -> Answers:
        """Return the answers without one entry of the list."""
        part = getattr(answers, cls.part)
        entries = tuple(entry for entry in part.entries if entry.item != item)
        changed = part.model_copy(update={"entries": entries, "has": part.has if entries else None})
        return answers.replace(**{cls.part: changed})

    @property
    def has_entries(self) -> bool:
        """Whether the list has entries."""
        return bool(getattr(self.answers, self.part).entries)

    @classmethod
    def full(cls, answers: Answers) -> str:
        """Return a sentence that says so when the list is full, else ""."""
        if len(getattr(answers, cls.part).entries) < cls.most:
            return ""
        return gettext("The list is full at %(most)d. Remove one to make room for another") % {
            "most": cls.most
        }

    def clean_add(self) -> str:
        """Say so when the list is full."""
        add: str = self.cleaned_data["add"]
        if add in self.ways_to_add and (full := self.full(self.answers)):
            raise ValidationError(full)
        return add

    @property
    def leads_to_new(self) -> str | None:
        """The page that makes a new entry, if somebody wants to add one."""
        return self.ways_to_add.get(self.cleaned_data["add"])

    @property
    def ways_to_add(self) -> Mapping[str, str]:
        """The answers that lead to a new entry, with the slug of the page that makes it."""
        return {MORE: self.entry_slug, SOME: self.entry_slug}


def add_step(
    form: type[AddForm], *, slug: str, section: Words, title: Callable[[Answers], Words], why: str
) -> Step:
    """Return the page that shows a growing list."""

    def read(answers: Answers) -> dict[str, Any]:
        part = getattr(answers, form.part)
        if part.entries:
            return {}
        return {"add": part.has}

    def write(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
        part = getattr(answers, form.part)
        if part.entries:
            return answers
        # "Some" is true once there is an entry, not when somebody sets out to add one.
        said = cleaned["add"]
        has = form.answer(said) if said in form.words and said != SOME else None
        return answers.replace(**{form.part: part.model_copy(update={"has": has})})

    return Step(
        slug=slug,
        section=section,
        form=form,
        title=title,
        read=read,
        write=write,
        why=why,
        template="appointment/list.html",
    )
