"""The owner logs in, keeps clinics, and reads their counts; nobody else does."""

from __future__ import annotations

import csv
import io
from base64 import b32decode
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from builders import full_answers
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from form_visitor import Visitor
from pages import Page, lint

from appointments import admin
from appointments.admin import owner_site
from appointments.models import Clinic, DailyCount
from appointments.owner import second_step, site
from appointments.validators import slug_from

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery 9"
CLINIC = {
    "name": "Harbor Clinic", "slug": "harbor", "phone": "555-0100", "hours": "", "country": "us",
    "languages": "", "please_bring": "", "paper": "letter", "accent": "teal",
}  # fmt: skip


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Do not spend half a second on each password, as the site does on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner() -> User:
    return User.objects.create_superuser("owner", password=PASSWORD)


@pytest.fixture
def signed_in(owner) -> Client:
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def clinic() -> Clinic:
    return Clinic.objects.create(**CLINIC)


def log_in(client: Client, password: str = PASSWORD, code: str = "", name: str = "owner"):
    return client.post(
        "/owner/login/?next=/owner/",
        {"username": name, "password": password, "otp_token": code, "next": "/owner/"},
    )


def code_of(device: TOTPDevice, *, steps_on: int = 0) -> str:
    totp = TOTP(device.bin_key)
    totp.time = datetime.now(UTC).timestamp() + 30 * steps_on
    return f"{totp.token():06d}"


# Who gets in


@pytest.mark.parametrize(
    "path",
    ["", "appointments/clinic/", "appointments/clinic/1/counts/",
     "appointments/clinic/1/counts.csv", "auth/user/", "second-step/"],
)  # fmt: skip
def test_strangers_are_asked_to_log_in(client, clinic, path):
    response = client.get(f"/owner/{path}")

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/owner/login/")


def test_the_owner_logs_in_and_out(client, owner):
    assert log_in(client).headers["Location"] == "/owner/"
    assert "Clinics" in client.get("/owner/").content.decode()

    client.post("/owner/logout/")
    assert client.get("/owner/").status_code == 302


@pytest.mark.parametrize("which", [{"is_staff": False}, {"is_active": False}])
def test_accounts_that_are_not_staff_stay_outside(client, owner, which):
    User.objects.update(**which)

    assert log_in(client).status_code == 200
    assert client.get("/owner/").status_code == 302


def test_the_session_is_short_and_stays_under_the_owners_address(client, owner, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = log_in(client).cookies["b12-owner"]

    assert cookie["path"] == "/owner/"
    assert cookie["samesite"] == "Strict"
    assert cookie["httponly"]
    assert cookie["secure"]
    assert not cookie["max-age"]  # it ends with the browser
    idle = client.session.get_expiry_date() - timezone.now()
    assert timedelta(minutes=29) < idle <= timedelta(minutes=30)


def test_half_an_hour_without_a_click_ends_the_session(signed_in):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert signed_in.get("/owner/").status_code == 302


def test_a_click_starts_the_half_hour_anew(signed_in):
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert signed_in.get("/owner/").status_code == 200
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=29)


def test_the_owners_pages_are_kept_by_nobody(signed_in, clinic):
    for path in ("", "login/", f"appointments/clinic/{clinic.pk}/counts/", "second-step/",
                 f"appointments/clinic/{clinic.pk}/counts.csv"):  # fmt: skip
        assert "no-store" in signed_in.get(f"/owner/{path}").headers["Cache-Control"]


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client, owner):
    for _ in range(4):
        assert log_in(client, "wrong").status_code == 200
    response = log_in(client, "wrong")
    assert response.status_code == 429
    assert lint(response).heading == "Too many tries"
    assert log_in(client).status_code == 429

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert log_in(client).status_code == 302


def test_somebody_elsewhere_is_not_locked_out_with_them(client, owner):
    for _ in range(5):
        log_in(client, "wrong")

    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert log_in(elsewhere).status_code == 302


