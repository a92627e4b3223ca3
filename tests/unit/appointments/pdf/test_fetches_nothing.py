"""Whatever the HTML of a sheet asks for, drawing it opens no connection and no file but the fonts.

Templates of ours never ask. If what somebody typed ever became markup, this is what would hold.
"""

from __future__ import annotations

import base64
import socket
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf, Stream

from appointments.pdf import render
from appointments.pdf.faces import ASSETS
from appointments.pdf.render import Paper, render_pdf
from tests.pdf_checks import text_of

CANARY = "Kanari"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title>{head}</head>
<body data-footer="F" data-who="W"><h1>H</h1>{body}</body></html>"""

SVG = f'<svg xmlns="http://www.w3.org/2000/svg" id="a"><text y="9">{CANARY}</text></svg>'
INSIDE_SVG = '<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
MARKUP = {
    "image": '<img src="{}" alt="x">',
    "image set": '<img srcset="{} 2x" alt="x">',
    "picture": '<picture><source srcset="{}"><img src="{}" alt="x"></picture>',
    "object": '<object data="{}">x</object>',
    "embed": '<embed src="{}">',
    "frame": '<iframe src="{}"></iframe>',
    "video": '<video src="{}" poster="{}"></video>',
    "image button": '<input type="image" src="{}" alt="x">',
    "attached link": '<a rel="attachment" href="{}">x</a>',
    "background": '<p style="background: url({})">x</p>',
    "list mark": '<ul><li style="list-style-image: url({})">x</li></ul>',
    "content": '<p style="content: url({})">x</p>',
    "border": '<p style="border: 1em solid; border-image: url({}) 1">x</p>',
    "image in a drawing": INSIDE_SVG.format('<image href="{}" width="9" height="9"/>'),
    "old image in a drawing": INSIDE_SVG.format('<image xlink:href="{}" width="9" height="9"/>'),
    "part of another drawing": INSIDE_SVG.format('<use href="{}#a"/>'),
    "old part of another drawing": INSIDE_SVG.format('<use xlink:href="{}#a"/>'),
    "style of a drawing": INSIDE_SVG.format("<style>@import '{}';</style><text>x</text>"),
    "paint of a drawing": INSIDE_SVG.format('<path d="M0 0H9V9" fill="url({}#a)"/>'),
    "HTML in a drawing": INSIDE_SVG.format('<foreignObject><img src="{}"/></foreignObject>'),
}
HEAD = {
    "attachment": '<link rel="attachment" href="{}">',
    "stylesheet": '<link rel="stylesheet" href="{}">',
    "icon": '<link rel="icon" href="{}">',
    "import": "<style>@import '{}';</style>",
    "import of an address": "<style>@import url({}) print;</style>",
    "font": "<style>@font-face {{ font-family: F; src: url({}) }} h1 {{ font-family: F }}</style>",
    "page": "<style>@page {{ background: url({}); @top-left {{ content: url({}) }} }}</style>",
    "before": "<style>h1::before {{ content: url({}) }}</style>",
    "base": '<base href="{}"><link rel="stylesheet" href="x.css">',
    "refresh": '<meta http-equiv="refresh" content="0; url={}">',
}
STOPS_AT_RELATIVE = HEAD["import of an address"]
"""WeasyPrint raises an error of its own for a relative address there, and fetches nothing."""

FILES = {
    "secret.txt": CANARY,
    "secret.svg": SVG,
    "secret.css": f"h1::after {{ content: '{CANARY}' }}",
    "x.css": f"h1::after {{ content: '{CANARY}' }}",
}
DATA = {
    "text/plain": CANARY,
    "text/css": FILES["secret.css"],
    "image/svg+xml": SVG,
}


class Opened:
    """What Python has opened while it looked; an audit hook can never be taken away again."""

    def __init__(self) -> None:
        self.looks = False
        self.files: list[str] = []
        self.connections: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if self.looks and event == "open":
            self.files.append(str(args[0]))
        elif self.looks and event.startswith(("socket.", "urllib.", "ftplib.", "http.")):
            self.connections.append(event)

    def outside(self, mine: Path) -> list[str]:
        """Return the files of a folder, or of the system's secrets, that were opened."""
        return [file for file in self.files if file.startswith((str(mine), "/etc/passwd"))]


