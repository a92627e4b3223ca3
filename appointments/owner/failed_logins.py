"""Keeps of a failed login a name, an address and how often, and nothing else of the request."""

from __future__ import annotations

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.http import QueryDict


class FailedLogins(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Counts failed logins in the database."""

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        """Count one; axes would also keep the browser, the fields, and the form's token."""
        given = request.GET, request.POST
        request.GET = request.POST = QueryDict()
        request.axes_user_agent = request.axes_http_accept = ""
        try:
            super().user_login_failed(sender, credentials, request, **kwargs)
        finally:
            request.GET, request.POST = given
