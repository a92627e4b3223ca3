"""Tell Django of the content app and its checks."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """The article; it has no models."""

    name = "content"

    def ready(self) -> None:
        """Register the checks."""
        from content import checks  # noqa: F401, PLC0415 - Django is ready only now
