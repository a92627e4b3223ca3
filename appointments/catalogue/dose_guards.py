"""Questions about a B12 dose that looks mistyped, above all mg for micrograms (brief, 5.5).

These limits are ours (evidence E). They catch a wrong unit; they do not say which dose is right.
"""

from __future__ import annotations

from decimal import Decimal

from appointments.catalogue.b12_products import B12_ROUTES_BY_ID, RouteKind
from appointments.catalogue.guards import Guard, GuardKind
from appointments.phrases import Phrase, _

MICROGRAMS = "micrograms"
MILLIGRAMS = "mg"
GRAMS = "g"

_MICROGRAMS_PER_UNIT = {
    MICROGRAMS: Decimal(1),
    MILLIGRAMS: Decimal(1000),
    GRAMS: Decimal(1_000_000),
}

# More milligrams than this, or fewer micrograms, are more often a slip than a dose.
_MOST_MILLIGRAMS = Decimal(5)
_FEWEST_MICROGRAMS = Decimal(2)

# A 10 mg injection exists (CMI-AUM), so it must pass; twice that is beyond any product we read of.
_LARGEST = Decimal(20_000)

# Usual single doses, in micrograms. Patches have none: no product has a stated dose.
_USUAL = {
    RouteKind.ORAL: (Decimal(1), Decimal(5000)),
    RouteKind.INJECTION: (Decimal(25), Decimal(1500)),
    RouteKind.NASAL: (Decimal(25), Decimal(1000)),
}

_MOST_TIMES_A_DAY = {RouteKind.ORAL: Decimal(4), RouteKind.INJECTION: Decimal(1)}


def check_dose(
    *,
    route_id: str,
    amount: Decimal,
    unit: str,
    multivitamin: bool = False,
    times_per_day: Decimal | None = None,
) -> tuple[Guard, ...]:
    """Return what to ask about a dose, most pressing first.

    Args:
        route_id: How it is taken.
        amount: The number as typed.
        unit: "micrograms", "mg" or "g"; any other (not known) is not checked.
        multivitamin: Whether it is one vitamin of many: those hold a few micrograms.
        times_per_day: How often, if it is known as a number.
    """
    route = B12_ROUTES_BY_ID[route_id]
    if unit not in _MICROGRAMS_PER_UNIT:
        return _check_times(route.kind, times_per_day)
    if unit == GRAMS:
        return (_WRONG_PRODUCT,)
    micrograms = amount * _MICROGRAMS_PER_UNIT[unit]
    guards = []
    if micrograms > _LARGEST:
        guards.append(_CANNOT_BE_KEPT)
    if unit == MILLIGRAMS and amount > _MOST_MILLIGRAMS:
        guards.append(_MEANT_MICROGRAMS)
    elif unit == MICROGRAMS and 0 < amount <= _FEWEST_MICROGRAMS and not multivitamin:
        guards.append(_MEANT_MILLIGRAMS)
    elif micrograms <= _LARGEST and _is_unusual(route.kind, micrograms):
        guards.append(_UNUSUAL)
    return (*guards, *_check_times(route.kind, times_per_day))


def _is_unusual(kind: RouteKind, micrograms: Decimal) -> bool:
    if kind not in _USUAL:
        return kind is RouteKind.PATCH
    low, high = _USUAL[kind]
    return not low <= micrograms <= high


def _check_times(kind: RouteKind, times_per_day: Decimal | None) -> tuple[Guard, ...]:
    most = _MOST_TIMES_A_DAY.get(kind)
    if times_per_day is None or most is None or times_per_day <= most:
        return ()
    return (_OFTEN,)


_CANNOT_BE_KEPT = Guard(
    id="cannot_be_kept",
    kind=GuardKind.HARD,
    says=Phrase(_("This amount does not fit a B12 dose. Please check the number and the unit.")),
)
_MEANT_MICROGRAMS = Guard(
    id="meant_micrograms",
    kind=GuardKind.SOFT,
    says=Phrase(
        _("Did you mean micrograms? 1 mg is 1000 micrograms (mcg). Please look at the label.")
    ),
    suggested_units=(MICROGRAMS,),
)
_MEANT_MILLIGRAMS = Guard(
    id="meant_milligrams",
    kind=GuardKind.SOFT,
    says=Phrase(_("Did you mean mg? 1 mg is 1000 micrograms (mcg). Please look at the label.")),
    suggested_units=(MILLIGRAMS,),
)
_UNUSUAL = Guard(
    id="unusual",
    kind=GuardKind.SOFT,
    says=Phrase(_("This is an unusual number for this unit. Is the unit right?")),
)
_OFTEN = Guard(
    id="often",
    kind=GuardKind.SOFT,
    says=Phrase(_("That is unusually often. Please check how often it is taken.")),
)
_WRONG_PRODUCT = Guard(
    id="wrong_product",
    kind=GuardKind.HARD,
    says=Phrase(
        _("B12 doses are in micrograms or mg, not in grams. Please check the name and the label.")
    ),
    suggested_units=(MILLIGRAMS, MICROGRAMS),
)
