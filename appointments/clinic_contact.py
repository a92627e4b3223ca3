"""What of a clinic travels with the answers: enough for the sheet, and to say whom to call."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints

from appointments.answer_types import Line, Model
from appointments.catalogue.countries import Paper

MAX_HOURS = 120


class ClinicContact(Model):
    """The clinic whose link the visitor came by, as it called itself then.

    It is kept with the answers, so that no page of the form waits for a database.
    """

    slug: Line
    name: Line
    phone: Line
    hours: Annotated[str, StringConstraints(max_length=MAX_HOURS)] = (
        ""  # when somebody answers there, in the clinic's words
    )
    paper: Paper = "a4"

    @property
    def tel(self) -> str:
        """The digits to dial, for a `tel:` link.

        The zero in "+44 (0)20" is for callers inside the country, who do not dial the +44.
        """
        phone = self.phone
        if phone.startswith(("+", "00")):
            phone = phone.replace("(0)", "")
        return re.sub(r"[^+0-9]", "", phone)
