"""The only tables: clinics, and how often their link was used. There is none for answers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from appointments.catalogue.countries import COUNTRIES, COUNTRIES_BY_ID
from appointments.clinic_contact import MAX_HOURS
from appointments.translation import spoken
from appointments.validators import (
    look_alike,
    say_look_alike,
    validate_line,
    validate_name,
    validate_phone,
    validate_slug,
    validate_text,
)


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

    name = models.CharField(
        _("name"),
        max_length=80,
        validators=[validate_name],
        help_text=_("As patients know it. It stands on their sheet and on the poster."),
    )
    slug = models.CharField(
        _("short name for the link"),
        max_length=30,
        unique=True,
        validators=[validate_slug],
        help_text=_("Small letters, digits and dashes. Printed on paper, so it stays for good."),
    )
    phone = models.CharField(
        _("phone"),
        max_length=30,
        validators=[validate_phone],
        help_text=_("Shown on patients’ pages beside the emergency number."),
    )
    hours = models.CharField(
        _("when somebody answers"),
        max_length=MAX_HOURS,
        blank=True,
        validators=[validate_line],
        help_text=_("For example: Monday to Friday, 8 am to 5 pm."),
    )
    country = models.CharField(_("country"), max_length=30, choices=countries)
    languages = models.CharField(
        _("languages spoken"), max_length=120, blank=True, validators=[validate_line]
    )
    please_bring = models.TextField(
        _("please bring"),
        max_length=600,
        blank=True,
        validators=[validate_text],
        help_text=_("What patients should bring. Plain words, no links."),
    )
    paper = models.CharField(
        _("paper"),
        max_length=10,
        blank=True,
        choices=[("", _("As usual in the country")), *PrintedOn.choices],
        help_text=_("What your printers hold."),
    )
    accent = models.CharField(_("color"), max_length=10, choices=Accent, default=Accent.COBALAMIN)
    retired = models.BooleanField(
        _("retired"),
        default=False,
        help_text=_("The link is on paper somewhere: it goes on working, and says so."),
    )
    history = HistoricalRecords(verbose_name=_("history of a clinic"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("clinic")
        verbose_name_plural = _("clinics")

    def __str__(self) -> str:
        return self.name

    @property
    def paper_held(self) -> str:
        """The paper that its printers hold."""
        return self.paper or COUNTRIES_BY_ID[self.country].paper

    def clean(self) -> None:
        """Compare with what is saved.

        Raises:
            ValidationError: The slug was changed, or looks like that of another clinic.
        """
        self.please_bring = self.please_bring.replace("\r\n", "\n")
        saved = dict(Clinic.objects.values_list("pk", "slug"))
        own = saved.pop(self.pk, None)
        if own not in {None, self.slug}:
            raise ValidationError({"slug": _("It is on paper already and cannot change.")})
        if own is None and (other := look_alike(self.slug, saved.values())):
            raise ValidationError({"slug": say_look_alike(other)})


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

    def __str__(self) -> str:
        return f"{self.clinic}, {self.day}"
