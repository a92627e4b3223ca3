"""A drawing is let into a page only if nothing in it can run, load or clash."""

import re

import pytest
from content_folder import FIGURE_BLOCK, PAGE_FILE

from content.figures import read_figure
from content.front_matter import ContentError
from content.library import library, read_library
from content.page import FigureError


def test_a_drawing_has_a_title_and_a_description(root):
    figure = read_library(root).figures["vial"]

    assert figure.words == ("A vial", "A small bottle with red liquid.", "Red drop")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("<title", "<title>A vial</title><!-- note --><title", "svg"),
        ("<svg xmlns", '<?xml version="1.0"?><svg xmlns', "svg"),
        ("<svg xmlns", "<!DOCTYPE svg><svg xmlns", "svg"),
        ("</svg>", "", "svg"),
        ("red liquid", "red & liquid", "svg"),
        ('role="img"', "", "role"),
        ('<title id="vial-title">A vial</title>', '<g id="vial-title"/>', "title"),
        ("A small bottle with red liquid.", " ", "desc"),
        ("<path", '<path id="red"', "id"),
        ("<path", '<path id="vial-drop"', "id"),
        ('labelledby="vial-title"', 'labelledby="vial-title vial-desc"', "aria-labelledby"),
        ("<path", "<script>alert(1)</script><path", "script"),
        ("<path", "<style>path{}</style><path", "style"),
        ("<path", "<foreignObject/><path", "foreignObject"),
        ("<path", '<image href="#a"/><path', "image"),
        ("<path", '<a href="#a"/><path', "a"),
        (
            "<path",
            '<h1 xmlns="http://www.w3.org/1999/xhtml"/><path',
            "{http://www.w3.org/1999/xhtml}h1",
        ),
        ("<path", '<path onclick="alert(1)"', "onclick"),
        ("<path", '<path style="fill:red"', "style"),
        ("<path", '<use href="https://example.org/#a"/><path', "href"),
        (
            "<path",
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/><path',
            "{http://www.w3.org/1999/xlink}href",
        ),
        ("url(#vial-red)", "url(https://example.org/a)", "fill"),
        ("url(#vial-red)", "URL('//example.org/a')", "fill"),
        ("url(#vial-red)", "url(#vial-blue)", "fill"),
        ("url(#vial-red)", r"\75rl(https://example.org/a)", "fill"),
        ('href="#vial-drop"', 'href="#vial-dot"', "href"),
    ],
)
def test_a_bad_drawing_is_named(root, break_file, old, new, key):
    break_file("figures/en/vial.svg", old, new)

    with pytest.raises(ContentError) as caught:
        read_figure(root / "figures/en/vial.svg")

    assert caught.value.key == key


def test_a_page_shows_a_drawing_it_asks_for(break_file):
    root = break_file(PAGE_FILE, "A vial. [@ONE]", "A vial. [@TWO]")

    page = read_library(root).pages["first"]

    assert page.figures == ("vial",)
    assert "<desc>A small bottle" in page.html
    assert page.sources == ("ONE", "TWO")
    assert "figure-vial" in page.anchors


def test_an_invented_example_says_so_and_needs_no_source(break_file):
    root = break_file(PAGE_FILE, FIGURE_BLOCK, "::: figure vial example\nA vial.\n:::")

    html = read_library(root).pages["first"].html

    assert "<figcaption><strong>Example.</strong> A vial.</figcaption>" in html


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("::: figure bottle\nA bottle. [@ONE]\n:::", "there is no drawing 'bottle'"),
        ("::: figure vial\nA vial. [@ONE]", "write ::: figure"),
        ("::: figure vial sample\nA vial. [@ONE]\n:::", "write ::: figure"),
        ("::: figure vial\nA vial.\n:::", "'vial' cites no source"),
        (f"{FIGURE_BLOCK}\n\n{FIGURE_BLOCK}", "stands there twice"),
    ],
)
def test_a_page_that_asks_wrongly_is_named(break_file, block, words):
    root = break_file(PAGE_FILE, FIGURE_BLOCK, block)

    with pytest.raises(FigureError, match=r"^first\.md: figure: ") as caught:
        read_library(root)

    assert words in caught.value.reason


@pytest.mark.parametrize("figure", library().figures.values(), ids=lambda figure: figure.name)
def test_our_drawings_can_be_read_out_and_stay_legible_in_print(figure):
    assert len(figure.title.split()) >= 2
    assert len(figure.description.split()) > len(figure.title.split())
    # Color alone carries no meaning, and a drawing scales with the page.
    assert "viewBox=" in figure.svg
    assert not re.search(r"<svg[^>]* (?:width|height)=", figure.svg)
