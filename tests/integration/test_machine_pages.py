"""What the machines are told that watch over the service."""

import pytest

from appointments.pdf import drawing
from appointments.sealed_cookie import Visit, VisitState
from b12guide import health


def test_a_server_that_works_is_ready_without_its_database(client):
    # pytest-django lets no test reach the database that does not ask for it.
    response = client.get("/readyz", headers={"host": "any.name.at.all"})

    assert response.status_code == 200
    assert response.text == "fonts ok\nkeys ok\npdf ok\n"


class NobodyWorks:
    ready = False


@pytest.mark.parametrize(
    ("place", "name", "broken", "line"),
    [
        (health, "missing_files", lambda: ["text-bold.ttf"], "fonts not ready"),
        (health, "unseal", lambda _: Visit(answers=None, state=VisitState.UNREADABLE), "keys not"),
        (drawing, "running", NobodyWorks, "pdf not ready"),
    ],
)
def test_what_does_not_work_keeps_visitors_away(client, monkeypatch, place, name, broken, line):
    monkeypatch.setattr(place, name, broken)
    response = client.get("/readyz")

    assert response.status_code == 503
    assert line in response.text
    assert client.get("/healthz").status_code == 200


def test_without_a_token_there_are_no_figures(client):
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code != 200
