"""A clinic and an owner from the command line, by the same rules as in the browser."""

from __future__ import annotations

import io
import sys

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from appointments.management.commands import createsuperuser
from appointments.models import Clinic

pytestmark = pytest.mark.django_db

GOOD = {"name": "Harbor Clinic", "phone": "555-0100", "country": "us"}


def add_clinic(**given: str) -> str:
    output = io.StringIO()
    call_command("add_clinic", **GOOD | given, stdout=output)
    return output.getvalue()


def test_a_clinic_is_added_and_its_addresses_are_printed(settings):
    settings.SITE_URL = "https://b12.example"
    output = add_clinic(please_bring="Your list", paper="letter", hours=" Mon to Fri ")

    assert output.split() == [
        "Link:", "https://b12.example/c/harbor-clinic/",
        "Share", "kit:", "https://b12.example/c/harbor-clinic/share/",
    ]  # fmt: skip
    clinic = Clinic.objects.get()
    assert (clinic.name, clinic.paper, clinic.hours) == ("Harbor Clinic", "letter", "Mon to Fri")
    assert clinic.history.get().history_change_reason == "manage.py add_clinic"


def test_a_rehearsal_is_called_one_and_says_how_to_name_the_port(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert "PORT=8001" in add_clinic()


def test_help_and_errors_list_what_can_be_chosen(capsys):
    with pytest.raises(SystemExit):
        call_command("add_clinic", "--help")
    assert "northern_ireland" in capsys.readouterr().out
    with pytest.raises(CommandError, match=r"One of: us, england, .*elsewhere") as caught:
        add_clinic(country="xx", accent="lime")
    assert "One of: cobalamin, teal" in str(caught.value)


def test_its_name_in_the_link_can_be_chosen():
    assert "/c/harbor/" in add_clinic(slug="harbor")


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"name": "<b>"}, ["--name", "--slug"]),
        ({"slug": "admin", "phone": "call"}, ["--phone", "--slug"]),
        ({"country": "xx", "paper": "a3"}, ["--country", "--paper"]),
        ({"please_bring": "see http://b12.example", "name": " "}, ["--name", "--please-bring"]),
        ({"name": "北京协和医院"}, ["--slug"]),
    ],
)
def test_each_field_that_is_wrong_gets_a_sentence(given, fields):
    with pytest.raises(CommandError) as caught:
        add_clinic(**given)

    lines = str(caught.value).splitlines()
    assert caught.value.returncode == 2
    assert {*fields} <= {line.partition(":")[0] for line in lines}
    assert all(len(line.partition(": ")[2]) > 10 for line in lines)
    assert not Clinic.objects.exists()


def test_a_link_that_looks_like_another_is_refused():
    add_clinic()
    with pytest.raises(CommandError, match="This looks like “harbor-clinic”"):
        add_clinic(slug="harb0r-clinic")


def make_owner(monkeypatch, password: str, **options: str) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", password)
    call_command("createsuperuser", noinput=True, stdout=io.StringIO(), **options)


def test_an_owner_is_made(monkeypatch):
    make_owner(monkeypatch, "correct horse battery 9", username="owner")

    owner = User.objects.get()
    assert owner.is_staff
    assert owner.is_superuser
    assert owner.check_password("correct horse battery 9")


@pytest.mark.parametrize(
    "password", ["", "short", "password1234", "9812749812749", "harbor-owner", "elevenchars"]
)
def test_a_weak_password_is_refused_without_a_way_around(monkeypatch, password):
    with pytest.raises(CommandError) as caught:
        make_owner(monkeypatch, password, username="harbor-owner")

    assert caught.value.returncode == 2
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["", "a b", "owner"])
def test_a_name_that_is_wrong_or_taken_is_refused(monkeypatch, name):
    make_owner(monkeypatch, "correct horse battery 9", username="owner")
    with pytest.raises(CommandError):
        make_owner(monkeypatch, "correct horse battery 9", username=name)


def test_somebody_at_the_keyboard_is_asked_until_the_password_is_strong(monkeypatch):
    typed = iter(["short", "correct horse battery 9", "another", *["correct horse battery 9"] * 2])
    monkeypatch.setattr(createsuperuser, "getpass", lambda _question: next(typed))
    monkeypatch.setattr("builtins.input", lambda _question: "owner")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    complaints = io.StringIO()
    call_command("createsuperuser", stdout=io.StringIO(), stderr=complaints)

    assert User.objects.get().check_password("correct horse battery 9")
    assert "too short" in complaints.getvalue()
    assert "not the same" in complaints.getvalue()


def test_without_a_keyboard_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(CommandError, match="nobody to ask"):
        call_command("createsuperuser")


def test_who_has_no_second_step_cannot_lose_it():
    with pytest.raises(CommandError, match="needs no code"):
        call_command("remove_second_step", "owner")
