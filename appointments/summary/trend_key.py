"""What each shape in the picture of a test's results means, in words."""

from __future__ import annotations

from collections.abc import Sequence

from appointments.phrases import Phrase, _
from appointments.summary.trend_figure import KeyEntry, Mark, Shape
from appointments.summary.trend_points import SeriesUnit

_KEY: tuple[tuple[Shape, Phrase, Phrase], ...] = (
    (Shape.DOT, Phrase(_("Filled dot:")), Phrase(_("result as typed"))),
    (
        Shape.DIAMOND,
        Phrase(_("Hollow diamond:")),
        Phrase(_("converted to %(unit)s for this picture only")),
    ),
    (
        Shape.BELOW,
        Phrase(_("Filled arrow down:")),
        Phrase(_("report gives “less than” (or “at most”) this number")),
    ),
    (
        Shape.ABOVE,
        Phrase(_("Filled arrow up:")),
        Phrase(_("report gives “more than” (or “at least”) this number")),
    ),
    (
        Shape.BELOW_CONVERTED,
        Phrase(_("Hollow arrow down:")),
        Phrase(_("“less than” (or “at most”) this number, converted to %(unit)s")),
    ),
    (
        Shape.ABOVE_CONVERTED,
        Phrase(_("Hollow arrow up:")),
        Phrase(_("“more than” (or “at least”) this number, converted to %(unit)s")),
    ),
    (Shape.SPAN, Phrase(_("Line across:")), Phrase(_("date not exact, between its two ends"))),
    (
        Shape.SPAN_CONVERTED,
        Phrase(_("Dashed line across:")),
        Phrase(_("date not exact, and converted to %(unit)s")),
    ),
    (Shape.RANGE, Phrase(_("Tall bar:")), Phrase(_("range of the lab that did this test"))),
    (
        Shape.RANGE_CONVERTED,
        Phrase(_("Dashed bar:")),
        Phrase(_("range of the lab that did this test, converted to %(unit)s")),
    ),
    (Shape.RANGE_OPEN, Phrase(_("Bar without an end:")), Phrase(_("no limit at the open end"))),
)


def key_of(marks: Sequence[Mark], unit: SeriesUnit) -> tuple[KeyEntry, ...]:
    """Return what the shapes in the picture mean, and no others."""
    used = {mark.shape for mark in marks}
    used |= {mark.lab_range.shape for mark in marks if mark.lab_range}
    if any(mark.lab_range and mark.lab_range.is_open for mark in marks):
        used.add(Shape.RANGE_OPEN)
    if any(mark.uncertain and mark.shape is not Shape.SPAN_CONVERTED for mark in marks):
        used.add(Shape.SPAN)  # an arrow has one, too
    return tuple(
        KeyEntry(
            shape=shape,
            name=name,
            meaning=Phrase(meaning.message, {"unit": unit.shown}),
        )
        for shape, name, meaning in _KEY
        if shape in used
    )