@pytest.mark.parametrize("address", ["", "2001:db8::{}"])
def test_neither_a_socket_nor_many_addresses_get_more_tries(owner, address):
    tries = [log_in(Client(REMOTE_ADDR=address.format(n)), "wrong").status_code for n in range(6)]
    assert tries == [200, 200, 200, 200, 429, 429]


def test_another_way_to_write_the_name_gets_no_more_tries(client, owner):
    names = ["owner", "ｏwner", " owner", "ⓞwner", "owner "]
    assert [log_in(client, "wrong", name=name).status_code for name in names][-1] == 429


def test_a_name_that_no_account_can_have_is_neither_looked_up_nor_kept(client, owner):
    """Each such try would else leave as much on the disk as a form may send."""
    page = Page(log_in(client, name="u" * 100_000))
    assert "at most 150 characters" in page.html
    assert not AccessAttempt.objects.exists()


def test_only_so_many_passwords_are_checked_at_once(client, owner):
    """Checking one is slow on purpose: whoever sends many would take the time of the patients."""
    with ExitStack() as others:
        for _ in range(site.MOST_CHECKED):
            others.enter_context(site.CHECKING)
        page = Page(log_in(client))
        assert "Too many people are logging in. Wait a moment, then try again." in page.html
    assert log_in(client).status_code == 302


def test_nobody_is_led_elsewhere_after_the_login(client, owner):
    sent = {"username": "owner", "password": PASSWORD, "next": "//elsewhere.example/"}
    assert client.post("/owner/login/", sent).headers["Location"] == "/owner/"


def test_no_password_and_no_code_is_kept_of_a_failed_login(client, owner):
    log_in(client, "wrong-but-secret", code="123456")

    kept = str(AccessAttempt.objects.values())
    assert "wrong-but-secret" not in kept
    assert "123456" not in kept


def test_a_failed_login_leaves_a_name_an_address_and_a_number(client, owner):
    for browser in ("Firefox", "Chromium"):
        client.post(
            "/owner/login/?from=home",
            {"username": "owner", "password": "wrong", "csrfmiddlewaretoken": "t" * 64, "x": "y"},
            headers={"user-agent": browser, "accept": "text/html"},
        )

    [kept] = AccessAttempt.objects.values()
    assert kept.pop("username") == "owner"
    assert kept.pop("ip_address") == "127.0.0.1"
    assert kept.pop("path_info") == "/owner/login/"
    assert kept.pop("failures_since_start") == 2
    assert {*kept} == {
        "id", "attempt_time", "user_agent", "http_accept", "get_data", "post_data"
    }  # fmt: skip
    assert kept["user_agent"] == kept["http_accept"] == ""
    assert kept["get_data"].strip("-\n") == kept["post_data"].strip("-\n") == ""


def test_failed_logins_are_forgotten_after_a_quarter_of_an_hour_at_the_next_try(client, owner):
    log_in(client, "wrong", name="somebody")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    log_in(client)
    assert not AccessAttempt.objects.exists()


def test_a_login_without_its_token_gives_no_password_back(owner):
    client = Client(enforce_csrf_checks=True)
    response = log_in(client)

    assert response.status_code == 403
    assert PASSWORD not in lint(response).html


# The second step


def offered(page: Page) -> tuple[TOTPDevice, dict[str, str]]:
    """Return what an app that has taken the picture makes codes of, and the form beside it."""
    shown = page.one("strong", class_="owner-key").text.replace(" ", "")
    device = TOTPDevice(key=b32decode(shown).hex())
    return device, {"key": page.one("input", name="key").attrs["value"]}


def second_step_page(client: Client) -> Page:
    return Page(client.get("/owner/second-step/"))


def send_code(client: Client, **sent: str) -> Page:
    return Page(client.post("/owner/second-step/", sent, follow=True))


