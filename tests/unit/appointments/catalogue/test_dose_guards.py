"""Dose guards catch mg for micrograms, and let every real product pass."""

from __future__ import annotations

from decimal import Decimal

import pytest

from appointments.catalogue.b12_products import B12_ROUTES
from appointments.catalogue.dose_guards import check_dose


def asked(route: str, amount: str, unit: str) -> list[str]:
    guards = check_dose(route_id=route, amount=Decimal(amount), unit=unit)
    return [guard.id for guard in guards]


@pytest.mark.parametrize(
    ("route", "amount", "unit", "expected"),
    [
        ("injection", "1000", "mg", ["too_large", "meant_micrograms"]),
        ("injection", "1000", "micrograms", []),
        ("injection", "1", "mg", []),
        ("injection", "1", "micrograms", ["meant_milligrams"]),
        ("injection", "10", "mg", ["meant_micrograms"]),
        ("injection", "2000", "micrograms", ["unusual"]),
        ("injection", "20", "micrograms", ["unusual"]),
        ("tablet", "50", "micrograms", []),
        ("tablet", "1", "mg", []),
        ("tablet", "2", "micrograms", ["meant_milligrams"]),
        ("tablet", "5000", "micrograms", []),
        ("tablet", "5001", "micrograms", ["unusual"]),
        ("tablet", "0", "micrograms", ["unusual"]),
        ("tablet", "20001", "micrograms", ["too_large"]),
        ("tablet", "20000", "micrograms", ["unusual"]),
        ("nasal", "500", "micrograms", []),
        ("nasal", "1001", "micrograms", ["unusual"]),
        ("patch", "1000", "micrograms", ["unusual"]),
        ("tablet", "1000", "unknown", []),
    ],
)
def test_doses(route: str, amount: str, unit: str, expected: list[str]) -> None:
    assert asked(route, amount, unit) == expected


@pytest.mark.parametrize("route", B12_ROUTES, ids=lambda route: route.id)
def test_micrograms_are_written_in_full(route) -> None:
    for unit in ("micrograms", "mg"):
        for amount in ("0.5", "1", "100", "30000"):
            for guard in check_dose(route_id=route.id, amount=Decimal(amount), unit=unit):
                assert "µg" not in str(guard.says)
