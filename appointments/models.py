"""The only tables: clinics, and how often their link was used. There is none for answers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from appointments.catalogue.countries import COUNTRIES
from appointments.translation import spoken


def countries() -> list[tuple[str, str]]:
    """Return the countries to choose from."""
    return [(country.id, spoken(country.wording)) for country in COUNTRIES]


class PrintedOn(models.TextChoices):
    """The paper that a clinic's printers hold."""

    A4 = "a4", _("A4")
    LETTER = "letter", _("US Letter")


class Accent(models.TextChoices):
    """The color of a clinic's poster and first page; each is 7:1 or better on white."""

    COBALAMIN = "cobalamin", _("Red")
    TEAL = "teal", _("Teal")
    BLUE = "blue", _("Blue")
    PLUM = "plum", _("Plum")
    SLATE = "slate", _("Gray")


class Clinic(models.Model):
    """A clinic that hands out its own link.

    Attributes:
        slug: Its name in the address, `/c/<slug>/`; printed on paper, so it never changes.
        hours: When somebody answers the phone, in the clinic's words.
        languages: Which languages are spoken there, in the clinic's words.
        please_bring: What patients should bring, in the clinic's words.
        retired: Whether the link is no longer handed out; it still works, and says so.
    """

    slug = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=30)
    hours = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=30, choices=countries)
    languages = models.CharField(max_length=120, blank=True)
    please_bring = models.TextField(max_length=600, blank=True)
    paper = models.CharField(max_length=10, choices=PrintedOn, default=PrintedOn.A4)
    accent = models.CharField(max_length=10, choices=Accent, default=Accent.COBALAMIN)
    retired = models.BooleanField(default=False)
    history = HistoricalRecords()

    def __str__(self) -> str:
        return self.name


class DailyCount(models.Model):
    """How often a clinic's link was used on one day: three numbers, and nothing about anybody."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="counts")
    day = models.DateField()
    opened = models.PositiveIntegerField(default=0)
    started = models.PositiveIntegerField(default=0)
    sheets = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clinic", "day"], name="one_row_a_clinic_and_day"),
        ]
