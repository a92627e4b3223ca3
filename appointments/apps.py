"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """What we ask, what it means, and what you take with you."""

    name = "appointments"
    verbose_name = _("Clinics")

    def ready(self) -> None:
        """Register the checks."""
        from appointments.pdf import checks  # noqa: F401, PLC0415 (Django is ready only now)
