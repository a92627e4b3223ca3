"""Counts of a clinic's link: three numbers a day, no person, and nobody waits for them."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest
from builders import some_answers, some_clinic
from django.db import OperationalError, connection, connections

from appointments.catalogue.countries import Country
from appointments.models import Clinic, DailyCount
from appointments.sharing import counts
from appointments.sharing.clinics import contact_of
from appointments.sharing.counts import Counted, count, wait_until_written

pytestmark = pytest.mark.django_db(transaction=True)

LINK = "/c/riverside/"
PDF = "/appointment/summary.pdf"


@pytest.fixture
def clinic() -> Clinic:
    return some_clinic()


def numbers() -> list[tuple[int, int, int]]:
    """Return opened, started and sheets of each day."""
    wait_until_written()
    return list(DailyCount.objects.order_by("day").values_list("opened", "started", "sheets"))


def test_a_journey_is_counted_at_its_three_stations(visitor, clinic):
    visitor.open(LINK)
    visitor.send("/appointment/from-clinic/riverside/")
    assert numbers() == [(1, 1, 0)]
    visitor.client.get(PDF)
    visitor.client.get(f"{PDF}?size=large")
    assert numbers() == [(1, 1, 2)]


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Purpose": "prefetch"}, {"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}],
)
def test_nobody_is_counted_who_has_not_seen_the_page(visitor, clinic, headers):
    visitor.has(some_answers(clinic=contact_of(clinic)))
    for address in (LINK, PDF):
        assert visitor.client.head(address).status_code == 200
        assert visitor.client.get(address, headers=headers).status_code == 200
    assert numbers() == []


def test_sheets_without_a_clinic_are_nobodys_business(visitor, clinic):
    visitor.has(some_answers())
    visitor.client.get(PDF)
    assert numbers() == []


def test_a_clinic_that_is_gone_is_not_counted(visitor, clinic):
    visitor.has(some_answers(clinic=contact_of(clinic)))
    clinic.delete()
    assert visitor.client.get(PDF).status_code == 200
    assert numbers() == []


def test_the_day_is_the_clinics(clinic, monkeypatch):
    monkeypatch.setattr(
        Country, "today", lambda country: date(2026, 12, 1 if country.id == "england" else 2)
    )
    some_clinic(slug="auckland", country="new_zealand")
    count(Counted.OPENED, "riverside")
    count(Counted.OPENED, "auckland")
    wait_until_written()
    days = dict(DailyCount.objects.values_list("clinic__slug", "day"))
    assert days == {"riverside": date(2026, 12, 1), "auckland": date(2026, 12, 2)}


def test_no_count_is_lost_where_several_servers_write_at_once(clinic):
    together = Event()

    def write() -> None:
        together.wait()
        try:
            for _time in range(5):
                counts._add_one(Counted.STARTED, "riverside")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as servers:
        tasks = [servers.submit(write) for _server in range(4)]
        together.set()
        for task in tasks:
            task.result()
    assert numbers() == [(0, 20, 0)]


def test_what_is_kept_is_three_numbers_a_day(visitor, clinic):
    visitor.client.get(LINK, headers={"User-Agent": "Kanari/1"}, REMOTE_ADDR="203.0.113.77")
    wait_until_written()
    assert {field.name for field in DailyCount._meta.get_fields()} == {
        *("id", "clinic", "day", "opened", "started", "sheets"),
    }
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = str(cursor.fetchall())
        assert "Kanari" not in rows
        assert "203.0.113.77" not in rows


def test_a_database_that_fails_loses_the_count_and_nothing_else(
    visitor, clinic, monkeypatch, caplog
):
    def fail(*_args):
        raise OperationalError("the disk is full")

    visitor.has(some_answers(clinic=contact_of(clinic), about={"name": "Kanari"}))
    monkeypatch.setattr(counts, "_add_one", fail)
    with caplog.at_level(logging.WARNING):
        assert visitor.open(LINK).heading.startswith("Get ready")
        assert visitor.client.get(PDF).status_code == 200
        wait_until_written()
    assert numbers() == []
    assert [record.message for record in caplog.records] == ["A count was not written"] * 2


def test_nobody_waits_for_a_slow_database_and_not_too_much_waits(visitor, clinic, monkeypatch):
    goes_on, written = Event(), []

    def slow(what, _slug):
        goes_on.wait(20)
        written.append(what)

    monkeypatch.setattr(counts, "_add_one", slow)
    try:
        for _time in range(counts.MOST_WAITING + 5):
            assert visitor.client.get(LINK).status_code == 200
        assert written == []  # every page came before anything was written
    finally:
        goes_on.set()
    wait_until_written()
    assert len(written) == counts.MOST_WAITING
    count(Counted.OPENED, "riverside")  # there is room again
    wait_until_written()
    assert len(written) == counts.MOST_WAITING + 1


def test_the_writer_leaves_no_connection_open(clinic):
    count(Counted.OPENED, "riverside")
    used = counts._WRITER.submit(lambda: connections["default"].connection).result()
    assert used is None
