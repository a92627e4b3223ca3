"""How long anybody waits for the database: seconds, for a patient may be on the other end."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

CONNECT_SECONDS = 2
STATEMENT_MILLISECONDS = 3_000
BUSY_SECONDS = 2


def with_time_limits(config: dict[str, Any]) -> dict[str, Any]:
    """Return a database's settings with the limits that its kind knows.

    Args:
        config: What DATABASE_URL says; options that it sets itself are kept.

    Raises:
        ImproperlyConfigured: It is a kind of database that nobody has tried.
    """
    limits = _LIMITS.get(config["ENGINE"])
    if limits is None:
        raise ImproperlyConfigured("DATABASE_URL must name PostgreSQL or SQLite")
    return config | {
        "CONN_MAX_AGE": 0,
        # A connection that the database has closed meanwhile is replaced, mostly unseen by anybody.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": limits | config.get("OPTIONS", {}),
    }


_POSTGRES = {
    "connect_timeout": CONNECT_SECONDS,
    "options": f"-c statement_timeout={STATEMENT_MILLISECONDS}",
    "pool": {
        "min_size": 1,
        "max_size": 8,
        "timeout": CONNECT_SECONDS,
        # By itself the pool would wait twice as long after each try, for up to five minutes; given
        # up soon, it tries when somebody wants a connection, as soon as the database is back.
        "reconnect_timeout": CONNECT_SECONDS,
    },
}
_SQLITE = {
    "timeout": BUSY_SECONDS,
    # Readers and a writer do not wait for each other.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    # A transaction that will write takes its place at once, where waiting still helps.
    "transaction_mode": "IMMEDIATE",
}
_LIMITS: dict[str, dict[str, Any]] = {
    "django.db.backends.postgresql": _POSTGRES,
    "django.db.backends.sqlite3": _SQLITE,
}
