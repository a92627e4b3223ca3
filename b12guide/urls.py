"""Every address of the site; the article's pages come last, for they take any name."""

from django.conf import settings
from django.urls import include, path

from appointments.admin import owner_site

handler400 = "b12guide.errors.bad_request"
handler404 = "b12guide.errors.page_not_found"
handler500 = "b12guide.errors.server_error"

urlpatterns = [
    path(settings.OWNER_PATH, owner_site.urls),
    path("", include("appointments.urls")),
    path("", include("content.urls")),
]
