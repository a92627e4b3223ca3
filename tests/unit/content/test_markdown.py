"""Markdown becomes safe HTML, and citations become small numbered links."""

import pytest

from content.markdown import render


def test_a_citation_hugs_its_sentence_and_is_named():
    assert render("B12 matters. [@NICE-R]").html == (
        '<p>B12 matters.<sup class="cite">'
        '<a href="#source-1" aria-label="Source 1">1</a></sup></p>\n'
    )


def test_sources_are_numbered_in_order_of_first_use():
    rendered = render("One. [@B]\n\n- Two. [@A, B]\n- Three. [@C] And on. [@A]")

    assert rendered.sources == ("B", "A", "C")
    assert '2</a> <a href="#source-1" aria-label="Source 1">1</a></sup></li>' in rendered.html
    assert '3</a></sup> And on.<sup class="cite"><a href="#source-2"' in rendered.html


@pytest.mark.parametrize("text", ["A.\n[@X] B.", "A. [@X]\nB.", "**A.** [@X] B.", "A.[@X] B."])
def test_a_citation_may_stand_anywhere(text):
    html = render(text).html

    assert " <sup" not in html
    assert "\n<sup" not in html
    assert html.count("<sup") == 1


def test_citations_can_be_left_out_and_are_still_reported():
    rendered = render("One. [@B, A] Two.", show_citations=False)

    assert rendered.html == "<p>One. Two.</p>\n"
    assert rendered.sources == ("B", "A")


def test_citations_in_code_are_text():
    assert render("`[@A]`").sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick='x'>b</b>",
        "[x](javascript:alert(1))",
        "![x](/picture.png)",
        "[@<script>]",
    ],
)
def test_no_html_script_or_image_gets_through(text):
    html = render(text).html

    for tag in ("<script", "<b", '"javascript:', "<img"):
        assert tag not in html


def test_a_quoted_block_is_urgent_advice():
    assert render("> Call now.").html == '<div class="urgent">\n<p>Call now.</p>\n</div>\n'


def test_links_are_reported():
    assert render("See [a](/a/) and *[b](/b/#c)*.").links == ("/a/", "/b/#c")
