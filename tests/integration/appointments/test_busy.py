"""When several sheets are drawn at once, the next person is asked to wait, and loses nothing."""

from appointments import sheet_views
from tests.builders import full_answers
from tests.pages import lint


def test_a_busy_server_asks_to_try_again(visitor):
    visitor.has(full_answers())
    places = [sheet_views._PLACES, sheet_views._PLACES]
    for place in places:
        assert place.acquire(blocking=False)
    try:
        response = visitor.client.get("/appointment/summary.pdf")
    finally:
        for place in places:
            place.release()

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert "Your answers are kept." in lint(response).text
    assert visitor.client.get("/appointment/summary.pdf").status_code == 200
