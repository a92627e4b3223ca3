"""Pick lists: tick what applies, add your own words, or say that none does.

A ticked entry may carry details from its own page. Unticking it would delete them, so the form
asks once before it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import MAX_LINE, OTHER, Named
from appointments.answers import Answers
from appointments.catalogue.entry import Entry
from appointments.choices import Has
from appointments.steps.fields import edited_lines, many_of, note
from appointments.steps.step import AskingForm, QuestionForm, replace_entry
from appointments.translation import spoken

Key = tuple[str, str]
"""A catalogue id and "", or OTHER and a person's own words."""

ALIKE = 0.75
"""How much of two lines must agree to be one line with a slip mended: not another medicine."""

DETAILS = ("detail", "other")
"""What the box for a few words beside a tick list may be called."""

INSTEAD = (Has.NONE.value, Has.UNKNOWN.value, Has.PRIVATE.value)


class PickForm(QuestionForm):
    """Checkboxes with "none", "I don't know" or "prefer not to say" at the end."""

    contradiction: ClassVar[Any] = _("Choose from the list, or the last answers. Not both")

    def clean_picked(self) -> list[str]:
        """Refuse "none" together with something, and two ways of saying none."""
        picked: list[str] = self.cleaned_data["picked"]
        instead = [answer for answer in picked if answer in INSTEAD]
        if instead and len(picked) > 1:
            raise ValidationError(self.contradiction)
        return picked

    def clean(self) -> dict[str, Any]:
        """Refuse "not to say" together with details; "none of these" may well have some."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "picked" in cleaned:
            details = [name for name in DETAILS if name in self.fields]
            self.refuse_both("picked", {Has.PRIVATE.value}, *details)
        return cleaned


@dataclass(frozen=True, kw_only=True)
class PickList:
    """A list of entries in the answers that are picked from a catalogue or written in own words.

    Attributes:
        part: The attribute of Answers that holds the list.
        kind: The entry's attribute that holds the catalogue id.
        make: The entry's class.
        catalogue: The catalogue, by id.
    """

    part: str
    kind: str
    make: type[Named]
    catalogue: Mapping[str, Entry]

    def entries(self, answers: Answers) -> tuple[Any, ...]:
        """Return the entries so far."""
        return tuple(getattr(answers, self.part).entries)

    def key(self, entry: Any) -> Key:
        """Return what names an entry on its pick list: its id, and its own words if it has some.

        Own words may well read like an id ("metformin"), so that one of the two is not enough.
        """
        picked: str = getattr(entry, self.kind)
        return picked, entry.own_words if picked == OTHER else ""

    def name_of(self, entry: Any) -> str:
        """Return what an entry is called on the page."""
        picked = getattr(entry, self.kind)
        return entry.own_words if picked == OTHER else spoken(self.catalogue[picked].wording)

    def has_details(self, entry: Any) -> bool:
        """Return whether anything was said about an entry beyond picking it."""
        picked = {"item", "own_words", self.kind}
        return bool(entry.model_dump(exclude_defaults=True, exclude=picked))

    def read(self, answers: Answers) -> dict[str, Any]:
        """Return the initial values of the pick list's form."""
        entries = self.entries(answers)
        own = [entry for entry in entries if getattr(entry, self.kind) == OTHER]
        has = getattr(answers, self.part).has
        return {
            "picked": picked_values(
                has, [getattr(row, self.kind) for row in entries if row not in own]
            ),
            "own_words": "\n".join(entry.own_words for entry in own),
        }

    def write(self, answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
        """Return the answers with what is ticked: known entries keep their details."""
        known = self.known(answers, cleaned["own_words"])
        entries = []
        for key in self.keys(cleaned["picked"], cleaned["own_words"]):
            if key not in known:
                number, answers = answers.with_next_item()
                picked, own_words = key
                known[key] = self.make(item=number, own_words=own_words, **{self.kind: picked})
            entries.append(known[key])
        return self._with(
            answers, entries=tuple(entries), has=has_from(cleaned["picked"], cleaned["own_words"])
        )

    def known(self, answers: Answers, own_words: Sequence[str]) -> dict[Key, Any]:
        """Return the entries so far by key; one whose line was only mended has its new words."""
        known = {self.key(entry): entry for entry in self.entries(answers)}
        before = [words for picked, words in known if picked == OTHER]
        edited = edited_lines(before, own_words)
        if len(edited) == 1:
            [(now, old)] = edited.items()
            if SequenceMatcher(None, old.casefold(), now.casefold()).ratio() >= ALIKE:
                entry = known.pop((OTHER, old))
                known[OTHER, now] = entry.model_copy(update={"own_words": now})
        return known

    def keys(self, picked: Sequence[str], own_words: Sequence[str]) -> list[Key]:
        """Return what names the entries that a form holds, in its order."""
        # A request may send a tick twice; two entries with one number could not be read back.
        once = dict.fromkeys(picked)
        ticked: list[Key] = [(value, "") for value in once if value not in INSTEAD]
        return [*ticked, *((OTHER, words) for words in own_words)]

    def write_details(self, answers: Answers, cleaned: Mapping[str, Any], entry: Any) -> Answers:
        """Return the answers with the details of one entry."""
        changed = entry.model_copy(update=dict(cleaned))
        return self._with(answers, entries=replace_entry(self.entries(answers), changed))

    def _with(self, answers: Answers, **parts: Any) -> Answers:
        changed = getattr(answers, self.part).model_copy(update=parts)
        return answers.replace(**{self.part: changed})


class PickEntriesForm(PickForm, AskingForm):
    """A pick list whose ticked entries have a page of their own, and more in own words."""

    pick_list: ClassVar[PickList]
    most: ClassVar[int]

    own_words = note(
        label=_("Something else"),
        help_text=_("In your own words, one on each line."),
        longest=1000,
        most_lines=40,
    )

    field_order = ("picked", "own_words")

    def clean_own_words(self) -> list[str]:
        """Return the lines, without blanks and repeats."""
        lines = [line.strip() for line in self.cleaned_data["own_words"].splitlines()]
        for line in lines:
            if len(line) > MAX_LINE:
                raise ValidationError(
                    gettext("Shorten the line that starts “%(start)s” to %(longest)d characters")
                    % {"start": line[:20], "longest": MAX_LINE}
                )
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> dict[str, Any]:
        """Refuse contradictions and too many; ask before details are deleted."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "picked" not in cleaned or "own_words" not in cleaned:
            return cleaned
        picked, own = cleaned["picked"], cleaned["own_words"]
        if own and any(answer in INSTEAD for answer in picked):
            self.add_error("picked", self.contradiction)
        elif len(picked) + len(own) > self.most:
            self.add_error(
                "picked",
                gettext("Choose %(most)d at most, the ones that matter most to you")
                % {"most": self.most},
            )
        else:
            self._ask_before_deleting(picked, own)
        return cleaned

    def _ask_before_deleting(self, picked: Sequence[str], own: Sequence[str]) -> None:
        kept = self.pick_list.keys(picked, own)
        lost = [
            entry
            for key, entry in self.pick_list.known(self.answers, own).items()
            if key not in kept and self.pick_list.has_details(entry)
        ]
        if lost:
            question = ngettext(
                "You took away something that has details: %(names)s. Tick it again to keep the "
                "details, or press Continue again to delete them",
                "You took away entries that have details: %(names)s. Tick them again to keep the "
                "details, or press Continue again to delete them",
                len(lost),
            )
            names = ", ".join(self.pick_list.name_of(entry) for entry in lost)
            about = ",".join(str(entry.item) for entry in lost)
            self.ask(about, {"picked": question % {"names": names}})


def picked_values(has: Has | None, ids: Sequence[str]) -> list[str]:
    """Return the initial ticks of a pick list."""
    return [*ids, *([has.value] if has and has is not Has.SOME else [])]


def has_from(picked: Sequence[str], own: Sequence[str] | str = ()) -> Has | None:
    """Return whether something was picked, or what was said instead."""
    instead = [answer for answer in picked if answer in INSTEAD]
    if instead:
        return Has(instead[0])
    return Has.SOME if picked or own else None


def pick_field(choices: Callable[[], Sequence[Any]], **kwargs: Any) -> forms.MultipleChoiceField:
    """Return the checkboxes of a pick list."""
    kwargs.setdefault("help_text", _("Choose all that apply."))
    return many_of(choices, **kwargs)
