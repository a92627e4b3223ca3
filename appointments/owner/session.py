"""Sessions for the owner alone: a patient's page neither reads nor writes one."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class OwnerSessionMiddleware(SessionMiddleware):
    """Opens a session under the owner's address; everywhere else it is empty, whatever is sent."""

    def process_request(self, request: HttpRequest) -> None:
        """Open the session, or put an empty one in its place."""
        if is_owners(request):
            super().process_request(request)
        else:
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save the session; leave every other response as it is."""
        return super().process_response(request, response) if is_owners(request) else response


def is_owners(request: HttpRequest) -> bool:
    """Return whether a request is for one of the owner's pages."""
    return request.path_info.startswith(settings.SESSION_COOKIE_PATH)
