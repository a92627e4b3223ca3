"""Turns what is known of a time into lines and marks: what is certain solid, the rest dotted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from appointments.dates import DateSpan, parse_in_life
from appointments.phrases import Joined, Phrase, Text, _
from appointments.summary.time_axis import TimeAxis, axis_over, day_in_short
from appointments.summary.timeline_figure import (
    Lane,
    Mark,
    Scale,
    Shape,
    Stretch,
    Stroke,
    TimelineFigure,
)
from appointments.summary.wording import sentence

TWO_YEARS = timedelta(days=731)
"""An appointment further away than this from today is a slip of the pen."""

LEGEND = {
    Stroke.SYMPTOM: Phrase(_("Black bar: symptom.")),
    Stroke.COMES_AND_GOES: Phrase(_("Black bar with gaps: symptom that comes and goes.")),
    Stroke.B12: Phrase(_("White bar: B12.")),
    Stroke.MEDICINE: Phrase(_("Thin bar: medicine.")),
    Shape.GOES_ON: Phrase(_("Arrow: goes on.")),
    Shape.DAY: Phrase(_("Dot: on that day.")),
    Shape.SOME_DAY: Phrase(_("Ring: some day on its dotted line.")),
    Stroke.MAYBE: Phrase(_("Dotted: began, ended or was somewhere in here.")),
}
TODAY = Phrase(_("Upright line: the day this was made."))


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Something that was on one day."""

    span: DateSpan


@dataclass(frozen=True, kw_only=True)
class Course:
    """Something that went on for a time.

    Attributes:
        start: When it began; None if that is not known, and then `end` is.
        end: When it ended; None if it goes on, or nobody knows.
        goes_on: Whether it certainly goes on today.
        stroke: How its certain part is drawn.
        comes_and_goes: Whether it was there only now and then since it began.
    """

    start: DateSpan | None
    end: DateSpan | None
    goes_on: bool
    stroke: Stroke
    comes_and_goes: bool = False

    @property
    def span(self) -> DateSpan:
        """The days between which it is known to have begun or ended."""
        known = [span for span in (self.start, self.end) if span]
        return DateSpan(
            earliest=min(span.earliest for span in known), latest=max(s.latest for s in known)
        )


Drawn = Moment | Course


def moment(text: str, life: DateSpan) -> Moment | None:
    """Return the day of something past, or None if it cannot be placed for certain."""
    span = parse_in_life(text, life)
    return Moment(span=span) if span else None


def moment_on(day: date, today: date) -> Moment | None:
    """Return a day that was picked, past or to come, or None if it is far from today."""
    near = abs(day - today) <= TWO_YEARS
    return Moment(span=DateSpan(earliest=day, latest=day)) if near else None


def within_a_year(today: date) -> Moment:
    """Return some day of the last 12 months."""
    return Moment(span=DateSpan(earliest=today - timedelta(days=366), latest=today))


def course(
    start: str,
    life: DateSpan,
    *,
    end: str = "",
    goes_on: bool,
    stroke: Stroke,
    comes_and_goes: bool = False,
) -> Course | None:
    """Return from when to when something went on, or None if neither can be placed for certain.

    Args:
        start: When it began, as typed.
        life: The days of the person's life, up to the day on which the sheet is made.
        end: When it ended, as typed.
        goes_on: Whether the person said that it goes on.
        stroke: How its certain part is drawn.
        comes_and_goes: Whether the person said that it does.
    """
    began = parse_in_life(start, life)
    ended = parse_in_life(end, life)
    if began and ended and ended.latest < began.earliest:
        ended = None  # it cannot have ended before it began: one of the two is mistyped
    if began is None and ended is None:
        return None
    return Course(
        start=began,
        end=ended,
        goes_on=goes_on and not end,
        stroke=stroke,
        comes_and_goes=comes_and_goes,
    )


def figure_of(
    words: Sequence[Lane], drawn: Sequence[Drawn | None], today: date
) -> TimelineFigure | None:
    """Return the picture, or None if nothing can be placed on an axis.

    Args:
        words: The rows in words only.
        drawn: What is known of the time of each.
        today: The day on which the sheet is made.
    """
    spans = [known.span for known in drawn if known]
    axis = axis_over([*spans, DateSpan(earliest=today, latest=today)])
    if not spans or axis is None:
        return None
    lanes = tuple(
        _lane(row, known, axis, today) if known else row
        for row, known in zip(words, drawn, strict=True)
    )
    return TimelineFigure(
        title=Phrase(
            _("Axis of time, from %(first)s to %(last)s"),
            {"first": day_in_short(axis.start), "last": day_in_short(axis.end)},
        ),
        description=_how_to_read(lanes),
        scales=scales_of(axis),
        today=axis.at(today),
        lanes=lanes,
    )


