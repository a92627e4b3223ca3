"""Every way through the site on which something is typed, sent, refused, broken or taken along."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from canary_places import CANARY
from canary_walk import CHECK
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from form_visitor import Visitor
from pikepdf import Pdf

from appointments import sealed_cookie, sheet_views, views
from appointments.pdf.attachments import NAME

CONTINUE = "/appointment/continue/"
REPORT = f"""Name: Zebedee {CANARY}
Vitamin B12 142 pg/mL (200-900)
{CANARY} ferritin 12 ng/mL (15-150)
Hemoglobin {CANARY} 12.1 g/dL
"""
TYPED = {"detail": CANARY}


def refused(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.open("/appointment/diet/")
    visitor.send(detail=CANARY * 99)
    assert visitor.status == 422
    visitor.post("/appointment/diet/", detail=CANARY * 40_000)
    assert visitor.status in {400, 413}


def not_there(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("symptom-details/9/", "nonsense/", "lab-result/9/remove/", "ask/nonsense/"):
        visitor.post(f"/appointment/{path}", effect=CANARY)
        assert visitor.status == 404


def failing(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args, **_kwargs):
        raise ValueError(f"cannot write {CANARY}")

    with monkeypatch.context() as broken:
        broken.setattr(views, "_write", fail)
        broken.setattr(sheet_views, "render_sheet", fail)
        visitor.post("/appointment/diet/", **TYPED)
        assert visitor.status == 500
        visitor.open("/appointment/summary.pdf")
        assert visitor.status == 500


def blocked(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.client = Client(enforce_csrf_checks=True)
    for path in ("/appointment/diet/", "/appointment/summary/", "/owner/login/"):
        visitor.post(path, **TYPED)
        assert visitor.status == 403


def too_late(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(time, "time", lambda now=time.time: now() + sealed_cookie.IDLE_SECONDS + 9)
        visitor.post("/appointment/diet/", **TYPED)
        assert visitor.status == 200
    visitor.client.cookies["b12-answers-1"] = "nonsense"
    visitor.open("/appointment/diet/")
    assert visitor.status == 410
    visitor.open("/appointment/left-alone/")


def upload(visitor: Visitor, content: bytes, name: str = f"{CANARY}.pdf", **fields) -> int:
    file = SimpleUploadedFile(name, content, content_type=f"application/{CANARY}")
    response = visitor._request("post", CONTINUE, {"sheet": file, **fields})
    visitor._arrive(CONTINUE, response)
    return visitor.status


def uploading(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = visitor.client.get("/appointment/summary.pdf").content
    with Pdf.open(BytesIO(pdf)) as document:
        document.attachments[NAME].obj.EF.F.write(f'{{"answers": "{CANARY}"'.encode())
        document.save(broken := BytesIO())
    assert upload(visitor, broken.getvalue()) == 422
    assert upload(visitor, b"%PDF-1.7 " + CANARY.encode() * 9) == 422
    assert upload(visitor, CANARY.encode() * 400_000) == 422
    assert upload(visitor, pdf, name=f"../{CANARY}/{CANARY}.exe", detail=CANARY) == 200
    visitor.send()
    assert visitor.url == CHECK


def taking_along(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (
        "summary/?timeline=1", "summary.pdf", "summary.pdf?size=large&timeline=1",
        "summary.pdf?data=no&paper=letter", "message/", "message/?length=short", "summary.json",
        "appointment.ics",
    ):  # fmt: skip
        response = visitor._request("get", f"/appointment/{path}")
        assert response.status_code == 200, path
        assert "no-store" in response.headers["Cache-Control"]


def pasting(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.open("/appointment/lab-paste/new/")
    visitor.send(text=REPORT)
    assert CANARY in visitor.page.text
    visitor.send(keep=["0"])
    assert visitor.url == "/appointment/lab-results/"


def searching(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (CANARY, f"{CANARY} chest pain", f"numb {CANARY}", CANARY * 9_999):
        visitor.post("/search/", q=words)
        assert visitor.status in {200, 400}
    visitor.post("/appointment/ask/nitrous-oxide-and-b12/", add=CANARY)
    assert visitor.status == 422


def by_a_clinics_link(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.open("/c/riverside/")
    visitor.send("/appointment/from-clinic/riverside/", name=CANARY)
    visitor.press("choice", "continue", name=CANARY)
    assert visitor.answers.clinic.slug == "riverside"
    visitor._request("get", "/appointment/summary.pdf")
    visitor.open("/appointment/clinic/")
    visitor.send(name=CANARY)
    assert visitor.answers.clinic is None
    visitor.open("/c/riverside/")
    visitor.send("/appointment/from-clinic/riverside/")
    visitor.press("choice", "fresh", name=CANARY)


def deleting(visitor: Visitor, _monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.open("/appointment/clear/")
    visitor.send(name=CANARY)
    assert visitor.visit.state == "new"


ERRANDS = (
    refused, not_there, failing, blocked, too_late, uploading, taking_along, pasting, searching,
    by_a_clinics_link, deleting,
)  # fmt: skip
