"""Our drawings: SVG that stands inside the page, checked so that nothing in it can run or load.

They are part of the page, so they need no request of their own, and their words can be read out.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from content.front_matter import ContentError

SVG = "{http://www.w3.org/2000/svg}"
# What a drawing needs. Whatever can run, load or hold foreign markup is not among it.
ELEMENTS = {
    *("svg", "g", "title", "desc", "defs", "use", "symbol", "marker", "pattern", "clipPath"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    *("linearGradient", "radialGradient", "stop"),
}
OUTSIDE = re.compile(r"url\((?!#)", re.IGNORECASE)
PAINT = re.compile(r"url\(#([^)]*)\)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawing.

    Attributes:
        name: File name, by which a page asks for it.
        svg: The drawing, safe to stand inside a page.
        title: What it shows, in a few words.
        description: All that it says, for those who do not see it.
        labels: The words that are drawn in it.
    """

    name: str
    svg: str
    title: str
    description: str
    labels: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All that it says."""
        return (self.title, self.description, *self.labels)


def read_figure(file: Path) -> Figure:
    """Return the drawing that a file holds.

    Raises:
        ContentError: It is not well-formed, has no title or description, or has something in it
            that could run, load, or clash with another drawing of the page.
    """
    text = file.read_text(encoding="utf-8").strip()
    if not text.startswith("<svg ") or "<!" in text or "<?" in text:
        raise ContentError(
            file=file, key="svg", reason="must be one <svg> without prolog, comment or doctype"
        )
    try:
        root = ET.fromstring(text)  # noqa: S314 - our own file, and it has no doctype
    except ET.ParseError as error:
        raise ContentError(file=file, key="svg", reason=f"not XML: {error}") from error
    if root.get("role") != "img":
        raise ContentError(file=file, key="role", reason='must be "img"')
    ids = [name for element in root.iter() if (name := element.get("id")) is not None]
    for name in ids:
        if ids.count(name) > 1:
            raise ContentError(file=file, key="id", reason=f"{name!r} stands there twice")
    for element in root.iter():
        _check_element(element, frozenset(ids), file=file)
    return Figure(
        name=file.stem,
        svg=text,
        title=_words(root, "title", file=file),
        description=_words(root, "desc", file=file),
        labels=tuple(
            " ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")
        ),
    )


def _check_element(element: ET.Element, ids: frozenset[str], *, file: Path) -> None:
    tag = element.tag.removeprefix(SVG)
    if tag not in ELEMENTS:
        raise ContentError(file=file, key=tag, reason="this element is not allowed")
    for name, value in element.attrib.items():
        if name == "id" and not value.startswith(f"{file.stem}-"):
            # Two drawings may stand on one page.
            raise ContentError(file=file, key="id", reason=f'must begin with "{file.stem}-"')
        if not _leads_to(name, value) <= ids:
            raise ContentError(file=file, key=name, reason=f"leads nowhere: {value!r}")
        if (
            # Event handlers, inline styles (our security headers refuse both), xlink and the like.
            name.lower().startswith("on")
            or name == "style"
            or name.startswith("{")
            or (name == "href" and not value.startswith("#"))
            or OUTSIDE.search(value)
            or "\\" in value  # CSS reads \75rl(...) as url(...)
        ):
            raise ContentError(file=file, key=name, reason="this attribute is not allowed")


def _leads_to(name: str, value: str) -> set[str]:
    """Return the ids that an attribute refers to."""
    if name in {"aria-labelledby", "aria-describedby"}:
        return set(value.split())
    if name == "href" and value.startswith("#"):
        return {value[1:]}
    return set(PAINT.findall(value))


def _words(root: ET.Element, name: str, *, file: Path) -> str:
    words = " ".join((root.findtext(SVG + name) or "").split())
    if not words:
        raise ContentError(file=file, key=name, reason="is missing")
    return words
