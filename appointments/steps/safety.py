"""The short safety page: is anything happening now that cannot wait for an appointment?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import Safety
from appointments.answers import Answers
from appointments.catalogue.red_flags import RED_FLAG_GROUPS, RED_FLAGS
from appointments.steps.catalogue_choices import grouped
from appointments.steps.fields import many_of, note
from appointments.steps.step import QuestionForm, Step, voices

NONE = "none"


def choices() -> list[tuple[str, Any]]:
    """Return the red flags that are asked about, in groups, and "none of these"."""
    return [
        *grouped(RED_FLAG_GROUPS, RED_FLAGS),
        (gettext("Or"), [(NONE, gettext("None of these"))]),
    ]


class SafetyForm(QuestionForm):
    """What is happening now, and what is over."""

    happening = many_of(
        choices,
        label=_("Is any of this happening now, or new in the last 2 weeks?"),
        help_text=_("Choose all that apply."),
    )
    past = note(
        label=_("Did any of this happen before, and is it over now?"),
        help_text=_("Say what and when. It will be printed on your sheet. Leave empty if not."),
        rows=2,
    )

    def clean_happening(self) -> list[str]:
        """Refuse "none" together with something."""
        chosen: list[str] = self.cleaned_data["happening"]
        if NONE in chosen and len(chosen) > 1:
            raise ValidationError(
                gettext("Choose what is happening, or “None of these”. Both cannot be right")
            )
        return chosen


def read(answers: Answers) -> dict[str, Any]:
    """Return the form's initial values."""
    safety = answers.safety
    return {
        "happening": [*safety.happening, *([NONE] if safety.none_of_these else [])],
        "past": safety.past,
    }


def write(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
    """Return the answers with this page's."""
    chosen = cleaned["happening"]
    return answers.replace(
        safety=Safety(
            happening=tuple(flag for flag in chosen if flag != NONE),
            none_of_these=NONE in chosen,
            past=cleaned["past"],
        )
    )


SAFETY = Step(
    slug="safety",
    section=_("Safety"),
    form=SafetyForm,
    title=voices(
        _("First, a safety check"), _("First, a safety check for the person you care for")
    ),
    read=read,
    write=write,
    why="why-safety",
)