def test_a_code_is_set_up_asked_for_and_switched_off(signed_in, owner):
    page = second_step_page(signed_in)
    device, form = offered(page)
    assert page.all("svg", class_="segno")
    assert log_in(Client()).status_code == 302  # not asked for yet

    page = send_code(signed_in, code="000000", **form)
    assert "This is not the code" in page.text
    assert not TOTPDevice.objects.exists()
    assert offered(page)[0].key == device.key  # the app has that one

    page = send_code(signed_in, code=code_of(device), **form)
    assert "From now on, logging in takes a code, too." in page.text
    assert TOTPDevice.objects.get().key == device.key
    assert signed_in.get("/owner/").status_code == 200  # still logged in
    assert not page.all("svg", class_="segno")  # the key is secret now

    TOTPDevice.objects.create(user=owner, key=device.key)  # as by two windows at once
    send_code(signed_in, code=code_of(device, steps_on=1))
    assert not TOTPDevice.objects.exists()


def test_a_code_that_was_used_is_not_called_wrong(signed_in, owner, device):
    code = code_of(device)
    assert log_in(signed_in, code=code).status_code == 302

    page = send_code(signed_in, code=code)
    assert "This code is wrong, or it was used already. Wait for the next one." in page.text
    assert second_step.device_of(owner)


def test_a_code_right_after_a_wrong_one_is_not_called_wrong(signed_in, device):
    assert log_in(signed_in, code=code_of(device, steps_on=-1)).status_code == 302
    said = [send_code(signed_in, code=code).text for code in ("000000", code_of(device))]
    assert "This code is wrong" in said[0]
    assert "Wait a few seconds, then type the code again." in said[1]
    assert "This code is wrong" not in said[1]


def test_each_visit_offers_a_key_of_its_own_and_each_page_confirms_the_one_it_showed(
    signed_in, owner
):
    elsewhere = Client()
    elsewhere.force_login(owner)
    pages = [offered(second_step_page(client)) for client in (signed_in, signed_in, elsewhere)]
    assert len({device.key for device, _form in pages}) == 3

    device, form = pages[0]
    send_code(signed_in, code=code_of(pages[1][0]), **form)
    assert not second_step.device_of(owner)
    send_code(signed_in, code=code_of(device), **form)
    assert second_step.device_of(owner).key == device.key


def test_a_key_that_somebody_made_up_or_saw_before_the_password_changed_is_not_taken(owner):
    client = Client()
    client.force_login(owner)
    device, form = offered(second_step_page(client))
    owner.set_password(PASSWORD + "0")
    owner.save()
    client.force_login(owner)
    for key in (form["key"], device.key, ""):
        page = send_code(client, code=code_of(device), key=key)
        assert "Scan the new picture" in page.text
        assert not TOTPDevice.objects.exists()


@pytest.fixture
def device(owner) -> TOTPDevice:
    return TOTPDevice.objects.create(user=owner, confirmed=True)


def test_with_a_code_set_up_the_password_alone_is_not_enough(client, device):
    page = log_in(client)
    assert page.status_code == 200
    assert "Type the code that the app on your phone shows" in page.content.decode()
    assert client.get("/owner/").status_code == 302

    assert log_in(client, code=code_of(device)).status_code == 302
    assert client.get("/owner/").status_code == 200


def test_a_wrong_code_is_refused_and_the_next_try_waits(client, device):
    assert "This code is wrong" in log_in(client, code="000000").content.decode()
    again = log_in(client, code=code_of(device)).content.decode()
    assert "Wait a few seconds, then type the code again." in again
    assert client.get("/owner/").status_code == 302


def test_a_code_is_good_once(client, device):
    code = code_of(device)
    assert log_in(Client(), code=code).status_code == 302
    page = log_in(client, code=code).content.decode()
    assert "This code is wrong, or it was used already. Wait for the next one." in page


def test_two_tries_at_once_do_not_count_as_one(device):
    """Both have read the same row; the second one still sees what the first one did."""
    code = code_of(device)
    same = TOTPDevice.objects.get()
    assert second_step.accepts(device, code)
    assert not second_step.accepts(same, code)


