"""Somebody with a browser: what they see on a page, and what they do there, in plain verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import Any

from django.test import RequestFactory
from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from appointments import sealed_cookie
from appointments.answers import Answers

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}

FIELDS = """() => [...document.querySelectorAll(
    'main form :is(input, select, textarea):not([type=hidden])'
)].map(field => [field.name, field.type, field.value, field.checked ?? null])"""

FOCUS = """wanted => {
    const focused = document.activeElement;
    const {outlineStyle, outlineWidth} = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    return {
        what: focused.outerHTML.slice(0, 120),
        arrived: focused === wanted,
        nowhere: focused === document.body,
        outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        in_view: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def words(text: str) -> str:
    """Return a text with single spaces, as it is read."""
    return " ".join(text.split())


class Visitor:
    """Somebody with a mouse.

    Attributes:
        page: The tab in front of them.
        typed: Everything they typed so far.
        sent: The fields of the last form they sent, as they were just before.
    """

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.typed: list[str] = []
        self.sent: list[list[Any]] = []

    def __str__(self) -> str:
        return f"{self.path}: {self.title}; errors: {self.errors}"

    # What they see

    @property
    def path(self) -> str:
        """The address, without the site's name."""
        return self.page.url.removeprefix(self.site)

    @property
    def title(self) -> str:
        return self.page.title()

    @property
    def heading(self) -> str:
        return words(self.page.locator("h1").inner_text())

    @property
    def text(self) -> str:
        """All words of the page's main part."""
        return words(self.page.locator("main").inner_text())

    @property
    def errors(self) -> list[str]:
        """The sentences in the error summary."""
        return [words(error) for error in self.page.locator(".error-summary a").all_inner_texts()]

    @property
    def fields(self) -> list[list[Any]]:
        """Every field of the form: its name, kind, value, and whether it is ticked."""
        fields: list[list[Any]] = self.page.evaluate(FIELDS)
        return fields

    @property
    def answers(self) -> Answers:
        """What the cookies hold."""
        request = RequestFactory().get("/")
        cookies = self.page.context.cookies(f"{self.site}{sealed_cookie.PATH}")
        request.COOKIES = {cookie["name"]: cookie["value"] for cookie in cookies}
        return sealed_cookie.load(request).answers

    def sheet(self) -> str:
        """Return the words of the PDF that the link on this page leads to."""
        link = self.page.get_by_role("link", name="Open the sheet (PDF)")
        response = self.page.context.request.get(f"{self.site}{link.get_attribute('href')}")
        assert response.headers["content-type"] == "application/pdf"
        pdf = PdfReader(BytesIO(response.body()))
        return words(" ".join(page.extract_text() for page in pdf.pages))

    # What they do

    def go_to(self, path: str) -> None:
        """Type an address."""
        self.page.goto(f"{self.site}{path}")

    def follow(self, name: str) -> None:
        """Follow the first link whose words start like this."""
        with self._another_page():
            self._activate(self._named("link", name))

    def press(self, name: str) -> None:
        """Press a button that sends the page."""
        self.sent = self.fields
        with self._another_page():
            self._activate(self._named("button", name))

    def go_on(self) -> None:
        self.press("Continue")

    def go_back(self) -> None:
        """Use the browser's own Back."""
        self.page.go_back()

    def open_details(self, name: str) -> None:
        """Open what is folded away under these words."""
        self._activate(self.page.locator("summary").filter(has_text=name))

    def fill(self, label: str, text: str) -> None:
        """Type into the field with this label."""
        self._type(self.page.get_by_role("textbox", name=label, exact=True), text)
        self.typed.append(text)

    def paste(self, label: str, text: str) -> None:
        """Paste a text that is not kept as it is."""
        self._type(self.page.get_by_role("textbox", name=label, exact=True), text)

    def fill_date(self, legend: str, day: date) -> None:
        """Type a date into its three boxes."""
        boxes = self._group(legend)
        self._type(boxes.get_by_label("Day"), str(day.day))
        self._type(boxes.get_by_label("Month"), day.strftime("%B"))
        self._type(boxes.get_by_label("Year"), str(day.year))

    def choose(self, *answers: str, about: str | None = None) -> None:
        """Choose the answers that start like this, below the question that starts so."""
        scope = self._group(about) if about else self.page.locator("main")
        for answer in answers:
            radio = self._named("radio", answer, scope)
            checkbox = self._named("checkbox", answer, scope)
            self._tick(radio.or_(checkbox).first)

    def select(self, label: str, option: str) -> None:
        """Select from a drop-down list."""
        self._pick(self.page.get_by_label(label, exact=True), option)

    def brings(self, answers: Answers) -> None:
        """Have answered this much before."""
        self.brings_token(sealed_cookie.seal(answers))

    def brings_token(self, token: str) -> None:
        """Have this in the answers' cookies."""
        size = sealed_cookie.CHUNK
        self.page.context.add_cookies(
            [
                {"name": name, "value": chunk, "domain": "127.0.0.1", "path": sealed_cookie.PATH}
                for number, name in enumerate(sealed_cookie.NAMES)
                if (chunk := token[number * size : (number + 1) * size])
            ]
        )

    # How they do it

    def _named(self, role: Any, name: str, scope: Locator | None = None) -> Locator:
        starts_so = re.compile(rf"^{re.escape(name)}")
        return (scope or self.page.locator("body")).get_by_role(role, name=starts_so).first

    def _group(self, legend: str) -> Locator:
        return self._named("group", legend)

    @contextmanager
    def _another_page(self) -> Iterator[None]:
        with self.page.expect_navigation():
            yield

    def _activate(self, control: Locator) -> None:
        control.click()

    def _type(self, field: Locator, text: str) -> None:
        field.fill(text)

    def _tick(self, control: Locator) -> None:
        control.check()

    def _pick(self, field: Locator, option: str) -> None:
        field.select_option(label=option)


class KeyboardVisitor(Visitor):
    """Somebody who has only a keyboard, and looks where the focus is at every step."""

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        wanted = target.element_handle()
        for _step in range(300):
            focus = self.page.evaluate(FOCUS, wanted)
            if not focus["nowhere"]:
                assert focus["outlined"], f"the focus cannot be seen on {focus['what']}"
                assert focus["in_view"], f"the focus is out of sight on {focus['what']}"
            if focus["arrived"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def _activate(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def _type(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def _tick(self, control: Locator) -> None:
        if control.is_checked():
            return
        if control.get_attribute("type") == "checkbox":
            self.reach(control)
            self.page.keyboard.press("Space")
        else:
            self._move_to(control)
        assert control.is_checked()

    def _move_to(self, radio: Locator) -> None:
        """Tab to the radio buttons, then move to the one that is wanted."""
        group = self.page.locator(f'input[name="{radio.get_attribute("name")}"]')
        checked = group.and_(self.page.locator(":checked"))
        self.reach(checked if checked.count() else group.first)
        self.page.keyboard.press("Space")
        for _step in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def _pick(self, field: Locator, option: str) -> None:
        self.reach(field)
        self.page.keyboard.type(option)
        assert field.locator("option:checked").inner_text() == option
