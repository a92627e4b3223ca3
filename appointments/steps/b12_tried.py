"""B12 tried so far, by mouth or injection: the list, what it was, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_ATTEMPTS, Attempt, Attempts
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES, B12_ROUTES_BY_ID
from appointments.catalogue.dose_guards import check_dose
from appointments.choices import (
    DOSE_UNIT,
    EFFECT,
    MISSED,
    SAID_BY,
    SAID_BY_SELF,
    SOURCE,
    UNKNOWN,
    YES_NO,
    DoseUnit,
    Effect,
    Has,
    Missed,
    SaidBy,
    Source,
    YesNo,
)
from appointments.phrases import Phrase, gettext_noop
from appointments.quantities import parse_quantity
from appointments.steps.adding import AddForm, add_step
from appointments.steps.catalogue_choices import listed
from appointments.steps.fields import line, note, one_of
from appointments.steps.pinning import drop_pin_unless_full, pin
from appointments.steps.step import AskingForm, ItemStep, QuestionForm, replace_entry, voices
from appointments.steps.who_says import in_voice, who_says
from appointments.translation import spoken

HAS_TRIED = {
    Has.SOME: Phrase(gettext_noop("Yes")),
    Has.NONE: Phrase(gettext_noop("No, none")),
    Has.UNKNOWN: UNKNOWN,
}


def name_of(entry: Attempt) -> str:
    """Return what an attempt is called on the page."""
    route = spoken(B12_ROUTES_BY_ID[entry.route].short)
    return f"{route}: {entry.product}" if entry.product else route


class B12TriedForm(AddForm):
    """Whether any B12 was taken, or one more."""

    part = "attempts"
    most = MAX_ATTEMPTS
    answer = Has
    words = HAS_TRIED
    first_question = _("Has any B12 been taken: tablets, sprays, drops or injections?")
    next_question = _("Do you want to add another kind of B12?")
    entry_slug = "b12-product"
    change_slug = "b12-product"

    @staticmethod
    def name_of(entry: Attempt) -> str:
        """Return what was taken."""
        return name_of(entry)

    @staticmethod
    def describe(entry: Attempt) -> str:
        """Return how much and how often."""
        known = entry.dose_unit and entry.dose_unit is not DoseUnit.UNKNOWN
        dose = f"{entry.dose} {entry.dose_unit}" if entry.dose and known else entry.dose
        return ", ".join(part for part in (dose, entry.how_often) if part)


class B12ProductForm(AskingForm):
    """What was taken, and how much."""

    route = forms.ChoiceField(
        label=_("How was it taken?"),
        choices=lambda: listed(B12_ROUTES),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was taken")},
    )
    form = forms.ChoiceField(
        required=False,
        label=_("Which form of B12?"),
        help_text=_("It is printed on the pack or in the letter."),
        choices=lambda: listed(B12_FORMS),
        widget=forms.RadioSelect,
    )
    product = line(label=_("Name of the product"), help_text=_("If you know it."))
    dose = line(
        width="short",
        label=_("How much at a time?"),
        help_text=_("The number on the pack, such as 1,000."),
    )
    dose_unit = one_of(
        DoseUnit,
        DOSE_UNIT,
        label=_("Micrograms or mg?"),
        help_text=_("1 mg is 1,000 micrograms. The pack prints mcg, µg or mg."),
    )
    how_often = line(label=_("How often?"), help_text=_("For example: once a day, every 3 months."))
    said_by = who_says(SaidBy, SAID_BY)

    def arrange(self) -> None:
        """Speak in the voice of whoever writes."""
        in_voice(self, "said_by", own=SAID_BY_SELF, other=SAID_BY)

    def layout(self) -> Layout:
        """Return the fields, in groups."""
        return Layout(
            "route",
            "form",
            "product",
            Fieldset(gettext("Dose"), "dose", "dose_unit", "how_often"),
            "said_by",
            "asked",
        )

    def clean_form(self) -> str | None:
        """Return None where no form was chosen."""
        return self.cleaned_data["form"] or None

    def clean(self) -> dict[str, Any]:
        """Ask for the unit of a number, and once about a dose that looks like a slip."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        quantity = parse_quantity(cleaned["dose"])
        if quantity is None:
            return cleaned
        if cleaned["dose_unit"] is None:
            self.add_error(
                "dose_unit",
                gettext("Choose micrograms or mg as the pack prints it, or “I don’t know”"),
            )
            return cleaned
        dose = (cleaned["dose"], str(cleaned["dose_unit"]), cleaned["route"])
        if self.item and not self.is_new("dose", "dose_unit", "route"):
            return cleaned
        guards = check_dose(
            route_id=cleaned["route"], amount=quantity.value, unit=cleaned["dose_unit"]
        )
        if guards:
            question = " ".join(spoken(guard.says) for guard in guards)
            self.ask("|".join(dose), {"dose": f"{question} {self.keep_it}"})
        return cleaned


