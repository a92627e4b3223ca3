"""Says at the start, and not on somebody's sheet, that a font or stylesheet is missing."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from appointments.pdf.faces import ASSETS, FACES

EVERY_PRINT = (
    "fonts.css",
    "sheet.css",
    "standard.css",
    "large.css",
    "blank.css",
    "poster.css",
    "cards.css",
    "text-regular.ttf",
    "text-bold.ttf",
    "fallback-regular.ttf",
    "fallback-bold.ttf",
)


def missing_files() -> list[str]:
    """Return the names of the bundled files that are not there; without them letters change."""
    faces = (file for face in FACES for _weight, file in face.files)
    return [name for name in (*EVERY_PRINT, *faces) if not (ASSETS / name).is_file()]


@register
def check_files(app_configs: Sequence[Any] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001 (Django passes it)
    """Report each missing file."""
    return [
        Error(
            f"{name} is missing in {ASSETS}; get it back from the repository",
            id="appointments.E001",
        )
        for name in missing_files()
    ]
