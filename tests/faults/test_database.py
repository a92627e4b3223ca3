"""SQLite fails in each way it can, under the real server: patients notice none of it."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

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
from real_server import Server, eventually

# Root may otherwise write to whatever is read-only.
LIKE_ANYBODY = () if os.geteuid() else ("setpriv", "--bounding-set", "-dac_override")

NOT_WRITTEN = "A count was not written"
COUNTS = "SELECT sum(opened) FROM appointments_dailycount"


@pytest.fixture(scope="module")
def ready_made(tmp_path_factory) -> Path:
    """Return a database with one clinic."""
    file = tmp_path_factory.mktemp("ready") / "clinics.sqlite3"
    make_clinics(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="module")
def file(ready_made, tmp_path_factory) -> Path:
    """Return the database of these tests, in a folder of its own; each leaves it as it was."""
    return Path(shutil.copy(ready_made, tmp_path_factory.mktemp("database")))


@pytest.fixture
def log(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("log") / "server.log"


@pytest.fixture(scope="module")
def server(static_files, file, tmp_path_factory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    with serving_clinics(log, f"sqlite:///{file}") as running:
        yield running


def opened(file: Path) -> int:
    """Return how often the link was opened, as counted so far."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute(COUNTS).fetchone()[0] or 0


def put_in_place(file: Path, content: Path) -> None:
    """Put a copy of a file where the database is, at once.

    SQLite takes a file that is half written, or not there, for an empty database. What it then
    writes beside it would be taken for the newest part of the one that comes in its place, so that
    nobody may have such a one open.
    """
    ready = Path(shutil.copy(content, file.parent.with_name("ready.sqlite3")))
    for part in file.parent.iterdir():
        part.unlink()
    ready.rename(file)


def is_at_rest(file: Path) -> bool:
    """Return whether nobody writes to the database, and no count is left from the test before."""
    for _look in range(20):
        if list(file.parent.iterdir()) != [file]:  # SQLite writes beside it
            return False
        time.sleep(0.01)
    return True


def is_left_alone(server: Server, folder: Path) -> bool:
    """Return whether the server has nothing of the folder open, and no count to write there."""
    for _look in range(20):
        if is_in_use(server, folder):
            return False
        time.sleep(0.01)
    return True


def is_in_use(server: Server, folder: Path) -> bool:
    """Return whether the server has a file of the folder open, a deleted one included."""
    for number in Path(f"/proc/{server.web_worker}/fd").iterdir():
        try:
            if number.readlink().is_relative_to(folder):
                return True
        except OSError:  # it has just been closed
            continue
    return False


def assert_everybody_is_served(server: Server) -> None:
    assert_patients_notice_nothing(server)
    assert_the_clinic_is_missed_kindly(server)
    assert_the_owner_is_told(server)
    assert_patients_notice_nothing(server)


def test_a_file_that_may_not_be_written(static_files, ready_made, tmp_path, log):
    own = Path(shutil.copy(ready_made, tmp_path / "own.sqlite3"))
    own.chmod(0o444)
    tmp_path.chmod(0o555)
    with serving_clinics(log, f"sqlite:///{own}", *LIKE_ANYBODY) as server:
        assert_everybody_is_served(server)
        tmp_path.chmod(0o755)
        own.chmod(0o644)
        assert_the_clinic_is_back(server)


def test_a_file_that_is_deleted_while_it_is_used(server, file, ready_made):
    assert server.get(LINK).status == 200
    for part in file.parent.iterdir():
        part.unlink()
    assert_everybody_is_served(server)

    eventually(lambda: is_left_alone(server, file.parent))
    put_in_place(file, ready_made)
    assert_the_clinic_is_back(server)


def test_a_folder_that_is_gone(server, file, ready_made):
    shutil.rmtree(file.parent)
    assert_everybody_is_served(server)

    ready = file.parent.with_name("ready")
    ready.mkdir()
    shutil.copy(ready_made, ready / file.name)
    eventually(lambda: is_left_alone(server, file.parent))
    ready.rename(file.parent)
    assert_the_clinic_is_back(server)


def test_a_file_that_is_no_database(server, file, ready_made, tmp_path):
    nonsense = tmp_path / "nonsense"
    nonsense.write_bytes(b"Kanari" * 4000)
    eventually(lambda: is_left_alone(server, file.parent))
    put_in_place(file, nonsense)
    assert_everybody_is_served(server)

    put_in_place(file, ready_made)  # Python may keep nonsense open, which does no harm
    assert_the_clinic_is_back(server)


def test_somebody_else_holds_the_whole_file(server, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE appointments_clinic SET hours = ''")
        assert_everybody_is_served(server)
        other.execute("ROLLBACK")
    assert_the_clinic_is_back(server)


def test_somebody_else_writes_for_long(server, file):
    """Readers do not wait for a writer; a count does, for two seconds, and is lost."""
    eventually(lambda: is_at_rest(file))
    before, lost = opened(file), server.log.count(NOT_WRITTEN)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert server.get(LINK).status == 200
        assert_patients_notice_nothing(server)
        eventually(lambda: server.log.count(NOT_WRITTEN) > lost)
        other.execute("ROLLBACK")

    assert opened(file) == before
    assert_the_clinic_is_back(server)
    eventually(lambda: opened(file) > before)


def test_a_disk_that_is_full(server, file):
    """The limit is the kernel's: no file may grow beyond it, that of the log included."""
    eventually(lambda: is_at_rest(file))
    worker = server.web_worker
    limits = resource.prlimit(worker, resource.RLIMIT_FSIZE)
    resource.prlimit(worker, resource.RLIMIT_FSIZE, (1024, limits[1]))
    assert_everybody_is_served(server)

    resource.prlimit(worker, resource.RLIMIT_FSIZE, limits)
    assert_the_clinic_is_back(server)


def test_tables_that_nobody_has_made_yet(static_files, tmp_path, log):
    address = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    with serving_clinics(log, address) as server:
        assert_everybody_is_served(server)
        make_clinics(address)
        assert_the_clinic_is_back(server)
