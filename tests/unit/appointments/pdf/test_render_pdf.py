"""The one door to WeasyPrint: it lets nothing in, and nothing out that was not given."""

import logging
from io import BytesIO
from unicodedata import combining

import pytest
from pikepdf import Name, Pdf, parse_content_stream

from appointments.pdf.faces import everyday
from appointments.pdf.render import BundledFonts, Paper, Size, render_pdf
from tests.pdf_checks import EVERYDAY_FONTS, OUR_FONTS, assert_pdf_ua, fonts_of, page_count, says

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A title</title></head>
<body data-footer="The footer" data-who="A. Patient"><h1>Heading</h1>{body}</body>
</html>"""


def pdf_of(body="<p>Text.</p>", *, paper=Paper.A4, size=Size.STANDARD):
    return render_pdf(PAGE.format(body=body), paper=paper, size=size)


ADDRESSES = [
    "file:///etc/passwd",
    "http://127.0.0.1:1/x.css",
    "https://example.org/x.png",
    "data:text/css,body{color:red}",
    "ftp://example.org/x",
    "/etc/passwd",
    "text-regular.ttf",
    "bundled-font:../render.py",
    "bundled-font:sheet.css",
    "bundled-font:",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_refuses_every_address_but_the_fonts(address):
    with pytest.raises(ValueError, match="only the bundled fonts"):
        BundledFonts().fetch(address)
    with pytest.raises(ValueError, match="only the bundled fonts"):
        BundledFonts()(address)


def test_serves_a_bundled_font():
    assert BundledFonts().fetch("bundled-font:text-bold.ttf").read()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "data:text/plain,secret"])
@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{}" alt="x">',
        '<link rel="attachment" href="{}">',
        '<link rel="stylesheet" href="{}">',
        '<object data="{}">x</object>',
        '<p style="background: url({})">x</p>',
    ],
)
def test_embeds_no_file(markup, address):
    pdf = pdf_of(markup.format(address))
    with Pdf.open(BytesIO(pdf)) as document:
        assert not document.attachments
        assert all(not page.get_images() for page in document.pages)
    assert not says(pdf, "root:")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", Size)
def test_is_accessible_on_every_paper_and_size(paper, size, caplog):
    with caplog.at_level(logging.WARNING):
        pdf = pdf_of("<p>Text &le; <b>µ</b></p>", paper=paper, size=size)
    assert not caplog.records
    assert_pdf_ua(pdf)
    assert fonts_of(pdf) <= OUR_FONTS
    with Pdf.open(BytesIO(pdf)) as document:
        box = [round(float(edge)) for edge in document.pages[0].MediaBox]
        assert box == ([0, 0, 595, 842] if paper is Paper.A4 else [0, 0, 612, 792])


def test_an_inaccessible_page_fails_the_check():
    with pytest.raises(AssertionError):
        assert_pdf_ua(pdf_of("<h4>Skips two levels</h4>"))


def test_same_input_same_bytes():
    assert pdf_of() == pdf_of()


def test_tells_nothing_about_when_or_who():
    with Pdf.open(BytesIO(pdf_of())) as document:
        assert set(document.docinfo.keys()) == {"/Title", "/Producer"}
        assert str(document.docinfo.Title) == "A title"
        assert str(document.Root.Lang) == "en"


def test_running_text_is_an_artifact_and_the_rest_is_tagged():
    with Pdf.open(BytesIO(pdf_of("<p>Text.</p>" * 90))) as document:
        assert len(document.pages) > 1
        for number, page in enumerate(document.pages):
            marks = [
                instruction.operands
                for instruction in parse_content_stream(page)
                if str(instruction.operator) == "BDC"
            ]
            artifacts = [properties for tag, properties in marks if tag == Name.Artifact]
            numbers = [int(properties.MCID) for tag, properties in marks if tag != Name.Artifact]
            content = document.Root.StructTreeRoot.ParentTree.Nums[2 * number + 1]
            placed = [index for index, element in enumerate(content.as_list()) if element]
            assert all(properties.Type == Name.Pagination for properties in artifacts)
            assert sorted(numbers) == placed
            # Footer and page number; from the second page on also whose it is.
            assert len(artifacts) == (2 if number == 0 else 3)


TABLE = """<table><caption><h2>Table</h2></caption>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table><ol><li>one</li></ol>"""


def test_tables_and_lists_say_what_they_are():
    with Pdf.open(BytesIO(pdf_of(TABLE))) as document:
        elements = [thing for thing in document.objects if getattr(thing, "S", None)]
        scopes = [str(thing.A.Scope) for thing in elements if thing.S == Name.TH]
        (cell,) = [thing for thing in elements if thing.S == Name.TD]
        (listing,) = [thing for thing in elements if thing.S == Name.L]
        assert scopes == ["/Column", "/Column", "/Row"]
        assert listing.A.ListNumbering == Name.Decimal
        ids = document.Root.StructTreeRoot.IDTree.Names.as_list()[::2]
        assert set(map(bytes, cell.A.Headers)) <= set(map(bytes, ids))
        assert ids == sorted(ids, key=bytes)


def test_large_print_needs_more_pages():
    text = "<p>Text of several words that fill a line or two.</p>" * 40
    assert page_count(pdf_of(text, size=Size.LARGE)) > page_count(pdf_of(text))


def test_draws_every_character_it_promises():
    marks = {char for char in everyday() if combining(char)}
    letters = "".join(sorted(everyday() - marks - set("<&\n")))
    accented = " ".join("q" + mark for mark in sorted(marks))
    pdf = pdf_of(f"<p>{letters} {accented}</p><p><b>{letters} {accented}</b></p>")
    assert_pdf_ua(pdf)
    assert fonts_of(pdf) == EVERYDAY_FONTS
