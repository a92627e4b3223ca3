"""A PostgreSQL of one's own, to be stopped and started; it listens on a socket in its folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

CONNECTIONS = 6
"""For everybody; the server of PostgreSQL keeps three more for itself."""


def programs() -> Path:
    """Return the folder of PostgreSQL's own programs, which Debian keeps out of the path."""
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def run(program: str, *words: object) -> None:
    """Run one of its programs; not as root, which it refuses."""
    away = () if os.geteuid() else ("runuser", "-u", "postgres", "--")
    command = [*away, str(programs() / program), *map(str, words)]
    subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)


@dataclass
class Postgres:
    """A database server.

    Attributes:
        folder: Where its files, its log and its socket are.
    """

    folder: Path

    @property
    def url(self) -> str:
        """Return where it is, as in DATABASE_URL, for a role that may not do everything."""
        return f"postgresql://b12@/{self.folder}/clinics"

    def start(self) -> None:
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off "
            f"-c max_connections={CONNECTIONS + 3}"
        )
        self._control("--log", self.folder / "log", "--wait", "--options", options, "start")

    def stop(self) -> None:
        self._control("--mode", "immediate", "stop")

    def _control(self, *words: object) -> None:
        run("pg_ctl", "--pgdata", self.folder / "data", "--silent", *words)

    def connect(self, user: str = "b12") -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.folder), user=user, dbname="clinics", autocommit=True, connect_timeout=5
        )

    def as_chief(self, command: str) -> None:
        """Run a command as somebody who may do everything, even where nobody may write."""
        with self.connect("chief") as connection:
            connection.execute("SET default_transaction_read_only = off")
            connection.execute(command)


@contextmanager
def own_postgres() -> Iterator[Postgres]:
    """Run one, and take it away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="b12-postgres-", dir="/tmp"))  # a socket's path is short
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    postgres = Postgres(folder)
    try:
        how = ("--auth", "trust", "--encoding", "UTF8", "--no-sync")
        run("initdb", "--pgdata", folder / "data", "--username", "chief", *how)
        postgres.start()
        run("createuser", "--host", folder, "--username", "chief", "b12")
        run("createdb", "--host", folder, "--username", "chief", "--owner", "b12", "clinics")
        folder.chmod(0o755)
        yield postgres
    finally:
        with suppress(subprocess.CalledProcessError):  # it may have stopped already
            postgres.stop()
        shutil.rmtree(folder)
