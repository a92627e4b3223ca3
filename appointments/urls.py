"""The addresses of the form and the summary: none of them carries an answer."""

from django.urls import path
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from appointments import (
    ask_views,
    continue_views,
    message_views,
    sheet_views,
    stops,
    take_along_views,
    views,
)
from appointments.sharing import kit_views, page_views
from appointments.sharing import views as clinic_views
from content.drawn_once import View, drawn_once


def _text(template: str) -> View:
    """Return the view of a page that is all text."""
    return require_safe(drawn_once(TemplateView.as_view(template_name=template)))


urlpatterns = [
    path("c/<str:slug>/", clinic_views.clinic_page, name="clinic"),
    path("C/<str:slug>/", clinic_views.as_meant, {"page": "clinic"}),
    path("C/<str:slug>/share/", clinic_views.as_meant, {"page": "share"}),
    path("appointment/from-clinic/<str:slug>/", clinic_views.from_clinic, name="from-clinic"),
    path("appointment/clinic/", clinic_views.off_the_sheet, name="off-the-sheet"),
    *(
        pattern
        for start in ("share/", "c/<str:slug>/share/")
        for pattern in (
            path(start, kit_views.kit_page, name="share"),
            path(f"{start}in-the-visit/", kit_views.in_the_visit, name="share-in-the-visit"),
            path(f"{start}qr.<str:kind>", kit_views.qr_file, name="share-qr"),
            path(f"{start}<str:what>.pdf", kit_views.printed_file, name="share-pdf"),
        )
    ),
    path("share/page/", page_views.share_page, name="share-page"),
    path("share/page/<path:page>/", page_views.share_page, name="share-page"),
    path("get-help-now/", stops.get_help_now, name="get-help-now"),
    path("privacy/", _text("privacy.html"), name="privacy"),
    path("privacy/health-data/", _text("health_data.html"), name="health-data"),
    path("blank-form/", take_along_views.blank_form_page, name="blank-form"),
    path("blank-form.pdf", take_along_views.blank_form_file, name="blank-form-pdf"),
    path("appointment/", views.question, {"slug": "start"}, name="appointment-start"),
    path(
        "appointment/check-your-answers/",
        sheet_views.check_your_answers,
        name="check-your-answers",
    ),
    path("appointment/summary/", sheet_views.summary_page, name="summary"),
    path("appointment/summary.pdf", sheet_views.summary_pdf, name="summary-pdf"),
    path("appointment/summary.json", message_views.summary_json, name="summary-json"),
    path("appointment/message/", message_views.message_page, name="message"),
    path("appointment/continue/", continue_views.continue_page, name="continue"),
    path("appointment/appointment.ics", take_along_views.appointment_file, name="appointment-file"),
    path("appointment/clear/", views.clear, name="clear"),
    path("appointment/left-alone/", views.left_alone, name="left-alone"),
    path("appointment/ask/<slug:page>/", ask_views.ask, name="ask"),
    path("appointment/<slug:slug>/", views.question, name="question"),
    path("appointment/<slug:slug>/new/", views.question, {"new": True}, name="question-new"),
    path("appointment/<slug:slug>/<int:item>/", views.question, name="question-entry"),
    path("appointment/<slug:slug>/<int:item>/remove/", views.remove_entry, name="remove-entry"),
]
