"""Results pasted from a report: what was read is shown, and only what is ticked is kept.

The pasted text goes back and forth in the page itself. It is never put into the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from crispy_forms.layout import HTML, Field, Fieldset, Layout
from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_LAB_RESULTS, LabResult
from appointments.answer_types import MAX_LINE, NO_UNIT
from appointments.answers import Answers
from appointments.choices import QUALITATIVE_RESULT, REPORT_FLAG_ON_PAPER
from appointments.quantities import parse_quantity
from appointments.report_text.read import read_report
from appointments.report_text.reading import ReportReading, ReportRow
from appointments.steps.fields import PastedText, many_of, without_controls
from appointments.steps.lab_results import LAB_PASTE_SLUG, describe, name_of, write_results
from appointments.steps.lab_slips import date_question, guards_for
from appointments.steps.lab_timing import TIMING, TimingForm, day_of
from appointments.steps.step import AskingForm, ItemStep
from appointments.translation import spoken

LONGEST = 20_000
MOST_LINES = 400
WORDS = {phrase.message.casefold(): answer for answer, phrase in QUALITATIVE_RESULT.items()}


class LabPasteForm(TimingForm, AskingForm):
    """First the text; then what was read in it, to be confirmed row by row."""

    can_stop = False

    text = PastedText(
        label=_("Text of your report"),
        help_text=_(
            "Copy it from a patient portal, an e-mail or a PDF, and paste it here. You can leave "
            "out names and addresses. We keep nothing but the results that you confirm."
        ),
        longest=LONGEST,
        most_lines=MOST_LINES,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off", "spellcheck": "false"}),
    )
    keep = many_of(
        tuple,
        label=_("Which results are right?"),
        help_text=_("Compare each with your report. Only what you tick is kept."),
    )
    proposed = forms.Field(required=False, widget=forms.HiddenInput)

    @cached_property
    def reading(self) -> ReportReading:
        """What the text says; a row too long to keep counts as unread."""
        text = self._text
        reading = read_report(text if len(text) <= LONGEST else "")
        short = tuple(row for row in reading.rows if _fits(row))
        too_long = [line for row in reading.rows if not _fits(row) for line in row.lines]
        return ReportReading(rows=short, unread=(*reading.unread, *dict.fromkeys(too_long)))

    @property
    def _text(self) -> str:
        return without_controls(self.data.get(self.add_prefix("text"), ""))

    @property
    def comes_again(self) -> bool:
        """Whether the rows are still to be confirmed."""
        return not self._confirms

    def arrange(self) -> None:
        """Offer the rows; ask about B12 before the samples where they are all of one day."""
        rows = self.reading.rows
        # Another text has other rows, so that what was ticked for the last one says nothing.
        mark = sha256(self._text.encode()).hexdigest()
        self._confirms = self.data.get(self.add_prefix("proposed")) == mark
        if rows:
            self.button = gettext("Keep what is ticked")
            self.title = gettext("Check what we read")
            self.lead = ngettext(
                "We found %(count)d result. Nothing is kept yet.",
                "We found %(count)d results. Nothing is kept yet.",
                len(rows),
            ) % {"count": len(rows)}
            self.fields["keep"].choices = [  # type: ignore[attr-defined]
                (str(number), self._choice(row)) for number, row in enumerate(rows)
            ]
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent[self.add_prefix("text")] = self._text
            sent[self.add_prefix("proposed")] = mark
            if not self._confirms:
                sent.pop(self.add_prefix("keep"), None)
            self.data = sent
        else:
            del self.fields["keep"]
        if not _are_one_sample(rows):
            for name in TIMING:
                del self.fields[name]

    def _choice(self, row: ReportRow) -> str:
        """Return all that would be kept of a row, and where it was read."""
        entry = _entry(row, item=1)
        facts = [
            gettext("Lab’s own range: %(range)s") % {"range": row.lab_range}
            if row.lab_range
            else gettext("No range found"),
            gettext("no unit found") if parse_quantity(row.value) and not entry.unit else "",
            "" if row.taken_on else gettext("no date found"),
            spoken(REPORT_FLAG_ON_PAPER[row.flag]) if row.flag else "",
            gettext("already in your list") if self._is_listed(entry) else "",
        ]
        guards = guards_for(test=row.test, value=row.value, unit=row.unit, lab_range=row.lab_range)
        notes = [
            gettext("Read from: %(line)s") % {"line": " / ".join(row.lines)},
            *(spoken(guard.says) for guard in guards),
            date_question(row.taken_on, self.answers.country),
        ]
        return format_html(
            "<strong>{}: {}</strong><br>{}{}",
            name_of(entry),
            describe(entry),
            "; ".join(fact for fact in facts if fact),
            format_html_join("", "<small>{}</small>", ((note,) for note in notes if note)),
        )

    def _is_listed(self, entry: LabResult) -> bool:
        parts = ("test", "qualitative", "value", "unit", "unit_as_printed", "taken_on")
        return any(
            all(getattr(other, part) == getattr(entry, part) for part in parts)
            for other in self.answers.lab_results.entries
        )

    def layout(self) -> Layout:
        """Return the text alone; once it is read, the rows first and the text folded away."""
        if not self.reading.rows:
            return Layout("text", "proposed", "asked")
        timing = [name for name in TIMING if name in self.fields]
        return Layout(
            "keep",
            HTML("{% include 'appointment/unread_lines.html' %}"),
            *([Fieldset(gettext("About the results you tick"), *timing)] if timing else []),
            Field("text", template="b12/folded_field.html"),
            "proposed",
            "asked",
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a text with results in it, and for at least one tick."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if not cleaned["text"]:
            self.add_error("text", gettext("Paste the text of your report"))
        elif not self.reading.rows:
            self.add_error(
                "text",
                gettext(
                    "We found no result in this text. Check that test names and numbers were "
                    "copied, or go back and add the results one at a time"
                ),
            )
        elif self._confirms:
            ticked = sorted({int(number) for number in cleaned["keep"]})
            cleaned["rows"] = [self.reading.rows[number] for number in ticked]
            self._check_ticks(cleaned["rows"])
        return cleaned

    def _check_ticks(self, rows: Sequence[ReportRow]) -> None:
        room = MAX_LAB_RESULTS - len(self.answers.lab_results.entries)
        twice = [entry for row in rows if self._is_listed(entry := _entry(row, item=1))]
        if not rows:
            self.add_error(
                "keep", gettext("Tick the results that are right. If none is, go back to your list")
            )
        elif twice:
            names = ", ".join(f"{name_of(entry)} {describe(entry)}" for entry in twice)
            question = gettext(
                "Already in your list: %(names)s. Untick it, or press the button again to keep "
                "it twice"
            )
            self.ask(names, {"keep": question % {"names": names}})
        # A list without any room says so itself.
        if 0 < room < len(rows):
            sentence = ngettext(
                "There is room for %(room)d more result. Tick the one that matters most",
                "There is room for %(room)d more results. Tick those that matter most",
                room,
            )
            self.add_error("keep", sentence % {"room": room})


def _fits(row: ReportRow) -> bool:
    """Return whether every part of a row can be kept as it is."""
    texts = (f"{row.word} {row.value}", row.unit_as_printed, row.lab_range, row.taken_on)
    return all(len(text) <= MAX_LINE for text in texts)


def _are_one_sample(rows: Sequence[ReportRow]) -> bool:
    """Return whether one answer about B12 before the sample is true of all rows."""
    days = {day_of(row.taken_on) for row in rows}
    return len(rows) == 1 or (len(days) == 1 and None not in days)


def _entry(row: ReportRow, *, item: int, **timing: Any) -> LabResult:
    return LabResult(
        item=item,
        test=row.test,
        **_result(row),
        # Nobody has looked yet whether the report prints none: the result's own page asks.
        unit="" if row.unit == NO_UNIT else row.unit,
        unit_as_printed=row.unit_as_printed,
        lab_range=row.lab_range,
        flag=row.flag,
        taken_on=row.taken_on,
        **timing,
    )


def _result(row: ReportRow) -> dict[str, Any]:
    """Return the word and the number of a result; a word that is none of ours stays as printed."""
    word = WORDS.get((row.word or row.value).casefold())
    if word is None:
        return {"value": f"{row.word} {row.value}".strip()}
    return {"qualitative": word, "value": row.value if row.word else ""}


def write(answers: Answers, cleaned: Mapping[str, Any], _entry_before: None) -> Answers:
    """Return the answers with a new result for each row that was confirmed."""
    timing = {name: cleaned[name] for name in TIMING if name in cleaned}
    for row in cleaned["rows"]:
        number, answers = answers.with_next_item()
        entry = _entry(row, item=number, **timing)
        answers = write_results(answers, (*answers.lab_results.entries, entry))
    return answers


LAB_PASTE = ItemStep(
    slug=LAB_PASTE_SLUG,
    section=_("Lab results"),
    form=LabPasteForm,
    entries=lambda _answers: (),  # it makes entries; each is changed on pages of its own
    title=lambda _answers, _entry: gettext("Paste results from a report"),
    read=lambda _answers, _entry: {},
    write=write,
    list_slug="lab-results",
    side_trip=True,
    makes_entries=True,
    why="why-lab-paste",
)