HOOK = Opened()


@pytest.fixture
def opened() -> Iterator[Opened]:
    HOOK.files.clear()
    HOOK.connections.clear()
    HOOK.looks = True
    yield HOOK
    HOOK.looks = False


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """Listen where a fetch over the network would arrive."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0)
        yield server


@pytest.fixture
def addresses(tmp_path, listener) -> list[str]:
    """Return addresses of all kinds under which there is something to be had."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    port = listener.getsockname()[1]
    data = (
        f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"
        for kind, text in DATA.items()
    )
    return [
        *(f"file://{tmp_path}/{name}" for name in FILES),
        *(f"{tmp_path}/{name}" for name in FILES),
        f"FILE://{tmp_path}/secret.svg",
        f"file://localhost{tmp_path}/secret.svg",
        "file:///etc/passwd",
        *(f"{scheme}://127.0.0.1:{port}/x" for scheme in ("http", "https", "ftp", "HTTP")),
        f"//127.0.0.1:{port}/x",
        *data,
        "bundled-font:../render.py",
        f"bundled-font:{tmp_path}/secret.txt",
    ]


def contents(pdf: bytes) -> Iterator[bytes]:
    """Yield every stream of a PDF, unpacked."""
    with Pdf.open(BytesIO(pdf)) as document:
        for part in document.objects:
            if isinstance(part, Stream) and part.get("/Subtype") != "/Image":
                yield part.read_bytes()


def drawn(addresses: list[str], *, head: str = "", body: str = "") -> bytes:
    """Draw one sheet that asks for all of the addresses."""
    parts = {
        "head": "".join(head.format(address, address) for address in addresses),
        "body": "".join(body.format(address, address) for address in addresses),
    }
    return render_pdf(PAGE.format(**parts), paper=Paper.A4)


@pytest.mark.parametrize(
    "parts",
    [{"body": text} for text in MARKUP.values()] + [{"head": text} for text in HEAD.values()],
    ids=[*MARKUP, *HEAD],
)
def test_nothing_is_fetched(addresses, opened, listener, tmp_path, parts):
    if parts.get("head") == STOPS_AT_RELATIVE:
        addresses = [address for address in addresses if not address.startswith("/")]
    pdf = drawn(addresses, **parts)

    assert opened.connections == []
    assert opened.outside(tmp_path) == []
    with pytest.raises(BlockingIOError):  # nobody has knocked
        listener.accept()
    assert CANARY not in text_of(pdf)
    assert "root:" not in text_of(pdf)
    for content in contents(pdf):
        assert CANARY.encode() not in content
        assert b"root:x:" not in content
    with Pdf.open(BytesIO(pdf)) as document:
        assert not document.attachments
        assert all(not page.get_images() for page in document.pages)


def test_the_fonts_are_the_only_files_that_are_read(opened):
    # An earlier test may have read them, and they stay in memory.
    render._stylesheet.cache_clear()
    render._more_faces.cache_clear()
    render_pdf(PAGE.format(head="", body="<p>ありがとう שלום</p>"), paper=Paper.LETTER)

    assert opened.files, "Python's opening of files is not seen"
    read = [Path(file) for file in opened.files if "weasyprint" not in file.casefold()]
    assert any(file.parent == ASSETS for file in read)
    assert opened.connections == []


def test_a_connection_would_be_seen(opened, listener):
    """Or the tests above would prove nothing."""
    with socket.create_connection(listener.getsockname()), listener.accept()[0]:
        assert "socket.connect" in opened.connections