def test_somebody_elses_code_does_not_help(client, device):
    other = TOTPDevice.objects.create(
        user=User.objects.create_superuser("other", password=PASSWORD), confirmed=True
    )
    assert log_in(client, code=code_of(other)).status_code == 200


def test_a_session_without_the_code_is_not_enough(signed_in, device):
    assert signed_in.get("/owner/").status_code == 302


def test_a_lost_phone_is_helped(client, device):
    call_command("remove_second_step", "owner")

    assert log_in(client).status_code == 302


# Clinics


def test_a_clinic_is_added_and_changed_and_the_history_says_how(signed_in):
    response = signed_in.post("/owner/appointments/clinic/add/", CLINIC)
    clinic = Clinic.objects.get()
    assert response.headers["Location"] == f"/owner/appointments/clinic/{clinic.pk}/change/"
    change = f"/owner/appointments/clinic/{clinic.pk}/change/"
    page = signed_in.get(change).content.decode()
    assert "/c/harbor/" in page
    assert "/c/harbor/share/" in page

    signed_in.post(change, CLINIC | {"phone": "555-0199"})
    history = Page(signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/history/"))
    rows = [" ".join(e.text.split()) for e in history.elements if e.tag == "td"]
    assert rows[:2] == ["owner", "Changed Phone: “555-0100” → “555-0199”"]
    assert rows[2:] == ["owner", "Created"]


@pytest.mark.parametrize(
    "name", ["Praxis Dr. Müller", "Hausärztliche Gemeinschaftspraxis", "The Practice of Saint Mary"]
)
def test_a_link_that_is_left_empty_is_made_of_the_name_as_on_the_command_line(signed_in, name):
    form = signed_in.get("/owner/appointments/clinic/add/").content.decode()
    assert "Leave this empty to make it of the clinic’s name." in form
    assert "it stays for good" in form
    signed_in.post("/owner/appointments/clinic/add/", CLINIC | {"name": name, "slug": ""})
    made = Clinic.objects.get()
    assert made.slug == slug_from(name)
    saved = signed_in.get(f"/owner/appointments/clinic/{made.pk}/change/").content.decode()
    assert "Leave this empty" not in saved

    Clinic.objects.all().delete()
    call_command("add_clinic", name=name, phone="555-0100", country="us", stdout=io.StringIO())
    assert Clinic.objects.get().slug == made.slug


@pytest.mark.parametrize(
    ("name", "errors"),
    [("北京协和医院", {"slug": "Type a name for the link"}),
     ("<b>", {"name": "Leave out", "slug": "Use 3 to 30"}),
     ("Clinic", {"slug": "Add the town"}), ("Harb0r", {"slug": "looks like “harbor”"}),
     ("X", {"slug": "Use 3 to 30"})],
)  # fmt: skip
def test_a_name_of_which_no_link_can_be_made_is_told_so(signed_in, clinic, name, errors):
    response = signed_in.post(
        "/owner/appointments/clinic/add/", CLINIC | {"name": name, "slug": ""}
    )

    told = response.context["adminform"].form.errors
    assert told.keys() == errors.keys()
    assert all(sentence in str(told[field]) for field, sentence in errors.items())
    assert Clinic.objects.count() == 1


def test_the_list_says_what_is_in_use_and_has_the_links_one_comes_for(signed_in, clinic):
    Clinic.objects.create(**CLINIC | {"slug": "hill", "name": "Hill", "retired": True})
    page = Page(signed_in.get("/owner/appointments/clinic/"))
    status = [e.text for e in page.all("td") if "field-status" in e.attrs["class"]]
    assert status == ["In use", "Retired"]
    assert page.all("a", href="/c/harbor/share/")
    assert not page.all("a", href="/c/hill/share/")
    assert len([a for a in page.all("a") if a.attrs["href"].endswith("/counts/")]) == 2
    assert "facets" not in page.html


def test_a_retired_clinics_page_says_to_take_its_posters_down(signed_in, clinic):
    Clinic.objects.update(retired=True)
    page = signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/change/").content.decode()
    assert "Retired: take down its posters." in page
    assert "/c/harbor/share/" not in page


def test_the_history_is_only_read(signed_in, clinic):
    Clinic.objects.update(retired=True)
    version = f"/owner/appointments/clinic/{clinic.pk}/history/{clinic.history.get().pk}/"

    assert signed_in.get(version).status_code == 403
    assert signed_in.post(version, CLINIC).status_code == 403
    assert Clinic.objects.get().retired


def test_the_history_offers_nothing_that_is_refused(signed_in, clinic):
    page = signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/history/").content.decode()

    assert "View history: Harbor Clinic" in page
    assert "revert" not in page.lower()


def test_each_change_is_told_also_the_last_one_of_a_page(signed_in, clinic, monkeypatch):
    monkeypatch.setattr(admin.ClinicAdmin, "history_list_per_page", 1)
    change = f"/owner/appointments/clinic/{clinic.pk}/"
    signed_in.post(f"{change}change/", CLINIC | {"phone": "555-0199"})

    assert "“555-0100”" in signed_in.get(f"{change}history/").content.decode()


def test_the_link_never_changes_and_no_clinic_is_deleted(signed_in, clinic):
    change = f"/owner/appointments/clinic/{clinic.pk}/"
    signed_in.post(f"{change}change/", CLINIC | {"slug": "another"})
    assert Clinic.objects.get().slug == "harbor"

    assert signed_in.post(f"{change}delete/", {"post": "yes"}).status_code == 403
    actions = {"action": "delete_selected", "_selected_action": clinic.pk, "post": "yes"}
    signed_in.post("/owner/appointments/clinic/", actions)
    assert Clinic.objects.exists()


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", "<b>Harbor</b>"), ("slug", "owner"), ("slug", "harb0r"), ("phone", "call us"),
     ("hours", "see www.b12.example"), ("languages", "a\u202eb"), ("please_bring", "<ul>"),
     ("country", "xx"), ("paper", "a3"), ("accent", "lime")],
)  # fmt: skip
def test_what_is_no_plain_text_is_refused(signed_in, clinic, field, text):
    sent = CLINIC | {"slug": "north", field: text}
    response = signed_in.post("/owner/appointments/clinic/add/", sent)

    assert response.status_code == 200
    assert set(response.context["adminform"].form.errors) == {field}
    assert Clinic.objects.count() == 1


