"""What a question page is: its form, when it applies, and how it reads and writes Answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import Item
from appointments.answers import Answers
from appointments.steps.fields import flat

Words = str | Promise
"""A string that may be translated late."""

ALWAYS_SENT = (forms.TextInput, forms.Textarea, forms.Select)
"""What a browser sends also when it is empty; boxes to tick only if they are."""

NOT_OFFERED = _("Choose from the answers shown here. The one that was sent is not among them")


class QuestionForm(forms.Form):
    """The form of one question page.

    Attributes:
        button: The words on the main button.
        title: The heading where the form has one of its own in some state; else the step's.
        lead: A line below the heading.
        can_stop: Whether there is a button to keep the page's answers and go on to the sheet.
        you_is_the_patient: Whether "you" on the page means the patient, also for a caregiver.
    """

    button: Words = _("Continue")
    title: Words = ""
    lead: Words = ""
    can_stop: ClassVar[bool] = True
    you_is_the_patient: ClassVar[bool] = True

    use_required_attribute = False

    def __init__(
        self, *args: Any, answers: Answers, item: Item | None = None, **kwargs: Any
    ) -> None:
        self.answers = answers
        self.item = item
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                # Seen where another tab changed what is offered here.
                field.error_messages["invalid_choice"] = NOT_OFFERED
        self.arrange()
        self.helper = FormHelper()
        self.helper.layout = self.layout()

    def arrange(self) -> None:
        """Adapt the fields to the answers given so far."""

    def layout(self) -> Layout:
        """Return the fields in their order on the page."""
        return Layout(*self.fields)

    def refuse_both(self, field: str, refusing: Collection[str], *details: str) -> None:
        """Refuse details that were typed beside an answer that leaves no room for any.

        Args:
            field: The field of the answer.
            refusing: The answers that leave no room, such as "never" or "not to say".
            details: The fields of the details.
        """
        chosen = self.cleaned_data.get(field) or ()
        words = dict(flat(self.fields[field].choices))  # type: ignore[attr-defined]
        for answer in {chosen} if isinstance(chosen, str) else {*chosen}:
            for name in details:
                if answer in refusing and self.cleaned_data.get(name):
                    question = gettext(
                        "You chose “%(answer)s” and typed details too. Take one of them out"
                    )
                    self.add_error(name, question % {"answer": words[answer]})

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether what was sent has none of the page's fields: to keep that would empty the page.

        A page that has boxes to tick and nothing else cannot tell.
        """
        sent = any(self._was_sent(name) for name in self.fields)
        can_tell = any(isinstance(field.widget, ALWAYS_SENT) for field in self.fields.values())
        return self.is_bound and can_tell and not sent

    def _was_sent(self, name: str) -> bool:
        widget = self.fields[name].widget
        if isinstance(widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple)):
            return name in self.data
        return not widget.value_omitted_from_data(self.data, self.files, name)

    @property
    def leads_to_new(self) -> str | None:
        """The slug of the page that makes a new entry, if Continue leads there."""
        return None

    @property
    def comes_again(self) -> bool:
        """Whether the page comes once more, with more to answer, before anything is kept."""
        return False

    def stays_at(self, answers: Answers) -> str | None:
        """Return the id of the place where the page comes again, if a button asked for that.

        Args:
            answers: The answers as they were saved.
        """
        del answers
        return None

    @property
    def error_links(self) -> list[tuple[str, str]]:
        """Each error, with the id of the first control of its field."""
        links = []
        for name, errors in self.errors.items():
            links += [(self._first_control(name), str(error)) for error in errors]
        return links

    def _first_control(self, name: str) -> str:
        """Return the id of the control that an error link leads to."""
        if name == NON_FIELD_ERRORS:
            return "main"
        bound = self[name]
        if isinstance(bound.field.widget, forms.RadioSelect):  # checkboxes are a kind of it
            # There may be nothing (left) to choose from.
            return str(bound.subwidgets[0].id_for_label) if bound.subwidgets else "main"
        return f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id


