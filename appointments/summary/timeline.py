"""Everything that has a time, in order: symptoms, tests, B12 taken, medicines, operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from appointments.answers import Answers, Attempt
from appointments.catalogue.b12_products import B12_ROUTES_BY_ID
from appointments.choices import NitrousOxide, YesNo
from appointments.phrases import Phrase, Text, _
from appointments.rules.names import lab_test_name, medicine_name, operation_name, symptom_name
from appointments.summary.b12_tried import WEARS_OFF, dose_cell, when_cell
from appointments.summary.lab_results import result_cell
from appointments.summary.model import Cell, Kind, Row, Section
from appointments.summary.timeline_drawing import (
    Drawn,
    course,
    figure_of,
    moment,
    moment_on,
    within_a_year,
)
from appointments.summary.timeline_figure import Lane, Stroke
from appointments.summary.wording import date_in_words, sentence

TITLE = Phrase(_("Timeline"))
NO_DATE = Phrase(_("no date given"))
NOT_DRAWN = Phrase(
    _("What has no date, or one that cannot be placed for certain, comes last and is not drawn.")
)

SYMPTOM = Phrase(_("symptom began"))
LAB_TESTS = Phrase(_("lab tests"))
LAB_TEST = Phrase(_("lab test"))
B12 = Phrase(_("B12"))
MEDICINE = Phrase(_("medicine"))
OPERATION = Phrase(_("operation"))
APPOINTMENT = Phrase(_("Appointment"))
NITROUS_OXIDE = Phrase(_("Nitrous oxide last used"))
WITHIN_A_YEAR = Phrase(_("in the last 12 months"))
LONGER_AGO = Phrase(_("more than 12 months ago"))
BETWEEN_DOSES = Phrase(_("between doses"))


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing: its words, and where it lies in time, if that is certain.

    Attributes:
        words: The row in words; `when` is as typed.
        known: Where it lies; None if there is no day to place it on.
        further: Rows that say more about it and have no day of their own.
    """

    words: Lane
    known: Drawn | None
    further: tuple[Lane, ...] = ()


def timeline_section(answers: Answers, today: date) -> Section:
    """Return a row for each thing with a time, earliest first; those not drawn come last."""
    events = _events(answers, today)
    lanes: list[Lane] = []
    drawn: list[Drawn | None] = []
    for event in events:
        lanes += [event.words, *event.further]
        drawn += [event.known, *(None for _row in event.further)]
    return Section(
        id="timeline",
        title=TITLE,
        kind=Kind.FACTS,
        rows=tuple(
            Row(cells=(Cell(text=lane.when), Cell(text=lane.what, notes=lane.notes)))
            for lane in lanes
        ),
        when_checking=False,
        figure=figure_of(lanes, drawn, today),
        remarks=() if all(event.known for event in events) else (NOT_DRAWN,),
    )


def _events(answers: Answers, today: date) -> list[Event]:
    events = [
        *_symptoms(answers, today),
        *_lab_tests(answers, today),
        *_b12_tried(answers, today),
        *_medicines(answers, today),
        *_operations(answers, today),
        *_nitrous_oxide(answers, today),
    ]
    if events:  # the appointment alone is no timeline
        events += _appointment(answers, today)
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[bool, date]:
    return (False, event.known.span.earliest) if event.known else (True, date.max)


def _event(
    when: Text, what: Text, known: Drawn | None, kind: Text = "", further: tuple[Lane, ...] = ()
) -> Event:
    words = Lane(when=when or NO_DATE, what=what, notes=(kind,) if kind else ())
    return Event(words=words, known=known, further=further)


def _symptoms(answers: Answers, today: date) -> Iterator[Event]:
    for entry in answers.symptoms.entries:
        # Nobody is asked when a symptom ended: what is in the list is there today.
        known = course(entry.since, today, goes_on=True, stroke=Stroke.SYMPTOM)
        yield _event(entry.since, symptom_name(entry), known, SYMPTOM)


