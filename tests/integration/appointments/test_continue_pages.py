"""Continue from your sheet: nothing changes before the person says so."""

from __future__ import annotations

from io import BytesIO

import pytest
from builders import full_answers, some_answers
from django.core.files.uploadedfile import SimpleUploadedFile
from pages import lint
from pikepdf import Pdf

from appointments import continue_views, sealed_cookie
from appointments.pdf.attachments import NAME
from appointments.uploads import LARGEST

CONTINUE = "/appointment/continue/"
SUMMARY = "/appointment/summary/"
CHECK = "/appointment/check-your-answers/"
OTHER = some_answers(diet={"has": "none"})


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """Return the sheet that somebody with full answers downloads."""
    from form_visitor import Visitor  # noqa: PLC0415 (a fixture of this scope cannot use another)

    visitor = Visitor()
    visitor.has(full_answers())
    return visitor.client.get("/appointment/summary.pdf").content


def upload(visitor, content, *, name="b12-appointment.pdf", field="sheet", **fields):
    """Send a file, and return the page that answers."""
    visitor.open(CONTINUE)
    data = fields | {field: SimpleUploadedFile(name, content, "application/pdf")}
    response = visitor.client.post(CONTINUE, data)
    visitor.url, visitor.page, visitor.status = CONTINUE, lint(response), response.status_code
    return visitor.page


def holds_data(pdf: bytes) -> bool:
    with Pdf.open(BytesIO(pdf)) as document:
        return NAME in document.attachments


def test_start_summary_and_lost_answers_lead_there(visitor):
    assert visitor.open("/appointment/").all("a", href=CONTINUE)
    visitor.has(full_answers())
    assert visitor.open(SUMMARY).all("a", href=CONTINUE)
    visitor.client.cookies["b12-answers-1"] = "nonsense"
    assert visitor.open("/appointment/diet/").all("a", href=CONTINUE)


def test_a_sheet_is_shown_first_and_kept_when_the_person_says_so(visitor, sheet):
    page = upload(visitor, sheet)

    assert visitor.status == 200
    assert page.heading == "This is in your sheet"
    assert "A. Patient" in page.text
    assert "Symptoms 2 entries" in page.text
    assert "Questions of your own 1 entry" in page.text
    assert visitor.visit.state == "new"

    visitor.send()
    assert visitor.url == CHECK
    assert visitor.answers == full_answers()


def test_nothing_of_it_is_in_the_page_but_sealed(visitor, sheet):
    page = upload(visitor, sheet)

    sealed = page.one("input", name="sealed").attrs["value"]
    assert "Cold nose" not in page.html
    assert sealed_cookie.unseal(sealed).answers == full_answers().replace(shared_computer=True)


def test_a_shared_computer_stays_one(visitor, sheet):
    visitor.has(OTHER.replace(shared_computer=True))
    upload(visitor, sheet)
    assert "checked" in visitor.page.one("input", name="shared_computer").attrs
    visitor.send()
    assert visitor.answers == full_answers().replace(shared_computer=True)


def test_other_answers_are_replaced_only_when_that_was_asked(visitor, sheet):
    visitor.has(OTHER)
    page = upload(visitor, sheet)

    assert "You have other answers here already" in page.text
    assert page.all("a", href=CHECK)
    assert "Replace my answers with these" in page.one("form").text
    assert visitor.answers == OTHER
    visitor.send()
    assert visitor.answers == full_answers()


def test_answers_given_in_another_tab_meanwhile_are_not_replaced_unasked(visitor, sheet):
    upload(visitor, sheet)
    visitor.has(OTHER)
    page = visitor.send()

    assert "You have other answers here already" in page.text
    assert visitor.answers == OTHER
    visitor.send()
    assert visitor.answers == full_answers()


def test_warnings_stand_in_the_way_again(visitor):
    warned = some_answers(safety={"happening": ["chest_pain"]})
    visitor.has(warned.replace(acknowledged=("chest_pain",)))
    upload(visitor, visitor.client.get("/appointment/summary.pdf").content)
    visitor.send()

    assert visitor.stopped
    assert visitor.answers == warned


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Choose the sheet"),
        (b"hello", "This file is not a PDF"),
        (b"%PDF-1.7\nnothing", "This PDF cannot be read"),
        (b"%PDF-" + b"x" * LARGEST, "This file is larger than 2 MB"),
        (b"x" * (3 * LARGEST), "This file is larger than 2 MB"),
    ],
    ids=["empty", "text", "broken", "a little too large", "much too large"],
)
def test_a_fault_is_explained_and_nothing_is_lost(visitor, content, says):
    visitor.has(OTHER)
    page = upload(visitor, content)

    assert visitor.status == 422
    assert page.title.startswith("Error: ")
    assert len(page.errors) == 1
    assert page.errors[0].startswith(says)
    assert page.all("a", href="#id_sheet")
    assert visitor.answers == OTHER


