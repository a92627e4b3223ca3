"""The calendar file keeps the RFC, and says nothing about health."""

import re
from datetime import date, datetime, timedelta

from icalendar import Calendar

from appointments.calendar_file import calendar_file

DAY = date(2026, 12, 3)


def test_it_is_one_all_day_event_with_a_reminder_the_day_before():
    calendar = Calendar.from_ical(calendar_file(DAY))
    [event] = calendar.events
    assert (event.start, event.end) == (DAY, DAY + timedelta(days=1))
    assert not isinstance(event.start, datetime)
    [alarm] = event.alarms.times
    assert alarm.trigger.date() == DAY - timedelta(days=1)
    assert str(event["SUMMARY"]) == "Appointment"
    assert not calendar.errors
    assert not event.errors


def test_its_lines_end_as_the_rfc_wants_and_are_short():
    data = calendar_file(DAY)
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    for needed in (
        b"VERSION:2.0",
        b"PRODID:",
        b"DTSTAMP:",
        b"UID:",
        b"DTSTART;VALUE=DATE:20261203",
    ):
        assert any(line.startswith(needed) for line in lines)


def test_it_names_no_illness_and_no_two_files_share_an_id():
    one, two = calendar_file(DAY).decode(), calendar_file(DAY).decode()
    assert not re.search(r"b12|vitamin|clinic|doctor|medical|health|guide", one, re.IGNORECASE)
    assert set(re.findall("UID:.*", one)).isdisjoint(re.findall("UID:.*", two))