def test_nothing_else_is_in_the_admin():
    assert {model.__name__ for model in owner_site._registry} == {"Clinic", "User"}


# Accounts


def test_no_account_is_deleted_so_that_the_history_goes_on_to_say_who(signed_in, owner, clinic):
    other = User.objects.create_superuser("other", password=PASSWORD)
    client = Client()
    client.force_login(other)
    client.post(f"/owner/appointments/clinic/{clinic.pk}/change/", CLINIC | {"phone": "555-0199"})

    at = f"/owner/auth/user/{other.pk}/"
    assert signed_in.post(f"{at}delete/", {"post": "yes"}).status_code == 403
    actions = {"action": "delete_selected", "_selected_action": other.pk, "post": "yes"}
    signed_in.post("/owner/auth/user/", actions)
    assert "/delete/" not in signed_in.get(f"{at}change/").content.decode()

    signed_in.post(f"{at}change/", {"username": "other"})  # "Active" is not ticked
    assert client.get("/owner/").status_code == 302
    history = signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/history/").content.decode()
    assert "<td>other</td>" in history
    assert LogEntry.objects.filter(user=other, object_id=str(clinic.pk)).exists()


def test_an_account_that_is_added_can_do_everything(signed_in):
    form = signed_in.get("/owner/auth/user/add/").content.decode()
    assert "Every account can do everything here" in form
    assert 'name="usable_password"' not in form
    sent = {"username": "second", "password1": PASSWORD, "password2": PASSWORD}
    added = signed_in.post("/owner/auth/user/add/", sent)
    client = Client()
    assert log_in(client, name="second").status_code == 302
    assert client.get("/owner/appointments/clinic/").status_code == 200

    page = Page(signed_in.get(added.headers["Location"]))
    assert "Every account can do everything here" in page.text
    assert {e.attrs["name"] for e in page.all("input", type="checkbox")} == {"is_active"}


