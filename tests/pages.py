"""A page as a test sees it: its parts by tag, and the rules that every page keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from appointments.steps.given_back import NOT_TYPED

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
CONTROLS = {"input", "select", "textarea"}


@dataclass
class Element:
    """An HTML element with the text inside it."""

    tag: str
    attrs: dict[str, str]
    text: str = ""
    inside: list[str] = field(default_factory=list)  # tags around it


class Page(HTMLParser):
    """All elements of an HTML page, in order."""

    def __init__(self, response) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.status = response.status_code
        self.html = response.content.decode()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(
            tag, {name: value or "" for name, value in attrs}, "", [e.tag for e in self._open]
        )
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attrs: str) -> list[Element]:
        """Return the elements with this tag and these attributes."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(element.attrs.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str, **attrs: str) -> Element:
        """Return the only such element."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} of <{tag} {attrs}>"
        return found[0]

    @property
    def title(self) -> str:
        # A drawing has a title of its own.
        [title] = [element for element in self.all("title") if "svg" not in element.inside]
        return " ".join(title.text.split())

    @property
    def heading(self) -> str:
        return " ".join(self.one("h1").text.split())

    @property
    def text(self) -> str:
        return " ".join(self.one("main").text.split())

    @property
    def errors(self) -> list[str]:
        """The sentences in the error summary."""
        summary = [e for e in self.elements if e.attrs.get("class") == "error-summary"]
        assert len(summary) <= 1
        return [
            " ".join(e.text.split())
            for e in self.elements
            if summary and e.tag == "a" and e.text.strip() and e.text in summary[0].text
        ]


def lint(response, *, has_script: bool = False) -> Page:
    """Return the page, after checking what holds for every page.

    Only the pages for sharing have a script, and theirs is a file.
    """
    page = Page(response)
    page.one("h1")
    page.one("main")
    assert page.title.endswith("– B12 Guide"), page.title
    assert page.one("html").attrs["lang"]
    ids = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids)), sorted(ids)
    assert "{{" not in page.html
    assert "{%" not in page.html
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attrs)]
    assert not [e for e in page.elements if "style" in e.attrs or e.tag == "style"]
    scripts = [(e.attrs.get("src"), e.text) for e in page.all("script")]
    assert scripts == [("/static/js/share.js", "")] * has_script
    for element in page.elements:
        if element.tag == "button" or element.attrs.get("type") == "hidden":
            assert {element.attrs.get("name")} <= NOT_TYPED | {None}, "it would be given back"
    _labels(page, set(ids))
    _headings(page)
    for element in page.elements:
        for name in ("aria-describedby", "aria-labelledby"):
            for target in element.attrs.get(name, "").split():
                assert target in ids, f"{name} leads to no {target}"
        link = element.attrs.get("href", "")
        if link.startswith("#"):
            assert link[1:] in ids, f"{link} leads nowhere"
    return page


def _labels(page: Page, ids: set[str]) -> None:
    labelled = {e.attrs.get("for") for e in page.all("label")}
    for element in page.elements:
        if element.tag in CONTROLS and element.attrs.get("type") != "hidden":
            assert element.attrs.get("id") in labelled & ids, element
    for fieldset in page.all("fieldset"):
        assert fieldset.text.strip(), "a fieldset without words"
    assert len(page.all("fieldset")) == len(page.all("legend"))


def _headings(page: Page) -> None:
    levels = [int(e.tag[1]) for e in page.elements if e.tag in {"h1", "h2", "h3", "h4"}]
    for before, after in pairwise(levels):
        assert after <= before + 1, f"a heading level is skipped: {levels}"