def _lab_tests(answers: Answers, today: date) -> Iterator[Event]:
    """Yield one event for all tests of one date: one visit to the lab is one thing."""
    by_date: dict[str, list[Text]] = {}
    for entry in answers.lab_results.entries:
        values: dict[str, Text] = {
            "test": lab_test_name(entry),
            "result": result_cell(entry).text,
            "range": entry.lab_range,
        }
        # A result never stands without the lab's own range, if there is one.
        words = (
            _("%(test)s: %(result)s (lab’s range: %(range)s)")
            if entry.lab_range
            else _("%(test)s: %(result)s")
        )
        by_date.setdefault(entry.taken_on, []).append(Phrase(words, values))
    for taken_on, lines in by_date.items():
        kind = LAB_TEST if len(lines) == 1 else LAB_TESTS
        yield _event(taken_on, sentence(*lines, separator="\n"), moment(taken_on, today), kind)


def _b12_tried(answers: Answers, today: date) -> Iterator[Event]:
    for entry in answers.attempts.entries:
        known = course(
            entry.started,
            today,
            end=entry.stopped,
            goes_on=entry.still_taking is YesNo.YES,
            stroke=Stroke.B12,
        )
        when = when_cell(entry).text if entry.started or entry.stopped else ""
        what = sentence(B12_ROUTES_BY_ID[entry.route].short, dose_cell(entry).text)
        yield _event(when, what, known, B12, _wears_off(entry))


def _wears_off(entry: Attempt) -> tuple[Lane, ...]:
    """Return the row that says when symptoms come back after a dose, if anything was said."""
    if entry.wears_off_early is not YesNo.YES and not entry.wears_off:
        return ()
    b12 = sentence(B12_ROUTES_BY_ID[entry.route].short, when_cell(entry).text)
    what = sentence(b12, WEARS_OFF[entry.wears_off_early], separator=": ")
    return (Lane(when=entry.wears_off or BETWEEN_DOSES, what=what),)


def _medicines(answers: Answers, today: date) -> Iterator[Event]:
    for entry in answers.medicines.entries:
        goes_on = entry.still_taking is YesNo.YES
        known = course(entry.since, today, goes_on=goes_on, stroke=Stroke.MEDICINE)
        what = sentence(medicine_name(entry), entry.dose)
        yield _event(_since(entry.since, entry.still_taking), what, known, MEDICINE)


def _since(start: str, still_taking: YesNo | None) -> Text:
    if not start:
        return ""
    # "Since" says that it goes on, which only the person knows.
    words = _("since %(when)s") if still_taking is YesNo.YES else _("from %(when)s")
    still: dict[YesNo | None, Text] = {
        YesNo.NO: Phrase(_("no longer taken")),
        YesNo.UNKNOWN: Phrase(_("not known if still taken")),
    }
    return sentence(Phrase(words, {"when": start}), still.get(still_taking, ""))


def _operations(answers: Answers, today: date) -> Iterator[Event]:
    for entry in answers.operations.entries:
        what = sentence(operation_name(entry), entry.detail)
        yield _event(entry.year, what, moment(entry.year, today), OPERATION)


def _nitrous_oxide(answers: Answers, today: date) -> Iterator[Event]:
    use = answers.nitrous_oxide
    if use.last_used:
        yield _event(use.last_used, NITROUS_OXIDE, moment(use.last_used, today))
    elif use.use is NitrousOxide.RECENT:
        yield _event(WITHIN_A_YEAR, NITROUS_OXIDE, within_a_year(today))
    elif use.use is NitrousOxide.PAST:
        yield _event(LONGER_AGO, NITROUS_OXIDE, None)


def _appointment(answers: Answers, today: date) -> Iterator[Event]:
    about = answers.about
    if about.appointment_on:
        when = date_in_words(about.appointment_on, answers.country)
        what = sentence(APPOINTMENT, about.appointment_with)
        yield _event(when, what, moment_on(about.appointment_on, today))
