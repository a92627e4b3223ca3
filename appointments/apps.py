"""The app's place in Django."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """What we ask, what it means, and what you take with you."""

    name = "appointments"