class AskingForm(QuestionForm):
    """A form that may ask "is that right?" once, and takes the same answer the second time.

    Attributes:
        keep_it: What a question about a slip ends with: how to say that it is none.
    """

    asked = forms.Field(required=False, widget=forms.HiddenInput)

    keep_it: Words = _("If it is right as you typed it, press Continue again to keep it.")
    _asks_about_all = False

    def ask_about_all(self) -> None:
        """Ask also about what was kept before: it may come from a file, and was never asked."""
        self._asks_about_all = True
        self.keep_it = ""

    def is_new(self, *names: str) -> bool:
        """Return whether any of these differs from what was kept, and asked about, before."""
        return self._asks_about_all or any(
            self.cleaned_data[name] != getattr(self.item, name) for name in names
        )

    def ask(self, about: str, questions: Mapping[str, str]) -> None:
        """Put a question beside a field, unless it was put before about the very same answer.

        Args:
            about: What is asked about; another value is asked about anew.
            questions: The sentence to show, by the field that it stands beside.
        """
        if not questions or self.was_asked(about):
            return
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("asked")] = about
        self.data = data
        for field, question in questions.items():
            self.add_error(field, question)

    def was_asked(self, about: str) -> bool:
        """Return whether the page that was sent had asked about this."""
        return bool(about and self.data.get(self.add_prefix("asked")) == about)


Write = Callable[[Answers, Mapping[str, Any]], Answers]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question page.

    Attributes:
        slug: Its place in the address, and its name in the code.
        section: The part of the form it belongs to, as the progress line names it.
        form: The form on the page.
        title: The page's heading.
        read: The form's initial values.
        write: The answers, changed by what the form holds.
        applies: Whether the page is part of the journey.
        answered: Whether anything was said on it, where its initial values do not tell.
        why: The snippet that says why it is asked.
        template: The template of the page.
    """

    slug: str
    section: Words
    form: type[QuestionForm]
    title: Callable[[Answers], Words]
    read: Callable[[Answers], dict[str, Any]]
    write: Write
    applies: Callable[[Answers], bool] = lambda _answers: True
    answered: Callable[[Answers], bool] | None = None
    why: str | None = None
    template: str = "layouts/question.html"

    def is_answered(self, answers: Answers) -> bool:
        """Return whether anything was said on the page; one that was passed over tells nothing."""
        if self.answered:
            return self.answered(answers)
        return self.read(answers) != self.read(Answers())


@dataclass(frozen=True, kw_only=True)
class ItemStep:
    """A question page that comes once for each entry of a list.

    Attributes:
        entries: The entries it comes for.
        title: The page's heading for one entry (None: a new one).
        read: The form's initial values for one entry.
        write: The answers, changed by what the form holds; item None makes a new entry.
        list_slug: The page that shows the list; the way back from a side trip.
        side_trip: Whether the page is reached from its list only, not by Continue.
        then: The slug of the item page that follows for the same entry, if any.
        makes_entries: Whether the page can make a new entry.
    """

    slug: str
    section: Words
    form: type[QuestionForm]
    entries: Callable[[Answers], tuple[Any, ...]]
    title: Callable[[Answers, Any], Words]
    read: Callable[[Answers, Any], dict[str, Any]]
    write: Callable[[Answers, Mapping[str, Any], Any], Answers]
    list_slug: str
    side_trip: bool = False
    then: str | None = None
    makes_entries: bool = False
    why: str | None = None
    template: str = "layouts/question.html"

    def find(self, answers: Answers, number: int) -> Any | None:
        """Return the entry with this number, or None where it is gone."""
        return next((entry for entry in self.entries(answers) if entry.item == number), None)

    def is_answered(self, answers: Answers, number: int) -> bool:
        """Return whether anything is said of an entry but what it is."""
        entry = self.find(answers, number)
        if entry is None:
            return False
        what_it_is = {
            name for name, field in type(entry).model_fields.items() if field.is_required()
        }
        return bool(entry.model_dump(exclude_defaults=True).keys() - what_it_is - {"own_words"})


AnyStep = Step | ItemStep


def voices(own: Words, other: Words) -> Callable[[Answers], Words]:
    """Return the heading for the person themself, or for someone who cares for them."""
    return lambda answers: other if answers.for_other else own


def always(words: Words) -> Callable[[Answers], Words]:
    """Return a heading that is the same for everybody."""
    return lambda _answers: words


def replace_entry(entries: tuple[Any, ...], changed: Any) -> tuple[Any, ...]:
    """Return the entries with one replaced by number, or added at the end."""
    if any(entry.item == changed.item for entry in entries):
        return tuple(changed if entry.item == changed.item else entry for entry in entries)
    return (*entries, changed)
