"""Continue from your sheet: nothing changes before the person says so."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Timer

import pytest
from builders import full_answers, some_answers
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from form_visitor import Visitor
from pages import lint
from pikepdf import Pdf

from appointments import continue_views, sealed_cookie
from appointments.answer_parts import LabResults, NitrousOxideUse
from appointments.answers import Answers
from appointments.clinic_contact import ClinicContact
from appointments.pdf.attachments import NAME
from appointments.uploads import LARGEST

CONTINUE = "/appointment/continue/"
SUMMARY = "/appointment/summary/"
CHECK = "/appointment/check-your-answers/"
OTHER = some_answers(diet={"has": "none"})


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """Return the sheet that somebody with full answers downloads."""
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


def with_answers(pdf: bytes, answers: Answers) -> bytes:
    """Return a sheet whose file of answers was edited."""
    with Pdf.open(BytesIO(pdf)) as document:
        document.attachments[NAME].obj.EF.F.write(answers.to_json().encode())
        saved = BytesIO()
        document.save(saved)
        return saved.getvalue()


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
    page = visitor.send(shared_computer="on")

    assert "You have other answers here already" in page.text
    assert visitor.answers == OTHER
    visitor.send()
    assert visitor.answers == full_answers().replace(shared_computer=True)


@pytest.mark.parametrize(("here", "says"), [(Answers(country="us"), False), (OTHER, True)])
def test_answers_are_said_to_be_as_they_were_where_there_are_some(visitor, here, says):
    visitor.has(here.replace(clinic=ClinicContact(slug="hill", name="Hill", phone="555")))
    page = upload(visitor, b"no sheet")
    assert visitor.status == 422
    assert ("The answers that you have here are as they were" in page.text) is says


def test_warnings_stand_in_the_way_again(visitor):
    warned = some_answers(safety={"happening": ["chest_pain"]})
    visitor.has(warned.replace(acknowledged=("chest_pain",)))
    upload(visitor, visitor.client.get("/appointment/summary.pdf").content)
    visitor.send()

    assert visitor.stopped
    assert visitor.answers == warned


CASES = Path(__file__).parents[2] / "cases"


def test_the_fullest_sheet_comes_back_whole(visitor):
    answers = Answers.from_json((CASES / "fullest.json").read_bytes())
    visitor.has(answers)
    pdf = visitor.client.get("/appointment/summary.pdf").content
    visitor.open("/appointment/clear/")
    visitor.send()
    page = upload(visitor, pdf)
    assert "Please look at these again" not in page.text

    visitor.send()
    assert visitor.answers == answers


@pytest.mark.parametrize(("safety", "named"), [("none_of_these", False), ("happening", True)])
def test_warning_signs_are_named_where_there_are_some(visitor, sheet, safety, named):
    signs = {"none_of_these": True, "happening": ["chest_pain"]}
    answers = some_answers(safety={safety: signs[safety]})
    page = upload(visitor, with_answers(sheet, answers))

    assert visitor.status == 200
    assert ("Please note first 1 entry" in page.text) is named


def test_what_the_form_would_not_take_is_shown_as_typed_and_kept(visitor, sheet):
    answers = full_answers()
    result = answers.lab_results.entries[0].model_copy(
        update={"value": "900000", "lab_range": "<b>3</b>"}
    )
    slipped = answers.replace(
        nitrous_oxide=NitrousOxideUse(use="never", last_used="<i>2020</i>"),
        lab_results=LabResults(has="some", entries=(result,)),
    )
    page = upload(visitor, with_answers(sheet, slipped))

    assert visitor.status == 200
    assert "Please look at these again" in page.text
    assert page.text.count("and typed details too. Take one of them out") == 1
    assert "<i>2020</i>" in page.text
    assert "Vitamin B12 (total): what does the report say?" in page.text
    assert "<b>3</b>" in page.text
    assert "press Continue" not in page.text
    assert visitor.visit.state == "new"
    visitor.send()
    assert visitor.answers == slipped


def test_no_page_that_must_be_read_counts_as_read_because_the_file_says_so(visitor, sheet):
    child = some_answers(about={"date_of_birth": f"{timezone.localdate().year - 12}-01-01"})
    for answers, says in [
        (some_answers(safety={"happening": ["chest_pain"]}), "Get emergency help now"),
        (child, "This guide is for people"),
    ]:
        read = answers.replace(acknowledged=("chest_pain", "under_16"))
        upload(visitor, with_answers(sheet, read))
        assert visitor.send().heading.startswith(says)
        assert visitor.answers == answers


def test_a_token_that_says_that_a_page_was_read_is_not_believed(visitor):
    warned = some_answers(safety={"happening": ["chest_pain"]})
    token = sealed_cookie.seal(warned.replace(acknowledged=("chest_pain",)))
    visitor.post(CONTINUE, sealed=token, replaces="True")
    assert visitor.stopped
    assert visitor.answers == warned


def test_answers_too_long_for_the_browser_change_nothing_there(visitor, sheet, monkeypatch):
    visitor.has(OTHER)
    limit = len(sealed_cookie.seal(full_answers()))
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", limit)
    page = upload(visitor, sheet)

    assert visitor.status == 422
    assert page.errors[0].startswith("The answers inside this PDF are too long")
    assert visitor.answers == OTHER


def test_answers_that_are_too_long_with_the_mark_of_a_shared_computer(visitor, sheet, monkeypatch):
    brim = len(sealed_cookie.seal(full_answers())) + sealed_cookie.SPARE
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", brim)
    upload(visitor, sheet)
    page = visitor.send(shared_computer="on")
    assert page.errors[0].startswith("The answers inside this PDF are too long")
    assert visitor.visit.state == "new"

    upload(visitor, sheet)
    visitor.send()
    assert visitor.answers == full_answers()


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


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-16", "image/png", "/(((;=", ""])
@pytest.mark.parametrize("name", ["../../etc/passwd", "sheet", "blatt ä.PDF", "<b>.pdf"])
def test_what_a_browser_calls_the_file_does_not_matter(visitor, sheet, name, kind):
    file = SimpleUploadedFile(name, sheet, kind)
    response = visitor.client.post(CONTINUE, {"sheet": file})
    assert lint(response).heading == "This is in your sheet"


MULTIPART = "multipart/form-data; boundary=x"
HALF = b'--x\r\nContent-Disposition: form-data; name="sheet"; filename="a.pdf"\r\n\r\n%PDF'


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        (MULTIPART, b"nonsense", 422),
        (MULTIPART, b"", 422),
        (MULTIPART, HALF, 422),
        (
            MULTIPART,
            HALF.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!"),
            400,
        ),
        ("multipart/form-data", b"nonsense", 400),
        ("application/octet-stream", b"%PDF-1.7", 422),
        ("application/x-www-form-urlencoded", b"sheet=%25PDF-1.7", 422),
    ],
)
def test_a_request_that_no_browser_makes_gets_a_page_too(visitor, kind, body, status):
    visitor.has(OTHER)
    response = visitor.client.post(CONTINUE, body, content_type=kind)
    assert response.status_code == status
    assert lint(response).heading in {"Continue from your sheet", "We could not accept this page"}
    assert visitor.answers == OTHER


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


def test_in_a_crowd_the_page_says_to_come_back(visitor, sheet):
    visitor.has(OTHER)
    for _place in range(settings.UPLOAD_PLACES):
        assert continue_views._PLACES.acquire(blocking=False)
    try:
        assert upload(visitor, sheet).errors[0].startswith("Several people are opening their")
        assert visitor.status == 503
        assert visitor.answers == OTHER
    finally:
        for _place in range(settings.UPLOAD_PLACES):
            continue_views._PLACES.release()
    upload(visitor, sheet)
    assert visitor.status == 200


def test_who_comes_while_another_sheet_is_read_waits_for_a_turn(visitor, sheet):
    assert continue_views._READING.acquire(blocking=False)
    Timer(0.3, continue_views._READING.release).start()
    upload(visitor, sheet)
    assert visitor.status == 200


def test_nobody_waits_for_ever(visitor, sheet, monkeypatch):
    monkeypatch.setattr(continue_views, "LONGEST_WAIT", 0.1)
    assert continue_views._READING.acquire(blocking=False)
    try:
        upload(visitor, sheet)
        assert visitor.status == 503
    finally:
        continue_views._READING.release()
    with pytest.raises(ValueError, match="released too many times"):  # no place was lost
        continue_views._PLACES.release()
    upload(visitor, sheet)
    assert visitor.status == 200


def test_ten_come_at_once_and_each_gets_a_turn(sheet):
    """Three who send one file after another used to take all places from everybody else."""
    with ThreadPoolExecutor(settings.UPLOAD_PLACES) as crowd:
        visitors = [Visitor() for _ in range(settings.UPLOAD_PLACES)]
        pages = list(crowd.map(lambda visitor: upload(visitor, sheet), visitors))
    assert all(page.text for page in pages)
    assert [visitor.status for visitor in visitors] == [200] * settings.UPLOAD_PLACES


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
