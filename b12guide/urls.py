"""Every address of the site; the article's pages come last, for they take any name."""

from django.urls import include, path

handler400 = "b12guide.errors.bad_request"
handler404 = "b12guide.errors.page_not_found"
handler500 = "b12guide.errors.server_error"

urlpatterns = [
    path("", include("appointments.urls")),
    path("", include("content.urls")),
]