def scales_of(axis: TimeAxis) -> tuple[Scale, ...]:
    """Return the lines of the axis; a label that would run into another is left out."""
    scales = [Scale(at=tick.at, label=tick.label) for tick in axis.ticks]
    labeled: list[Scale] = []
    for scale in sorted(scales, key=lambda scale: scale.is_shifted):
        if not any(scale.collides_with(other) for other in labeled):
            labeled.append(scale)
    return tuple(scale if scale in labeled else Scale(at=scale.at) for scale in scales)


def _how_to_read(lanes: Sequence[Lane]) -> Text:
    """Return what the signs mean that are there."""
    used = {
        *(stretch.stroke for lane in lanes for stretch in lane.stretches),
        *(mark.shape for lane in lanes for mark in lane.marks),
    }
    return Joined((*(words for sign, words in LEGEND.items() if sign in used), TODAY), " ")


def _lane(row: Lane, known: Drawn, axis: TimeAxis, today: date) -> Lane:
    if isinstance(known, Moment):
        return _moment_lane(row, known.span, axis)
    return _course_lane(row, known, axis, today)


def _moment_lane(row: Lane, span: DateSpan, axis: TimeAxis) -> Lane:
    at, until = axis.at(span.earliest), axis.at(span.latest)
    if span.earliest == span.latest:
        return replace(
            row,
            title=Phrase(_("on %(day)s"), {"day": day_in_short(span.earliest)}),
            marks=(Mark(at=at, shape=Shape.DAY),),
        )
    return replace(
        row,
        title=_between(_("on a day between %(first)s and %(last)s"), span),
        stretches=(Stretch(start=at, end=until, stroke=Stroke.MAYBE),),
        marks=(Mark(at=(at + until) / 2, shape=Shape.SOME_DAY),),
    )


def _course_lane(row: Lane, known: Course, axis: TimeAxis, today: date) -> Lane:
    """Return the lane of a course: solid where it certainly went on, dotted where it may have."""
    now = axis.at(today)
    # Without an end, nobody knows more than that it had begun.
    begun = axis.at(known.start.latest) if known.start else None
    ends = axis.at(known.end.earliest) if known.end else now if known.goes_on else begun
    over = axis.at(known.end.latest) if known.end else now
    first = axis.at(known.start.earliest) if known.start else 0.0
    begins = ends if begun is None else begun
    title = sentence(_start_in_words(known), _end_in_words(known))
    if begins is None or ends is None or begins > ends:
        if first == over:
            return replace(row, title=title, marks=(Mark(at=first, shape=Shape.SOME_DAY),))
        maybe = Stretch(start=first, end=over, stroke=Stroke.MAYBE)
        return replace(row, title=title, stretches=(maybe,))
    stretches = (
        Stretch(start=first, end=begins, stroke=Stroke.MAYBE),
        Stretch(start=begins, end=ends, stroke=known.stroke),
        Stretch(
            start=ends,
            end=over,
            stroke=Stroke.COMES_AND_GOES if known.comes_and_goes else Stroke.MAYBE,
        ),
    )
    edges = (begins,) if known.goes_on or begins == ends else (begins, ends)
    arrow = (Mark(at=now, shape=Shape.GOES_ON),) if known.goes_on else ()
    return replace(
        row,
        title=title,
        stretches=tuple(stretch for stretch in stretches if stretch.start < stretch.end),
        marks=(*(Mark(at=edge, shape=Shape.EDGE) for edge in edges), *arrow),
    )


def _start_in_words(known: Course) -> Text:
    if known.start is None:
        return Phrase(_("start not known"))
    if known.start.earliest == known.start.latest:
        return Phrase(_("from %(day)s"), {"day": day_in_short(known.start.earliest)})
    return _between(_("from a day between %(first)s and %(last)s"), known.start)


def _end_in_words(known: Course) -> Text:
    if known.comes_and_goes:
        return Phrase(_("comes and goes"))
    if known.goes_on:
        return Phrase(_("goes on"))
    if known.end is None:
        return Phrase(_("end not known"))
    if known.end.earliest == known.end.latest:
        return Phrase(_("to %(day)s"), {"day": day_in_short(known.end.earliest)})
    return _between(_("to a day between %(first)s and %(last)s"), known.end)


def _between(message: str, span: DateSpan) -> Phrase:
    return Phrase(
        message, {"first": day_in_short(span.earliest), "last": day_in_short(span.latest)}
    )
