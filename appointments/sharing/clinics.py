"""Finds a clinic by its link, and what of it travels with a patient's answers."""

from __future__ import annotations

import logging
import re

from django.core.cache import cache
from django.core.validators import slug_re
from django.db import Error

from appointments.answers import Answers
from appointments.clinic_contact import ClinicContact
from appointments.models import Clinic
from appointments.sealed_cookie import AnswersTooLongError, seal

logger = logging.getLogger(__name__)

REST_SECONDS = 5
"""How long a database that did not answer is left alone: whoever waits for it keeps a thread of the
server from the patients who are in the form."""

_RESTS = "clinics-database-rests"


# What people type around an address, and what programs take along from the sentence around it.
_AROUND = " .,;:!?&'\"()[]<>“”‘’"


class ClinicsUnavailableError(Exception):
    """The database did not answer in time; nobody's answers depend on it."""


def tidy(slug: str) -> str:
    """Return the name in a link as it was meant: small, with dashes, without what stood around."""
    return re.sub(r"[\s_]+", "-", slug.strip(_AROUND).lower()).strip("-") or slug


def find_clinic(slug: str) -> Clinic | None:
    """Return the clinic with this link, retired or not; None where there is none.

    Raises:
        ClinicsUnavailableError: It could not be looked up now, or a moment ago.
    """
    if not slug_re.match(slug):
        return None
    if cache.get(_RESTS):
        raise ClinicsUnavailableError
    try:
        return Clinic.objects.filter(slug=slug).first()
    except Error as error:
        cache.set(_RESTS, value=True, timeout=REST_SECONDS)
        logger.warning("A clinic could not be looked up", exc_info=True)
        raise ClinicsUnavailableError from error


def contact_of(clinic: Clinic) -> ClinicContact:
    """Return what a visit keeps of its clinic."""
    return ClinicContact.model_validate(
        {
            "slug": clinic.slug,
            "name": clinic.name,
            "phone": clinic.phone,
            "hours": clinic.hours,
            "paper": clinic.paper_held,
        }
    )


def with_known_clinic(found: Answers, *, brought_by: ClinicContact | None) -> Answers:
    """Return a saved sheet's answers with a clinic that is ours, or with none.

    A file can be written by anybody, and the clinic's phone number stands on pages for
    emergencies: of the file only the name of the link is believed.

    Args:
        found: The answers as they are in the file.
        brought_by: The clinic by whose link the person has come today; it goes before.
    """
    contact = brought_by or (_looked_up(found.clinic.slug) if found.clinic else None)
    known = found.replace(clinic=contact)
    try:
        seal(known.replace(shared_computer=True))
    except AnswersTooLongError:  # the clinic has a longer name than in the file
        return found.replace(clinic=None)
    return known


def _looked_up(slug: str) -> ClinicContact | None:
    try:
        clinic = find_clinic(slug)
    except ClinicsUnavailableError:
        return None
    return contact_of(clinic) if clinic and not clinic.retired else None