def test_no_file_is_asked_for(visitor):
    page = visitor.post(CONTINUE)
    assert visitor.status == 422
    assert page.errors == ["Choose the sheet (PDF) that you saved"]


def test_a_file_under_another_name_is_not_looked_at(visitor, sheet):
    assert upload(visitor, sheet, field="other").errors == ["Choose the sheet (PDF) that you saved"]


def test_the_first_of_several_files_counts(visitor, sheet):
    files = [SimpleUploadedFile("a.pdf", content) for content in (sheet, b"%PDF-1.7")]
    response = visitor.client.post(CONTINUE, {"sheet": files})
    assert lint(response).heading == "This is in your sheet"


def test_a_large_file_is_never_kept_whole(visitor, monkeypatch):
    seen = []
    kept = continue_views.SheetForm.clean_sheet

    def clean_sheet(form):
        seen.append(len(form.cleaned_data["sheet"].read()))
        return kept(form)

    monkeypatch.setattr(continue_views.SheetForm, "clean_sheet", clean_sheet)
    upload(visitor, b"%PDF-" + b"x" * (4 * LARGEST))
    assert seen == [LARGEST + 1]


@pytest.mark.parametrize("token", ["", "nonsense", "é", "x" * 20_000])
def test_a_token_that_is_not_ours_is_refused(visitor, token):
    visitor.has(OTHER)
    page = visitor.post(CONTINUE, sealed=token, replaces="True")

    assert visitor.status == 422
    assert page.errors == [
        "The answers were open for too long and were closed. Choose your sheet again"
    ]
    assert visitor.answers == OTHER


def test_a_page_left_open_too_long_has_to_be_begun_again(visitor, sheet, monkeypatch):
    upload(visitor, sheet)
    sealed = visitor.filled()
    now = sealed_cookie.time.time()
    monkeypatch.setattr(
        sealed_cookie.time, "time", lambda: now + sealed_cookie.IDLE_SECONDS_SHARED + 60
    )
    page = visitor.post(CONTINUE, **sealed)

    assert page.errors[0].startswith("The answers were open for too long")


def test_while_others_are_being_read_the_page_says_to_come_back(visitor, sheet):
    taken = [continue_views._PLACES.acquire(blocking=False) for _place in range(2)]
    try:
        upload(visitor, sheet)
        assert visitor.status == 503
    finally:
        for _place in taken:
            continue_views._PLACES.release()
    upload(visitor, sheet)
    assert visitor.status == 200


def test_the_summary_page_says_what_is_in_the_file_and_offers_to_leave_it_out(visitor):
    visitor.has(full_answers())
    visitor.open(f"{SUMMARY}?paper=letter&timeline=1")
    assert "Anyone who gets the file can read them" in visitor.page.text
    assert holds_data(visitor.client.get("/appointment/summary.pdf").content)

    visitor.follow("Leave my answers out of the file")
    assert "holds only what is printed" in visitor.page.text
    links = [e.attrs["href"] for e in visitor.page.all("a") if "summary.pdf" in e.attrs["href"]]
    assert links
    for link in links:
        assert {"paper=letter", "timeline=1", "data=no"} <= set(link.split("?")[1].split("&"))
        assert not holds_data(visitor.client.get(link).content)
    visitor.follow("Put my answers into the file")
    assert "Anyone who gets the file can read them" in visitor.page.text


def test_on_a_shared_computer_the_file_holds_no_data_unless_asked_for(visitor):
    visitor.has(full_answers().replace(shared_computer=True))
    assert "holds only what is printed" in visitor.open(SUMMARY).text
    assert not holds_data(visitor.client.get("/appointment/summary.pdf").content)
    assert holds_data(visitor.client.get("/appointment/summary.pdf?data=yes").content)


def test_the_page_is_kept_by_nobody_and_needs_its_token(visitor, sheet):
    assert "no-store" in visitor.client.get(CONTINUE).headers["Cache-Control"]
    upload(visitor, sheet)
    assert visitor.client.put(CONTINUE).status_code == 405
    from django.test import Client  # noqa: PLC0415 (only here)

    strict = Client(enforce_csrf_checks=True)
    response = strict.post(CONTINUE, {"sheet": SimpleUploadedFile("a.pdf", sheet)})
    assert response.status_code == 403
