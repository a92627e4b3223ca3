"""Everything that has a time, in order: symptoms, tests, B12 taken, medicines, operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from appointments.answer_parts import Attempt
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_ROUTES_BY_ID
from appointments.choices import NitrousOxide, Trend, YesNo
from appointments.dates import DateSpan, life_until
from appointments.phrases import Phrase, Text, _
from appointments.rules.names import lab_test_name, medicine_name, operation_name, symptom_name
from appointments.rules.result_words import result_in_words
from appointments.summary.absorption import still_taken
from appointments.summary.b12_tried import WEARS_OFF, dose_cell, when_cell
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
from appointments.summary.wording import begun, date_in_words, sentence

TITLE = Phrase(_("Timeline"))
NO_DATE = Phrase(_("no date given"))
NOT_DRAWN = Phrase(
    _("What has no date, or one that cannot be placed for certain, comes last and is not drawn.")
)

SYMPTOM = Phrase(_("symptom began"))
NOW_AND_THEN = Phrase(_("symptom began, comes and goes"))
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
    events = _events(answers, life_until(today, answers.about.date_of_birth))
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


def _events(answers: Answers, life: DateSpan) -> list[Event]:
    events = [
        *_symptoms(answers, life),
        *_lab_tests(answers, life),
        *_b12_tried(answers, life),
        *_medicines(answers, life),
        *_operations(answers, life),
        *_nitrous_oxide(answers, life),
    ]
    if events:  # the appointment alone is no timeline
        events += _appointment(answers, life)
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[bool, date]:
    return (False, event.known.span.earliest) if event.known else (True, date.max)


def _event(
    when: Text, what: Text, known: Drawn | None, kind: Text = "", further: tuple[Lane, ...] = ()
) -> Event:
    words = Lane(when=when or NO_DATE, what=what, notes=(kind,) if kind else ())
    return Event(words=words, known=known, further=further)


def _symptoms(answers: Answers, life: DateSpan) -> Iterator[Event]:
    for entry in answers.symptoms.entries:
        # Nobody is asked when a symptom ended: what is in the list is there today, at least at
        # times.
        varies = entry.trend is Trend.VARIES
        known = course(
            entry.since,
            life,
            goes_on=not varies,
            stroke=Stroke.SYMPTOM,
            comes_and_goes=varies,
        )
        yield _event(entry.since, symptom_name(entry), known, NOW_AND_THEN if varies else SYMPTOM)


def _lab_tests(answers: Answers, life: DateSpan) -> Iterator[Event]:
    """Yield one event for all tests of one date: one visit to the lab is one thing."""
    by_date: dict[str, list[Text]] = {}
    for entry in answers.lab_results.entries:
        values: dict[str, Text] = {
            "test": lab_test_name(entry),
            "result": result_in_words(entry),
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
        yield _event(taken_on, sentence(*lines, separator="\n"), moment(taken_on, life), kind)


def _b12_tried(answers: Answers, life: DateSpan) -> Iterator[Event]:
    for entry in answers.attempts.entries:
        known = course(
            entry.started,
            life,
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


def _medicines(answers: Answers, life: DateSpan) -> Iterator[Event]:
    for entry in answers.medicines.entries:
        goes_on = entry.still_taking is YesNo.YES
        known = course(entry.since, life, goes_on=goes_on, stroke=Stroke.MEDICINE)
        what = sentence(medicine_name(entry), entry.dose)
        when = sentence(begun(entry.since, entry.still_taking), still_taken(entry))
        yield _event(when if entry.since else "", what, known, MEDICINE)


def _operations(answers: Answers, life: DateSpan) -> Iterator[Event]:
    for entry in answers.operations.entries:
        what = sentence(operation_name(entry), entry.detail)
        yield _event(entry.year, what, moment(entry.year, life), OPERATION)


def _nitrous_oxide(answers: Answers, life: DateSpan) -> Iterator[Event]:
    use = answers.nitrous_oxide
    if use.last_used:
        yield _event(use.last_used, NITROUS_OXIDE, moment(use.last_used, life))
    elif use.use is NitrousOxide.RECENT:
        yield _event(WITHIN_A_YEAR, NITROUS_OXIDE, within_a_year(life.latest))
    elif use.use is NitrousOxide.PAST:
        yield _event(LONGER_AGO, NITROUS_OXIDE, None)


def _appointment(answers: Answers, life: DateSpan) -> Iterator[Event]:
    about = answers.about
    if about.appointment_on:
        when = date_in_words(about.appointment_on, answers.country)
        what = sentence(APPOINTMENT, about.appointment_with)
        yield _event(when, what, moment_on(about.appointment_on, life.latest))