class B12EffectForm(QuestionForm):
    """When, how regularly, and what came of it."""

    started = line(
        width="short", label=_("When did it start?"), help_text=_("For example: May 2025.")
    )
    still_taking = one_of(YesNo, YES_NO, label=_("Is it still being taken?"))
    stopped = line(width="short", label=_("If not, when did it stop?"))
    missed = one_of(Missed, MISSED, label=_("How often were doses missed?"))
    missed_why = note(
        label=_("If so, why?"), help_text=_("Cost, nausea, forgetting: all are fine."), rows=2
    )
    source = one_of(Source, SOURCE, label=_("Prescribed, or bought?"))
    effect = one_of(Effect, EFFECT, label=_("What changed?"))
    effect_detail = note(label=_("What exactly, and after how long?"), rows=2)
    wears_off_early = one_of(YesNo, YES_NO, label=_("Do symptoms come back before the next dose?"))
    wears_off = line(
        label=_("If so, when do they come back?"),
        help_text=_("For example: from about day 50 after each injection."),
    )
    had_reaction = one_of(YesNo, YES_NO, label=_("Was there any reaction?"))
    reaction = note(
        label=_("If so, what was the reaction?"),
        help_text=_("For example: rash, nausea, headache."),
        rows=2,
    )
    pinned = pin()

    def arrange(self) -> None:
        """Ask for page 1 only where it is full."""
        drop_pin_unless_full(self)

    def layout(self) -> Layout:
        """Return the fields, in groups."""
        return Layout(
            Fieldset(gettext("When"), "started", "still_taking", "stopped"),
            Fieldset(gettext("How regularly"), "missed", "missed_why", "source"),
            Fieldset(
                gettext("What came of it"),
                "effect",
                "effect_detail",
                "wears_off_early",
                "wears_off",
                "had_reaction",
                "reaction",
            ),
            *(["pinned"] if "pinned" in self.fields else []),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a day when it stopped, of something that is still taken."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("still_taking") is YesNo.YES and cleaned.get("stopped"):
            self.add_error(
                "stopped",
                gettext(
                    "You said it is still being taken, and when it stopped. Take one of them out"
                ),
            )
        return cleaned


def write_product(answers: Answers, cleaned: Mapping[str, Any], entry: Attempt | None) -> Answers:
    """Return the answers with a new attempt, or a changed one."""
    parts = {name: value for name, value in cleaned.items() if name != "asked"}
    if entry is None:
        number, answers = answers.with_next_item()
        entry = Attempt(item=number, **parts)
    return write_effect(answers, parts, entry)


def write_effect(answers: Answers, cleaned: Mapping[str, Any], entry: Attempt) -> Answers:
    """Return the answers with what came of one attempt."""
    changed = entry.model_copy(update=dict(cleaned))
    entries = replace_entry(answers.attempts.entries, changed)
    return answers.replace(attempts=Attempts(has=Has.SOME, entries=entries))


B12_TRIED = add_step(
    B12TriedForm,
    slug="b12-tried",
    section=_("B12 tried"),
    title=voices(_("B12 you have tried"), _("B12 they have tried")),
    why="why-b12-tried",
)

B12_PRODUCT = ItemStep(
    slug="b12-product",
    section=_("B12 tried"),
    form=B12ProductForm,
    entries=lambda answers: answers.attempts.entries,
    title=lambda _answers, _entry: gettext("What was it, and how much?"),
    read=lambda _answers, entry: entry.model_dump() if entry else {},
    write=write_product,
    list_slug="b12-tried",
    side_trip=True,
    makes_entries=True,
    then="b12-effect",
    why="why-b12-product",
)

B12_EFFECT = ItemStep(
    slug="b12-effect",
    section=_("B12 tried"),
    form=B12EffectForm,
    entries=lambda answers: answers.attempts.entries,
    title=lambda _answers, entry: (
        gettext("%(product)s: what came of it?") % {"product": name_of(entry)}
    ),
    read=lambda _answers, entry: entry.model_dump(),
    write=write_effect,
    list_slug="b12-tried",
    side_trip=True,
    why="why-b12-effect",
)