def test_an_account_that_could_do_nothing_can_do_everything_once_it_is_saved(signed_in):
    nurse = User.objects.create_user("nurse", is_staff=True)
    signed_in.post(f"/owner/auth/user/{nurse.pk}/change/", {"username": "nurse", "is_active": "on"})

    nurse.refresh_from_db()
    assert nurse.is_superuser


# Counts


def test_the_counts_are_told_alike_on_the_page_and_in_the_file(signed_in, clinic):
    today = datetime.now(UTC).date()
    for days_ago in range(1, 100):
        DailyCount.objects.create(
            clinic=clinic, day=today - timedelta(days=days_ago), opened=731, started=3, sheets=0
        )
    DailyCount.objects.create(clinic=clinic, day=today + timedelta(days=1), opened=977)
    at = f"/owner/appointments/clinic/{clinic.pk}/counts"
    response = signed_in.get(f"{at}.csv")
    table = list(csv.DictReader(io.StringIO(response.content.decode())))
    page = signed_in.get(f"{at}/").content.decode()

    days = [row for row in table if row["period"].count("-") == 2]
    assert len(days) in {98, 99}  # by the clinic's clock, yesterday may not be over
    assert {row["opened"] for row in days} == {"731"}
    assert {row["started"] for row in days} | {row["sheets"] for row in days} == {"fewer than 5"}
    months = [row for row in table if row not in days]
    assert int(months[1]["opened"]) % 731 == 0
    assert "fewer than 5 a day" in {row["sheets"] for row in months}
    assert all(row["opened"] in page for row in months)
    assert "fewer than 5" in page
    assert 'role="img"' in page
    assert "style=" not in page
    assert "977" not in page
    assert "harbor-counts.csv" in response.headers["Content-Disposition"]


def test_at_least_a_number_is_named_where_it_is_drawn(signed_in, clinic):
    a_month_that_is_over = datetime.now(UTC).date() - timedelta(days=70)
    for day, opened in ((19, 3), (20, 397)):
        DailyCount.objects.create(
            clinic=clinic, day=a_month_that_is_over.replace(day=day), opened=opened
        )
    page = Page(signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/counts/"))

    assert "at least 397" in page.one("table", id="months").text
    assert page.one("path", class_="owner-bar-0 owner-bar-least").attrs["d"].startswith("M7 0v160")
    assert "this many or more" in page.one("title", id="chart-title").text
    assert "this many or more" in page.one("li", class_="owner-legend-least").text


def test_a_clinic_without_counts_says_so(signed_in, clinic):
    page = signed_in.get(f"/owner/appointments/clinic/{clinic.pk}/counts/").content.decode()

    assert "Nothing to show yet" in page


def test_there_is_no_page_of_counts_for_no_clinic(signed_in):
    assert signed_in.get("/owner/appointments/clinic/99/counts/").status_code == 404


def test_staff_without_the_right_see_no_counts(clinic):
    nurse = User.objects.create_user("nurse", is_staff=True)
    client = Client()
    client.force_login(nurse)

    assert client.get(f"/owner/appointments/clinic/{clinic.pk}/counts/").status_code == 403
    assert client.get(f"/owner/appointments/clinic/{clinic.pk}/counts.csv").status_code == 403


# Patients


def test_a_patients_page_neither_reads_nor_writes_a_session(owner, django_assert_num_queries):
    log_in(owner_browser := Client())
    visitor = Visitor()
    visitor.has(full_answers())
    visitor.client.cookies["b12-owner"] = owner_browser.cookies["b12-owner"].value
    for path in ("/", "/appointment/diet/", "/appointment/summary/"):
        with django_assert_num_queries(0):
            response = visitor.client.get(path)
        assert "b12-owner" not in response.cookies
