"""PostgreSQL fails in each way it can, under the real server; `make test-postgres` runs this."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg
import pytest
from clinics_database import (
    LINK,
    assert_patients_notice_nothing,
    assert_the_clinic_is_back,
    assert_the_clinic_is_missed_kindly,
    assert_the_owner_is_told,
    make_clinics,
    serving_clinics,
)
from own_postgres import CONNECTIONS, Postgres, own_postgres
from real_server import Server, children, eventually

pytestmark = pytest.mark.database

OTHERS = """\
FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"""


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    with own_postgres() as running:
        make_clinics(running.url)
        yield running


@pytest.fixture
def server(static_files, postgres, tmp_path) -> Iterator[Server]:
    """Run a server that has used its database already."""
    with serving_clinics(tmp_path / "server.log", postgres.url) as running:
        assert running.get(LINK).status == 200
        yield running


def cut_off(postgres: Postgres) -> None:
    """End each process that serves a connection."""
    with postgres.connect("chief") as chief:
        assert chief.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}").fetchall()
        eventually(lambda: not chief.execute(f"SELECT pid {OTHERS}").fetchall())


def assert_everybody_is_served(server: Server) -> None:
    assert_patients_notice_nothing(server)
    assert_the_clinic_is_missed_kindly(server)
    assert_the_owner_is_told(server)
    assert_patients_notice_nothing(server)


def test_it_stops_and_starts_again(server, postgres):
    postgres.stop()
    try:
        assert_everybody_is_served(server)
    finally:
        postgres.start()
    assert_the_clinic_is_back(server)


def test_a_server_that_starts_without_it_waits_for_nothing(static_files, postgres, tmp_path):
    postgres.stop()
    with ExitStack() as in_the_end:
        in_the_end.callback(postgres.start)
        with serving_clinics(tmp_path / "server.log", postgres.url) as server:
            assert_everybody_is_served(server)
            in_the_end.pop_all().close()
            assert_the_clinic_is_back(server)


def test_it_restarts_between_two_visits(server, postgres):
    """Several connections are open by then, and all of them are dead.

    Mostly they are replaced unseen. But the pool may just wait before it tries anew, and then who
    comes first by a clinic's link is asked to come again; patients in the form notice nothing.
    """
    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(lambda _one: server.get(LINK), range(20)))
    postgres.stop()
    postgres.start()

    assert server.get(LINK).status in {200, 503}
    assert_patients_notice_nothing(server)
    assert_the_clinic_is_back(server)


def test_connections_that_are_cut_off(server, postgres):
    cut_off(postgres)

    assert server.get(LINK).status == 200
    assert_patients_notice_nothing(server)
    assert_the_clinic_is_back(server)


def test_all_connections_are_used_up(static_files, postgres, tmp_path):
    with ExitStack() as others:
        for _one in range(CONNECTIONS):
            others.enter_context(postgres.connect())
        with pytest.raises(psycopg.OperationalError, match="remaining connection slots"):
            postgres.connect()
        with serving_clinics(tmp_path / "server.log", postgres.url) as server:
            assert_everybody_is_served(server)
            others.close()
            assert_the_clinic_is_back(server)


def test_a_table_that_somebody_has_locked(server, postgres):
    with postgres.connect("chief") as other, other.transaction():
        other.execute("LOCK TABLE appointments_clinic IN ACCESS EXCLUSIVE MODE")
        other.execute("LOCK TABLE django_session, axes_accessattempt IN ACCESS EXCLUSIVE MODE")
        assert_everybody_is_served(server)
    assert_the_clinic_is_back(server)


def test_it_may_not_be_written(server, postgres):
    """As a standby is: the link works, and only the counts are lost."""
    postgres.as_chief("ALTER DATABASE clinics SET default_transaction_read_only = on")
    cut_off(postgres)
    try:
        assert server.get(LINK).status == 200
        assert_patients_notice_nothing(server)
        eventually(lambda: "A count was not written" in server.log)
    finally:
        postgres.as_chief("ALTER DATABASE clinics RESET default_transaction_read_only")
    cut_off(postgres)
    assert_the_clinic_is_back(server)


def test_it_hangs_and_says_nothing(server, postgres):
    """Connections that are open wait for good, so there are fewer of them than threads."""
    postmaster = int((postgres.folder / "data" / "postmaster.pid").read_text().split()[0])
    hanging = [postmaster, *children(postmaster)]
    for pid in hanging:
        os.kill(pid, signal.SIGSTOP)
    try:
        with ThreadPoolExecutor(12) as crowd:
            asked = [crowd.submit(server.get, LINK) for _one in range(12)]
            eventually(lambda: sum(one.done() for one in asked) >= 12 - 8)
            assert_patients_notice_nothing(server)
            for pid in hanging:
                os.kill(pid, signal.SIGCONT)
    finally:
        for pid in hanging:
            os.kill(pid, signal.SIGCONT)
    assert {one.result().status for one in asked} <= {200, 503}
    assert_the_clinic_is_back(server)
