"""The appointment as a calendar file: a day and a reminder, and no word of what it is about."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext
from icalendar import CLASS, TRANSP, Alarm, Calendar, Event

# Calendars are shared with families and employers, so that not even the maker's name may hint at
# health. RFC 5545 wants one that is unique (section 3.7.3).
MAKER = "-//A day to remember//EN"

# An all-day event starts at midnight: this is nine in the morning of the day before.
DAY_BEFORE = timedelta(hours=-15)


def calendar_file(day: date) -> bytes:
    """Return a calendar with one all-day event (iCalendar, RFC 5545).

    Args:
        day: The day of the appointment; the form asks for no time.
    """
    reminder = Alarm.new_display(description=gettext("Bring your papers"), trigger=DAY_BEFORE)
    event = Event.new(
        uid=uuid4(),  # of the day or the person it says nothing
        stamp=timezone.now(),
        start=day,
        end=day + timedelta(days=1),
        summary=gettext("Appointment"),
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,  # the hour is not known, and the day is not full
        subcomponents=[reminder],
    )
    calendar: bytes = Calendar.new(prodid=MAKER, subcomponents=[event]).to_ical()
    return calendar
