"""The app's place in Django."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """What we ask, what it means, and what you take with you."""

    name = "appointments"
    verbose_name = _("Clinics")

    def ready(self) -> None:
        """Register the checks, and call the accounts on the owner's pages what they are."""
        apps.get_app_config("auth").verbose_name = _("Accounts")
        from appointments.pdf import checks  # noqa: F401, PLC0415 (Django is ready only now)
