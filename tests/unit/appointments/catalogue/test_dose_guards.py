"""Dose guards catch mg for micrograms, and let every real product pass."""

from __future__ import annotations

from decimal import Decimal

import pytest

from appointments.catalogue.b12_products import B12_ROUTES
from appointments.catalogue.dose_guards import check_dose
from appointments.catalogue.guards import GuardKind


def asked(route: str, amount: str, unit: str, **more) -> list[str]:
    guards = check_dose(route_id=route, amount=Decimal(amount), unit=unit, **more)
    return [guard.id for guard in guards]


@pytest.mark.parametrize(
    ("route", "amount", "unit", "expected"),
    [
        ("injection", "1000", "mg", ["cannot_be_kept", "meant_micrograms"]),
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
        ("tablet", "20001", "micrograms", ["cannot_be_kept"]),
        ("tablet", "20000", "micrograms", ["unusual"]),
        ("nasal", "500", "micrograms", []),
        ("nasal", "1001", "micrograms", ["unusual"]),
        ("patch", "1000", "micrograms", ["unusual"]),
        ("injection", "5", "g", ["wrong_product"]),
        ("tablet", "1000", "unknown", []),
    ],
)
def test_doses(route: str, amount: str, unit: str, expected: list[str]) -> None:
    assert asked(route, amount, unit) == expected


def test_a_multivitamin_holds_few_micrograms() -> None:
    assert asked("tablet", "2", "micrograms", multivitamin=True) == []


def test_ten_milligrams_can_be_kept() -> None:
    (guard,) = check_dose(route_id="injection", amount=Decimal(10), unit="mg")
    assert guard.kind is GuardKind.SOFT
    assert guard.suggested_units == ("micrograms",)


@pytest.mark.parametrize(
    ("route", "times", "expected"),
    [
        ("injection", "1", []),
        ("injection", "2", ["often"]),
        ("tablet", "4", []),
        ("tablet", "5", ["often"]),
        ("nasal", "9", []),
    ],
)
def test_how_often(route: str, times: str, expected: list[str]) -> None:
    assert asked(route, "1000", "micrograms", times_per_day=Decimal(times)) == expected


@pytest.mark.parametrize("route", B12_ROUTES, ids=lambda route: route.id)
def test_micrograms_are_written_in_full(route) -> None:
    for unit in ("micrograms", "mg", "g"):
        for amount in ("0.5", "1", "100", "30000"):
            for guard in check_dose(route_id=route.id, amount=Decimal(amount), unit=unit):
                assert "µg" not in str(guard.says)
