"""The same test done more than once: its results over time, each with its own lab's range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from appointments.answer_parts import LabResult
from appointments.answer_types import OTHER
from appointments.answers import Answers
from appointments.dates import DateSpan, life_until, parse_when
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.names import lab_test_name
from appointments.rules.result_words import is_given, result_in_words
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.trend_drawing import draw
from appointments.summary.trend_points import (
    NO_PLACE,
    Point,
    SeriesUnit,
    can_join,
    read_point,
    said_in,
)
from appointments.summary.wording import sentence

COLUMNS = (
    Column(title=Phrase(_("Date")), width=25),
    Column(title=Phrase(_("Result")), width=45),
    Column(title=Phrase(_("Lab’s own range")), width=30),
)
NO_DATE = Phrase(_("no date"))
OTHER_UNIT = Phrase(
    _("Not in the picture, because its unit cannot be converted safely to the one used here")
)
NO_PICTURE = Phrase(
    _(
        "No picture: the units of these results are missing, or cannot be converted safely into "
        "one another."
    )
)
RANGE_NOT_DRAWN = Phrase(
    _("Range not in the picture, because it is not in plain numbers, or in another unit")
)
SIDE_BY_SIDE = Phrase(_("Results of almost the same date are drawn side by side."))
FEWEST = 2  # points; a single one shows no course


@dataclass(frozen=True, kw_only=True)
class _Series:
    """Results that can stand on one axis, which has the unit of the latest one."""

    unit: SeriesUnit
    points: tuple[Point, ...]

    def holds(self, entry: LabResult) -> bool:
        """Whether a result is one of them."""
        return any(point.entry.item == entry.item for point in self.points)


def trend_sections(answers: Answers, today: date) -> tuple[Section, ...]:
    """Return a section for each test with several results that can be drawn in one unit."""
    life = life_until(today, answers.about.date_of_birth)
    tests: defaultdict[tuple[str, str], list[LabResult]] = defaultdict(list)
    for entry in answers.lab_results.entries:
        if is_given(entry) or entry.waiting:
            # A test in own words is the same test where the words are the same.
            own_words = " ".join(entry.own_words.casefold().split())
            tests[entry.test, own_words if entry.test == OTHER else ""].append(entry)
    return tuple(
        section for entries in tests.values() for section in _sections_of_test(entries, life)
    )


def _sections_of_test(entries: Sequence[LabResult], life: DateSpan) -> Iterable[Section]:
    """Yield a section for each unit in which at least two results of one test can be drawn."""
    points: list[Point] = []
    left_out: list[tuple[Phrase, LabResult]] = []
    for entry in entries:
        read = read_point(entry, life)
        if isinstance(read, Point):
            points.append(read)
        else:
            left_out.append((read, entry))
    drawn: list[_Series] = []
    for series in _joined(points):
        placed = tuple(point for point in series.points if point.value_in(series.unit) is not None)
        left_out += [(NO_PLACE, point.entry) for point in series.points if point not in placed]
        if len(placed) >= FEWEST:
            drawn.append(_Series(unit=series.unit, points=placed))
        else:
            left_out += [(OTHER_UNIT, point.entry) for point in placed]
    apart = [entry for why, entry in left_out if why is OTHER_UNIT]
    if not drawn and len(apart) >= FEWEST:
        yield _without_picture(_by_date(apart, life.latest))
    for number, series in enumerate(drawn):
        # What cannot be drawn at all stands below the first picture.
        others = [entry for _why, entry in left_out] if number == 0 else []
        rows = [entry for entry in entries if series.holds(entry) or entry in others]
        yield _section(
            series,
            rows=_by_date(rows, life.latest),
            title=_title(series, alone=len(drawn) == 1),
            remarks=(
                *_apart(series, drawn),
                *(_remarks(left_out) if number == 0 else ()),
            ),
        )


def _joined(points: Sequence[Point]) -> list[_Series]:
    """Return the points that can stand on one axis together."""
    groups: list[list[Point]] = []
    for point in points:
        test = point.entry.test
        group = next((group for group in groups if can_join(test, point.unit, group[0].unit)), None)
        if group is None:
            groups.append([point])
        else:
            group.append(point)
    return [
        _Series(
            unit=max(group, key=lambda point: (point.when.latest, point.when.earliest)).unit,
            points=tuple(group),
        )
        for group in groups
    ]


def _title(series: _Series, *, alone: bool) -> Phrase:
    test = lab_test_name(series.points[0].entry)
    if alone or not series.unit.shown:
        return Phrase(_("%(test)s over time"), {"test": test})
    return Phrase(_("%(test)s over time, in %(unit)s"), {"test": test, "unit": series.unit.shown})


def _without_picture(entries: Sequence[LabResult]) -> Section:
    """Return a section that says why several results of a test make no picture."""
    return Section(
        id=f"trend-{entries[0].item}",
        title=Phrase(_("%(test)s over time"), {"test": lab_test_name(entries[0])}),
        kind=Kind.TABLE,
        columns=COLUMNS,
        rows=tuple(_row(entry) for entry in entries),
        when_checking=False,
        rows_elsewhere=True,
        remarks=(NO_PICTURE,),
    )


def _section(
    series: _Series, *, rows: Sequence[LabResult], title: Phrase, remarks: tuple[Text, ...]
) -> Section:
    figure = draw(series.points, series.unit, title=title)
    without_range = [
        (RANGE_NOT_DRAWN, point.entry)
        for point in series.points
        if point.entry.lab_range and point.limits_in(series.unit) is None
    ]
    return Section(
        id=f"trend-{series.points[0].entry.item}",
        title=title,
        kind=Kind.TABLE,
        columns=COLUMNS,
        rows=tuple(_row(entry, series) for entry in rows),
        when_checking=False,
        figure=figure,
        rows_elsewhere=True,
        remarks=(
            *((SIDE_BY_SIDE,) if any(mark.aside for mark in figure.marks) else ()),
            *remarks,
            *_remarks(without_range),
        ),
    )


def _by_date(entries: Iterable[LabResult], today: date) -> list[LabResult]:
    """Return results as a picture has them, earliest first; those without a date at the end."""

    def when(entry: LabResult) -> tuple[date, date]:
        span = parse_when(entry.taken_on, today)
        return (span.earliest, span.latest) if span else (date.max, date.max)

    return sorted(entries, key=when)


def _row(entry: LabResult, series: _Series | None = None) -> Row:
    points = series.points if series else ()
    point = next((point for point in points if point.entry == entry), None)
    about = said_in(point, series.unit) if series and point else None
    return Row(
        cells=(
            Cell(text=entry.taken_on or NO_DATE),
            Cell(
                text=result_in_words(entry),
                notes=(about,) if about else (),
                strong=is_given(entry),
            ),
            Cell(text=entry.lab_range),
        ),
        changes=(
            ChangeLink(
                step="lab-result",
                item=entry.item,
                about=sentence(lab_test_name(entry), entry.taken_on),
            ),
        ),
    )


def _apart(series: _Series, drawn: Sequence[_Series]) -> Iterable[Phrase]:
    """Yield why other results of the test have another picture."""
    for other in drawn:
        if other is series:
            continue
        if other.unit.shown and series.unit.shown:
            says = _(
                "Results in %(other)s have a picture of their own: "
                "they cannot be converted safely to %(unit)s."
            )
        else:
            says = _("Results without a unit have a picture of their own.")
        yield Phrase(says, {"other": other.unit.shown, "unit": series.unit.shown})


def _remarks(entries: Iterable[tuple[Phrase, LabResult]]) -> tuple[Phrase, ...]:
    """Return a sentence for each reason, with the results that it holds for."""
    of_reason: defaultdict[Phrase, list[Text]] = defaultdict(list)
    for why, entry in entries:
        of_reason[why].append(sentence(entry.taken_on or NO_DATE, result_in_words(entry)))
    return tuple(
        Phrase(_("%(why)s: %(which)s."), {"why": why, "which": Joined(tuple(which), "; ")})
        for why, which in of_reason.items()
    )
