"""A visitor of the guided form: opens pages, fills in what is on them, and sends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client, RequestFactory
from pages import Element, Page, lint

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.sealed_cookie import Visit

CHOICES = {"radio", "checkbox"}
URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Exchange:
    """One request and what came back."""

    method: str
    url: str
    response: Any


class Visitor:
    """Goes through the form with Django's test client, and checks each page it is shown.

    Attributes:
        exchanges: All that was requested so far.
        url: The address of the page that is open.
        page: The page that is open.
        status: Its status code.
    """

    def __init__(self) -> None:
        self.client = Client()
        self.exchanges: list[Exchange] = []
        self.url = ""
        self.page: Page
        self.status = 0

    def open(self, url: str) -> Page:
        """Open an address, and go where it leads."""
        return self._arrive(url, self._request("get", url))

    def send(self, url: str | None = None, /, **fields: Any) -> Page:
        """Send the form on the open page as it stands, with some fields filled in anew.

        Args:
            url: Where to send it, if not to the address of the page.
            fields: What is typed and picked: a text, a list for checkboxes, None to leave out.
        """
        data = self.filled() | fields
        return self.post(url or self.url, **data)

    def press(self, button: str, value: str, **fields: Any) -> Page:
        """Send the form with one of its named buttons."""
        assert self.page.all("button", name=button, value=value), f"no button {button}={value}"
        return self.send(**{button: value}, **fields)

    def read_on(self) -> Page:
        """Say that a page which stands in the way was read."""
        button = self.page.one("button", name="read")
        return self.press("read", button.attrs["value"])

    @property
    def stopped(self) -> bool:
        """Whether a page with something to read first stands in the way."""
        return bool(self.page.all("button", name="read"))

    def post(self, url: str, /, **fields: Any) -> Page:
        """Send these fields and no others."""
        data = {name: value for name, value in fields.items() if value is not None}
        body = urlencode(data, doseq=True)
        return self._arrive(url, self._request("post", url, body, content_type=URLENCODED))

    def follow(self, words: str) -> Page:
        """Follow the only link whose text starts with these words."""
        found = [e for e in self.page.all("a") if " ".join(e.text.split()).startswith(words)]
        assert len(found) == 1, [" ".join(e.text.split()) for e in found]
        return self.open(found[0].attrs["href"])

    def filled(self) -> dict[str, Any]:
        """Return what the form on the open page holds, as a browser would send it."""
        data: dict[str, Any] = {}
        for element in self.page.elements:
            name = element.attrs.get("name")
            if name is None or "form" not in element.inside:
                continue
            if element.attrs.get("type") in CHOICES:
                if "checked" in element.attrs:
                    data.setdefault(name, []).append(element.attrs.get("value", "on"))
            elif element.tag == "select":
                data[name] = self._selected(element)
            elif element.tag == "textarea":
                # A browser drops the first line end, and sends the others as two characters.
                data[name] = element.text.removeprefix("\n").replace("\n", "\r\n")
            elif element.attrs.get("type") == "hidden" and name in data:
                before = data[name]
                data[name] = [
                    *(before if isinstance(before, list) else [before]),
                    element.attrs["value"],
                ]
            elif element.tag == "input":
                data[name] = element.attrs.get("value", "")
        return data

    def offered(self, name: str) -> list[str]:
        """Return the values that can be picked for a field."""
        if select := self.page.all("select", name=name):
            return [option.attrs["value"] for option in self._options(select[0])]
        return [element.attrs["value"] for element in self.page.all("input", name=name)]

    def _options(self, select: Element) -> list[Element]:
        after = self.page.elements[self.page.elements.index(select) + 1 :]
        options = []
        for element in after:
            if element.tag not in {"option", "optgroup"}:
                break
            options += [element] if element.tag == "option" else []
        return options

    def _selected(self, select: Element) -> str:
        options = self._options(select)
        chosen = [option for option in options if "selected" in option.attrs] or options[:1]
        return chosen[0].attrs["value"]

    def has(self, answers: Answers) -> None:
        """Put answers into the visitor's browser."""
        response = HttpResponse()
        sealed_cookie.save(response, answers)
        for name, morsel in response.cookies.items():
            self.client.cookies[name] = morsel.value

    @property
    def visit(self) -> Visit:
        """What the visitor's browser holds."""
        request = RequestFactory().get("/appointment/")
        request.COOKIES = {n: m.value for n, m in self.client.cookies.items() if m.value}
        return sealed_cookie.load(request)

    @property
    def answers(self) -> Answers:
        """The visitor's answers; there must be some."""
        visit = self.visit
        assert visit.state == "open", visit.state
        return visit.answers

    @property
    def last(self) -> Exchange:
        """The last form that was sent, or else the last request."""
        sent = [exchange for exchange in self.exchanges if exchange.method == "post"]
        return (sent or self.exchanges)[-1]

    def _request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        response = getattr(self.client, method)(url, *args, **kwargs)
        self.exchanges.append(Exchange(method, url, response))
        # A browser drops a deleted cookie; the test client would go on to send it empty.
        for name, morsel in list(self.client.cookies.items()):
            if morsel["max-age"] == 0:
                del self.client.cookies[name]
        return response

    def _arrive(self, url: str, response: Any) -> Page:
        anchor = ""
        while response.status_code == 302:
            url, _hash, anchor = response.headers["Location"].partition("#")
            response = self._request("get", url)
        self.url, self.status, self.page = url, response.status_code, lint(response)
        assert not anchor or any(e.attrs.get("id") == anchor for e in self.page.elements), anchor
        return self.page
