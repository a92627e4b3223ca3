"""What the owner edits: clinics, and who may log in. Nothing else is registered."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page
from django.db.models import Model
from django.forms import ModelForm, Textarea
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from appointments.models import Clinic
from appointments.owner.counts import tell_counts
from appointments.owner.counts_chart import HEIGHT, WIDTH, draw_months
from appointments.owner.site import OwnerSite
from appointments.validators import slug_from
from content.templatetags.site_address import full_address

MOST_DAYS = 31
"""Days on the page; the file for a spreadsheet has all."""

owner_site = OwnerSite()


class NeverDeleted:
    """What is named elsewhere and so stays: a clinic on paper, an account in the history."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002 (Django passes it)
        """Return that nobody may delete it."""
        return False


class ClinicForm(ModelForm):  # type: ignore[type-arg] # Django's class takes no type
    """A clinic as the owner types it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):  # of a clinic that is saved, it is only read
            slug.required = False
            slug.help_text = _(
                "Small letters, digits and dashes. Leave this empty to make it of the clinic’s "
                "name. It is printed on paper, so it stays for good."
            )

    def clean_slug(self) -> str:
        """Return the name for the link as it was typed, or else made of the clinic's name.

        Raises:
            ValidationError: None was typed, and no letter of the clinic's name can be used.
        """
        name = self.cleaned_data.get("name", "")
        slug: str = self.cleaned_data["slug"] or slug_from(name)
        if name and not slug:
            raise ValidationError(_("Type a name for the link: this clinic’s name gives none."))
        return slug


@admin.register(Clinic, site=owner_site)
class ClinicAdmin(NeverDeleted, SimpleHistoryAdmin):
    """Clinics: their words, their link, and how often it was used.

    None is ever deleted, because its link is on paper somewhere; it is retired.
    """

    list_display = ("name", "status", "link", "to_use", "phone", "country")
    list_filter = ("retired", "country")
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("name", "slug")
    fields = (
        "handed_out", "name", "slug", "phone", "hours", "country", "languages", "please_bring",
        "paper", "accent", "retired",
    )  # fmt: skip
    form = ClinicForm
    object_history_list_template = "owner/clinic_history.html"

    def get_readonly_fields(self, request: HttpRequest, obj: Clinic | None = None) -> list[str]:  # noqa: ARG002 (Django passes it)
        """Return what cannot be typed: what is computed, and a link that is on paper already."""
        return ["handed_out", "slug"] if obj else ["handed_out"]

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest | None, **kwargs: Any
    ) -> Any:
        """Return a field of the form; the one with several lines is a small box."""
        if db_field.name == "please_bring":
            kwargs["widget"] = Textarea(attrs={"rows": 4, "cols": 60})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Clinic, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Lead to the new clinic's own page: its link and its share kit are there."""
        as_usual: HttpResponse = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST:
            return as_usual
        return redirect("admin:appointments_clinic_change", obj.pk)

    def set_history_delta_changes(
        self, request: HttpRequest, page: Page[Any], *args: Any, **details: Any
    ) -> None:
        """Compare each version with the one before, also if that stands on the next page."""
        after = page.paginator.object_list[page.end_index() :][:1]
        super().set_history_delta_changes(request, [*page, *after], *args, **details)

    def history_form_view(self, *_args: Any, **_details: Any) -> HttpResponse:
        """Refuse simple_history's page of an earlier version: what it is sent, it brings back."""
        raise PermissionDenied

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses: the counts, then Django's own."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/counts/", view(self.counts_page), name="clinic_counts"),
            path("<int:pk>/counts.csv", view(self.counts_file), name="clinic_counts_csv"),
            *super().get_urls(),
        ]

    @admin.display(description=_("link"))
    def link(self, clinic: Clinic) -> SafeString:
        """Return the address that patients get."""
        address = reverse("clinic", args=[clinic.slug])
        return format_html('<a href="{}">{}</a>', address, full_address(address))

    @admin.display(description=_("status"), ordering="retired")
    def status(self, clinic: Clinic) -> str:
        """Return whether the link is handed out, in words."""
        return gettext("Retired") if clinic.retired else gettext("In use")

    @admin.display(description=_("to use"))
    def to_use(self, clinic: Clinic) -> SafeString:
        """Return the links that an owner comes for."""
        counts = format_html(
            '<a href="{}">{}</a>',
            reverse("admin:clinic_counts", args=[clinic.pk]),
            gettext("Counts"),
        )
        if clinic.retired:
            return counts
        kit = reverse("share", args=[clinic.slug])
        return format_html('<a href="{}">{}</a><br>{}', kit, gettext("Share kit"), counts)

    @admin.display(description=_("to hand out"))
    def handed_out(self, clinic: Clinic) -> SafeString | str:
        """Return the link, the share kit and the counts of a clinic that is saved."""
        if clinic.pk is None:
            return gettext("Save the clinic first. Then its link and its share kit are here.")
        counts = format_html(
            '<a href="{}">{}</a>',
            reverse("admin:clinic_counts", args=[clinic.pk]),
            gettext("How often the link was used"),
        )
        if clinic.retired:
            return format_html("{}<br>{}", gettext("Retired: take down its posters."), counts)
        return format_html(
            '{}<br><a href="{}">{}</a><br>{}',
            self.link(clinic),
            reverse("share", args=[clinic.slug]),
            gettext("Share kit: poster, cards, texts, QR code"),
            counts,
        )

    def counts_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show how often a clinic's link was used."""
        clinic = self._clinic(request, pk)
        counts = tell_counts(clinic)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("How often the link was used: %(name)s") % {"name": clinic.name},
            "clinic": clinic,
            "months": counts.months,
            "days": counts.days[:MOST_DAYS],
            "chart": draw_months(counts.months),
            "chart_width": WIDTH,
            "chart_height": HEIGHT,
            "opts": self.opts,
        }
        return render(request, "owner/counts.html", context)

    def counts_file(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hand out the same as a table for a spreadsheet."""
        clinic = self._clinic(request, pk)
        counts = tell_counts(clinic)
        response = HttpResponse(
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{clinic.slug}-counts.csv"'},
        )
        table = csv.writer(response)
        table.writerow(["period", "opened", "started", "sheets"])
        for row in (*counts.months, *counts.days):
            table.writerow([row.id, *(told.text for told in row.told)])
        return response

    def _clinic(self, request: HttpRequest, pk: int) -> Clinic:
        clinic = get_object_or_404(Clinic, pk=pk)
        if not self.has_view_permission(request, clinic):
            raise PermissionDenied
        return clinic


ALL_ARE_OWNERS = _(
    "Every account can do everything here. None is deleted, because the history says who changed "
    "what. To keep somebody out, untick “Active”."
)


@admin.register(User, site=owner_site)
class OwnerAdmin(NeverDeleted, UserAdmin):  # type: ignore[type-arg] # Django's class takes no type
    """Accounts: a name, a password, and whether it may log in. Each one may do everything."""

    fieldsets = (
        (None, {
            "fields": ("username", "password", "is_active", "last_login"),
            "description": ALL_ARE_OWNERS,
        }),
    )  # fmt: skip
    add_fieldsets = (
        (None, {"fields": ("username", "password1", "password2"), "description": ALL_ARE_OWNERS}),
    )
    add_form_template = None  # Django's speaks of more to choose, and of accounts without password
    readonly_fields = ("last_login",)
    list_display = ("username", "is_active", "last_login")
    list_filter = ("is_active",)
    filter_horizontal = ()

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:  # noqa: FBT001 (Django passes it)
        """Save an account as an owner's: without a right it could log in, and see no page."""
        obj.is_staff = obj.is_superuser = True
        super().save_model(request, obj, form, change)
